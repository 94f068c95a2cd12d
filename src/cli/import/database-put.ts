import { heldDay } from '../../lib/core/columns/columns';
import { sourceReader } from '../../lib/core/columns/row-sources';
import { murmur3, SEEDS } from '../../lib/core/columns/file/hash';
import { dayAt, formatDay } from '../../lib/core/date/day';
import { DOSSIER_FILES, type DossierFile } from '../../lib/core/dossier/check';
import { sourceId } from '../../lib/core/dossier/csl-source';
import { dossierTemplate } from '../../lib/core/dossier/template';
import type { Database, Transaction } from '../../lib/server/store/database/connect';
import { DossierWriter } from '../../lib/server/store/database/dossier-writer';
import {
	addDossier,
	BUSY,
	lockDossier,
	newRev,
	putFiles,
	readDossier
} from '../../lib/server/store/database/dossiers';
import { DatabaseFault } from '../../lib/server/store/database/faults';
import { analyze } from '../../lib/server/store/database/load';
import { countDays, redate, settleIds, type Redated } from '../../lib/server/store/database/settle';
import { transaction } from '../../lib/server/store/database/transaction';
import { titleOf } from '../init';
import { contentsOf, withVocabulary, type Contents } from './contents';
import { tooLongFile, vocabularyTexts } from './files';
import { mergedEvents } from './merged';
import { TooLong } from './put';
import type { Read } from './read-all';
import { takenId } from './stage';

/** A dossier of the database before an import; one that is not there as it is when it is new. */
export interface StoredBefore {
	id: string;
	/** Undefined where it is not there. */
	rev: string | undefined;
	contents: Contents;
	/** Texts of its files where it is new. */
	template: Readonly<Record<string, string>>;
}

/** What an import has put into a dossier of the database. */
export interface DatabasePut {
	/** The dossier's. */
	number: number;
	/** Events of the dossier afterwards. */
	events: number;
	/** Events that were there before and were imported anew. */
	replaced: number;
	/** Events and claims that were copied. */
	copied: number;
	claims: number;
	/** Milliseconds from the first byte of them to the last, the server's work on them included. */
	copyMs: number;
	/** Milliseconds of the indexes, where they were made behind, and of the counts. */
	indexMs: number;
	countMs: number;
}

export interface DatabasePutting {
	sql: Database;
	before: StoredBefore;
	read: Read;
	/** Of the file. */
	sha256: string;
	name: string;
	/** Is told how many events are written. */
	told: (done: number) => void;
	/** Is told that all are, and that the indexes are made. */
	indexing: () => void;
	/** Is called before all of it is made to last: from there on it is not to be interrupted. */
	placing: () => void;
}

/** Ends a transaction of which nothing is to stay. */
class Nothing extends Error {}

/** Reads what a dossier has beside its events; a sentence where its files are not to be read. @throws what the driver throws */
export async function beforeIn(
	sql: Database,
	id: string,
	place: string
): Promise<StoredBefore | string> {
	const stored = await readDossier(sql, id);
	const template = Object.fromEntries(
		Object.entries(
			dossierTemplate({ id, title: titleOf(id), language: 'en', today: today() })
		).filter(([name]) => isOfDossier(name))
	);
	const texts = Object.fromEntries(
		Object.entries(stored?.files ?? template).filter(([name]) => isOfDossier(name))
	) as Contents['texts'];
	const contents = contentsOf(`${id} in the database ${place}`, texts, undefined);
	if (typeof contents === 'string') return contents;
	return { id, rev: stored?.rev, contents, template: stored ? {} : template };
}

/** When a file has been imported into a dossier; undefined where it has not. @throws what the driver throws */
export async function importsOf(
	sql: Database,
	id: string,
	sha256: string
): Promise<Date | undefined> {
	const [row] = await sql<{ at: Date }[]>`
		SELECT imports.at FROM dateline.imports
		JOIN dateline.dossiers ON dossiers.number = imports.dossier
		WHERE dossiers.id = ${id} AND imports.sha256 = ${sha256}`;
	return row?.at;
}

/**
 * Puts what was read into the dossier, in one transaction. Rows whose ids are others' are refused in the tally.
 * @returns undefined where no row is left: the dossier is as it was
 * @throws TooLong, DatabaseFault, what the driver throws
 */
