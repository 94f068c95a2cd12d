import { readFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import type { DossierEvent, Place } from '../../../src/lib/core/dossier/dossier';
import type { Geometry } from '../../../src/lib/core/dossier/schema';
import { extentOf } from '../../../src/lib/core/place/extent';

const point = (lon: number, lat: number): Geometry => ({ type: 'Point', coordinates: [lon, lat] });
const square: Geometry = {
	type: 'Polygon',
	coordinates: [
		[
			[45, 39],
			[47, 39],
			[47, 41],
			[45, 41],
			[45, 39]
		]
	]
};
const event = (more: Partial<DossierEvent>): DossierEvent => ({
	id: 'e',
	title: 'E',
	when: null,
	type: 'clash',
	geometry: point(46, 40),
	precision: 'district',
	concerns: [],
	actors: [],
	claims: [],
	...more
});
const place = (more: Partial<Place>): Place => ({
	id: 'p',
	kind: 'district',
	names: { en: ['P'] },
	country: [],
	within: [],
	geometry: point(46, 40),
	...more
});

describe('the extent of an event', () => {
	it('is none where its spot is exact or its place unknown', () => {
		expect(extentOf(event({ precision: 'exact' }), undefined)).toBeUndefined();
		expect(extentOf(event({ precision: 'unknown' }), undefined)).toBeUndefined();
		expect(extentOf(event({ geometry: null }), undefined)).toBeUndefined();
	});

	it('is its own area, else its place’s, else the ground map’s', () => {
		const own = place({ geometry: square, area: 'AM-SU' });
		expect(extentOf(event({ geometry: square }), place({}))?.geometry).toBe(square);
		expect(extentOf(event({}), own)).toMatchObject({ id: 'p', geometry: square });
		expect(extentOf(event({}), place({ area: 'AM-SU' }))).toMatchObject({ area: 'AM-SU' });
	});

	it('is a circle, not the district’s outline, for an event near a town of it', () => {
		const found = extentOf(event({}), place({ kind: 'town', area: 'AM-SU' }));
		expect(found?.area).toBeUndefined();
		expect(found?.radiusKm).toBe(20);
	});

	it('is a circle where the event has a radius or a spot of its own in the district', () => {
		const district = place({ area: 'AM-SU' });
		expect(extentOf(event({ radiusKm: 7 }), district)?.area).toBeUndefined();
		expect(extentOf(event({ geometry: point(46.2, 40) }), district)?.area).toBeUndefined();
	});

	it('is not the province that a district lies in, nor the district of a province', () => {
		const district = place({ area: 'AM-SU' });
		expect(extentOf(event({ precision: 'province' }), district)?.area).toBeUndefined();
		expect(extentOf(event({ precision: 'near' }), district)?.area).toBeUndefined();
	});
});

describe('the areas that the shipped places name', () => {
	it('are on the ground map, under the names that the dossier gives them', async () => {
		const read = async (path: string) => JSON.parse(await readFile(path, 'utf8')) as never;
		const { features } = (await read('geodata/armenia-azerbaijan/places.geojson')) as {
			features: { id: string; properties: { area?: string; names: Record<string, string[]> } }[];
		};
		const { objects } = (await read('static/basemap/region.json')) as {
			objects: Record<string, { geometries: { properties: { id: string; names: object } }[] }>;
		};
		const areas = ['provinces', 'districts'].flatMap((name) => objects[name]?.geometries ?? []);
		const named = features.filter(({ properties }) => properties.area);
		expect(named.length).toBeGreaterThan(3);
		for (const { id, properties } of named) {
			const area = areas.find((other) => other.properties.id === properties.area);
			const [name] = (area?.properties.names as { en: string[] } | undefined)?.en ?? [];
			expect(name, id).toBeTruthy();
			expect(properties.names['en']?.[0]).toContain(name);
		}
	});
});
