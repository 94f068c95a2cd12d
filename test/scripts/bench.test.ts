import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { asMarkdown, withBetween } from '../../scripts/bench/put-table.js';
import { aligned, quantile, table } from '../../scripts/bench/table.js';

describe('the benchmark’s table', () => {
	it('takes quantiles of what lies between the least and the greatest', () => {
		expect(quantile([3, 1, 2], 0.5)).toBe(2);
		expect(quantile([1, 2], 0.5)).toBe(1.5);
		expect(quantile([7], 0.95)).toBe(7);
		fc.assert(
			fc.property(
				fc.array(fc.double({ min: 0, max: 1e6, noNaN: true }), { minLength: 1 }),
				fc.double({ min: 0, max: 1, noNaN: true }),
				(values, q) => {
					const found = quantile(values, q);
					const below = values.filter((value) => value <= found + 1e-6).length;
					expect(below).toBeGreaterThanOrEqual(Math.floor(q * (values.length - 1)) + 1);
					expect(quantile(values, 0)).toBe(Math.min(...values));
					expect(quantile(values, 1)).toBe(Math.max(...values));
				}
			)
		);
	});

	it('sets each page of a dossier against the first', () => {
		const steady = (work: number, drawn: number) =>
			Array.from({ length: 9 }, () => ({ work, drawn }));
		const lines = table([
			{ dossier: 'one', page: 'ours', samples: steady(4, 20) },
			{ dossier: 'one', page: 'theirs', samples: steady(8, 50) },
			{ dossier: 'two', page: 'ours', samples: steady(6, 30) }
		]).split('\n');
		expect(lines[1]).toMatch(/^one +ours +4\.0 +4\.0 +20\.0 +20\.0 +1\.00 +1\.00$/);
		expect(lines[2]).toMatch(/^one +theirs +8\.0 +8\.0 +50\.0 +50\.0 +2\.00 +2\.50$/);
		expect(lines[3]).toMatch(/ 1\.00$/);
	});
});

describe('the tables in docs/performance.md', () => {
	it('are those that were printed, cell by cell, whatever stands in these', () => {
		const cell = fc.stringMatching(/^[a-z0-9,.µ|]+( [a-z0-9]+)?$/);
		fc.assert(
			fc.property(
				fc.integer({ min: 2, max: 5 }).chain((width) =>
					fc.array(fc.array(cell, { minLength: width, maxLength: width }), {
						minLength: 2,
						maxLength: 5
					})
				),
				fc.nat(2),
				(lines, words) => {
					const found = asMarkdown(`A title:\n\n${aligned(lines, words)}\n\nA sentence.`).split(
						'\n'
					);
					expect(found[0]).toBe('A title:');
					expect(found.at(-1)).toBe('A sentence.');
					const cells = found.slice(2, -2).map((line) =>
						line
							.slice(2, -2)
							.split(' | ')
							.map((one) => one.replaceAll('\\|', '|'))
					);
					expect([cells[0], ...cells.slice(2)]).toEqual(lines);
				}
			)
		);
	});

	it('have numbers at the right', () => {
		const printed = aligned(
			[
				['format', 'kB', 'memory'],
				['ours', '1,234', '12 MB'],
				['theirs', '–', '-3 MB']
			],
			1
		);
		expect(asMarkdown(printed).split('\n')[1]).toBe('| --- | ---: | ---: |');
	});

	it('stand between two marks, and what stands about them is left alone', () => {
		const page = 'Before.\n\n<!-- bench:load -->\n\nold\n\n<!-- /bench:load -->\n\nAfter.\n';
		const once = withBetween(page, 'load', 'new\n');
		expect(once).toBe(page.replace('old', 'new'));
		expect(withBetween(once, 'load', 'new')).toBe(once);
		expect(withBetween(page.replace('\n\nold\n', ''), 'load', 'new')).toBe(once);
	});

	it.each(['', '<!-- bench:load -->', '<!-- /bench:load --><!-- bench:load -->'])(
		'are not written where there is no place for them: %j',
		(page) => {
			expect(() => withBetween(page, 'load', 'new')).toThrow(
				'Expected <!-- bench:load --> and <!-- /bench:load --> once each, in this order.'
			);
		}
	);

	it('have a place for each part that docs/performance.md promises to write', () => {
		const page = readFileSync('docs/performance.md', 'utf8');
		for (const part of ['scrub', 'import', 'load'])
			expect(withBetween(page, part, 'x')).toContain(`<!-- bench:${part} -->\n\nx\n\n`);
	});
});
