/** To a tenth: positions in pixels, where a finer step would not be seen. */
export function tenth(value: number): number {
	return Math.round(value * 10) / 10;
}

/** To a hundredth: widths of lines, shares and opacities. */
export function hundredth(value: number): number {
	return Math.round(value * 100) / 100;
}
