/** A stretch of a text in UTF-16 units; `end` is the first unit after it. */
export interface Span {
	start: number;
	end: number;
}

/**
 * What a paragraph of an article is. Only `headline` and `body` report events; a `caption` does so as
 * background. The rest is set apart: `byline` (author, agency, place and date line that stand alone),
 * `furniture` (navigation, share counters, forms), `comments`, `teaser` (“you may also like”), `repeat` (a
 * paragraph that stands in the article before).
 */
export type BlockRole =
	'headline' | 'body' | 'caption' | 'byline' | 'furniture' | 'comments' | 'teaser' | 'repeat';

/** A paragraph of an article. */
export interface Block extends Span {
	role: BlockRole;
}

/** The place and date that open a report: `YEREVAN, May 14 (Reuters) –`. */
export interface Dateline extends Span {
	/** The place as written. */
	place?: Span;
	/** The date as written. */
	date?: Span;
}

/** What of an article its publisher says, and who reads it. */
export interface ArticleFacts {
	title?: string;
	publisher?: string;
	/** Persons or agencies as written. */
	authors: string[];
	/** The calendar day on which it was published, `2021-05-16`. */
	published?: string;
	url?: string;
}

/** An article as it was read: its text, and what each paragraph of it is. */
export interface Article extends ArticleFacts {
	/** All offsets are in it: plain text as it came; of a web page, the text of its markup. */
	text: string;
	/** In the order of the text; they do not overlap. */
	blocks: Block[];
	dateline?: Dateline;
	/** `en`, `hy`, `az`, `ru`, or what else it is seen to be written in; undefined where that is not clear. */
	language?: string;
	/** What could not be read, or was set apart, in words for whoever gave the article. */
	notes: string[];
	/**
	 * Of a web page: where a unit of `text` stands in the markup that was read. Undefined where text and input
	 * are the same.
	 */
	inputOffset?: (offset: number) => number;
}

/** Whether an article's own report stands in a paragraph, its captions among it. */
export function isRead({ role }: Block): boolean {
	return role === 'headline' || role === 'body' || role === 'caption';
}
