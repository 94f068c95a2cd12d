import { readJson } from '../dossier/json';
import type { Note } from '../dossier/note';
import { readBibtex } from '../exchange/read-bibtex';
import { isObject, type DraftFiles, type JsonObject } from './files';
import { sourcesIn } from './listed';
import { untaken } from '../dossier/id';
import { freeId, isId, newSource, type NewRecord } from './new-record';

/** What was pasted, as items of CSL-JSON; or a sentence on why it is none. */
export type Pasted =
	| { ok: true; kind: 'address' | 'CSL-JSON' | 'BibTeX'; items: JsonObject[] }
	| { ok: false; why: string };

/** The longest text that is read, in characters: some thousand sources. */
export const MAX_PASTE = 512 * 1024;
const MAX_ITEMS = 500;
const MAX_ADDRESS = 2_000;

/**
 * Reads what somebody pasted to make sources of it: a web address, CSL-JSON (an item or a list) or BibTeX.
 * Nothing is fetched. Never throws.
 */
export async function readPaste(text: string, files: DraftFiles): Promise<Pasted> {
	const plain = text.trim();
	if (plain === '') return no('Paste a web address, CSL-JSON or BibTeX.');
	if (plain.length > MAX_PASTE)
		return no(
			`At most ${MAX_PASTE / 1024} kB are read at once; this is ${Math.ceil(plain.length / 1024)} kB. Paste it in parts.`
		);
	if (/^[[{]/.test(plain)) return fromJson(plain);
	if (/^https?:\/\/\S+$/i.test(plain)) return fromAddress(plain, files);
	// An entry somewhere in the text: what stands between entries is a comment.
	if (/@\s*[a-z]+\s*[{(]/i.test(plain)) return fromBibtex(plain);
	return no(
		'This is no web address (https://…), no CSL-JSON ([{ … }]) and no BibTeX (@article{ … }). Paste one of them.'
	);
}

function fromAddress(text: string, files: DraftFiles): Pasted {
	const url = webAddress(text);
	if (!url) return no('This is no whole web address. Paste it as the browser shows it.');
	const publisher = publisherOf(url, files);
	const title = titleOf(url);
	return {
		ok: true,
		kind: 'address',
		items: [{ type: 'article-newspaper', title, 'container-title': publisher, URL: url.href }]
	};
}

/** An address of the web, without what a browser adds to find a passage; undefined for any other text. */
export function webAddress(text: string): URL | undefined {
	const plain = text.trim();
	if (plain.length > MAX_ADDRESS || !/^https?:\/\//i.test(plain) || !URL.canParse(plain))
		return undefined;
	const url = new URL(plain);
	// Set to `#` it would stay one.
	url.hash = url.hash.replace(/:~:.*$/, '').replace(/^#$/, '');
	return url;
}

/** The publisher of the sources of the same host; its name where there are none. */
function publisherOf(url: URL, files: DraftFiles): string {
	const host = hostOf(url);
	const known = sourcesIn(files).find(
		(source) => source.publisher && URL.canParse(source.url) && hostOf(new URL(source.url)) === host
	);
	return known?.publisher ?? host;
}

function hostOf(url: URL): string {
	return url.hostname.replace(/^www\./, '');
}

/** The words of an address's last part, which are mostly the headline's; nothing where it has none. */
function titleOf(url: URL): string {
	const part = url.pathname.split('/').filter(Boolean).at(-1) ?? '';
	const words = part.replace(/\.[a-z]{3,5}$/i, '').split(/[-_]+/);
	if (words.filter((word) => /^[a-z]{2,}$/i.test(word)).length < 3) return '';
	const title = words.filter((word) => !/^\d+$/.test(word)).join(' ');
	return title.charAt(0).toUpperCase() + title.slice(1);
}

function fromJson(text: string): Pasted {
	const notes: Note[] = [];
	const value = readJson('sources.json', new TextEncoder().encode(text), notes);
	const fault = notes.find(({ expected }) => expected !== 'no key of this name');
	if (fault)
		return no(`This is no CSL-JSON: ${fault.found}. ${fault.expected} is what can be read.`);
	const items = Array.isArray(value) ? (value as unknown[]) : [value];
	return itemsOf(items, 'CSL-JSON');
}

async function fromBibtex(text: string): Promise<Pasted> {
	try {
		const items = await readBibtex(text);
		return itemsOf(items.map(withoutTags), 'BibTeX');
	} catch (error) {
		const message = error instanceof Error ? error.message.split('\n')[0] : '';
		return no(
			`This BibTeX cannot be read${message ? `: ${message.slice(0, 200)}` : ''}. Check that each brace and quotation mark is closed.`
		);
	}
}

function itemsOf(items: readonly unknown[], kind: 'CSL-JSON' | 'BibTeX'): Pasted {
	const sources = items.filter(
		(item): item is JsonObject => isObject(item) && ('title' in item || 'URL' in item)
	);
	if (sources.length === 0)
		return no(`No source is in this ${kind}: each needs a title or a web address.`);
	if (sources.length > MAX_ITEMS)
		return no(
			`At most ${MAX_ITEMS} sources are taken at once; these are ${sources.length}. Paste them in parts.`
		);
	return { ok: true, kind, items: sources };
}

/** A title without the tags for letters that CSL allows in it: text is text here. */
function withoutTags(item: JsonObject): JsonObject {
	const { title } = item;
	if (typeof title !== 'string') return item;
	return { ...item, title: title.replace(/<\/?(?:b|i|sup|sub|span)(?:\s[^>]*)?>/gi, '') };
}

function no(why: string): Pasted {
	return { ok: false, why };
}

/** What a paste adds to a dossier. */
export interface SourcesToAdd {
	/** Each with an id that none has. */
	added: NewRecord[];
	/** Ids of sources that are there already, by their address. */
	there: string[];
}

/** Items as records that can be added. One whose address a source has already is that source. */
export function sourcesToAdd(files: DraftFiles, items: readonly JsonObject[]): SourcesToAdd {
	const byAddress = new Map(
		sourcesIn(files).flatMap(({ url, id }) => (url ? [[url, id] as const] : []))
	);
	const taken = new Set(files['sources.json']?.records.keys());
	const result: SourcesToAdd = { added: [], there: [] };
	for (const item of items) {
		const url = typeof item['URL'] === 'string' ? item['URL'] : undefined;
		const known = url === undefined ? undefined : byAddress.get(url);
		if (known !== undefined) {
			result.there.push(known);
			continue;
		}
		const made = newSource(files, item);
		const wanted = ownId(files, item['id']) ?? made.id;
		const id = untaken(wanted, (id) => taken.has(id));
		taken.add(id);
		if (url !== undefined) byAddress.set(url, id);
		result.added.push({ ...made, id, record: { ...(made.record as JsonObject), id } });
	}
	return result;
}

/** The key that a list has for an item, where it can be an id; addresses, as Zotero has them, say nothing. */
function ownId(files: DraftFiles, id: unknown): string | undefined {
	if (typeof id !== 'string' || /[/:]/.test(id) || id.length > 100) return undefined;
	if (isId(id)) return id;
	const made = freeId(files, 'sources.json', id, '');
	return made === '' || made.startsWith('-') ? undefined : made;
}
