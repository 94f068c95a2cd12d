import type { EventRecord } from '../../../core/columns/events-file';
import { all, Query, run, type Row } from './query';
import type { Source } from './tables';
import { tableOf } from './tables';

/** What leads to a record. */
export interface RecordRow {
	slot: number;
	key: number | string;
	shard: number | null;
	feature: string | null;
}

interface ClaimRow extends Row {
	event: number | string;
	source: number | null;
	claim: string;
}

interface ItemRow extends Row {
	number: number;
	item: string;
}

/** The records of some rows, in their order: their features with their claims, and the sources that these cite. */
export async function recordsOf(
	source: Source,
	rows: readonly RecordRow[]
): Promise<EventRecord[]> {
	if (rows.length === 0) return [];
	const claims = await claimsOf(source, rows);
	const items = await itemsOf(source, claims);
	const byEvent = new Map<string, ClaimRow[]>();
	for (const claim of claims) {
		const event = String(claim.event);
		const own = byEvent.get(event);
		if (own) own.push(claim);
		else byEvent.set(event, [claim]);
	}
	return rows.map(({ key, feature }): EventRecord => {
		const own = byEvent.get(String(key)) ?? [];
		const event = JSON.parse(feature ?? '{}') as { properties?: object };
		const cited = [...new Set(own.map((claim) => claim.source))];
		return {
			event: {
				...event,
				properties: {
					...event.properties,
					claims: own.map(({ claim }) => JSON.parse(claim) as unknown)
				}
			},
			sources: cited.flatMap((number) => (number === null ? [] : (items.get(number) ?? [])))
		};
	});
}

function claimsOf(source: Source, rows: readonly RecordRow[]): Promise<ClaimRow[]> {
	const shards = [...new Set(rows.map(({ shard }) => shard))];
	const query = new Query();
	const parts = shards.map((shard) => {
		const own = rows.filter((row) => row.shard === shard);
		const slots = [...new Set(own.map(({ slot }) => slot))];
		return `(SELECT event, number, source, claim FROM ${tableOf('claims', shard ?? undefined)}
			WHERE ${all([
				`dossier = ${query.int(source.number)}`,
				`slot = ANY (${query.ints(slots)})`,
				`event = ANY (${query.bigs(own.map(({ key }) => key))})`
			])})`;
	});
	return run<ClaimRow>(
		source.sql,
		`SELECT event, source, claim FROM (${parts.join('\nUNION ALL\n')}) AS part ORDER BY event, number`,
		query
	);
}

/** The items of the sources that sources.json does not have, by number. */
async function itemsOf(
	{ sql, number }: Source,
	claims: readonly ClaimRow[]
): Promise<Map<number, unknown>> {
	const numbers = [...new Set(claims.flatMap((claim) => claim.source ?? []))];
	if (numbers.length === 0) return new Map();
	const query = new Query();
	const rows = await run<ItemRow>(
		sql,
		`SELECT number, item FROM dateline.sources WHERE ${all([
			`dossier = ${query.int(number)}`,
			`number = ANY (${query.ints(numbers)})`,
			'item IS NOT NULL'
		])}`,
		query
	);
	return new Map(rows.map((row) => [row.number, JSON.parse(row.item) as unknown]));
}
