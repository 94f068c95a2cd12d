import type { Geometry as GeoJsonGeometry, Polygon } from 'geojson';
import { describe, expect, it } from 'vitest';
import { distanceKm, pointOf } from '../../src/lib/core/place/geometry';
import { parseWhen } from '../../src/lib/core/date/when';
import type { Dossier, DossierEvent } from '../../src/lib/core/dossier/dossier';
import type { Geometry, Precision } from '../../src/lib/core/dossier/schema';
import { checkDossier } from '../../src/lib/core/dossier/check';
import { markOf } from '../../src/lib/core/picture/stack-mark';
import { spotsOf, stacksOf } from '../../src/lib/core/picture/stacks';
import { extentsOf } from '../../src/lib/core/picture/extents';
import { extentFeatures, placeLettering } from '../../src/lib/map/features';

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

describe('the extents that the map draws', () => {
	const draw = (dossier: Dossier, outlines: Record<string, GeoJsonGeometry> = {}) =>
		extentFeatures(extentsOf(dossier).values(), (area) => outlines[area]).features;
	const province = (area?: string) => ({
		id: 'p',
		kind: 'province',
		names: { en: ['P'] },
		country: [],
		within: [],
		geometry: at(46, 40),
		area
	});
	const outline: GeoJsonGeometry = {
		type: 'Polygon',
		coordinates: [
			[
				[45, 39],
				[47, 39],
				[47, 41],
				[45, 39]
			]
		]
	};

	it('are none of an exact place, and one for events that share point and radius', () => {
		const near = { precision: 'near' as Precision, radiusKm: 5 };
		const dossier = dossierOf({}, near, near, { ...near, radiusKm: 8 });
		expect(draw(dossier).map(({ properties }) => properties?.['kind'])).toEqual(['disc', 'disc']);
		const ids = dossier.events.map((event) => extentsOf(dossier).get(event.id)?.id);
		expect(ids[0]).toBeUndefined();
		expect(ids[1]).toBe(ids[2]);
		expect(new Set(ids).size).toBe(3);
	});

	it('are a province’s outline where the ground map has it, else a dashed ring', () => {
		const event = { precision: 'province' as Precision, place: 'p' };
		const dossier = { ...dossierOf(event), places: [province('AM-SU')] };
		expect(draw(dossier, { 'AM-SU': outline })).toMatchObject([
			{ geometry: outline, properties: { id: 'AM-SU', kind: 'area' } }
		]);
		expect(draw(dossier)).toMatchObject([{ properties: { id: 'AM-SU', kind: 'ring' } }]);
	});

	it('are hatched where a region or a country is all that is known', () => {
		const dossier = dossierOf({ precision: 'region' }, { precision: 'country' });
		expect(draw(dossier).map(({ properties }) => properties?.['kind'])).toEqual(['wide', 'wide']);
	});

	it.each<[string, number, number]>([
		['at 0°, 0°', 0, 0],
		['at 180°', 180, 10],
		['at −180°', -180, 10],
		['near the North Pole', 30, 89],
		['near the South Pole', 30, -89]
	])('have their true radius %s', (_, lon, lat) => {
		const [ring] = draw(dossierOf({ geometry: at(lon, lat), precision: 'near', radiusKm: 20 }));
		const positions = (ring?.geometry as Polygon).coordinates[0] as [number, number][];
		for (const position of positions) expect(distanceKm([lon, lat], position)).toBeCloseTo(20, 1);
	});

	it('are none of an empty dossier', () => {
		expect(draw(dossierOf())).toEqual([]);
		expect(placeLettering(dossierOf(), [], 'en').features).toEqual([]);
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
		const label = (ids: string[], language: string) => {
			const shown = dossier.events
				.filter(({ id }) => ids.includes(id))
				.map((event) => ({ event, match: 'certain' as const }));
			const stacks = stacksOf(spotsOf(dossier), shown, 5).map((stack) => ({
				...stack,
				mark: markOf(stack, () => ({ role: 'armed', shape: 'diamond', variant: 'solid' }))
			}));
			return placeLettering(dossier, stacks, language).features[0]?.properties;
		};
		expect(label(['e0'], 'hy')).toMatchObject({
			name: 'Լիճ',
			dates: '12\u00a0May',
			water: true,
			events: 1
		});
		expect(label(['e0', 'e1', 'e2'], 'ru')).toMatchObject({
			name: 'Lake (en)',
			events: 3
		});
		expect(label([], 'ru')).toBeUndefined();
	});

	it('says how many other places a symbol stands for', () => {
		const dossier = dossierOf({}, {}, { geometry: at(46.01, 40) });
		const shown = dossier.events.map((event) => ({ event, match: 'certain' as const }));
		const stacks = stacksOf(spotsOf(dossier), shown, 5).map((stack) => ({
			...stack,
			mark: { width: 40 }
		}));
		const { properties } = placeLettering(dossier, stacks, 'en').features[0] ?? {};
		expect(properties?.['name']).toBe('+1');
		expect(properties?.['clear']).toBeGreaterThanOrEqual(24);
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
