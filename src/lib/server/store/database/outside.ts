import { PER_DEGREE } from '../../../core/columns/columns';
import { mostFirst, type PlaceOutside } from '../../../core/columns/outside';
import type { Box } from '../../../core/view/area';
import { all, type Query, type Row } from './query';
import { askParts, eachPart, type Source } from './tables';
import type { Terms } from './terms';
import { filtersSql, type Asked } from './where';

interface OutsideRow extends Row {
	place: number;
	count: unknown;
	west: number;
	south: number;
	east: number;
	north: number;
}

/** As `placesOutside` of core/columns/outside.ts. */
export async function outsideOf(
	source: Source,
	asked: Asked,
	box: Box,
	{ places }: Terms
): Promise<PlaceOutside[]> {
	const rows = await askParts<OutsideRow>(source, (query) => {
		const parts = eachPart(
			source,
			{
				range: asked.range,
				table: 'events',
				// An event's own place comes before those that it lies within.
				columns: () => `places[1] AS place, count(*) AS count,
					min(lon) AS west, min(lat) AS south, max(lon) AS east, max(lat) AS north`,
				where: (own) =>
					all([
						'lat IS NOT NULL AND places[1] IS NOT NULL',
						`NOT (${insideSql(box, own)})`,
						...filtersSql(asked, own)
					]),
				end: () => 'GROUP BY 1'
			},
			query
		);
		return `SELECT place, sum(count) AS count, min(west) AS west, min(south) AS south,
			max(east) AS east, max(north) AS north FROM (${parts}) AS part GROUP BY 1`;
	});
	return rows
		.flatMap(({ place, count, west, south, east, north }): PlaceOutside[] => {
			const id = places.ids.get(place);
			if (id === undefined) return [];
			return [
				{
					id,
					count: Number(count),
					west: west / PER_DEGREE,
					south: south / PER_DEGREE,
					east: east / PER_DEGREE,
					north: north / PER_DEGREE
				}
			];
		})
		.sort(mostFirst);
}

function insideSql({ west, south, east, north }: Box, query: Query): string {
	const least = (degrees: number) => query.int(Math.ceil(degrees * PER_DEGREE));
	const most = (degrees: number) => query.int(Math.floor(degrees * PER_DEGREE));
	const across = west <= east ? 'AND' : 'OR';
	return `lat BETWEEN ${least(south)} AND ${most(north)}
		AND (lon >= ${least(west)} ${across} lon <= ${most(east)})`;
}
