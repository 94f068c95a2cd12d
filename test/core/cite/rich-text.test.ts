import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { toRichText } from '../../../src/lib/core/cite/rich-text';
import { numbered, trickyText } from './samples';

const LINK = 'https://maps.example/harbour?from=2023-03-01&to=2023-03-31';
const items = [
	{ id: 'a', title: 'Dockers walk out', URL: 'https://courier.example/a?x=1&y=2' },
	{ id: 'b', title: 'Tugs & cranes', archive_location: 'https://archive.example/b' }
].map((item) => ({ type: 'article-newspaper', ...item }));

function figure(title = 'The harbour', caption = 'The harbour. March 2023.') {
	const sources = numbered([...items, { id: 'c', type: 'article', title }]);
	const picture = { url: `${LINK}&width=620`, width: 620, height: 560, alt: `Map: ${title}` };
	return toRichText({ picture, caption, sources, style: 'apa', link: LINK });
}

/** Every tag, as it stands. */
const tagsOf = (html: string) => html.match(/<[^>]*>/g) ?? [];
const unescaped = (html: string) =>
	html
		.replace(/&lt;/g, '<')
		.replace(/&gt;/g, '>')
		.replace(/&quot;/g, '"')
		.replace(/&#39;/g, "'")
		.replace(/&amp;/g, '&');

describe('a figure for the clipboard', () => {
	it('has the picture with its size, the caption and a numbered item for each source', () => {
		const { html } = figure();
		const [image] = html.match(/<img [^>]*>/) ?? [];
		expect(image).toContain('width="620" height="560"');
		expect(image).toContain('alt="Map: The harbour"');
		expect(unescaped(/src="([^"]*)"/.exec(image ?? '')?.[1] ?? '')).toBe(`${LINK}&width=620`);
		expect(html).toContain('The harbour. March 2023.');
		expect(html.match(/<ol>/g)).toHaveLength(1);
		expect(html.match(/<li>/g)).toHaveLength(3);
		const links = [...html.matchAll(/<a href="([^"]*)">/g)].map(([, href]) =>
			unescaped(href ?? '')
		);
		expect(links).toEqual([LINK, 'https://courier.example/a?x=1&y=2', 'https://archive.example/b']);
	});

	it('says the same in plain text, with the numbers', () => {
		const { text } = figure();
		expect(text).toContain('The harbour. March 2023.');
		expect(text).toContain(LINK);
		expect(text).toMatch(/^1\. Dockers walk out\..*https:\/\/courier\.example\/a\?x=1&y=2$/m);
		expect(text).toMatch(/^2\. Tugs & cranes\./m);
	});

	it('has no list where there is no source', () => {
		const picture = { url: LINK, width: 1, height: 1, alt: '' };
		const none = toRichText({ picture, caption: 'None.', sources: [], style: 'apa', link: LINK });
		expect(none.html).not.toMatch(/Sources|<ol/);
		expect(none.text).not.toContain('Sources');
	});

	it('keeps any text text: no tag, style, class or script comes of it', () => {
		const plain = tagsOf(figure().html).map((tag) => tag.replace(/"[^"]*"/g, '""'));
		fc.assert(
			fc.property(trickyText, trickyText, (title, caption) => {
				const { html } = figure(`x${title}`, caption);
				expect(tagsOf(html).map((tag) => tag.replace(/"[^"]*"/g, '""'))).toEqual(plain);
				expect(html.replace(/<[^>]*>/g, '')).not.toMatch(/[<>"]/);
			})
		);
	});
});
