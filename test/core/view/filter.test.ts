import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dayOf } from '../../../src/lib/core/date/day';
import { matchRange } from '../../../src/lib/core/date/match';
import type { Dossier, DossierEvent } from '../../../src/lib/core/dossier/dossier';
import { PRECISIONS } from '../../../src/lib/core/dossier/schema';
import { statusOf } from '../../../src/lib/core/dossier/status';
import { countAll, countFacets } from '../../../src/lib/core/view/facets';
import { createFilter } from '../../../src/lib/core/view/filter';
import { eventTable } from '../../../src/lib/core/view/table';
import { KNOWN_PRECISIONS, STATUSES, type View } from '../../../src/lib/core/view/view';
import { syntheticDossier } from './synthetic';

const TODAY = 18_900;
const dossier = syntheticDossier(150, 7);
const sources = new Map(dossier.sources.map((source) => [source.id, source]));
const status = (event: DossierEvent) => statusOf(event, sources, TODAY);
const table = eventTable(dossier, status);

/** Every place that a place lies in, by asking each place of the dossier in turn. */
function liesIn(inner: string, outer: string, { places }: Dossier, seen: string[] = []): boolean {
	if (inner === outer) return true;
	if (seen.includes(inner)) return false;
	const within = places.find(({ id }) => id === inner)?.within ?? [];
	return within.some((next) => liesIn(next, outer, dossier, [...seen, inner]));
}

/** The same question asked plainly, one event and one filter at a time. */
const PLAIN: {
	[K in keyof View]?: (event: DossierEvent, chosen: NonNullable<View[K]>) => boolean;
} = {
	types: (event, ids) => ids.includes(event.type),
	actors: (event, ids) =>
		ids.some((id) => event.actors.includes(id) || event.claims.some(({ by }) => by === id)),
	sources: (event, ids) => event.claims.some(({ source }) => ids.includes(source)),
	places: (event, ids) =>
		[event.place, ...event.claims.map(({ place }) => place)].some(
			(at) => at !== undefined && ids.some((id) => liesIn(at, id, dossier))
		),
	status: (event, names) => names.includes(status(event).status),
	contested: (event) => status(event).contested,
	precision: (event, name) => PRECISIONS.indexOf(event.precision) <= PRECISIONS.indexOf(name),
	only: (event, which) =>
		which === 'undated'
			? event.when === null
			: event.precision === 'unknown' || event.geometry === null,
	area: (event, area) => {
		if (event.precision === 'unknown' || event.geometry?.type !== 'Point') return false;
		const [lon, lat] = event.geometry.coordinates;
		if (area.kind !== 'box') return true;
		const across = area.west > area.east;
		const between = across
			? !(lon < area.west && lon > area.east)
			: lon >= area.west && lon <= area.east;
		return between && lat >= area.south && lat <= area.north;
	},
	q: (event, text) => JSON.stringify(event).includes(text)
};
const passes = (event: DossierEvent, view: View) =>
	(Object.keys(PLAIN) as (keyof typeof PLAIN)[]).every((key) => {
		const test = PLAIN[key] as (event: DossierEvent, chosen: unknown) => boolean;
		return view[key] === undefined || test(event, view[key]);
	}) && matchRange(event.when, view) !== 'outside';
const plainly = (view: View) => dossier.events.filter((event) => passes(event, view));

const option = <T>(value: fc.Arbitrary<T>, freq = 3) => fc.option(value, { nil: undefined, freq });
const idsFrom = (ids: string[], most: number) =>
	fc.subarray(ids, { minLength: 1, maxLength: most });
