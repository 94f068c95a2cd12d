import { describe, expect, it } from 'vitest';
import { dates, only } from './reading';

describe('a year', () => {
	it('is one behind a word that makes it one', () => {
		expect(only('The mill was built in 1987.')).toBe('1987');
		expect(only('The mill was built in late 1987.')).toBe('1987');
		expect(only('The worst since the fighting in 2020.')).toBe('2020');
		expect(dates('There were floods in 2014, 2016 and 2019.').map(([, value]) => value)).toEqual([
			'2014',
			'2016',
			'2019'
		]);
		expect(only('The first study (1998) found none.')).toBe('1998');
	});

	it('names an event', () => {
		expect(only('The 2008 war destroyed the mill.')).toBe('2008');
		expect(only('They have held it since the 1994 war ended.')).toBe('1994');
		expect(only('After 2020 elections, the mill closed.')).toBe('2020');
	});

	it.each([
		'A crowd of 2000 came, and 1994 voters in 1500 homes.',
		'It cost $2010, or 1,990 euros.',
		'Resolution 1973 and flight 2010 are known.',
		'He ran 1500 metres at 2000 GMT.',
		'It is 2010 kilometres away.',
		'In 44 days of fighting, a six-week siege and for three days he held out.',
		'A 20-year-old man, aged 20, had a 24-hour pass.'
	])('is no amount: %s', (text) => {
		expect(dates(text)).toEqual([]);
	});
});

describe('several years', () => {
	it('are a stretch, a decade or a century', () => {
		expect(only('The 1998–2001 epidemics killed many.')).toBe('1998/2001');
		expect(only('He was mayor from 1995-2001.')).toBe('1995/2001');
		expect(only('The 2013/2014 season was wet.')).toBe('2013/2014');
		expect(only('It grew in 2007-08.')).toBe('2007/2008');
		expect(only('It was held from 1991 to 1994.')).toBe('1991/1994');
		expect(only('It was held between 1915 and 1941.')).toBe('1915/1941');
		expect(only('It was held since the 1990s.')).toBe('199X');
		expect(only('It was held in the mid-1980s.')).toBe('198X');
		expect(only('It was held in the ’90s.')).toBe('199X');
		expect(only('It was built in the 19th century.')).toBe('18XX');
		expect(only('It was built in the twentieth century.')).toBe('19XX');
	});

	it('are left open where a decade or a century may be meant', () => {
		expect(only('It was built in the 1900s.')).toBeNull();
	});
});
