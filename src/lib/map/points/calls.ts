import { heldDay, type Columns } from '../../core/columns/columns';
import { stretchOf, type DateIndex, type Stretch } from '../../core/columns/dates';
import type { DayRange } from '../../core/date/match';

/** What is drawn of the rows, in this order: what comes later lies on top. */
export type Call =
	/** Rows of a list: those that the stretch leaves out (`wide`), or nothing but these. */
	| { rows: 'wide' | 'singles'; count: number }
	/** Nothing but the rows that can be seen: those with a ring, and those whose symbol is. */
	| SeenCall
	| { rows: 'stretch'; stretch: Stretch }
	| { rows: 'highlight'; row: number };

export interface SeenCall {
	rows: 'seen';
	rings: number;
	symbols: number;
}

/**
 * The draws of a range: a list where there is one, otherwise the wide rows, asked one by one on the graphics
 * card, then the stretch in which all others lie, the newest on top.
 * @param list `singles` while clusters stand for the rest, `seen` where the rows that can be seen are known
 */
export function callsOf(
	columns: Columns,
	index: DateIndex,
	range: DayRange,
	list: { rows: 'singles'; count: number } | SeenCall | undefined,
	highlight: number | undefined
): Call[] {
	const calls: Call[] = [];
	if (list) calls.push(list);
	else {
		calls.push({ rows: 'wide', count: index.wide.length });
		const stretch = stretchOf(columns, index, range);
		calls.push({ rows: 'stretch', stretch });
	}
	if (highlight !== undefined) calls.push({ rows: 'highlight', row: highlight });
	return calls.filter(
		(call) =>
			(call.rows !== 'stretch' || call.stretch.end > call.stretch.start) &&
			(!('count' in call) || call.count > 0)
	);
}

/** A range as the shader takes it: both ends as columns hold days, and whether it has any. */
export function heldRange({ from, to }: DayRange): { range: [number, number]; unbounded: boolean } {
	return {
		range: [heldDay(from ?? -Infinity), heldDay(to ?? Infinity)],
		unbounded: from === undefined && to === undefined
	};
}
