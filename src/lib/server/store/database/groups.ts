import { OPEN_AFTER } from '../../../core/columns/columns';
import { FAILS } from '../../../core/view/filter';
import { all, Query, run, type Row } from './query';
import { askParts, eachPart, type Source } from './tables';
import { certainSql, filtersSql, isCounted, type Asked, type Plain } from './where';
import { REACH, WIDE } from './slot';
import type { DayRange } from '../../../core/date/match';

/** Events that are alike in all that the plain filters ask of them, counted. */
export interface Group {
	type: number;
	/** Index in PRECISIONS, in STATUSES. */
	precision: number;
	status: number;
	contested: boolean;
	undated: boolean;
	placed: boolean;
	/** Certainly inside the range. */
	certain: boolean;
	count: number;
}

const KEYS = 'type, precision, status, contested, undated, placed, certain';

/**
 * The groups of what is in the range and passes all filters but the plain ones: what fails another counts for no option
 * that is counted of groups.
 */
export async function groupsOf(source: Source, asked: Asked): Promise<Group[]> {
	const rows = isCounted(asked)
		? await countedGroups(source, asked.range)
		: await askGroups(source, asked);
	return rows.map((row) => ({ ...row, count: Number(row.count) }));
}

type GroupRow = Omit<Group, 'count'> & Row & { count: unknown };

function askGroups(source: Source, asked: Asked): Promise<GroupRow[]> {
	return askParts<GroupRow>(source, (query) => {
		const parts = eachPart(
			source,
			{
				range: asked.range,
				table: 'events',
				columns: (own) => `type, precision, status, contested,
					first = ${OPEN_AFTER} AS undated, lat IS NOT NULL AS placed,
					${certainSql(asked.range, own)} AS certain, count(*) AS count`,
				where: (own) => all(filtersSql({ ...asked, plain: {} }, own)),
				end: () => 'GROUP BY 1, 2, 3, 4, 5, 6, 7'
			},
			query
		);
		return `SELECT ${KEYS}, sum(count) AS count FROM (${parts}) AS part GROUP BY ${KEYS}`;
	});
}

/** The same from the counts that are kept by day: those of shards are here, too. */
function countedGroups({ sql, number, shards }: Source, range: DayRange): Promise<GroupRow[]> {
	const query = new Query();
	return run<GroupRow>(
		sql,
		`SELECT type, precision, status, contested, first = ${OPEN_AFTER} AS undated, placed,
			${certainSql(range, query)} AS certain, sum(events) AS count
		FROM dateline.days
		WHERE ${all(daysSql({ number, shards }, range, query))}
		GROUP BY 1, 2, 3, 4, 5, 6, 7`,
		query
	);
}

/** The rows of dateline.days that a range does not leave out, but for those of servers that are away. */
export function daysSql(
	{ number, shards }: Pick<Source, 'number' | 'shards'>,
	range: DayRange,
	query: Query
): string[] {
	const { from, to } = range;
	const low = from === undefined ? [] : [`slot >= ${query.int(from - REACH)}`];
	const high = to === undefined ? [] : [`slot <= ${query.int(to + REACH)}`];
	return [
		`dossier = ${query.int(number)}`,
		...(low.length + high.length === 0
			? []
			: [`slot = ${WIDE} OR ${all([...low, ...high, `slot > ${WIDE}`])}`]),
		...(from === undefined ? [] : [`possible_last >= ${query.int(from)}`]),
		...(to === undefined ? [] : [`possible_first <= ${query.int(to)}`]),
		...shards
			.missing(range)
			.map(
				(away) =>
					`slot NOT BETWEEN ${query.int(away.from ?? WIDE)} AND ${query.int(away.to ?? WIDE)}`
			)
	];
}

/** A bit for each filter that keeps a group out. */
export function failuresOf(
	group: Group,
	{ types, status, contested, precision, only }: Plain
): number {
	let failures = 0;
	if (types && !types.includes(group.type)) failures |= FAILS.types;
	if (status && !status.includes(group.status)) failures |= FAILS.status;
	if (contested && !group.contested) failures |= FAILS.contested;
	if (precision !== undefined && group.precision > precision) failures |= FAILS.precision;
	if (only && !(only === 'undated' ? group.undated : !group.placed)) failures |= FAILS.only;
	return failures;
}