const day = fc.integer({ min: dayOf(2020, 12, 1), max: dayOf(2022, 12, 1) });
const views: fc.Arbitrary<View> = fc
	.record({
		range: fc.tuple(option(day), option(day)),
		types: option(
			idsFrom(
				dossier.header.types.map(({ id }) => id),
				6
			),
			1
		),
		actors: option(
			idsFrom(
				dossier.header.actors.map(({ id }) => id),
				6
			),
			1
		),
		sources: option(
			idsFrom(
				dossier.sources.map(({ id }) => id),
				20
			),
			1
		),
		places: option(
			idsFrom(
				dossier.places.map(({ id }) => id),
				8
			),
			1
		),
		status: option(fc.subarray([...STATUSES], { minLength: 1 }), 1),
		contested: option(fc.constant(true as const), 1),
		precision: option(fc.constantFrom(...KNOWN_PRECISIONS), 1),
		only: option(fc.constantFrom('undated' as const, 'unplaced' as const), 1),
		q: option(fc.constantFrom('harbour', 'bridge', 'crossing'), 1),
		area: option(
			fc.record({
				kind: fc.constant('box' as const),
				west: fc.integer({ min: -180, max: 180 }),
				east: fc.integer({ min: -180, max: 180 }),
				south: fc.integer({ min: -90, max: 0 }),
				north: fc.integer({ min: 1, max: 90 })
			}),
			1
		)
	})
	.map(({ range: [a, b], ...view }) => {
		const [from, to] = a !== undefined && b !== undefined && a > b ? [b, a] : [a, b];
		return { ...view, from, to, others: [] };
	});
const runs = { seed: 20_210_513, numRuns: 300 };

describe('the filter', () => {
	const filter = createFilter(table);

	it('shows what asking each event plainly shows, whatever was asked before', () => {
		fc.assert(
			fc.property(views, (view) => {
				const { shown, candidates, tallies } = filter(view);
				expect(shown.map(({ event }) => event.id)).toEqual(plainly(view).map(({ id }) => id));
				const anyDay = plainly({ ...view, from: undefined, to: undefined });
				expect(candidates).toEqual(anyDay);
				const without = { ...view, only: undefined };
				expect(tallies).toEqual({
					shown: shown.length,
					total: dossier.events.length,
					undated: plainly({ ...without, only: 'undated' }).length,
					unplaced: plainly({ ...without, only: 'unplaced' }).length
				});
			}),
			runs
		);
	});

	it('counts for each option what choosing it alone would show', () => {
		fc.assert(
			fc.property(views, (view) => {
				const facets = countFacets(filter(view));
				const count = (change: Partial<View>) => plainly({ ...view, ...change }).length;
				for (const { id } of dossier.header.types)
					expect(facets.types.get(id) ?? 0, id).toBe(count({ types: [id] }));
				for (const { id } of dossier.header.actors)
					expect(facets.actors.get(id) ?? 0, id).toBe(count({ actors: [id] }));
				for (const { id } of dossier.sources)
					expect(facets.sources.get(id) ?? 0, id).toBe(count({ sources: [id] }));
				for (const publisher of new Set(dossier.sources.map((source) => source.publisher))) {
					const all = dossier.sources.filter((source) => source.publisher === publisher);
					expect(facets.publishers.get(publisher) ?? 0, publisher).toBe(
						count({ sources: all.map(({ id }) => id) })
					);
				}
				for (const { id } of dossier.places)
					expect(facets.places.get(id) ?? 0, id).toBe(count({ places: [id] }));
				for (const name of STATUSES)
					expect(facets.status.get(name) ?? 0, name).toBe(count({ status: [name] }));
				for (const name of KNOWN_PRECISIONS)
					expect(facets.precision.get(name), name).toBe(count({ precision: name }));
				expect(facets.precision.get('unknown')).toBe(count({ precision: undefined }));
				expect(facets.contested).toBe(count({ contested: true }));
			}),
			{ ...runs, numRuns: 60 }
		);
	});

	it('keeps the candidates, the very array, while only the range changes', () => {
		const types = ['type-1', 'type-2'];
		const before = filter({ types, from: 18_700 });
		const after = filter({ types, from: 18_800 });
		expect(after.candidates).toBe(before.candidates);
		expect(after.shown.length).toBeLessThan(before.shown.length);
		expect(filter({ types, from: 18_800 })).toBe(after);
	});

	it('keeps zero counts apart from what no event has at all', () => {
		const facets = countFacets(filter({ types: ['no-such-type'] }));
		expect(facets.types.get('type-1')).toBeGreaterThan(0);
		expect(facets.actors.get('actor-1')).toBe(0);
		expect(countAll(table).actors.get('actor-1')).toBeGreaterThan(0);
		expect(facets.types.has('no-such-type')).toBe(false);
	});

	it('filters an empty dossier', () => {
		const empty = createFilter(eventTable({ ...dossier, events: [] }, status));
		const result = empty({ q: 'anything', area: undefined });
		expect(result.tallies).toEqual({ shown: 0, total: 0, undated: 0, unplaced: 0 });
		expect(countFacets(result).contested).toBe(0);
	});
});
