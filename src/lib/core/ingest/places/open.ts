import type { PlaceKind } from '../mention';
import { fold } from './fold';
import { candidate, type Entry, type Found, type Gazetteer, type Hit } from './gazetteer';

const KINDS: Record<string, PlaceKind> = {
	c: 'country',
	p: 'province',
	d: 'district',
	r: 'region',
	t: 'city',
	v: 'village',
	l: 'lake',
	f: 'feature'
};
const SOURCES: Record<string, string> = {
	c: 'CIA World Factbook',
	n: 'Natural Earth',
	g: 'GeoNames',
	d: 'Dateline, approximate'
};

/**
 * Opens the index that scripts/gazetteer writes: UTF-8 text, a line each. First `dateline gazetteer 1`, the number
 * of places and of names; then the provinces' names, the demonyms, the first names, tab-separated; then a place a
 * line (name, latitude, longitude, kind and source, country, number of the province, inhabitants); then a folded
 * name a line with the places that it may stand for, sorted by UTF-16 units, so that it is searched as it is.
 * @throws Error where the bytes are no such index
 */
export function openGazetteer(bytes: Uint8Array): Gazetteer {
	const text = new TextDecoder().decode(bytes);
	const [magic, places, names] = text.slice(0, text.indexOf('\n')).split('\t');
	const placeCount = Number(places);
	const nameCount = Number(names);
	if (magic !== 'dateline gazetteer 1' || !(placeCount >= 0) || !(nameCount >= 0))
		throw new Error('This is not a gazetteer that Dateline can read.');

	const HEAD = 4;
	const starts = new Uint32Array(HEAD + placeCount + nameCount + 1);
	let at = 0;
	for (let line = 0; line < starts.length; line++) {
		starts[line] = at;
		const end = text.indexOf('\n', at);
		if (end < 0 && line < starts.length - 1) throw new Error('The gazetteer is cut short.');
		at = end + 1;
	}
	const line = (n: number) => text.slice(starts[n], (starts[n + 1] ?? text.length) - 1);
	const provinces = line(1).split('\t');
	const demonyms = new Map(
		line(2)
			.split('\t')
			.map((pair) => pair.split('=') as [string, string])
	);
	const firstNames = new Set(line(3).split('\t'));

	const entries = new Map<number, Entry>();
	function entry(n: number): Entry {
		let found = entries.get(n);
		if (!found) {
			const [name = '', lat, lon, what = '', country, province, population] = line(HEAD + n).split(
				'\t'
			);
			found = {
				name,
				lat: Number(lat),
				lon: Number(lon),
				kind: KINDS[what.charAt(0)] ?? 'feature',
				source: SOURCES[what.charAt(1)] ?? ''
			};
			if (country) found.country = country;
			if (province) found.province = provinces[Number(province)] ?? '';
			if (population) found.population = Number(population);
			if (what.length > 2) found.capital = Number(what.charAt(2));
			entries.set(n, found);
		}
		return found;
	}

	const FIRST = HEAD + placeCount;
	const TAB = 9;
	/** Below 0 where the name of the line comes before the key, 0 where it is the key. */
	function compare(n: number, key: string): number {
		let i = starts[n] ?? 0;
		for (let k = 0; k < key.length; k++, i++) {
			const unit = text.charCodeAt(i);
			const other = key.charCodeAt(k);
			if (unit !== other) return unit === TAB ? -1 : unit - other;
		}
		return text.charCodeAt(i) === TAB ? 0 : 1;
	}
	/** The first line whose name is not before the key. */
	function lowest(key: string): number {
		let low = FIRST;
		let high = FIRST + nameCount;
		while (low < high) {
			const middle = (low + high) >> 1;
			if (compare(middle, key) < 0) low = middle + 1;
			else high = middle;
		}
		return low;
	}
	function read(n: number): Found {
		const [, ids = '', flags] = line(n).split('\t');
		const hits: Hit[] = ids.split(',').map((id) => {
			const other = id.startsWith('~');
			const capitals = id.includes('^');
			return { entry: entry(parseInt(id.replace(/[~^]/g, ''), 36)), other, capitals };
		});
		return { hits, word: flags === 'w' };
	}

	const known = new Map<string, Found | undefined>();
	function named(key: string): Found | undefined {
		if (known.has(key)) return known.get(key);
		const n = lowest(key);
		const found = n < FIRST + nameCount && compare(n, key) === 0 ? read(n) : undefined;
		// Names that articles repeat; not so many that a hostile one fills the memory.
		if (known.size > 20_000) known.clear();
		known.set(key, found);
		return found;
	}
	return {
		named,
		find(name) {
			const hits = named(fold(name))?.hits ?? [];
			return hits.map(({ entry: one }) => candidate(one, 1 / hits.length));
		},
		withStem(stem, more) {
			const found: { key: string; found: Found }[] = [];
			for (let n = lowest(stem); n < FIRST + nameCount && found.length < 8; n++) {
				const start = starts[n] ?? 0;
				if (!text.startsWith(stem, start)) break;
				const key = text.slice(start, text.indexOf('\t', start));
				if (key.length <= stem.length + more) found.push({ key, found: read(n) });
			}
			return found;
		},
		demonym: (key) => demonyms.get(key),
		isFirstName: (key) => firstNames.has(key)
	};
}
