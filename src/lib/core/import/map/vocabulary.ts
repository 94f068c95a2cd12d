import type { Actor, CslItem, EventType, PlaceFeature } from '../../dossier/schema';
import type { Vocabulary } from '../import';
import type { Position } from './position';
import { fitting, idOfName, MAX_SHORT_TEXT, shortHash, slug } from './text';

/** More kinds of events than this are no vocabulary: the column holds something else. */
export const MAX_TYPES = 1_000;

/** What a type looks like, and what it is a case of. */
export type TypeLook = Pick<EventType, 'role' | 'symbol'>;

/** Gathers types, actors and places as rows bring them, each once. */
export interface Gathered {
	/** The same object at every time; what is in it grows. */
	readonly vocabulary: Vocabulary;
	/** Id of a type by its words; undefined where there are too many. */
	type: (words: string, about: (words: string) => TypeLook) => string | undefined;
	/** Id of an actor by the name that the table has. */
	actor: (name: string, kind?: string) => string;
	/**
	 * Id of a place; undefined without any name.
	 * @param chain names of what it lies in, from the smallest to the largest, '' for those that are not known
	 * @param kinds what each of the chain is
	 */
	place: (
		name: string,
		kind: string,
		at: Position | null,
		chain: readonly string[],
		kinds: readonly string[]
	) => string | undefined;
	/** The newest day or year that the table itself shows, as CSL's date parts. */
	issued: (year: number, month?: number, day?: number) => void;
}

/** A place with what lies in it; the root is no place. */
interface Node {
	name: string;
	path: string;
	id: string;
	/** Apart, so that a town does not become the district of its name. */
	areas: Map<string, Node>;
	spots: Map<string, Node>;
	lastArea?: Node;
	lastSpot?: Node;
}

/**
 * @param dataset the data set as a source, without its day
 * @param located where the coordinates of places come from
 * @param circa the newest year of the rows stands for the year of the data set, which the table does not say
 */
export function gather(dataset: CslItem, located: string, circa: boolean): Gathered {
	/** Ids by what they were given for. */
	const typeIds = new Map<string, string>();
	const actorIds = new Map<string, string>();
	const types: EventType[] = [];
	const actors: Actor[] = [];
	const places: PlaceFeature[] = [];
	const root: Node = { name: '', path: '', id: '', areas: new Map(), spots: new Map() };
	const taken = new Set<string>();
	const takenByActors = new Set<string>();
	const newest = [0, 0, 0];

	/** The place of a name inside another; its id says the whole way down, so that a second import gives the same. */
	const inside = (
		outer: Node,
		name: string,
		kind: string,
		at: Position | null,
		isSpot: boolean
	): Node => {
		// Rows of one place stand together in most tables.
		const last = isSpot ? outer.lastSpot : outer.lastArea;
		if (last !== undefined && last.name === name) return last;
		const known = isSpot ? outer.spots : outer.areas;
		let node = known.get(name);
		if (!node) {
			const path = `${isSpot ? '' : '\u0001'}${name}\u0000${outer.path}`;
			const id = `${slug(name) || 'place'}-${shortHash(path)}`;
			node = { name, path, id, areas: new Map(), spots: new Map() };
			known.set(name, node);
			places.push({
				type: 'Feature',
				id,
				geometry: at && { type: 'Point', coordinates: at },
				properties: {
					kind,
					names: { en: [fitting(name, MAX_SHORT_TEXT) || id] },
					country: [],
					within: outer.id === '' ? [] : [outer.id],
					...(at && { located })
				}
			});
		}
		if (isSpot) outer.lastSpot = node;
		else outer.lastArea = node;
		return node;
	};

	return {
		type(words, about) {
			const known = typeIds.get(words);
			if (known !== undefined) return known;
			if (typeIds.size >= MAX_TYPES) return undefined;
			let id = idOfName(words);
			if (taken.has(id)) id += `-${shortHash(words)}`;
			taken.add(id);
			const label = fitting(words, MAX_SHORT_TEXT) || id;
			types.push({ id, label, incident: false, ...about(words) });
			typeIds.set(words, id);
			return id;
		},
		actor(name, kind = 'actor') {
			const known = actorIds.get(name);
			if (known !== undefined) return known;
			let id = idOfName(name);
			if (takenByActors.has(id)) id += `-${shortHash(name)}`;
			takenByActors.add(id);
			actors.push({ id, names: { en: [fitting(name, MAX_SHORT_TEXT) || id] }, kind });
			actorIds.set(name, id);
			return id;
		},
		place(name, kind, at, chain, kinds) {
			let outer = root;
			for (let i = chain.length - 1; i >= 0; i--) {
				const area = chain[i] as string;
				if (area !== '') outer = inside(outer, area, kinds[i] as string, null, false);
			}
			// A row that names no more than a province names the province itself.
			if (name === '' || name === outer.name) return outer.id === '' ? undefined : outer.id;
			return inside(outer, name, kind, at, true).id;
		},
		issued(year, month = 0, day = 0) {
			const [y = 0, m = 0, d = 0] = newest;
			if (year < y || (year === y && (month < m || (month === m && day <= d)))) return;
			newest[0] = year;
			newest[1] = month;
			newest[2] = day;
		},
		vocabulary: {
			types,
			actors,
			places,
			get sources() {
				const parts = circa ? newest.slice(0, 1) : newest.filter((part) => part > 0);
				const issued = newest[0]
					? { issued: { 'date-parts': [parts], ...(circa && { circa: true }) } }
					: {};
				return [{ ...issued, ...dataset }];
			}
		}
	};
}
