import type { RowFault, TableRow } from '../../../../src/lib/core/import/import';
import type { Table, TableSource } from '../../../../src/lib/core/import/read/table';

/** A file of some bytes, handed out in pieces of these lengths, the last again and again. */
export function sourceOf(
	content: string | Uint8Array,
	cuts: readonly number[] = [1 << 16]
): TableSource {
	const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content;
	return {
		name: 'table',
		size: bytes.length,
		slice: (start, end) => Promise.resolve(bytes.slice(start, end)),
		open: async function* () {
			let at = 0;
			for (let i = 0; at < bytes.length; i++) {
				const length = cuts[Math.min(i, cuts.length - 1)] as number;
				yield await Promise.resolve(bytes.subarray(at, at + length));
				at += length;
			}
		}
	};
}

/** All rows and faults of a table. */
export async function drain(table: Table): Promise<{ rows: TableRow[]; faults: RowFault[] }> {
	const all = { rows: [] as TableRow[], faults: [] as RowFault[] };
	for await (const { rows, faults } of table.batches()) {
		all.rows.push(...rows);
		all.faults.push(...faults);
	}
	return all;
}
