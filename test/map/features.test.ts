import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { distanceKm, pointOf } from '../../src/lib/core/place/geometry';
import { parseWhen } from '../../src/lib/core/date/when';
import type { Dossier, DossierEvent } from '../../src/lib/core/dossier/dossier';
import type { Geometry, Precision } from '../../src/lib/core/dossier/schema';
import { checkDossier } from '../../src/lib/core/dossier/check';
import { companionsOf, mapFeatures, placeLettering } from '../../src/lib/map/features';
import { spread, SPREAD_STEP } from '../../src/lib/map/spread';
import { SYMBOL_SIZE } from '../../src/lib/map/style';

function dossierOf(...events: Partial<DossierEvent>[]): Dossier {
	const { dossier } = checkDossier('d', {
		'dossier.json': new TextEncoder().encode(
			'{"dateline":1,"id":"d","title":"D","types":[{"id":"clash","label":"Clash","role":"armed"}]}'
		)
	});
	const parsed = parseWhen('2021-05-12');
	return {
		...(dossier as Dossier),
		events: events.map((event, i) => ({
			id: `e${i}`,
			title: 'E',
			when: parsed.ok ? parsed.when : null,
			type: 'clash',
			geometry: { type: 'Point', coordinates: [46, 40] },
			precision: 'exact',
			concerns: [],
			actors: [],
			claims: [],
			...event
		}))
	};
}
const at = (lon: number, lat: number): Geometry => ({ type: 'Point', coordinates: [lon, lat] });

describe('what the map draws', () => {
	it('is a symbol for each placed event, and none for one whose place is unknown', () => {
		const { events } = mapFeatures(dossierOf({}, { geometry: null }, { precision: 'unknown' }), 0);
		expect(events.features.map(({ properties }) => properties?.['id'])).toEqual(['e0']);
	});

	it('is no ring round an exact place, and one ring for events that share point and radius', () => {
		const near = { precision: 'near' as Precision, radiusKm: 5 };
		const dossier = dossierOf({}, near, near, { ...near, radiusKm: 8 });
		const { rings } = mapFeatures(dossier, 0);
		expect(rings.features).toHaveLength(2);
		const ids = dossier.events.map((event) => companionsOf(event).ring);
		expect(ids[0]).toBeUndefined();
		expect(ids[1]).toBe(ids[2]);
		expect(new Set(ids).size).toBe(3);
	});

	it.each<[string, number, number]>([
		['at 0°, 0°', 0, 0],
		['at 180°', 180, 10],
		['at −180°', -180, 10],
		['near the North Pole', 30, 89],
		['near the South Pole', 30, -89]
	])('rings a place %s at its true distance', (_, lon, lat) => {
		const { rings } = mapFeatures(
			dossierOf({ geometry: at(lon, lat), precision: 'near', radiusKm: 20 }),
			0
		);
		const ring = rings.features[0]?.geometry.coordinates[0] as [number, number][];
		for (const position of ring) expect(distanceKm([lon, lat], position)).toBeCloseTo(20, 1);
	});

	it('sets events at one point apart, each with a spot of its own', () => {
		const { events } = mapFeatures(dossierOf({}, {}, {}, {}, {}), 0);
		const spots = events.features.map(({ properties }) =>
			(properties?.['offset'] as number[]).map((n) => n * SYMBOL_SIZE)
		);
		expect(spots).toEqual(spread(5));
	});

	it('is nothing for an empty dossier', () => {
		const { events, rings } = mapFeatures(dossierOf(), 0);
		const places = placeLettering(dossierOf(), new Set(), 'en');
		expect([events, rings, places].map(({ features }) => features)).toEqual([[], [], []]);
	});
});

describe('the lettering beside the symbols', () => {
	it('names the place in the language asked for, with the dates of what is shown there', () => {
		const place = {
			id: 'lake',
			kind: 'lake',
			names: { en: ['Lake'], hy: ['Լիճ'] },
			country: [],
			within: [],
			geometry: at(46, 40)
		};
		const dossier = { ...dossierOf({ place: 'lake' }, { place: 'lake' }, {}), places: [place] };
		const label = (shown: string[], language: string) =>
			placeLettering(dossier, new Set(shown), language).features[0]?.properties;
		expect(label(['e0'], 'hy')).toMatchObject({
			name: 'Լիճ',
			dates: '12\u00a0May',
			water: true,
			events: 3
		});
		expect(label([], 'ru')).toMatchObject({ name: 'Lake', dates: '' });
	});
});

describe('symbols at one point', () => {
	it('never overlap and are centred on it', () => {
		fc.assert(
			fc.property(fc.integer({ min: 1, max: 60 }), (count) => {
				const spots = spread(count);
				expect(spots).toHaveLength(count);
				for (const [i, a] of spots.entries())
					for (const b of spots.slice(i + 1))
						expect(Math.hypot(a[0] - b[0], a[1] - b[1])).toBeGreaterThanOrEqual(SPREAD_STEP - 1e-9);
				const xs = spots.map(([x]) => x);
				expect(Math.max(...xs) + Math.min(...xs)).toBeCloseTo(0);
				const ys = spots.map(([, y]) => y);
				expect(Math.max(...ys) + Math.min(...ys)).toBeCloseTo(0);
			})
		);
	});
});

describe('the point of a geometry', () => {
	it('is the middle of an area’s bounds, of several areas too', () => {
		const square = (x: number, y: number) => [
			[x, y],
			[x + 2, y],
			[x + 2, y + 2],
			[x, y + 2],
			[x, y]
		];
		expect(pointOf({ type: 'Polygon', coordinates: [square(0, 0)] } as Geometry)).toEqual([1, 1]);
		expect(
			pointOf({ type: 'MultiPolygon', coordinates: [[square(-4, -4)], [square(2, 2)]] } as Geometry)
		).toEqual([0, 0]);
	});
	it('is a position of the line itself', () => {
		expect(
			pointOf({
				type: 'LineString',
				coordinates: [
					[0, 0],
					[5, 9],
					[6, 1]
				]
			})
		).toEqual([5, 9]);
	});
	it('is missing where there is none', () => {
		expect(pointOf(null)).toBeUndefined();
		expect(pointOf({ type: 'MultiPoint', coordinates: [] })).toBeUndefined();
	});
});
