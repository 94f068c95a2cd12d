import type { Dossier, Place, Source } from './dossier';
import type { Actor, EventType } from './schema';

/** What a dossier's events name, by id. */
export interface DossierTables {
	sources: ReadonlyMap<string, Source>;
	actors: ReadonlyMap<string, Actor>;
	places: ReadonlyMap<string, Place>;
	types: ReadonlyMap<string, EventType>;
}

/** The tables of a dossier, for whoever tells many of its events: made once, not for each. */
export function tablesOf({
	header,
	sources,
	places
}: Pick<Dossier, 'header' | 'sources' | 'places'>): DossierTables {
	return {
		sources: byId(sources),
		actors: byId(header.actors),
		places: byId(places),
		types: byId(header.types)
	};
}

function byId<T extends { id: string }>(items: readonly T[]): ReadonlyMap<string, T> {
	return new Map(items.map((item) => [item.id, item]));
}
