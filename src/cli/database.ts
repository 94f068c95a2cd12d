import { stat } from 'node:fs/promises';
import { openDatabase, placeOf, type Database } from '../lib/server/store/database/connect';
import { DatabaseFault, faultOf } from '../lib/server/store/database/faults';
import { loadFolderInto } from '../lib/server/store/database/load';
import {
	checkSchema,
	initDatabase,
	SCHEMA,
	upgradeDatabase
} from '../lib/server/store/database/migrate';
import { StoreAway } from '../lib/core/store/store';
import { endsOf, readArgumentList } from './arguments';
import { runDatabaseShard } from './database-shard';
import { fileBar } from './import/bar';

const HELP = `Usage: dateline database init [--database <address>]
       dateline database upgrade [--database <address>]
       dateline database load <folder> [--database <address>]
       dateline database shard <address> --years <from>-<to> [--database <address>]

Keeps dossiers in PostgreSQL with PostGIS rather than in folders of files.

  init            makes Dateline's tables in a database that is there; PostGIS with them
  upgrade         brings them up to date after Dateline itself
  load <folder>   puts the dossier of a folder into the database under the folder's name, in place
                  of the one that is there under it, all of it or nothing
  shard <address> has another server hold what begins in some years; --help after it tells more
  --database      postgres://user:password@host:5432/name; without it what DATELINE_DATABASE says.
                  Without a password there, that of PGPASSWORD
  --help          print this

dateline import --into <address> imports tables into it.

Exit code 0 where it is done; 1 where the database or the folder is at fault; 2 where it is used
wrongly.`;

const { misused, fault } = endsOf(HELP);

/** Where a command finds its database; undefined where nobody says. */
export function addressOf(given: string | undefined): string | undefined {
	const address = given ?? process.env['DATELINE_DATABASE'];
	return address === '' ? undefined : address;
}

/** `dateline database`: words to stderr. Returns the exit code. */
export async function runDatabase(args: string[]): Promise<number> {
	if (args[0] === 'shard') return runDatabaseShard(args.slice(1));
	const read = readArgumentList(args, HELP, { database: { type: 'string' } });
	if (typeof read === 'number') return read;
	const [command, ...given] = read.given;
	if (command !== 'init' && command !== 'upgrade' && command !== 'load')
		return misused(command === undefined ? undefined : `There is no dateline database ${command}.`);
	const [folder] = given;
	if (command === 'load' ? given.length !== 1 || folder === undefined : given.length > 0)
		return misused(
			command === 'load'
				? 'Give one folder to load.'
				: `dateline database ${command} takes no more.`
		);
	const address = addressOf(read.values.database);
	if (address === undefined)
		return misused('Say which database with --database, or in DATELINE_DATABASE.');
	if (folder !== undefined && !(await isFolder(folder)))
		return fault(`${folder} is no folder; give the folder of a dossier.`);
	let sql: Database | undefined;
	let place = '';
	try {
		place = placeOf(address);
		sql = openDatabase(address, {
			max: 1,
			statementTimeoutMs: 0,
			name: `dateline ${command}`
		});
		if (command === 'init') await init(sql, place);
		else if (command === 'upgrade') await upgrade(sql, place);
		else await load(sql, place, folder as string);
		return 0;
	} catch (error) {
		const said = faultOf(error, place);
		if (!(said instanceof DatabaseFault) && !(said instanceof StoreAway)) throw error;
		return fault(said.message);
	} finally {
		await sql?.end({ timeout: 1 });
	}
}

async function init(sql: Database, place: string): Promise<void> {
	if (await initDatabase(sql, place)) {
		console.error(`The database ${place} has Dateline's tables now, version ${SCHEMA}.`);
		return;
	}
	await checkSchema(sql, place);
	console.error(`The database ${place} had Dateline's tables already, version ${SCHEMA}.`);
}

async function upgrade(sql: Database, place: string): Promise<void> {
	const applied = await upgradeDatabase(sql, place);
	console.error(
		applied.length > 0
			? `Applied ${applied.join(', ')}: the tables in ${place} are of version ${SCHEMA} now.`
			: `The tables in ${place} are up to date, version ${SCHEMA}.`
	);
}

async function load(sql: Database, place: string, folder: string): Promise<void> {
	await checkSchema(sql, place);
	const bar = fileBar();
	bar.next('Loading', 1, 'rows');
	try {
		let began = false;
		const { id, events, claims } = await loadFolderInto(sql, folder, (done, total) => {
			if (!began) bar.next('Loading', total, 'rows');
			began = true;
			bar.at(done, done);
		});
		const count = (n: number) => n.toLocaleString('en');
		console.error(
			`${id} is in the database ${place}: ${count(events)} events, ${count(claims)} claims.`
		);
	} finally {
		bar.end();
	}
}

async function isFolder(path: string): Promise<boolean> {
	return stat(path).then(
		(found) => found.isDirectory(),
		() => false
	);
}
