import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { NOWHERE, OPEN_AFTER, OPEN_BEFORE } from '../../../src/lib/core/columns/columns';
import { murmur3 } from '../../../src/lib/core/columns/file/hash';
import type { EventRow } from '../../../src/lib/core/columns/row';
import { numbersOfRow } from '../../../src/lib/core/columns/row-numbers';
import { writeEvents } from '../../../src/lib/core/columns/write';
import { dayOf } from '../../../src/lib/core/date/day';
import { fold, words } from '../../../src/lib/core/view/search';
import { deflate, MemorySink, opened, written } from './memory';

const EARLIEST = dayOf(-9999, 1, 1);
const LATEST = dayOf(9999, 12, 31);
const plain: EventRow = {
	id: 'a',
	first: 0,
	last: 0,
	possibleFirst: 0,
	possibleLast: 0,
	sure: true,
	lon: 0,
	lat: 0,
	type: 0,
	precision: 0,
	status: 0,
	contested: false,
	known: 0,
	places: [],
	actors: [],
	publishers: [],
	sources: [],
	words: []
};
const undated = {
	first: OPEN_AFTER,
	last: OPEN_AFTER,
	possibleFirst: OPEN_BEFORE,
	possibleLast: OPEN_AFTER,
	sure: false
};
const NAMES = Array.from({ length: 3000 }, (_, i) => `name-${i}`);
const dictionaries = { types: ['t', 'u'], places: NAMES, actors: NAMES, publishers: NAMES };

const sorted = (rows: readonly EventRow[]) =>
	rows.toSorted((a, b) => a.first - b.first || a.last - b.last || (a.id < b.id ? -1 : 1));
const fileOf = async (rows: readonly EventRow[]) =>
	opened(
		await written(
			rows.map((row) => ({ row, event: JSON.stringify({ id: row.id }), sources: [] })),
			dictionaries
		)
	);

async function comesBack(rows: readonly EventRow[]): Promise<void> {
	const file = await fileOf(rows);
	const columns = await file.columns();
	const ids = await file.records(rows.map((_, i) => i));
	rows.forEach((row, i) => {
		const { id, sources, words } = row;
		const found = { ...numbersOfRow(columns, i), id, sources, words };
		expect(found).toEqual({ ...row, settled: row.settled ?? row.known });
		expect((ids.get(i)?.event as { id: string }).id).toBe(id);
	});
}

