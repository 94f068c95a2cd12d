import { afterAll, describe, expect, it } from 'vitest';
import { calendarOf, dayOf, formatDay, parseDay } from '../../../src/lib/core/date/day';
import { matchRange } from '../../../src/lib/core/date/match';
import { parseWhen } from '../../../src/lib/core/date/when';
import { dayInWords, whenInWords } from '../../../src/lib/core/date/words';
import { parseView, stringifyView } from '../../../src/lib/core/view/codec';

const home = process.env['TZ'];
/** Far east, far west, half an hour off, and home. Clocks change on some of the days below. */
const zones: [string, number][] = [
	['UTC', 0],
	['Pacific/Auckland', -780],
	['America/Los_Angeles', 480],
	['Asia/Kolkata', -330]
];
const dates = [
	'2021-05-13',
	'2020-02-29',
	'2021-12-31',
	'2022-01-01',
	'2021-03-14',
	'2021-04-04',
	'1970-01-01',
	'1969-12-31',
	'2021-05',
	'2020-23',
	'2020-24',
	'199X',
	'2021-05-13~',
	'../2021-05-14'
];

function answers(): unknown {
	return dates.map((text) => {
		const parsed = parseWhen(text);
		const when = parsed.ok ? parsed.when : null;
		const day = parseDay(text);
		return [
			when,
			whenInWords(when),
			day,
			day === undefined ? undefined : [formatDay(day), dayInWords(day), calendarOf(day)],
			matchRange(when, { from: dayOf(2021, 5, 13), to: dayOf(2021, 5, 14) }),
			stringifyView(parseView(`from=${text}&to=2023-01-01`).view)
		];
	});
}

describe('days are those that the source writes, in every time zone', () => {
	afterAll(() => {
		if (home === undefined) delete process.env['TZ'];
		else process.env['TZ'] = home;
	});
	process.env['TZ'] = 'UTC';
	const expected = answers();

	it.each(zones)('in %s', (zone, offset) => {
		process.env['TZ'] = zone;
		// The zone is in force, or the test would prove nothing.
		expect(new Date(2021, 0, 15).getTimezoneOffset()).toBe(offset);
		expect(answers()).toEqual(expected);
	});
});
