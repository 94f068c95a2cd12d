import { cutWord } from '../../../core/columns/file/cut-word';
import { isNear } from '../../../core/columns/near';
import type { Database } from './connect';
import { Query, run } from './query';
import { KINDS } from './terms';

/** Shorter words are not meant by one with letters wrong: `mayBeNear` of core/columns/near.ts. */
const SHORTEST = 4;

/**
 * The numbers of the words of a dossier that begin with one, or are it but for some letters.
 * @param word folded, as `words` of core/view/search.ts gives it
 * @param wrong how many of its letters may be wrong, missing or too many
 */
export async function numbersOfWord(
	sql: Database,
	dossier: number,
	word: string,
	wrong: number
): Promise<number[]> {
	const begin = cutWord(word);
	const query = new Query();
	const own = `dossier = ${query.int(dossier)} AND kind = ${KINDS.words}`;
	const after = next(begin);
	const begins = await run<{ number: number }>(
		sql,
		`SELECT number FROM dateline.terms WHERE ${own} AND id >= ${query.text(begin)}
		${after === undefined ? '' : `AND id < ${query.text(after)}`}`,
		query
	);
	const near = wrong > 0 ? await nearWords(sql, dossier, begin, wrong) : [];
	return [...new Set([...begins.map(({ number }) => number), ...near])];
}

async function nearWords(
	sql: Database,
	dossier: number,
	word: string,
	wrong: number
): Promise<number[]> {
	const letters = [...word];
	const query = new Query();
	const least = Math.max(SHORTEST, letters.length - wrong);
	// Of one piece more than letters may be wrong, one at least is there as it is.
	const pieces = Array.from({ length: wrong + 1 }, (_, i) =>
		letters
			.slice(
				Math.floor((i * letters.length) / (wrong + 1)),
				Math.floor(((i + 1) * letters.length) / (wrong + 1))
			)
			.join('')
	);
	const found = await run<{ number: number; id: string }>(
		sql,
		`SELECT number, id FROM dateline.terms
		WHERE dossier = ${query.int(dossier)} AND kind = ${KINDS.words}
		AND length(id) BETWEEN ${query.int(least)} AND ${query.int(letters.length + wrong)}
		AND (${pieces.map((piece) => `strpos(id, ${query.text(piece)}) > 0`).join(' OR ')})`,
		query
	);
	return found.filter(({ id }) => isNear(id, word, wrong)).map(({ number }) => number);
}

/**
 * The text behind all that begin so, in the order of code points, which the ids of terms are in; undefined where none
 * is behind them.
 */
function next(begin: string): string | undefined {
	const points = [...begin].map((letter) => letter.codePointAt(0) as number);
	for (let last = points.pop(); last !== undefined; last = points.pop()) {
		// Surrogates are no letters of their own.
		const after = last === 0xd7ff ? 0xe000 : last + 1;
		if (after <= 0x10ffff) return String.fromCodePoint(...points, after);
	}
	return undefined;
}
