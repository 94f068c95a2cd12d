import { describe, expect, it } from 'vitest';
import { judge } from '../../../src/lib/core/import/judge';
import type { Sample } from '../../../src/lib/core/import/read/sample';

const COLUMNS = ['name', 'day', 'y', 'x'];
const sample = (...rows: string[][]): Sample => ({
	rows: rows.map((cells, i) => ({ line: i + 2, cells })),
	faults: [],
	isWhole: true
});
const said = {
	columns: { title: 'name', date: 'day', lat: 'y', lon: 'x' },
	dataset: { title: 'A table', publisher: 'A publisher' }
};

describe('a mapping tried on the first rows', () => {
	it('leaves the order of day and month open where it could be either, with a date to ask by', () => {
		const { dates, mapping, counts, preview } = judge(
			COLUMNS,
			sample(['A', '03/04/2021', '40', '44']),
			said
		);
		expect(dates).toMatchObject({ order: undefined, example: '03/04/2021' });
		expect(mapping?.dateOrder).toBeUndefined();
		expect(counts).toMatchObject({ read: 1, imported: 0, refused: 1 });
		expect(preview[0]).toMatchObject({ line: 2, title: 'A', refused: { kind: 'date-order' } });
	});

	it('takes the order that is said, and shows the day that it makes', () => {
		const rows = sample(['A', '03/04/2021', '40', '44']);
		for (const [dateOrder, when] of [
			['dmy', '2021-04-03'],
			['mdy', '2021-03-04']
		] as const)
			expect(judge(COLUMNS, rows, { ...said, dateOrder }).preview[0]).toEqual({
				...{ line: 2, title: 'A', when, place: '', at: [44, 40], precision: 'near' },
				...{ by: 'A publisher', source: '' }
			});
	});

	it('takes from the rows what they decide, and tells when they contradict each other', () => {
		const decided = judge(
			COLUMNS,
			sample(['A', '25/04/2021', '40,5', '44,25'], ['B', '03/04/2021', '40,5', '44,25']),
			said
		);
		expect(decided.mapping).toMatchObject({ dateOrder: 'dmy', decimal: ',' });
		expect(decided.counts.imported).toBe(2);
		const mixed = judge(
			COLUMNS,
			sample(['A', '25/04/2021', '40', '44'], ['B', '04/25/2021', '40', '44']),
			said
		);
		expect(mixed.dates).toMatchObject({ order: undefined, isMixed: true, example: '25/04/2021' });
	});

	it('counts rows that could not be read among the refused', () => {
		const rows = sample(['A', '2021-05-13', '40', '44']);
		rows.faults.push({ line: 3, kind: 'cells', expected: 'four', found: 'two', mend: 'Mend it.' });
		expect(judge(COLUMNS, rows, said).counts).toMatchObject({ read: 2, imported: 1, refused: 1 });
	});

	it('of a known data set needs nothing said', () => {
		const columns = [
			'time',
			'latitude',
			'longitude',
			'depth',
			'mag',
			'magType',
			'net',
			'id',
			'updated',
			'place',
			'type'
		];
		const row = [
			'2021-05-13T10:00:00.000Z',
			'40',
			'44',
			'10',
			'5',
			'mw',
			'us',
			'us1',
			'2021-05-14',
			'5 km W of Sometown',
			'earthquake'
		];
		const { mapping, preview } = judge(columns, sample(row), undefined);
		expect(mapping).toBeUndefined();
		expect(preview[0]).toMatchObject({ when: '2021-05-13', at: [44, 40] });
		expect(preview[0]?.refused).toBeUndefined();
	});
});
