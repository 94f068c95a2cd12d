import 'fake-indexeddb/auto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkDossier } from '../../src/lib/core/dossier/check';
import { dossierTemplate } from '../../src/lib/core/dossier/template';
import { fieldIn } from '../../src/lib/core/draft/fields';
import { recordIn, type FileTexts } from '../../src/lib/core/draft/files';
import { sha256 } from '../../src/lib/core/sha256';
import { Draft } from '../../src/lib/state/draft/draft.svelte';
import { openDraftStore, type DraftStore, type ServedFiles } from '../../src/lib/state/draft/store';
import { openArticleStore, reviewId, type KeptArticle } from '../../src/lib/state/ingest/articles';
import { NotRead, Reader, type Answer, type Working } from '../../src/lib/state/ingest/reader';
import { Review } from '../../src/lib/state/ingest/review.svelte';
import { readingOf, TEXT } from '../synthetic/reading';

const EVENTS = 'events.geojson';

function served(texts: FileTexts): ServedFiles {
	const files = Object.fromEntries(
		Object.entries(texts)
			.filter(([name]) => name !== 'README.md')
			.map(([name, text]) => [name, { text, hash: 'aa' }])
	);
	return { rev: 'one', files };
}
const EMPTY: FileTexts = dossierTemplate({
	id: 'valley',
	title: 'The valley',
	language: 'en',
	today: '2023-05-01'
});

async function draftOf(dossier: string, from: ServedFiles, store?: DraftStore) {
	const kept = await store?.read(dossier);
	const checker = { tell: () => undefined };
	return new Draft({ dossier, served: kept?.base ?? from, kept, store, checker });
}

const HASH = sha256(TEXT);
const ARTICLE: KeptArticle = {
	id: reviewId('valley', HASH),
	dossier: 'valley',
	at: 0,
	hash: HASH,
	reading: readingOf()
};

/** A review of the article over an empty dossier; with stores as a page would open it again. */
async function opened(stores?: { dossiers: DraftStore; reviews: DraftStore }) {
	const target = await draftOf('valley', served(EMPTY), stores?.dossiers);
	const draft = await draftOf(ARTICLE.id, served(target.texts()), stores?.reviews);
	return new Review({ article: ARTICLE, draft, target });
}
const ids = (review: Review) => review.proposals.map(({ id }) => id);
const decisions = (review: Review) => review.proposals.map(({ mark }) => mark.decision);
const eventsOf = (draft: Draft) => [...(draft.files[EVENTS]?.records.keys() ?? [])];

function notesOf(draft: Draft) {
	const encoder = new TextEncoder();
	const contents = Object.entries(draft.texts()).map(([file, text]) => [
		file,
		encoder.encode(text)
	]);
	return checkDossier('valley', Object.fromEntries(contents) as object).notes;
}

