import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { asLine, shortened, textWidth, wrapped } from '../../../src/lib/core/picture/figure-text';

const style = { size: 12 };

describe('text set in a column', () => {
	it('is in no line wider than the column, and in no more lines than there may be', () => {
		fc.assert(
			fc.property(
				fc.string({ unit: 'grapheme', maxLength: 400 }),
				fc.integer({ min: 40, max: 300 }),
				fc.integer({ min: 1, max: 5 }),
				(text, width, most) => {
					const lines = wrapped(text, width, style, most);
					expect(lines.length).toBeLessThanOrEqual(most);
					for (const line of lines)
						if ([...line].length > 1) expect(textWidth(line, style)).toBeLessThanOrEqual(width);
				}
			)
		);
	});

	it('says all of its words where it fits, and ends with an ellipsis where it does not', () => {
		const words = fc.array(fc.stringMatching(/^[a-zա-ֆа-я]{1,9}$/), {
			minLength: 1,
			maxLength: 60
		});
		fc.assert(
			fc.property(words, fc.integer({ min: 120, max: 300 }), (list, width) => {
				const whole = wrapped(list.join(' '), width, style, 99);
				expect(whole.join(' ')).toBe(list.join(' '));
				const cut = wrapped(list.join(' '), width, style, 2);
				if (whole.length > 2) expect(cut.at(-1)).toMatch(/…$/);
				else expect(cut).toEqual(whole);
			})
		);
	});

	it('cuts a title of 2,000 characters, with spaces or without', () => {
		for (const text of ['x'.repeat(2000), 'a word '.repeat(300)]) {
			const lines = wrapped(text, 400, { size: 22, semibold: true, serif: true }, 2);
			expect(lines).toHaveLength(2);
			expect(lines[1]).toMatch(/…$/);
		}
	});

	it('keeps a text that fits', () => {
		expect(shortened('Լաչին', 400, style)).toBe('Լաչին');
		expect(shortened('a long line indeed', 60, style)).toMatch(/^a lo.*…$/);
	});
});

describe('a line of a dossier’s text', () => {
	it('turns no direction of writing and hides nothing', () => {
		expect(asLine('Lachin \u202egnp.exe\u202c \u2066and\u2069\tmore\u0007')).toBe(
			'Lachin gnp.exe and more'
		);
	});
});
