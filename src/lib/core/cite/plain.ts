/**
 * A text as one line: white space and control characters become single spaces. Halves of characters go,
 * and so do the marks that turn the direction of what follows, which would reach into the next line.
 */
export function oneLine(text: string): string {
	return text
		.replace(/[\p{Cs}\u202a-\u202e\u2066-\u2069\ufffe\uffff]/gu, '')
		.replace(/[\s\p{Cc}]+/gu, ' ')
		.trim();
}

/** A sentence with its full stop, unless it has an end of its own. Empty stays empty. */
export function withStop(text: string): string {
	return !text || /[.?!…][”’"')\]]?$/.test(text) ? text : `${text}.`;
}
