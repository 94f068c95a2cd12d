import 'fake-indexeddb/auto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkDossier } from '../../src/lib/core/dossier/check';
import { putting, removing } from '../../src/lib/core/draft/changes';
import type { FileTexts } from '../../src/lib/core/draft/files';
import { DraftCheck } from '../../src/lib/state/draft/check';
import { CheckedDraft } from '../../src/lib/state/draft/checked.svelte';
import { Draft } from '../../src/lib/state/draft/draft.svelte';
import {
	openDraftStore,
	type DraftStore,
	type DraftWrite,
	type ServedFiles
} from '../../src/lib/state/draft/store';
import { syntheticFiles } from '../synthetic/dossier.js';

const event = (id: string, title: string) => ({
	type: 'Feature',
	id,
	geometry: null,
	properties: { title }
});
function servedWith(...events: unknown[]): ServedFiles {
	const text = JSON.stringify({ type: 'FeatureCollection', features: events });
	return { rev: String(text.length), files: { 'events.geojson': { text, hash: 'aa' } } };
}
const SERVED = servedWith(event('a', 'A'));

let number = 0;
const ownStore = () => openDraftStore(`drafts-${number++}`);
const opened = async (store: DraftStore | undefined, served = SERVED) =>
	new Draft({
		dossier: 'some',
		served,
		kept: await store?.read('some'),
		store,
		checker: { tell: () => undefined }
	});
const put = (draft: Draft, id: string, title: string) => {
	draft.change({
		label: `the title of ${id}`,
		edits: [putting(draft.files, 'events.geojson', id, event(id, title))]
	});
};

