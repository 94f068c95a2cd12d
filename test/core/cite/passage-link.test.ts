import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { passageLink } from '../../../src/lib/core/cite/passage-link';

const URL = 'https://example.org/story';

describe('a link to a passage', () => {
	it('is the address alone without a passage', () => {
		expect(passageLink(URL)).toBe(URL);
	});
	it('names the first and the last words', () => {
		expect(passageLink(URL, { start: 'The boats left', end: 'before noon' })).toBe(
			`${URL}#:~:text=The%20boats%20left,before%20noon`
		);
	});
	it('encodes what would part the terms', () => {
		expect(passageLink(URL, { start: 'north-south, by sea & land', end: 'home' })).toBe(
			`${URL}#:~:text=north%2Dsouth%2C%20by%20sea%20%26%20land,home`
		);
	});
	it('carries what stands before and after', () => {
		expect(passageLink(URL, { start: 'a', end: 'b', prefix: 'x', suffix: 'y' })).toBe(
			`${URL}#:~:text=x-,a,b,-y`
		);
	});
	it('is appended to a fragment that is there', () => {
		expect(passageLink(`${URL}#part-2`, { start: 'a', end: 'b' })).toBe(`${URL}#part-2:~:text=a,b`);
	});
	it('gives the words back when read as the directive’s grammar says', () => {
		const words = fc.string({ minLength: 1, maxLength: 30, unit: 'grapheme' });
		fc.assert(
			fc.property(words, words, (start, end) => {
				const directive = passageLink(URL, { start, end }).split(':~:text=')[1] ?? '';
				const terms = directive.split(',').map(decodeURIComponent);
				expect(terms).toEqual(start === end ? [start] : [start, end]);
				expect(directive).not.toMatch(/[&\s-]/);
			})
		);
	});
});
