import { dayAt, formatDay } from '../lib/core/date/day';
import { openTable } from '../lib/core/import/read/open';
import type { Table } from '../lib/core/import/read/table';
import { isDatabaseAddress } from '../lib/server/store/database/connect';
import { endsOf, readArgumentList } from './arguments';
import { fileBar } from './import/bar';
import { readContents, type Contents } from './import/contents';
import { endInWords } from './import/ended';
import { mapperOf, type MapperSpec } from './import/mapper';
import { readMappingOptions } from './import/options';
import { put, type Put } from './import/put';
import { readAll, type Read } from './import/read-all';
import { interruptible } from './import/signals';
import { fileSource, type FileSource } from './import/source';
import { specOf } from './import/spec';
import { makeTemporary } from './import/temporary';
import { reportInWords } from './import/words';

const HELP = `Usage: dateline import <file> --into <dossier> [--map <field>=<column> …] [options]
       dateline import <file>… --into <database> --dossier <id> [--map …] [options]

Reads a table of somebody else's – CSV, TSV, GeoJSON, newline-delimited GeoJSON, Parquet – and puts
its rows into a dossier as events. The columns of ACLED, UCDP GED, VIINA and USGS are known; of any
other table say which column is which. The dossier is changed once all rows are read, or not at all.

  --into         folder of the dossier; dateline init makes one. Or the address of a database,
                 postgres://user:password@host:5432/name: without --into that of DATELINE_DATABASE,
                 where --dossier says which dossier
  --dossier      id of the dossier in the database: a–z, 0–9 and -; made if it is not there
  --again        also files that are in that dossier already, which else are skipped
  --map          which column is a field, e.g. --map date=day --map lat=y; once for each. Fields: id,
                 title, summary, date, end, lat, lon, type, place, precision, actors, text,
                 source-url, source-title, source-publisher, source-date
  --date-order   dmy, mdy or ymd: what 03/04/2021 is. Never guessed where both could be meant
  --decimal      comma or point: the decimal mark of the coordinates
  --title, --publisher, --url, --issued
                 the data set as a source, for rows that name none of their own
  --columns      put the events into events.dateline, however few they are; without it from 20,000 on
  --dry-run      read and report, change nothing
  --json         print the report as JSON on stdout
  --help         print this

Exit code 0 where events were imported, refused rows beside them or not; 1 where the file or the
dossier is at fault; 2 where something has to be said first.`;

const { misused, fault } = endsOf(HELP);

const OPTIONS = {
	into: { type: 'string' },
	dossier: { type: 'string' },
	again: { type: 'boolean', default: false },
	map: { type: 'string', multiple: true },
	'date-order': { type: 'string' },
	decimal: { type: 'string' },
	title: { type: 'string' },
	publisher: { type: 'string' },
	url: { type: 'string' },
	issued: { type: 'string' },
	columns: { type: 'boolean', default: false },
	'dry-run': { type: 'boolean', default: false },
	json: { type: 'boolean', default: false }
} as const;

/** `dateline import`: the report to stderr, or with --json to stdout; paths of changed files to stdout. Returns the exit code. */
export async function runImport(args: string[]): Promise<number> {
	const read = readArgumentList(args, HELP, OPTIONS);
	if (typeof read === 'number') return read;
	const { values, given } = read;
	const [path] = given;
	const address = databaseOf(values);
	if (path === undefined || (given.length > 1 && address === undefined))
		return misused('Give one file to import.');
	const options = readMappingOptions(values);
	if (typeof options === 'string') return misused(options);
	if (address !== undefined) {
		const { dossier, again, json } = values;
		if (dossier === undefined)
			return misused('Say which dossier of the database with --dossier <id>.');
		if (values.columns) return misused('--columns is for dossiers that are folders.');
		const { importIntoDatabase } = await import('./import/into-database');
		const wishes = { address, dossier, options, again, json, dryRun: values['dry-run'] };
		return importIntoDatabase(given, wishes, { misused, fault });
	}
	if (values.dossier !== undefined || values.again)
		return misused(
			'--dossier and --again are for a database: give its address with --into, or in DATELINE_DATABASE.'
		);
	if (values.into === undefined)
		return misused('Say into which dossier with --into <folder>; dateline init makes one.');
	const contents = await readContents(values.into);
	if (typeof contents === 'string') return fault(contents);
	const source = await fileSource(path);
	if (typeof source === 'string') return fault(source);
	try {
		const table = await openTable(source);
		for (const note of table.notes) console.error(note);
		const spec = await specOf(table, options, path);
		if (typeof spec === 'number') return spec;
		return await importTable(table, source, contents, spec, {
			columns: values.columns,
			dryRun: values['dry-run'],
			json: values.json
		});
	} catch (error) {
		return fault(endInWords(error, path));
	} finally {
		await source.close();
	}
}

/** The address of the database that is to be imported into; undefined where it is a folder. */
function databaseOf({ into, dossier }: { into?: string; dossier?: string }): string | undefined {
	if (into !== undefined) return isDatabaseAddress(into) ? into : undefined;
	return dossier === undefined ? undefined : process.env['DATELINE_DATABASE'] || undefined;
}

interface Wishes {
	columns: boolean;
	dryRun: boolean;
	json: boolean;
}

async function importTable(
	table: Table,
	source: FileSource,
	contents: Contents,
	spec: MapperSpec,
	{ columns, dryRun, json }: Wishes
): Promise<number> {
	const temporary = dryRun ? undefined : await makeTemporary(contents.folder);
	if (typeof temporary === 'string') return fault(temporary);
	const bar = fileBar();
	const signals = interruptible(() => {
		bar.end();
		temporary?.remove();
	});
	const { dataset } = mapperOf(spec);
	let read: Read;
	let done: Put | undefined;
	try {
		bar.next('Reading', source.size, 'bytes');
		read = await readAll({
			table,
			size: source.size,
			spec,
			before: {
				taken: new Map(
					contents.events.map(({ id, properties }) => [id, properties.claims.map(({ by }) => by)])
				),
				actors: contents.actors.map(({ id }) => id),
				seasons: contents.seasons
			},
			folder: temporary?.path,
			told: (rows) => bar.at(source.position(), rows)
		});
		const { imported } = read.gate.tally;
		if (temporary && imported > 0) {
			bar.next('Writing', imported + contents.events.length, 'rows');
			done = await put({
				contents,
				read,
				temporary: temporary.path,
				columns,
				today: formatDay(dayAt(Date.now())),
				told: (events) => bar.at(events, events),
				placing: signals.hold
			});
		}
	} finally {
		bar.end();
		temporary?.remove();
		signals.end();
	}
	const report = read.gate.tally.report(dataset);
	const notes = [...table.notes, ...(done?.notes ?? [])];
	if (json)
		console.log(
			JSON.stringify(
				{
					...report,
					format: table.format,
					unit: table.unit,
					notes,
					dryRun,
					written: done ? { files: done.files, events: done.events, replaced: done.replaced } : null
				},
				null,
				2
			)
		);
	console.error(reportInWords(report, table.unit));
	for (const note of done?.notes ?? []) console.error(note);
	if (done) {
		if (!json) for (const name of done.files) console.log(`${contents.folder}/${name}`);
		console.error(
			`The dossier has ${done.events.toLocaleString('en')} events now${done.replaced > 0 ? `; ${done.replaced.toLocaleString('en')} that were there before were imported anew` : ''}.`
		);
	} else if (dryRun) console.error('A dry run: nothing was changed.');
	if (report.imported > 0) return 0;
	console.error('No row could be imported: the dossier is as it was.');
	return 1;
}
