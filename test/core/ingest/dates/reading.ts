import type { Article, BlockRole } from '../../../../src/lib/core/ingest/article';
import { findDates } from '../../../../src/lib/core/ingest/dates/find';
import type { DateMention } from '../../../../src/lib/core/ingest/mention';

/** An article of one paragraph a line. @param published a Sunday, where none is given; null for none */
export function articleOf(
	text: string,
	{ published = '2021-05-16', role = 'body' }: { published?: string | null; role?: BlockRole } = {}
): Article {
	const blocks = Array.from(text.matchAll(/[^\n]+/g), ([line], i) => ({ line, i })).map(
		({ line }, i, all) => {
			const start = all.slice(0, i).reduce((sum, before) => sum + before.line.length + 1, 0);
			return { start, end: start + line.length, role };
		}
	);
	return { text, blocks, authors: [], notes: [], ...(published !== null && { published }) };
}

export function mentions(text: string, options?: Parameters<typeof articleOf>[1]): DateMention[] {
	return findDates(articleOf(text, options));
}

/** `[passage, value]` of each date. */
export function dates(
	text: string,
	options?: Parameters<typeof articleOf>[1]
): [string, string | null][] {
	return mentions(text, options).map((mention) => [mention.text, mention.value]);
}

/** The value of the only date. */
export function only(text: string, options?: Parameters<typeof articleOf>[1]): string | null {
	const found = mentions(text, options);
	if (found.length !== 1) throw new Error(`${found.length} dates in: ${text}`);
	return found[0]?.value ?? null;
}
