import * as v from 'valibot';
import { webAddress } from '../../dossier/schema';
import type { ArticleFacts } from '../article';
import { datesIn, isoDay } from './written-date';

/** Longest linked data that is parsed, in units, and how many of its objects are looked at. */
const MAX_LINKED = 500_000;
const MAX_OBJECTS = 2000;
const MAX_DEPTH = 8;

const ARTICLES =
	/^(NewsArticle|Article|ReportageNewsArticle|AnalysisNewsArticle|BackgroundNewsArticle|LiveBlogPosting|BlogPosting|Report|OpinionNewsArticle)$/;

/** What a page says of itself: linked data, OpenGraph and other `<meta>`, `<time>`, microdata, in this order. */
export function factsOfPage(page: Document): ArticleFacts {
	const linked = linkedFacts(page);
	const meta = metaFacts(page);
	const timed = publishedInMarkup(page);
	const published = linked.published ?? meta.published ?? timed;
	const facts: Partial<ArticleFacts> = { ...meta, ...linked };
	delete facts.published;
	return {
		...facts,
		authors: linked.authors?.length ? linked.authors : (meta.authors ?? []),
		...(published !== undefined && { published })
	};
}

type Facts = Partial<ArticleFacts>;

function linkedFacts(page: Document): Facts {
	for (const script of [...page.querySelectorAll('script[type="application/ld+json"]')].slice(
		0,
		30
	)) {
		const text = script.textContent ?? '';
		if (text.length > MAX_LINKED) continue;
		let data: unknown;
		try {
			data = JSON.parse(text);
		} catch {
			// Broken linked data says nothing; the page's other words may.
			continue;
		}
		const article = articleIn(data);
		if (article) return factsOfLinked(article);
	}
	return {};
}

/** The first article in linked data, also in lists and in a graph. */
function articleIn(data: unknown): Record<string, unknown> | undefined {
	const waiting: [value: unknown, depth: number][] = [[data, 0]];
	for (let looked = 0; looked < MAX_OBJECTS && waiting.length > 0; looked++) {
		const [value, depth] = waiting.shift() as [unknown, number];
		if (typeof value !== 'object' || value === null || depth > MAX_DEPTH) continue;
		if (Array.isArray(value)) {
			for (const item of value.slice(0, 200)) waiting.push([item, depth + 1]);
			continue;
		}
		const record = value as Record<string, unknown>;
		const types = [record['@type']].flat();
		if (
			types.some((type) => typeof type === 'string' && ARTICLES.test(type.replace(/^.*[/:]/, '')))
		)
			return record;
		for (const key of ['@graph', 'mainEntity', 'mainEntityOfPage', 'itemListElement', 'item'])
			if (Object.hasOwn(record, key)) waiting.push([record[key], depth + 1]);
	}
	return undefined;
}

function factsOfLinked(article: Record<string, unknown>): Facts {
	const title = plain(article.headline) ?? plain(article.name);
	const publisher = nameOf(article.publisher) ?? nameOf(article.sourceOrganization);
	const published = dayOf(article.datePublished) ?? dayOf(article.dateCreated);
	const url = webUrl(article.url) ?? webUrl(article.mainEntityOfPage);
	const authors = [article.author ?? article.creator ?? []]
		.flat(2)
		.slice(0, 20)
		.flatMap((one) => nameOf(one) ?? []);
	return {
		authors: [...new Set(authors)],
		...(title !== undefined && { title }),
		...(publisher !== undefined && { publisher }),
		...(published !== undefined && { published }),
		...(url !== undefined && { url })
	};
}

function metaFacts(page: Document): Facts {
	const said = new Map<string, string[]>();
	for (const meta of [...page.querySelectorAll('meta')].slice(0, 500)) {
		const key = (
			meta.getAttribute('property') ??
			meta.getAttribute('name') ??
			meta.getAttribute('itemprop') ??
			''
		).toLowerCase();
		const value = plain(meta.getAttribute('content'));
		if (key !== '' && value !== undefined) said.set(key, [...(said.get(key) ?? []), value]);
	}
	const first = <T>(keys: string[], read: (value: string) => T | undefined) => {
		for (const key of keys)
			for (const value of said.get(key) ?? []) {
				const found = read(value);
				if (found !== undefined) return found;
			}
		return undefined;
	};
	const same = (value: string) => value;
	const title = first(['og:title', 'twitter:title', 'dc.title', 'headline'], same);
	const publisher = first(['og:site_name', 'dc.publisher', 'publisher', 'application-name'], same);
	const published = first(
		'article:published_time og:published_time article:published datepublished parsely-pub-date sailthru.date pubdate publishdate publish-date publish_date publication_date dc.date.issued dcterms.issued dcterms.created dc.date dcterms.date dc.created date'.split(
			' '
		),
		dayOf
	);
	const canonical = page.querySelector('link[rel="canonical"]')?.getAttribute('href');
	const url = webUrl(canonical) ?? first(['og:url', 'twitter:url'], webUrl);
	const authors = ['author', 'article:author', 'parsely-author', 'dc.creator', 'byl']
		.map((key) => (said.get(key) ?? []).filter((name) => !/^(https?:|@|\/)/i.test(name)))
		.find((names) => names.length > 0);
	return {
		authors: [...new Set((authors ?? []).map((name) => name.replace(/^by /i, '')))].slice(0, 20),
		...(title !== undefined && { title }),
		...(publisher !== undefined && { publisher }),
		...(published !== undefined && { published }),
		...(url !== undefined && { url })
	};
}

/** The day of the first element that says when the article was published; those of teasers are passed over. */
function publishedInMarkup(page: Document): string | undefined {
	const read = (element: Element) =>
		dayOf(element.getAttribute('datetime')) ??
		dayOf(element.getAttribute('content')) ??
		dayOf(element.textContent);
	for (const selector of ['[itemprop~="datePublished"]', 'time[pubdate]', 'time'])
		for (const element of [...page.querySelectorAll(selector)].slice(0, 50)) {
			if (element.closest('aside, nav, footer, [class*="comment"], [class*="related"]')) continue;
			const day = read(element);
			if (day !== undefined) return day;
		}
	return undefined;
}

/** The calendar day that a value writes, whatever time zone it adds. */
function dayOf(value: unknown): string | undefined {
	const text = plain(value);
	return text === undefined ? undefined : (isoDay(text) ?? datesIn(text)[0]?.day);
}

function nameOf(value: unknown): string | undefined {
	const one: unknown = Array.isArray(value) ? value[0] : value;
	const name =
		typeof one === 'object' && one !== null
			? plain((one as Record<string, unknown>).name)
			: plain(one);
	return name !== undefined && !/^https?:/i.test(name) ? name : undefined;
}

function webUrl(value: unknown): string | undefined {
	const given: unknown =
		typeof value === 'object' && value !== null ? (value as Record<string, unknown>)['@id'] : value;
	return v.is(webAddress, given) ? given : undefined;
}

/** Words on one line, at most 500 units of them; undefined for anything else. */
function plain(value: unknown): string | undefined {
	if (typeof value !== 'string') return undefined;
	const words = value
		.slice(0, 2000)
		.replace(/[\s\p{Cc}]+/gu, ' ')
		.trim()
		.slice(0, 500);
	return words === '' ? undefined : words;
}
