import { OPEN_AFTER, OPEN_BEFORE } from '../../../core/columns/columns';
import type { Day } from '../../../core/date/day';
import type { Bins } from '../../../core/store/store';
import { daysSql } from './groups';
import { all, Query, run, type Row } from './query';
import { askParts, eachPart, type Source } from './tables';
import type { Terms } from './terms';
import { filtersSql, isCounted, plainSql, type Asked, type Plain } from './where';

/**
 * The events of a dossier by what a timeline asks of them, as many numbers one behind the other: FIELDS of each. They are as
 * few as there are days and types, however many events: bins of any width are counted of them here. By their first day.
 */
export type Spans = Int32Array;

/** 2 × type, and 1 where the date is sure; first and last day, one standing for an open other; how many. */
const FIELDS = 4;
const KEYS = `type, sure, CASE WHEN first = ${OPEN_BEFORE} THEN last ELSE first END AS first,
	CASE WHEN last = ${OPEN_AFTER} THEN first ELSE last END AS last`;

/**
 * What passes all filters but the dates and the types: what is counted of it here asks for those itself. Asked of the
 * counts by day; of the events, each server counting its own, where those do not answer.
 */
export async function spansOf(source: Source, asked: Asked): Promise<Spans> {
	const plain = { ...asked.plain, types: undefined };
	const rows = isCounted(asked)
		? await countedSpans(source, plain)
		: await askParts<SpanRow>(source, (query) =>
				inOne(
					eachPart(
						source,
						{
							range: {},
							table: 'events',
							columns: () => `${KEYS}, count(*) AS events`,
							where: (own) => all(filtersSql({ ...asked, plain }, own)),
							end: () => 'GROUP BY 1, 2, 3, 4'
						},
						query
					)
				)
			);
	const bytes = rows[0]?.spans ?? new Uint8Array();
	const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
	return Int32Array.from({ length: bytes.length / 4 }, (_, i) => view.getInt32(4 * i));
}

interface SpanRow extends Row {
	spans: Uint8Array | null;
}

function countedSpans({ sql, number, shards }: Source, plain: Plain): Promise<SpanRow[]> {
	const query = new Query();
	const spans = `SELECT ${KEYS}, sum(events) AS events FROM dateline.days
		WHERE ${all([...daysSql({ number, shards }, {}, query), ...plainSql(plain, query, 'days')])}
		GROUP BY 1, 2, 3, 4`;
	return run<SpanRow>(sql, inOne(spans), query);
}

/** All spans as one value: a row each would cost more than to count them. */
function inOne(spans: string): string {
	return `SELECT string_agg(int4send(type * 2 + sure::int4) || int4send(first) || int4send(last) || int4send(events::int4), '' ORDER BY first) AS spans
		FROM (${spans}) AS span`;
}

/** The rules of `countBins` of core/columns/histogram.ts, over spans. @param types those that pass; undefined: all */
export function binsOfSpans(
	spans: Spans,
	types: readonly number[] | undefined,
	edges: readonly Day[],
	terms: Terms
): Bins {
	const bins = edges.length - 1;
	const left = edges[0] as Day;
	const right = (edges[bins] as Day) - 1;
	const counts = new Map<number, number[]>();
	const before = { count: 0, first: Infinity, last: -Infinity };
	const after = { count: 0, first: Infinity, last: -Infinity };
	let bin = 0;
	let undated = 0;
	let [earliest, latest] = [Infinity, -Infinity];
	for (let at = 0; at < spans.length; at += FIELDS) {
		const type = (spans[at] as number) >> 1;
		const sure = ((spans[at] as number) & 1) === 1;
		const [first, last, count] = [
			spans[at + 1] as Day,
			spans[at + 2] as Day,
			spans[at + 3] as number
		];
		if (types && !types.includes(type)) continue;
		if (first === OPEN_AFTER) {
			undated += count;
			continue;
		}
		if (first < earliest) earliest = first;
		if (last > latest) latest = last;
		if (last < left || first > right) {
			const beside = last < left ? before : after;
			beside.count += count;
			beside.first = Math.min(beside.first, first);
			beside.last = Math.max(beside.last, last);
			continue;
		}
		const middle = Math.max(left, Math.min(right, Math.floor((first + last) / 2)));
		// They come by their first day: most stand where the one before did.
		if (middle < (edges[bin] as Day) || middle >= (edges[bin + 1] as Day))
			bin = binOf(edges, middle);
		const isPossible = !sure || first < (edges[bin] as Day) || last >= (edges[bin + 1] as Day);
		let own = counts.get(type);
		if (!own) counts.set(type, (own = new Array<number>(2 * bins).fill(0)));
		const place = 2 * bin + Number(isPossible);
		own[place] = (own[place] as number) + count;
	}
	return {
		counts: new Map([...counts].map(([type, own]) => [terms.types.ids.get(type) ?? '', own])),
		before,
		after,
		undated,
		bounds: earliest === Infinity ? undefined : { first: earliest, last: latest }
	};
}

/** The last of the edges that is no later than a day. */
function binOf(edges: readonly Day[], day: Day): number {
	let low = 0;
	let high = edges.length - 2;
	while (low < high) {
		const middle = (low + high + 1) >> 1;
		if ((edges[middle] as Day) <= day) low = middle;
		else high = middle - 1;
	}
	return low;
}
