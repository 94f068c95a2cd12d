import { dayOf, formatDay } from '../../../src/lib/core/date/day';
import { parseWhen } from '../../../src/lib/core/date/when';
import type { Dossier, DossierEvent, Place, Source } from '../../../src/lib/core/dossier/dossier';
import { PRECISIONS, STANCES, type DossierHeader } from '../../../src/lib/core/dossier/schema';

/** A source of numbers from 0 to 1 that gives the same ones for the same seed (mulberry32). */
export function seeded(seed: number): () => number {
	let state = seed >>> 0;
	return () => {
		state = (state + 0x6d2b79f5) >>> 0;
		let t = Math.imul(state ^ (state >>> 15), 1 | state);
		t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
		return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
	};
}

/** A dossier of so many events with every kind of gap: no date, no place, doubt, rings of places. */
export function syntheticDossier(events: number, seed = 1): Dossier {
	const random = seeded(seed);
	const below = (n: number) => Math.floor(random() * n);
	const pick = <T>(list: readonly T[]): T => list[below(list.length)] as T;
	const some = <T>(list: readonly T[], most: number): T[] =>
		Array.from({ length: below(most + 1) }, () => pick(list));
	const ids = (name: string, count: number) =>
		Array.from({ length: count }, (_, i) => `${name}-${i}`);

	const placeIds = ids('place', 24);
	const places: Place[] = placeIds.map((id, i) => ({
		id,
		kind: 'village',
		names: { en: [`Town ${i}`, `Şəhər ${i}`], hy: [`Քաղաք ${i}`] },
		country: [],
		// Chains and, among the first, a ring.
		within: i < 3 ? [`place-${(i + 1) % 3}`] : random() < 0.6 ? [pick(placeIds.slice(0, i))] : [],
		geometry: { type: 'Point', coordinates: [random() * 360 - 180, random() * 160 - 80] }
	}));
	const sources: Source[] = ids('source', 40).map((id, i) => ({
		id,
		title: `Report ${i}`,
		publisher: `Paper ${i % 7}`,
		authors: [],
		published: dateOf(formatDay(dayOf(2021, 1, 1 + below(500))))
	}));
	const actors = ids('actor', 12);
	const types = ids('type', 9);
	const made = ids('event', events).map((id): DossierEvent => {
		const place = random() < 0.7 ? pick(places) : undefined;
		return {
			id,
			title: `Event ${id} at ${pick(['harbour', 'bridge', 'Kəlbəcər', 'Sèvres'])}`,
			when: random() < 0.05 ? null : dateOf(aDate(below, random())),
			type: pick(types),
			geometry: place?.geometry ?? null,
			place: place?.id,
			precision: place ? pick(PRECISIONS) : 'unknown',
			concerns: some(placeIds, 2),
			actors: some(actors, 3),
			claims: Array.from({ length: 1 + below(4) }, () => ({
				by: random() < 0.6 ? pick(actors) : 'A paper itself',
				stance: pick(STANCES),
				text: `A claim about ${pick(['a crossing', 'shots', 'talks'])}.`,
				source: pick(sources).id,
				place: random() < 0.2 ? pick(placeIds) : undefined
			}))
		};
	});
	const header = {
		dateline: 1,
		id: 'synthetic',
		title: 'Synthetic',
		language: 'en',
		labelLanguages: ['en'],
		openingView: {},
		types: types.map((id) => ({ id, label: id, role: 'word', incident: false })),
		actors: actors.map((id) => ({ id, names: { en: [`The ${id}`] }, kind: 'actor' })),
		sides: [],
		seasons: 'north',
		corrections: []
	} satisfies DossierHeader;
	return { header, sources, places, events: made, annotations: [] };
}

function aDate(below: (n: number) => number, kind: number): string {
	const day = dayOf(2021, 1, 1 + below(600));
	if (kind < 0.7) return formatDay(day);
	if (kind < 0.8) return `${formatDay(day)}/${formatDay(day + below(40))}`;
	if (kind < 0.9) return formatDay(day).slice(0, 7);
	return `${formatDay(day)}~`;
}

function dateOf(text: string) {
	const parsed = parseWhen(text);
	if (!parsed.ok) throw new Error(text);
	return parsed.when;
}
