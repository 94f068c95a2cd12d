import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Dossier } from '../../../src/lib/core/dossier/dossier';
import { dayOf } from '../../../src/lib/core/date/day';
import { symbolPoint } from '../../../src/lib/core/place/precision';
import { formatEdges, formatPlace, parseEdges, parsePlace } from '../../../src/lib/core/store/wire';
import { StoreAway, StoreRefusal, type Store } from '../../../src/lib/core/store/store';
import { stringifyView } from '../../../src/lib/core/view/codec';
import { showView } from '../../../src/lib/core/view/show';
import { loadFolder, type LoadedFolder } from '../../../src/lib/server/columns/load';
import { readDossierFolder } from '../../../src/lib/server/read-folder';
import { answerStore } from '../../../src/lib/server/store/respond';
import { storeClient } from '../../../src/lib/state/store/client';
import { writeColumnar } from '../../synthetic/columnar';
import { syntheticFiles } from '../../synthetic/dossier.js';
import { answersOf, pointsIn, questions, tilesOf } from './questions';

const TODAY = 20_000;
const FIRST = dayOf(2021, 1, 1);
const EDGES = Array.from({ length: 40 }, (_, i) => FIRST + i * 9);
let data: string;
let whole: Dossier;
let loaded: LoadedFolder;
let store: Store;

beforeAll(async () => {
	data = mkdtempSync(join(tmpdir(), 'dateline-store-'));
	whole = await writeColumnar(data, 'many', syntheticFiles({ events: 900, seed: 5 }));
	const folder = join(data, 'many');
	loaded = await loadFolder('many', folder, (await readDossierFolder(folder)).files);
	if (!loaded.store) throw new Error('no store');
	({ store } = loaded);
});
afterAll(() => {
	loaded.events?.source.leave();
	rmSync(data, { recursive: true });
});

const vocabulary = () => ({
	types: whole.header.types.map(({ id }) => id),
	actors: whole.header.actors.map(({ id }) => id),
	places: whole.places.map(({ id }) => id),
	sources: whole.sources.map(({ id }) => id),
	words: ['harbour', 'talks', 'kelbecer', 'town', 'report'],
	days: [FIRST, FIRST + 365] as const
});

/** A client whose requests are answered by the server's own function, without a network. */
function overHttp(): Store {
	const fetcher: typeof fetch = (input, init) => {
		const url = new URL(String(input), 'http://dateline.test');
		const what = url.pathname.replace('/many/store/', '');
		return answerStore(store, what, url, new Request(url, init));
	};
	return storeClient({ url: '/many/store', rev: store.rev, total: store.total, fetcher });
}

describe('a store of columns', () => {
	it('lists, page after page, what the view of the whole dossier shows', async () => {
		for (const question of questions(vocabulary(), 60, 21)) {
			const { listed } = await answersOf(store, question, { edges: EDGES, tiles: [], page: 37 });
			const { shown } = showView(whole, stringifyView({ ...question, others: [] }), TODAY);
			// A view leaves out what there is not; and as known on a day, dates and places may have been others.
			if (question.asof === undefined && !JSON.stringify(question).includes('there-is-none'))
				expect(listed.map((line) => line.split(' ').slice(3).join(' ')).sort()).toEqual(
					shown.map(({ event, match }) => `${event.id} ${match}`).sort()
				);
		}
	});

	it('goes back through the list as it goes forth', async () => {
		const all = (await store.list({}, { limit: 2000, bare: true })).events;
		const at = all[500];
		const { events, more } = await store.list({}, { limit: 30, before: at, bare: true });
		expect(events).toEqual(all.slice(470, 500));
		expect(more).toBe(true);
		const none = await store.list({}, { limit: 30, before: all[0], bare: true });
		expect(none).toEqual({ events: [], more: false });
	});

	it('goes on behind a place at which nothing stands any more', async () => {
		const all = (await store.list({}, { limit: 2000, bare: true })).events;
		const at = all[300];
		if (!at) throw new Error('too few');
		const next = all.findIndex(
			({ background, first, last }) =>
				background > at.background ||
				(background === at.background &&
					(first > at.first || (first === at.first && last > at.last)))
		);
		const { events } = await store.list({}, { limit: 3, after: { ...at, id: 'gone-since' } });
		expect(events.map(({ id }) => id)).toEqual(all.slice(next, next + 3).map(({ id }) => id));
	});

	it.each([0, 1, 3])('has tiles of level %i whose numbers add up to what has a spot', async (z) => {
		const spots = whole.events.filter((event) => symbolPoint(event) !== undefined).length;
		let sum = 0;
		for (const tile of tilesOf(z))
			for (const point of pointsIn((await store.tile({}, tile)).bytes)) sum += Number(point['n']);
		expect(sum).toBe(spots);
	});

	it('lists what stands in the square of a point of a tile', async () => {
		const points = pointsIn((await store.tile({}, { z: 0, x: 0, y: 0 })).bytes);
		const point = points.find(({ n }) => Number(n) > 1);
		if (!point) throw new Error('no point of several');
		const level = Number(point['level']);
		const shift = 4096 / 2 ** level;
		const square = { z: level, x: Math.floor(point.x / shift), y: Math.floor(point.y / shift) };
		const { events } = await store.list({}, { limit: 2000, squares: [square] });
		const ofType = events.filter(
			({ record }) =>
				(record?.event as { properties: { type: string } }).properties.type === point['type']
		);
		expect(ofType.length).toBeGreaterThanOrEqual(Number(point['n']));
		expect(ofType.length).toBeGreaterThan(1);
	});
});

