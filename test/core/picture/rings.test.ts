import { describe, expect, it } from 'vitest';
import type { Polygon } from 'geojson';
import type { Camera } from '../../../src/lib/core/picture/camera';
import { CROWD, drawnExtents, extentShape, shapeNodes } from '../../../src/lib/core/picture/rings';
import type { Extent } from '../../../src/lib/core/place/extent';
import { distanceKm } from '../../../src/lib/core/place/geometry';
import type { ShownEvent } from '../../../src/lib/core/view/filter';
import { cornersOf } from './path-points';

const camera = (lon: number, lat: number, zoom = 8): Camera => ({
	lon,
	lat,
	zoom,
	width: 800,
	height: 600
});
const extent = (more: Partial<Extent> = {}): Extent => ({
	id: 'x',
	precision: 'near',
	at: [46, 40],
	radiusKm: 20,
	...more
});

const shownOf = (ids: readonly string[]) =>
	ids.map((id) => ({ event: { id }, match: 'certain' })) as unknown as ShownEvent[];
const shapeOf = ({ id }: Extent) => ({ id, kind: 'ring' as const, d: 'M0 0' });

describe('the shape of an extent', () => {
	it.each<[string, number, number]>([
		['at 0°, 0°', 0, 0],
		['in the Caucasus', 46, 40],
		['at 180°', 180, 10],
		['at −180°', -180, 10],
		['near the North Pole', 30, 84],
		['near the South Pole', 30, -84]
	])('has its true radius %s', (_, lon, lat) => {
		// A degree of longitude is wide near the poles, on this map.
		const view = camera(lon, lat, Math.abs(lat) > 80 ? 6 : 8);
		const shape = extentShape(view, extent({ at: [lon, lat] }), undefined);
		const found = cornersOf(view, shape?.d ?? '');
		expect(found.length).toBeGreaterThan(30);
		for (const corner of found) expect(distanceKm([lon, lat], corner)).toBeCloseTo(20, 0);
	});

	it('is none where it is out of sight, or smaller than the symbol in it', () => {
		expect(extentShape(camera(20, 40), extent(), undefined)).toBeUndefined();
		expect(extentShape(camera(46, 40, 3), extent(), undefined)).toBeUndefined();
		expect(extentShape(camera(46, 40), extent(), undefined)?.kind).toBe('disc');
	});

	it('is the outline of its own area, or of the ground map’s, and else a ring', () => {
		const outline: Polygon = {
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
		const district = extent({ precision: 'district', area: 'AM-SU' });
		const view = camera(46, 40, 7);
		const drawn = extentShape(view, district, outline);
		expect(drawn?.kind).toBe('area');
		const found = cornersOf(view, drawn?.d ?? '').map((corner) => corner.map(Math.round));
		expect(found.toSorted()).toEqual(outline.coordinates[0]?.slice(0, 3).toSorted());
		const own = extent({ precision: 'district', geometry: outline as Extent['geometry'] });
		expect(extentShape(view, own, undefined)?.d).toBe(drawn?.d);
		expect(extentShape(view, district, undefined)?.kind).toBe('ring');
	});

	it('is hatched where a region or a country is all that is known, and filled by no ring', () => {
		const fills = (precision: Extent['precision']) => {
			const shape = extentShape(camera(46, 40), extent({ precision }), undefined);
			return shape
				? shapeNodes(shape, false, 8).map(({ attributes }) => attributes['fill'] ?? 'none')
				: [];
		};
		expect(fills('region').some((fill) => String(fill).startsWith('url('))).toBe(true);
		expect(fills('country')).toEqual(fills('region'));
		expect(fills('district')).toEqual(['none']);
	});

	it('gives way where there are too many to tell apart, but for that of the chosen event', () => {
		const ids = Array.from({ length: CROWD + 1 }, (_, i) => String(i));
		const extents = new Map(ids.map((id) => [id, { ...extent(), id }]));
		const drawn = (shown: readonly string[], chosen: string | undefined) =>
			drawnExtents(extents, shownOf(shown), chosen, shapeOf).map(({ id }) => id);
		expect(drawn(ids, '7')).toEqual(['7']);
		expect(drawn(ids, undefined)).toEqual([]);
		expect(drawn(ids, 'of nothing shown')).toEqual([]);
		expect(drawn(ids.slice(1), '7')).toEqual(ids.slice(1));
	});

	it('is drawn once for events that share it, and not for those that have none', () => {
		const extents = new Map([
			['a', extent()],
			['b', extent()]
		]);
		expect(drawnExtents(extents, shownOf(['a', 'b', 'c']), undefined, shapeOf)).toHaveLength(1);
		expect(drawnExtents(new Map(), [], undefined, shapeOf)).toEqual([]);
	});
});
