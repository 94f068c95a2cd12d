import fc from 'fast-check';
import Papa from 'papaparse';
import { describe, expect, it } from 'vitest';
import { openDelimited } from '../../../../src/lib/core/import/read/delimited';
import { drain, sourceOf } from './source';

const cell = fc
	.oneof(
		fc.string({ maxLength: 12, unit: 'grapheme' }),
		fc.string({
			maxLength: 8,
			unit: fc.constantFrom('"', ',', ';', '\t', '|', '\n', '\r', ' ', 'a', 'é', 'Ж', '🜂')
		})
	)
	.map((text) => text.replaceAll('\0', ''));
const end = fc.constantFrom('\n', '\r\n', '\r');
const cuts = fc.array(fc.integer({ min: 1, max: 40 }), { minLength: 1, maxLength: 20 });

/** A table as text, its lines ended in different ways, and where each of its rows begins. */
function written(rows: readonly (readonly string[])[], mark: string, ends: readonly string[]) {
	const lines: number[] = [];
	let line = 1;
	let text = '';
	rows.forEach((row, i) => {
		lines.push(line);
		const own = row
			.map((value) =>
				/["\r\n]|^\s|\s$/.test(value) || value.includes(mark) || row.length === 1
					? `"${value.replaceAll('"', '""')}"`
					: value
			)
			.join(mark);
		text += own + (ends[i % ends.length] as string);
		line += own.split(/\r\n|\r|\n/).length;
	});
	return { text, lines };
}

const tables = fc.integer({ min: 2, max: 6 }).chain((width) =>
	fc.record({
		rows: fc.array(fc.array(cell, { minLength: width, maxLength: width }), {
			minLength: 1,
			maxLength: 12
		}),
		mark: fc.constantFrom(',', ';', '\t', '|'),
		ends: fc.array(end, { minLength: 1, maxLength: 4 }),
		header: fc.constant(Array.from({ length: width }, (_, i) => `name ${i}`)),
		cuts
	})
);

describe('delimited text', () => {
	it('is read as papaparse reads it, whatever its delimiter and wherever its bytes are cut', async () => {
		await fc.assert(
			fc.asyncProperty(tables, async ({ rows, mark, header, cuts }) => {
				const { text } = written([header, header, ...rows], mark, ['\n']);
				const table = await openDelimited(sourceOf(text, cuts));
				fc.pre(table.delimiter === mark.charCodeAt(0));
				const { rows: read, faults } = await drain(table);
				const oracle = Papa.parse<string[]>(text, { delimiter: mark, newline: '\n' }).data;
				expect(faults).toEqual([]);
				expect(read.map(({ cells }) => cells)).toEqual(oracle.slice(1, -1));
			}),
			{ numRuns: 500 }
		);
	});

	it('gives back what was written, with the line of each row, however its lines end', async () => {
		await fc.assert(
			fc.asyncProperty(tables, async ({ rows, mark, header, ends, cuts }) => {
				const { text, lines } = written([header, header, ...rows], mark, ends);
				const table = await openDelimited(sourceOf(text, cuts));
				fc.pre(table.delimiter === mark.charCodeAt(0));
				const { rows: read, faults } = await drain(table);
				expect(faults).toEqual([]);
				expect(read.map(({ cells }) => cells)).toEqual([header, ...rows]);
				expect(read.map(({ line }) => line)).toEqual(lines.slice(1));
			}),
			{ numRuns: 500 }
		);
	});
});
