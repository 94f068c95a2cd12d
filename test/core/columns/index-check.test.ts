import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { DamagedFile } from '../../../src/lib/core/columns/events-file';
import {
	indexCheck,
	sourceKey,
	type IndexFindings
} from '../../../src/lib/core/columns/index-check';
import { openEvents, type IndexedFile } from '../../../src/lib/core/columns/read';
import { syntheticColumns } from '../../synthetic/columns';
import { dictionariesOf, entriesOf, inflate, readFrom, written, type Entry } from './memory';

const ROWS = 900;
const columns = syntheticColumns(ROWS, 4);
/** The entries with every word that their texts have: those of the source's title among them. */
const entries: Entry[] = [...entriesOf(columns)].map((entry) => ({
	...entry,
	row: { ...entry.row, words: [...entry.row.words, 'a', 'report'] }
}));
const sound = await written(entries, dictionariesOf(columns));

const open = (bytes: Uint8Array) => openEvents(readFrom(bytes), inflate);
const NOTHING = { lost: [], foreign: [], lostCount: 0, foreignCount: 0 };
const ALL_SOUND: IndexFindings = { ids: NOTHING, sources: NOTHING, words: NOTHING };

async function checked(
	file: IndexedFile,
	{ unread = new Set<number>(), most = 100 } = {}
): Promise<{ findings: IndexFindings; damage: string[] }> {
	const damage: string[] = [];
	const check = indexCheck(file, { sources: [] }, most, (error: DamagedFile) =>
		damage.push(error.message)
	);
	for (let row = 0; row < file.length; row++)
		await check.add(unread.has(row) ? undefined : (await file.records([row])).get(row));
	return { findings: await check.finish(), damage };
}

const rows = fc.uniqueArray(fc.nat(ROWS - 1), { minLength: 1, maxLength: 6 });
const rising = (some: readonly number[]) => some.toSorted((a, b) => a - b);
const byRow = <T extends { row: number }>(some: readonly T[]) =>
	some.toSorted((a, b) => a.row - b.row);

/** The file whose indexes were written from rows that say something else than the records. */
const withRows = (some: readonly number[], change: (row: Entry['row']) => Partial<Entry['row']>) =>
	written(
		entries.map((entry, i) =>
			some.includes(i) ? { ...entry, row: { ...entry.row, ...change(entry.row) } } : entry
		),
		dictionariesOf(columns)
	).then(open);

describe('the check of indexes', () => {
	it('finds nothing in a sound file', async () => {
		expect(await checked(await open(sound))).toEqual({ findings: ALL_SOUND, damage: [] });
	});

	it('says nothing of rows whose records cannot be read', async () => {
		await fc.assert(
			fc.asyncProperty(rows, async (some) => {
				const { findings } = await checked(await open(sound), { unread: new Set(some) });
				expect(findings).toEqual(ALL_SOUND);
			}),
			{ numRuns: 5 }
		);
	});

	it('names each row whose id leads elsewhere, and no other', async () => {
		await fc.assert(
			fc.asyncProperty(rows, async (some) => {
				// Behind the id that it had: rows stay in their order.
				const file = await withRows(some, ({ id }) => ({ id: `${id}-x` }));
				const { ids, ...others } = (await checked(file)).findings;
				expect(rising(ids.lost.map(({ row }) => row))).toEqual(rising(some));
				expect(rising(ids.foreign)).toEqual(rising(some));
				expect(others).toEqual({ sources: NOTHING, words: NOTHING });
			}),
			{ numRuns: 8 }
		);
	});

	it('names each row that its source does not lead to, and each that a source leads to for nothing', async () => {
		await fc.assert(
			fc.asyncProperty(rows, async (some) => {
				const without = (await checked(await withRows(some, () => ({ sources: [] })))).findings;
				expect(byRow(without.sources.lost)).toEqual(
					rising(some).map((row) => ({ row, key: sourceKey(`source-${row}`) }))
				);
				expect(without.sources.foreign).toEqual([]);
				const more = await withRows(some, ({ sources }) => ({
					sources: ['source-of-another', ...sources]
				}));
				const { sources, words, ids } = (await checked(more)).findings;
				expect({ words, ids }).toEqual({ words: NOTHING, ids: NOTHING });
				expect(sources.lost).toEqual([]);
				expect(rising(sources.foreign)).toEqual(rising(some));
			}),
			{ numRuns: 8 }
		);
	});

	it('names the word by which a row is not found', async () => {
		await fc.assert(
			fc.asyncProperty(rows, fc.nat(4), async (some, word) => {
				const file = await withRows(some, ({ words }) => ({ words: words.toSpliced(word, 1) }));
				const { words } = (await checked(file)).findings;
				expect(byRow(words.lost)).toEqual(
					rising(some).map((row) => ({ row, key: entries[row]?.row.words[word] }))
				);
				expect(words.foreignCount).toBe(0);
			}),
			{ numRuns: 8 }
		);
	});

	it('counts all faults and lists some', async () => {
		const file = await withRows(
			entries.map((_, i) => i),
			() => ({ words: [] })
		);
		const { words } = (await checked(file, { most: 7 })).findings;
		expect(words.lost).toHaveLength(7);
		expect(words.lostCount).toBe(5 * ROWS);
	});

	it('tells of a damaged block, and calls nothing lost that may stand in it', async () => {
		for (const index of ['ids', 'sources'] as const) {
			const { table } = (await open(sound)).tables[index];
			const bytes = sound.slice();
			bytes[table.offset + 9] = (bytes[table.offset + 9] as number) ^ 4;
			const { findings, damage } = await checked(await open(bytes));
			expect(damage).toEqual([
				expect.stringMatching(
					`^events.dateline, block 0 of the index of ${index}: expected bytes that match their checksum; found others\\.`
				)
			]);
			expect(findings).toEqual(ALL_SOUND);
		}
	});

	it('tells of damage in the words that another may nearly be', async () => {
		const { near } = (await open(sound)).tables.words[0]?.table ?? {};
		const bytes = sound.slice();
		const at = near?.offset ?? 0;
		bytes[at] = (bytes[at] as number) ^ 4;
		const { findings, damage } = await checked(await open(bytes));
		expect(damage).toEqual([
			expect.stringMatching(/^events.dateline, the words of part 0 of the index of words: expected/)
		]);
		expect(findings).toEqual(ALL_SOUND);
	});

	it('goes through every part of the index of words', async () => {
		// So many different words that a part is closed before the last row.
		const many = entries.slice(0, 44).map(({ row, event, sources }, i): Entry => {
			const more = Array.from({ length: 7000 }, (_, n) => `w${i * 7000 + n}`);
			const record = JSON.parse(event) as { properties: { title: string } };
			record.properties.title += ` ${more.join(' ')}`;
			return {
				row: { ...row, words: [...row.words, ...more] },
				event: JSON.stringify(record),
				sources
			};
		});
		const file = await open(await written(many, dictionariesOf(columns)));
		expect(file.tables.words.length).toBe(2);
		expect((await checked(file)).findings).toEqual(ALL_SOUND);
		const last = many.length - 1;
		const lacking = many.map((entry, i) =>
			i === 0 || i === last
				? { ...entry, row: { ...entry.row, words: entry.row.words.slice(1) } }
				: entry
		);
		const { words } = (await checked(await open(await written(lacking, dictionariesOf(columns)))))
			.findings;
		expect(words.lost).toEqual([
			{ row: 0, key: 'event' },
			{ row: last, key: 'event' }
		]);
	}, 30_000);
});
