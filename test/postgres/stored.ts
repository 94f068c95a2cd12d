import type { Database } from '../../src/lib/server/store/database/connect';

/** What the database has of an event, its numbers as what they stand for. */
export interface StoredEvent {
	id: string;
	slot: number;
	key: number;
	first: number;
	last: number;
	possibleFirst: number;
	possibleLast: number;
	sure: boolean;
	lon: number | null;
	lat: number | null;
	type: string;
	precision: number;
	status: number;
	contested: boolean;
	known: number;
	settled: number;
	places: string[];
	actors: string[];
	publishers: string[];
	words: string[];
	cites: string[];
	/** Its Feature, the claims put back. */
	feature: unknown;
	/** By, stance and source's id of each claim. */
	claims: { by: string; stance: string; source: string | null }[];
}

interface Row extends Omit<StoredEvent, 'type' | 'feature' | 'claims'> {
	type: string;
	json: string;
}

/** All events of a dossier in the database, by id. */
export async function storedEvents(
	sql: Database,
	dossier: string
): Promise<Map<string, StoredEvent>> {
	const [found] = await sql<{ number: number }[]>`
		SELECT number FROM dateline.dossiers WHERE id = ${dossier}`;
	const number = found?.number ?? 0;
	const named = (kind: number, list: string) => sql`
		ARRAY(SELECT term.id FROM unnest(event.${sql(list)}) AS one
			JOIN dateline.terms AS term ON term.number = one
			WHERE term.dossier = ${number} AND term.kind = ${kind} ORDER BY 1) AS ${sql(list)}`;
	const rows = await sql<Row[]>`
		SELECT event.id, slot, key, first, last, possible_first AS "possibleFirst",
			possible_last AS "possibleLast", sure, lon, lat, precision, status, contested, known, settled,
			(SELECT id FROM dateline.terms AS term
				WHERE term.dossier = ${number} AND kind = 0 AND term.number = type) AS type,
			${named(1, 'places')}, ${named(2, 'actors')}, ${named(3, 'publishers')}, ${named(4, 'words')},
			ARRAY(SELECT source.id FROM unnest(cites) AS one
				JOIN dateline.sources AS source ON source.number = one
				WHERE source.dossier = ${number} ORDER BY 1) AS cites,
			feature AS json
		FROM dateline.events AS event WHERE dossier = ${number} ORDER BY first, last, event.id`;
	const claims = await sql<
		{ event: number; by: string; stance: string; source: string | null; claim: string }[]
	>`
		SELECT event, by, stance, source.id AS source, claim
		FROM dateline.claims AS claim LEFT JOIN dateline.sources AS source
			ON source.dossier = ${number} AND source.number = claim.source
		WHERE claim.dossier = ${number} ORDER BY event, claim.number`;
	const all = new Map<string, StoredEvent>();
	for (const { json, ...row } of rows) {
		const own = claims.filter(({ event }) => event === row.key);
		const feature = JSON.parse(json) as { properties: Record<string, unknown> };
		feature.properties['claims'] = own.map(({ claim }) => JSON.parse(claim) as unknown);
		all.set(row.id, {
			...row,
			feature,
			claims: own.map(({ by, stance, source }) => ({ by, stance, source }))
		});
	}
	return all;
}

/** The ids of terms of a kind, with how many events each has; those of none left out. */
export async function storedCounts(
	sql: Database,
	dossier: string,
	kind: number
): Promise<Record<string, number>> {
	const rows = await sql<{ id: string; events: number }[]>`
		SELECT term.id, term.events FROM dateline.terms AS term
		JOIN dateline.dossiers AS dossier ON dossier.number = term.dossier
		WHERE dossier.id = ${dossier} AND kind = ${kind} AND events <> 0 ORDER BY 1`;
	return Object.fromEntries(rows.map(({ id, events }) => [id, events]));
}

