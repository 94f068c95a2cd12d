import type { Dossier } from '../../core/dossier/dossier';
import type { Listed } from '../../core/store/store';
import type { RowResult } from '../columns/row-records.svelte';

/** An event of the list with what came of its record. */
export interface ListedEvent extends Omit<Listed, 'record'> {
	/** With all that was ever known of it. */
	whole: Dossier;
	result: RowResult;
}

/** Events of a list that stand one behind the other, and what is known of those about them. */
export interface Stretch {
	/** Of the question that it answers. */
	key: string;
	events: readonly ListedEvent[];
	/** How many events stand before it, and behind; undefined where that is not known. */
	before: number | undefined;
	behind: number | undefined;
	moreBefore: boolean;
	moreBehind: boolean;
}

export type Side = 'before' | 'behind';

/** Events that are kept on one side of what is looked at; as many again may stand on the other. */
export const KEPT = 1_500;

/** The first or the last events of a list. @param more whether there are others */
export function endOf(
	key: string,
	end: Side,
	events: readonly ListedEvent[],
	more: boolean
): Stretch {
	const atStart = end === 'before';
	return {
		key,
		events,
		before: atStart || !more ? 0 : undefined,
		behind: atStart && more ? undefined : 0,
		moreBefore: !atStart && more,
		moreBehind: atStart && more
	};
}

/** A stretch with the events that stand next to it on one side; what is far off on the other is let go of. */
export function extended(
	stretch: Stretch,
	side: Side,
	events: readonly ListedEvent[],
	more: boolean
): Stretch {
	if (side === 'behind') {
		const all = [...stretch.events, ...events];
		const gone = Math.max(0, all.length - 2 * KEPT);
		const behind = stretch.behind === undefined ? undefined : stretch.behind - events.length;
		return {
			...stretch,
			events: all.slice(gone),
			before: stretch.before === undefined ? undefined : stretch.before + gone,
			behind: more ? behind : 0,
			moreBefore: stretch.moreBefore || gone > 0,
			moreBehind: more
		};
	}
	const all = [...events, ...stretch.events];
	const gone = Math.max(0, all.length - 2 * KEPT);
	const before = stretch.before === undefined ? undefined : stretch.before - events.length;
	return {
		...stretch,
		events: all.slice(0, all.length - gone),
		before: more ? before : 0,
		behind: stretch.behind === undefined ? undefined : stretch.behind + gone,
		moreBefore: more,
		moreBehind: stretch.moreBehind || gone > 0
	};
}

/**
 * Place of an event of the stretch in the whole list, from 1; undefined where it is not known.
 * @param shown how many events the list has
 */
export function placeIn(
	{ before, behind, events }: Stretch,
	index: number,
	shown: number | undefined
): number | undefined {
	if (before !== undefined) return before + index + 1;
	if (behind !== undefined && shown !== undefined)
		return shown - behind - events.length + index + 1;
	return undefined;
}
