import { rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { constants, deflateRaw } from 'node:zlib';
import { EVENTS_FILE, MANY_EVENTS } from '../../lib/core/columns/events-file';
import { writeEvents } from '../../lib/core/columns/write';
import { murmur3, SEEDS } from '../../lib/core/columns/file/hash';
import type { CslItem, EventFeature } from '../../lib/core/dossier/schema';
import { stageBefore } from './before';
import { withVocabulary, type Contents } from './contents';
import { eventsText, tooLongFile, vocabularyTexts, writeTexts, type Texts } from './files';
import { mergedEvents } from './merged';
import type { Read } from './read-all';
import { Runs } from './runs';
import { fileSink, type FileSink } from './sink';

const deflated = promisify(deflateRaw);
const OLD_EVENTS = 'events-before-import.geojson';
const LEVEL = constants.Z_BEST_SPEED;

/** How and where events are to be put. */
export interface Putting {
	contents: Contents;
	read: Read;
	/** A folder beside the dossier's files, for what is not done yet. */
	temporary: string;
	/** Columns, however few the events. */
	columns: boolean;
	/** YYYY-MM-DD. */
	today: string;
	/** Is told how many of how many events are written. */
	told: (done: number, total: number) => void;
	/** Is called before the first file takes its place: from there on it is not to be interrupted. */
	placing: () => void;
	/** Makes the file that events.dateline becomes. */
	sinkOf?: (path: string) => Promise<FileSink>;
}

/** What an import has put into a dossier. */
export interface Put {
	/** Files that are new or changed. */
	files: string[];
	/** Events of the dossier afterwards. */
	events: number;
	/** Events that were there before and were imported anew. */
	replaced: number;
	/** Sentences on what became of what was there. */
	notes: string[];
}

/** The import would make a file that is longer than the format takes. */
export class TooLong extends Error {
	override readonly name = 'TooLong';
}

/** Puts what was read into the dossier: into its files of GeoJSON, or into columns where the events are many. */
export async function put(putting: Putting): Promise<Put> {
	const { contents, read } = putting;
	const total = contents.events.length + read.gate.tally.imported;
	if (!putting.columns && contents.columns === undefined && total <= MANY_EVENTS) {
		const done = await putFeatures(putting);
		if (done) return done;
	}
	return putColumns(putting);
}

/** Undefined where the files would be too long. */
async function putFeatures(putting: Putting): Promise<Put | undefined> {
	const { contents, read, today } = putting;
	const after = withVocabulary(contents, read.vocabulary);
	const merged = await mergedEvents(read.stages, read.gate.dropped, after, contents.seasons);
	const events = contents.events.filter(
		({ id }) => !read.gate.seen.has(murmur3(id, SEEDS[0]), murmur3(id, SEEDS[1]))
	);
	const replaced = contents.events.length - events.length;
	const sources = new Map(after.sources.map((item) => [String(item.id), item]));
	try {
		await merged.each(({ event, sources: own }) => {
			events.push(JSON.parse(event) as EventFeature);
			for (const [id, json] of own)
				if (!sources.has(id)) sources.set(id, JSON.parse(json) as CslItem);
			return undefined;
		});
	} finally {
		merged.close();
	}
	const texts: Texts = {
		...vocabularyTexts(contents, after, [...sources.values()], today),
		'events.geojson': eventsText(contents, events)
	};
	if (tooLongFile(texts)) return undefined;
	putting.placing();
	await writeTexts(contents, texts, async () => undefined);
	return { files: Object.keys(texts), events: events.length, replaced, notes: [] };
}

async function putColumns(putting: Putting): Promise<Put> {
	const { contents, read, temporary, today, sinkOf = fileSink } = putting;
	const after = withVocabulary(contents, read.vocabulary);
	const texts = vocabularyTexts(contents, after, after.sources, today);
	const long = tooLongFile(texts);
	if (long !== undefined)
		throw new TooLong(
			`${long} would be longer than 64 MB: the table has too many different places, actors or types for one dossier. Split it, e.g. by country. Nothing was imported.`
		);
	const old = await stageBefore(
		contents,
		read.gate.seen,
		new Runs((number) => join(temporary, `before-${number}`))
	);
	// Which ids the file has is asked no more: a million of them are 24 MB.
	read.gate.seen.clear();
	const merged = await mergedEvents(
		[old, ...read.stages],
		read.gate.dropped,
		after,
		contents.seasons
	);
	const path = join(temporary, EVENTS_FILE);
	let events = 0;
	const sink = await sinkOf(path);
	try {
		const writer = writeEvents(sink, (bytes) => deflated(bytes, { level: LEVEL }));
		const total = read.gate.tally.imported + contents.events.length;
		await merged.each((entry) => {
			if (++events % 1000 === 0) putting.told(events, total);
			return writer.addEncoded(entry.row, entry.texts, entry.sources);
		});
		await writer.finish(merged.dictionaries);
		await sink.sync();
	} finally {
		await sink.close();
		merged.close();
	}
	putting.placing();
	// What the events name is there before them; their old file goes once they are in the new one.
	await writeTexts(contents, texts, async () => undefined);
	await rename(path, join(contents.folder, EVENTS_FILE));
	const notes: string[] = [];
	const files: string[] = [...Object.keys(texts), EVENTS_FILE];
	if (contents.texts['events.geojson'] !== undefined) {
		const from = join(contents.folder, 'events.geojson');
		if (contents.events.length > 0) {
			await rename(from, join(contents.folder, OLD_EVENTS));
			files.push(OLD_EVENTS);
			notes.push(
				`The events of events.geojson are in ${EVENTS_FILE} now; the old file is kept as ${OLD_EVENTS}.`
			);
		} else await rm(from);
	}
	if (old.unsound > 0)
		notes.push(
			`${old.unsound} of the events that were there before are not sound, and are in ${OLD_EVENTS} alone: dateline check names their faults.`
		);
	return { files, events, replaced: old.replaced, notes };
}
