import { parquetWriteBuffer } from 'hyparquet-writer';
import { describe, expect, it } from 'vitest';
import { openTable } from '../../../../src/lib/core/import/read/open';
import { drain, sourceOf } from './source';

const written = (rows: number, rowGroupSize: number) =>
	new Uint8Array(
		parquetWriteBuffer({
			columnData: [
				{ name: 'name', data: Array.from({ length: rows }, (_, i) => `row ${i}`), type: 'STRING' },
				{ name: 'lat', data: Array.from({ length: rows }, (_, i) => i / 100), type: 'DOUBLE' },
				{
					name: 'at',
					data: Array.from({ length: rows }, (_, i) => new Date(Date.UTC(2021, 4, 13 + i))),
					type: 'TIMESTAMP'
				}
			],
			rowGroupSize
		})
	);

describe('Parquet', () => {
	it('is read over its row groups, a day as a day, rows by their numbers', async () => {
		const table = await openTable(sourceOf(written(1_300, 500)));
		expect(table).toMatchObject({ format: 'Parquet', unit: 'row', columns: ['name', 'lat', 'at'] });
		const { rows, faults } = await drain(table);
		expect(faults).toEqual([]);
		expect(rows).toHaveLength(1_300);
		expect(rows.map(({ line }) => line)).toEqual(Array.from({ length: 1_300 }, (_, i) => i + 1));
		expect(rows[0]?.cells).toEqual(['row 0', '0', '2021-05-13']);
		expect(rows[700]?.cells).toEqual(['row 700', '7', '2023-04-13']);
	});

	it('says that a file is cut short', async () => {
		const bytes = written(10, 5);
		await expect(openTable(sourceOf(bytes.subarray(0, bytes.length - 8)))).rejects.toThrow(
			/^The Parquet file cannot be read: .* nothing was imported\.$/
		);
	});
});
