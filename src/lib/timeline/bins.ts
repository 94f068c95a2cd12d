import type { Day } from '../core/date/day';
import type { When } from '../core/date/when';
import { ROLES, type Role } from '../core/dossier/roles';
import type { SymbolShape } from '../core/dossier/schema';
import type { Axis } from './axis';
import type { Extent } from './extent';
import {
	CENTURY,
	DAY,
	DECADE,
	MILLENNIUM,
	MONTH,
	plus,
	QUARTER,
	startsIn,
	WEEK,
	YEAR,
	type Unit
} from './units';

/** What the timeline needs of an event. */
export interface TimelineEvent {
	id: string;
	title: string;
	/** Null where no date is known. */
	when: When | null;
	role: Role;
	shape: SymbolShape;
}

/** An event with the days that it may take up; an open end stands at the end that is known. */
export interface DatedEvent {
	event: TimelineEvent;
	first: Day;
	last: Day;
	middle: Day;
	doubtful: boolean;
}

/** An event in its bin. */
export interface Placed {
	event: TimelineEvent;
	/** Its date is in doubt or goes beyond the bin: it may be elsewhere. */
	possible: boolean;
}

/** How many events of a bin are of one role, all certain or all possible there. */
export interface RoleCount {
	role: Role;
	possible: boolean;
	count: number;
}

/** A stretch of the calendar, and how many events stand in it. */
export interface CountedBin extends Extent {
	count: number;
	/** From the ground up. */
	parts: readonly RoleCount[];
}

/** The same with the events themselves. */
export interface Bin extends CountedBin {
	/** Certain ones first, then by role, then by date: from the ground up. */
	placed: Placed[];
}

/** The bins in sight, as bars are drawn of them. */
export interface CountedBins<B extends CountedBin = CountedBin> {
	unit: Unit;
	/** All bins in sight, those without events too, in order. */
	bins: B[];
	/** The fullest bin's number of events; 0 where there are none. */
	highest: number;
}

export interface Bins extends CountedBins<Bin> {
	/** Events wholly before and after what is in sight. */
	before: DatedEvent[];
	after: DatedEvent[];
}

export interface Dated {
	/** By first day, then last day. */
	events: DatedEvent[];
	undated: number;
}

/** The narrowest bin, in pixels. */
const NARROWEST = 7;
const UNITS: readonly Unit[] = [DAY, WEEK, MONTH, QUARTER, YEAR, DECADE, CENTURY];

/** Reads the dates once, so that nothing but comparing is left to do when the axis moves. */
export function datedEvents(events: readonly TimelineEvent[]): Dated {
	const dated: DatedEvent[] = [];
	for (const event of events) {
		const { when } = event;
		if (!when) continue;
		const first = when.first === -Infinity ? when.last : when.first;
		const last = when.last === Infinity ? when.first : when.last;
		if (!Number.isFinite(first) || !Number.isFinite(last)) continue;
		const middle = Math.floor((first + last) / 2);
		dated.push({ event, first, last, middle, doubtful: when.doubtful });
	}
	dated.sort((a, b) => a.first - b.first || a.last - b.last);
	return { events: dated, undated: events.length - dated.length };
}

/** The finest calendar unit whose bins are wide enough to see and to hit. */
function binUnit(axis: Axis): Unit {
	return UNITS.find(({ days }) => days * axis.scale >= NARROWEST) ?? MILLENNIUM;
}

/**
 * Puts the events in sight into calendar-aligned bins.
 *
 * An event stands in the bin of the middle of its bounds. While part of its bounds is in sight and
 * the middle is not, it stands in the bin at that edge of the axis: what may have been in these days
 * is never left out of their picture. It is *possible* there where its date is in doubt or its
 * bounds go beyond the bin, as “May 2021” does in any week of May. Only what lies wholly out of
 * sight is counted before and after.
 */
