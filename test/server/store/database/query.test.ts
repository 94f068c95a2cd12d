import { describe, expect, it } from 'vitest';
import { Repeated } from '../../../../src/lib/server/store/database/query';

describe('statements that come again', () => {
	it('are those that came before, from their second time on', () => {
		const repeated = new Repeated(10);
		expect(['a', 'b', 'a', 'a', 'b'].map((text) => repeated.has(text))).toEqual([
			false,
			false,
			true,
			true,
			true
		]);
	});

	it('are no more than may be kept, whoever asks for whatever else', () => {
		const repeated = new Repeated(3);
		for (const text of ['a', 'b', 'c', 'd', 'e']) {
			repeated.has(text);
			repeated.has(text);
		}
		const kept = ['a', 'b', 'c', 'd', 'e'].filter((text) => repeated.has(text));
		expect(kept).toEqual(['a', 'b', 'c']);
	});

	it('still find room after many that never come again', () => {
		const repeated = new Repeated(3);
		for (let i = 0; i < 1_000; i++) expect(repeated.has(`once ${i}`)).toBe(false);
		expect([repeated.has('a'), repeated.has('a')]).toEqual([false, true]);
	});
});
