/** What windows-1252 has at 0x80–0x9f, where Latin-1 has control characters. */
const HIGH = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ';

/**
 * Text that was read as Latin-1, as windows-1252 has it: web pages that say the one mean the other, and some
 * versions of Node read the one for the other.
 */
export function asWindows1252(text: string): string {
	return text.replace(/[\u0080-\u009f]/g, (sign) => HIGH.charAt(sign.charCodeAt(0) - 0x80));
}
