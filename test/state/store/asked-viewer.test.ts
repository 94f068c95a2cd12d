import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { columnsOf } from '../../../src/lib/core/columns/from-dossier';
import { numberView } from '../../../src/lib/core/cite/number';
import { placeInList } from '../../../src/lib/core/store/list-place';
import {
	StoreAway,
	StoreRefusal,
	type Missing,
	type Store
} from '../../../src/lib/core/store/store';
import { showView } from '../../../src/lib/core/view/show';
import { columnsStore } from '../../../src/lib/server/columns/store';
import { AskedViewer } from '../../../src/lib/state/store/asked-viewer.svelte';
import { PAGE } from '../../../src/lib/state/store/asked-list.svelte';
import { Viewer } from '../../../src/lib/state/viewer.svelte';
import { syntheticDossier } from '../../core/view/synthetic';
import { fileInMemory } from '../../synthetic/events-file';

const TODAY = 18_900;
const dossier = syntheticDossier(300, 4);
const frame = { ...dossier, events: [] };
const page = {
	url: 'store',
	rev: 'abc',
	total: 300,
	firstRows: { ...frame, excerpt: { held: 0, shown: 300, total: 300 } }
};
const own = columnsStore(frame, {
	file: fileInMemory(dossier, TODAY),
	columns: columnsOf(dossier, TODAY),
	rev: 'abc'
});

function viewerOn(query = '', store: Partial<Store> = {}) {
	const addresses: string[] = [];
	const viewer = new AskedViewer(
		frame,
		page,
		{ store: { ...own, ...store } },
		TODAY,
		query,
		(query) => addresses.push(query)
	);
	return Object.assign(viewer, { addresses });
}
async function opened(query = '', store: Partial<Store> = {}) {
	const viewer = viewerOn(query, store);
	await viewer.open();
	await viewer.keepUp();
	return viewer;
}
/** A promise that is kept when the test says so. */
function later<T>() {
	let keep: (value: T) => void = () => undefined;
	const promise = new Promise<T>((done) => (keep = done));
	return { promise, keep };
}
const order = (query: string) => {
	const { dossier: known, shown } = showView(dossier, query, TODAY);
	return numberView(known, shown).events.map(({ event }) => event.id);
};
const listed = (viewer: AskedViewer) => viewer.list.stretch?.events.map(({ id }) => id) ?? [];

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

