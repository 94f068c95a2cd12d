import { describe, expect, it } from 'vitest';
import { DamagedFile, type EventsFile } from '../../../src/lib/core/columns/events-file';
import type { Dossier } from '../../../src/lib/core/dossier/dossier';
import { numberView } from '../../../src/lib/core/cite/number';
import { showView } from '../../../src/lib/core/view/show';
import { Viewer } from '../../../src/lib/state/viewer.svelte';
import {
	ColumnsViewer,
	type ColumnsAccess
} from '../../../src/lib/state/columns/columns-viewer.svelte';
import { Unreachable } from '../../../src/lib/state/columns/fetch-range';
import { syntheticDossier } from '../../core/view/synthetic';
import { fileInMemory } from '../../synthetic/events-file';

const TODAY = 18_900;
const dossier = syntheticDossier(300, 4);
const frame: Dossier = { ...dossier, events: [] };
const held = { held: 0, shown: 300, total: 300 };
const page = {
	url: 'events.dateline',
	bytes: 1,
	rev: 'abc',
	total: 300,
	firstRows: { ...frame, excerpt: held }
};

function viewerOn(query = '', access: Partial<ColumnsAccess> = {}, file = memory()) {
	const viewer = new ColumnsViewer(
		frame,
		page,
		{
			open: () => Promise.resolve(file),
			known: (_, columns) => columns,
			...access
		},
		TODAY,
		query,
		() => undefined
	);
	return viewer;
}
const memory = (): EventsFile => fileInMemory(dossier, TODAY);
const opened = async (query = '', file = memory()) => {
	const viewer = viewerOn(query, {}, file);
	await viewer.open();
	await viewer.keepUp();
	return viewer;
};

/** A promise that is kept when the test says so. */
function later<T>() {
	let keep: (value: T) => void = () => undefined;
	const promise = new Promise<T>((done) => (keep = done));
	return { promise, keep };
}

