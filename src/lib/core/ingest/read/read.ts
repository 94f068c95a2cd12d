import type { Article, ArticleFacts } from '../article';

/**
 * Reads plain text or the markup of a web page as an article.
 * @param given what is known of it already: it goes before what the article says of itself
 */
export async function readArticle(
	input: string,
	given: Partial<ArticleFacts> = {}
): Promise<Article> {
	return {
		authors: [],
		...given,
		text: input,
		blocks: [{ start: 0, end: input.length, role: 'body' }],
		notes: []
	};
}
