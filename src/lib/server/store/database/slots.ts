import { OPEN_AFTER, OPEN_BEFORE } from '../../../core/columns/columns';
import type { Day } from '../../../core/date/day';
import type { DayRange } from '../../../core/date/match';
import type { Query } from './query';
import { REACH, WIDE } from './slot';

/** Where events of some slots are: in the tables of the database that is asked, or of a shard. */
export interface Home {
	/** Number of the shard; undefined: here. */
	shard?: number | undefined;
	/** First and last slot, wide ones apart. */
	from: Day;
	to: Day;
}

/** First and last of some slots. */
export interface Span {
	from: Day;
	to: Day;
}

/** Slots that are counted together in dateline.cells, a power of two. */
export const BUCKET = 32;

/** Slots that are not wide, if they are not bounded. */
export const FIRST_SLOT = OPEN_BEFORE + 1;
export const LAST_SLOT = OPEN_AFTER;

/** Rows of one home that are asked together. */
export interface Part {
	shard?: number | undefined;
	/** Which they are, but for filters. */
	where: (query: Query) => string;
	/** The slots in which they are: they may have others, too. */
	among: (query: Query) => string;
	/** Whether their slot is their first day. */
	narrow: boolean;
	/** All rows of its slots, in the order in which they are listed. */
	whole: boolean;
}

/**
 * The parts that have what a range does not leave out, each event in one. They are such that an index leads to them: what
 * begins in the range is in it; of what begins before and after it only what reaches into it is looked at.
 * @param leave slots inside the range that are left out
 */
export function partsOf(
	range: DayRange,
	homes: readonly Home[],
	leave: (home: Home) => Span | undefined = () => undefined
): Part[] {
	const { from, to } = range;
	const wide: Part = {
		narrow: false,
		whole: false,
		among: () => `slot = ${WIDE}`,
		where: (query) =>
			[
				`slot = ${WIDE}`,
				...(from === undefined ? [] : [`possible_last >= ${query.int(from)}`]),
				...(to === undefined ? [] : [`possible_first <= ${query.int(to)}`])
			].join(' AND ')
	};
	return [...homes.flatMap((home) => narrowParts(range, home, leave(home))), wide];
}

const NO_MORE = (): readonly string[] => [];

/** The whole buckets of a home none of whose events reaches beyond a range. */
export function innerOf({ from, to }: DayRange, home: Home): Span | undefined {
	const low = Math.max(home.from, from === undefined ? FIRST_SLOT : from + REACH);
	const high = Math.min(home.to, to === undefined ? LAST_SLOT : to - REACH);
	const first = Math.ceil(low / BUCKET) * BUCKET;
	const end = Math.floor((high + 1) / BUCKET) * BUCKET;
	return first < end ? { from: first, to: end - 1 } : undefined;
}

function narrowParts({ from, to }: DayRange, home: Home, left: Span | undefined): Part[] {
	const part = (
		low: Day,
		high: Day,
		also: (query: Query) => readonly string[] = NO_MORE
	): Part[] => {
		const [first, last] = [Math.max(low, home.from), Math.min(high, home.to)];
		if (first > last) return [];
		return [
			{
				shard: home.shard,
				narrow: true,
				among: (query) => `slot BETWEEN ${query.int(first)} AND ${query.int(last)}`,
				whole: also === NO_MORE,
				where: (query) =>
					[`slot BETWEEN ${query.int(first)} AND ${query.int(last)}`, ...also(query)].join(' AND ')
			}
		];
	};
	// Ends the wrong way round: only what reaches over both.
	if (from !== undefined && to !== undefined && from > to)
		return part(from - REACH, to + REACH, (query) => [
			`possible_last >= ${query.int(from)}`,
			`possible_first <= ${query.int(to)}`
		]);
	return [
		...(left
			? [...part(from ?? FIRST_SLOT, left.from - 1), ...part(left.to + 1, to ?? LAST_SLOT)]
			: part(from ?? FIRST_SLOT, to ?? LAST_SLOT)),
		...(from === undefined
			? []
			: part(from - REACH, from - 1, (query) => [
					'possible_last > first',
					`possible_last >= ${query.int(from)}`
				])),
		...(to === undefined
			? []
			: part(to + 1, to + REACH, (query) => [
					'possible_first < first',
					`possible_first <= ${query.int(to)}`
				]))
	];
}

/** Days of a shard's years that what a range asks for may have as its slot. */
export function touches({ from, to }: DayRange, home: Pick<Home, 'from' | 'to'>): boolean {
	return (
		(from === undefined || home.to >= from - REACH) && (to === undefined || home.from <= to + REACH)
	);
}
