import type { Dossier } from '../dossier/dossier';
import type { ViewNote } from './codec';
import type { View } from './view';

const LISTS = ['types', 'actors', 'sources', 'places'] as const;

/** Every id of a dossier that a view may name. */
export type DossierIds = Record<
	(typeof LISTS)[number] | 'events',
	Pick<ReadonlySet<string>, 'has'>
>;

/** The ids of the whole dossier, whatever was known on some day. */
export function idsOf(dossier: Dossier): DossierIds {
	const ids = (items: readonly { id: string }[]) => new Set(items.map(({ id }) => id));
	return {
		events: ids(dossier.events),
		types: ids(dossier.header.types),
		actors: ids(dossier.header.actors),
		sources: ids(dossier.sources),
		places: ids(dossier.places)
	};
}

/** The view without the ids that the dossier does not have, and a sentence on those of each key. */
export function withKnownIds(view: View, ids: DossierIds): { view: View; notes: ViewNote[] } {
	const notes: ViewNote[] = [];
	const known: View = { ...view };
	if (view.event !== undefined && !ids.events.has(view.event)) {
		known.event = undefined;
		notes.push(`There is no event “${view.event}” in this dossier.`);
	}
	for (const key of LISTS) {
		const missing = view[key]?.filter((id) => !ids[key].has(id)) ?? [];
		if (missing.length === 0) continue;
		const left = view[key]?.filter((id) => ids[key].has(id)) ?? [];
		known[key] = left.length > 0 ? left : undefined;
		const some = missing.slice(0, 3).map((id) => `“${id}”`);
		if (missing.length > 3) some.push(`${missing.length - 3} more`);
		notes.push(`Left out of “${key}”, for this dossier does not have it: ${some.join(', ')}.`);
	}
	return { view: known, notes };
}
