import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseDay } from '../../../src/lib/core/date/day';
import { matchRange, type Match } from '../../../src/lib/core/date/match';
import { parseWhen } from '../../../src/lib/core/date/when';

function match(when: string | null, from?: string, to?: string): Match {
	const parsed = when === null ? undefined : parseWhen(when);
	return matchRange(parsed?.ok ? parsed.when : null, {
		from: from === undefined ? undefined : parseDay(from),
		to: to === undefined ? undefined : parseDay(to)
	});
}

describe('an event against a range of days', () => {
	it.each<[string | null, string | undefined, string | undefined, Match]>([
		['2021-05-13', '2021-05-13', '2021-05-13', 'certain'],
		['2021-05-13', '2021-05-14', undefined, 'outside'],
		['2021-05-13', undefined, '2021-05-12', 'outside'],
		['2021-05', '2021-05-01', '2021-05-31', 'certain'],
		['2021-05', '2021-05-02', '2021-05-31', 'possible'],
		['2021-05', '2021-06-01', undefined, 'outside'],
		['2021-05-13~', '2021-05-01', '2021-05-31', 'possible'],
		['2021-05-13~', '2021-05-14', '2021-05-31', 'possible'],
		['2021-05-13~', '2021-05-15', '2021-05-31', 'outside'],
		['../2021-05-14', '2021-05-01', '2021-05-31', 'possible'],
		['../2021-05-14', undefined, '2021-05-31', 'certain'],
		[null, '2021-05-01', '2021-05-31', 'possible'],
		[null, undefined, undefined, 'certain'],
		['2021-05~', undefined, undefined, 'certain']
	])('%s in %s to %s is %s', (when, from, to, expected) => {
		expect(match(when, from, to)).toBe(expected);
	});

	it('agrees with counting the days one by one', () => {
		const days = fc.integer({ min: 18_000, max: 18_060 });
		fc.assert(
			fc.property(days, days, days, days, (a, b, c, d) => {
				const [first, last] = [Math.min(a, b), Math.max(a, b)];
				const [from, to] = [Math.min(c, d), Math.max(c, d)];
				const part = { text: '', first, last, unit: 'day' as const, year: 2019 };
				const found = matchRange(
					{
						edtf: '',
						start: part,
						end: part,
						first,
						last,
						possibleFirst: first,
						possibleLast: last,
						doubtful: false
					},
					{ from, to }
				);
				let inside = 0;
				for (let at = first; at <= last; at++) if (at >= from && at <= to) inside++;
				const expected =
					inside === 0 ? 'outside' : inside === last - first + 1 ? 'certain' : 'possible';
				expect(found).toBe(expected);
			})
		);
	});
});
