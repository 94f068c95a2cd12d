import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { noteLines } from '../../../src/lib/core/notes/text';

const links = (text: string) =>
	noteLines(text).flatMap((parts) => parts.flatMap(({ href }) => href ?? []));

describe('a note’s text', () => {
	it('keeps every character and every line, whatever it holds', () => {
		const pieces = fc.constantFrom(
			'a ',
			'\n',
			'https://e.org/x',
			'<b>',
			'"',
			')',
			'(',
			'.',
			'\r\n',
			'é'
		);
		fc.assert(
			fc.property(fc.array(fc.oneof(pieces, fc.string())), (parts) => {
				const text = parts.join('');
				const lines = noteLines(text).map((line) => line.map(({ text }) => text).join(''));
				expect(lines).toEqual(text.split(/\r\n|\r|\n/));
			})
		);
	});

	it('links http and https alone, and always to what it shows', () => {
		fc.assert(
			fc.property(fc.string(), fc.webUrl(), (around, url) => {
				for (const line of noteLines(`${around} ${url}`))
					for (const { text, href } of line)
						if (href !== undefined) {
							expect(href).toBe(text);
							expect(['http:', 'https:']).toContain(new URL(href).protocol);
						}
			})
		);
		expect(links('javascript:alert(1) data:text/html,x mailto:a@b.org')).toEqual([]);
	});

	it.each([
		['See https://example.org/a.', ['https://example.org/a']],
		['(https://example.org/a)', ['https://example.org/a']],
		['https://example.org/a_(b)', ['https://example.org/a_(b)']],
		[
			'“https://example.org/a”, and http://example.org/?b=1,2;',
			['https://example.org/a', 'http://example.org/?b=1,2']
		],
		['https://', []],
		['<a href="https://example.org/">x</a>', ['https://example.org/']]
	])('%s', (text, expected) => expect(links(text)).toEqual(expected));
});
