/**
 * Whether a word may be meant by another that has up to two letters wrong: those have five letters at least and no
 * digits (`wrongLetters` of core/view/search.ts), and each digit is a wrong letter.
 */
export function mayBeNear(word: string): boolean {
	return word.length > 3 && !/\d.*\d.*\d/s.test(word);
}

/**
 * Whether one word becomes another by so many steps at most, each a letter (a UTF-16 unit) put in, taken out or put in
 * another's place: Levenshtein's distance, worked out only where it can be within reach.
 */
export function isNear(a: string, b: string, most: number): boolean {
	if (Math.abs(a.length - b.length) > most) return false;
	if (most === 0) return a === b;
	// What both begin and end with costs no step.
	let start = 0;
	while (start < a.length && a.charCodeAt(start) === b.charCodeAt(start)) start++;
	let ends = 0;
	while (
		ends < Math.min(a.length, b.length) - start &&
		a.charCodeAt(a.length - 1 - ends) === b.charCodeAt(b.length - 1 - ends)
	)
		ends++;
	return distance(a.slice(start, a.length - ends), b.slice(start, b.length - ends), most) <= most;
}

/** The steps, row by row; some number above `most` where they are more. */
function distance(a: string, b: string, most: number): number {
	let before = Array.from({ length: b.length + 1 }, (_, i) => i);
	for (let i = 0; i < a.length; i++) {
		const row = [i + 1];
		let least = i + 1;
		for (let j = 0; j < b.length; j++) {
			const steps = Math.min(
				(before[j + 1] as number) + 1,
				(row[j] as number) + 1,
				(before[j] as number) + Number(a.charCodeAt(i) !== b.charCodeAt(j))
			);
			row.push(steps);
			if (steps < least) least = steps;
		}
		if (least > most) return least;
		before = row;
	}
	return before[b.length] as number;
}
