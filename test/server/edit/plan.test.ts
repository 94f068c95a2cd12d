import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { planSave } from '../../../src/lib/server/edit/plan';
import { collection, dossiers, notesOf, texts, type Texts } from './dossiers';

/** The folder before the first step, and after each. */
function states(before: Texts, after: Texts): Texts[] {
	return planSave(before, after).reduce<Texts[]>(
		(all, { name, text }) => [...all, { ...all.at(-1), [name]: text }],
		[before]
	);
}

const source = (id: string, more: object = {}) => ({
	id,
	type: 'article',
	title: id,
	issued: { 'date-parts': [[2021]] },
	...more
});

describe('the order of a save', () => {
	it('leaves the folder, wherever it is cut short, as one in which the check finds nothing', () => {
		fc.assert(
			fc.property(dossiers, dossiers, (before, after) => {
				for (const state of states(before, after)) expect(notesOf(state)).toEqual([]);
			}),
			{ numRuns: 400 }
		);
	});

	it('ends with what was to be written, to the letter', () => {
		fc.assert(
			fc.property(dossiers, dossiers, (before, after) => {
				expect(states(before, after).at(-1)).toEqual(after);
			})
		);
	});

	it('is that of the references where nothing goes', () => {
		const before = texts({ 'sources.json': [], 'events.geojson': collection([]) });
		const after = texts({
			'notes.geojson': collection([1]),
			'events.geojson': collection([{ id: 'a' }]),
			'places.geojson': collection([]),
			'sources.json': [source('one')],
			'dossier.json': {}
		});
		expect(planSave(before, after).map(({ name }) => name)).toEqual([
			'dossier.json',
			'sources.json',
			'places.geojson',
			'events.geojson',
			'notes.geojson'
		]);
	});

	it('keeps a source that goes until the events that named it are written', () => {
		const before = texts({
			'sources.json': [source('old'), source('kept')],
			'events.geojson': collection([{ id: 'event', properties: { source: 'old' } }])
		});
		const after = texts({
			'sources.json': [source('kept'), source('new')],
			'events.geojson': collection([{ id: 'event', properties: { source: 'new' } }])
		});
		const steps = planSave(before, after);
		expect(steps.map(({ name }) => name)).toEqual([
			'sources.json',
			'events.geojson',
			'sources.json'
		]);
		const ids = steps.map(({ text }) => [...text.matchAll(/"id":\s*"(\w+)"/g)].map(([, id]) => id));
		expect(ids).toEqual([['kept', 'new', 'old'], ['event'], ['kept', 'new']]);
	});

	it('writes a file that alone is saved once, whatever it loses', () => {
		const before = texts({ 'sources.json': [source('old')] });
		expect(planSave(before, texts({ 'sources.json': [] }))).toHaveLength(1);
	});

	it('writes over what is no JSON, or no list, as it is', () => {
		const after = texts({ 'sources.json': {}, 'places.geojson': [], 'events.geojson': 1 });
		for (const broken of ['{ "features": [', '[1, null]', '"text"']) {
			const before = Object.fromEntries(Object.keys(after).map((name) => [name, broken])) as Texts;
			expect(states(before, after).at(-1)).toEqual(after);
		}
	});
});
