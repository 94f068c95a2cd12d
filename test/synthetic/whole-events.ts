import { OPEN_AFTER, PER_DEGREE, isUndated, isUnplaced } from '../../src/lib/core/columns/columns';
import type { Columns } from '../../src/lib/core/columns/columns';
import { wordFinder } from '../../src/lib/core/columns/row-words';
import { formatDay } from '../../src/lib/core/date/day';
import { PRECISIONS } from '../../src/lib/core/dossier/precisions';
import { entriesOf, type Entry } from '../core/columns/memory';
import { seeded } from './dossier.js';

const VOCABULARY = 4_000;
const SYLLABLES = ['ba', 'den', 'ko', 'lir', 'ma', 'nes', 'o', 'pra', 'ris', 'sto', 'tu', 'ven'];

/** The entries of some columns, with texts by dice as a table of events has them: a claim each, an article for two. */
export function* wholeEntriesOf(columns: Columns, seed: number): Generator<Entry> {
	const roll = seeded(seed);
	const below = (end: number) => Math.floor(roll() * end);
	const vocabulary = Array.from({ length: VOCABULARY }, () =>
		Array.from({ length: 1 + below(4) }, () => SYLLABLES[below(SYLLABLES.length)]).join('')
	);
	// The square of a roll: some words are in every other text, most in few.
	const words = (count: number) =>
		Array.from({ length: count }, () => vocabulary[Math.floor(roll() ** 2 * VOCABULARY)]).join(' ');
	const wordsOf = wordFinder();
	let source: { id: string; title: string; json: string } | undefined;
	for (const { row } of entriesOf(columns)) {
		const number = Number(row.id.slice('event-'.length));
		const publisher = columns.publishers.ids[row.publishers[0] ?? 0] as string;
		if (!source || number % 2 === 0) {
			const id = `article-${number}`;
			const title = words(7);
			const day = formatDay(row.known).split('-').map(Number);
			const item = {
				id,
				type: 'article-newspaper',
				title,
				'container-title': publisher,
				issued: { 'date-parts': [day] },
				URL: `https://example.org/${publisher.replace(' ', '-')}/${day[0]}/${number}`
			};
			source = { id, title, json: JSON.stringify(item) };
		}
		const place = columns.places.ids[row.places[0] ?? 0] as string;
		const title = `${words(2)} at ${place}`;
		const text = words(14);
		const event = {
			type: 'Feature',
			id: row.id,
			geometry: isUnplaced(columns, number)
				? null
				: { type: 'Point', coordinates: [row.lon / PER_DEGREE, row.lat / PER_DEGREE] },
			properties: {
				title,
				when: whenOf(columns, number),
				type: columns.types[row.type],
				place,
				precision: PRECISIONS[row.precision],
				actors: row.actors.map((actor) => columns.actors.ids[actor]),
				claims: [{ by: publisher, stance: 'reports', text, source: source.id }]
			}
		};
		yield {
			row: { ...row, sources: [source.id], words: wordsOf([title, text, source.title]) },
			event: JSON.stringify(event),
			sources: [[source.id, source.json]]
		};
	}
}

function whenOf(columns: Columns, row: number): string | null {
	if (isUndated(columns, row)) return null;
	const [first, last] = [columns.first[row] as number, columns.last[row] as number];
	const doubt = columns.sure[row] === 1 ? '' : '~';
	if (last === first) return formatDay(first) + doubt;
	return `${formatDay(first)}${doubt}/${last === OPEN_AFTER ? '..' : formatDay(last) + doubt}`;
}
