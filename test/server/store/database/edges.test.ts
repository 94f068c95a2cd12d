import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { OPEN_AFTER, OPEN_BEFORE } from '../../../../src/lib/core/columns/columns';
import { dayOf } from '../../../../src/lib/core/date/day';
import { StoreAway, type Question, type Store } from '../../../../src/lib/core/store/store';
import { worldUnits } from '../../../../src/lib/core/store/world';
import { parseArea } from '../../../../src/lib/core/view/area';
import type { Database } from '../../../../src/lib/server/store/database/connect';
import {
	databaseStore,
	revInDatabase
} from '../../../../src/lib/server/store/database/database-store';
import { hasPostgres, startServer, WITHOUT, type TestServer } from '../../../postgres/server';
import { collection, syntheticFiles } from '../../../synthetic/dossier.js';
import { answersOf, tilesOf } from '../questions';
import { EDGES, emptyDatabase, inFiles, loadedStore, type InFiles } from './loaded';

const WITHOUT_IT = hasPostgres ? '' : ` – ${WITHOUT}`;

const SPOTS = [
	[180, 10],
	[-180, -10],
	[179.999_999, 10],
	[0, 90],
	[12, -90],
	[0, 85.0512],
	[0, 0],
	[-0.000_01, 0.000_01],
	[90, 66.513_26]
];
const DATES = [
	'2021-05-13',
	'2021-05',
	'2021',
	'../2021-05-13',
	'2021-05-13/..',
	'2021-02-27/2021-04-30',
	'2021-02-27/2021-05-01',
	'2021-05-13~',
	'2021-05?',
	'1850-03-04',
	'2450-01-01',
	'-0044-03-15',
	'20XX',
	null
];

/** Every spot at every date, in two types. */
function files() {
	const made = syntheticFiles({ events: 1, seed: 2 });
	const features = DATES.flatMap((when, d) =>
		SPOTS.map((coordinates, s) => ({
			type: 'Feature',
			id: `d${d}-s${s}`,
			geometry: { type: 'Point', coordinates },
			properties: {
				title: `Émission ${'x'.repeat(70)} at spot ${s}`,
				when,
				type: `type-${s % 2}`,
				precision: s % 3 === 0 ? 'exact' : s === 7 ? 'unknown' : 'district',
				concerns: [],
				actors: [],
				claims: [
					{
						by: 'A paper',
						stance: s % 4 ? 'reports' : 'denies',
						text: `On ${when}.`,
						source: `source-${s}`
					}
				]
			}
		}))
	);
	return { ...made, 'events.geojson': collection(features) };
}

const day = dayOf(2021, 5, 13);
const QUESTIONS: Question[] = [
	{},
	{ from: day, to: day },
	{ from: day },
	{ to: day },
	// Ends the wrong way round: what reaches over both.
	{ from: day + 3, to: day - 3 },
	{ from: day, to: day - 1 },
	{ from: -(2 ** 31), to: 2 ** 31 - 1 },
	{ from: -(2 ** 31) + 5, to: 2 ** 31 - 5 },
	{ from: -9e15, to: 9e15 },
	{ from: dayOf(2021, 7, 3), to: dayOf(2021, 7, 4) },
	{ from: dayOf(1850, 1, 1), to: dayOf(1850, 12, 31) },
	{ asof: day },
	{ asof: -9e15 },
	{ asof: 9e15 },
	{ only: 'undated' },
	{ only: 'undated', from: day, to: day },
	{ only: 'unplaced' },
	{ types: [] },
	{ types: ['type-1', 'there-is-none'] },
	{ status: [] },
	{ places: ["'; DROP TABLE dateline.events; --"] },
	{ actors: ['{"a",b}', '\\', '"', '\0', 'NULL', '\u{1f600}'] },
	{ sources: ["source-1', 'source-2", 'source-1', '\\"'] },
	{ sources: ["x'); DELETE FROM dateline.dossiers; --"] },
	{ q: "'; DROP TABLE dateline.events; --" },
	{ q: '' },
	{ q: '%' },
	{ q: '$1 {} \\ " \0 _' },
	{ q: 'emission' },
	{ q: 'emisssion x' },
	{ q: 'x'.repeat(70) },
	{ q: 'x'.repeat(200) },
	{ q: '\u{10ffff}\u{1f600} \ud800' },
	{ q: 'Report 2' },
	{ precision: 'exact', contested: true },
	...[
		'170,-20,-170,20',
		'-180,-90,180,90',
		'179.5,-90,180,90',
		'-180,9,-180,11',
		'0,85,1,90',
		'-20,89,20,90'
	].map((area) => ({ area: parseArea(area) })),
	{ area: parseArea('170,-20;-170,-20;-170,60;170,60') },
	{ area: parseArea('-180,-20;-170,-20;-170,60;-180,60') },
	{ area: parseArea('0,80;90,80;180,80;-90,80') },
	{ area: parseArea('-1,-1;1,1;1,-1;-1,1') }
];

