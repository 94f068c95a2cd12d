import { describe, expect, it } from 'vitest';
import { dates, only } from './reading';

describe('a month', () => {
	it('is the latest before publication in the past tense, the next in the future tense', () => {
		expect(dates('It rained in July and August.').map(([, value]) => value)).toEqual([
			'2020-07',
			'2020-08'
		]);
		expect(only('The war that ended in November took many lives.')).toBe('2020-11');
		expect(only('The lake froze in February.')).toBe('2021-02');
		expect(only('The lake will freeze in February.')).toBe('2022-02');
		expect(only('A vote is planned for June.')).toBe('2021-06');
		expect(only('The lake flooded in May.')).toBe('2021-05');
	});

	it('is open where no verb says which of two', () => {
		expect(only('Elections in June', { role: 'headline' })).toBeNull();
	});

	it('keeps the year that is written', () => {
		expect(only('It opened in March 2019.')).toBe('2019-03');
		expect(only('It opened in April of 2006.')).toBe('2006-04');
		expect(only('It opened in Nov. 2019.')).toBe('2019-11');
		expect(only('It opened in October last year.')).toBe('2020-10');
		expect(dates('It rained in May and June 2020.')).toEqual([
			['May', '2020-05'],
			['June 2020', '2020-06']
		]);
	});

	it('is not cut finer than it is written', () => {
		expect(only('It rained in mid-March.')).toBe('2021-03');
		expect(only('It rained in late March.')).toBe('2021-03');
		expect(only('It rained in the last week of March.')).toBe('2021-03');
	});

	it('says which', () => {
		expect(only('It rained last November.')).toBe('2020-11');
		expect(only('It rained last January.')).toBe('2021-01?');
		expect(only('It will rain this August.')).toBe('2021-08');
		expect(only('It will rain next March.')).toBe('2022-03');
	});

	it('names an event', () => {
		expect(only('The December ceasefire held for weeks.')).toBe('2020-12');
	});
});

describe('a season', () => {
	it('is EDTF’s, with its year', () => {
		expect(only('In the fall of 2020, the levees broke.')).toBe('2020-23');
		expect(only('In autumn 2020, the levees broke.')).toBe('2020-23');
		expect(only('The summer of 2019 was dry.')).toBe('2019-22');
		expect(only('The winter of 2020–21 was cold.')).toBe('2020-24');
		expect(only('Spring 2002 was cold.')).toBe('2002-21');
	});

	it('is in doubt where a winter has one year', () => {
		expect(only('The winter of 2020 was cold.')).toBe('2020-24?');
	});

	it('counts from publication', () => {
		expect(only('Last summer was dry.')).toBe('2020-22');
		expect(only('Last winter was dry.')).toBe('2020-24');
		expect(only('This spring was dry.')).toBe('2021-21');
		expect(only('The pass reopened in the spring.')).toBe('2021-21');
		expect(only('The pass closed in the autumn.')).toBe('2020-23');
		expect(only('Last summer was dry.', { published: '2021-11-03' })).toBe('2021-22?');
		expect(only('This winter is cold.', { published: '2021-01-20' })).toBe('2020-24');
	});

	it('shares a year', () => {
		expect(dates('Herds were lost in the spring and summer of 2001.')).toEqual([
			['the spring', '2001-21'],
			['summer of 2001', '2001-22']
		]);
	});

	it.each([
		'Prices fall in spring water.',
		'The fall of the city shocked all.',
		'The Arab Spring began.'
	])('is not: %s', (text) => expect(dates(text)).toEqual([]));
});
