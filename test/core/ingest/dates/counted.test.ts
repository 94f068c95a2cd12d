import { describe, expect, it } from 'vitest';
import { dates, only } from './reading';

describe('days near publication', () => {
	it.each([
		['It rained yesterday.', '2021-05-15'],
		['It rained the day before yesterday.', '2021-05-14'],
		['It rained this morning.', '2021-05-16'],
		['It rained earlier today.', '2021-05-16'],
		['It rained last night.', '2021-05-15'],
		['It will rain tonight.', '2021-05-16'],
		['It will rain tomorrow afternoon.', '2021-05-17'],
		['It will rain the day after tomorrow.', '2021-05-18'],
		['Overnight, shells fell on the town.', '2021-05-15/2021-05-16']
	])('%s', (text, value) => expect(only(text)).toBe(value));

	it('are about the day, where publication is', () => {
		expect(only('It rained yesterday.', { published: '2021-05-16~' })).toBe('2021-05-15~');
		// A weekday holds by its own name.
		expect(only('It rained on Thursday.', { published: '2021-05-16~' })).toBe('2021-05-13');
	});

	it('are no newspaper and no curfew', () => {
		expect(dates('He told Turkey Today of an overnight curfew.')).toEqual([]);
	});
});

describe('weeks, months and years near publication', () => {
	it.each([
		['It rained last week.', '2021-05-03/2021-05-09'],
		['It rained this week.', '2021-05-10/2021-05-16'],
		['It will rain next week.', '2021-05-17/2021-05-23'],
		['He fell ill and died this week after it rained.', '2021-05-10/2021-05-16'],
		['He died last year of a fever.', '2020'],
		['It rained earlier in the year.', '2021'],
		['It rained last month.', '2021-04'],
		['It rained earlier this month.', '2021-05'],
		['A visit is scheduled for the beginning of next month.', '2021-06'],
		['It rained last year.', '2020'],
		['It rained late last year.', '2020'],
		['It will rain by the end of the year.', '2021'],
		['It will rain next year.', '2022'],
		['Thousands marched at the weekend.', '2021-05-15/2021-05-16']
	])('%s', (text, value) => expect(only(text)).toBe(value));

	it('begin and end with publication, where they say earlier or later', () => {
		const wednesday = { published: '2021-05-12' };
		expect(only('It rained earlier this week.', wednesday)).toBe('2021-05-10/2021-05-12');
		expect(only('It will rain later this week.', wednesday)).toBe('2021-05-12/2021-05-16');
		expect(only('Thousands marched over the weekend.', wednesday)).toBe('2021-05-08/2021-05-09');
		expect(only('Thousands will march at the weekend.', wednesday)).toBe('2021-05-15/2021-05-16');
		expect(only('Thousands will march next weekend.', wednesday)).toBeNull();
	});

	it('cross the year', () => {
		expect(only('It rained last month.', { published: '2021-01-03' })).toBe('2020-12');
		expect(only('It will rain next month.', { published: '2020-12-30' })).toBe('2021-01');
		expect(only('It rained last week.', { published: '2021-01-04' })).toBe('2020-12-28/2021-01-03');
	});
});

describe('what is counted back or on', () => {
	it.each([
		['It rained one day ago.', '2021-05-15'],
		['It rained two days ago.', '2021-05-14'],
		['It rained three days ago.', '2021-05-13'],
		['It rained 3 days ago.', '2021-05-13'],
		['It rained a week ago.', '2021-05-09~'],
		['It rained three weeks ago.', '2021-04-22~/2021-04-28~'],
		['It rained two months ago.', '2021-03~'],
		['It rained a year ago.', '2020~'],
		['It rained twenty years ago.', '2001~'],
		['It rained more than a week ago.', '../2021-05-09~'],
		['It rained years ago.', null],
		['It rained in the last 24 hours.', '2021-05-15/2021-05-16'],
		['It rained over the past week.', '2021-05-09/2021-05-16'],
		['It rained this past week.', '2021-05-09/2021-05-16'],
		['It rained in recent days.', '2021-05-09~/2021-05-16'],
		['It rained in recent years.', null],
		['Rain is forecast in the coming days.', '2021-05-16/2021-05-23~'],
		['The court will rule in two days.', '2021-05-18~'],
		['The court will rule in two weeks.', '2021-05-27~/2021-06-02~']
	])('%s', (text, value) => expect(only(text)).toBe(value));

	it.each([
		'It was rebuilt in two weeks.',
		'It was the worst flood in 30 years.',
		'In 44 days of fighting they lost the town.',
		'They marched for three days and held out for a week.'
	])('is no date, but how long it took: %s', (text) => expect(dates(text)).toEqual([]));
});