describe('a store over HTTP', () => {
	it('answers a browser as it answers here', async () => {
		const far = overHttp();
		const tiles = tilesOf(1);
		for (const question of questions(vocabulary(), 40, 4))
			expect(await answersOf(far, question, { edges: EDGES, tiles })).toEqual(
				await answersOf(store, question, { edges: EDGES, tiles })
			);
		const ids = whole.events.slice(0, 3).map(({ id }) => id);
		expect(await far.records(ids)).toEqual(await store.records(ids));
		const source = whole.sources[0]?.id ?? '';
		expect(await far.citing([source], 5)).toEqual(await store.citing([source], 5));
		expect(await far.unsettled(FIRST + 100, 20)).toEqual(await store.unsettled(FIRST + 100, 20));
		const { facets, ...rest } = await far.overview();
		const { facets: own, ...here } = await store.overview();
		expect(rest).toEqual(here);
		expect([...facets.types]).toEqual([...own.types].filter(([, n]) => n > 0));
	});

	const get = (path: string, headers: Record<string, string> = {}) => {
		const url = new URL(`http://dateline.test/many/store/${path}`);
		return answerStore(
			store,
			url.pathname.replace('/many/store/', ''),
			url,
			new Request(url, { headers })
		);
	};

	it('has an address with the data’s version kept for good, and asks about any other', async () => {
		const kept = await get(`counts.json?v=${store.rev}`);
		expect(kept.headers.get('cache-control')).toContain('immutable');
		const other = await get('counts.json?v=000000000000');
		expect(other.headers.get('cache-control')).toBe('public, no-cache');
		expect(other.headers.get('dateline-rev')).toBe(store.rev);
		const again = await get('counts.json', { 'if-none-match': `W/"${store.rev}"` });
		expect(again.status).toBe(304);
		const reloaded = await get(`counts.json?v=${store.rev}`, {
			'if-none-match': `W/"${store.rev}"`
		});
		expect(reloaded.status).toBe(304);
		expect(reloaded.headers.get('cache-control')).toContain('immutable');
	});

	it.each([
		['list.json?limit=0', 400, /limit: expected a whole number from 1/],
		['list.json?limit=1e9', 400, /limit/],
		['list.json?after=nowhere', 400, /after: expected a place/],
		['list.json?squares=1/5/0', 400, /squares/],
		['bins.json', 400, /edges: expected/],
		['bins.json?edges=5,4,3', 400, /edges/],
		['records.json?ids=A%27;DROP', 400, /ids: expected/],
		['tiles/3/9/0.mvt', 400, /A tile is one of/],
		['tiles/17/0/0.mvt', 400, /A tile is one of/],
		['unsettled.json', 400, /asof/],
		['outside.json', 400, /box: expected west,south/],
		['outside.json?box=1,2;3,4;5,7', 400, /box/],
		['nothing.json', 404, /no “nothing\.json”/],
		[`counts.json?q=${'x'.repeat(8_001)}`, 414, /characters/]
	])('refuses %s in a sentence', async (path, status, words) => {
		const response = await get(path);
		expect(response.status).toBe(status);
		expect(await response.text()).toMatch(words);
		expect(response.headers.get('cache-control')).toBe('no-store');
	});

	it('says that it cannot be asked at the moment, and does not let that be kept', async () => {
		const away: Store = {
			...store,
			counts: () => Promise.reject(new StoreAway('The database does not answer.'))
		};
		const url = new URL('http://dateline.test/many/store/counts.json');
		const response = await answerStore(away, 'counts.json', url, new Request(url));
		expect(response.status).toBe(503);
		expect(response.headers.get('retry-after')).toBe('5');
		expect(response.headers.get('cache-control')).toBe('no-store');
		const client = storeClient({
			url: '/many/store',
			rev: 'x',
			total: 1,
			fetcher: () => Promise.resolve(response.clone())
		});
		await expect(client.counts({})).rejects.toThrow('The database does not answer.');
	});

	it.each([
		[400, 'limit: expected a whole number.', StoreRefusal],
		[422, 'events.dateline is damaged.', StoreRefusal],
		[503, 'The database does not answer.', StoreAway],
		[429, 'Too many at once.', StoreAway]
	])('tells a browser by %i whether to ask again', async (status, words, kind) => {
		const headers = { 'content-type': 'text/plain; charset=utf-8' };
		const client = storeClient({
			url: '/many/store',
			rev: 'x',
			total: 1,
			fetcher: () => Promise.resolve(new Response(words, { status, headers }))
		});
		const refused = await client.counts({}).catch((error: unknown) => error);
		expect(refused).toBeInstanceOf(kind);
		expect((refused as Error).message).toBe(words);
	});

	it('says which part is missing of a tile, and does not let that be kept', async () => {
		const missing = [{ from: 1, to: 2 }];
		const partly: Store = {
			...store,
			tile: async (question, tile) => ({ ...(await store.tile(question, tile)), missing })
		};
		const url = new URL(`http://dateline.test/many/store/tiles/0/0/0.mvt?v=${store.rev}`);
		const response = await answerStore(partly, 'tiles/0/0/0.mvt', url, new Request(url));
		expect(response.headers.get('cache-control')).toBe('no-store');
		const client = storeClient({
			url: '/many/store',
			rev: store.rev,
			total: 1,
			fetcher: () => Promise.resolve(response.clone())
		});
		expect((await client.tile({}, { z: 0, x: 0, y: 0 })).missing).toEqual(missing);
	});
});

describe('what an address says of a question', () => {
	it('writes rising days and reads the same', () => {
		const steps = fc.array(fc.integer({ min: 1, max: 400 }), { minLength: 1, maxLength: 300 });
		fc.assert(
			fc.property(fc.integer({ min: -800_000, max: 800_000 }), steps, (first, days) => {
				const edges = [first];
				for (const step of days) edges.push((edges.at(-1) as number) + step);
				expect(parseEdges(formatEdges(edges))).toEqual(edges);
			})
		);
	});

	it('keeps alike steps together', () => {
		expect(formatEdges([10, 17, 24, 31, 40])).toBe('10.7*3.9');
	});

	it.each(['', '5', '5.0', '5.-1', '5.1*9999', '5.x', '1e3.1', '2147483647.5'])(
		'reads no days in “%s”',
		(text) => expect(parseEdges(text)).toBeUndefined()
	);

	it('writes a place in the list and reads the same, open ends among them', () => {
		for (const first of [-(2 ** 31), -5, 0, 18_000, 2 ** 31 - 1]) {
			const place = { background: 1 as const, first, last: 2 ** 31 - 1, id: 'a-1' };
			expect(parsePlace(formatPlace(place))).toEqual(place);
		}
	});
});
