import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Dossier } from '../../../src/lib/core/dossier/dossier';
import { listOrder } from '../../../src/lib/core/view/order';
import { showView } from '../../../src/lib/core/view/show';
import { loadFolder, type LoadedFolder } from '../../../src/lib/server/columns/load';
import { subsetOf, type SubsetWish } from '../../../src/lib/server/store/subset';
import { readDossierFolder } from '../../../src/lib/server/read-folder';
import { writeColumnar } from '../../synthetic/columnar';
import { seeded, syntheticFiles } from '../../synthetic/dossier.js';

const TODAY = 20_000;
let data: string;
let whole: Dossier;
let loaded: LoadedFolder & { dossier: Dossier };

beforeAll(async () => {
	data = mkdtempSync(join(tmpdir(), 'dateline-subset-'));
	whole = await writeColumnar(data, 'many', syntheticFiles({ events: 700, seed: 3 }));
	const folder = join(data, 'many');
	const found = await loadFolder('many', folder, (await readDossierFolder(folder)).files);
	if (!found.dossier) throw new Error('nothing sound');
	loaded = { ...found, dossier: found.dossier };
});
afterAll(() => {
	loaded.events?.source.leave();
	rmSync(data, { recursive: true });
});

const subset = async (query: string, wish: SubsetWish) =>
	(await subsetOf(loaded, query, wish)).dossier;
const idsIn = (dossier: Dossier, query: string) =>
	showView(dossier, query, TODAY).shown.map(({ event, match }) => `${event.id} ${match}`);

describe('what an address shows of a file of events', () => {
	const random = seeded(11);
	const below = (n: number) => Math.floor(random() * n);
	const pick = (list: readonly string[]) => list[below(list.length)] as string;
	const day = () =>
		`2021-${String(1 + below(12)).padStart(2, '0')}-${String(1 + below(28)).padStart(2, '0')}`;
	const keys: (() => string)[] = [
		() => `from=${day()}`,
		() => `to=${day()}`,
		() => `types=type-${below(9)},type-${below(9)}`,
		() => `actors=actor-${below(12)}`,
		() => `sources=source-${below(40)},source-${below(40)}`,
		() => `places=place-${below(24)}`,
		() => `status=${pick(['denied', 'planned', 'reported', 'confirmed'])}`,
		() => `precision=${pick(['near', 'district', 'region'])}`,
		() => `only=${pick(['undated', 'unplaced'])}`,
		() => `contested=1`,
		() => `area=-90,-60,100,70`,
		() => `q=${pick(['harbour', 'kelbecer', 'talks', 'town 3', 'report 21'])}`
	];
	const queries = Array.from({ length: 60 }, () =>
		Array.from({ length: below(4) }, () => keys[below(keys.length)]?.()).join('&')
	);

	it.each(['', ...queries])('is the same as of events in objects: %s', async (query) => {
		const part = await subset(query, { limit: 1000 });
		// The search over few events forgives more letters: what it finds is asked of the same events.
		const expected = /\bq=/.test(query) ? idsIn(part, query) : idsIn(whole, query);
		expect(idsIn(part, query)).toEqual(expected);
		expect(part.excerpt?.shown).toBe(expected.length);
	});

	it('is the first of the list where it is more than the limit, and says of how many', async () => {
		const part = await subset('types=type-1', { limit: 7 });
		const all = showView(whole, 'types=type-1', TODAY);
		const first = listOrder(whole, all.shown).own.slice(0, 7);
		expect(showView(part, 'types=type-1', TODAY).shown).toHaveLength(7);
		expect(part.events.map(({ id }) => id)).toEqual(first.map(({ event }) => event.id));
		expect(part.excerpt).toEqual({ held: 7, shown: all.shown.length, total: 700 });
	});

	it('says in its notes that there are more events', async () => {
		const part = await subset('', { limit: 7 });
		expect(showView(part, '', TODAY).notes).toEqual([
			'These are the first 7 of 700 events; narrow the dates or filters for the others.'
		]);
		expect(showView(part, '', TODAY).tallies.total).toBe(700);
	});

	it('says nothing where all that is shown is there', async () => {
		const part = await subset('types=type-1', { limit: 700 });
		expect(showView(part, 'types=type-1', TODAY).notes).toEqual([]);
	});

	it('has the event that the address chooses, wherever it stands in the list', async () => {
		const last = whole.events.at(-1)?.id as string;
		const part = await subset(`event=${last}`, { limit: 3 });
		expect(part.events.map(({ id }) => id)).toContain(last);
		expect(showView(part, `event=${last}`, TODAY).view.event).toBe(last);
	});

	it('gives each event as it is in a file of its own, sources and places with it', async () => {
		const part = await subset('', { limit: 50 });
		const ids = new Set(part.events.map(({ id }) => id));
		expect(part.events).toEqual(whole.events.filter(({ id }) => ids.has(id)));
		for (const { claims, place } of part.events) {
			for (const { source } of claims)
				expect(part.sources.find(({ id }) => id === source)).toEqual(
					whole.sources.find(({ id }) => id === source)
				);
			if (place !== undefined)
				expect(part.places.find(({ id }) => id === place)).toEqual(
					whole.places.find(({ id }) => id === place)
				);
		}
	});

	it('holds what other dates show too where that is asked for and not too much', async () => {
		const query = 'types=type-2&from=2021-06-01&to=2021-06-30';
		const part = await subset(query, { limit: 300, allDates: true });
		expect(idsIn(part, 'types=type-2')).toEqual(idsIn(whole, 'types=type-2'));
		expect(showView(part, query, TODAY).notes).toEqual([]);
	});

	it('says that events of other dates are not there where they are too many', async () => {
		const query = 'from=2021-06-01&to=2021-06-02';
		const part = await subset(query, { limit: 300, allDates: true });
		expect(showView(part, query, TODAY).notes).toEqual([
			'Events of other dates than the chosen ones are not held here.'
		]);
	});

	it('keeps a source that nothing in the first rows cites, where the address asks for it', async () => {
		const id = whole.sources[21]?.id as string;
		const part = await subset(`sources=${id}&from=2021-01-02&to=2021-01-03`, { limit: 1 });
		expect(showView(part, `sources=${id}`, TODAY).view.sources).toEqual([id]);
	});

	it('is what was known on a day', async () => {
		const query = 'asof=2021-12-01';
		const part = await subset(query, { limit: 1000 });
		expect(idsIn(part, query)).toEqual(idsIn(whole, query));
		expect(part.excerpt?.total).toBe(showView(whole, query, TODAY).dossier.events.length);
	});

	it('changes nothing of the dossier that it is made of', async () => {
		const before = structuredClone(loaded.dossier);
		await subset('places=place-3&sources=source-1', { limit: 40 });
		expect(loaded.dossier).toEqual(before);
	});
});
