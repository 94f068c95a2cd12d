/** Relative luminance of an opaque `#rrggbb`, 0 (black) to 1 (white), as WCAG 2.2 defines it. */
export function luminance(colour: string): number {
	const [r, g, b] = [1, 3, 5]
		.map((at) => parseInt(colour.slice(at, at + 2), 16) / 255)
		.map((c) => (c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4)) as [
		number,
		number,
		number
	];
	return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

/** Contrast of two colours, 1 to 21, as WCAG 2.2 defines it. */
export function contrast(a: string, b: string): number {
	const [high, low] = [luminance(a), luminance(b)].sort((x, y) => y - x) as [number, number];
	return (high + 0.05) / (low + 0.05);
}

/** Lightness of a colour as the eye has it, 0 to 100: L* of CIE 1976, white being 100. */
export function lightness(colour: string): number {
	const y = luminance(colour);
	return y > (6 / 29) ** 3 ? 116 * Math.cbrt(y) - 16 : y * (29 / 3) ** 3;
}
