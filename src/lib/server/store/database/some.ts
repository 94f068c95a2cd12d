import type { Day } from '../../../core/date/day';
import { rowColumns } from './list';
import { all, type Row } from './query';
import type { RecordRow } from './records';
import { askParts, eachPart, type Source } from './tables';
import type { Condition } from './where';

type FoundRow = RecordRow & Row & { id: string };

/** The rows of these ids, those that there are. */
export function rowsOfIds(source: Source, ids: readonly string[]): Promise<FoundRow[]> {
	return askParts<FoundRow>(source, (query) => {
		const parts = eachPart(
			source,
			{
				range: {},
				table: 'listed',
				columns: (_, { shard }) => rowColumns(shard),
				where: (own) => `id = ANY (${own.texts(ids)})`
			},
			query
		);
		return `SELECT * FROM (${parts}) AS part`;
	});
}

/** The first rows, in the dossier's order, of which something holds, and of how many it does. */
export async function firstOf(
	source: Source,
	condition: Condition,
	limit: number
): Promise<{ rows: FoundRow[]; total: number }> {
	const [rows, counts] = await Promise.all([
		askParts<FoundRow>(source, (query) => {
			const parts = eachPart(
				source,
				{
					range: {},
					table: 'listed',
					columns: (_, { shard }) => rowColumns(shard),
					where: (own) => all([condition(own)]),
					end: (own, { narrow }) =>
						`ORDER BY ${narrow ? 'slot, ' : ''}first, last, id LIMIT ${own.big(limit)}`
				},
				query
			);
			return `SELECT * FROM (${parts}) AS part ORDER BY first, last, id LIMIT ${query.big(limit)}`;
		}),
		askParts<{ count: unknown }>(source, (query) => {
			const parts = eachPart(
				source,
				{
					range: {},
					table: 'events',
					columns: () => 'count(*) AS count',
					where: (own) => all([condition(own)])
				},
				query
			);
			return `SELECT sum(count) AS count FROM (${parts}) AS part`;
		})
	]);
	return { rows, total: Number(counts[0]?.count ?? 0) };
}

/** Of which something, but not all, was known on a day: `unsettledRows` of core/columns/as-of.ts. */
export function unsettledOn(day: Day): Condition {
	return (query) =>
		`settled > known AND known <= ${query.int(day)} AND settled > ${query.int(day)}`;
}
