import { transaction } from './transaction';
import { openDatabase, placeOf, type Database } from './connect';
import { DatabaseFault, faultOf } from './faults';
import { checkSchema, initDatabase } from './migrate';

/** First and last year of a shard. */
export interface Years {
	from: number;
	to: number;
}

const FIRST_YEAR = 1900;
const LAST_YEAR = 2100;

/** `2015-2017` or `2015`; undefined for what no shard can have. */
export function parseYears(text: string): Years | undefined {
	const [, first, last = first] = /^(\d{4})(?:-(\d{4}))?$/.exec(text) ?? [];
	const [from, to] = [Number(first), Number(last)];
	return from >= FIRST_YEAR && to <= LAST_YEAR && from <= to ? { from, to } : undefined;
}

/**
 * Makes another database a shard: it gets the tables, and what begins in its years goes there from now on. The database
 * itself has to reach it under the same address.
 * @param address of the shard; its password goes to the database alone, into a user mapping
 * @returns the shard's number
 * @throws StoreAway or DatabaseFault
 */
export async function attachShard(
	sql: Database,
	address: string,
	{ from, to }: Years
): Promise<number> {
	const place = placeOf(address);
	await prepare(address, place);
	const { hostname, port, username, password, pathname } = new URL(address);
	const given = [
		hostname.replace(/^\[|\]$/g, '') || 'localhost',
		Number(port || 5432),
		decodeURIComponent(pathname.slice(1)),
		decodeURIComponent(username),
		decodeURIComponent(password) || (process.env['PGPASSWORD'] ?? '')
	] as const;
	try {
		return await transaction(sql, async (tx) => {
			const [row] = await tx<{ shard: number }[]>`
				SELECT dateline.attach_shard(${from}, ${to}, ${given[0]}, ${given[1]}, ${given[2]}, ${given[3]}, ${given[4]})
					AS shard`;
			const { shard } = row as { shard: number };
			// What cannot be reached from there is no shard: then nothing of this remains.
			await tx.unsafe(`SELECT version FROM dateline.shard_${shard}_version`);
			return shard;
		});
	} catch (error) {
		throw faultOfAttaching(error, place);
	}
}

/** Sees to it that a shard has the tables of this version. */
async function prepare(address: string, place: string): Promise<void> {
	const shard = openDatabase(address, { max: 1, name: 'dateline shard' });
	try {
		if (!(await initDatabase(shard, place))) await checkSchema(shard, place);
		const [own] = await shard`SELECT FROM dateline.dossiers LIMIT 1`;
		if (own)
			throw new DatabaseFault(
				`The database ${place} has dossiers of its own: a shard has nothing but what it is given. Make it with createdb.`
			);
	} catch (error) {
		throw faultOf(error, place);
	} finally {
		await shard.end({ timeout: 1 });
	}
}

function faultOfAttaching(error: unknown, place: string): Error {
	const { code, message } = Object(error) as { code?: unknown; message?: unknown };
	// Sentences of our own, with years and names of tables in them: 0002-shards.sql.
	if (code === 'DL001' || code === 'DL002') return new DatabaseFault(String(message));
	if (code === '42501')
		return new DatabaseFault(
			'The user of the database may not attach servers: have its superuser run CREATE EXTENSION postgres_fdw; GRANT USAGE ON FOREIGN DATA WRAPPER postgres_fdw TO this user;'
		);
	if (code === '2F003')
		return new DatabaseFault(
			`The database reaches ${place} without a password: its server is to ask for one.`
		);
	if (typeof code === 'string' && code.startsWith('08'))
		return new DatabaseFault(
			`The database itself cannot reach ${place} under this address: give the one that it is reached by from there.`
		);
	return faultOf(error, place);
}
