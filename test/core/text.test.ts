import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cut } from '../../src/lib/core/text';

describe('a text that is cut', () => {
	const text = fc.string({ unit: fc.constantFrom('a', 'Ж', '🕊', '𐌀', ' ') });

	it('has the characters that it had, whole, and an ellipsis for those that it has not', () => {
		fc.assert(
			fc.property(text, fc.integer({ min: 1, max: 12 }), (text, most) => {
				const shown = cut(text, most);
				expect(shown.isWellFormed()).toBe(true);
				expect([...shown].length).toBe(Math.min([...text].length, most));
				if (shown !== text) {
					expect(shown.endsWith('…')).toBe(true);
					expect(text.startsWith(shown.slice(0, -1))).toBe(true);
				}
			})
		);
	});
});