/** What must hold in the tables of a dossier whatever was done to it; sentences on what does not. */
export async function unsoundIn(sql: Database, dossier: string): Promise<string[]> {
	const wrong: string[] = [];
	const [found] = await sql<{ number: number; total: number }[]>`
		SELECT number, total FROM dateline.dossiers WHERE id = ${dossier}`;
	if (!found) return ['There is no such dossier.'];
	const { number, total } = found;
	const check = async (what: string, query: Promise<readonly { n: number }[]>) => {
		const [row] = await query;
		if (row?.n !== 0) wrong.push(`${what}: ${row?.n}.`);
	};
	await check(
		'The total is out by',
		sql`SELECT count(*) - ${total} AS n FROM dateline.events WHERE dossier = ${number}`
	);
	await check(
		'Ids that several events have',
		sql`SELECT count(*) - count(DISTINCT id) AS n FROM dateline.events WHERE dossier = ${number}`
	);
	await check(
		'Claims of no event',
		sql`SELECT count(*) AS n FROM dateline.claims AS claim WHERE dossier = ${number} AND NOT EXISTS (
			SELECT FROM dateline.events AS event
			WHERE event.dossier = ${number} AND event.key = claim.event AND event.slot = claim.slot)`
	);
	await check(
		'Terms with another count than events have them',
		sql`SELECT count(*) AS n FROM dateline.terms AS term
			LEFT JOIN (
				SELECT kind, number, count(*) AS events FROM (
					SELECT 0 AS kind, type AS number FROM dateline.events WHERE dossier = ${number}
					UNION ALL SELECT 1, unnest(places) FROM dateline.events WHERE dossier = ${number}
					UNION ALL SELECT 2, unnest(actors) FROM dateline.events WHERE dossier = ${number}
					UNION ALL SELECT 3, unnest(publishers) FROM dateline.events WHERE dossier = ${number}
					UNION ALL SELECT 4, unnest(words) FROM dateline.events WHERE dossier = ${number}
				) AS one GROUP BY kind, number
			) AS found ON found.kind = term.kind AND found.number = term.number
			WHERE term.dossier = ${number} AND term.events <> coalesce(found.events, 0)`
	);
	await check(
		'Numbers in events that are no term’s',
		sql`SELECT count(*) AS n FROM dateline.event_terms AS event
			WHERE dossier = ${number} AND NOT EXISTS (SELECT FROM dateline.terms AS term
				WHERE term.dossier = ${number} AND term.kind = event.kind AND term.number = event.number)`
	);
	await check(
		'Groups of days with another count',
		sql`SELECT count(*) AS n FROM (
			SELECT slot, first, last, possible_first, possible_last, sure, lat IS NOT NULL, type, precision,
				status, contested, count(*) AS n
			FROM dateline.events WHERE dossier = ${number} GROUP BY 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11
			EXCEPT SELECT slot, first, last, possible_first, possible_last, sure, placed, type, precision,
				status, contested, events FROM dateline.days WHERE dossier = ${number}
		) AS one`
	);
	for (const [kind, list] of ['places', 'actors', 'publishers'].entries())
		await check(
			`Days with other counts of ${list}`,
			sql`WITH counted AS (
				SELECT slot, possible_first, possible_last, number, count(*) AS n
				FROM dateline.events, unnest(${sql(list)}) AS number
				WHERE dossier = ${number} AND slot > -2147483648 GROUP BY 1, 2, 3, 4
			), kept AS (
				SELECT slot, possible_first, possible_last, term.number, term.n::bigint AS n
				FROM dateline.day_terms, unnest(numbers, counts) AS term(number, n)
				WHERE dossier = ${number} AND kind = ${kind + 1}
			)
			SELECT count(*) AS n FROM (
				(SELECT * FROM counted EXCEPT ALL SELECT * FROM kept)
				UNION ALL (SELECT * FROM kept EXCEPT ALL SELECT * FROM counted)
			) AS one`
		);
	await check(
		'Cells beyond the events that are placed',
		sql`SELECT coalesce(sum(events), 0) - (SELECT count(*) FROM dateline.events
			WHERE dossier = ${number} AND slot > -2147483648 AND lat IS NOT NULL) AS n
			FROM dateline.cells WHERE dossier = ${number}`
	);
	await check(
		'Events in days beyond the total',
		sql`SELECT coalesce(sum(events), 0) - ${total} AS n FROM dateline.days WHERE dossier = ${number}`
	);
	return wrong;
}
