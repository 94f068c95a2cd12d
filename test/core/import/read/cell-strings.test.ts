import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CellStrings } from '../../../../src/lib/core/import/read/cell-strings';
import type { Block } from '../../../../src/lib/core/import/read/cut';
import { scanBlock } from '../../../../src/lib/core/import/read/scan';

const COMMA = 44;
const blockOf = (text: string, parts: readonly string[] = [text]): Block => {
	const ends: number[] = [];
	const lines: number[] = [];
	let end = 0;
	for (const part of parts) {
		lines.push(1 + ends.length * 10);
		ends.push((end += new TextEncoder().encode(part).length));
	}
	return {
		bytes: new TextEncoder().encode(parts.join('')),
		ends: Uint32Array.from(ends),
		lines: Uint32Array.from(lines),
		faults: []
	};
};

/** Rows of few different cells, some of them quoted, not in ASCII, empty, with NUL, too many or too few. */
const cell = fc.oneof(
	{ weight: 12, arbitrary: fc.constantFrom('a', 'bb', '', ' c', 'Town 12', 'x'.repeat(80)) },
	{ weight: 1, arbitrary: fc.constantFrom('"q,\n"', 'é', '\0', 'say "so"') }
);
const row = fc
	.tuple(
		fc.array(cell, { minLength: 2, maxLength: 4 }),
		fc.constantFrom('\n', '\r\n', '\r', '\n\n')
	)
	.map(([cells, end]) => cells.join(',') + end);
const part = fc.array(row, { minLength: 1, maxLength: 8 }).map((rows) => rows.join(''));

describe('cells as strings made before', () => {
	it('are those of the plain way, with the same lines and faults, whatever stands in the rows', () => {
		fc.assert(
			fc.property(fc.array(part, { minLength: 1, maxLength: 4 }), (parts) => {
				const block = blockOf('', parts);
				const columns = Array.from({ length: 3 }, () => new CellStrings());
				const plain = scanBlock(block, COMMA, 3, undefined);
				// Once to fill them, once to find them.
				expect(scanBlock(block, COMMA, 3, columns)).toEqual(plain);
				expect(scanBlock(block, COMMA, 3, columns)).toEqual(plain);
			}),
			{ numRuns: 1_000 }
		);
	});

	it('are told apart although their hashes are the same', () => {
		const strings = new CellStrings();
		const text = 'one,two,one';
		expect(strings.of(text, 0, 3, 7)).toBe('one');
		expect(strings.of(text, 4, 7, 7)).toBe('two');
		expect(strings.of(text, 8, 11, 7)).toBe('one');
		expect(strings.of(text, 0, 2, 7)).toBe('on');
	});

	it('are given up for a column whose cells do not repeat, and kept for one whose cells do', () => {
		const rows = Array.from({ length: 40_000 }, (_, i) => `id${i},Town ${i % 2_000}\n`);
		const columns = [new CellStrings(), new CellStrings()];
		const block = blockOf(rows.join(''));
		const found = scanBlock(block, COMMA, 2, columns);
		expect(columns.map(({ isOver }) => isOver)).toEqual([true, false]);
		expect(found.rows.map(({ cells }) => `${cells.join(',')}\n`)).toEqual(rows);
	});
});
