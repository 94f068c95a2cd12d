import { mkdtemp, open, readFile, rename, rm, stat, type FileHandle } from 'node:fs/promises';
import { basename, join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { deflateRaw, inflateRaw } from 'node:zlib';
import {
	DamagedFile,
	EVENTS_FILE,
	type EventRecord,
	type EventsFile
} from '../lib/core/columns/events-file';
import { writeDossierEvents } from '../lib/core/columns/from-files';
import { openEvents } from '../lib/core/columns/read';
import type { Sink } from '../lib/core/columns/row';
import { dayAt } from '../lib/core/date/day';
import { noteInWords } from '../lib/core/dossier/note';
import { readDossierFolder } from '../lib/server/read-folder';
import { endsOf, readArguments } from './arguments';

const HELP = `Usage: dateline columns <folder> [--back] [--force]

Writes a dossier's events.geojson as events.dateline, which carries millions of events: the map fetches
their dates and places first, and the text of an event when somebody looks at it. Where a folder has
both, events.dateline is what is served. docs/columns.md tells what is in it.

  --back    the other way: writes events.geojson from events.dateline, and what sources.json lacks into it
  --force   writes over the file that is there
  --help    print this`;

const EVENTS = 'events.geojson';
const SOURCES = 'sources.json';
/** Rows whose texts are held at once. */
const ROWS_AT_ONCE = 2048;

const { fault } = endsOf(HELP);
const deflate = async (bytes: Uint8Array) => new Uint8Array(await promisify(deflateRaw)(bytes));
const inflateAsync = promisify<Uint8Array, { maxOutputLength: number }, Buffer>(inflateRaw);
const inflate = async (bytes: Uint8Array, atMost: number) =>
	new Uint8Array(await inflateAsync(bytes, { maxOutputLength: Math.max(1, atMost) }));

/** `dateline columns`: paths of what it wrote to stdout, words to stderr. Returns the exit code. */
export async function runColumns(args: string[]): Promise<number> {
	const read = readArguments(args, HELP, {
		back: { type: 'boolean', default: false },
		force: { type: 'boolean', default: false }
	});
	if (typeof read === 'number') return read;
	const { values, folder } = read;
	const isFolder = await stat(folder).then(
		(found) => found.isDirectory(),
		() => false
	);
	if (!isFolder) return fault(`${folder} is no folder; give the folder of a dossier.`);
	const target = join(folder, values.back ? EVENTS : EVENTS_FILE);
	const there = await stat(target).then(
		() => true,
		() => false
	);
	if (there && !values.force)
		return fault(`${target} is there already: nothing was written. Add --force to write over it.`);
	try {
		return values.back ? await toGeoJson(folder) : await toColumns(folder);
	} catch (error) {
		const { code } = error as NodeJS.ErrnoException;
		if (error instanceof DamagedFile) return fault(error.message);
		if (code === undefined) throw error;
		return fault(`${target} cannot be written (${code}); what was there before is untouched.`);
	}
}

async function toColumns(folder: string): Promise<number> {
	const { files } = await readDossierFolder(folder);
	if (!files[EVENTS])
		return fault(`${join(folder, EVENTS)} is not there: there is nothing to write.`);
	const target = join(folder, EVENTS_FILE);
	return replacing(folder, target, async (file) => {
		const today = dayAt(Date.now());
		const name = basename(resolve(folder));
		const { dossier, notes } = await writeDossierEvents(name, files, today, sinkOf(file), deflate);
		for (const note of notes)
			// That there are many is why the command is run.
			if (note.feature !== undefined || note.field !== undefined) console.error(noteInWords(note));
		if (!dossier || dossier.events.length === 0) return 'no event of it is sound';
		console.error(`Events: ${dossier.events.length}.`);
		return undefined;
	});
}

async function toGeoJson(folder: string): Promise<number> {
	const path = join(folder, EVENTS_FILE);
	const source = await open(path).catch(() => undefined);
	if (!source) return fault(`${path} is not there: there is nothing to write.`);
	try {
		const events = await openEvents(rangesOf(source), inflate);
		const had = await itemsOf(join(folder, SOURCES));
		if (!had) return fault(`${join(folder, SOURCES)} is no list of sources: mend it first.`);
		const known = new Set(had.map(nameOf));
		const more: unknown[] = [];
		const code = await replacing(folder, join(folder, EVENTS), async (file) => {
			await file.write('{"type":"FeatureCollection","features":[\n');
			for await (const [row, record] of recordsOf(events)) {
				await file.write(`${row > 0 ? ',\n' : ''}${JSON.stringify(record.event)}`);
				for (const item of record.sources)
					if (!known.has(nameOf(item))) {
						known.add(nameOf(item));
						more.push(item);
					}
			}
			await file.write('\n]}\n');
			console.error(`Events: ${events.length}. Sources added to ${SOURCES}: ${more.length}.`);
			return undefined;
		});
		if (code !== 0 || more.length === 0) return code;
		return await replacing(folder, join(folder, SOURCES), async (file) => {
			await file.write(`${JSON.stringify([...had, ...more], null, '\t')}\n`);
			return undefined;
		});
	} finally {
		await source.close();
	}
}

async function* recordsOf(events: EventsFile): AsyncGenerator<[row: number, record: EventRecord]> {
	for (let start = 0; start < events.length; start += ROWS_AT_ONCE) {
		const length = Math.min(ROWS_AT_ONCE, events.length - start);
		const records = await events.records(Array.from({ length }, (_, i) => start + i));
		for (let row = start; row < start + length; row++) yield [row, records.get(row) as EventRecord];
	}
}

/** The items of sources.json; none where there is no such file, undefined where it is no list. */
async function itemsOf(path: string): Promise<unknown[] | undefined> {
	try {
		const items = JSON.parse(await readFile(path, 'utf8')) as unknown;
		return Array.isArray(items) ? items : undefined;
	} catch (error) {
		return (error as NodeJS.ErrnoException).code === 'ENOENT' ? [] : undefined;
	}
}

const nameOf = (item: unknown) => String((Object(item) as { id?: unknown }).id);

/**
 * Writes a file whole or not at all: beside its place, then into it.
 * @param write says why it did not, where it did not
 */
async function replacing(
	folder: string,
	target: string,
	write: (file: FileHandle) => Promise<string | undefined>
): Promise<number> {
	// A folder of its own, hidden: no dossier and no file of one, whatever becomes of it.
	const beside = await mkdtemp(join(folder, '.columns-'));
	try {
		const path = join(beside, basename(target));
		const file = await open(path, 'w');
		let failed: string | undefined;
		try {
			failed = await write(file);
			await file.sync();
		} finally {
			await file.close();
		}
		if (failed !== undefined) return fault(`Nothing was written: ${failed}.`);
		await rename(path, target);
		console.log(target);
		return 0;
	} finally {
		await rm(beside, { recursive: true, force: true });
	}
}

function sinkOf(file: FileHandle): Sink {
	let end = 0;
	const write = async (bytes: Uint8Array, offset: number) => {
		for (let at = 0; at < bytes.length;) {
			const { bytesWritten } = await file.write(bytes, at, bytes.length - at, offset + at);
			at += bytesWritten;
		}
	};
	return {
		append: async (bytes) => {
			await write(bytes, end);
			end += bytes.length;
		},
		patch: (offset, bytes) => write(bytes, offset)
	};
}

function rangesOf(file: FileHandle) {
	return async (start: number, end: number) => {
		const bytes = new Uint8Array(end - start);
		const { bytesRead } = await file.read(bytes, 0, bytes.length, start);
		return bytes.subarray(0, bytesRead);
	};
}
