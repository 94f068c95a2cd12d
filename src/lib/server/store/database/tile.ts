import type { Square } from '../../../core/store/store';
import { CELL_LEVELS, EXTENT, LAYER, MOST_POINTS } from '../../../core/store/tile';
import { WORLD_LEVELS } from '../../../core/store/world';
import { cellsSql, isCountedIn, SPREAD, VARIANT } from './cells';
import { squareSql } from './list';
import { all, type Row } from './query';
import { innerOf, type Home } from './slots';
import { askParts, eachPart, type Source } from './tables';
import { certainSql, filtersSql, type Asked } from './where';

/** What is shown in a square, as a tile: see core/store/tile.ts. Empty where nothing is. */
export async function tileOf(source: Source, asked: Asked, square: Square): Promise<Uint8Array> {
	const shift = WORLD_LEVELS - square.z;
	const cell = shift - CELL_LEVELS;
	const isCounted = isCountedIn(square, asked);
	const inner = (home: Home) => (isCounted ? innerOf(asked.range, home) : undefined);
	const rows = await askParts<{ tile: Uint8Array | null } & Row>(source, (query) => {
		const counted = source.shards.homes().flatMap((home) => inner(home) ?? []);
		const single = eachPart(
			source,
			{
				range: asked.range,
				table: 'events',
				columns: (own) => `x >> ${cell} AS cx, y >> ${cell} AS cy, type, ${VARIANT} AS variant,
					count(*) AS n, sum(CASE WHEN ${certainSql(asked.range, own)} THEN 1 ELSE 0 END) AS sure,
					${SPREAD}, min(id) AS id`,
				where: (own) => all([squareSql(square, own), ...filtersSql(asked, own)]),
				end: () => 'GROUP BY 1, 2, 3, 4',
				leave: inner
			},
			query
		);
		const parts =
			counted.length === 0
				? single
				: `${single} UNION ALL ${cellsSql(source, asked, square, counted, query)}`;
		const [left, top] = [query.big(square.x * 2 ** shift), query.big(square.y * 2 ** shift)];
		const toGrid = shift - Math.log2(EXTENT);
		const x = `least & ${2 ** WORLD_LEVELS - 1}`;
		const y = `least >> ${WORLD_LEVELS}`;
		return `WITH cells AS MATERIALIZED (${parts}),
		levels AS MATERIALIZED (
			SELECT up FROM generate_series(0, ${CELL_LEVELS}) AS up
			WHERE up = ${CELL_LEVELS} OR (
				SELECT count(*) FROM (SELECT DISTINCT cx >> up, cy >> up, type, variant FROM cells) AS point
			) <= ${MOST_POINTS}
			LIMIT 1
		),
		points AS (
			SELECT type, variant, sum(n)::int4 AS n, sum(sure)::int4 AS sure, bool_and(coarse) AS coarse,
				min(least) AS least, min(least) <> max(most) AS spread, min(id) AS id,
				${square.z + CELL_LEVELS} - up AS level
			FROM cells, levels GROUP BY cx >> up, cy >> up, type, variant, up
		)
		SELECT ST_AsMVT(point, '${LAYER}', ${EXTENT}, 'at') AS tile FROM (
			SELECT terms.id AS type, variant, n, sure, coarse, spread, level,
				CASE WHEN n = 1 THEN points.id END AS id,
				ST_Point((((${x}) - ${left}) >> ${toGrid}), (((${y}) - ${top}) >> ${toGrid})) AS at
			FROM points JOIN dateline.terms
				ON terms.dossier = ${query.int(source.number)} AND terms.kind = 0 AND terms.number = points.type
			ORDER BY least, type, variant
		) AS point`;
	});
	const tile = rows[0]?.tile;
	return tile ? new Uint8Array(tile.buffer, tile.byteOffset, tile.byteLength) : new Uint8Array();
}
