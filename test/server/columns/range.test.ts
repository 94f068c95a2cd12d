import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseRange } from '../../../src/lib/server/columns/range';

describe('parseRange', () => {
	it('reads first and last byte, both inclusive', () => {
		fc.assert(
			fc.property(fc.nat(999), fc.nat(999), fc.integer({ min: 1, max: 1000 }), (a, b, bytes) => {
				const [first, last] = a < b ? [a, b] : [b, a];
				const all = Array.from({ length: bytes }, (_, i) => i);
				const range = parseRange(`bytes=${first}-${last}`, bytes);
				const expected = all.filter((at) => at >= first && at <= last);
				if (expected.length === 0) expect(range).toBe('unsatisfiable');
				else if (typeof range === 'object')
					expect(all.slice(range.start, range.end)).toEqual(expected);
				else expect.unreachable();
			})
		);
	});

	it('reads a range without an end to the end', () => {
		expect(parseRange('bytes=7-', 10)).toEqual({ start: 7, end: 10 });
	});

	it('reads a suffix as the last bytes, all of them where it is longer', () => {
		expect(parseRange('bytes=-3', 10)).toEqual({ start: 7, end: 10 });
		expect(parseRange('bytes=-30', 10)).toEqual({ start: 0, end: 10 });
	});

	it.each(['bytes=10-', 'bytes=10-12', 'bytes=-0', 'bytes=99999999999999999999-'])(
		'cannot give %s of ten bytes',
		(header) => expect(parseRange(header, 10)).toBe('unsatisfiable')
	);

	it.each(['bytes=5-2', 'bytes=-', 'bytes=a-b', 'items=0-1', 'bytes=0-1,4-5', '', 'bytes=0x1-5'])(
		'ignores %j',
		(header) => expect(parseRange(header, 10)).toBe(undefined)
	);
});
