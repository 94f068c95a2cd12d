import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dayOf, formatDay, parseDay } from '../../../src/lib/core/date/day';
import { parseWhen, type When } from '../../../src/lib/core/date/when';
import { datesInShort, whenInWords } from '../../../src/lib/core/date/words';

function read(text: string, hemisphere?: 'north' | 'south'): When {
	const parsed = parseWhen(text, hemisphere);
	if (!parsed.ok) throw new Error(`${text} was refused: ${parsed.fault.mend}`);
	return parsed.when;
}

const day = (text: string) => {
	if (text === '-inf') return -Infinity;
	if (text === 'inf') return Infinity;
	const found = parseDay(text);
	if (found === undefined) throw new Error(`${text} is no day`);
	return found;
};

describe('the bounds of an EDTF date', () => {
	it.each([
		['2021-05-13', '2021-05-13', '2021-05-13'],
		['2021-05', '2021-05-01', '2021-05-31'],
		['2021', '2021-01-01', '2021-12-31'],
		['2020-02', '2020-02-01', '2020-02-29'],
		['2021-02', '2021-02-01', '2021-02-28'],
		['2000-02-29', '2000-02-29', '2000-02-29'],
		['2021-05-13/2021-05-14', '2021-05-13', '2021-05-14'],
		['2021-12-31/2022-01-01', '2021-12-31', '2022-01-01'],
		['2020-21', '2020-03-01', '2020-05-31'],
		['2020-22', '2020-06-01', '2020-08-31'],
		['2020-23', '2020-09-01', '2020-11-30'],
		['2020-24', '2020-12-01', '2021-02-28'],
		['2019-24', '2019-12-01', '2020-02-29'],
		['../2021-05-14', '-inf', '2021-05-14'],
		['2021-05-14/..', '2021-05-14', 'inf'],
		['/2021-05-14', '-inf', '2021-05-14'],
		['2021-05/', '2021-05-01', 'inf'],
		['199X', '1990-01-01', '1999-12-31'],
		['19XX', '1900-01-01', '1999-12-31'],
		['2021-XX', '2021-01-01', '2021-12-31'],
		['2021-05-XX', '2021-05-01', '2021-05-31'],
		['0000', '0000-01-01', '0000-12-31']
	])('%s runs from %s to %s', (text, first, last) => {
		expect(read(text)).toMatchObject({ first: day(first), last: day(last), doubtful: false });
	});

	it('takes the seasons of the southern half where the dossier says so', () => {
		expect(read('2020-23', 'south')).toMatchObject({
			first: day('2020-03-01'),
			last: day('2020-05-31')
		});
		expect(read('2020-22', 'south')).toMatchObject({
			first: day('2020-12-01'),
			last: day('2021-02-28')
		});
	});

	it.each([
		['2021-05-13~', '2021-05-12', '2021-05-14'],
		['2021-01-01?', '2020-12-31', '2021-01-02'],
		['2021-05~', '2021-04-01', '2021-06-30'],
		['2021%', '2020-01-01', '2022-12-31'],
		['2020-23~', '2020-06-01', '2021-02-28'],
		['199X~', '1980-01-01', '2009-12-31'],
		['2021-05~/2021-07-01', '2021-04-01', '2021-07-01'],
		['2021-05-01/2021-07?', '2021-05-01', '2021-08-31']
	])('%s may run from %s to %s', (text, first, last) => {
		expect(read(text)).toMatchObject({
			possibleFirst: day(first),
			possibleLast: day(last),
			doubtful: true
		});
	});

	it('are those of the calendar for every day of four centuries', () => {
		fc.assert(
			fc.property(fc.integer({ min: dayOf(1700, 1, 1), max: dayOf(2100, 12, 31) }), (at) => {
				const text = formatDay(at);
				expect(read(text)).toMatchObject({ first: at, last: at });
				expect(parseDay(text)).toBe(at);
			})
		);
	});

	it('span a month or a year, whichever it is, without gap or overlap', () => {
		fc.assert(
			fc.property(
				fc.integer({ min: 1, max: 9998 }),
				fc.integer({ min: 1, max: 11 }),
				(year, month) => {
					const pad = (value: number, length: number) => String(value).padStart(length, '0');
					const a = read(`${pad(year, 4)}-${pad(month, 2)}`);
					const b = read(`${pad(year, 4)}-${pad(month + 1, 2)}`);
					expect(b.first - a.last).toBe(1);
					expect(read(pad(year + 1, 4)).first - read(pad(year, 4)).last).toBe(1);
				}
			)
		);
	});
});

