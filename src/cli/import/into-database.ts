import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { basename } from 'node:path';
import * as v from 'valibot';
import { StoreAway } from '../../lib/core/store/store';
import { RESERVED_IDS } from '../../lib/core/dossier/check';
import { id as anId } from '../../lib/core/dossier/schema';
import { openTable } from '../../lib/core/import/read/open';
import type { Table } from '../../lib/core/import/read/table';
import { openDatabase, placeOf, type Database } from '../../lib/server/store/database/connect';
import { BUSY, lockDossier } from '../../lib/server/store/database/dossiers';
import { DatabaseFault, faultOf } from '../../lib/server/store/database/faults';
import { checkSchema } from '../../lib/server/store/database/migrate';
import type { Ends } from '../arguments';
import { fileBar } from './bar';
import {
	beforeIn,
	importsOf,
	put,
	vacuum,
	type DatabasePut,
	type StoredBefore
} from './database-put';
import { endInWords } from './ended';
import { mapperOf, type MapperSpec } from './mapper';
import type { MappingOptions } from './options';
import { readAll } from './read-all';
import { interruptible } from './signals';
import { fileSource, type FileSource } from './source';
import { specOf } from './spec';
import { makeOwnTemporary } from './temporary';
import { reportInWords } from './words';

export interface DatabaseWishes {
	address: string;
	/** Id of the dossier. */
	dossier: string;
	options: MappingOptions;
	/** Files that are in already, too. */
	again: boolean;
	dryRun: boolean;
	json: boolean;
}

/** A file on its way into the database. */
interface Task {
	sql: Database;
	place: string;
	wishes: DatabaseWishes;
	path: string;
	sha256: string;
	/** What is printed of it with --json. */
	told: unknown[];
}

const count = (n: number) => n.toLocaleString('en');

/**
 * `dateline import` into a database: each file in a transaction of its own, so that one that is interrupted goes on with
 * the first that is not in. Returns the exit code.
 */
export async function importIntoDatabase(
	paths: readonly string[],
	wishes: DatabaseWishes,
	{ misused, fault }: Ends
): Promise<number> {
	const { address, dossier } = wishes;
	if (!v.is(anId, dossier) || RESERVED_IDS.has(dossier))
		return misused(
			`${JSON.stringify(dossier)} cannot be the id of a dossier: it has a–z, 0–9 and -, at most 120 of them, and is no path of the site itself.`
		);
	let sql: Database | undefined;
	let place = '';
	const told: unknown[] = [];
	try {
		place = placeOf(address);
		// One connection, for good: it holds the lock.
		sql = openDatabase(address, {
			max: 1,
			statementTimeoutMs: 0,
			idleTimeoutS: 0,
			name: 'dateline import'
		});
		await checkSchema(sql, place);
		if (!(await lockDossier(sql, dossier, 'connection'))) return fault(BUSY);
		let worst = 0;
		for (const path of paths) {
			const code = await importFile({ sql, place, wishes, path, told }, fault);
			worst = Math.max(worst, code);
			// What has to be said first would have to be said of the next, too.
			if (code === 2) break;
		}
		return worst;
	} catch (error) {
		const said = faultOf(error, place);
		if (!(said instanceof DatabaseFault) && !(said instanceof StoreAway)) throw error;
		return fault(said.message);
	} finally {
		await sql?.end({ timeout: 1 });
		if (wishes.json && told.length > 0)
			console.log(JSON.stringify(told.length === 1 ? told[0] : told, null, 2));
	}
}

async function importFile(given: Omit<Task, 'sha256'>, fault: Ends['fault']): Promise<number> {
	const { sql, wishes, path, place } = given;
	const source = await fileSource(path);
	if (typeof source === 'string') return fault(source);
	try {
		const task = { ...given, sha256: await hashOf(path) };
		const at = wishes.again ? undefined : await importsOf(sql, wishes.dossier, task.sha256);
		if (at !== undefined) {
			console.error(
				`${path} is in ${wishes.dossier} since ${at.toISOString().slice(0, 10)}: it was skipped. --again imports it anew.`
			);
			return 0;
		}
		const table = await openTable(source);
		for (const note of table.notes) console.error(note);
		const spec = await specOf(table, wishes.options, path);
		if (typeof spec === 'number') return spec;
		const before = await beforeIn(sql, wishes.dossier, place);
		if (typeof before === 'string') return fault(before);
		return await importTable(task, table, source, before, spec);
	} catch (error) {
		const said = faultOf(error, place);
		if (said instanceof DatabaseFault || said instanceof StoreAway) throw said;
		return fault(endInWords(error, path));
	} finally {
		await source.close();
	}
}

async function importTable(
	{ sql, wishes, path, sha256, told }: Task,
	table: Table,
	source: FileSource,
	before: StoredBefore,
	spec: MapperSpec
): Promise<number> {
	const { contents } = before;
	const temporary = wishes.dryRun ? undefined : await makeOwnTemporary();
	const bar = fileBar();
	const signals = interruptible(() => {
		bar.end();
		temporary?.remove();
	});
	const { dataset } = mapperOf(spec);
	let done: DatabasePut | undefined;
	let read;
	try {
		bar.next('Reading', source.size, 'bytes');
		read = await readAll({
			table,
			size: source.size,
			spec,
			before: {
				// Which ids are taken the database finds out, however many there are.
				taken: new Map(),
				actors: contents.actors.map(({ id }) => id),
				seasons: contents.seasons
			},
			folder: temporary?.path,
			told: (rows) => bar.at(source.position(), rows)
		});
		const { imported } = read.gate.tally;
		if (temporary && imported > 0) {
			bar.next('Writing', imported, 'rows');
			done = await put({
				sql,
				before,
				read,
				sha256,
				name: basename(path),
				told: (events) => bar.at(events, events),
				indexing: () => bar.next('Indexing', 1, 'rows'),
				placing: signals.hold
			});
		}
	} finally {
		bar.end();
		temporary?.remove();
		signals.end();
	}
	const report = read.gate.tally.report(dataset);
	told.push({
		...report,
		file: path,
		format: table.format,
		unit: table.unit,
		notes: table.notes,
		dryRun: wishes.dryRun,
		written: done ?? null
	});
	console.error(reportInWords(report, table.unit));
	if (done) {
		await vacuum(sql, done.number);
		console.error(
			`${count(done.copied)} events and ${count(done.claims)} claims were copied in ${(done.copyMs / 1000).toFixed(1)} s.`
		);
		console.error(
			`${wishes.dossier} has ${count(done.events)} events now${done.replaced > 0 ? `; ${count(done.replaced)} that were there before were imported anew` : ''}.`
		);
	} else if (wishes.dryRun) console.error('A dry run: nothing was changed.');
	if (report.imported > 0) return 0;
	console.error('No row could be imported: the dossier is as it was.');
	return 1;
}

async function hashOf(path: string): Promise<string> {
	const hash = createHash('sha256');
	for await (const bytes of createReadStream(path, { highWaterMark: 1 << 20 }))
		hash.update(bytes as Buffer);
	return hash.digest('hex');
}