export function binEvents(events: readonly DatedEvent[], axis: Axis): Bins {
	const { unit, extents } = emptyBins(axis);
	const bins = extents.map((extent): Bin => ({ ...extent, count: 0, parts: [], placed: [] }));
	const result: Bins = { unit, bins, highest: 0, before: [], after: [] };
	const left = bins[0] as Bin;
	const right = bins[bins.length - 1] as Bin;
	for (const item of events) {
		if (item.last < left.first) result.before.push(item);
		else if (item.first > right.last) result.after.push(item);
		else {
			const day = Math.max(left.first, Math.min(right.last, item.middle));
			const bin = binOf(bins, day);
			const possible = item.doubtful || item.first < bin.first || item.last > bin.last;
			bin.placed.push({ event: item.event, possible });
			if (bin.placed.length > result.highest) result.highest = bin.placed.length;
		}
	}
	for (const bin of bins) {
		bin.placed.sort(
			(a, b) =>
				Number(a.possible) - Number(b.possible) ||
				ROLES.indexOf(a.event.role) - ROLES.indexOf(b.event.role)
		);
		bin.count = bin.placed.length;
		bin.parts = partsOf(bin.placed);
	}
	return result;
}

/** The bins of an axis before anything stands in them. */
export function emptyBins(axis: Axis): { unit: Unit; extents: Extent[] } {
	const unit = binUnit(axis);
	const starts = startsIn(unit, axis.window.start, axis.end);
	const extents = starts.map((first, i) => ({
		first,
		last: (starts[i + 1] ?? plus(unit, first, 1)) - 1
	}));
	return { unit, extents };
}

function partsOf(placed: readonly Placed[]): RoleCount[] {
	const parts: RoleCount[] = [];
	for (const {
		event: { role },
		possible
	} of placed) {
		const part = parts[parts.length - 1];
		if (part?.role === role && part.possible === possible) part.count++;
		else parts.push({ role, possible, count: 1 });
	}
	return parts;
}

/** The bin that holds a day of the stretch that the bins cover. */
export function binOf<T extends Extent>(bins: readonly T[], day: Day): T {
	let low = 0;
	let high = bins.length - 1;
	while (low < high) {
		const middle = (low + high + 1) >> 1;
		if ((bins[middle] as T).first <= day) low = middle;
		else high = middle - 1;
	}
	return bins[low] as T;
}

/** One role's part of a bar. */
export interface BarPart {
	role: Role;
	possible: boolean;
	/** Place and size along the axis, 0 to 1. */
	at: number;
	width: number;
	/** Events below this part, and in it. */
	below: number;
	count: number;
}

/** Pixels between two bars that stand side by side, where they are wide enough to spare it. */
const APART = 1;

/** The bars of the bins, each role's certain and possible events a part of their own. */
export function barParts({ bins }: Pick<CountedBins, 'bins'>, axis: Axis): BarPart[] {
	const parts: BarPart[] = [];
	for (const { first, last, count, parts: ownParts } of bins) {
		if (count === 0) continue;
		const room = axis.heldFraction(last + 1) - axis.heldFraction(first);
		const apart = room * axis.width > 4 * APART ? APART / axis.width : 0;
		const at = axis.heldFraction(first) + apart / 2;
		const width = room - apart;
		let below = 0;
		for (const part of ownParts) {
			parts.push({ ...part, at, width, below });
			below += part.count;
		}
	}
	return parts;
}

/** What is drawn of one role: all its certain parts, or all its possible ones. */
interface BarPath {
	role: Role;
	possible: boolean;
	/** Path data; x from 0 to 1 along the axis, y in pixels from the plot's top. */
	d: string;
}

/**
 * The bars as few shapes: a step of the slider goes over what is drawn, and a bar has up to ten parts.
 * @param unit pixels an event is high
 * @param ground y of the bars' foot
 */
export function barPaths(parts: readonly BarPart[], unit: number, ground: number): BarPath[] {
	const paths = new Map<string, BarPath>();
	const hairline = unit > 1.5 ? 0.6 : 0;
	for (const { role, possible, at, width, below, count } of parts) {
		const key = `${role} ${possible}`;
		const path = paths.get(key) ?? { role, possible, d: '' };
		paths.set(key, path);
		const top = ground - (below + count) * unit - (possible && below > 0 ? 1 : 0);
		const height = Math.max(0.5, count * unit - hairline);
		const across = width.toFixed(6);
		path.d += `M${at.toFixed(6)} ${top.toFixed(2)}h${across}v${height.toFixed(2)}h-${across}z`;
	}
	return [...paths.values()];
}
