import { describe, expect, it } from 'vitest';
import type { Article, BlockRole } from '../../../../src/lib/core/ingest/article';
import { readArticle } from '../../../../src/lib/core/ingest/read/read';

const LEAD =
	'The ferry crews and the port of Old Harbour met on Thursday for the first time since the strike began.';
const SECOND = 'Both sides said that the bridge would stay closed until the end of the month.';
const THIRD =
	'Nobody was hurt when a crane fell into the basin, the harbour master told reporters.';

const page = ({
	head = '',
	body = `<p>${LEAD}</p><p>${SECOND}</p><p>${THIRD}</p>`,
	title = 'Talks'
}) =>
	`<!DOCTYPE html><html lang="en"><head><title>${title}</title>${head}</head><body>
<nav><ul><li><a href="/">Home</a></li><li><a href="/sport">Sport</a></li></ul></nav>
<main><article><h1>${title}</h1>${body}</article></main>
<footer>© Lake News</footer></body></html>`;
const linked = (data: unknown) =>
	`<script type="application/ld+json">${JSON.stringify(data)}</script>`;
const of = ({ text, blocks }: Article, role: BlockRole) =>
	blocks.filter((block) => block.role === role).map(({ start, end }) => text.slice(start, end));

describe('a web page', () => {
	it('is read as its title and the paragraphs of its article', async () => {
		const article = await readArticle(page({}));
		expect(of(article, 'headline')).toEqual(['Talks']);
		expect(of(article, 'body')).toEqual([LEAD, SECOND, THIRD]);
		expect(article.text).toBe(['Talks', LEAD, SECOND, THIRD].join('\n\n'));
	});

	it('is read from a part of it, with tags that are not closed', async () => {
		const article = await readArticle(`<p>${LEAD}<p>${SECOND}<br>${THIRD}</div>`);
		expect(of(article, 'body')).toEqual([LEAD, SECOND, THIRD]);
	});

	it('runs no script, and reads none', async () => {
		const article = await readArticle(
			page({
				body: `<p>${LEAD}</p><script>globalThis.ran = true; "<p>x</p>"</script><p>${SECOND}</p>`
			})
		);
		expect('ran' in globalThis).toBe(false);
		expect(of(article, 'body')).toEqual([LEAD, SECOND]);
	});

	it('has its captions set apart, also without a class that says so', async () => {
		const body = `<figure><img src="a.jpg"><figcaption>The pier of the town</figcaption></figure><p>${LEAD}</p><p>${SECOND}</p>`;
		expect(of(await readArticle(page({ body })), 'caption')).toEqual(['The pier of the town']);
	});

	it('has share counters and teasers inside its article set apart', async () => {
		const body = `<div>Facebook 12 Twitter 3</div><p>${LEAD}</p><p>${SECOND}</p><h2>Most read</h2><ul><li>A bridge is named</li></ul>`;
		const article = await readArticle(page({ body }));
		expect(of(article, 'body')).toEqual([LEAD, SECOND]);
		expect(of(article, 'furniture').concat(of(article, 'teaser'))).not.toContain(LEAD);
	});

	it('is refused where it holds no article', async () => {
		const menu = '<html><body><nav><a href="/">Home</a></nav><p>Sport</p></body></html>';
		await expect(readArticle(menu)).rejects.toThrow('No article can be told from the rest');
	});
});

