import { OPEN_AFTER, PER_DEGREE } from '../../../core/columns/columns';
import type { Day } from '../../../core/date/day';
import type { DayRange } from '../../../core/date/match';
import type { Listed, ListPlace, ListWish, Square } from '../../../core/store/store';
import { WORLD_LEVELS } from '../../../core/store/world';
import { all, any, type Query, type Row } from './query';
import type { Home, Part } from './slots';
import { askParts, eachPart, type Source } from './tables';
import { certainSql, filtersSql, type Asked } from './where';

/** A row of the list, and what leads to its record. */
export interface ListedRow extends Row {
	id: string;
	first: Day;
	last: Day;
	certain: boolean;
	/** In units of a position; null where it is listed only. */
	lon: number | null;
	lat: number | null;
	slot: Day;
	key: number | string;
	shard: number | null;
	/** Null where records are not wished for. */
	feature: string | null;
}

/**
 * The events of one stretch of the list from a place on, one more than are wished for where there are so many. What stands last – it
 * was over before the dossier's own time – is a stretch of its own: each is read along an index, in either direction.
 */
export async function rowsOf(
	source: Source,
	asked: Asked,
	{ limit, after, before, squares, bare }: ListWish,
	opening: Day | undefined
): Promise<{ rows: (ListedRow & { background: 0 | 1 })[]; more: boolean }> {
	const found: (ListedRow & { background: 0 | 1 })[] = [];
	const place = after ?? before;
	const backwards = after === undefined && before !== undefined;
	const stretches = opening === undefined ? [0 as const] : ([0, 1] as const);
	for (const background of backwards ? [...stretches].reverse() : stretches) {
		const wanted = limit + 1 - found.length;
		if (wanted <= 0) break;
		// What lies wholly on the other side of the place.
		if (place && (backwards ? background > place.background : background < place.background))
			continue;
		const rows = await stretchOf(source, asked, {
			range: stretchRange(asked.range, background, opening),
			background: opening === undefined ? undefined : { flag: background, opening },
			place: place?.background === background ? place : undefined,
			backwards,
			limit: wanted,
			squares,
			bare: bare ?? false
		});
		for (const row of rows) found.push({ ...row, background });
	}
	const rows = found.slice(0, limit);
	return { rows: backwards ? rows.reverse() : rows, more: found.length > limit };
}

interface Stretch {
	/** What is looked at: no less than what is asked. */
	range: DayRange;
	background: { flag: 0 | 1; opening: Day } | undefined;
	place: ListPlace | undefined;
	backwards: boolean;
	limit: number;
	squares: readonly Square[] | undefined;
	bare: boolean;
}

/**
 * The days in which a stretch is looked for: its own time's events do not end before it, so that none is skipped over
 * one by one which stands last.
 */
function stretchRange(
	{ from, to }: DayRange,
	background: 0 | 1,
	opening: Day | undefined
): DayRange {
	if (opening === undefined || background === 1) return { from, to };
	// Ends the wrong way round have a meaning of their own.
	if (from !== undefined && to !== undefined && from > to) return { from, to };
	const begin = Math.max(from ?? opening, opening);
	return to !== undefined && begin > to ? { from, to } : { from: begin, to };
}

function stretchOf(source: Source, asked: Asked, stretch: Stretch): Promise<ListedRow[]> {
	const { range, background, place, backwards, limit, squares, bare } = stretch;
	const way = backwards ? 'DESC' : 'ASC';
	const order = `first ${way}, last ${way}, id ${way}`;
	return askParts<ListedRow>(source, (query) => {
		const parts = eachPart(
			source,
			{
				range,
				table: 'listed',
				clip: (home) => clipped(home, place, backwards),
				// What reaches into the dates stands in another order than the list's; here, a shard is asked as a whole.
				byId: ({ whole, shard }) => !whole && shard === undefined,
				columns: (own, { shard }) => `${rowColumns(shard, bare)}, lon, lat,
					${certainSql(asked.range, own)} AS certain`,
				where: (own) =>
					all([
						...filtersSql(asked, own),
						...(background ? [backgroundSql(background, own)] : []),
						...(squares ? [any(squares.map((square) => squareSql(square, own)))] : [])
					]),
				end: (own, part) =>
					`${place ? `AND ${behindSql(place, part, backwards, own)}` : ''}
					ORDER BY ${part.narrow ? `slot ${way}, ` : ''}${order} LIMIT ${own.big(limit)}`
			},
			query
		);
		return `SELECT * FROM (${parts}) AS part ORDER BY ${order} LIMIT ${query.big(limit)}`;
	});
}

/** Of a home the slots that may be on the far side of a place. */
function clipped(home: Home, place: ListPlace | undefined, backwards: boolean): Home {
	if (!place) return home;
	return backwards
		? { ...home, to: Math.min(home.to, place.first) }
		: { ...home, from: Math.max(home.from, place.first) };
}

/** The columns that put a row into its place and lead to its record. */
export function rowColumns(shard: number | undefined, bare = false): string {
	return `id, first, last, slot, key, ${shard ?? 'NULL'}::integer AS shard,
		${bare ? 'NULL::text' : 'feature'} AS feature`;
}

/** As `backgroundOf` of core/columns/filter.ts. */
function backgroundSql({ flag, opening }: { flag: 0 | 1; opening: Day }, query: Query): string {
	const day = query.int(opening);
	return flag === 1
		? `possible_last < ${day} AND first <> ${OPEN_AFTER}`
		: `possible_last >= ${day} OR first = ${OPEN_AFTER}`;
}

/** What stands behind a place, or before it. Spelt out for a shard, to which no comparison of rows is handed on. */
function behindSql(
	place: ListPlace,
	{ narrow, shard }: Part,
	backwards: boolean,
	query: Query
): string {
	const sign = backwards ? '<' : '>';
	const [first, last, id] = [query.int(place.first), query.int(place.last), query.text(place.id)];
	const day = narrow ? 'slot' : 'first';
	if (shard === undefined)
		return narrow
			? `(slot, first, last, id) ${sign} (${first}, ${first}, ${last}, ${id} COLLATE "C")`
			: `(first, last, id) ${sign} (${first}, ${last}, ${id} COLLATE "C")`;
	return `(${day} ${sign}= ${first} AND (${day} ${sign} ${first} OR last ${sign} ${last}
		OR (last = ${last} AND id ${sign} ${id})))`;
}

/** Where a square lies, in units of the world, and in degrees for the index of places. */
export function squareSql({ z, x, y }: Square, query: Query): string {
	const shift = WORLD_LEVELS - z;
	const side = 2 ** shift;
	const [west, north] = [x * side, y * side];
	return `x BETWEEN ${query.int(west)} AND ${query.int(west + side - 1)}
		AND y BETWEEN ${query.int(north)} AND ${query.int(north + side - 1)}`;
}

/** A row as it is listed. @param background as in its place in the list */
export function listedOf(
	{ id, first, last, certain, lon, lat, background }: ListedRow & { background: 0 | 1 },
	record?: Listed['record']
): Listed {
	return {
		id,
		first,
		last,
		background,
		match: certain ? 'certain' : 'possible',
		...(lon !== null &&
			lat !== null && { at: [lon / PER_DEGREE, lat / PER_DEGREE] as [number, number] }),
		...(record && { record })
	};
}
