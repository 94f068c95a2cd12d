import { parseDay } from '../../core/date/day';
import { webAddress } from '../../core/draft/paste';
import type { ArticleFacts } from '../../core/ingest/article';

/** What somebody gives to be read. */
export interface Given {
	text: string;
	file: File | undefined;
	title: string;
	publisher: string;
	/** `2021-05-16`, or empty. */
	published: string;
	url: string;
}

/** Longest text that can be pasted, in UTF-16 units: the markup of a long page. */
export const MOST_PASTED = 5_000_000;
/** Largest file that is opened, in bytes: what is larger is not even looked into. */
export const MOST_BYTES = 10_000_000;

/** Why nothing can be read of what was given, in a sentence that says what to do; undefined where it can. */
export function faultOf({ text, file, url }: Given): string | undefined {
	if (file && file.size === 0)
		return `${file.name} is empty: choose a file with the article in it.`;
	if (file && file.size > MOST_BYTES)
		return `${file.name} has ${(file.size / 1_000_000).toFixed(1)} MB, and at most ${MOST_BYTES / 1_000_000} MB are read: save the article alone.`;
	if (!file && text.trim() === '')
		return 'There is no text yet: paste the article, or choose a file.';
	if (!file && text.length > MOST_PASTED)
		return `The text has ${text.length.toLocaleString('en-GB')} characters, and at most ${MOST_PASTED.toLocaleString('en-GB')} are read: give one article at a time.`;
	if (url.trim() && !webAddress(url))
		return 'The web address is none: it begins with https:// and stands as the browser shows it.';
	return undefined;
}

/** What of an article its reader knows already. */
export function factsOf({ title, publisher, published, url }: Given): Partial<ArticleFacts> {
	const address = webAddress(url)?.href;
	return {
		...(title.trim() && { title: title.trim() }),
		...(publisher.trim() && { publisher: publisher.trim() }),
		...(parseDay(published) !== undefined && { published }),
		...(address !== undefined && { url: address })
	};
}
