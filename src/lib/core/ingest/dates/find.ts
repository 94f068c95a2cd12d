import type { Article } from '../article';
import type { DateMention } from '../mention';

/** The dates that an article writes, in its order, as they are meant on the day of its publication. */
export function findDates(article: Article): DateMention[] {
	void article;
	return [];
}
