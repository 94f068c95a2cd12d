import { openDB, type DBSchema, type IDBPDatabase } from 'idb';
import type { Change, History } from '../../core/draft/changes';
import type { DossierFile } from '../../core/dossier/check';
import { keptDraft, textOfKept } from './kept';

/** A dossier's files as a server has them. */
export interface ServedFiles {
	/** The dossier's content hash, 12 hexadecimal digits. */
	rev: string;
	/** Each with the SHA-256 of its bytes, in hexadecimal digits. */
	files: Partial<Record<DossierFile, { text: string; hash: string }>>;
}

/** A draft as it is kept: what it began from, and what was done since. */
export interface KeptDraft {
	base: ServedFiles;
	history: History;
	/** Grows with each write: a tab that knows an older one has been outrun by another. */
	version: number;
}

/** What is written: all of a draft, of which the changes before `from` are there as they are. */
export interface DraftWrite {
	/** Undefined: as it is there. */
	base?: ServedFiles | undefined;
	history: History;
	from: number;
	/** The version that is there; 0 where there is no draft. */
	version: number;
}

/** Another tab has written the draft since this one read it. */
export class Outrun extends Error {
	constructor() {
		super('The draft was changed in another tab.');
		this.name = 'Outrun';
	}
}

/** Where drafts are kept. */
export interface DraftStore {
	/** The draft of a dossier; undefined where there is none. Throws `Unreadable` where what is kept is none. */
	read(dossier: string): Promise<KeptDraft | undefined>;
	/** All that is kept of a dossier, whatever it is, as JSON to be taken out. */
	raw(dossier: string): Promise<string>;
	/** Keeps a draft: done once it is on the disk. Throws `Outrun`, or what the browser says. */
	write(dossier: string, write: DraftWrite): Promise<void>;
	remove(dossier: string): Promise<void>;
	close(): void;
}

interface Schema extends DBSchema {
	drafts: { key: string; value: { cursor: number; version: number } };
	bases: { key: string; value: ServedFiles };
	changes: { key: [dossier: string, number: number]; value: Change };
}

const STORES = ['drafts', 'bases', 'changes'] as const;
/** On the disk, not only handed over: what is shown as saved outlives a crash of the machine. */
const STRICT = { durability: 'strict' } as const;

/** Keeps drafts in the browser (IndexedDB). Throws where the browser keeps nothing for this page. */
export async function openDraftStore(name = 'dateline-drafts'): Promise<DraftStore> {
	// Whatever version is there: what it holds is looked at, and never thrown away for its number.
	const db = await opened(name);
	if (missingIn(db).length === 0) return new BrowserStore(db);
	const { version } = db;
	db.close();
	return new BrowserStore(await opened(name, version + 1));
}

function opened(name: string, version?: number): Promise<IDBPDatabase<Schema>> {
	return openDB<Schema>(name, version, {
		upgrade(db) {
			for (const store of missingIn(db)) db.createObjectStore(store);
		},
		blocking(_, __, event) {
			(event.target as IDBDatabase).close();
		}
	});
}

function missingIn(db: IDBPDatabase<Schema>) {
	return STORES.filter((store) => !db.objectStoreNames.contains(store));
}

class BrowserStore implements DraftStore {
	readonly #db: IDBPDatabase<Schema>;
	constructor(db: IDBPDatabase<Schema>) {
		this.#db = db;
	}

	async read(dossier: string): Promise<KeptDraft | undefined> {
		const transaction = this.#db.transaction(STORES);
		const [draft, base, changes] = await Promise.all([
			transaction.objectStore('drafts').get(dossier),
			transaction.objectStore('bases').get(dossier),
			transaction.objectStore('changes').getAll(changesOf(dossier)),
			transaction.done
		]);
		return keptDraft({ draft, base, changes });
	}

	async raw(dossier: string): Promise<string> {
		const parts: [string, unknown][] = [];
		for (const store of this.#db.objectStoreNames) {
			const transaction = this.#db.transaction(store);
			const [keys, values] = await Promise.all([
				transaction.store.getAllKeys(),
				transaction.store.getAll(),
				transaction.done
			]);
			const own = keys.flatMap((key, i) => {
				const [first] = [key].flat();
				return first === dossier ? [{ key, value: values[i] }] : [];
			});
			parts.push([store, own]);
		}
		return textOfKept(dossier, parts);
	}

	async write(
		dossier: string,
		{ base, history: { changes, cursor }, from, version }: DraftWrite
	): Promise<void> {
		const transaction = this.#db.transaction(STORES, 'readwrite', STRICT);
		try {
			const drafts = transaction.objectStore('drafts');
			const found = drafts.get(dossier);
			const kept = transaction.objectStore('changes');
			// All is asked for at once, so that the disk waits for no busy page; what was outrun is taken back.
			const written = Promise.all([
				found,
				drafts.put({ cursor, version: version + 1 }, dossier),
				...(base ? [transaction.objectStore('bases').put(base, dossier)] : []),
				kept.delete(changesOf(dossier, from)),
				...changes.slice(from).map((change, i) => kept.put(change, [dossier, from + i])),
				transaction.done
			]);
			written.catch(() => undefined);
			if (((await found)?.version ?? 0) !== version) throw new Outrun();
			await written;
		} catch (error) {
			try {
				transaction.abort();
			} catch {
				// It has ended by itself.
			}
			// Its own end is told by the error that is thrown here.
			await transaction.done.catch(() => undefined);
			throw transaction.error ?? error;
		}
	}

	async remove(dossier: string): Promise<void> {
		const transaction = this.#db.transaction(STORES, 'readwrite', STRICT);
		await Promise.all([
			transaction.objectStore('drafts').delete(dossier),
			transaction.objectStore('bases').delete(dossier),
			transaction.objectStore('changes').delete(changesOf(dossier)),
			transaction.done
		]);
	}

	close(): void {
		this.#db.close();
	}
}

function changesOf(dossier: string, from = 0): IDBKeyRange {
	return IDBKeyRange.bound([dossier, from], [dossier, Infinity]);
}