describe('what a page says of itself', () => {
	const news = {
		'@type': 'NewsArticle',
		headline: 'Crews and port meet again',
		datePublished: '2021-05-16T23:30:00-04:00',
		author: [{ '@type': 'Person', name: 'Jane Doe' }, 'John Roe'],
		publisher: { name: 'Lake News' },
		url: 'https://lake.example/talks'
	};
	const facts = {
		title: 'Crews and port meet again',
		published: '2021-05-16',
		authors: ['Jane Doe', 'John Roe'],
		publisher: 'Lake News',
		url: 'https://lake.example/talks'
	};

	it.each([
		['an object', news],
		['a list', [{ '@type': 'WebSite', name: 'x' }, news]],
		[
			'a graph',
			{ '@graph': [{ '@type': 'WebPage' }, { ...news, '@type': ['ReportageNewsArticle'] }] }
		]
	])('is taken from linked data: %s', async (_, data) => {
		expect(await readArticle(page({ head: linked(data) }))).toMatchObject(facts);
	});

	it('is taken from OpenGraph and other meta where linked data is broken', async () => {
		const head = `<script type="application/ld+json">{"@type":</script>
<meta property="og:title" content="Crews and port meet again"><meta property="og:site_name" content="Lake News">
<meta property="article:published_time" content="2021-05-16T01:00:00Z"><meta name="author" content="By Jane Doe">
<link rel="canonical" href="https://lake.example/talks">`;
		expect(await readArticle(page({ head }))).toMatchObject({ ...facts, authors: ['Jane Doe'] });
	});

	it.each([
		['<meta name="pubdate" content="16 May 2021">', ''],
		['<meta name="DC.date.issued" content="2021-05-16">', ''],
		['', '<time datetime="2021-05-16T00:10+04:00">yesterday</time>'],
		['', '<span itemprop="datePublished" content="2021-05-16">Sunday</span>'],
		['', '<p>Published: May 16, 2021, 12:42</p>']
	])('has its day in %s%s', async (head, line) => {
		const body = `${line}<p>${LEAD}</p><p>${SECOND}</p>`;
		expect((await readArticle(page({ head, body }))).published).toBe('2021-05-16');
	});

	it('has no day from a teaser’s time', async () => {
		const body = `<p>${LEAD}</p><p>${SECOND}</p><aside><time datetime="2020-01-01">x</time></aside>`;
		expect((await readArticle(page({ body }))).published).toBeUndefined();
	});

	it('is no address but http and https', async () => {
		for (const url of ['javascript:alert(1)', '/talks', 'data:text/html,x'])
			expect((await readArticle(page({ head: linked({ ...news, url }) }))).url).toBeUndefined();
	});

	it('gives way to what is given', async () => {
		const given = {
			published: '2021-05-17',
			title: 'T',
			url: 'https://b.example/',
			authors: ['A']
		};
		expect(await readArticle(page({ head: linked(news) }), given)).toMatchObject(given);
	});
});

describe('offsets in the markup', () => {
	/** What stands in the markup where words stand in the text. */
	const behind = (markup: string, { text, inputOffset }: Article, words: string) => {
		const at = text.indexOf(words);
		expect(at).toBeGreaterThanOrEqual(0);
		return markup.slice(inputOffset?.(at), (inputOffset?.(at + words.length - 1) ?? 0) + 1);
	};

	it('lead through entities, tags, comments and scripts to the very words', async () => {
		const body = `<p>The caf&eacute; &amp; the &#x70;ier <!-- > --> of <b>Old</b> Harbour, 1 &lt; 2, are&nbsp;shut, ${SECOND}</p>
<script>if (a < b) "Old Harbour"</script><p title="a > b">${LEAD}</p><div>${THIRD}<br>It rains.</div>`;
		for (const markup of [
			page({ body }),
			page({ body }).replaceAll('\n', '\r\n'),
			`<div>${body}</div>`
		]) {
			const article = await readArticle(markup);
			expect(behind(markup, article, 'Old Harbour, 1')).toBe('Old</b> Harbour, 1');
			expect(behind(markup, article, 'café')).toMatch(/^caf&/);
			expect(behind(markup, article, '& the pier')).toBe('&amp; the &#x70;ier');
			for (const words of ['port of Old Harbour', 'harbour master', 'It rains', 'bridge'])
				expect(behind(markup, article, words)).toBe(words);
		}
	});

	it('lead to the right one of two equal sentences', async () => {
		const markup = page({
			body: `<p>${LEAD}</p><p>It rains. ${SECOND}</p><p>${THIRD} It rains.</p>`
		});
		const { text, inputOffset } = await readArticle(markup);
		expect(inputOffset?.(text.indexOf('It rains'))).toBe(markup.indexOf('It rains'));
		expect(inputOffset?.(text.lastIndexOf('It rains'))).toBe(markup.lastIndexOf('It rains'));
	});

	it('never run backwards, nor out of the markup, in the report', async () => {
		const markup = page({ body: `<p>${LEAD}</p><p>${SECOND}</p><ul><li>One.</li></ul>` });
		const { blocks, inputOffset } = await readArticle(markup);
		let last = 0;
		for (let i = blocks[0]?.start ?? 0; i <= (blocks.at(-1)?.end ?? 0); i++) {
			const at = inputOffset?.(i) ?? -1;
			expect(at).toBeGreaterThanOrEqual(last);
			expect(at).toBeLessThanOrEqual(markup.length);
			last = at;
		}
	});
});
