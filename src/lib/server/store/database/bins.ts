import { OPEN_AFTER, OPEN_BEFORE } from '../../../core/columns/columns';
import type { Day } from '../../../core/date/day';
import type { Bins } from '../../../core/store/store';
import { all, type Query, type Row } from './query';
import { askParts, eachPart, type Source } from './tables';
import type { Terms } from './terms';
import { filtersSql, type Asked } from './where';

/** First and last day as `countBins` of core/columns/histogram.ts takes them: one end stands for an open other. */
const FIRST = `CASE WHEN first = ${OPEN_BEFORE} THEN last ELSE first END`;
const LAST = `CASE WHEN last = ${OPEN_AFTER} THEN first ELSE last END`;

/** Rows whose bounds have the same bins. */
interface BinRow extends Row {
	type: number;
	sure: boolean;
	/** How many edges are no later than the first day, the last, and the middle held to what is in sight. */
	low: number;
	high: number;
	middle: number;
	count: unknown;
	first: number;
	last: number;
	undated: boolean;
}

/**
 * What passes, in bins, asked of the events themselves: for the filters that the counts by day do not answer.
 * @param edges two at least, rising
 */
export async function binsOf(
	source: Source,
	asked: Asked,
	edges: readonly Day[],
	terms: Terms
): Promise<Bins> {
	const left = edges[0] as Day;
	const right = (edges[edges.length - 1] as Day) - 1;
	const columns = (query: Query) => {
		const bounds = query.ints(edges);
		const bin = (day: string) => `width_bucket(${day}, ${bounds})`;
		const middle = `((${FIRST})::int8 + (${LAST})) >> 1`;
		const held = `(CASE WHEN ${middle} < ${query.int(left)} THEN ${query.int(left)}
			WHEN ${middle} > ${query.int(right)} THEN ${query.int(right)} ELSE (${middle})::int4 END)`;
		return `type, sure, ${bin(FIRST)} AS low,
			CASE WHEN first = last THEN ${bin('first')} ELSE ${bin(LAST)} END AS high,
			CASE WHEN first = last THEN ${bin('first')} ELSE ${bin(held)} END AS middle,
			count(*) AS count,
			min(${FIRST}) AS first, max(${LAST}) AS last, (${FIRST}) = ${OPEN_AFTER} AS undated`;
	};
	// What has no day at all is a group of its own: it stands behind every edge that there can be.
	const end = 'GROUP BY type, sure, 3, 4, 5, 9';
	const rows = await askParts<BinRow>(source, (query) => {
		const parts = eachPart(
			source,
			{
				range: {},
				table: 'events',
				columns,
				where: (own) => all(filtersSql(asked, own)),
				end: () => end
			},
			query
		);
		// As a subquery its parts are asked side by side.
		return `SELECT * FROM (${parts}) AS part`;
	});
	return addUp(rows, edges, terms);
}

function addUp(rows: readonly BinRow[], edges: readonly Day[], { types }: Terms): Bins {
	const counts = new Map<string, number[]>();
	const before = { count: 0, first: Infinity, last: -Infinity };
	const after = { count: 0, first: Infinity, last: -Infinity };
	let undated = 0;
	let [earliest, latest] = [Infinity, -Infinity];
	for (const { type, sure, low, high, middle, first, last, ...row } of rows) {
		const count = Number(row.count);
		if (row.undated) {
			undated += count;
			continue;
		}
		earliest = Math.min(earliest, first);
		latest = Math.max(latest, last);
		if (high === 0 || low === edges.length) {
			const beside = high === 0 ? before : after;
			beside.count += count;
			beside.first = Math.min(beside.first, first);
			beside.last = Math.max(beside.last, last);
			continue;
		}
		const id = types.ids.get(type) ?? '';
		let own = counts.get(id);
		if (!own) counts.set(id, (own = new Array<number>(2 * (edges.length - 1)).fill(0)));
		const at = 2 * (middle - 1) + Number(!sure || low !== high);
		own[at] = (own[at] ?? 0) + count;
	}
	return {
		counts,
		before,
		after,
		undated,
		bounds: earliest === Infinity ? undefined : { first: earliest, last: latest }
	};
}
