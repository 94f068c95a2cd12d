import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
	posted,
	PROTOCOL,
	readToEmbed,
	secretOf,
	withKeys
} from '../../../src/lib/core/embed/protocol';

describe('what the page around an embed says', () => {
	it('is read where it is of our version and kind', () => {
		expect(readToEmbed({ dateline: PROTOCOL, type: 'hello' })).toEqual({ type: 'hello' });
		expect(readToEmbed({ dateline: PROTOCOL, type: 'set', view: 'from=2021-05-12' })).toEqual({
			type: 'set',
			view: 'from=2021-05-12'
		});
	});
	it('is not, whatever else it is, and nothing throws', () => {
		expect(readToEmbed({ dateline: PROTOCOL + 1, type: 'hello' })).toBeUndefined();
		expect(
			readToEmbed({ dateline: PROTOCOL, type: 'set', view: 'q='.padEnd(9000, 'x') })
		).toBeUndefined();
		fc.assert(
			fc.property(fc.anything(), (data) => {
				expect(readToEmbed(data)).toBeUndefined();
			})
		);
	});
	it('takes the place of keys that the embed opened with, and takes off what is empty', () => {
		expect(withKeys('from=2021-05-01&event=a&ui=list', 'event=b&to=2021-06-01')).toBe(
			'from=2021-05-01&event=b&ui=list&to=2021-06-01'
		);
		expect(withKeys('from=2021-05-01&event=a', 'event=')).toBe('from=2021-05-01');
	});
});

describe('what an embed says', () => {
	const size = { type: 'size', height: 480 } as const;
	it('goes out as AMP’s and WordPress’ message too, where it is a size', () => {
		expect(posted(size, 'abc123DEF4')).toEqual([
			{ dateline: PROTOCOL, ...size },
			{ sentinel: 'amp', type: 'embed-size', height: 480 },
			{ message: 'height', value: 480, secret: 'abc123DEF4' }
		]);
		expect(posted(size)).toHaveLength(2);
		expect(
			posted({ type: 'view', view: '', url: 'https://a.example/b', shown: 1, total: 2 })
		).toHaveLength(1);
	});
	it('knows WordPress by its secret alone', () => {
		expect(secretOf('#?secret=abc123DEF4')).toBe('abc123DEF4');
		for (const hash of ['', '#', '#secret=abc', '#?secret=', '#?secret=<b>', '#?secret=a&x=1'])
			expect(secretOf(hash)).toBeUndefined();
	});
});