export async function put(putting: DatabasePutting): Promise<DatabasePut | undefined> {
	const { before, read } = putting;
	const after = withVocabulary(before.contents, read.vocabulary);
	const texts = vocabularyTexts(before.contents, after, after.sources, today());
	const long = tooLongFile(texts);
	if (long !== undefined)
		throw new TooLong(
			`${long} would be longer than 64 MB: the table has too many different places, actors or types for one dossier. Split it, e.g. by country. Nothing was imported.`
		);
	try {
		return await transaction(putting.sql, async (tx) =>
			putWithin(tx, putting, after, { ...before.template, ...texts })
		);
	} catch (error) {
		if (error instanceof Nothing) return undefined;
		throw error;
	}
}

async function putWithin(
	tx: Transaction,
	{ before, read, sha256, name, told, indexing, placing }: DatabasePutting,
	after: Contents,
	texts: Readonly<Record<string, string>>
): Promise<DatabasePut> {
	await tx`SET LOCAL maintenance_work_mem = '128MB'`;
	// The connection may have been lost in between, and its lock with it.
	if (!(await lockDossier(tx, before.id, 'transaction'))) throw new DatabaseFault(BUSY);
	const stored = await readDossier(tx, before.id);
	if (stored?.rev !== before.rev) throw new DatabaseFault(BUSY);
	const number = stored?.number ?? (await addDossier(tx, before.id));
	await putFiles(tx, number, texts);
	const { gate, stages } = read;
	const merged = await mergedEvents(stages, gate.dropped, after, before.contents.seasons);
	let began = performance.now();
	const lap = () => {
		const passed = performance.now() - began;
		began += passed;
		return passed;
	};
	let writer: DossierWriter;
	try {
		writer = await DossierWriter.open(tx, number, merged.dictionaries, after.sources);
		lap();
		await merged.each((entry) => {
			if (writer.events % 1000 === 0) told(writer.events);
			return writer.add(entry);
		});
		await writer.finish();
	} finally {
		merged.close();
	}
	const copyMs = lap();
	indexing();
	await tx`SELECT dateline.attach_dossier(${number})`;
	const indexMs = lap();
	let replaced = 0;
	if (stored) {
		const settled = await settleIds(tx, number, writer.firstKey);
		replaced = settled.replaced;
		if (settled.refused === writer.events) {
			await refuse(read, settled.eachRefused);
			throw new Nothing();
		}
		await refuse(read, settled.eachRefused);
		await redate(tx, number, redated(before.contents, after), writer.firstKey);
	}
	await countDays(tx, number, stored ? writer.firstKey : undefined);
	const events = (stored?.total ?? 0) + gate.tally.imported - replaced;
	await tx`
		UPDATE dateline.dossiers SET rev = ${newRev()}, total = ${events} WHERE number = ${number}`;
	await tx`
		INSERT INTO dateline.imports (dossier, sha256, name, events)
		VALUES (${number}, ${sha256}, ${name.replaceAll('\0', '')}, ${gate.tally.imported})
		ON CONFLICT (dossier, sha256) DO UPDATE SET name = excluded.name, events = excluded.events, at = now()`;
	await analyze(tx, number);
	placing();
	return {
		number,
		events,
		replaced,
		copied: writer.events,
		claims: writer.claims,
		copyMs: Math.round(copyMs),
		indexMs: Math.round(indexMs),
		countMs: Math.round(lap())
	};
}

/** Counts rows as refused whose ids are others'. */
async function refuse(
	{ gate }: Read,
	each: (take: (id: string) => void) => Promise<void>
): Promise<void> {
	await each((id) => {
		gate.tally.imported--;
		gate.tally.refuse(takenId(gate.seen.lineOf(murmur3(id, SEEDS[0]), murmur3(id, SEEDS[1])), id));
	});
}

/** Sources of sources.json that have another day than before. */
function redated(before: Contents, after: Contents): Redated[] {
	const factsOf = sourceReader(before.seasons);
	const old = new Map(before.sources.map((item) => [String(item.id), factsOf(item).known]));
	return after.sources.flatMap((item) => {
		const { known } = factsOf(item);
		const was = old.get(String(item.id));
		return was === undefined || was === known ? [] : { id: sourceId(item), known: heldDay(known) };
	});
}

/**
 * Lets readers take what is in the indexes without looking at the rows, too. What it cannot do is left to the server's
 * own vacuuming.
 */
export async function vacuum(sql: Database, dossier: number): Promise<void> {
	for (const kind of ['events', 'claims'])
		await sql.unsafe(`VACUUM dateline.${kind}_${dossier}`).catch(() => undefined);
}

const today = () => formatDay(dayAt(Date.now()));

function isOfDossier(name: string): name is DossierFile {
	return name !== 'events.geojson' && (DOSSIER_FILES as readonly string[]).includes(name);
}
