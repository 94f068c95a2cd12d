import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { heard, newsOf } from '../../../src/lib/core/draft/news';

interface Item {
	id: string;
	words: string[];
}
const item: fc.Arbitrary<Item> = fc.record({
	id: fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f'),
	words: fc.array(fc.constantFrom('x', 'y'), { maxLength: 2 })
});
const list = fc.uniqueArray(item, { selector: ({ id }) => id });

describe('the news of a list', () => {
	it('gives whoever has the earlier one the later one, with the very objects that have not changed', () => {
		fc.assert(
			fc.property(list, list, (before, after) => {
				const found = heard(before, structuredClone(newsOf(before, after)));
				expect(found).toEqual(after);
				for (const one of found) {
					const known = before.find(({ id }) => id === one.id);
					const isSame = JSON.stringify(known) === JSON.stringify(one);
					expect(known !== undefined && found.includes(known)).toBe(isSame);
				}
			})
		);
	});

	it('is none where nothing has changed: the list is the same object', () => {
		fc.assert(
			fc.property(list, (before) => {
				expect(newsOf(before, structuredClone(before))).toBeUndefined();
				expect(heard(before, undefined)).toBe(before);
			})
		);
	});

	it('holds one item where one of many has changed', () => {
		const many = Array.from({ length: 1000 }, (_, i): Item => ({ id: `i${i}`, words: [] }));
		const changed = many.with(500, { id: 'i500', words: ['new'] });
		expect(newsOf(many, changed)).toEqual([
			{ from: 0, to: 500 },
			{ item: { id: 'i500', words: ['new'] } },
			{ from: 501, to: 1000 }
		]);
	});
});
