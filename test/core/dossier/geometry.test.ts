import { describe, expect, it } from 'vitest';
import { checkDossier } from '../../../src/lib/core/dossier/check';
import { MAX_POSITIONS, soundGeometry } from '../../../src/lib/core/dossier/geometry';
import type { Note } from '../../../src/lib/core/dossier/note';
import type { Geometry } from '../../../src/lib/core/dossier/schema';
import type { LonLat } from '../../../src/lib/core/place/geometry';
import { polygonsOf, span } from '../../../src/lib/core/place/rings';
import { largeArea } from '../../synthetic/areas.js';
import { seeded } from '../../synthetic/dossier.js';

const where = { file: 'events.geojson', feature: 'talks' };

function sound(geometry: Geometry): { kept: Geometry | null; notes: Note[] } {
	const notes: Note[] = [];
	return { kept: soundGeometry(geometry, where, notes), notes };
}
const count = (geometry: Geometry | null) => (geometry?.coordinates.flat(3).length ?? 0) / 2;

describe('an area of 200,000 positions', () => {
	const area = { type: 'Polygon' as const, coordinates: [largeArea(200_000)] };

	it('is drawn with some of them, and noted', () => {
		const { kept, notes } = sound(area);
		expect(count(kept)).toBeLessThanOrEqual(MAX_POSITIONS);
		expect(notes).toEqual([
			expect.objectContaining({
				...where,
				field: 'geometry.coordinates',
				expected: 'at most 5000 positions',
				found: '200001',
				mend: expect.stringContaining('Simplify') as string
			})
		]);
	});

	it('keeps its breadth and stays closed', () => {
		const { kept } = sound(area);
		const ring = (kept as typeof area).coordinates[0] ?? [];
		expect(ring.at(-1)).toEqual(ring[0]);
		const [west, east] = span(area.coordinates[0] ?? []);
		const [keptWest, keptEast] = span(ring);
		expect(keptEast - keptWest).toBeGreaterThan(0.95 * (east - west));
	});

	it('is no less bounded as thousands of small ones, as lines or as points', () => {
		const random = seeded(7);
		const at = (): LonLat => [random() * 300 - 150, random() * 140 - 70];
		const triangle = () => {
			const [lon, lat] = at();
			const first: LonLat = [lon, lat];
			return [first, [lon + 1, lat], [lon, lat + 1], first] as LonLat[];
		};
		const many = Array.from({ length: 50_000 }, triangle);
		const geometries: Geometry[] = [
			{ type: 'MultiPolygon', coordinates: many.map((ring) => [ring]) },
			{ type: 'MultiPolygon', coordinates: [many, ...many.map((ring) => [ring])] },
			{ type: 'Polygon', coordinates: many },
			{ type: 'MultiLineString', coordinates: many },
			{ type: 'LineString', coordinates: many.flat() },
			{ type: 'MultiPoint', coordinates: many.flat() }
		];
		for (const geometry of geometries) {
			const { kept, notes } = sound(geometry);
			expect(count(kept)).toBeLessThanOrEqual(MAX_POSITIONS);
			expect(notes.map(({ expected }) => expected)).toContain('at most 5000 positions');
		}
		const { kept } = sound(geometries[0] as Geometry);
		expect(polygonsOf(kept as Geometry).length).toBeGreaterThan(100);
	});

	it('costs no more for the faults beside it', () => {
		const faulty = { by: 1, stance: 'x', text: 2, source: 3 };
		const feature = {
			type: 'Feature',
			id: 'talks',
			geometry: area,
			properties: { title: 'Talks', type: 'talks', claims: Array(400).fill(faulty) }
		};
		const bytes = (value: unknown) => new TextEncoder().encode(JSON.stringify(value));
		const { notes } = checkDossier('large', {
			'events.geojson': bytes({ type: 'FeatureCollection', features: [feature] })
		});
		const inClaims = notes.flatMap(
			({ field }) => /^properties\.claims\[.*/.exec(field ?? '') ?? []
		);
		// Each of the four faults of each, once.
		expect(new Set(inClaims).size).toBe(1600);
		expect(inClaims).toHaveLength(1600);
	});
});

describe('an area', () => {
	it.each<[string, Geometry]>([
		[
			'round the whole globe',
			{
				type: 'Polygon',
				coordinates: [
					[
						[-180, -90],
						[180, -90],
						[180, 90],
						[-180, 90],
						[-180, -90]
					]
				]
			}
		],
		[
			'cut at ±180°',
			{
				type: 'MultiPolygon',
				coordinates: [
					[
						[
							[170, 0],
							[180, 0],
							[180, 5],
							[170, 0]
						]
					],
					[
						[
							[-180, 0],
							[-170, 0],
							[-180, 5],
							[-180, 0]
						]
					]
				]
			}
		]
	])('%s has nothing to be noted', (_, geometry) => {
		expect(sound(geometry)).toEqual({ kept: geometry, notes: [] });
	});
});
