import { PRECISIONS } from '../../../core/dossier/precisions';
import { COARSE } from '../../../core/place/precision';
import type { Square } from '../../../core/store/store';
import { CELL_LEVELS, EXTENT, LAYER, MOST_POINTS } from '../../../core/store/tile';
import { WORLD_LEVELS } from '../../../core/store/world';
import { STATUSES } from '../../../core/view/view';
import { squareSql } from './list';
import { all, type Row } from './query';
import { askParts, eachPart, type Source } from './tables';
import { certainSql, filtersSql, type Asked } from './where';

const statusNumber = (name: (typeof STATUSES)[number]) => STATUSES.indexOf(name);
/** As variantOf of core/picture/symbols.ts, in the numbers of VARIANT_NAMES. */
const VARIANT = `CASE WHEN status = ${statusNumber('planned')} THEN 1
	WHEN status = ${statusNumber('denied')} THEN 3 WHEN contested THEN 2 ELSE 0 END`;
const COARSE_NUMBERS = PRECISIONS.flatMap((name, number) => (COARSE.has(name) ? [number] : []));

/** What is shown in a square, as a tile: see core/store/tile.ts. Empty where nothing is. */
export async function tileOf(source: Source, asked: Asked, square: Square): Promise<Uint8Array> {
	const shift = WORLD_LEVELS - square.z;
	const cell = shift - CELL_LEVELS;
	const rows = await askParts<{ tile: Uint8Array | null } & Row>(source, (query) => {
		const parts = eachPart(
			source,
			{
				range: asked.range,
				table: 'events',
				columns: (own) => `x >> ${cell} AS cx, y >> ${cell} AS cy, type, ${VARIANT} AS variant,
					count(*) AS n, sum(CASE WHEN ${certainSql(asked.range, own)} THEN 1 ELSE 0 END) AS sure,
					bool_and(precision = ANY ('{${COARSE_NUMBERS.join()}}')) AS coarse,
					min((y::int8 << ${WORLD_LEVELS}) | x) AS least, max((y::int8 << ${WORLD_LEVELS}) | x) AS most,
					min(id) AS id`,
				where: (own) => all([squareSql(square, own), ...filtersSql(asked, own)]),
				end: () => 'GROUP BY 1, 2, 3, 4'
			},
			query
		);
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