describe('a draft', () => {
	it('is there again after a reload, and so is what was undone', async () => {
		const store = await ownStore();
		const draft = await opened(store);
		put(draft, 'a', 'Mine');
		put(draft, 'b', 'New');
		draft.undo();
		await draft.keep();
		expect(draft.keeping).toEqual({ state: 'kept' });

		const again = await opened(store);
		expect(again.record('events.geojson', 'a')).toEqual(event('a', 'Mine'));
		expect(again.record('events.geojson', 'b')).toBeUndefined();
		expect([again.undoable, again.redoable]).toEqual(['the title of a', 'the title of b']);
		again.undo();
		expect(again.texts()).toEqual((await opened(undefined)).texts());
		expect(again.diff).toEqual([]);
	});

	it('comes through any sequence of steps and reloads', async () => {
		const step = fc.oneof(
			fc.record({ do: fc.constant('put'), id: fc.constantFrom('a', 'b', 'c') }),
			fc.record({ do: fc.constantFrom('remove', 'undo', 'redo', 'reload'), id: fc.constant('a') })
		);
		await fc.assert(
			fc.asyncProperty(fc.array(step, { maxLength: 25 }), async (steps) => {
				const store = await ownStore();
				let draft = await opened(store);
				const unkept = await opened(undefined);
				for (const [i, { do: what, id }] of steps.entries()) {
					if (what === 'reload') {
						await draft.keep();
						expect(draft.keeping.state).toBe('kept');
						draft = await opened(store);
						continue;
					}
					for (const one of [draft, unkept])
						if (what === 'undo') one.undo();
						else if (what === 'redo') one.redo();
						else if (what === 'put') put(one, id, `Step ${i}`);
						else if (one.record('events.geojson', id))
							one.change({
								label: 'gone',
								edits: [removing(one.files, 'events.geojson', id)]
							});
				}
				expect(draft.texts()).toEqual(unkept.texts());
				expect([draft.undoable, draft.redoable]).toEqual([unkept.undoable, unkept.redoable]);
				store.close();
			}),
			{ numRuns: 40 }
		);
	});

	it('is shown as kept only once it is on the disk', async () => {
		const writes: { write: DraftWrite; done: () => void; failed: (reason: Error) => void }[] = [];
		const store: DraftStore = {
			read: () => Promise.resolve(undefined),
			raw: () => Promise.resolve(''),
			write: (_, write) => new Promise((done, failed) => void writes.push({ write, done, failed })),
			remove: () => Promise.resolve(),
			close: () => undefined
		};
		const draft = await opened(store);
		put(draft, 'a', 'One');
		expect(draft.keeping.state).toBe('keeping');
		put(draft, 'a', 'Two');
		const kept = draft.keep();
		writes[0]?.done();
		await Promise.resolve();
		await Promise.resolve();
		expect(draft.keeping.state).toBe('keeping');
		expect(writes[1]?.write.history.changes).toHaveLength(2);
		const full = new DOMException('No room', 'QuotaExceededError');
		writes[1]?.failed(full);
		await kept;
		expect(draft.keeping).toEqual({
			state: 'unkept',
			reason: 'The browser has no room left for it.',
			outrun: false
		});

		// With room again, the next change takes along what was not kept.
		put(draft, 'a', 'Three');
		expect(writes[2]?.write).toMatchObject({ from: 1, version: 1 });
		expect(writes[2]?.write.history.changes).toHaveLength(3);
		writes[2]?.done();
		await draft.keep();
		expect(draft.keeping).toEqual({ state: 'kept' });
	});

	it('says so where the browser keeps nothing, and goes on', async () => {
		const draft = await opened(undefined);
		put(draft, 'a', 'Mine');
		expect(draft.keeping).toMatchObject({ state: 'unkept', outrun: false });
		expect(draft.diff).toHaveLength(1);
	});

	it('in two tabs is never written over: the later one is told, and keeps what it has', async () => {
		const store = await ownStore();
		const [first, second] = [await opened(store), await opened(store)];
		put(first, 'a', 'First');
		await first.keep();
		put(second, 'a', 'Second');
		await second.keep();
		expect(second.keeping).toMatchObject({ state: 'unkept', outrun: true });
		expect(second.record('events.geojson', 'a')).toEqual(event('a', 'Second'));
		expect((await opened(store)).record('events.geojson', 'a')).toEqual(event('a', 'First'));

		const kept = await store.read('some');
		if (!kept) throw new Error('Nothing is kept.');
		expect(second.conflictsAmong(kept)).toMatchObject([{ mine: 'Second', theirs: 'First' }]);
		second.follow(kept);
		await second.keep();
		expect(second.keeping).toEqual({ state: 'kept' });
		expect((await opened(store)).record('events.geojson', 'a')).toEqual(event('a', 'Second'));
	});

	it('in a tab where nothing is being changed follows the other', async () => {
		const store = await ownStore();
		const [first, second] = [await opened(store), await opened(store)];
		for (const title of ['One', 'Two']) {
			put(first, 'a', title);
			await first.keep();
			const kept = await store.read('some');
			if (!kept) throw new Error('Nothing is kept.');
			expect(second.conflictsAmong(kept)).toEqual([]);
			second.follow(kept);
			expect(second.record('events.geojson', 'a')).toEqual(event('a', title));
			expect(second.keeping).toEqual({ state: 'kept' });
		}
		// And it may take its turn.
		put(second, 'b', 'New');
		await second.keep();
		expect(second.keeping).toEqual({ state: 'kept' });
	});

	it('goes on from what the server has now, with what both changed as chosen', async () => {
		const store = await ownStore();
		const draft = await opened(store);
		put(draft, 'a', 'Mine');
		put(draft, 'b', 'New');
		await draft.keep();

		const now = servedWith(event('a', 'Theirs'), event('c', 'Another'));
		const later = await opened(store, now);
		expect(later.outdatedBy).toBe(now);
		expect(later.conflictsWith(now)).toMatchObject([{ id: 'a', path: 'properties.title' }]);
		later.bringUp(now, () => 'theirs');
		await later.keep();
		const again = await opened(store, now);
		expect(again.outdatedBy).toBeUndefined();
		expect([...(again.files['events.geojson']?.records.keys() ?? [])]).toEqual(['a', 'c', 'b']);
		expect(again.diff).toMatchObject([{ id: 'b', kind: 'added' }]);
		again.undo();
		expect(again.diff).toEqual([]);
	});

	it('that is discarded is gone from the disk, and the next one begins from what is served', async () => {
		const store = await ownStore();
		const draft = await opened(store);
		put(draft, 'a', 'Mine');
		await draft.discard();
		expect(await store.read('some')).toBeUndefined();
		expect(draft.diff).toEqual([]);
		put(draft, 'a', 'Again');
		await draft.keep();
		expect(draft.keeping).toEqual({ state: 'kept' });
	});

	it('of 5,000 events writes one change, not the dossier', async () => {
		const files = syntheticFiles({ events: 5000, places: 40, seed: 7, box: [40, 36, 56, 46] });
		const text = JSON.stringify(files['events.geojson']);
		const served = { rev: 'r', files: { 'events.geojson': { text, hash: 'aa' } } };
		const written: number[] = [];
		const store: DraftStore = {
			read: () => Promise.resolve(undefined),
			raw: () => Promise.resolve(''),
			write: (_, { base, history, from }) => {
				written.push(JSON.stringify([base, history.changes.slice(from)]).length);
				return Promise.resolve();
			},
			remove: () => Promise.resolve(),
			close: () => undefined
		};
		const draft = await opened(store, served);
		put(draft, 'new', 'First');
		await draft.keep();
		put(draft, 'new', 'Second');
		await draft.keep();
		expect(written[0]).toBeGreaterThan(text.length);
		expect(written[1]).toBeLessThan(1_000);
	});
});

