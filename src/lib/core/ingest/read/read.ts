import type { Article, ArticleFacts } from '../article';
import { paragraphsOf } from './paragraphs';
import { sortBlocks } from './sort-blocks';
import { isMarkup, mojibakeIn, refuseBinary } from './suspect';
import { MAX_MARKUP, MAX_TEXT, tooLong, Unreadable } from './unreadable';

/**
 * Reads plain text or the markup of a web page as an article. Nothing is fetched and no script is run; a page's
 * parser is loaded once a page is given.
 * @param given what is known of it already: it goes before what the article says of itself
 * @throws Unreadable for what holds no article, in a sentence for whoever gave it
 */
export async function readArticle(
	input: string,
	given: Partial<ArticleFacts> = {}
): Promise<Article> {
	if (input.trim() === '') throw new Unreadable('There is no text: give an article.');
	refuseBinary(input);
	const markup = isMarkup(input);
	const [most, what] = markup ? [MAX_MARKUP, 'The page'] : [MAX_TEXT, 'The text'];
	if (input.length > most) throw tooLong(what, input.length, most, 'characters');
	const read = markup ? (await import('./page')).readPage(input, given) : readText(input, given);
	const garbled = mojibakeIn(read.text);
	if (garbled) read.notes.unshift(garbled);
	return { ...read, ...given, authors: given.authors?.length ? given.authors : read.authors };
}

function readText(text: string, given: Partial<ArticleFacts>): Article {
	return { text, ...sortBlocks(text, paragraphsOf(text), given) };
}
