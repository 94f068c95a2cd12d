import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { timesOf } from '../../../../src/lib/core/ingest/dates/time';
import { mentions } from './reading';

const time = (text: string) => timesOf(text).map((found) => [found.text, found.value]);

describe('a time of day', () => {
	it.each([
		['It struck at 5:30 p.m. on Saturday', '5:30 p.m.', '17:30'],
		['It struck at 5pm.', '5pm', '17:00'],
		['It struck at 12 a.m. sharp', '12 a.m.', '00:00'],
		['It struck at 12:15 PM', '12:15 PM', '12:15'],
		['It struck at 17:45.', '17:45', '17:45'],
		['It struck at 1330 GMT.', '1330 GMT', '13:30+00:00'],
		['It struck at 06:05 UTC+4.', '06:05 UTC+4', '06:05+04:00'],
		['It struck at 9 a.m. EST.', '9 a.m. EST', '09:00-05:00'],
		['It struck at noon.', 'noon', '12:00'],
		[
			'It struck at 5:30 p.m. local time (1330 GMT).',
			'5:30 p.m. local time (1330 GMT)',
			'17:30+04:00'
		],
		['It struck at 1 a.m. (1930 GMT).', '1 a.m. (1930 GMT)', '01:00+05:30'],
		// India, Ireland or Israel.
		['It struck at 9 a.m. IST.', '9 a.m. IST', '09:00'],
		['It struck at 9 a.m. Kabul time.', '9 a.m. Kabul time', '09:00']
	])('%s', (text, written, value) => expect(time(text)).toEqual([[written, value]]));

	it.each(['They won 3:2.', 'Read Luke 12:7.', 'It cost $5.30.', 'Of 1930 houses none stood.'])(
		'is none: %s',
		(text) => expect(time(text)).toEqual([])
	);

	it('comes back in every way of writing it', () => {
		fc.assert(
			fc.property(fc.integer({ min: 0, max: 23 }), fc.integer({ min: 0, max: 59 }), (h, m) => {
				const two = (n: number) => String(n).padStart(2, '0');
				const half = h < 12 ? 'a.m.' : 'p.m.';
				expect(time(`It broke at ${two(h)}:${two(m)} then`)[0]?.[1]).toBe(`${two(h)}:${two(m)}`);
				expect(time(`It broke at ${h % 12 || 12}:${two(m)} ${half} then`)[0]?.[1]).toBe(
					`${two(h)}:${two(m)}`
				);
				expect(time(`It broke at ${two(h)}${two(m)} GMT then`)[0]?.[1]).toBe(
					`${two(h)}:${two(m)}+00:00`
				);
			})
		);
	});

	it('stands with the nearest day of its sentence, whose day it never moves', () => {
		const found = mentions('A tank was seen at 0530 GMT on Saturday, and two at 17:45 on Friday.');
		expect(found.map(({ value, time }) => [value, time?.value])).toEqual([
			['2021-05-15', '05:30+00:00'],
			['2021-05-14', '17:45']
		]);
		const [leap] = mentions('The clocks changed at 2:30 a.m. on March 14, 2021.');
		expect(leap?.value).toBe('2021-03-14');
	});
});