describe('a viewer that asks a store', () => {
	it('asks nothing before the page is there', async () => {
		const counts = vi.fn(own.counts.bind(own));
		const viewer = viewerOn('', { counts });
		await viewer.keepUp();
		expect(counts).not.toHaveBeenCalled();
		expect(viewer.counting).toBe(true);
		expect(viewer.tallies.shown).toBe(300);
	});

	it.each([
		'',
		'types=type-1,type-2&from=2021-03-01&to=2021-09-30',
		'only=undated',
		'status=denied&contested=1',
		`sources=${dossier.sources[0]?.id},${dossier.sources[3]?.id}`
	])('shows at “%s” what a viewer of events shows', async (query) => {
		const asked = await opened(query);
		const small = new Viewer(dossier, TODAY, query, () => undefined);
		expect(asked.view).toEqual(small.view);
		expect(asked.tallies).toEqual(small.tallies);
		expect(asked.candidates).toBe(small.candidates.length);
		const own = small.facets;
		const { facets } = asked;
		for (const name of ['types', 'places', 'actors', 'status'] as const)
			for (const [id, count] of own[name])
				expect(facets[name].get(id) ?? 0, `${name} ${id}`).toBe(count);
		expect(listed(asked)).toEqual(order(query).slice(0, PAGE));
	});

	it('keeps what it showed, and says that it searches, until there is an answer', async () => {
		const answer = later<Awaited<ReturnType<Store['counts']>>>();
		const viewer = await opened();
		viewer.store.counts = () => answer.promise;
		viewer.filter({ types: ['type-1'] });
		const asked = viewer.keepUp();
		expect(viewer.searching).toBe(true);
		expect(viewer.tallies.shown).toBe(300);
		expect(viewer.shown).toBeUndefined();
		answer.keep(await own.counts({ types: ['type-1'] }));
		await asked;
		expect(viewer.searching).toBe(false);
		expect(viewer.shown).toBe(order('types=type-1').length);
	});

	it('asks for no options while the dates move, and for those of the last view at rest', async () => {
		const bare: (boolean | undefined)[] = [];
		const viewer = await opened('', {
			counts: (question, without) => {
				bare.push(without);
				return own.counts(question, without);
			}
		});
		const before = viewer.facets;
		viewer.setRange({ from: 18_700, to: 18_730 });
		const counted = viewer.keepUp();
		await vi.advanceTimersByTimeAsync(100);
		await counted;
		expect(viewer.facets).toBe(before);
		const shown = order('from=2021-03-14&to=2021-04-13').length;
		expect(viewer.tallies.shown).toBe(shown);
		await vi.advanceTimersByTimeAsync(1000);
		expect(viewer.moving).toBe(false);
		await viewer.keepUp();
		expect(viewer.facets).not.toBe(before);
		expect(bare).toEqual([false, true, false]);
	});

	it('goes through the list by pages, to its end and back', async () => {
		const viewer = await opened();
		const all = order('');
		await viewer.list.more('behind');
		expect(listed(viewer)).toEqual(all.slice(0, 2 * PAGE));
		await viewer.list.toEnd();
		expect(listed(viewer)).toEqual(all.slice(-PAGE));
		await viewer.list.more('before');
		expect(listed(viewer)).toEqual(all.slice(-2 * PAGE));
		await viewer.list.toStart();
		expect(listed(viewer)).toEqual(all.slice(0, PAGE));
	});

	it('finds an event anywhere in the list, with those about it', async () => {
		const viewer = await opened();
		const all = order('');
		for (const at of [0, 3, 150, 299]) {
			const event = dossier.events.find(({ id }) => id === all[at]);
			if (!event) throw new Error('no such event');
			await viewer.list.toPlace(placeInList(event, undefined));
			const ids = listed(viewer);
			const start = all.indexOf(ids[0] ?? '');
			expect(ids).toEqual(all.slice(start, start + ids.length));
			expect(ids).toContain(event.id);
		}
	});

	it('goes from event to event in the order of the list, beyond the pages that are there', async () => {
		const viewer = await opened();
		const all = order('');
		await viewer.pickBeside(1);
		expect(viewer.chosen).toBe(all[0]);
		for (let at = 1; at < PAGE + 3; at++) {
			await viewer.pickBeside(1);
			expect(viewer.chosen).toBe(all[at]);
			expect(viewer.selected?.id).toBe(all[at]);
		}
		await viewer.pickBeside(-1);
		expect(viewer.chosen).toBe(all[PAGE + 1]);
		expect(viewer.addresses.at(-1)).toBe(`event=${all[PAGE + 1]}`);
	});

	it('begins at the end where it goes back from nowhere', async () => {
		const viewer = await opened('types=type-2');
		await viewer.pickBeside(-1);
		expect(viewer.chosen).toBe(order('types=type-2').at(-1));
	});

	it('tells how the chosen event stands to the view, wherever in the list it is', async () => {
		const late = dossier.events.find(({ when }) => when?.first === when?.last && when);
		const [id, day] = [late?.id ?? '', late?.when?.first ?? 0];
		const viewer = await opened(`event=${id}`);
		expect(viewer.selected?.id).toBe(id);
		expect(viewer.standing).toBe('certain');
		viewer.setRange({ from: day + 1 });
		expect(viewer.standing).toBe(late?.when?.doubtful ? viewer.standing : 'outside');
		viewer.filter({ types: ['type-0', 'type-1'].filter((type) => type !== late?.type) });
		expect(viewer.standing).toBe('filtered');
	});

	it('takes an event that there is not out of the view, and says so', async () => {
		const viewer = await opened('event=nothing-such');
		expect(viewer.chosen).toBeUndefined();
		expect(viewer.notes.join()).toContain('There is no event “nothing-such”');
	});

	it('gives the first events of a view as a dossier, however many pages that takes', async () => {
		const viewer = await opened('types=type-1,type-2,type-3');
		const all = order('types=type-1,type-2,type-3');
		const first = await viewer.excerpt(7);
		expect(first.excerpt).toEqual({ held: 7, shown: all.length, total: 300 });
		expect(new Set(first.events.map(({ id }) => id))).toEqual(new Set(all.slice(0, 7)));
	});
});

