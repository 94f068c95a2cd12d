import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { emptyColumns, OPEN_AFTER } from '../../../src/lib/core/columns/columns';
import { dateIndex } from '../../../src/lib/core/columns/dates';
import { createColumnFilter } from '../../../src/lib/core/columns/filter';
import { columnsOf } from '../../../src/lib/core/columns/from-dossier';
import { firstKnown, nearestRow } from '../../../src/lib/core/columns/nearest';
import { placesOutside } from '../../../src/lib/core/columns/outside';
import { countPublishers } from '../../../src/lib/core/columns/publishers';
import type { DossierEvent } from '../../../src/lib/core/dossier/dossier';
import { firstPublished } from '../../../src/lib/core/dossier/known';
import { statusOf } from '../../../src/lib/core/dossier/status';
import { symbolPoint } from '../../../src/lib/core/place/precision';
import { createFilter } from '../../../src/lib/core/view/filter';
import { eventTable } from '../../../src/lib/core/view/table';
import type { View } from '../../../src/lib/core/view/view';
import { syntheticDossier } from '../view/synthetic';

const TODAY = 18_900;
const dossier = syntheticDossier(400, 23);
const sources = new Map(dossier.sources.map((source) => [source.id, source]));
const columns = columnsOf(dossier, TODAY);
const index = dateIndex(columns);
const filter = createColumnFilter(columns, index);
const small = createFilter(eventTable(dossier, (event) => statusOf(event, sources, TODAY)));

const days = fc.option(fc.integer({ min: 18_500, max: 19_400 }), { nil: undefined });
const views = fc
	.record({
		from: days,
		to: days,
		types: fc.option(
			fc.subarray(
				dossier.header.types.map(({ id }) => id),
				{ minLength: 1 }
			),
			{ nil: undefined }
		)
	})
	.map((view): View => ({ ...view, others: [] }));
const found = { q: undefined, sources: undefined };

describe('the publishers behind a view', () => {
	it('are counted as a plain loop over the events shown counts them', () => {
		fc.assert(
			fc.property(views, (view) => {
				const wanted = new Map<string, number>();
				for (const { event } of small(view).shown)
					for (const name of new Set(
						event.claims.map(({ source }) => sources.get(source)?.publisher ?? '')
					))
						wanted.set(name, (wanted.get(name) ?? 0) + 1);
				const counts = countPublishers(filter(view, found));
				expect(new Map(counts.map(({ name, count }) => [name, count]))).toEqual(wanted);
				expect(counts.map(({ count }) => count)).toEqual(
					counts.map(({ count }) => count).toSorted((a, b) => b - a)
				);
			})
		);
	});
});

describe('what lies off a map', () => {
	const lon = fc.integer({ min: -180, max: 180 });
	const lat = fc.integer({ min: -80, max: 80 });
	it('is named and counted as a plain loop does, on a map across ±180° too', () => {
		fc.assert(
			fc.property(views, lon, lon, lat, lat, (view, west, east, a, b) => {
				const [south, north] = [Math.min(a, b), Math.max(a, b)];
				const inside = ({ 0: x, 1: y }: [number, number]) =>
					(west <= east ? x >= west && x <= east : x >= west || x <= east) &&
					y >= south &&
					y <= north;
				const wanted = new Map<string, number>();
				for (const { event } of small(view).shown) {
					const at = symbolPoint(event);
					if (event.place === undefined || !at || inside(at as [number, number])) continue;
					wanted.set(event.place, (wanted.get(event.place) ?? 0) + 1);
				}
				const places = placesOutside(filter(view, found), {
					kind: 'box',
					west,
					south,
					east,
					north
				});
				expect(new Map(places.map(({ id, count }) => [id, count]))).toEqual(wanted);
				for (const place of places) {
					expect(place.west).toBeLessThanOrEqual(place.east);
					expect(place.south).toBeLessThanOrEqual(place.north);
				}
			})
		);
	});
});

describe('the nearest event', () => {
	const dayOf = ({ when }: DossierEvent) =>
		when && !when.doubtful && when.first === when.last ? when.first : undefined;
	it('is of a day that no other is nearer than', () => {
		fc.assert(
			fc.property(views, (view) => {
				const { from = -Infinity, to = Infinity } = view;
				fc.pre(from <= to);
				const gapOf = (day: number) => (day < from ? from - day : day > to ? day - to : 0);
				const gaps = small(view)
					.candidates.flatMap((event) => dayOf(event) ?? [])
					.map(gapOf);
				const nearest = nearestRow(filter(view, found));
				if (gaps.length === 0) return expect(nearest).toBeUndefined();
				expect(gapOf(nearest?.day as number)).toBe(Math.min(...gaps));
				const event = dossier.events[columns.record[nearest?.row as number] as number];
				expect(dayOf(event as DossierEvent)).toBe(nearest?.day);
			})
		);
	});
});

describe('the first day on which anything was known', () => {
	it('is the same of columns as of events', () => {
		expect(firstKnown(columns.known)).toBe(firstPublished(dossier));
	});
	it('is none where no source has a date, nor where there is no event', () => {
		expect(firstKnown(emptyColumns(3).known)).toBeUndefined();
		expect(firstKnown(Int32Array.of(OPEN_AFTER, 5))).toBe(5);
		expect(firstPublished({ events: [], sources: dossier.sources })).toBeUndefined();
	});
});
