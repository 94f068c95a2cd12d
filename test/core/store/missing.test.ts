import { expect, it } from 'vitest';
import { dayOf } from '../../../src/lib/core/date/day';
import { missingInWords } from '../../../src/lib/core/store/missing';

const year = (year: number) => ({ from: dayOf(year, 1, 1), to: dayOf(year, 12, 31) });

it('says in one sentence which years cannot be reached', () => {
	const end = 'cannot be reached at the moment: what is counted and shown may lack them.';
	expect(missingInWords([])).toBeUndefined();
	expect(missingInWords([year(2015)])).toBe(`Events of 2015 ${end}`);
	expect(missingInWords([{ from: dayOf(2015, 1, 1), to: dayOf(2018, 12, 31) }])).toBe(
		`Events of 2015 to 2018 ${end}`
	);
	expect(missingInWords([{ to: dayOf(1999, 12, 31) }])).toBe(`Events until 1999 ${end}`);
	expect(missingInWords([{ from: dayOf(2020, 1, 1) }])).toBe(`Events from 2020 on ${end}`);
});

it('names each part once, whichever answers left it out, the earliest first', () => {
	expect(missingInWords([year(2018), year(2015), year(2018), { to: dayOf(1999, 12, 31) }])).toMatch(
		/^Events until 1999, of 2015 and of 2018 cannot/
	);
});
