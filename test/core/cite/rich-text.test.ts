import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { toRichText } from '../../../src/lib/core/cite/rich-text';
import { numberView } from '../../../src/lib/core/cite/number';
import { whenInWords } from '../../../src/lib/core/date/words';
import { syntheticDossier } from '../view/synthetic';
import { numbered, trickyText } from './samples';

const LINK = 'https://maps.example/harbour?from=2023-03-01&to=2023-03-31';
const dossier = syntheticDossier(5, 4);
const EVENTS = numberView(
	dossier,
	dossier.events.map((event) => ({ event, match: 'certain' as const }))
).events;
const items = [
	{ id: 'a', title: 'Dockers walk out', URL: 'https://courier.example/a?x=1&y=2' },
	{ id: 'b', title: 'Tugs & cranes', archive_location: 'https://archive.example/b' }
].map((item) => ({ type: 'article-newspaper', ...item }));

function figure(title = 'The harbour', caption = 'The harbour. March 2023.') {
	const sources = numbered([...items, { id: 'c', type: 'article', title }]);
	const events = EVENTS.map((item) => ({
		...item,
		event: { ...item.event, title: title + item.number }
	}));
	const picture = { url: `${LINK}&width=620`, width: 620, height: 560, alt: `Map: ${title}` };
	return toRichText({ picture, caption, events, left: 7, sources, style: 'apa', link: LINK });
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
		expect(html.match(/<ol>/g)).toHaveLength(2);
		expect(html.match(/<li>/g)).toHaveLength(EVENTS.length + 3);
		const links = [...html.matchAll(/<a href="([^"]*)">/g)].map(([, href]) =>
			unescaped(href ?? '')
		);
		expect(links).toEqual([LINK, 'https://courier.example/a?x=1&y=2', 'https://archive.example/b']);
	});

	it('tells between picture and citations what each number is: date, title, sources', () => {
		const { html, text } = figure('Talks');
		const list = /<b>Events<\/b><\/p>\n<ol>(.*?)<\/ol>/.exec(html)?.[1] ?? '';
		const told = [...list.matchAll(/<li>(.*?)<\/li>/g)].map(([, line]) => line);
		expect(told).toHaveLength(EVENTS.length);
		EVENTS.forEach(({ event, number, sources }, i) => {
			const line = told[i] ?? '';
			expect(line.startsWith(`${whenInWords(event.when) || 'No date'}: Talks${number}`)).toBe(true);
			expect(line.endsWith(sources.length > 0 ? ` [${sources.join(', ')}]` : `${number}`)).toBe(
				true
			);
			expect(text).toContain(`\n${number}. ${line}\n`);
		});
		expect(html.indexOf('<img')).toBeLessThan(html.indexOf('Events'));
		expect(html.indexOf('Events')).toBeLessThan(html.indexOf('Sources'));
		expect(html).toContain('and 7 more');
		expect(text).toContain('and 7 more');
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
		const none = toRichText({
			picture,
			caption: 'None.',
			events: [],
			left: 0,
			sources: [],
			style: 'apa',
			link: LINK
		});
		expect(none.html).not.toMatch(/Events|more|Sources|<ol/);
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
