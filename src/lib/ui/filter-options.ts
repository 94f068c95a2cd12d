import { nameIn } from '../core/place/names';
import { placeTree } from '../core/place/within';
import type { Source } from '../core/dossier/dossier';
import type { EventType } from '../core/dossier/schema';
import type { Counts } from '../core/view/facets';
import { KNOWN_PRECISIONS, STATUSES, type Filters } from '../core/view/view';
import type { ViewState } from '../state/view-state.svelte';
import { ONLY_WORDS, PRECISION_WORDS, STATUS_WORDS } from './filter-words';

/** One box to tick in the panel of filters. */
export interface FilterOption {
	id: string;
	label: string;
	/** Events that it alone of its list would show. */
	count: number;
	checked: boolean;
	/** Some of what it stands for is chosen. */
	partly?: boolean;
	/** How deep it stands in a tree. */
	depth?: number;
	/** Whose symbol stands beside it. */
	type?: EventType;
	/** The ids that it stands for; its own where this is left out. */
	ids?: readonly string[];
	/** What it is made up of, shown on demand. */
	parts?: FilterOption[];
}

/** A filter that is on, in words, and the change that takes it off. */
export interface Chip {
	id: string;
	label: string;
	off: Filters;
}

/** Those that most events have stand first; it does not depend on what is filtered, so nothing moves. */
function commonFirst<T extends { id: string }>(items: readonly T[], all: Counts): T[] {
	return items.toSorted((a, b) => (all.get(b.id) ?? 0) - (all.get(a.id) ?? 0));
}

export function typeOptions({ dossier, view, facets }: ViewState): FilterOption[] {
	return dossier.header.types.map((type) => ({
		id: type.id,
		label: type.label,
		count: facets.types.get(type.id) ?? 0,
		checked: view.types?.includes(type.id) ?? false,
		type
	}));
}

export function statusOptions({ view, facets }: ViewState): FilterOption[] {
	return STATUSES.toReversed().map((status) => ({
		id: status,
		label: STATUS_WORDS[status],
		count: facets.status.get(status) ?? 0,
		checked: view.status?.includes(status) ?? false
	}));
}

/** The first of them, with an empty id, lets every event through. */
export function precisionOptions({ view, facets }: ViewState): FilterOption[] {
	const any: FilterOption = {
		id: '',
		label: 'Any, or none',
		count: facets.precision.get('unknown') ?? 0,
		checked: view.precision === undefined
	};
	const known = KNOWN_PRECISIONS.map((precision) => ({
		id: precision,
		label: PRECISION_WORDS[precision],
		count: facets.precision.get(precision) ?? 0,
		checked: view.precision === precision
	}));
	return [any, ...known];
}

/** The places where something took place, as a tree. Those that events only concern are left out. */
export function placeOptions({ dossier, view, facets, everything, language }: ViewState) {
	const used = dossier.places.filter(({ id }) => everything.places.has(id));
	return placeTree(commonFirst(used, everything.places)).map(({ place, depth }): FilterOption => ({
		id: place.id,
		label: nameIn(place.names, language).name,
		count: facets.places.get(place.id) ?? 0,
		checked: view.places?.includes(place.id) ?? false,
		depth
	}));
}

export function actorOptions({ dossier, view, facets, everything }: ViewState): FilterOption[] {
	return commonFirst(dossier.header.actors, everything.actors).map((actor) => ({
		id: actor.id,
		label: nameIn(actor.names, 'en').name,
		count: facets.actors.get(actor.id) ?? 0,
		checked: view.actors?.includes(actor.id) ?? false
	}));
}

/** The publishers, each with its sources as parts. */
export function publisherOptions({ dossier, view, facets, everything }: ViewState): FilterOption[] {
	const publishers = [...byPublisher(dossier.sources)].map(([id, sources]) => ({ id, sources }));
	return commonFirst(publishers, everything.publishers).map(({ id, sources }) => {
		const parts = sources.map((source) => ({
			id: source.id,
			label: source.title,
			count: facets.sources.get(source.id) ?? 0,
			checked: view.sources?.includes(source.id) ?? false
		}));
		const checked = parts.every((part) => part.checked);
		return {
			id,
			label: id || 'Publisher not named',
			count: facets.publishers.get(id) ?? 0,
			checked,
			partly: !checked && parts.some((part) => part.checked),
			ids: sources.map((source) => source.id),
			parts
		};
	});
}

function byPublisher(sources: readonly Source[]): ReadonlyMap<string, Source[]> {
	const found = new Map<string, Source[]>();
	for (const source of sources)
		found.set(source.publisher, [...(found.get(source.publisher) ?? []), source]);
	return found;
}

/** The filters that are on, each in words. */
export function filtersInWords(shown: Pick<ViewState, 'view' | 'dossier' | 'language'>): string[] {
	return chipsOf(shown).map(({ label }) => label);
}

/** Every filter that is on, in the order of the panel. */
export function chipsOf({
	view,
	dossier,
	language
}: Pick<ViewState, 'view' | 'dossier' | 'language'>): Chip[] {
	const { header, places } = dossier;
	const byId = <T extends { id: string }>(items: readonly T[], id: string) =>
		items.find((item) => item.id === id);
	const chips: Chip[] = [];
	const add = (id: string, label: string, off: Filters) => chips.push({ id, label, off });
	const each = <K extends 'types' | 'status' | 'places' | 'actors'>(
		key: K,
		label: (id: string) => string
	) => {
		const chosen: readonly string[] = view[key] ?? [];
		for (const id of chosen)
			add(`${key} ${id}`, label(id), { [key]: without(chosen, [id]) } as Filters);
	};
	if (view.q) add('q', `“${view.q}”`, { q: undefined });
	each('types', (id) => byId(header.types, id)?.label ?? id);
	each('status', (id) => STATUS_WORDS[id as keyof typeof STATUS_WORDS]);
	if (view.contested) add('contested', 'Accounts differ', { contested: undefined });
	if (view.precision)
		add('precision', `At least: ${PRECISION_WORDS[view.precision].toLowerCase()}`, {
			precision: undefined
		});
	each('places', (id) => nameIn(byId(places, id)?.names ?? {}, language).name);
	if (view.area)
		add('area', view.area.kind === 'box' ? 'Within the box' : 'Within the outline', {
			area: undefined
		});
	each('actors', (id) => nameIn(byId(header.actors, id)?.names ?? {}, 'en').name);
	for (const chip of sourceChips(dossier.sources, view.sources)) chips.push(chip);
	if (view.only) add('only', ONLY_WORDS[view.only], { only: undefined });
	return chips;
}

/** A publisher all of whose sources are chosen is one chip. */
function sourceChips(all: readonly Source[], chosen: readonly string[] = []): Chip[] {
	return [...byPublisher(all)].flatMap(([publisher, sources]) => {
		const here = sources.filter(({ id }) => chosen.includes(id));
		const whole = here.length === sources.length;
		const off = (ids: string[]): Filters => ({ sources: without(chosen, ids) });
		if (whole && publisher)
			return [{ id: `publisher ${publisher}`, label: publisher, off: off(here.map((s) => s.id)) }];
		return here.map(({ id, title }) => ({ id: `sources ${id}`, label: title, off: off([id]) }));
	});
}

function without(chosen: readonly string[], ids: readonly string[]): string[] | undefined {
	const rest = chosen.filter((id) => !ids.includes(id));
	return rest.length > 0 ? rest : undefined;
}
