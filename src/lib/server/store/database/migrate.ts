import type { Database, Transaction } from './connect';
import { DatabaseFault, faultOf, NEW_SCHEMA, NO_POSTGIS, NO_SCHEMA, OLD_SCHEMA } from './faults';
import { transaction } from './transaction';

/** By their paths; each file's name begins with its version, from 0001 on. */
const FILES: Record<string, string> = import.meta.glob('./migrations/*.sql', {
	query: '?raw',
	import: 'default',
	eager: true
});

interface Migration {
	version: number;
	name: string;
	sql: string;
}

const MIGRATIONS: readonly Migration[] = Object.entries(FILES)
	.map(([path, sql]) => {
		const name = path.slice(path.lastIndexOf('/') + 1);
		return { version: Number(name.slice(0, 4)), name, sql };
	})
	.sort((a, b) => a.version - b.version);

/** The version of the tables that this Dateline knows. */
export const SCHEMA = MIGRATIONS.at(-1)?.version ?? 0;

/** The first of the two numbers of the advisory locks of Dateline: DATE in ASCII. */
export const LOCK = 0x44415445;
/** The second one's, of those who change the tables; dossiers have the hash of their id. */
const TABLES = 0;

/** The version of the tables in a database; undefined where it has none. @throws what the driver throws */
export async function schemaVersion(sql: Database | Transaction): Promise<number | undefined> {
	const [there] = await sql<{ there: boolean }[]>`
		SELECT to_regclass('dateline.version') IS NOT NULL AS there`;
	if (there?.there !== true) return undefined;
	const [row] = await sql<{ version: number }[]>`SELECT version FROM dateline.version`;
	return row?.version;
}

/**
 * Sees to it that a database can be used.
 * @param place what `placeOf` gives
 * @throws StoreAway or DatabaseFault, in a sentence
 */
export async function checkSchema(sql: Database, place: string): Promise<void> {
	let version: number | undefined;
	try {
		version = await schemaVersion(sql);
		const [postgis] = await sql`SELECT FROM pg_extension WHERE extname = 'postgis'`;
		if (version !== undefined && !postgis) throw new DatabaseFault(NO_POSTGIS.words(place));
	} catch (error) {
		throw faultOf(error, place);
	}
	if (version === SCHEMA) return;
	const { words } = version === undefined ? NO_SCHEMA : version < SCHEMA ? OLD_SCHEMA : NEW_SCHEMA;
	throw new DatabaseFault(words(place));
}

/**
 * Makes the tables in a database, PostGIS with them.
 * @returns whether there were none
 * @throws StoreAway or DatabaseFault
 */
export async function initDatabase(sql: Database, place: string): Promise<boolean> {
	try {
		return await transaction(sql, async (tx) => {
			await tx`SELECT pg_advisory_xact_lock(${LOCK}, ${TABLES})`;
			if ((await schemaVersion(tx)) !== undefined) return false;
			await tx`CREATE EXTENSION IF NOT EXISTS postgis`;
			for (const migration of MIGRATIONS) await apply(tx, migration);
			return true;
		});
	} catch (error) {
		throw faultOf(error, place);
	}
}

/**
 * Brings the tables of a database up to date, each step in a transaction of its own.
 * @returns the names of the files that were applied
 * @throws StoreAway or DatabaseFault
 */
export async function upgradeDatabase(sql: Database, place: string): Promise<string[]> {
	const applied: string[] = [];
	try {
		for (const migration of MIGRATIONS) {
			const isNew = await transaction(sql, async (tx) => {
				await tx`SELECT pg_advisory_xact_lock(${LOCK}, ${TABLES})`;
				const version = await schemaVersion(tx);
				if (version === undefined) throw new DatabaseFault(NO_SCHEMA.words(place));
				if (version > SCHEMA) throw new DatabaseFault(NEW_SCHEMA.words(place));
				if (version >= migration.version) return false;
				await apply(tx, migration);
				return true;
			});
			if (isNew) applied.push(migration.name);
		}
	} catch (error) {
		throw faultOf(error, place);
	}
	return applied;
}

async function apply(tx: Transaction, { sql, version }: Migration): Promise<void> {
	// Texts of ours alone, of several statements each: those take no parameters.
	await tx.unsafe(sql).simple();
	await tx`UPDATE dateline.version SET version = ${version}`;
}