describe('what comes back from a file', () => {
	it.each<[string, Partial<EventRow>]>([
		['an event at 180° east, at the north pole', { lon: 18_000_000, lat: 9_000_000 }],
		['an event at 180° west, at the south pole', { lon: -18_000_000, lat: -9_000_000 }],
		['an event at 0°, 0°', { lon: 0, lat: 0 }],
		['an event that has no spot', { lon: 0, lat: NOWHERE }],
		['an event without a date', undated],
		[
			'an open begin',
			{ first: OPEN_BEFORE, possibleFirst: OPEN_BEFORE, last: -7, possibleLast: -7 }
		],
		['an open end', { last: OPEN_AFTER, possibleLast: OPEN_AFTER }],
		['a doubtful open end', { possibleFirst: -31, last: OPEN_AFTER, possibleLast: OPEN_AFTER }],
		[
			'bounds that are open only in doubt',
			{ possibleFirst: OPEN_BEFORE, possibleLast: OPEN_AFTER }
		],
		[
			'twenty thousand years',
			{ first: EARLIEST, possibleFirst: EARLIEST, last: LATEST, possibleLast: LATEST + 366 }
		],
		['sources without a day', { known: OPEN_AFTER }],
		['one source without a day', { known: 4, settled: OPEN_AFTER }],
		['sources known long before, settled late', { known: EARLIEST, settled: LATEST }],
		['three thousand places', { places: NAMES.map((_, i) => i) }],
		['lists in no order', { actors: [9, 2, 2999, 0], publishers: [1, 0] }]
	])('%s, by itself and among others', async (_, change) => {
		const row = { ...plain, ...change };
		await comesBack([row]);
		await comesBack(
			sorted([row, { ...plain, id: 'b', lon: 5, lat: -5 }, { ...plain, ...undated, id: 'c' }])
		);
	});

	it('any rows that events can be, whatever they are', async () => {
		const day = fc.integer({ min: EARLIEST, max: LATEST });
		const number = fc.array(fc.nat(2999), { maxLength: 6 });
		const row = fc
			.record({
				days: fc.tuple(day, day),
				doubt: fc.tuple(fc.nat(500), fc.nat(500)),
				open: fc.constantFrom('', '', 'first', 'last', 'both'),
				spot: fc.option(
					fc.record({
						lon: fc.integer({ min: -18_000_000, max: 18_000_000 }),
						lat: fc.integer({ min: -9_000_000, max: 9_000_000 })
					})
				),
				rest: fc.record({
					sure: fc.boolean(),
					type: fc.nat(1),
					precision: fc.nat(6),
					status: fc.nat(3),
					contested: fc.boolean(),
					places: number,
					actors: number,
					publishers: number
				}),
				known: fc.tuple(day, fc.nat(9000))
			})
			.map(({ days, doubt, open, spot, rest, known }): EventRow => {
				const [first, last] = days[0] < days[1] ? days : [days[1], days[0]];
				const dates = {
					first,
					last,
					possibleFirst: first - doubt[0],
					possibleLast: last + doubt[1]
				};
				if (open === 'first') dates.first = dates.possibleFirst = OPEN_BEFORE;
				if (open === 'last') dates.last = dates.possibleLast = OPEN_AFTER;
				if (open === 'both') Object.assign(dates, undated);
				return {
					...plain,
					...dates,
					...rest,
					...(spot ?? { lon: 0, lat: NOWHERE }),
					known: known[0],
					settled: known[0] + known[1]
				};
			});
		await fc.assert(
			fc.asyncProperty(fc.array(row, { maxLength: 40 }), async (rows) => {
				await comesBack(sorted(rows.map((one, i) => ({ ...one, id: `id-${i}` }))));
			}),
			{ numRuns: 60 }
		);
	}, 60_000);

	it('many spots and few, each where it was', async () => {
		const rows = (spots: number) =>
			Array.from({ length: 900 }, (_, i) => ({
				...plain,
				id: `id-${String(i).padStart(4, '0')}`,
				lon: ((i % spots) * 40_013) % 18_000_000,
				lat: i % 7 === 0 ? NOWHERE : 4_500_000 - (((i % spots) * 9_973) % 9_000_000)
			})).map((row) => (row.lat === NOWHERE ? { ...row, lon: 0 } : row));
		await comesBack(rows(3));
		await comesBack(rows(900));
	});
});

describe('words', () => {
	const titles = ['Kəlbəcər yolu', 'Քաղաք Ա', 'Шуша́', '東京 会談', '𐐷𐐲 west', 'ＡＢＣ １２', 'ﬁre'];

	it('are found by any beginning, in any script', async () => {
		const file = await fileOf(
			titles.map((title, i) => ({ ...plain, id: `id-${i}`, words: [...new Set(words(title))] }))
		);
		for (const [row, title] of titles.entries())
			for (const word of words(title))
				for (let length = 1; length <= word.length; length++) {
					const begin = word.slice(0, length);
					const expected = titles.flatMap((other, i) =>
						words(other).some((one) => one.startsWith(begin)) ? [i] : []
					);
					expect(expected).toContain(row);
					// Half a character is the beginning of no word.
					if (begin.isWellFormed())
						expect([begin, ...(await file.rowsWithWord(begin))]).toEqual([begin, ...expected]);
				}
		expect(fold('Kəlbəcər')).toBe('kelbecer');
	});

	it('longer than others are found by their first 64 units, never cut within a character', async () => {
		const long = 'x'.repeat(63) + '𐐷'.repeat(40);
		const file = await fileOf([
			{ ...plain, id: 'a', words: [long] },
			{ ...plain, id: 'b', words: ['x'.repeat(200)] }
		]);
		expect([...(await file.rowsWithWord(long))]).toEqual([0, 1]);
		expect([...(await file.rowsWithWord('x'.repeat(64)))]).toEqual([1]);
		expect([...(await file.rowsWithWord('x'.repeat(300)))]).toEqual([1]);
	});
});

