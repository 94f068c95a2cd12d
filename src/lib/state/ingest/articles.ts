import { openDB, type DBSchema, type IDBPDatabase } from 'idb';
import type { Reading } from '../../core/ingest/draft';

/** How far a review has come. */
export interface Progress {
	reviewed: number;
	drafts: number;
}

/** An article that is being reviewed: what was read, in this browser alone. */
export interface KeptArticle {
	/** Its dossier and the hash of its text: the same article read again is the same review. */
	id: string;
	dossier: string;
	/** When it was read, milliseconds since 1970-01-01 UTC. */
	at: number;
	/** SHA-256 of the article's text, in hexadecimal digits. */
	hash: string;
	reading: Reading;
}

/** A review in a list of them. */
export interface ListedReview {
	id: string;
	dossier: string;
	at: number;
	title: string;
	progress: Progress | undefined;
}

/** Where articles are kept while they are reviewed. */
export interface ArticleStore {
	/** Those that are kept, the latest first. */
	list(): Promise<ListedReview[]>;
	read(id: string): Promise<KeptArticle | undefined>;
	/** Done once it is on the disk. Throws what the browser says. */
	write(article: KeptArticle): Promise<void>;
	/** How far its review has come. */
	note(id: string, progress: Progress): Promise<void>;
	remove(id: string): Promise<void>;
	close(): void;
}

interface Schema extends DBSchema {
	articles: { key: string; value: KeptArticle };
	heads: { key: string; value: Omit<ListedReview, 'progress'> };
	progress: { key: string; value: Progress };
}

const STORES = ['articles', 'heads', 'progress'] as const;

/** The name under which a review is kept. */
export function reviewId(dossier: string, hash: string): string {
	return `${dossier}/${hash}`;
}

/** Keeps articles in the browser (IndexedDB). Throws where the browser keeps nothing for this page. */
export async function openArticleStore(name = 'dateline-articles'): Promise<ArticleStore> {
	const db = await openDB<Schema>(name, 1, {
		upgrade(db) {
			for (const store of STORES) db.createObjectStore(store);
		},
		blocking(_, __, event) {
			(event.target as IDBDatabase).close();
		}
	});
	return new BrowserArticles(db);
}

class BrowserArticles implements ArticleStore {
	readonly #db: IDBPDatabase<Schema>;
	constructor(db: IDBPDatabase<Schema>) {
		this.#db = db;
	}

	async list(): Promise<ListedReview[]> {
		const transaction = this.#db.transaction(['heads', 'progress']);
		const progress = transaction.objectStore('progress');
		const [heads, keys, values] = await Promise.all([
			transaction.objectStore('heads').getAll(),
			progress.getAllKeys(),
			progress.getAll(),
			transaction.done
		]);
		const known = new Map(keys.map((key, i) => [key, values[i]]));
		return heads
			.map((head) => ({ ...head, progress: known.get(head.id) }))
			.sort((a, b) => b.at - a.at);
	}

	read(id: string): Promise<KeptArticle | undefined> {
		return this.#db.get('articles', id);
	}

	async write(article: KeptArticle): Promise<void> {
		const { id, dossier, at, reading } = article;
		const { title, text } = reading.article;
		const head = { id, dossier, at, title: title ?? `${text.trim().slice(0, 60)}…` };
		const transaction = this.#db.transaction(STORES, 'readwrite', { durability: 'strict' });
		await Promise.all([
			transaction.objectStore('articles').put(article, id),
			transaction.objectStore('heads').put(head, id),
			transaction.done
		]);
	}

	async note(id: string, progress: Progress): Promise<void> {
		await this.#db.put('progress', progress, id);
	}

	async remove(id: string): Promise<void> {
		const transaction = this.#db.transaction(STORES, 'readwrite', { durability: 'strict' });
		await Promise.all([
			...STORES.map((store) => transaction.objectStore(store).delete(id)),
			transaction.done
		]);
	}

	close(): void {
		this.#db.close();
	}
}
