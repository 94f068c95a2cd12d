import type { When } from '../date/when';

/** By first day, then last day, then id; without a date last. */
export function byDate(a: Dated, b: Dated): number {
	return first(a) - first(b) || last(a) - last(b) || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0);
}

interface Dated {
	id: string;
	when: When | null;
}

// Infinity less Infinity would be no number.
const first = ({ when }: Dated) =>
	when ? Math.max(when.first, Number.MIN_SAFE_INTEGER) : Number.MAX_SAFE_INTEGER;
const last = ({ when }: Dated) => Math.min(when?.last ?? 0, Number.MAX_SAFE_INTEGER);
