/**
 * Which part of a long list stands in the page. Rows have heights of their own, known once they have
 * been drawn; until then an estimate stands in. Headings are all of one height. Everything is in
 * pixels from the list's top.
 */

/** Rows under one heading: `first` to before `end`. */
export interface Group {
	/** Tells it from the others, also from those of the same heading. */
	key: string;
	heading: string;
	first: number;
	end: number;
}

/** Heights of a list. */
interface Layout {
	groups: readonly Group[];
	/** Row i takes up `edges[i]` to `edges[i + 1]`, headings left out. */
	edges: Float64Array;
	/** What a heading takes up. */
	heading: number;
}

/** A row that is drawn, and the pixels of those left out between it and what is drawn before it. */
interface DrawnRow {
	index: number;
	before: number;
}

/** A group of which rows are drawn. */
interface DrawnGroup {
	group: Group;
	/** Pixels of the groups left out before it. */
	before: number;
	rows: DrawnRow[];
	/** Pixels of its rows left out after the last that is drawn. */
	after: number;
}

interface Drawn {
	groups: DrawnGroup[];
	/** Pixels of the groups left out after the last that is drawn. */
	after: number;
}

/**
 * @param groups one after the other from row 0
 * @param heightOf of the row of an index, in pixels
 * @param heading height of a heading, in pixels
 */
export function layOut(
	groups: readonly Group[],
	heightOf: (index: number) => number,
	heading: number
): Layout {
	const edges = new Float64Array((groups.at(-1)?.end ?? 0) + 1);
	for (let i = 0; i + 1 < edges.length; i++) edges[i + 1] = (edges[i] as number) + heightOf(i);
	return { groups, edges, heading };
}

/** Pixels of the whole list. */
export function heightOf({ groups, edges, heading }: Layout): number {
	return (edges.at(-1) as number) + groups.length * heading;
}

/**
 * What of a list is drawn: the rows that reach into a stretch of it, and one more wherever it stands
 * (the one that has the focus, which must not go with the page's moving on). The heights of what is
 * left out are kept, so that everything stands where it would stand in the whole list.
 * @param from where the stretch begins, in pixels from the list's top; `to` where it ends
 * @param also index of the further row
 */
export function drawnRows(layout: Layout, from: number, to: number, also?: number): Drawn {
	const { groups, edges, heading } = layout;
	const drawn: DrawnGroup[] = [];
	let skipped = 0;
	groups.forEach((group, i) => {
		const { first, end } = group;
		const shift = (i + 1) * heading;
		const start = Math.max(first, rowAt(edges, from - shift));
		const stop = Math.min(end, rowAt(edges, to - shift) + 1);
		const indexes = Array.from({ length: Math.max(0, stop - start) }, (_, n) => start + n);
		if (also !== undefined && also >= first && also < end && !indexes.includes(also)) {
			indexes.push(also);
			indexes.sort((a, b) => a - b);
		}
		if (indexes.length === 0) {
			skipped += heading + between(edges, first, end);
			return;
		}
		let next = first;
		const rows = indexes.map((index): DrawnRow => {
			const before = between(edges, next, index);
			next = index + 1;
			return { index, before };
		});
		drawn.push({ group, before: skipped, rows, after: between(edges, next, end) });
		skipped = 0;
	});
	return { groups: drawn, after: skipped };
}

/** Pixels from the top of one row to the top of another. */
function between(edges: Float64Array, first: number, end: number): number {
	return (edges[end] as number) - (edges[first] as number);
}

/** The last row that begins at or before a height; -1 above the first. */
function rowAt(edges: Float64Array, height: number): number {
	let low = 0;
	let high = edges.length;
	while (low < high) {
		const middle = (low + high) >> 1;
		if ((edges[middle] as number) <= height) low = middle + 1;
		else high = middle;
	}
	return low - 1;
}