describe.skipIf(!hasPostgres)(`a database asked at its edges${WITHOUT_IT}`, () => {
	let dossier: InFiles;
	let server: TestServer;
	let sql: Database;
	let store: Store;

	beforeAll(async () => {
		dossier = await inFiles(files());
		server = await startServer();
		sql = await emptyDatabase(server, 'edges');
		store = await loadedStore(sql, dossier.folder);
	}, 60_000);
	afterAll(async () => {
		await sql?.end();
		await server?.remove();
		dossier?.remove();
	});

	const squares = [
		...tilesOf(0),
		...tilesOf(2),
		{ z: 16, ...tileAt([180, 10]) },
		{ z: 16, ...tileAt([0, 0]) }
	];
	function tileAt(at: [number, number]) {
		const { x, y } = worldUnits(at);
		return { x: x >> 14, y: y >> 14 };
	}

	it.each(QUESTIONS.map((question) => [JSON.stringify(question), question] as const))(
		'answers %s as files do',
		async (_, question) => {
			const wish = { edges: EDGES, tiles: squares };
			expect(await answersOf(store, question, { ...wish, page: 50 })).toEqual(
				await answersOf(dossier.store, question, { ...wish, page: 500 })
			);
		}
	);

	it.each([
		[OPEN_BEFORE, OPEN_AFTER],
		[-800_000, 800_000],
		[day, day + 1],
		[day - 1, day, day + 1, day + 2]
	])('counts in bins from %i to %i as files do', async (...edges) => {
		expect(await store.bins({}, edges)).toEqual(await dossier.store.bins({}, edges));
	});

	it('has no tile of a square that there is not, and no bins of too few or too many edges', async () => {
		for (const tile of [
			{ z: 17, x: 0, y: 0 },
			{ z: -1, x: 0, y: 0 },
			{ z: 1, x: 2, y: 0 },
			{ z: 1, x: 0.5, y: 0 },
			{ z: NaN, x: NaN, y: NaN }
		])
			expect((await store.tile({}, tile)).bytes).toHaveLength(0);
		await expect(store.bins({}, [1])).rejects.toThrow(RangeError);
		await expect(
			store.bins(
				{},
				Array.from({ length: 2_001 }, (_, i) => i)
			)
		).rejects.toThrow(RangeError);
	});

	it('lists from a place at which nothing stands, and with limits out of reach', async () => {
		const place = { background: 0 as const, first: day, last: day, id: "zzz'; --" };
		const behind = await store.list({}, { limit: 9, after: place });
		expect(behind).toEqual(await dossier.store.list({}, { limit: 9, after: place }));
		const before = await store.list({}, { limit: 9, before: behind.events[0], bare: true });
		expect(await store.list({}, { limit: 9, before: place, bare: true })).toEqual(before);
		const ends = { background: 0 as const, first: 2 ** 31 - 1, last: 2 ** 31 - 1, id: 'zzz' };
		expect((await store.list({}, { limit: 9, after: ends })).events).toEqual([]);
		expect((await store.list({}, { limit: 1e9 })).events).toHaveLength(DATES.length * SPOTS.length);
	});

	it('gives no answer under a version that the data no longer have', async () => {
		const other = await emptyDatabase(server, 'changes');
		try {
			const old = await loadedStore(other, dossier.folder);
			expect(await revInDatabase(other, 'many')).toBe(old.rev);
			const now = await loadedStore(other, dossier.folder);
			expect(await revInDatabase(other, 'many')).toBe(now.rev);
			expect(now.rev).not.toBe(old.rev);
			await expect(old.counts({})).rejects.toThrow(StoreAway);
			await expect(old.tile({}, { z: 0, x: 0, y: 0 })).rejects.toThrow(/have just become others/);
			expect((await now.counts({})).tallies.shown).toBe(DATES.length * SPOTS.length);
		} finally {
			await other.end();
		}
	});

	it('has nothing of a dossier that has no events, nor of one that there is not', async () => {
		const empty = await inFiles({ ...files(), 'events.geojson': collection([]) });
		const other = await emptyDatabase(server, 'empty');
		try {
			const none = await loadedStore(other, empty.folder);
			const wish = { edges: EDGES, tiles: squares };
			for (const question of [{}, { from: day, to: day, q: 'x' }, { places: ['place-1'] }])
				expect(await answersOf(none, question, wish)).toEqual(
					await answersOf(empty.store, question, wish)
				);
			expect(await none.overview()).toMatchObject({ bounds: undefined, spread: undefined });
			expect(await databaseStore(other, "x' OR 1 = 1")).toBeUndefined();
		} finally {
			await other.end();
			empty.remove();
		}
	});
});
