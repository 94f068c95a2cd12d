import { OPEN_AFTER, OPEN_BEFORE, PER_DEGREE } from '../../../core/columns/columns';
import type { Day } from '../../../core/date/day';
import { worldUnits as unitsOf } from '../../../core/store/world';

/** The slot of wide events. */
export const WIDE = OPEN_BEFORE;
/** Days that an event may reach beyond its first day, to either side, and still stand at it. */
export const REACH = 62;

interface Bounds {
	first: Day;
	last: Day;
	possibleFirst: Day;
	possibleLast: Day;
}

/** Where an event stands in the tables (migrations/0001-events.sql): at its first day, or among the wide ones. */
export function slotOf({ first, last, possibleFirst, possibleLast }: Bounds): number {
	const isOpen =
		first === OPEN_BEFORE ||
		first === OPEN_AFTER ||
		last === OPEN_AFTER ||
		possibleFirst === OPEN_BEFORE ||
		possibleLast === OPEN_AFTER;
	const reach = Math.max(last, possibleLast) - first;
	return isOpen || reach > REACH || first - possibleFirst > REACH ? WIDE : first;
}

const DAY_MS = 86_400_000;

/** The calendar year of a slot; undefined for that of the wide ones. */
export function yearOf(slot: number): number | undefined {
	if (slot === WIDE) return undefined;
	const year = new Date(slot * DAY_MS).getUTCFullYear();
	// A Date reaches some 270,000 years; what is beyond stands in the last part, or the first.
	return Number.isNaN(year) ? Math.sign(slot) * 10_000 : year;
}

/** A longitude and a latitude, in units of a position, in units of the world. */
export function worldUnits(lon: number, lat: number): [x: number, y: number] {
	const { x, y } = unitsOf([lon / PER_DEGREE, lat / PER_DEGREE]);
	return [x, y];
}
