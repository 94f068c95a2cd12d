import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatDay, parseDay } from '../../../../src/lib/core/date/day';
import { parseWhen } from '../../../../src/lib/core/date/when';
import { dateReader, timeOf } from '../../../../src/lib/core/import/map/day';

function read(text: string, order?: 'ymd' | 'dmy' | 'mdy'): string {
	const result = dateReader(order)(text);
	return 'fault' in result
		? result.fault.kind
		: [result.edtf, result.time].filter(Boolean).join(' ');
}

describe('a date in a table', () => {
	it.each([
		['2021-05-13', '2021-05-13'],
		['20210513', '2021-05-13'],
		['2021/05/13', '2021-05-13'],
		['2021-5-3', '2021-05-03'],
		['2021-05', '2021-05'],
		['2021', '2021'],
		['13 May 2021', '2021-05-13'],
		['13 Sept. 2021', '2021-09-13'],
		['May 13, 2021', '2021-05-13'],
		['1st March 2021', '2021-03-01'],
		['May 2021', '2021-05'],
		['2021-05-13T23:30:00+02:00', '2021-05-13 23:30:00+02:00'],
		['2021-05-13T23:30:00.125Z', '2021-05-13 23:30:00.125Z'],
		['2021-05-13 00:00:00.000', '2021-05-13'],
		['2021-05-13 08:05', '2021-05-13 08:05'],
		['13 May 2021 08:05', '2021-05-13 08:05'],
		['2020-02-29', '2020-02-29']
	])('%s is read as it is written: %s', (text, edtf) => {
		expect(read(text)).toBe(edtf);
	});

	it('of digits alone is read in the order given, and asked for without one', () => {
		expect(read('03/04/2021', 'dmy')).toBe('2021-04-03');
		expect(read('03/04/2021', 'mdy')).toBe('2021-03-04');
		expect(read('3.4.2021', 'dmy')).toBe('2021-04-03');
		expect(read('03/04/2021 10:15', 'dmy')).toBe('2021-04-03 10:15');
		expect(read('03/04/2021')).toBe('date-order');
		expect(read('03/04/2021', 'ymd')).toBe('date-order');
		expect(read('13/05/2021', 'mdy')).toBe('date');
	});

	it.each([
		['2021-02-30', 'date'],
		['2021-02-29', 'date'],
		['2021-13-01', 'date'],
		['2021-00-10', 'date'],
		['2021-05-00', 'date'],
		['0000-00-00', 'date'],
		['0022-05-13', 'date'],
		['022', 'date'],
		['22', 'date'],
		['13/05/21', 'date'],
		['20211301', 'date'],
		['2021-05-13T25:00:00Z', 'date'],
		['2021-05-13T', 'date'],
		['2021-05-13x', 'date'],
		['44329', 'date-serial'],
		['44329.5', 'date-serial'],
		['Infinity', 'date'],
		['NaN', 'date'],
		['__proto__', 'date'],
		['', 'date']
	])('%j is refused as %s', (text, kind) => {
		expect(read(text, 'dmy')).toBe(kind);
	});

	it('gives back every day of two centuries that the calendar has, and none that it has not', () => {
		const reader = dateReader('ymd');
		fc.assert(
			fc.property(
				fc.integer({ min: 1890, max: 2110 }),
				fc.integer({ min: 0, max: 15 }),
				fc.integer({ min: 0, max: 33 }),
				(year, month, day) => {
					const pad = (n: number) => String(n).padStart(2, '0');
					const text = `${year}-${pad(month)}-${pad(day)}`;
					const known = parseDay(text);
					const result = reader(text);
					expect('fault' in result ? undefined : result.edtf).toBe(
						known === undefined ? undefined : formatDay(known)
					);
				}
			)
		);
	});

	it('is a date of the format or a fault, whatever the text', () => {
		const digits = fc.stringMatching(/^[0-9TZ:/. -]{0,24}$/);
		fc.assert(
			fc.property(
				fc.oneof(fc.string(), digits),
				fc.constantFrom('ymd', 'dmy', 'mdy'),
				(text, order) => {
					const result = dateReader(order as 'ymd')(text);
					if ('fault' in result) return;
					expect(parseWhen(result.edtf).ok).toBe(true);
					if (result.time !== undefined) expect(timeOf(result.time)).toBe(result.time);
				}
			)
		);
	});
});
