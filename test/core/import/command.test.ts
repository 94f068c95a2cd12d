import { execFileSync } from 'node:child_process';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { mappedColumns, readMappingOptions } from '../../../src/cli/import/options';
import { importCommand } from '../../../src/lib/core/import/command';
import type { Mapping } from '../../../src/lib/core/import/import';

/** The words that a shell makes of a command behind `npm`. */
const words = (command: string): string[] =>
	execFileSync('sh', ['-c', command.replace(/^npm/, "printf '%s\\0'")], { encoding: 'utf8' })
		.split('\0')
		.slice(0, -1);
const all = (given: readonly string[], option: string) =>
	given.flatMap((word, i) => (word === option ? [given[i + 1] as string] : []));

describe('the command of an import', () => {
	it('says to the command line what was said in the browser, whatever the names of columns and files', () => {
		const name = fc
			.string({ unit: 'grapheme-ascii', minLength: 1, maxLength: 12 })
			.map((text) => text.trim() || 'a');
		fc.assert(
			fc.property(
				name,
				fc.record({ date: name, title: name, 'source-url': name }),
				fc.constantFrom('dmy' as const, 'mdy' as const),
				fc.constantFrom('.' as const, ',' as const),
				fc.record({ title: name, publisher: name }),
				(file, columns, dateOrder, decimal, dataset) => {
					const mapping: Mapping = { columns, dateOrder, decimal, dataset };
					const given = words(importCommand(file, 'geodata/a', mapping));
					expect(given.slice(0, 5)).toEqual([...['run', '-s', 'dateline', '--', 'import']]);
					expect(given[5]).toBe(file.startsWith('-') ? `./${file}` : file);
					expect(all(given, '--into')).toContain('geodata/a');
					const options = readMappingOptions({
						'date-order': all(given, '--date-order').at(-1),
						decimal: all(given, '--decimal').at(-1)
					});
					expect(options).toMatchObject({
						dateOrder,
						decimal: decimal === ',' ? ',' : undefined
					});
					expect(mappedColumns(all(given, '--map').slice(0, 3), Object.values(columns))).toEqual(
						columns
					);
					expect(given).toContain(dataset.title);
					expect(given).toContain(dataset.publisher);
				}
			),
			{ numRuns: 60 }
		);
	});

	it('holds nothing that a terminal would obey', () => {
		const command = importCommand('a\u001b[2J\r\nrm -rf x.csv', 'geodata/a', undefined);
		expect(words(command)[5]).toBe('a [2J rm -rf x.csv');
	});

	it('of a known data set names no columns', () => {
		expect(importCommand('ged.csv', 'geodata/a', undefined)).toBe(
			'npm run -s dateline -- import ged.csv --into geodata/a'
		);
	});
});