describe('a viewer of columns', () => {
	it('counts nothing of its own before the columns are there', async () => {
		const viewer = viewerOn();
		expect(viewer.counting).toBe(true);
		expect(viewer.result).toBeUndefined();
		expect(viewer.tallies.shown).toBe(300);
		await viewer.open();
		await viewer.keepUp();
		expect(viewer.counting).toBe(false);
		expect(viewer.tallies.total).toBe(300);
	});

	it.each([
		'',
		'types=type-1,type-2&from=2021-03-01&to=2021-09-30',
		'only=undated',
		'status=denied&contested=1',
		`sources=${dossier.sources[0]?.id},${dossier.sources[3]?.id}`
	])('shows at “%s” what a viewer of events shows', async (query) => {
		const columns = await opened(query);
		const small = new Viewer(dossier, TODAY, query, () => undefined);
		expect(columns.view).toEqual(small.view);
		expect(columns.tallies).toEqual(small.tallies);
		const { types, places, actors } = columns.facets;
		const { facets } = small;
		for (const [name, counts] of Object.entries({ types, places, actors }))
			for (const [id, count] of facets[name as 'types'])
				expect(counts.get(id) ?? 0, `${name} ${id}`).toBe(count);
	});

	it('keeps what it showed, and says that it searches, until a word is found', async () => {
		const file = memory();
		const answer = later<Uint32Array>();
		const viewer = await opened('', { ...file, rowsWithWord: () => answer.promise });
		viewer.setText('bridge');
		const asked = viewer.keepUp();
		expect(viewer.searching).toBe(true);
		expect(viewer.tallies.shown).toBe(300);
		answer.keep(Uint32Array.of(2, 5));
		await asked;
		expect(viewer.searching).toBe(false);
		const named = new Viewer(dossier, TODAY, '', () => undefined);
		expect(viewer.tallies.shown).toBeLessThan(named.tallies.shown);
		const list = viewer.result?.list;
		expect(list?.indexOf(2)).toBeGreaterThanOrEqual(0);
	});

	it('shows what was typed last, whatever was found later', async () => {
		const file = memory();
		const answers = new Map([
			['harbour', later<Uint32Array>()],
			['zzz', later<Uint32Array>()]
		]);
		const viewer = await opened('', {
			...file,
			rowsWithWord: (word) => answers.get(word)?.promise ?? Promise.resolve(new Uint32Array())
		});
		viewer.setText('harbour');
		const asked = viewer.keepUp();
		viewer.setText('zzz');
		answers.get('harbour')?.keep(Uint32Array.of(1));
		answers.get('zzz')?.keep(Uint32Array.of(7));
		await asked;
		expect([...(viewer.result?.list.rowsFrom(0, 9) ?? [])]).toEqual([7]);
	});

	it('reads an event through the check, and says where its part of the file is damaged', async () => {
		const file = memory();
		const viewer = await opened('', {
			...file,
			records: (rows) =>
				rows.includes(3)
					? Promise.reject(new DamagedFile('A chunk does not hold.'))
					: file.records(rows)
		});
		const found = await viewer.eventsOf([2, 3, 4]);
		expect([...found.keys()].sort()).toEqual([2, 4]);
		expect(found.get(2)?.event).toMatchObject({
			id: dossier.events[2]?.id,
			title: dossier.events[2]?.title
		});
		expect(viewer.statusOf(found.get(2)?.event as never)).toEqual(
			new Viewer(dossier, TODAY, '', () => undefined).statusOf(dossier.events[2] as never)
		);
	});

	it('shows nothing of a record that is none, and takes what it shows for text', async () => {
		const hostile = {
			event: { type: 'Feature', id: 'x', __proto__: { title: 1 } },
			sources: [7, null]
		};
		const viewer = await opened('', {
			...memory(),
			records: (rows) => Promise.resolve(new Map(rows.map((row) => [row, hostile as never])))
		});
		expect((await viewer.eventsOf([1])).size).toBe(0);
	});

	it('says why the events did not come, and fetches them when asked again', async () => {
		let tries = 0;
		const viewer = viewerOn('', {
			open: () =>
				tries++ === 0
					? Promise.reject(new Unreachable('There is no connection.'))
					: Promise.resolve(memory())
		});
		await viewer.open();
		expect(viewer.fault?.sentence).toBe('There is no connection.');
		expect(viewer.counting).toBe(true);
		viewer.fault?.retry?.();
		await expect.poll(() => viewer.counting || viewer.keepUp()).toBeDefined();
		await viewer.keepUp();
		expect(viewer.fault).toBeUndefined();
	});

	it('knows a file that is damaged for one that no second try mends', async () => {
		const viewer = viewerOn('', { open: () => Promise.reject(new DamagedFile('It is cut off.')) });
		await viewer.open();
		expect(viewer.fault).toEqual({ sentence: 'It is cut off.', retry: undefined });
	});

	it('gives the first events of the list as a dossier that says of how many they are', async () => {
		const query = 'types=type-1,type-2&from=2021-03-01&to=2021-09-30';
		const viewer = await opened(query);
		const all = showView(dossier, query, TODAY);
		const ids = (events: readonly { event: { id: string } }[]) =>
			events.map(({ event }) => event.id);
		const wanted = ids(numberView(dossier, all.shown).events);
		const part = await viewer.excerpt(5);
		expect(part.excerpt).toEqual({ held: 5, shown: wanted.length, total: 300 });
		const shown = showView(part, query, TODAY);
		expect(ids(numberView(part, shown.shown).events)).toEqual(wanted.slice(0, 5));
		const whole = await viewer.excerpt(1000);
		expect(whole.excerpt?.held).toBe(wanted.length);
		expect(
			numberView(whole, showView(whole, query, TODAY).shown).sources.map(({ source }) => source.id)
		).toEqual(numberView(dossier, all.shown).sources.map(({ source }) => source.id));
	});

	it('knows the row of an event that was chosen by its row, at once', async () => {
		const viewer = await opened();
		await viewer.selectRow(7);
		expect(viewer.chosen).toBe(dossier.events[7]?.id);
		expect(viewer.selectedRow).toBe(7);
		expect(viewer.selected?.title).toBe(dossier.events[7]?.title);
	});

	it('says how the chosen event stands to the view', async () => {
		const dated = dossier.events.findIndex(
			({ when }) => when && !when.doubtful && when.first === when.last
		);
		const event = dossier.events[dated];
		const day = event?.when?.first as number;
		const viewer = await opened();
		await viewer.selectRow(dated);
		expect(viewer.standing).toBe('certain');
		viewer.setRange({ from: day + 1, to: undefined });
		expect(viewer.standing).toBe('outside');
		const other = dossier.header.types.find(({ id }) => id !== event?.type);
		viewer.filter({ types: [other?.id as string] });
		expect(viewer.standing).toBe('filtered');
	});
});