describe('intervals that begin in the years 0 to 99', () => {
	it.each(['0000-02/1900-01', '0001-02/1900-01', '0099-12-31/1950', '0050/0060'])('%s', (text) => {
		const parsed = parseWhen(text);
		expect(parsed.ok && parsed.when.first).toBeLessThan(dayOf(100, 1, 1));
	});
	it('still end after they begin', () => {
		expect(parseWhen('0060/0050').ok).toBe(false);
		expect(parseWhen('0060/0070/0080').ok).toBe(false);
	});
});

describe('what is no date', () => {
	it.each([
		'1XXX',
		'XXXX',
		'2021-05-1X',
		'201X-05',
		'2021-XX-10',
		'2021-02-30',
		'2021-02-29',
		'1900-02-29',
		'2021-13',
		'2021-00-10',
		'2020-29',
		'2021-05-14/2021-05-12',
		'2021-05-14T10:00:00Z',
		'[2021,2022]',
		'Y17E7',
		'Y-170000002',
		'../..',
		'/',
		' 2021',
		'May 2021',
		'',
		'2021-05-13'.repeat(20)
	])('%j is refused with a word on how to mend it', (text) => {
		const parsed = parseWhen(text);
		expect(parsed.ok).toBe(false);
		if (!parsed.ok) expect(parsed.fault.mend.length).toBeGreaterThan(10);
	});

	it('never throws, whatever the text', () => {
		fc.assert(
			fc.property(fc.oneof(fc.string(), fc.stringMatching(/^[\dXTYZ~?%./-]{0,24}$/)), (text) => {
				const parsed = parseWhen(text);
				if (!parsed.ok) return;
				const { first, last, possibleFirst, possibleLast } = parsed.when;
				expect(first).toBeLessThanOrEqual(last);
				expect(possibleFirst).toBeLessThanOrEqual(first);
				expect(possibleLast).toBeGreaterThanOrEqual(last);
			}),
			{ numRuns: 2000 }
		);
	});
});

describe('a date in words', () => {
	it.each([
		['2021-05-13', '13 May 2021'],
		['2021-05', 'May 2021'],
		['2021', '2021'],
		['2021-05~', 'about May 2021'],
		['2021-05-13?', 'perhaps 13 May 2021'],
		['2020-23', 'autumn 2020'],
		['199X', 'the 1990s'],
		['19XX', 'the years 1900 to 1999'],
		['-019X', 'the years 200 BC to 191 BC'],
		['../2021-05-14', 'until 14 May 2021'],
		['2021-05-14/..', 'from 14 May 2021 on'],
		['2021-05-12/2021-05-14', '12 to 14 May 2021'],
		['2021-05-31/2021-06-01', '31 May to 1 June 2021'],
		['2021-12-31/2022-01-01', '31 December 2021 to 1 January 2022'],
		['2020-11/2021-05', 'November 2020 to May 2021']
	])('%s is “%s”', (text, words) => {
		expect(whenInWords(read(text))).toBe(words);
	});

	it('says so where there is no date', () => {
		expect(whenInWords(null)).toBe('date not known');
	});
});

describe('dates in short, as they stand on the map', () => {
	it.each<[string[], boolean, string]>([
		[['2021-05-13'], false, '13 May'],
		[['2021-05-13'], true, '13 May 2021'],
		[['2021-05-12/2021-05-14'], false, '12–14 May'],
		[['2021-05-31/2021-06-01'], false, '31 May – 1 June'],
		[['2021-09'], false, 'Sept'],
		[['2021-09-02'], true, '2 Sept 2021'],
		[['2021-05-13~'], false, 'about 13 May'],
		[['2020-23'], false, 'autumn 2020'],
		[['199X'], true, 'the 1990s'],
		[['../2021-05-14'], false, 'until 14 May 2021'],
		[['2021-05-13', '2021-05-13'], false, '13 May'],
		[['2021-11-16', '2021-05-12'], false, '12 May – 16 Nov'],
		[['2020', '2021-05', '2021-11-16'], true, '2020 – 16 Nov 2021'],
		[['2021-05-14', '2021-05-14/2021-05-24'], true, '14–24 May 2021'],
		[['2021-05-13', '2021-11-16'], true, '13 May – 16 Nov 2021'],
		[['2021-12-30', '2022-01-02'], true, '30 Dec 2021 – 2 Jan 2022'],
		[['2021-05-13', '../2021-05-14'], true, 'several dates'],
		[['2022-03-07/2022-03-10~'], false, '7 Mar to about 10 Mar'],
		[['2022-03-07?/2022-03-10'], true, 'perhaps 7 Mar to 10 Mar 2022'],
		[[], false, '']
	])('%j (year: %s) is “%s”', (texts, withYear, expected) => {
		expect(
			datesInShort(
				texts.map((text) => read(text)),
				withYear
			)
		).toBe(expected);
	});

	it('leaves unknown dates out', () => {
		expect(datesInShort([null, read('2021-05-13')], false)).toBe('13 May');
		expect(datesInShort([null], false)).toBe('');
	});
});
