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
	/** The source's item as JSON; null where sources.json has it. */
	item: string | null;
}

/** The records of some rows, in their order: their features with their claims, and the sources that these cite. */
export async function recordsOf(
	source: Source,
	rows: readonly RecordRow[]
): Promise<EventRecord[]> {
	if (rows.length === 0) return [];
	const items = new Map<number, unknown>();
	const byEvent = new Map<string, ClaimRow[]>();
	for (const claim of await claimsOf(source, rows)) {
		const event = String(claim.event);
		const own = byEvent.get(event);
		if (own) own.push(claim);
		else byEvent.set(event, [claim]);
		if (claim.source !== null && claim.item !== null && !items.has(claim.source))
			items.set(claim.source, JSON.parse(claim.item));
	}
	return rows.map(({ key, feature }): EventRecord => {
		const own = byEvent.get(String(key)) ?? [];
		const event = JSON.parse(feature ?? '{}') as { properties?: object };
		const cited = new Set(own.map((claim) => claim.source));
		return {
			event: {
				...event,
				properties: {
					...event.properties,
					claims: own.map(({ claim }) => JSON.parse(claim) as unknown)
				}
			},
			sources: [...cited].flatMap((number) => (number === null ? [] : (items.get(number) ?? [])))
		};
	});
}

/** The claims of some events, in their order, each with what it cites. */
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
		`SELECT part.event, part.source, part.claim, sources.item
		FROM (${parts.join('\nUNION ALL\n')}) AS part
		LEFT JOIN dateline.sources
			ON sources.dossier = ${query.int(source.number)} AND sources.number = part.source
		ORDER BY part.event, part.number`,
		query
	);
}
