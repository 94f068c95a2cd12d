import type { Place } from '../dossier/dossier';

/**
 * For a place's id: the id itself and those of all places that it lies within, each once. A place
 * that lies within itself, by whatever detour, is no harm. Ids that are no place's stand for themselves.
 */
export function withAncestors(places: readonly Place[]): (id: string) => readonly string[] {
	const within = new Map(places.map((place) => [place.id, place.within]));
	const known = new Map<string, readonly string[]>();
	return (id) => {
		const before = known.get(id);
		if (before) return before;
		const chain = new Set([id]);
		// A set runs on over what is added to it meanwhile.
		for (const member of chain) for (const outer of within.get(member) ?? []) chain.add(outer);
		const found = [...chain];
		known.set(id, found);
		return found;
	};
}

/** A place in a tree of places, with how deep it stands; 0 is a place within no other. */
interface PlaceRow {
	place: Place;
	depth: number;
}

/**
 * The places as a tree, flattened, each once: under the innermost of those that it lies within.
 * Siblings keep their order. Places that lie within each other in a ring stand at its first.
 */
export function placeTree(places: readonly Place[]): PlaceRow[] {
	const chainOf = withAncestors(places);
	const byId = new Map(places.map((place) => [place.id, place]));
	const inner = new Map<string | undefined, Place[]>();
	for (const place of places) {
		const outer = place.within
			.filter((id) => id !== place.id && byId.has(id))
			.toSorted((a, b) => chainOf(b).length - chainOf(a).length)[0];
		inner.set(outer, [...(inner.get(outer) ?? []), place]);
	}
	const rows: PlaceRow[] = [];
	const seen = new Set<string>();
	const add = (place: Place, depth: number) => {
		if (seen.has(place.id)) return;
		seen.add(place.id);
		rows.push({ place, depth });
		for (const next of inner.get(place.id) ?? []) add(next, depth + 1);
	};
	for (const place of inner.get(undefined) ?? []) add(place, 0);
	// What lies in a ring hangs under no root.
	for (const place of places) add(place, 0);
	return rows;
}