describe('what the check tells of a draft', () => {
	const opening = (texts: FileTexts) => ({ type: 'open', name: 'some', texts }) as const;
	const claims = [{ by: 'The Courier', stance: 'reports', text: 'It was so.', source: 'courier' }];
	const sound = (id: string, title: string) => ({
		...event(id, title),
		properties: { title, type: 'walk', claims }
	});
	const types = [{ id: 'walk', label: 'Walk', role: 'movement' }];
	const sources = [
		{ id: 'courier', type: 'article', title: 'A day', issued: { 'date-parts': [[2021, 5, 1]] } }
	];
	const text = (...events: unknown[]) => ({
		'dossier.json': JSON.stringify({ dateline: 1, id: 'some', title: 'Some', types }),
		'sources.json': JSON.stringify(sources),
		'events.geojson': JSON.stringify({ type: 'FeatureCollection', features: events })
	});

	it('is after any edits what the check of the whole says, with the very events that have not changed', () => {
		const id = fc.constantFrom('a', 'b', 'c');
		const state = fc.uniqueArray(fc.tuple(id, fc.constantFrom('One', 'Two')), {
			selector: ([id]) => id
		});
		fc.assert(
			fc.property(fc.array(state, { minLength: 1, maxLength: 6 }), (states) => {
				const check = new DraftCheck();
				const checked = new CheckedDraft();
				for (const events of states) {
					const before = new Map(checked.dossier?.events.map((one) => [one.id, one]));
					const texts = text(...events.map(([id, title]) => sound(id, title)));
					check.hear(opening(texts));
					checked.hear(structuredClone(check.news()), true);
					const whole = check.check();
					expect(checked.notes).toEqual(whole.notes);
					expect({ ...checked.dossier }).toEqual(whole.dossier);
					expect(checked.dossier?.events).toHaveLength(events.length);
					for (const one of checked.dossier?.events ?? []) {
						const known = before.get(one.id);
						expect(known === one).toBe(known?.title === one.title);
					}
				}
			}),
			{ numRuns: 60 }
		);
	});

	it('is not shown of a state that is no longer, and not lost either', () => {
		const check = new DraftCheck();
		const checked = new CheckedDraft();
		const told = (isCurrent: boolean, ...events: unknown[]) => {
			check.hear(opening(text(...events)));
			checked.hear(check.news(), isCurrent);
		};
		told(true, sound('a', 'One'));
		const { dossier } = checked;
		told(false, sound('a', 'One'), sound('b', 'Two'));
		expect(dossier?.events.map(({ id }) => id)).toEqual(['a']);
		told(true, sound('a', 'One'), sound('b', 'Two'));
		expect(dossier?.events.map(({ id }) => id)).toEqual(['a', 'b']);
		expect(checked.dossier).toBe(dossier);
	});
});

describe('the check of a draft', () => {
	it('says what the check of its texts says', async () => {
		const check = new DraftCheck();
		const draft = new Draft({
			dossier: 'some',
			served: SERVED,
			checker: { tell: (message) => check.hear(message) }
		});
		put(draft, 'b', 'B');
		draft.undo();
		put(draft, 'c', 'C');
		const contents = Object.fromEntries(
			Object.entries(draft.texts()).map(([file, text]) => [file, new TextEncoder().encode(text)])
		);
		expect(check.check()).toEqual(checkDossier('some', contents));
		expect(check.check().notes.map(({ feature }) => feature)).toContain('c');
		await draft.keep();
	});
});
