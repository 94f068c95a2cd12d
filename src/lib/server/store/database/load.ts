import { mkdtemp, open, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { deflateRaw } from 'node:zlib';
import type { Columns } from '../../../core/columns/columns';
import { EVENTS_FILE, type EventRecord } from '../../../core/columns/events-file';
import { writeDossierEvents } from '../../../core/columns/from-files';
import type { Dictionaries } from '../../../core/columns/row';
import { numbersOfRow } from '../../../core/columns/row-numbers';
import { wordFinder } from '../../../core/columns/row-words';
import { dayAt } from '../../../core/date/day';
import { sourceId } from '../../../core/dossier/csl-source';
import type { CslItem } from '../../../core/dossier/schema';
import { openEventsIn, type OpenEvents } from '../../columns/open';
import { readDossierFolder, type DossierFolder } from '../../read-folder';
import type { Database, Transaction } from './connect';
import { addDossier, BUSY, lockDossier, newRev, putFiles, readDossier } from './dossiers';
import { DossierWriter, type WrittenEntry } from './dossier-writer';
import { DatabaseFault } from './faults';
import { countDays } from './settle';
import { transaction } from './transaction';

const ROWS_AT_ONCE = 2_000;
const deflate = async (bytes: Uint8Array) => new Uint8Array(await promisify(deflateRaw)(bytes));

/** What is in the database now. */
export interface Loaded {
	id: string;
	rev: string;
	events: number;
	claims: number;
}

/**
 * Puts the dossier of a folder into a database, in place of one of its name, in one transaction. Events stand there as
 * events.dateline has them, or would.
 * @param told is told how many events are written
 * @throws DatabaseFault where the folder has no dossier that could be, or where somebody else changes it; what the driver throws
 */
export async function loadFolderInto(
	sql: Database,
	folder: string,
	told: (events: number, total: number) => void = () => undefined
): Promise<Loaded> {
	const id = basename(resolve(folder));
	const { files } = await readDossierFolder(folder);
	const texts = textsOf(folder, files);
	const events = await eventsOf(id, folder, files);
	try {
		return await transaction(sql, async (tx) => {
			await tx`SET LOCAL statement_timeout = 0`;
			await tx`SET LOCAL maintenance_work_mem = '128MB'`;
			if (!(await lockDossier(tx, id, 'transaction'))) throw new DatabaseFault(BUSY);
			const before = await readDossier(tx, id);
			// Readers have to wait from when the old tables go: those go last.
			const rev = newRev();
			const number = await addDossier(tx, `${id}--${rev}`);
			await putFiles(tx, number, texts);
			const written = await writeAll(tx, number, events, itemsOf(texts['sources.json']), told);
			await tx`SELECT dateline.attach_dossier(${number})`;
			await countDays(tx, number, undefined);
			if (before) await tx`SELECT dateline.drop_dossier(${before.number})`;
			await tx`
				UPDATE dateline.dossiers SET id = ${id}, rev = ${rev}, total = ${written.events}
				WHERE number = ${number}`;
			await analyze(tx, number);
			return { id, rev, ...written };
		});
	} finally {
		events?.source.leave();
	}
}

/** Lets the planner know what is in a dossier's tables. */
export async function analyze(tx: Transaction, dossier: number): Promise<void> {
	// 12,000 rows of each part rather than 30,000: quicker, and what it finds out is as good.
	await tx`SELECT set_config('default_statistics_target', '40', true)`;
	await tx`SELECT dateline.analyze_dossier(${dossier})`;
}

/** The files of a folder but for its events, as texts. */
function textsOf(folder: string, files: DossierFolder['files']): Record<string, string> {
	const texts: Record<string, string> = {};
	for (const [name, content] of Object.entries(files)) {
		if ('problem' in content)
			throw new DatabaseFault(`${join(folder, name)} cannot be read: ${content.problem}.`);
		if (name !== 'events.geojson') texts[name] = new TextDecoder().decode(content);
	}
	if (texts['dossier.json'] === undefined)
		throw new DatabaseFault(`${folder} has no dossier.json: it is no dossier.`);
	return texts;
}

/** The events of a folder as columns: its own, or made of events.geojson. Undefined where it has none. */
async function eventsOf(
	id: string,
	folder: string,
	files: DossierFolder['files']
): Promise<OpenEvents | undefined> {
	const own = await openEventsIn(folder);
	if (own && !('columns' in own))
		throw new DatabaseFault(
			`${join(folder, EVENTS_FILE)} cannot be read: expected ${own.expected}, found ${own.found}.`
		);
	if (own || !files['events.geojson']) return own;
	const beside = await mkdtemp(join(tmpdir(), 'dateline-load-'));
	try {
		const file = await open(join(beside, EVENTS_FILE), 'w');
		try {
			let end = 0;
			const write = async (bytes: Uint8Array, at: number) => {
				await file.write(bytes, 0, bytes.length, at);
			};
			const { dossier } = await writeDossierEvents(
				id,
				files,
				dayAt(Date.now()),
				{
					append: async (bytes) => {
						const at = end;
						end += bytes.length;
						await write(bytes, at);
					},
					patch: (at, bytes) => write(bytes, at)
				},
				deflate
			);
			if (!dossier) throw new DatabaseFault(`${folder} has no sound dossier.json.`);
		} finally {
			await file.close();
		}
		const made = await openEventsIn(beside);
		return made && 'columns' in made ? made : undefined;
	} finally {
		// It stays open until it is read.
		await rm(beside, { recursive: true, force: true });
	}
}

async function writeAll(
	tx: Transaction,
	dossier: number,
	events: OpenEvents | undefined,
	items: readonly CslItem[],
	told: (events: number, total: number) => void
): Promise<{ events: number; claims: number }> {
	const { columns, file } = events ?? {};
	const dictionaries: Dictionaries = {
		types: columns?.types ?? [],
		places: columns?.places.ids ?? [],
		actors: columns?.actors.ids ?? [],
		publishers: columns?.publishers.ids ?? []
	};
	const writer = await DossierWriter.open(tx, dossier, dictionaries, items);
	const shared = new Map<string, CslItem>();
	for (const item of items) for (const name of namesOf(item)) shared.set(name, item);
	const wordsOf = wordFinder();
	if (columns && file)
		for (let start = 0; start < columns.length; start += ROWS_AT_ONCE) {
			const length = Math.min(ROWS_AT_ONCE, columns.length - start);
			const records = await file.records(Array.from({ length }, (_, i) => start + i));
			for (let row = start; row < start + length; row++) {
				const entry = entryOf(columns, row, records.get(row) as EventRecord, shared, wordsOf);
				const taken = writer.add(entry);
				if (taken) await taken;
			}
			told(start + length, columns.length);
		}
	await writer.finish();
	return { events: writer.events, claims: writer.claims };
}

const namesOf = (item: CslItem) => [sourceId(item), ...(item.URL ? [item.URL] : [])];

/** A row of the columns with its record; what is not sound in it has neither words nor sources. */
function entryOf(
	columns: Columns,
	row: number,
	{ event, sources }: EventRecord,
	shared: ReadonlyMap<string, CslItem>,
	wordsOf: ReturnType<typeof wordFinder>
): WrittenEntry {
	const own = new Map<string, CslItem>();
	for (const item of sources as CslItem[]) for (const name of namesOf(item)) own.set(name, item);
	const { id, properties } = Object(event) as { id?: unknown; properties?: unknown };
	const { title, summary, claims } = Object(properties) as Record<string, unknown>;
	const texts: unknown[] = [title, summary];
	const cited = new Set<string>();
	for (const claim of Array.isArray(claims) ? (claims as unknown[]) : []) {
		const { text, source } = Object(claim) as { text?: unknown; source?: unknown };
		texts.push(text);
		if (typeof source !== 'string') continue;
		const item = own.get(source) ?? shared.get(source);
		if (item) texts.push(item.title);
		cited.add(item ? sourceId(item) : source);
	}
	const words = Buffer.from(wordsOf(texts.filter((one) => typeof one === 'string')).join(' '));
	const json = JSON.stringify(event);
	const memory = Buffer.concat([words, Buffer.from(json)]);
	return {
		row: { ...numbersOfRow(columns, row), id: String(id), sources: [...cited] },
		texts: {
			memory,
			words: 0,
			event: words.length,
			end: memory.length,
			characters: json.length
		},
		sources: (sources as CslItem[]).map((item) => [String(item.id), JSON.stringify(item)] as const)
	};
}

function itemsOf(text: string | undefined): CslItem[] {
	try {
		const items = JSON.parse(text ?? '[]') as unknown;
		return Array.isArray(items)
			? (items as unknown[]).filter(
					(item): item is CslItem => typeof item === 'object' && item !== null && 'id' in item
				)
			: [];
	} catch {
		return [];
	}
}
