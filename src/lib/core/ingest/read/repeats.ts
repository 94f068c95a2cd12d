import type { Paragraph } from './paragraphs';

/** Shorter paragraphs, in letters and digits, may stand twice: `Yes.`, `Background`. */
const LEAST = 25;
/** Words in a row by which near-same paragraphs are found. */
const ROW = 4;
/** Share of such rows that has to stand in the earlier paragraph. */
const SHARE = 0.7;

/** A word that makes another report of the same sentence. */
const TURNS = new Set([
	'not',
	'no',
	'never',
	'nor',
	'denied',
	'denies',
	'без',
	'не',
	'нет',
	'չի',
	'չեն'
]);

/**
 * Which paragraphs stand in the text before, the same or nearly so, and which are cut short and stand in full in
 * the next but one at most. Near-same ones with another name, number or negation are no repeats: a chronicle's
 * lines are alike. Time and memory grow with the text, not with its square.
 * @param isTitle whether a paragraph may stand at the beginning of the next and is none
 * @returns indices
 */
export function repeatsIn(
	paragraphs: readonly Paragraph[],
	isTitle: (index: number) => boolean
): Set<number> {
	const repeats = new Set<number>();
	const same = new Map<string, number>();
	const rows = new Map<string, number>();
	const tokens: string[][] = [];
	const plain = paragraphs.map(({ words }) => plainOf(words));
	for (const [i, { words }] of paragraphs.entries()) {
		const own = words.split(/[^\p{L}\p{N}\p{M}]+/u).filter((token) => token !== '');
		tokens.push(own);
		const key = plain[i] as string;
		if (same.has(key)) {
			repeats.add(i);
			continue;
		}
		if (key.length < LEAST && !isTitle(i)) continue;
		if (nearlySame(own, rows, tokens)) {
			repeats.add(i);
			continue;
		}
		same.set(key, i);
		if (!isTitle(i) && isCutShort(plain, i)) {
			repeats.add(i);
			same.delete(key);
			continue;
		}
		for (const row of rowsOf(own)) if (!rows.has(row)) rows.set(row, i);
	}
	return repeats;
}

function plainOf(words: string): string {
	return words.toLowerCase().replace(/[^\p{L}\p{N}\p{M}]+/gu, '');
}

function isCutShort(plain: readonly string[], i: number): boolean {
	const own = plain[i] as string;
	return [plain[i + 1], plain[i + 2]].some(
		(next) => next !== undefined && next.length > own.length && next.startsWith(own)
	);
}

function* rowsOf(tokens: readonly string[]): Generator<string> {
	for (let i = 0; i + ROW <= tokens.length; i++)
		yield tokens
			.slice(i, i + ROW)
			.join(' ')
			.toLowerCase();
}

/** Whether nearly all of a paragraph stands in one before it. */
function nearlySame(
	own: readonly string[],
	rows: ReadonlyMap<string, number>,
	tokens: readonly string[][]
): boolean {
	if (own.length < 2 * ROW) return false;
	const hits = new Map<number, number>();
	let all = 0;
	for (const row of rowsOf(own)) {
		all++;
		const at = rows.get(row);
		if (at !== undefined) hits.set(at, (hits.get(at) ?? 0) + 1);
	}
	let best: number | undefined;
	for (const [at, count] of hits)
		if (best === undefined || count > (hits.get(best) ?? 0)) best = at;
	if (best === undefined || (hits.get(best) ?? 0) < all * SHARE) return false;
	const before = new Set(tokens[best]);
	return own.every((token) => before.has(token) || !tellsApart(token));
}

/** A number, a name, a negation. */
function tellsApart(token: string): boolean {
	return /\p{N}|\p{Lu}/u.test(token) || TURNS.has(token.toLowerCase());
}