describe('a review', () => {
	it('begins at the first draft with none decided, and the dossier untouched', async () => {
		const review = await opened();
		expect(review.progress).toEqual({ reviewed: 0, drafts: 5 });
		expect(review.current?.id).toBe(ids(review)[0]);
		expect(review.undoable).toBeUndefined();
		expect(review.target.diff).toEqual([]);
	});

	it('puts what is accepted into the dossier as one change each, and goes on to the next open draft', async () => {
		const review = await opened();
		const [first, second] = ids(review);
		review.accept(first ?? '');
		expect(eventsOf(review.target)).toEqual([first]);
		expect(review.current?.id).toBe(second);
		expect(review.said).toBe('Accepted: Flood in Norbury. 1 of 5 reviewed.');
		expect(notesOf(review.target)).toEqual([]);
		review.target.undo();
		expect(review.target.diff).toEqual([]);
	});

	it('keeps the dossier to exactly what is accepted, through any decisions, undone and redone', async () => {
		const step = fc.record({
			what: fc.constantFrom('accept', 'reject', 'reopen', 'split', 'merge', 'undo', 'redo'),
			at: fc.nat(6)
		});
		await fc.assert(
			fc.asyncProperty(fc.array(step, { maxLength: 30 }), async (steps) => {
				const review = await opened();
				for (const { what, at } of steps) {
					const id = ids(review)[at % ids(review).length] ?? '';
					if (what === 'accept') review.accept(id);
					else if (what === 'reject') review.reject(id);
					else if (what === 'reopen') review.reopen(id);
					else if (what === 'split') review.split(id);
					else if (what === 'merge') review.mergeWithNext(id);
					else if (what === 'undo') review.undo();
					else if (what === 'redo') review.redo();
					const accepted = review.proposals.filter(({ mark }) => mark.decision === 'accepted');
					const expected = new Set(accepted.map(({ mark }) => mark.as));
					expect(new Set(eventsOf(review.target))).toEqual(expected);
					expect(notesOf(review.target)).toEqual([]);
					expect(review.current).toBeDefined();
				}
				while (review.undoable !== undefined) review.undo();
				expect(eventsOf(review.target)).toEqual([]);
				expect(new Set(decisions(review))).toEqual(new Set(['open']));
				expect(review.proposals).toHaveLength(5);
			}),
			{ numRuns: 40 }
		);
	});

	it('is there again after a reload, as far as it had come, and can be undone from there', async () => {
		const stores = { dossiers: await openDraftStore('d1'), reviews: await openDraftStore('r1') };
		const review = await opened(stores);
		const [first, second] = ids(review);
		review.accept(first ?? '');
		review.reject(second ?? '');
		await Promise.all([review.target.keep(), review.desk.draft.keep()]);

		const again = await opened(stores);
		expect(decisions(again)).toEqual(decisions(review));
		expect(again.progress).toEqual({ reviewed: 2, drafts: 5 });
		expect(again.current?.id).toBe(ids(again)[2]);
		again.undo();
		again.undo();
		expect(eventsOf(again.target)).toEqual([]);
		expect(again.undoable).toBeUndefined();
	});

	it('opens a draft again whose event was undone in the dossier meanwhile', async () => {
		const stores = { dossiers: await openDraftStore('d2'), reviews: await openDraftStore('r2') };
		const review = await opened(stores);
		review.accept(ids(review)[0] ?? '');
		review.target.undo();
		await Promise.all([review.target.keep(), review.desk.draft.keep()]);
		const again = await opened(stores);
		expect(decisions(again)[0]).toBe('open');
		again.accept(ids(again)[0] ?? '');
		expect(eventsOf(again.target)).toHaveLength(1);
	});

	it('knows which drafts were edited, and accepts them as they were edited', async () => {
		const review = await opened();
		const [first] = review.proposals;
		const id = first?.id ?? '';
		review.edit();
		expect(review.editing).toBe(true);
		review.desk.setField({ file: EVENTS, id }, 'properties.when', '2023-05-02/2023-05-03');
		expect(review.proposals.filter((one) => review.isEdited(one)).map((one) => one.id)).toEqual([
			id
		]);
		review.rest();
		review.accept(id);
		expect(fieldIn(recordIn(review.target.files, EVENTS, id), 'properties.when')).toBe(
			'2023-05-02/2023-05-03'
		);
		review.undo();
		expect(review.editing).toBe(false);
		review.undo();
		expect(review.proposals.some((one) => review.isEdited(one))).toBe(false);
	});

	it('takes another place that a name may stand for, with its point', async () => {
		const review = await opened();
		const [first] = review.proposals;
		const id = first?.id ?? '';
		const other = first?.mark.place?.candidates[1];
		review.choosePlace(id, other);
		review.accept(id);
		const event = recordIn(review.target.files, EVENTS, id);
		expect(fieldIn(event, 'geometry.coordinates')).toEqual([other?.lon, other?.lat]);
		const place = String(fieldIn(event, 'properties.place'));
		const at = fieldIn(
			recordIn(review.target.files, 'places.geojson', place),
			'geometry.coordinates'
		);
		expect(at).toEqual([other?.lon, other?.lat]);
		expect(notesOf(review.target)).toEqual([]);
	});

	it('lights what the pointer is on, and else what is looked at', async () => {
		const review = await opened();
		const [first, second] = ids(review);
		review.hover(second);
		expect(review.lit).toBe(second);
		review.hover(undefined);
		expect(review.lit).toBe(first);
		review.step(1);
		review.step(1);
		review.step(-1);
		expect(review.lit).toBe(second);
	});
});

describe('the articles that are kept', () => {
	it('are listed the latest first with how far their review is, until they are removed', async () => {
		const store = await openArticleStore('a1');
		await store.write(ARTICLE);
		await store.write({ ...ARTICLE, id: 'other/x', dossier: 'other', at: 5 });
		await store.note(ARTICLE.id, { reviewed: 2, drafts: 5 });
		expect((await store.list()).map(({ id, progress }) => [id, progress])).toEqual([
			['other/x', undefined],
			[ARTICLE.id, { reviewed: 2, drafts: 5 }]
		]);
		expect(await store.read(ARTICLE.id)).toEqual(ARTICLE);
		await store.remove(ARTICLE.id);
		expect(await store.read(ARTICLE.id)).toBeUndefined();
		expect(await store.list()).toHaveLength(1);
	});
});

describe('the reader of articles', () => {
	const dossier = { name: 'valley', texts: {} };
	const ASKED = { type: 'read', input: 'x', given: {}, dossier, gazetteer: '' } as const;
	/** A worker that answers as it is told to. */
	function worker(answers: readonly Answer[]) {
		const made = { ended: 0 };
		const start = (): Working => {
			const own: Working = {
				onmessage: null,
				onerror: null,
				postMessage: () =>
					queueMicrotask(() => {
						for (const data of answers) own.onmessage?.({ data });
					}),
				terminate: () => void made.ended++
			};
			return own;
		};
		return { made, start };
	}

	it('tells how far it is, and hands over what was read', async () => {
		const read = { type: 'read', reading: readingOf(), hash: HASH } as const;
		const { start } = worker([{ type: 'stage', stage: 'article' }, read]);
		const stages: string[] = [];
		const found = await new Reader(start).read(ASKED, (stage) => stages.push(stage));
		expect(stages).toEqual(['article']);
		expect(found.hash).toBe(HASH);
	});

	it('says why an article cannot be read', async () => {
		const { start } = worker([{ type: 'refused', why: 'This is a picture.' }]);
		await expect(new Reader(start).read(ASKED, () => undefined)).rejects.toThrow(
			'This is a picture.'
		);
	});

	it('ends a worker that does not answer, says so, and reads the next with another', async () => {
		const { made, start } = worker([]);
		const reader = new Reader(start, 5);
		await expect(reader.read(ASKED, () => undefined)).rejects.toThrow(NotRead);
		expect(made.ended).toBe(1);
		await expect(reader.read(ASKED, () => undefined)).rejects.toThrow(/Your text is still here/);
		expect(made.ended).toBe(2);
	});
});
