import { sameJson } from './diff';

/**
 * A list as told to somebody who has an earlier one: runs of that, by their first number and the one after
 * their last, and items that are new or changed.
 */
export type News<T> = ({ from: number; to: number } | { item: T })[];

/**
 * What of a list somebody has to be told who has an earlier one; undefined where it is the same. Items are
 * known again by their ids.
 */
export function newsOf<T extends { id: string }>(
	before: readonly T[],
	after: readonly T[]
): News<T> | undefined {
	const numbers = new Map(before.map(({ id }, number) => [id, number]));
	const news: News<T> = [];
	for (const item of after) {
		const at = numbers.get(item.id);
		const last = news.at(-1);
		if (at === undefined || !sameJson(before[at], item)) news.push({ item });
		else if (last && 'to' in last && last.to === at) last.to++;
		else news.push({ from: at, to: at + 1 });
	}
	const [first] = news;
	const isSame =
		before.length === after.length &&
		(first === undefined ||
			(news.length === 1 && 'to' in first && first.from === 0 && first.to === before.length));
	return isSame ? undefined : news;
}

/** The list that is told of; what has not changed in it are the objects that were there before. */
export function heard<T>(before: T[], news: News<T> | undefined): T[] {
	if (!news) return before;
	return news.flatMap((told) => ('item' in told ? [told.item] : before.slice(told.from, told.to)));
}
