import fc from 'fast-check';
import { checkDossier, type DossierFile } from '../../../src/lib/core/dossier/check';
import type { Note } from '../../../src/lib/core/dossier/note';

export type Texts = Partial<Record<DossierFile, string>>;

const POOL = [0, 1, 2, 3];
const subset = fc.subarray(POOL, { minLength: 1 });

/**
 * Sound dossiers of few ids, so that two of them share some and not others. What names something names it
 * in every way that the format has: sources by id and by address, speakers by id and as a publisher.
 */
export const dossiers: fc.Arbitrary<Texts> = fc
	.record({
		sides: subset,
		actors: subset,
		types: subset,
		sources: subset,
		places: subset,
		events: fc.subarray(POOL),
		notes: fc.subarray(POOL),
		/** Shifts addresses, publishers and what names what, from one dossier to another. */
		turn: fc.nat(3),
		gis: fc.boolean()
	})
	.map(({ sides, actors, types, sources, places, events, notes, turn, gis }) => {
		const pick = (list: number[], i: number) => list[(i + turn) % list.length] as number;
		const address = (i: number) => `https://paper.example/${(i + turn) % 5}`;
		const publisher = (i: number) => `paper-${(i + turn) % 5}`;
		const feature = (id: string, geometry: object | null, properties: object) =>
			gis
				? { type: 'Feature', geometry, properties: { id, ...properties } }
				: { type: 'Feature', id, geometry, properties };
		return texts({
			'dossier.json': {
				dateline: 1,
				id: 'mine',
				title: `Turn ${turn}`,
				types: types.map((i) => ({ id: `type-${i}`, label: `Type ${i}`, role: 'word' })),
				actors: actors.map((i) => ({
					id: `actor-${i}`,
					names: { en: [`Actor ${i}`] },
					side: `side-${pick(sides, i)}`
				})),
				sides: sides.map((i) => ({ id: `side-${i}`, label: `Side ${i}` }))
			},
			'sources.json': sources.map((i) => ({
				id: `source-${i}`,
				type: 'article-newspaper',
				title: `Article ${i}`,
				'container-title': publisher(i),
				issued: { 'date-parts': [[2021, 5, 1 + i]] },
				URL: address(i)
			})),
			'places.geojson': collection(
				places.map((i) =>
					feature(`place-${i}`, null, {
						kind: 'town',
						names: { en: [`Place ${i}`] },
						within: [`place-${pick(places, i)}`]
					})
				)
			),
			'events.geojson': collection(
				events.map((i) =>
					feature(`event-${i}`, null, {
						title: `Event ${i}`,
						type: `type-${pick(types, i)}`,
						place: `place-${pick(places, i)}`,
						concerns: [`place-${pick(places, i + 1)}`],
						actors: [`actor-${pick(actors, i)}`],
						claims: [
							{ by: `actor-${pick(actors, i)}`, source: `source-${pick(sources, i)}` },
							{ by: publisher(pick(sources, i)), source: address(pick(sources, i + 1)) }
						].map((claim) => ({ ...claim, stance: 'reports', text: 'It was so.' }))
					})
				)
			),
			'notes.geojson': collection(
				notes.map((i) =>
					feature(
						`note-${i}`,
						{ type: 'Point', coordinates: [40, 41] },
						{ text: `Note ${i} of turn ${turn}`, written: '2023-03-02' }
					)
				)
			)
		});
	});

export function collection(features: unknown[]): object {
	return { type: 'FeatureCollection', features };
}

export function texts(files: Record<string, unknown>): Texts {
	return Object.fromEntries(
		Object.entries(files).map(([name, value]) => [name, JSON.stringify(value)])
	);
}

/** What the check has to say of files as they stand. */
export function notesOf(files: Texts, id = 'mine'): Note[] {
	const encoder = new TextEncoder();
	return checkDossier(
		id,
		Object.fromEntries(Object.entries(files).map(([name, text]) => [name, encoder.encode(text)]))
	).notes;
}
