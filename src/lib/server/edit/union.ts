import { fromGis } from '../../core/dossier/gis';
import type { DossierFile } from '../../core/dossier/check';

type Item = Record<string, unknown>;

/** Lists of dossier.json whose items other files name by their id. */
const VOCABULARIES = ['types', 'actors', 'sides'];

/**
 * The new text of a file together with what only its old one has: whatever a file names in either, it finds
 * here. Undefined where the new one lacks nothing of the old, or where one of them is no such file.
 */
export function unionOf(name: DossierFile, before: string, after: string): string | undefined {
	const [old, next] = [parsed(before), parsed(after)];
	let lost = false;
	const joined = (mine: unknown, theirs: unknown, missing: typeof missingItems = missingItems) => {
		const kept = missing(itemsOf(theirs), itemsOf(mine));
		if (kept.length > 0) lost = true;
		return Array.isArray(mine) ? [...(mine as unknown[]), ...kept] : kept;
	};
	let union: unknown;
	if (name === 'sources.json') {
		if (!Array.isArray(next)) return undefined;
		union = joined(next, old, missingSources);
	} else if (isItem(old) && isItem(next)) {
		const lists = name === 'dossier.json' ? VOCABULARIES : ['features'];
		union = {
			...next,
			...Object.fromEntries(lists.map((list) => [list, joined(next[list], old[list])]))
		};
	}
	return lost ? `${JSON.stringify(union, null, '\t')}\n` : undefined;
}

function missingItems(old: Item[], next: Item[]): Item[] {
	const there = new Set(next.map(idOf));
	return old.filter((item) => idOf(item) !== undefined && !there.has(idOf(item)));
}

/** A source is named by its id, by its address, and by its publisher: what one of these led to stays as a record of its own. */
function missingSources(old: Item[], next: Item[]): Item[] {
	const ids = new Set([...old, ...next].map(({ id }) => String(id)));
	const there = new Set(next.flatMap(namesOf));
	return old
		.filter((item) => namesOf(item).some((name) => !there.has(name)))
		.map((item) => {
			if (!next.some(({ id }) => String(id) === String(item['id']))) return item;
			let id = `before-${String(item['id'])}`;
			while (ids.has(id)) id = `before-${id}`;
			return { ...item, id };
		});
}

/** Each with its kind before it, so that a publisher named as another source's id is not taken for it. */
function namesOf(source: Item): string[] {
	const { id: own, URL: address } = source;
	// A reference manager makes new ids at each export; such a source is named by its address alone.
	const id = address !== undefined && !/^[a-z0-9-]+$/.test(String(own)) ? undefined : own;
	const publisher = source['container-title'] ?? source['publisher'];
	return Object.entries({ id, URL: address, publisher }).flatMap(([kind, value]) =>
		typeof value === 'string' || typeof value === 'number' ? [`${kind} ${value}`] : []
	);
}

function idOf(item: Item): unknown {
	return (fromGis(item) as Item)['id'];
}

function itemsOf(list: unknown): Item[] {
	return Array.isArray(list) ? list.filter(isItem) : [];
}

function isItem(value: unknown): value is Item {
	return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function parsed(text: string): unknown {
	try {
		return JSON.parse(text);
	} catch {
		return undefined;
	}
}
