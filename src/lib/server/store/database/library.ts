import { checkFrame, DOSSIER_FILES, type DossierFile } from '../../../core/dossier/check';
import type { FileContent } from '../../../core/dossier/json';
import { StoreAway, type Store } from '../../../core/store/store';
import type { LoadedFolder } from '../../columns/load';
import { revOf, revWithEvents } from '../../rev';
import { completeFrame } from '../frame';
import { openDatabase, placeOf, type Database } from './connect';
import { databaseStore } from './database-store';
import { readDossier } from './dossiers';
import { DatabaseFault, faultOf } from './faults';
import { checkSchema } from './migrate';

/** Milliseconds for which a dossier's version is not asked for again: a page asks for several things at once. */
const FRESH_MS = 500;

/** The dossiers of a database. */
export interface DatabaseLibrary {
	/** Their ids, sorted; where it cannot be asked those that it last had. */
	ids(): Promise<readonly string[]>;
	/** Why it could not be asked when it was last; undefined where it could. */
	readonly fault: string | undefined;
	/** A dossier with what is asked of its events. Undefined where there is none of that id. Throws StoreAway. */
	load(id: string): Promise<LoadedFolder | undefined>;
	close(): Promise<void>;
}

/** What the database is called in answers: visitors are not told which machines there are. */
const FOR_VISITORS = 'of the dossiers';

interface Held {
	rev: string;
	loaded: Promise<LoadedFolder | undefined>;
}

/**
 * Opens the dossiers of a database; nothing is asked of it before the first of them is. Where it cannot answer it is
 * asked anew the next time: it may have come back. The log says when it is away, where it is, and when it is back.
 * @param address postgres://…
 * @throws DatabaseFault where it is no such address
 */
export function openLibrary(address: string): DatabaseLibrary {
	const sql = openDatabase(address, { name: 'dateline server' });
	const place = placeOf(address);
	const held = new Map<string, Held>();
	let known: readonly string[] = [];
	let fault: string | undefined;
	let listed: { at: number; revs: Promise<ReadonlyMap<string, string>> } | undefined;

	/** By id, the version of each dossier. Throws StoreAway. */
	function revs(): Promise<ReadonlyMap<string, string>> {
		if (listed && Date.now() - listed.at < FRESH_MS) return listed.revs;
		const asked = revsIn(sql).then(
			(found) => {
				if (fault !== undefined) console.error(`The database ${place} answers again.`);
				fault = undefined;
				known = [...found.keys()];
				return found;
			},
			(error: unknown) => {
				const away = noted(error);
				if (away instanceof StoreAway && fault === undefined)
					console.error(
						`${away.message} It is ${place}; its dossiers are served once it can be asked.`
					);
				if (away instanceof StoreAway) fault = away.message;
				throw away;
			}
		);
		listed = { at: Date.now(), revs: asked };
		return asked;
	}

	/**
	 * Takes note of a failure, and says what it is to whoever asked: whatever is wrong, somebody may set it right while
	 * the server runs.
	 */
	function noted(error: unknown): Error {
		// What was known of versions may be what is at fault.
		listed = undefined;
		const said = faultOf(error, FOR_VISITORS);
		return said instanceof DatabaseFault ? new StoreAway(said.message) : said;
	}

	async function loadFrom(id: string): Promise<LoadedFolder | undefined> {
		const store = await databaseStore(sql, id, FOR_VISITORS);
		const stored = await readDossier(sql, id);
		if (!store || !stored) return undefined;
		const files = filesOf(stored.files);
		const frame = checkFrame(id, files);
		const dossier = await completeFrame(frame, store);
		const rev = revWithEvents(revOf(files), store.rev);
		return { dossier, notes: frame.notes, rev, store: watched(store, noted) };
	}

	return {
		get fault() {
			return fault;
		},
		ids: () =>
			revs().then(
				() => known,
				() => known
			),
		async load(id) {
			const rev = (await revs()).get(id);
			if (rev === undefined) return undefined;
			const last = held.get(id);
			if (last?.rev === rev) return last.loaded;
			const loaded = loadFrom(id).catch((error: unknown) => {
				held.delete(id);
				throw noted(error);
			});
			held.set(id, { rev, loaded });
			return loaded;
		},
		close: () => sql.end({ timeout: 1 })
	};
}

async function revsIn(sql: Database): Promise<ReadonlyMap<string, string>> {
	await checkSchema(sql, FOR_VISITORS);
	const rows = await sql<{ id: string; rev: string }[]>`
		SELECT id, rev FROM dateline.dossiers ORDER BY id COLLATE "C"`;
	return new Map(rows.map(({ id, rev }) => [id, rev]));
}

/** What a folder would have beside its events. */
function filesOf(
	texts: Readonly<Record<string, string>>
): Partial<Record<DossierFile, FileContent>> {
	const known = new Set<string>(DOSSIER_FILES);
	return Object.fromEntries(
		Object.entries(texts)
			.filter(([name]) => known.has(name))
			.map(([name, content]) => [name, Buffer.from(content)])
	);
}

/** A store whose faults are others' to put right. */
function watched(store: Store, noted: (error: unknown) => Error): Store {
	const said = <T>(answer: Promise<T>) =>
		answer.catch((error: unknown) => {
			throw noted(error);
		});
	return {
		rev: store.rev,
		total: store.total,
		reach: () => said(store.reach()),
		overview: () => said(store.overview()),
		list: (question, wish) => said(store.list(question, wish)),
		counts: (question, bare) => said(store.counts(question, bare)),
		bins: (question, edges) => said(store.bins(question, edges)),
		tile: (question, tile) => said(store.tile(question, tile)),
		publishers: (question) => said(store.publishers(question)),
		outside: (question, box, limit) => said(store.outside(question, box, limit)),
		unsettled: (day, limit) => said(store.unsettled(day, limit)),
		records: (ids) => said(store.records(ids)),
		citing: (sources, limit) => said(store.citing(sources, limit))
	};
}
