import { describe, expect, it } from 'vitest';
import { dates, only } from './reading';

describe('two ends of one stretch', () => {
	it.each([
		['It rained from Monday to Wednesday.', '2021-05-10/2021-05-12'],
		['The fair will run from Monday to Wednesday.', '2021-05-17/2021-05-19'],
		['It rained between Monday and Wednesday.', '2021-05-10/2021-05-12'],
		['It rained overnight from Friday to Saturday.', '2021-05-14/2021-05-15'],
		['It rained between 3 and 7 June 2013.', '2013-06-03/2013-06-07'],
		['It rained from June 3 to July 5, 2013.', '2013-06-03/2013-07-05'],
		['It rained on 10-12 May.', '2021-05-10/2021-05-12'],
		['It rained on May 10–12.', '2021-05-10/2021-05-12'],
		['It rained on November 9-10 last year.', '2020-11-09/2020-11-10'],
		['It rained on 13 or 14 May.', '2021-05-13?/2021-05-14?'],
		['It rained on May 10 and 11.', '2021-05-10/2021-05-11'],
		['It rained from December 30 to January 2.', '2020-12-30/2021-01-02'],
		['It rained from January 2005 through June 2007.', '2005-01/2007-06'],
		['It rained from November to March.', '2020-11/2021-03'],
		['The road will be closed between May and July.', '2021-05/2021-07'],
		['It rained from August 2006 until 9 September 2007.', '2006-08/2007-09-09'],
		['It rained from late 2008 to mid-2009.', '2008/2009'],
		['A curfew will hold between 9 p.m. Friday and 5 a.m. Monday.', '2021-05-21/2021-05-24']
	])('%s', (text, value) => expect(only(text)).toBe(value));

	it('share a year that stands behind the last', () => {
		expect(dates('It rained on 3 May, 5 May and 7 June 2018.').map(([, value]) => value)).toEqual([
			'2018-05-03',
			'2018-05-05',
			'2018-06-07'
		]);
	});

	it('are two dates where nothing joins them', () => {
		expect(dates('It rained on Monday and Wednesday.').map(([, value]) => value)).toEqual([
			'2021-05-10',
			'2021-05-12'
		]);
		expect(dates('It rained on May 3 and May 10.').map(([, value]) => value)).toEqual([
			'2021-05-03',
			'2021-05-10'
		]);
	});
});

describe('a date that is only a bound', () => {
	it.each([
		['They have been on strike since Monday.', 'since Monday', '2021-05-10/..'],
		['The meeting will be their first since June 20.', 'since June 20', '2020-06-20/..'],
		['They have been on strike since 2019.', 'since 2019', '2019/..'],
		['The truce held until Friday.', 'until Friday', '../2021-05-14'],
		['Police closed the bridge until Wednesday.', 'until Wednesday', '2021-05-16/2021-05-19'],
		[
			'Flights were suspended until 6 a.m. on Monday.',
			'until 6 a.m. on Monday',
			'2021-05-16/2021-05-17'
		],
		['By Friday, twenty had died.', 'By Friday', '../2021-05-14'],
		['The troops will leave by September 11.', 'by September 11', '2021-05-16/2021-09-11']
	])('%s', (text, passage, value) => expect(dates(text)).toEqual([[passage, value]]));

	it('names an event where something is called by it', () => {
		expect(dates('They have been on strike since Monday’s vote.')).toEqual([
			['Monday', '2021-05-10']
		]);
	});
});
