import { PRECISIONS } from '../../../core/dossier/precisions';
import { COARSE } from '../../../core/place/precision';
import type { Square } from '../../../core/store/store';
import { CELL_LEVELS } from '../../../core/store/tile';
import { WORLD_LEVELS } from '../../../core/store/world';
import { STATUSES } from '../../../core/view/view';
import type { Transaction } from './connect';
import { all, any, type Query } from './query';
import { WIDE } from './slot';
import { BUCKET, type Span } from './slots';
import type { Source } from './tables';
import { isCounted, isPlain, type Asked } from './where';

/** The level of the squares by which events are counted: tiles of up to this less CELL_LEVELS are made of them. */
const LEVEL = 11;
const SHIFT = WORLD_LEVELS - LEVEL;

const statusNumber = (name: (typeof STATUSES)[number]) => STATUSES.indexOf(name);
/** As variantOf of core/picture/symbols.ts, in the numbers of VARIANT_NAMES. */
export const VARIANT = `CASE WHEN status = ${statusNumber('planned')} THEN 1
	WHEN status = ${statusNumber('denied')} THEN 3 WHEN contested THEN 2 ELSE 0 END`;
const COARSE_NUMBERS = PRECISIONS.flatMap((name, number) => (COARSE.has(name) ? [number] : []));
/** What a cell tells of its events besides their kind and number. */
export const SPREAD = `bool_and(precision = ANY ('{${COARSE_NUMBERS.join()}}')) AS coarse,
	min((y::int8 << ${WORLD_LEVELS}) | x) AS least, max((y::int8 << ${WORLD_LEVELS}) | x) AS most`;

/** Whether a tile can be made of what is counted: by no filter but types. */
export function isCountedIn(square: Square, asked: Asked): boolean {
	const plain = { ...asked.plain, types: undefined };
	return square.z + CELL_LEVELS <= LEVEL && isCounted(asked) && isPlain({ ...asked, plain });
}

/** The cells of a square that hold the events of some slots, whole buckets of them. */
export function cellsSql(
	{ number }: Pick<Source, 'number'>,
	{ range, plain }: Asked,
	{ z, x, y }: Square,
	spans: readonly Span[],
	query: Query
): string {
	const up = LEVEL - z - CELL_LEVELS;
	const side = 2 ** (LEVEL - z);
	const within = (column: string, from: number) =>
		`${column} BETWEEN ${query.int(from * side)} AND ${query.int((from + 1) * side - 1)}`;
	const buckets = spans.map(
		({ from, to }) =>
			`bucket BETWEEN ${query.int(from / BUCKET)} AND ${query.int((to + 1) / BUCKET - 1)}`
	);
	// Within all dates every event is.
	const sure = range.from === undefined && range.to === undefined ? 'events' : 'sure';
	return `(SELECT cx >> ${up} AS cx, cy >> ${up} AS cy, type, variant, sum(events) AS n, sum(${sure}) AS sure,
			bool_and(coarse) AS coarse, min(least) AS least, max(most) AS most, min(id) AS id
		FROM dateline.cells WHERE ${all([
			`dossier = ${query.int(number)}`,
			any(buckets),
			within('cx', x),
			within('cy', y),
			...(plain.types ? [`type = ANY (${query.ints(plain.types)})`] : [])
		])} GROUP BY 1, 2, 3, 4)`;
}

/** Counts the cells of a dossier: of all its events, or of the buckets that have slots of `pg_temp.touched`. */
export async function countCells(tx: Transaction, dossier: number, isAll: boolean): Promise<void> {
	const bits = Math.log2(BUCKET);
	if (!isAll) {
		await tx.unsafe(`CREATE TEMP TABLE touched_buckets ON COMMIT DROP AS
			SELECT DISTINCT slot >> ${bits} AS bucket FROM pg_temp.touched WHERE slot <> ${WIDE}`);
		await tx.unsafe(`DELETE FROM dateline.cells WHERE dossier = ${dossier}
			AND bucket IN (SELECT bucket FROM pg_temp.touched_buckets)`);
	}
	const some = `AND slot IN (SELECT bucket * ${BUCKET} + day
		FROM pg_temp.touched_buckets, generate_series(0, ${BUCKET - 1}) AS day)`;
	await tx.unsafe(`INSERT INTO dateline.cells_${dossier}
		(dossier, bucket, cx, cy, type, variant, events, sure, coarse, least, most, id)
		SELECT ${dossier}, bucket, cx, cy, type, variant, n, sure, coarse, least, most,
			CASE WHEN n = 1 THEN id END
		FROM (
			SELECT slot >> ${bits} AS bucket, x >> ${SHIFT} AS cx, y >> ${SHIFT} AS cy, type, ${VARIANT} AS variant,
				count(*) AS n, count(*) FILTER (WHERE sure) AS sure, ${SPREAD}, min(id) AS id
			FROM dateline.events_${dossier}
			WHERE slot <> ${WIDE} AND lat IS NOT NULL ${isAll ? '' : some}
			GROUP BY 1, 2, 3, 4, 5
		) AS cell`);
}
