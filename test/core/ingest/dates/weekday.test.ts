import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dates, mentions, only } from './reading';

const NAMES = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'];
const DAY = 86_400_000;
const iso = (time: number) => new Date(time).toISOString().slice(0, 10);
const someDay = fc
	.integer({ min: Date.UTC(1990, 0, 1) / DAY, max: Date.UTC(2040, 0, 1) / DAY })
	.map((days) => days * DAY);

describe('a weekday is counted from the day of publication', () => {
	it('back in the past tense, on in the future tense, and is that day where it is one', () => {
		fc.assert(
			fc.property(someDay, fc.integer({ min: 0, max: 6 }), (published, weekday) => {
				const name = NAMES[weekday] as string;
				// The oracle walks the days one by one, by the calendar of the platform.
				let past = published;
				while (new Date(past).getUTCDay() !== weekday) past -= DAY;
				let future = published;
				while (new Date(future).getUTCDay() !== weekday) future += DAY;
				const options = { published: iso(published) };
				expect(only(`The river broke its banks on ${name}.`, options)).toBe(iso(past));
				expect(only(`On ${name}, the river broke its banks.`, options)).toBe(iso(past));
				expect(only(`Engineers will inspect the dam on ${name}.`, options)).toBe(iso(future));
				expect(only(`On ${name}, engineers will inspect the dam.`, options)).toBe(iso(future));
			})
		);
	});

	it('with the part of the day that is written beside it', () => {
		expect(dates('A fire broke out late on Thursday and burned into Friday evening.')).toEqual([
			['late on Thursday', '2021-05-13'],
			['Friday evening', '2021-05-14']
		]);
		expect(only('Two were hurt in the early hours of Saturday morning.')).toBe('2021-05-15');
	});

	it('without a preposition and with an apostrophe', () => {
		expect(only('The mayor said Tuesday she was resigning.')).toBe('2021-05-11');
		expect(dates('The crowd left after Monday’s march.')).toEqual([['Monday', '2021-05-10']]);
		expect(only('Five were hurt in a Friday raid.')).toBe('2021-05-14');
	});

	it('each by the verb of its own clause', () => {
		expect(dates('The company said on Tuesday that its plant would reopen on Friday.')).toEqual([
			['Tuesday', '2021-05-11'],
			['Friday', '2021-05-21']
		]);
		expect(dates('“We will appeal on Wednesday,” the lawyer said on Saturday.')).toEqual([
			['Wednesday', '2021-05-19'],
			['Saturday', '2021-05-15']
		]);
	});

	it('and says in words what it was counted from', () => {
		expect(mentions('It rained on Thursday.')[0]?.reason).toBe(
			'Thursday before the Sunday of publication.'
		);
	});
});

describe('a weekday that says which', () => {
	it('is the last or that of next week', () => {
		expect(only('The bridge fell last Friday.', { published: '2021-05-19' })).toBe('2021-05-14');
		expect(only('The bridge opens next Tuesday.', { published: '2021-05-13' })).toBe('2021-05-18');
		expect(only('The bridge opened on Monday last week.', { published: '2021-05-13' })).toBe(
			'2021-05-03'
		);
	});

	it('is in doubt where two may be meant', () => {
		expect(only('The bridge fell last Saturday.')).toBe('2021-05-15?');
		expect(only('The bridge opens next Friday.', { published: '2021-05-11' })).toBe('2021-05-21?');
	});
});

describe('what holds a weekday and is no date', () => {
	it.each([
		'The shop is closed on Sundays.',
		'Prayers are held every Friday.',
		'The Sunday Times named the bank.',
		'Shops were busy on Black Friday.',
		'The Good Friday Agreement ended it.',
		'It happened to be on a Tuesday, of all days.',
		'The sun shone, the cat sat, and they wed.'
	])('%s', (text) => {
		expect(dates(text)).toEqual([]);
	});
});

describe('a day of the month', () => {
	it('is the nearest on the side of the tense', () => {
		expect(only('The ship sailed on the 14th.')).toBe('2021-05-14');
		expect(only('The ship sailed on the 28th.')).toBe('2021-04-28');
		expect(only('The ship will sail on the 14th.')).toBe('2021-06-14');
	});

	it('falls on the weekday that is written with it', () => {
		expect(only('The ship sailed on Friday the 13th.')).toBeNull();
		expect(only('The ship sailed on Friday the 12th.')).toBe('2021-03-12');
	});

	it('is none of a floor, an anniversary or a division', () => {
		expect(dates('He lived on the 14th floor, and the 20th brigade was near.')).toEqual([]);
	});
});
