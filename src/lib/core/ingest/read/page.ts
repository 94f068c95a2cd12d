import { Readability } from '@mozilla/readability';
import { parseHTML } from 'linkedom/worker';
import type { Article, ArticleFacts } from '../article';
import { bylineOf } from './bylines';
import { factsOfPage } from './metadata';
import { PageText } from './page-text';
import { sortBlocks } from './sort-blocks';
import { SourceMap } from './source-map';
import { MAX_TEXT, tooLong, Unreadable } from './unreadable';

/** How deep elements may be nested, and how many there may be, in a page that is read. */
const MAX_DEPTH = 400;
const MAX_ELEMENTS = 30_000;
/** How many `<` and `&` there may be: each may cost the parser a node. */
const MAX_SIGNS = 300_000;

const ASIDE = new Set(['NAV', 'FOOTER', 'ASIDE', 'FORM']);

/**
 * Reads the markup of a web page: what it says of itself, and the paragraphs that Readability takes for the
 * article, with its title first. No script is run, nothing is fetched. `inputOffset` leads back into the markup.
 * @throws Unreadable where no article can be told from the rest
 */
export function readPage(markup: string, given: Partial<ArticleFacts>): Article {
	refuseSigns(markup);
	const doc = documentOf(markup);
	refuseHuge(doc);
	const facts = factsOfPage(doc);
	const map = new SourceMap(markup, doc.documentElement);

	// Before Readability, which takes the page apart.
	const whole = new PageText();
	whole.collect(doc.body, map, (element) => ASIDE.has(element.nodeName.toUpperCase()));
	if (whole.text.length > MAX_TEXT)
		throw tooLong('The text of the page', whole.text.length, MAX_TEXT, 'characters');
	const headings = [...doc.querySelectorAll('h1')].map((h1) => {
		const heading = new PageText();
		heading.collect(h1, map);
		return heading;
	});
	const found = new Readability<Node>(doc, {
		maxElemsToParse: 0,
		keepClasses: true,
		serializer: (node) => node
	}).parse();

	const title = titleOf(facts.title ?? found?.title ?? undefined, headings);
	const text = pageOf(markup, title, found?.content as Element | null | undefined, map);
	const page = tells(text) ? text : whole;
	if (!tells(page))
		throw new Unreadable(
			'No article can be told from the rest of this page: copy its text and paste that, or save it as .txt.'
		);
	return articleOf(page, facts, whole, given);
}

function articleOf(
	page: PageText,
	facts: ArticleFacts,
	whole: PageText,
	given: Partial<ArticleFacts>
): Article {
	const { text, offsets } = page;
	const sorted = sortBlocks(text, page.paragraphs, given);
	const lines = linesAbout(whole);
	const published = facts.published ?? sorted.published ?? lines.published;
	const title = facts.title ?? sorted.title;
	const authors = [facts.authors, sorted.authors, lines.authors].find((names) => names.length > 0);
	return {
		...sorted,
		...facts,
		...(title !== undefined && { title }),
		...(published !== undefined && { published }),
		authors: authors ?? [],
		text,
		inputOffset: (offset) =>
			offset < offsets.length ? (offsets[offset] ?? 0) : (offsets.at(-1) ?? 0) + 1
	};
}

function documentOf(markup: string): Document {
	// Of a part of a page the rest is put around it: the tags have no text, and so no offset changes.
	const whole = /<(html|body)[\s>]/i.test(markup);
	const { document: doc } = parseHTML(whole ? markup : `<html><body>${markup}</body></html>`);
	const { body } = doc;
	if (body.firstChild === null)
		for (const node of [...doc.documentElement.childNodes])
			if (node !== body && node.nodeName.toUpperCase() !== 'HEAD') body.appendChild(node);
	return doc;
}

/** @throws Unreadable with the cap named, before the page is parsed */
function refuseSigns(markup: string): void {
	let signs = 0;
	for (let i = 0; i < markup.length; i++) {
		const code = markup.charCodeAt(i);
		if (code === 60 || code === 38) signs++;
	}
	if (signs > MAX_SIGNS)
		throw new Unreadable(
			`The page has more than ${MAX_SIGNS.toLocaleString('en-GB')} tags and entities, and is not read: paste the article’s text.`
		);
}

/** @throws Unreadable with the cap named, before anything walks through the page by recursion */
function refuseHuge(doc: Document): void {
	let elements = 0;
	let depth = 0;
	let node: Node | null = doc;
	while (node) {
		if (node.nodeType === 1) elements++;
		if (depth > MAX_DEPTH)
			throw new Unreadable(
				`The page nests its elements more than ${MAX_DEPTH} deep, and is not read: paste the article’s text.`
			);
		if (elements > MAX_ELEMENTS)
			throw new Unreadable(
				`The page has more than ${MAX_ELEMENTS.toLocaleString('en-GB')} elements, and is not read: paste the article’s text.`
			);
		if (node.firstChild) {
			node = node.firstChild;
			depth++;
			continue;
		}
		while (node && !node.nextSibling) {
			node = node.parentNode;
			depth--;
		}
		node = node?.nextSibling ?? null;
	}
}

interface Title {
	words: string;
	/** The page's own heading, where it has it. */
	heading?: PageText;
}

function titleOf(said: string | undefined, headings: PageText[]): Title | undefined {
	const plain = (words: string) => words.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '');
	const whole = plain(said ?? '');
	const heading =
		headings.find(({ text }) => {
			const own = plain(text);
			return own !== '' && (own === whole || (own.length > 12 && whole.startsWith(own)));
		}) ?? (headings.length === 1 ? headings[0] : undefined);
	if (heading && heading.text !== '') return { words: heading.text, heading };
	return said === undefined ? undefined : { words: said };
}

/** Title and article as one text. */
function pageOf(
	markup: string,
	title: Title | undefined,
	content: Element | null | undefined,
	map: SourceMap
): PageText {
	const page = new PageText();
	if (title?.heading) page.add(title.words.replace(/\s+/g, ' '), flat(title.heading), 'headline');
	else if (title) {
		const at = markup.indexOf(title.words);
		const raw = Array.from({ length: title.words.length }, (_, i) => (at < 0 ? 0 : at + i));
		page.add(title.words, raw, 'headline');
	}
	if (content) page.collect(content, map);
	return page;
}

/** Where each unit of a heading stands once its lines are one. */
function flat({ text, offsets }: PageText): number[] {
	const raw: number[] = [];
	for (let i = 0; i < text.length; i++)
		if (!(text.charAt(i) === '\n' && text.charAt(i - 1) === '\n')) raw.push(offsets[i] ?? 0);
	return raw;
}

/** Whether sentences stand in a page's text, and not its title alone. */
function tells({ paragraphs }: PageText): boolean {
	return paragraphs.some(
		({ words, hint }) => hint === undefined && words.length >= 40 && /[.!?…։。؟]/.test(words)
	);
}

/** Author and day in the lines about the article that Readability leaves out. */
function linesAbout({ paragraphs }: PageText): Pick<ArticleFacts, 'authors' | 'published'> {
	for (const item of paragraphs.slice(0, 200)) {
		const { published, authors = [] } = bylineOf(item) ?? {};
		if (published) return { authors, published: published.day };
	}
	return { authors: [] };
}
