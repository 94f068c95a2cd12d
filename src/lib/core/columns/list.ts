/**
 * The rows that are shown, in the order of the list, without writing them all down: a stretch of rows that are
 * all inside the dates, counted beforehand, and the few rows beside it that were asked one by one. So a
 * step of the dates costs no more in a million rows than in a thousand.
 */
export interface RowList {
	readonly length: number;
	/** Up to `count` rows from a place in the list on. */
	rowsFrom(index: number, count: number): Uint32Array;
	/** The place of a row in the list; -1 where it is not shown. */
	indexOf(row: number): number;
}

/** One part of the list, rows rising. */
export interface Part {
	/** By row, and one more: how many rows before it count, of those that are asked together. */
	counted: Uint32Array;
	/** The stretch of rows in which those that count are shown. */
	start: number;
	end: number;
	/** Rows that are shown besides, rising: none of them counts. */
	besides: Uint32Array;
}

/** The parts one after the other as one list. */
export function rowList(parts: readonly Part[]): RowList {
	const lengths = parts.map(lengthOf);
	const length = lengths.reduce((sum, one) => sum + one, 0);
	return {
		length,
		rowsFrom(index, count) {
			const first = Math.max(0, index);
			const rows = new Uint32Array(Math.max(0, Math.min(length, index + count) - first));
			let filled = 0;
			let before = 0;
			parts.forEach((part, i) => {
				const room = lengths[i] as number;
				const from = Math.max(0, first + filled - before);
				const wanted = Math.min(rows.length - filled, room - from);
				if (wanted > 0) filled = fill(part, from, wanted, rows, filled);
				before += room;
			});
			return rows;
		},
		indexOf(row) {
			let before = 0;
			for (const [i, part] of parts.entries()) {
				if (has(part, row)) return before + rankOf(part, row);
				before += lengths[i] as number;
			}
			return -1;
		}
	};
}

const at = (values: Uint32Array, index: number) => values[index] as number;

function lengthOf({ counted, start, end, besides }: Part): number {
	return at(counted, end) - at(counted, start) + besides.length;
}

function has({ counted, start, end, besides }: Part, row: number): boolean {
	if (row >= start && row < end && at(counted, row + 1) > at(counted, row)) return true;
	return besides[lowerBound(besides, row)] === row;
}

/** How many rows of the part stand before a row. */
function rankOf({ counted, start, end, besides }: Part, row: number): number {
	const held = Math.max(start, Math.min(end, row));
	return at(counted, held) - at(counted, start) + lowerBound(besides, row);
}

/** Writes some rows of the part, from its place `from` on; gives where the next one goes. */
function fill(part: Part, from: number, wanted: number, rows: Uint32Array, into: number): number {
	const { counted, start, end, besides } = part;
	// The last row before which no more than `from` of the part stand is the row of that place.
	let low = 0;
	let high = counted.length - 1;
	while (low < high) {
		const middle = (low + high + 1) >> 1;
		if (rankOf(part, middle) <= from) low = middle;
		else high = middle - 1;
	}
	let row = low;
	let beside = lowerBound(besides, row);
	const until = into + wanted;
	while (into < until) {
		if (row >= start && row < end && at(counted, row + 1) > at(counted, row)) rows[into++] = row;
		else if (besides[beside] === row) {
			rows[into++] = row;
			beside++;
		} else if (row < start || row >= end) {
			// Nothing stands here but what stands besides.
			const next = besides[beside] ?? Infinity;
			row = row < start ? Math.min(start, next) : next;
			continue;
		}
		row++;
	}
	return into;
}

/** The first place whose value is this one or greater. */
export function lowerBound(values: Uint32Array, value: number): number {
	let low = 0;
	let high = values.length;
	while (low < high) {
		const middle = (low + high) >> 1;
		if (at(values, middle) < value) low = middle + 1;
		else high = middle;
	}
	return low;
}
