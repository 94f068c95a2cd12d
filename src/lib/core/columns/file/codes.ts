import { OPEN_AFTER, OPEN_BEFORE } from '../columns';
import { unzigzag, zigzag } from './bytes';

/**
 * Days of a row as small numbers: each relative to one that stands before it, with numbers of their own for
 * no bound. Both ways are here side by side, since each is the other's meaning.
 */

/** 0: open; else one more than the days after `first`, or than the day itself where `first` is open. */
export function spanCode(first: number, last: number): number {
	if (last === OPEN_AFTER) return 0;
	return 1 + (first === OPEN_BEFORE ? zigzag(last) : last - first);
}

export function spanDay(first: number, code: number): number {
	if (code === 0) return OPEN_AFTER;
	return first === OPEN_BEFORE ? unzigzag(code - 1) : first + code - 1;
}

/** 0: as written; 1: open; else one more than the days by which doubt widens it. Open bounds are not widened. */
export function earlierCode(first: number, possible: number): number {
	if (first === OPEN_BEFORE || first === OPEN_AFTER || possible === first) return 0;
	return possible === OPEN_BEFORE ? 1 : first - possible + 1;
}

export function earlierDay(first: number, code: number): number {
	if (first === OPEN_BEFORE || first === OPEN_AFTER || code === 1) return OPEN_BEFORE;
	return code === 0 ? first : first - code + 1;
}

export function laterCode(last: number, possible: number): number {
	if (possible === last) return 0;
	return possible === OPEN_AFTER ? 1 : possible - last + 1;
}

export function laterDay(last: number, code: number): number {
	if (last === OPEN_AFTER || code === 1) return OPEN_AFTER;
	return code === 0 ? last : last + code - 1;
}

/** 0: no day; else one more than the days after `last` – or `first`, or 1970 –, in zigzag. */
export function knownCode(first: number, last: number, known: number): number {
	return known === OPEN_AFTER ? 0 : 1 + zigzag(known - reference(first, last));
}

export function knownDay(first: number, last: number, code: number): number {
	return code === 0 ? OPEN_AFTER : reference(first, last) + unzigzag(code - 1);
}

/** 0: the same day; 1: no day; else one more than the days after `known`. */
export const settledCode = laterCode;
export const settledDay = laterDay;

function reference(first: number, last: number): number {
	if (last !== OPEN_AFTER) return last;
	return first === OPEN_BEFORE || first === OPEN_AFTER ? 0 : first;
}
