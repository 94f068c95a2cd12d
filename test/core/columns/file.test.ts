import { describe, expect, it } from 'vitest';
import { syntheticColumns } from '../../synthetic/columns';
import { dictionariesOf, entriesOf, opened, written } from './memory';

describe('a file of events', () => {
	it.each([0, 1, 255, 256, 257, 3000])('gives back the columns of %i rows', async (length) => {
		const columns = syntheticColumns(length, 4);
		const file = await opened(await written(entriesOf(columns), dictionariesOf(columns)));
		expect(file.length).toBe(length);
		expect(await file.columns()).toEqual(columns);
	});

	it('gives each event with the sources that it cites', async () => {
		const columns = syntheticColumns(1000, 5);
		const entries = [...entriesOf(columns)];
		const file = await opened(await written(entries, dictionariesOf(columns)));
		const rows = [999, 0, 255, 256, 511, 512];
		const records = await file.records(rows);
		expect([...records.keys()].sort()).toEqual([...rows].sort());
		for (const row of rows) {
			const entry = entries[row];
			expect(records.get(row)).toEqual({
				event: JSON.parse(entry?.event as string),
				sources: entry?.sources.map(([, json]) => JSON.parse(json) as unknown)
			});
		}
	});

	it('finds the row of an id, and none for an id that it does not have', async () => {
		const columns = syntheticColumns(2000, 6);
		const entries = [...entriesOf(columns)];
		const file = await opened(await written(entries, dictionariesOf(columns)));
		for (const row of [0, 1, 777, 1999])
			expect(await file.rowOf(entries[row]?.row.id as string)).toBe(row);
		expect(await file.rowOf('nobody')).toBe(undefined);
		expect(await file.rowOf('')).toBe(undefined);
	});

	it('finds the rows that cite a source, and those that have a word', async () => {
		const columns = syntheticColumns(2500, 7);
		const file = await opened(await written(entriesOf(columns), dictionariesOf(columns)));
		expect([...(await file.rowsCiting(['source-3', 'source-1', 'none']))]).toEqual([
			1, 3, 1001, 1003, 2001, 2003
		]);
		expect([...(await file.rowsWithWord('number12'))]).toEqual([
			12,
			...Array.from({ length: 10 }, (_, i) => 120 + i),
			...Array.from({ length: 100 }, (_, i) => 1200 + i)
		]);
		expect((await file.rowsWithWord('event')).length).toBe(2500);
		expect((await file.rowsWithWord('tenth7')).length).toBe(250);
		expect((await file.rowsWithWord('zebra')).length).toBe(0);
		expect((await file.rowsWithWord('')).length).toBe(0);
	});
});
