import type { CslItem } from '../../dossier/schema';
import { dateReader } from './day';
import { fitting, idOfName, MAX_SHORT_TEXT, remembered, shortHash, slug } from './text';

/** One article that UCDP names, as its `source_article` writes it: `"publisher,2016-01-01,headline"`. */
export interface Article {
	by: string;
	source: CslItem;
}

/** An entry: the day parts the publisher, which may hold commas of its own, from the headline, which may too. */
const ENTRY = /^(.+?),\s*(\d{4}-\d\d-\d\d)\s*,(.*)$/s;
const DAY = /,\s*\d{4}-\d\d-\d\d\s*(?=,)/g;

/** Reports of the years that GED is about: 0201 or 1017 is a slip. */
const readDate = dateReader('ymd', 1900);

/** More than this is no list of articles. */
const MOST_TEXT = 20_000;
const MOST_ARTICLES = 100;

/**
 * The articles of an entry of `source_article`, or undefined where it cannot be told where one ends: quotes that
 * do not close, an entry without a day between commas or with more than one, a day that does not exist.
 */
export const readArticles = remembered((text: string): readonly Article[] | undefined => {
	if (text === '' || text.length > MOST_TEXT) return undefined;
	const entries = text.startsWith('"') ? quoted(text) : unquoted(text);
	if (!entries || entries.length > MOST_ARTICLES) return undefined;
	const articles: Article[] = [];
	const seen = new Set<string>();
	for (const entry of entries) {
		const article = readEntry(entry.trim());
		if (!article) return undefined;
		const id = String(article.source.id);
		if (!seen.has(id)) articles.push(article);
		seen.add(id);
	}
	return articles;
}, 2_000);

/** `"a";"b"`: quotes inside an entry are not doubled, so only `";"` parts two. */
function quoted(text: string): string[] | undefined {
	if (text.length < 2 || !text.endsWith('"')) return undefined;
	return text.slice(1, -1).split(/"\s*;\s*"/);
}

/** Without quotes a semicolon may belong to a headline: then it is one entry or none. */
function unquoted(text: string): string[] | undefined {
	return text.includes(';') ? undefined : [text];
}

function readEntry(entry: string): Article | undefined {
	if ((entry.match(DAY) ?? []).length !== 1) return undefined;
	const [, by = '', day = '', headline = ''] = ENTRY.exec(entry) ?? [];
	const publisher = fitting(by.trim(), MAX_SHORT_TEXT);
	const date = readDate(day);
	if (!publisher || 'fault' in date) return undefined;
	const title = fitting(withoutEntities(headline.trim()), MAX_SHORT_TEXT) || `[Report of ${day}]`;
	const id = `${slug(publisher, 40) || idOfName(publisher)}-${day}-${shortHash(`${publisher}\u0000${title}`)}`;
	return {
		by: publisher,
		source: {
			id,
			type: 'article',
			title,
			'container-title': publisher,
			issued: { 'date-parts': [[date.year, date.month, date.day]] }
		}
	};
}

/** Characters that came out of a web page as `&#8217;` or `&amp;` are the characters again; tags stay as they are. */
function withoutEntities(text: string): string {
	if (!text.includes('&')) return text;
	return text.replace(
		/&(?:#(\d{2,6})|(amp|quot|apos|nbsp|ndash|mdash|rsquo|lsquo|ldquo|rdquo));/g,
		decoded
	);
}

const NAMED = new Map([
	['amp', '&'],
	['quot', '"'],
	['apos', "'"],
	['nbsp', ' '],
	['ndash', '–'],
	['mdash', '—'],
	['rsquo', '’'],
	['lsquo', '‘'],
	['ldquo', '“'],
	['rdquo', '”']
]);

function decoded(whole: string, number: string | undefined, name: string | undefined): string {
	if (name !== undefined) return NAMED.get(name) ?? whole;
	const code = Number(number);
	// Controls, halves of characters and what is beyond the last one stay as they were written.
	const isLetter = code >= 32 && !(code >= 127 && code < 160) && !(code >= 0xd800 && code < 0xe000);
	return isLetter && code <= 0x10ffff ? String.fromCodePoint(code) : whole;
}
