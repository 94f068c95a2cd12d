import { checkFrame, DOSSIER_FILES, type DossierFile } from '../../../core/dossier/check';
import type { FileContent } from '../../../core/dossier/json';
import { StoreAway } from '../../../core/store/store';
import type { LoadedFolder } from '../../columns/load';
import { revOf, revWithEvents } from '../../rev';
import { completeFrame } from '../frame';
import { openDatabase, placeOf, type Database } from './connect';
import { databaseStore } from './database-store';
import { faultOf } from './faults';

/** Milliseconds for which a dossier's version is not asked for again: a page asks for several things at once. */
const FRESH_MS = 500;

interface Held {
	rev: string;
	loaded: Promise<LoadedFolder>;
}

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

/**
 * Opens the dossiers of a database; nothing is asked of it before the first of them is. What it cannot answer it is
 * asked anew the next time: it may have come back.
 * @param address postgres://…
 */
export function openLibrary(address: string): DatabaseLibrary {
	const sql = openDatabase(address, { name: 'dateline server' });
	const held = new Map<string, Held>();
	let known: readonly string[] = [];
	let fault: string | undefined;
	let listed: { at: number; revs: Promise<ReadonlyMap<string, string>> } | undefined;

	/** By id, the version of each dossier. Throws StoreAway. */
	function revs(): Promise<ReadonlyMap<string, string>> {
		if (listed && Date.now() - listed.at < FRESH_MS) return listed.revs;
		const asked = revsIn(sql).then(
			(found) => {
				fault = undefined;
				known = [...found.keys()];
				return found;
			},
			(error: unknown) => {
				listed = undefined;
				const away = awayFor(error, address);
				fault = away.message;
				throw away;
			}
		);
		listed = { at: Date.now(), revs: asked };
		return asked;
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
			const loaded = loadFrom(sql, id).catch((error: unknown) => {
				held.delete(id);
				throw awayFor(error, address);
			});
			held.set(id, { rev, loaded });
			return loaded;
		},
		close: () => sql.end({ timeout: 1 })
	};
}

async function revsIn(sql: Database): Promise<ReadonlyMap<string, string>> {
	const rows = await sql<{ id: string; rev: string }[]>`
		SELECT id, rev FROM dateline.dossiers ORDER BY id COLLATE "C"`;
	return new Map(rows.map(({ id, rev }) => [id, rev]));
}

async function loadFrom(sql: Database, id: string): Promise<LoadedFolder> {
	const files = await filesOf(sql, id);
	const frame = checkFrame(id, files);
	const store = await databaseStore(sql, id);
	const dossier = await completeFrame(frame, store);
	const rev = revWithEvents(revOf(files), store.rev);
	return { dossier, notes: frame.notes, rev, store };
}

/** What a folder would have beside its events. */
async function filesOf(
	sql: Database,
	id: string
): Promise<Partial<Record<DossierFile, FileContent>>> {
	const rows = await sql<{ name: string; content: string }[]>`
		SELECT name, content FROM dateline.files
		WHERE dossier = (SELECT number FROM dateline.dossiers WHERE id = ${id})`;
	const known = new Set<string>(DOSSIER_FILES);
	return Object.fromEntries(
		rows
			.filter(({ name }) => known.has(name))
			.map(({ name, content }) => [name, Buffer.from(content)])
	);
}

function awayFor(error: unknown, address: string): StoreAway {
	return error instanceof StoreAway
		? error
		: new StoreAway(faultOf(error, placeOf(address)).message);
}