describe('a store that is away', () => {
	it('is a sentence with a retry, and is asked again by itself until it is back', async () => {
		let away = true;
		const counts: Store['counts'] = (...asked) =>
			away ? Promise.reject(new StoreAway('The database does not answer.')) : own.counts(...asked);
		const viewer = await opened('', { counts });
		expect(viewer.fault?.sentence).toBe('The database does not answer.');
		expect(viewer.fault?.retry).toBeTypeOf('function');
		expect(viewer.counting).toBe(true);
		await vi.advanceTimersByTimeAsync(3000);
		expect(viewer.fault?.sentence).toBe('The database does not answer.');
		away = false;
		await vi.advanceTimersByTimeAsync(10_000);
		expect(viewer.fault).toBeUndefined();
		expect(viewer.tallies).toEqual((await own.counts({})).tallies);
	});

	it('leaves what was shown in place', async () => {
		const viewer = await opened();
		viewer.store.list = () => Promise.reject(new StoreAway('The database does not answer.'));
		viewer.filter({ types: ['type-1'] });
		await viewer.keepUp();
		expect(listed(viewer)).toEqual(order('').slice(0, PAGE));
		expect(viewer.fault?.sentence).toBe('The database does not answer.');
		viewer.store.list = own.list.bind(own);
		viewer.fault?.retry?.();
		await vi.advanceTimersByTimeAsync(1);
		expect(viewer.fault).toBeUndefined();
		expect(listed(viewer)).toEqual(order('types=type-1').slice(0, PAGE));
	});
});

it('says what a store refuses, and does not ask for it again and again', async () => {
	let asked = 0;
	const counts: Store['counts'] = () => {
		asked++;
		return Promise.reject(new StoreRefusal('events.dateline is damaged.'));
	};
	const viewer = await opened('', { counts });
	expect(viewer.fault).toEqual({ sentence: 'events.dateline is damaged.', retry: undefined });
	await vi.advanceTimersByTimeAsync(60_000);
	expect(asked).toBe(1);
	expect(listed(viewer).length).toBeGreaterThan(0);
});

it('lets go of a fault of what others ask for once that is asked anew', async () => {
	const viewer = await opened();
	const before = viewer.asked;
	viewer.hearFault(new StoreAway('The database does not answer.'), 'tiles');
	expect(viewer.fault?.sentence).toBe('The database does not answer.');
	await vi.advanceTimersByTimeAsync(3000);
	expect(viewer.fault).toBeUndefined();
	expect(viewer.asked.question).toEqual(before.question);
	expect(viewer.asked.key).not.toBe(before.key);
});

describe('parts of a store that are away', () => {
	const missing: Missing[] = [{ from: 16_436, to: 16_800 }];

	it('are named, and no longer once they are back', async () => {
		const viewer = await opened('', {
			counts: async (question) => ({ ...(await own.counts(question)), missing })
		});
		expect(viewer.missingSentence).toMatch(/^Events of 2015 cannot be reached/);
		viewer.store.counts = own.counts.bind(own);
		viewer.filter({ contested: true });
		await viewer.keepUp();
		expect(viewer.missingSentence).toBeUndefined();
	});

	it('may have the chosen event: it is not said that there is none', async () => {
		const viewer = await opened('event=far-away', {
			records: async (ids) => ({ ...(await own.records(ids)), missing })
		});
		expect(viewer.chosen).toBe('far-away');
		expect(viewer.picked).toEqual({ fault: 'This event cannot be reached at the moment.' });
	});
});

it('begins anew with data of another version', async () => {
	let rev = 'abc';
	const store: Store = {
		...own,
		get rev() {
			return rev;
		}
	};
	const viewer = new AskedViewer(frame, page, { store }, TODAY, '', () => undefined);
	await viewer.open();
	await viewer.keepUp();
	const before = viewer.asked;
	rev = 'def';
	viewer.filter({ contested: true });
	await viewer.keepUp();
	viewer.clearFilters();
	expect(viewer.asked.question).toEqual(before.question);
	expect(viewer.asked.key).not.toBe(before.key);
});
