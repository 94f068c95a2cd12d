import type { Place } from '../../dossier/dossier';
import type { Candidate, PlaceKind } from '../mention';
import { fold } from './fold';

/** A place as a gazetteer has it. */
export interface Entry {
	name: string;
	/** Degrees WGS 84. */
	lat: number;
	lon: number;
	kind: PlaceKind;
	/** ISO 3166-1 alpha-2; undefined where it lies in several countries, or in none. */
	country?: string;
	province?: string;
	population?: number;
	/** 2 of a country, 1 of a province. */
	capital?: number;
	/** Id in the dossier's gazetteer. */
	id?: string;
	/** Where the coordinates come from. */
	source: string;
}

/** A place that a name may stand for. */
export interface Hit {
	entry: Entry;
	/** Not the name it goes by: one more that some language or age has for it. */
	other: boolean;
	/** Written in capitals only: `US`, `NSW`. */
	capitals: boolean;
}

/** What a name is known as. */
export interface Found {
	hits: Hit[];
	/** An English word that is written without a capital, too: `reading`, `nice`. */
	word: boolean;
}

/** A gazetteer of the world: what its names stand for. Keys are folded (fold.ts). */
export interface Gazetteer {
	/** All that a name may stand for, the most important first; of none it knows nothing. */
	find(name: string): Candidate[];
	named(key: string): Found | undefined;
	/** Names that begin with a stem and have at most so many letters more. */
	withStem(stem: string, more: number): { key: string; found: Found }[];
	/** ISO 3166-1 alpha-2 of the country that a folded word says somebody is of. */
	demonym(key: string): string | undefined;
	isFirstName(key: string): boolean;
}

/** What names are looked up in: a dossier's own places first, then the world's. */
export interface Gazetteers {
	dossier: readonly Place[];
	world?: Gazetteer;
}

/** A point of a geometry to stand for it: its own, else the middle of its box. Undefined where it has none. */
function pointOf(geometry: Place['geometry']): [lat: number, lon: number] | undefined {
	if (!geometry) return undefined;
	let west = Infinity;
	let east = -Infinity;
	let south = Infinity;
	let north = -Infinity;
	const walk = (at: unknown) => {
		if (!Array.isArray(at)) return;
		const [lon, lat] = at as unknown[];
		if (typeof lon === 'number' && typeof lat === 'number') {
			west = Math.min(west, lon);
			east = Math.max(east, lon);
			south = Math.min(south, lat);
			north = Math.max(north, lat);
		} else for (const part of at) walk(part);
	};
	walk((geometry as { coordinates?: unknown }).coordinates);
	if (west > east) return undefined;
	return [(south + north) / 2, (west + east) / 2];
}

/** Words that say what a place is, at the end of its name: an article may leave them out, or share them. */
const SORTS = new Set(
	`district province region county marz rayon raion oblast city town village rayonu marzi раион область город село
	շրջան մարզ`.split(/\s+/)
);

/** What a dossier's name is short for besides: `Lachin` of Lachin District, `Karabakh` of Nagorno-Karabakh. */
function shortNames(name: string, kind: string): string[] {
	const key = fold(name);
	const words = key.split(' ');
	const last = words[words.length - 1] ?? '';
	const short: string[] = [];
	if (words.length > 1 && SORTS.has(last)) short.push(words.slice(0, -1).join(' '));
	if (kind === 'region' && /[-–‑]/.test(name) && words.length === 2 && last.length > 4)
		short.push(last);
	return short;
}

/** The dossier's names, folded, in all its languages. A place with no geometry is left out: nothing could be shown. */
export function dossierNames(places: readonly Place[]): Map<string, Hit[]> {
	const names = new Map<string, Hit[]>();
	const short = new Map<string, Hit[]>();
	const add = (to: Map<string, Hit[]>, key: string, entry: Entry, other: boolean) => {
		if (key === '') return;
		const hits = to.get(key) ?? [];
		if (!hits.some((hit) => hit.entry === entry)) hits.push({ entry, other, capitals: false });
		to.set(key, hits);
	};
	for (const { id, kind, names: languages, country, geometry } of places) {
		const point = pointOf(geometry);
		if (!point) continue;
		const spelt = Object.values(languages).flatMap((list) => list ?? []);
		const [lat, lon] = point;
		const entry: Entry = {
			name: languages['en']?.[0] ?? spelt[0] ?? id,
			lat,
			lon,
			kind,
			id,
			source: 'dossier'
		};
		const [only, second] = country;
		if (only && !second) entry.country = only.toUpperCase();
		for (const name of spelt) {
			add(names, fold(name), entry, false);
			for (const key of shortNames(name, kind)) add(short, key, entry, true);
		}
	}
	for (const [key, hits] of short) if (!names.has(key)) names.set(key, hits);
	return names;
}

/** @param weight its share of the evidence, 0–1 */
export function candidate(entry: Entry, weight: number): Candidate {
	const { name, lat, lon, kind, source, country, province, population, id } = entry;
	return {
		name,
		lat,
		lon,
		kind,
		source,
		weight: Math.round(weight * 1000) / 1000,
		...(country !== undefined && { country }),
		...(province !== undefined && province !== '' && { province }),
		...(population !== undefined && { population }),
		...(id !== undefined && { id })
	};
}
