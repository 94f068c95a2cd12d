import type { DayRange } from '../../../core/date/match';
import type { Database } from './connect';
import { all, Query, run, type Row } from './query';
import type { Shards } from './shards';
import { partsOf, type Home, type Part, type Span } from './slots';
import type { Condition } from './where';

/** What is asked: a dossier in a database, and the servers that have parts of it. */
export interface Source {
	sql: Database;
	/** Of the dossier. */
	number: number;
	shards: Shards;
}

/** `listed` are the events where rows of them are asked for rather than counts. */
export type Table = 'events' | 'listed' | 'event_terms' | 'claims';

/** A table here, or the same of a shard; see 0002-shards.sql. */
export function tableOf(table: Table, shard: number | undefined): string {
	if (shard !== undefined) return `dateline.shard_${shard}_${table}`;
	return `dateline.${table === 'listed' ? 'events' : table}`;
}

/** What is selected of each part of a table, one below the other. */
export interface Selected {
	range: DayRange;
	table: Table;
	/** The columns, and what else follows SELECT. */
	columns: (query: Query, part: Part) => string;
	/** What holds besides, in every part. */
	where: Condition;
	/** What follows the conditions, e.g. GROUP BY. */
	end?: ((query: Query, part: Part) => string) | undefined;
	/**
	 * Parts of which an index says which rows are wanted, of many: only those are then read. They are events.
	 */
	byId?: ((part: Part) => boolean) | undefined;
	/** Parts that need not be asked. */
	skip?: ((part: Part) => boolean) | undefined;
	/** The slots of a home that are asked, where that is not all. */
	clip?: ((home: Home) => Home) | undefined;
	/** Slots of a home, inside the range, that are not asked: they are counted already. */
	leave?: ((home: Home) => Span | undefined) | undefined;
}

/**
 * A SELECT for each part, all in one by UNION ALL. Grouped in each, so that each server counts its own rows and answers
 * with few: rows are put together only once they are counted.
 */
export function eachPart(
	{ number, shards }: Pick<Source, 'number' | 'shards'>,
	{
		range,
		table,
		columns,
		where,
		end,
		byId,
		skip = () => false,
		clip = (home) => home,
		leave
	}: Selected,
	query: Query
): string {
	return partsOf(range, shards.homes().map(clip), leave)
		.filter((part) => !skip(part))
		.map((part) => {
			const conditions = [`dossier = ${query.int(number)}`, part.where(query), where(query)];
			const from = `FROM ${tableOf(table, part.shard)} WHERE`;
			const which = `${all(conditions)} ${end?.(query, part) ?? ''}`;
			if (!byId?.(part)) return `(SELECT ${columns(query, part)} ${from} ${which})`;
			const own = all([`dossier = ${query.int(number)}`, part.among(query)]);
			return `(SELECT ${columns(query, part)} ${from} ${own}
				AND id = ANY (ARRAY(SELECT id ${from} ${which})))`;
		})
		.join('\nUNION ALL\n');
}

/** Asks with what is there at the moment. */
export function askParts<T extends Row>(
	{ sql, shards }: Source,
	make: (query: Query) => string
): Promise<T[]> {
	return shards.ask(() => {
		const query = new Query();
		return run<T>(sql, make(query), query);
	});
}
