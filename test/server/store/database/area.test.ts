import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { LonLat } from '../../../../src/lib/core/place/geometry';
import { areaTest, soundArea, type Area } from '../../../../src/lib/core/view/area';
import { areaSql } from '../../../../src/lib/server/store/database/area';
import { openDatabase, type Database } from '../../../../src/lib/server/store/database/connect';
import { Query, run } from '../../../../src/lib/server/store/database/query';
import { hasPostgres, startServer, WITHOUT, type TestServer } from '../../../postgres/server';

const WITHOUT_IT = hasPostgres ? '' : ` – ${WITHOUT}`;
const PER_DEGREE = 100_000;

/** Coordinates that meet one another often: whole degrees, the ends of the world, and any. */
const lon = fc.oneof(
	fc.integer({ min: -18, max: 18 }).map((tens) => tens * 10),
	fc.constantFrom(-180, 180, 179.9999, -179.9999, 0),
	fc.integer({ min: -1_800_000, max: 1_800_000 }).map((n) => n / 10_000)
);
const lat = fc.oneof(
	fc.integer({ min: -9, max: 9 }).map((tens) => tens * 10),
	fc.constantFrom(-90, 90, 0),
	fc.integer({ min: -900_000, max: 900_000 }).map((n) => n / 10_000)
);
const spot = fc.tuple(lon, lat) as fc.Arbitrary<LonLat>;
const polygon: fc.Arbitrary<Area> = fc
	.array(spot, { minLength: 3, maxLength: 9 })
	.map((vertices) => ({ kind: 'polygon', vertices }));
const box: fc.Arbitrary<Area> = fc
	.tuple(lon, lat, lon, lat)
	.map(([west, south, east, north]) => ({ kind: 'box', west, south, east, north }));

/** Any spots, the corners, and spots on the sides: at tenths of them, rounded to a unit, on it or a hair beside. */
function spotsOf(area: Area, others: readonly LonLat[]): LonLat[] {
	const corners: LonLat[] =
		area.kind === 'polygon'
			? [...area.vertices]
			: [
					[area.west, area.south],
					[area.east, area.north]
				];
	const sides = corners.flatMap(([x1, y1], i) => {
		const [x2, y2] = corners[(i + 1) % corners.length] as LonLat;
		return Array.from({ length: 10 }, (_, k): LonLat => [
			x1 + ((x2 - x1) * k) / 10,
			y1 + ((y2 - y1) * k) / 10
		]);
	});
	return [...others, ...corners, ...sides].map(([x, y]) => [
		Math.round(x * PER_DEGREE) / PER_DEGREE,
		Math.round(y * PER_DEGREE) / PER_DEGREE
	]);
}

describe.skipIf(!hasPostgres)(`an area asked of a database${WITHOUT_IT}`, () => {
	let server: TestServer;
	let sql: Database;

	beforeAll(async () => {
		server = await startServer();
		sql = openDatabase(server.database('areas'), { max: 1 });
		await sql`CREATE EXTENSION postgis`;
	}, 60_000);
	afterAll(async () => {
		await sql?.end();
		await server?.remove();
	});

	async function inSql(area: Area, spots: readonly LonLat[]): Promise<boolean[]> {
		const query = new Query();
		const units = (i: 0 | 1) => query.ints(spots.map((at) => Math.round(at[i] * PER_DEGREE)));
		const text = `SELECT coalesce(${areaSql(area, query)}, false) AS inside FROM (
			SELECT n, lon, lat, ST_SetSRID(ST_Point(lon / 1e5, lat / 1e5), 4326) AS geom
			FROM unnest(${units(0)}, ${units(1)}) WITH ORDINALITY AS spot(lon, lat, n)
		) AS spot ORDER BY n`;
		return (await run<{ inside: boolean }>(sql, text, query)).map(({ inside }) => inside);
	}

	it.each([
		['box', box],
		['polygon', polygon]
	] as const)(
		'has the spots in a %s that files have in it, on its edges too',
		async (_, areas) => {
			await fc.assert(
				fc.asyncProperty(areas, fc.array(spot, { maxLength: 20 }), async (drawn, others) => {
					const area = soundArea(drawn);
					if (!area) return;
					const spots = spotsOf(area, others);
					expect(await inSql(area, spots)).toEqual(spots.map(areaTest(area)));
				}),
				{ seed: 20_260_905, numRuns: 400 }
			);
		},
		120_000
	);

	it('has what stands on a slanting side, whatever rounding says of it', async () => {
		const area: Area = {
			kind: 'polygon',
			vertices: [
				[0.1, 0.1],
				[0.7, 0.3],
				[0.4, 0.9]
			]
		};
		const on: LonLat[] = [
			[0.4, 0.2],
			[0.25, 0.5],
			[0.13, 0.11],
			[0.31, 0.17]
		];
		expect(await inSql(area, on)).toEqual([true, true, true, true]);
		expect(on.map(areaTest(area))).toEqual([true, true, true, true]);
		const beside = on.map(([x, y]): LonLat => [x + 0.000_01, y - 0.000_01]);
		expect(await inSql(area, beside)).toEqual(beside.map(areaTest(area)));
	});
});
