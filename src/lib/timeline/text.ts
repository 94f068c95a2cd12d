/** Pixels of the axis' lettering. */
const TEXT_SIZE = 12;

/**
 * How wide a text is at most, in pixels, at {@link TEXT_SIZE}: wide enough for Noto Sans and for
 * what stands in until it is there. The server has nothing to measure with.
 */
export function textWidth(text: string): number {
	let ems = 0;
	for (const char of text) {
		if (/[MWmw]/.test(char)) ems += 0.98;
		else if (/[iljtfrI.,:’ ‹›]/.test(char)) ems += 0.42;
		else if (/[A-Z]/.test(char)) ems += 0.76;
		else ems += 0.64;
	}
	return Math.ceil(ems * TEXT_SIZE);
}
