import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sha256 } from '../../src/lib/core/sha256';

const theirs = (text: string) => createHash('sha256').update(text, 'utf8').digest('hex');

describe('the SHA-256 of a text', () => {
	it('is that of Node, for any text', () => {
		fc.assert(
			fc.property(fc.string({ unit: 'grapheme', maxLength: 300 }), (text) => {
				expect(sha256(text)).toBe(theirs(text));
			})
		);
	});

	it('is that of Node around each end of a block, and for a long text', () => {
		for (const length of [0, 1, 54, 55, 56, 57, 63, 64, 65, 119, 120, 128, 100_000]) {
			const text = 'é'.repeat(Math.floor(length / 2)) + 'x'.repeat(length % 2);
			expect(sha256(text), `${length}`).toBe(theirs(text));
		}
	});
});
