import { describe, expect, it } from 'vitest';
import { dates, only } from './reading';

describe('a date that counts from the one before it', () => {
	it('follows days', () => {
		expect(
			dates(
				'A bomb went off on May 3. The following day, shops closed. Two days later they reopened.'
			)
		).toEqual([
			['May 3', '2021-05-03'],
			['The following day', '2021-05-04'],
			['Two days later', '2021-05-06']
		]);
		expect(
			dates('He died on Thursday. A day earlier he had voted, and that night he sang.')
		).toEqual([
			['Thursday', '2021-05-13'],
			['A day earlier', '2021-05-12'],
			['that night', '2021-05-12']
		]);
	});

	it('follows years and months', () => {
		expect(dates('The mill burned in 1998 and reopened the following year.')).toEqual([
			['1998', '1998'],
			['the following year', '1999']
		]);
		expect(dates('It burned in March 1998 and reopened two years later.')).toEqual([
			['March 1998', '1998-03'],
			['two years later', '2000~']
		]);
	});

	it('stays open where none stands before it', () => {
		expect(only('The following day, shops closed.')).toBeNull();
		expect(
			dates('It burned in 1998.\nNobody came.\nNobody left.\nThe next day it rained.')
		).toEqual([
			['1998', '1998'],
			['The next day', null]
		]);
	});
});