describe('ids', () => {
	it('are told apart though they share a hash', async () => {
		// Found by trying: MurmurHash3 of both is the same.
		const seen = new Map<number, string>();
		let pair: [string, string] | undefined;
		for (let i = 0; !pair; i++) {
			const id = `event-${i}`;
			const hash = murmur3(id, 0);
			const other = seen.get(hash);
			if (other !== undefined) pair = [other, id];
			seen.set(hash, id);
		}
		const rows = sorted([...pair, 'another'].map((id) => ({ ...plain, id })));
		const file = await fileOf(rows);
		for (const [row, { id }] of rows.entries()) expect(await file.rowOf(id)).toBe(row);
	});

	it('have the hash of the reference', () => {
		// Published test vectors of MurmurHash3_x86_32.
		expect(murmur3('', 0)).toBe(0);
		expect(murmur3('', 1)).toBe(0x514e28b7);
		expect(murmur3('test', 0)).toBe(0xba6bd213);
		expect(murmur3('Hello, world!', 0x9747b28c)).toBe(0x24884cba);
	});
});

describe('a row that is none', () => {
	const thrown = async (rows: readonly EventRow[], dictionary = dictionaries) => {
		const sink = new MemorySink();
		const writer = writeEvents(sink, deflate);
		try {
			for (const row of rows) await writer.add(row, '{}', []);
			await writer.finish(dictionary);
		} catch (error) {
			return (error as Error).message;
		}
		return 'nothing';
	};

	it.each<[Partial<EventRow>, string]>([
		[{ last: -1 }, 'Row 0 (a), last: expected a day not before the first, or no bound; found -1.'],
		[
			{ possibleFirst: 1 },
			'Row 0 (a), possibleFirst: expected a day not after the first, none where that is open; found 1.'
		],
		[
			{ lon: 18_000_001 },
			'Row 0 (a), lon: expected units of a position from -180 to 180 degrees; found 18000001.'
		],
		[
			{ lat: 0.5 },
			'Row 0 (a), lat: expected units of a position from -90 to 90 degrees; found 0.5.'
		],
		[{ first: NaN }, 'Row 0 (a), first: expected a day, or no bound; found NaN.'],
		[{ status: 4 }, 'Row 0 (a), status: expected its number; found 4.'],
		[{ type: 2 }, 'A row has the type 2; expected one below 2, as many as there are types.'],
		[
			{ actors: [3000] },
			'A row has the number 3000 in its actors; expected one below 3000, as many as its dictionary has.'
		]
	])('%j is refused in words', async (change, message) => {
		expect(await thrown([{ ...plain, ...change }])).toBe(message);
	});

	it('is one that does not come after the one before it', async () => {
		expect(await thrown([{ ...plain, first: 0, last: 9, possibleLast: 9, id: 'b' }, plain])).toBe(
			'Row 1 (a): expected rows by first day, last day and id; found 0 to 0, a after 0 to 9, b.'
		);
		expect(await thrown([plain, plain])).toContain('Row 1 (a): expected rows by');
	});

	it('leaves a file that is none behind, as does a disk that is full', async () => {
		const sink = new MemorySink();
		const writer = writeEvents(sink, deflate);
		await writer.add(plain, '{}', []);
		await expect(opened(sink.bytes())).rejects.toThrow('writing it was interrupted');
		const full = writeEvents(
			{
				append: () => Promise.reject(new Error('no space left')),
				patch: () => Promise.reject(new Error('no space left'))
			},
			deflate
		);
		await expect(full.add(plain, '{}', [])).rejects.toThrow('no space left');
		await expect(full.finish(dictionaries)).rejects.toThrow('no space left');
	});
});
