import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dates, only } from './reading';

const MONTHS =
	'January February March April May June July August September October November December'.split(
		' '
	);
const SHORT = 'Jan. Feb. March April May June July Aug. Sept. Oct. Nov. Dec.'.split(' ');
const WEEKDAYS = 'Sunday Monday Tuesday Wednesday Thursday Friday Saturday'.split(' ');
const DAY = 86_400_000;

function ordinal(n: number): string {
	const ending = ['th', 'st', 'nd', 'rd'][n % 10] ?? 'th';
	return `${n}${n > 10 && n < 14 ? 'th' : ending}`;
}

/** The ways in which newspapers write a day. */
const STYLES: ((date: Date) => string)[] = [
	(d) => d.toISOString().slice(0, 10),
	(d) => `${d.getUTCDate()} ${MONTHS[d.getUTCMonth()]} ${d.getUTCFullYear()}`,
	(d) => `${ordinal(d.getUTCDate())} ${MONTHS[d.getUTCMonth()]}, ${d.getUTCFullYear()}`,
	(d) => `${ordinal(d.getUTCDate())} of ${MONTHS[d.getUTCMonth()]} ${d.getUTCFullYear()}`,
	(d) => `${MONTHS[d.getUTCMonth()]} ${d.getUTCDate()}, ${d.getUTCFullYear()}`,
	(d) => `${MONTHS[d.getUTCMonth()]} ${ordinal(d.getUTCDate())}, ${d.getUTCFullYear()}`,
	(d) => `${SHORT[d.getUTCMonth()]} ${d.getUTCDate()}, ${d.getUTCFullYear()}`,
	(d) =>
		`${WEEKDAYS[d.getUTCDay()]}, ${MONTHS[d.getUTCMonth()]} ${d.getUTCDate()}, ${d.getUTCFullYear()}`,
	(d) =>
		`${WEEKDAYS[d.getUTCDay()]} ${d.getUTCDate()} ${MONTHS[d.getUTCMonth()]} ${d.getUTCFullYear()}`,
	(d) => `${MONTHS[d.getUTCMonth()]?.toUpperCase()} ${d.getUTCDate()}, ${d.getUTCFullYear()}`,
	(d) => `${d.getUTCDate()}\u00a0${MONTHS[d.getUTCMonth()]} ${d.getUTCFullYear()}`
];

const someDay = fc
	.integer({ min: Date.UTC(1900, 0, 1) / DAY, max: Date.UTC(2060, 0, 1) / DAY })
	.map((days) => new Date(days * DAY));

describe('a day that is written out', () => {
	it('comes back as that day in every style, wherever it stands', () => {
		fc.assert(
			fc.property(someDay, fc.constantFrom(...STYLES), fc.boolean(), (date, style, first) => {
				const written = style(date);
				const text = first
					? `On ${written}, the two towns signed a pact.`
					: `The two towns signed a pact on ${written}.`;
				expect(dates(text)).toEqual([[written, date.toISOString().slice(0, 10)]]);
				// Nothing of it counts from publication.
				expect(only(text, { published: null })).toBe(date.toISOString().slice(0, 10));
			}),
			{ numRuns: 400 }
		);
	});

	it('is in doubt where its weekday is another', () => {
		expect(only('It sank on Monday, May 14, 2021.')).toBe('2021-05-14?');
	});

	it('is nothing where the calendar has no such day', () => {
		expect(dates('It sank on 30 February 2021, or on June 31.')).toEqual([
			['30 February 2021', null],
			['June 31', null]
		]);
	});

	it('takes no number beside it for a year or a day', () => {
		expect(dates('On March 3, 45 people fled.')).toEqual([['March 3', '2021-03-03']]);
		expect(dates('On March 3, 2020, 11 people fled.')).toEqual([['March 3, 2020', '2020-03-03']]);
		expect(dates('In March, 30 people fled.')).toEqual([['March', '2021-03']]);
		expect(dates('On March 3, 2,000 people fled.')).toEqual([['March 3', '2021-03-03']]);
	});
});

describe('a day without its year', () => {
	it('is the last one in the past tense and the next one in the future tense', () => {
		expect(only('The dam burst on March 20.')).toBe('2021-03-20');
		expect(only('The dam burst on 20 December.')).toBe('2020-12-20');
		expect(only('The dam will be opened on 20 December.')).toBe('2021-12-20');
		expect(only('The ministers are expected to meet on June 2.')).toBe('2021-06-02');
	});

	it('names an event by its day', () => {
		expect(only('Four were hurt during the May 3 clashes.')).toBe('2021-05-03');
		expect(only('They spoke ahead of the June 14 summit.')).toBe('2021-06-14');
	});

	it('is in the year that makes it the weekday beside it', () => {
		expect(only('It begins on Monday, May 24.')).toBe('2021-05-24');
		expect(only('The case of Thursday, December 31, is closed.')).toBe('2020-12-31');
		expect(only('The case of Tuesday, August 1, is closed.')).toBeNull();
	});

	it('is of the year that the text tells of', () => {
		expect(
			dates('The truce was signed on November 9, 2018. On November 11, the guns fell silent.')
		).toEqual([
			['November 9, 2018', '2018-11-09'],
			['November 11', '2018-11-11']
		]);
		expect(dates('In 1999, the army crossed the river on March 24.')).toEqual([
			['1999', '1999'],
			['March 24', null]
		]);
	});

	it('is in doubt where it is nearly a year off on the side of the tense', () => {
		expect(only('The plan was made on June 20.')).toBe('2021-06-20?');
		expect(only('The fair will take place on May 10.')).toBeNull();
	});

	it('exists on a leap day', () => {
		expect(only('He was born on February 29.')).toBe('2020-02-29');
	});

	it('is of the year before or after, where that is said', () => {
		expect(dates('It opened on December 7 last year.')).toEqual([
			['December 7 last year', '2020-12-07']
		]);
	});
});

describe('days written in numbers', () => {
	it('are read where only one reading is a date', () => {
		expect(only('Signed 25/12/2020.')).toBe('2020-12-25');
		expect(only('Signed 12/25/2020.')).toBe('2020-12-25');
		expect(only('Signed 05/05/2020.')).toBe('2020-05-05');
		expect(only('Signed 13.05.2020.')).toBe('2020-05-13');
		expect(only('Signed 2020/05/13.')).toBe('2020-05-13');
	});

	it('are left open where two are', () => {
		expect(only('Signed 11/09/2020.')).toBeNull();
	});

	it('are not made of codes, scores and addresses', () => {
		expect(dates('Call 555-2021-05, see 10.12.13.14, they won 3-2 and 22–0.')).toEqual([]);
	});
});

describe('names and verbs that are months', () => {
	it.each([
		'You may march 5 miles in the sun.',
		'It may rain, and it may 5 times.',
		'Theresa May spoke. May said no, and so did those led by May.',
		'They walked in the March for Peace.',
		'June Brown met August Wilson.',
		'They met in May 9 Park.'
	])('%s', (text) => {
		expect(dates(text)).toEqual([]);
	});
});
