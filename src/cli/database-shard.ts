import { StoreAway } from '../lib/core/store/store';
import { attachShard, parseYears, type Years } from '../lib/server/store/database/attach';
import { openDatabase, placeOf, type Database } from '../lib/server/store/database/connect';
import { DatabaseFault, faultOf } from '../lib/server/store/database/faults';
import { checkSchema } from '../lib/server/store/database/migrate';
import { endsOf, readArgumentList } from './arguments';

const HELP = `Usage: dateline database shard <address> --years <from>-<to> [--database <address>]

Lets another PostgreSQL keep the events of some years of every dossier, for a database that asks it
for them. What begins in these years goes there from the next import on; a year of which events are in
the database already cannot be given away.

  <address>    of the other: postgres://user:password@host:5432/name, as the database reaches it. It
               has to be empty, or have been given years before
  --years      e.g. 2015-2017 or 2015, from 1900 to 2100
  --database   which database; without it what DATELINE_DATABASE says
  --help       print this

The password is kept in the database, in a user mapping, and nowhere else.`;

const { misused, fault } = endsOf(HELP);

const yearsInWords = ({ from, to }: Years) =>
	from === to ? `${from}` : `the years ${from} to ${to}`;

/** `dateline database shard`: words to stderr. Returns the exit code. */
export async function runDatabaseShard(args: string[]): Promise<number> {
	const read = readArgumentList(args, HELP, {
		database: { type: 'string' },
		years: { type: 'string' }
	});
	if (typeof read === 'number') return read;
	const [shard, ...more] = read.given;
	if (shard === undefined || more.length > 0) return misused('Give the address of one shard.');
	const years = parseYears(read.values.years ?? '');
	if (!years) return misused('Say which years with --years, e.g. --years 2015-2017.');
	const address = read.values.database ?? process.env['DATELINE_DATABASE'];
	if (address === undefined || address === '')
		return misused('Say which database with --database, or in DATELINE_DATABASE.');
	let sql: Database | undefined;
	let place = '';
	try {
		place = placeOf(address);
		sql = openDatabase(address, { max: 1, name: 'dateline shard' });
		await checkSchema(sql, place);
		const number = await attachShard(sql, shard, years);
		console.error(
			`${placeOf(shard)} is shard ${number} of ${place}: what begins in ${yearsInWords(years)} goes there.`
		);
		return 0;
	} catch (error) {
		const said = faultOf(error, place);
		if (!(said instanceof DatabaseFault) && !(said instanceof StoreAway)) throw error;
		return fault(said.message);
	} finally {
		await sql?.end({ timeout: 1 });
	}
}
