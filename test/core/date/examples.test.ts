import { describe, expect, it } from 'vitest';
import { dateExamples } from '../../../src/lib/core/date/examples';
import { parseWhen } from '../../../src/lib/core/date/when';
import { whenInWords } from '../../../src/lib/core/date/words';

describe('the forms of a date that are offered', () => {
	it.each([1021, 1999, 2021])('are all read, in the year %i too', (year) => {
		for (const { form, edtf } of dateExamples(year)) expect(parseWhen(edtf).ok, form).toBe(true);
	});
	it('say each something of its own', () => {
		const words = dateExamples().map(({ edtf }) => {
			const read = parseWhen(edtf);
			return read.ok ? whenInWords(read.when) : '';
		});
		expect(new Set(words).size).toBe(words.length - sameInWords(words));
	});
});

/** “Some day of May” and “May” read alike: the bounds are the same. */
function sameInWords(words: string[]): number {
	return words.filter((word) => word === 'May 2021').length - 1;
}
