import type { Actor, CslItem, EventType, PlaceFeature } from '../../dossier/schema';
import type { Vocabulary } from '../import';
import type { Position } from './position';
import { fitting, idOfName, MAX_SHORT_TEXT, shortHash, slug } from './text';

/** More kinds of events than this are no vocabulary: the column holds something else. */
export const MAX_TYPES = 1_000;

/** Gathers types, actors and places as rows bring them, each once. */
export interface Gathered {
	vocabulary: Vocabulary;
	/** Id of a type by its words; undefined where there are too many. */
	type: (
		words: string,
		about: (words: string) => Omit<EventType, 'id' | 'incident'>
	) => string | undefined;
	/** Id of an actor by the name that the table has. */
	actor: (name: string, kind?: string) => string;
	/** Id of a place by its name and what it lies in, from the smallest to the largest; undefined without any name. */
	place: (place: PlaceNamed) => string | undefined;
	/** The newest day or year that the table itself shows, as CSL's date parts. */
	issued: (year: number, month?: number, day?: number) => void;
}

interface PlaceNamed {
	name: string;
	kind: string;
	/** District, province, country: names, '' for those that are not known. */
	chain: readonly string[];
	kinds: readonly string[];
	at: Position | null;
}

/**
 * @param dataset the data set as a source, without its day
 * @param located where the coordinates of places come from
 * @param circa the newest year of the rows stands for the year of the data set, which the table does not say
 */
export function gather(dataset: CslItem, located: string, circa: boolean): Gathered {
	const types = new Map<string, EventType>();
	const actors = new Map<string, Actor>();
	const places = new Map<string, PlaceFeature>();
	const taken = new Set<string>();
	const takenByActors = new Set<string>();
	const newest = [0, 0, 0];

	const areaOf = (
		chain: readonly string[],
		kinds: readonly string[],
		from: number
	): string | undefined => {
		while (from < chain.length && !chain[from]) from++;
		const name = chain[from];
		if (!name) return undefined;
		const key = chainKey(chain, from);
		const known = places.get(key);
		if (known) return known.id;
		const within = areaOf(chain, kinds, from + 1);
		return add(key, name, kinds[from] ?? 'region', within, null);
	};
	const add = (
		key: string,
		name: string,
		kind: string,
		within: string | undefined,
		at: Position | null
	): string => {
		const id = `${slug(name) || 'place'}-${shortHash(key)}`;
		places.set(key, {
			type: 'Feature',
			id,
			geometry: at && { type: 'Point', coordinates: at },
			properties: {
				kind,
				names: { en: [fitting(name, MAX_SHORT_TEXT)] },
				country: [],
				within: within === undefined ? [] : [within],
				...(at && { located })
			}
		});
		return id;
	};

	return {
		type(words, about) {
			const known = types.get(words);
			if (known) return known.id;
			if (types.size >= MAX_TYPES) return undefined;
			let id = idOfName(words);
			if (taken.has(id)) id += `-${shortHash(words)}`;
			taken.add(id);
			types.set(words, { id, incident: false, ...about(words) });
			return id;
		},
		actor(name, kind = 'actor') {
			const known = actors.get(name);
			if (known) return known.id;
			let id = idOfName(name);
			if (takenByActors.has(id)) id += `-${shortHash(name)}`;
			takenByActors.add(id);
			actors.set(name, { id, names: { en: [fitting(name, MAX_SHORT_TEXT)] }, kind });
			return id;
		},
		place({ name, kind, chain, kinds, at }) {
			// A row that names no more than a province names the province itself.
			let from = 0;
			while (from < chain.length && !chain[from]) from++;
			if (!name || name === chain[from]) return areaOf(chain, kinds, from);
			const key = `${name}\u0000${chainKey(chain, 0)}`;
			const known = places.get(key);
			return known ? known.id : add(key, name, kind, areaOf(chain, kinds, 0), at);
		},
		issued(year, month = 0, day = 0) {
			const [y = 0, m = 0, d = 0] = newest;
			if (year < y || (year === y && (month < m || (month === m && day <= d)))) return;
			newest[0] = year;
			newest[1] = month;
			newest[2] = day;
		},
		get vocabulary() {
			const parts = circa ? newest.slice(0, 1) : newest.filter((part) => part > 0);
			const issued = newest[0]
				? { issued: { 'date-parts': [parts], ...(circa && { circa: true }) } }
				: {};
			return {
				types: [...types.values()],
				actors: [...actors.values()],
				places: [...places.values()],
				sources: [{ ...issued, ...dataset }]
			};
		}
	};
}

function chainKey(chain: readonly string[], from: number): string {
	let key = chain[from] ?? '';
	for (let i = from + 1; i < chain.length; i++) key += `\u0000${chain[i] ?? ''}`;
	return key;
}
