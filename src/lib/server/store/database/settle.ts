import { LISTS } from '../../../core/columns/columns';
import { countCells } from './cells';
import type { Transaction } from './connect';
import { WIDE } from './slot';

/** What became of the events that were written into a dossier that had some. */
export interface Settled {
	/** Events that were there before and came anew. */
	replaced: number;
	/** Those that were not taken: another's event has their id. */
	refused: number;
	/** Their ids, as they come. */
	eachRefused: (take: (id: string) => void) => Promise<void>;
}

const AT_ONCE = 10_000;

/**
 * Finds new events whose ids were there before. One of the same data set – somebody who speaks in the one speaks in the
 * other – takes the place of the old one; another is not taken.
 * @param firstKey of the new ones
 */
export async function settleIds(
	tx: Transaction,
	dossier: number,
	firstKey: number
): Promise<Settled> {
	// Without numbers on what has just come the join would be taken for one of few rows.
	await tx.unsafe(`ANALYZE dateline.events_${dossier} (id, key, slot)`);
	await tx`
		CREATE TEMP TABLE twice ON COMMIT DROP AS
		SELECT old.key AS old_key, new.key AS new_key, old.slot AS old_slot, new.slot AS new_slot, new.id,
			EXISTS (
				SELECT FROM dateline.claims AS a
				JOIN dateline.claims AS b ON b.by = a.by
				WHERE a.dossier = ${dossier} AND a.slot = old.slot AND a.event = old.key
					AND b.dossier = ${dossier} AND b.slot = new.slot AND b.event = new.key
			) AS same
		FROM dateline.events AS new
		JOIN dateline.events AS old ON old.id = new.id
		WHERE new.dossier = ${dossier} AND old.dossier = ${dossier}
			AND new.key >= ${firstKey} AND old.key < ${firstKey}`;
	const [counts] = await tx<{ replaced: number; refused: number }[]>`
		SELECT count(*) FILTER (WHERE same) AS replaced, count(*) FILTER (WHERE NOT same) AS refused
		FROM pg_temp.twice`;
	const { replaced, refused } = counts as { replaced: number; refused: number };
	await tx`
		CREATE TEMP TABLE out ON COMMIT DROP AS
		SELECT CASE WHEN same THEN old_key ELSE new_key END AS key,
			CASE WHEN same THEN old_slot ELSE new_slot END AS slot
		FROM pg_temp.twice`;
	await tx`CREATE TEMP TABLE gone (slot integer, kind smallint, number integer) ON COMMIT DROP`;
	if (replaced + refused > 0) {
		await tx`ANALYZE pg_temp.out`;
		await tx`
			WITH gone AS (
				DELETE FROM dateline.events AS event USING pg_temp.out
				WHERE event.dossier = ${dossier} AND event.slot = out.slot AND event.key = out.key
				RETURNING event.*
			)
			INSERT INTO pg_temp.gone
			SELECT slot, 0, type FROM gone
			UNION ALL SELECT slot, 1, unnest(places) FROM gone
			UNION ALL SELECT slot, 2, unnest(actors) FROM gone
			UNION ALL SELECT slot, 3, unnest(publishers) FROM gone
			UNION ALL SELECT slot, 4, unnest(words) FROM gone`;
		await tx`
			DELETE FROM dateline.claims AS claim USING pg_temp.out
			WHERE claim.dossier = ${dossier} AND claim.slot = out.slot AND claim.event = out.key`;
		await tx`
			UPDATE dateline.terms SET events = terms.events - gone.events
			FROM (SELECT kind, number, count(*) AS events FROM pg_temp.gone GROUP BY kind, number) AS gone
			WHERE terms.dossier = ${dossier} AND terms.kind = gone.kind AND terms.number = gone.number`;
	}
	return {
		replaced,
		refused,
		eachRefused: async (take) => {
			for await (const rows of tx<{ id: string }[]>`
				SELECT id FROM pg_temp.twice WHERE NOT same ORDER BY new_key`.cursor(AT_ONCE))
				for (const { id } of rows) take(id);
		}
	};
}

/**
 * Counts the events of each slot that has others than before.
 * @param firstKey of the new ones; undefined: all are new. Else settleIds has been called
 */
export async function countDays(
	tx: Transaction,
	dossier: number,
	firstKey: number | undefined
): Promise<void> {
	if (firstKey !== undefined) {
		await tx`
			CREATE TEMP TABLE touched ON COMMIT DROP AS
			SELECT slot FROM dateline.events WHERE dossier = ${dossier} AND key >= ${firstKey}
			UNION SELECT slot FROM pg_temp.gone`;
		for (const counts of ['days', 'day_terms'])
			await tx`
				DELETE FROM dateline.${tx(counts)}
				WHERE dossier = ${dossier} AND slot IN (SELECT slot FROM pg_temp.touched)`;
	}
	await countCells(tx, dossier, firstKey === undefined);
	const own = tx(`events_${dossier}`);
	const days = tx(`days_${dossier}`);
	const terms = tx(`day_terms_${dossier}`);
	const some = firstKey === undefined ? tx`` : tx`AND slot IN (SELECT slot FROM pg_temp.touched)`;
	await tx`
		INSERT INTO dateline.${days}
		SELECT dossier, slot, first, last, possible_first, possible_last, sure, lat IS NOT NULL, type,
			precision, status, contested, count(*)
		FROM dateline.${own}
		WHERE true ${some}
		GROUP BY dossier, slot, first, last, possible_first, possible_last, sure, lat IS NOT NULL, type,
			precision, status, contested`;
	for (const [kind, list] of LISTS.entries())
		await tx`
			INSERT INTO dateline.${terms}
			SELECT ${dossier}, slot, possible_first, possible_last, ${kind + 1}, array_agg(number), array_agg(events)
			FROM (
				SELECT slot, possible_first, possible_last, number, count(*)::int4 AS events
				FROM (
					SELECT slot, possible_first, possible_last, unnest(${tx(list)}) AS number
					FROM dateline.${own} WHERE slot <> ${WIDE} ${some}
				) AS term
				GROUP BY slot, possible_first, possible_last, number
			) AS day
			GROUP BY slot, possible_first, possible_last`;
}

/** A source of sources.json that has another day than before. */
export interface Redated {
	id: string;
	/** The first day on which it is known, as a column has it. */
	known: number;
}

/**
 * Puts in from when events are known that were there before and cite a source with another day: as `settler` of
 * cli/import/merged.ts does for files.
 */
export async function redate(
	tx: Transaction,
	dossier: number,
	sources: readonly Redated[],
	firstKey: number
): Promise<void> {
	for (const { id, known } of sources)
		await tx`
			UPDATE dateline.events AS event SET
				known = CASE WHEN cardinality(cites) = 1 THEN ${known} ELSE least(known, ${known}) END,
				settled = CASE WHEN cardinality(cites) = 1 THEN ${known} ELSE greatest(settled, ${known}) END
			FROM (
				SELECT DISTINCT claim.slot, claim.event FROM dateline.claims AS claim
				JOIN dateline.sources AS source ON source.number = claim.source
				WHERE claim.dossier = ${dossier} AND source.dossier = ${dossier} AND source.id = ${id}
					AND claim.event < ${firstKey}
			) AS citing
			WHERE event.dossier = ${dossier} AND event.slot = citing.slot AND event.key = citing.event`;
}
