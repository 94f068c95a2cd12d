/** An input that holds no article; the message is a sentence for whoever gave it, and says what to do. */
export class Unreadable extends Error {
	override name = 'Unreadable';
}

/** Longest plain text that is read, in UTF-16 units: some hundred pages. */
export const MAX_TEXT = 1_000_000;

/** Longest markup of a web page that is read, in UTF-16 units. */
export const MAX_MARKUP = 5_000_000;

/** Largest file that is read, in bytes. */
export const MAX_BYTES = 10_000_000;

/** The sentence for what is longer than a cap, which it names. */
export function tooLong(what: string, found: number, most: number, unit: string): Unreadable {
	const words = (n: number) => n.toLocaleString('en-GB');
	return new Unreadable(
		`${what} has ${words(found)} ${unit}, and at most ${words(most)} are read: give one article at a time.`
	);
}
