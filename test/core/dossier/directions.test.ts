import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isolated, selfContained } from '../../../src/lib/core/dossier/directions';

const CONTROLS = [
	'\u202a',
	'\u202b',
	'\u202c',
	'\u202d',
	'\u202e',
	'\u2066',
	'\u2067',
	'\u2068',
	'\u2069'
];

describe('a text made self-contained', () => {
	it('loses overrides with their ends, and what has no other half', () => {
		expect(selfContained('a\u202eb\u202cc')).toBe('abc');
		expect(selfContained('a\u2069b\u2067c')).toBe('abc');
		expect(selfContained('a\u2067\u202eb\u2069c')).toBe('a\u2067b\u2069c');
	});

	it('keeps pairs, joiners and letters as they are', () => {
		for (const text of ['a\u2067שלום\u2069b', '\u202bשלום\u202c', 'می\u200cخواهم', '👩‍👧 a'])
			expect(selfContained(text)).toBe(text);
	});

	it('has every isolate and embedding closed within it, whatever it was', () => {
		const piece = fc.constantFrom(...CONTROLS, 'a', 'ש', ' ', '𝒳');
		fc.assert(
			fc.property(fc.array(piece, { maxLength: 12 }), (pieces) => {
				const text = selfContained(pieces.join(''));
				const open: string[] = [];
				for (const sign of text) {
					expect('\u202d\u202e').not.toContain(sign);
					if ('\u202a\u202b'.includes(sign)) open.push('\u202c');
					else if ('\u2066\u2067\u2068'.includes(sign)) open.push('\u2069');
					else if ('\u202c\u2069'.includes(sign)) expect(open.pop()).toBe(sign);
				}
				expect(open).toEqual([]);
				const letters = (from: string) => from.replace(/[\u202a-\u202e\u2066-\u2069]/g, '');
				expect(letters(text)).toBe(letters(pieces.join('')));
				expect(selfContained(text)).toBe(text);
			}),
			{ seed: 1 }
		);
	});
});

it('Only a text that runs from right to left is set apart', () => {
	expect(isolated('Yerevan, Երևան, Ереван')).toBe('Yerevan, Երևան, Ереван');
	expect(isolated('تهران (fa)')).toBe('\u2068تهران (fa)\u2069');
});
