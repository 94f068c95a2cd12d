import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkDossier } from '../../../src/lib/core/dossier/check';
import { MAX_PARAGRAPHS, MAX_STEPS, MAX_STORIES } from '../../../src/lib/core/story/schema';
import { STORY, withStories } from './sample';

describe('story.json', () => {
	it('is what the dossier tells, in its own order', () => {
		const { dossier, notes } = withStories([STORY]);
		expect(notes).toEqual([]);
		expect(dossier.stories).toEqual([STORY]);
	});

	it('may be missing', () => {
		const { dossier, notes } = checkDossier('x', {
			'dossier.json': new TextEncoder().encode('{"dateline":1,"id":"x","title":"X"}'),
			'sources.json': new TextEncoder().encode('[]'),
			'events.geojson': new TextEncoder().encode('{"type":"FeatureCollection","features":[]}')
		});
		expect(notes).toEqual([]);
		expect(dossier?.stories).toEqual([]);
	});

	it('keeps the first of more stories, steps and paragraphs than are shown, and says so', () => {
		const many = <T>(count: number, make: (i: number) => T) =>
			Array.from({ length: count }, (_, i) => make(i));
		const step = (i: number) => ({ id: `s${i}`, heading: 'S', text: [] as string[] });
		const long = { id: 'long', title: 'Long', steps: many(MAX_STEPS + 1, step) };
		const wordy = {
			...STORY,
			steps: [{ ...step(0), text: many(MAX_PARAGRAPHS + 3, (i) => `Paragraph ${i}`) }]
		};
		const { dossier, notes } = withStories([
			long,
			wordy,
			...many(MAX_STORIES, (i) => ({ ...STORY, id: `more-${i}` }))
		]);
		expect(dossier.stories).toHaveLength(MAX_STORIES);
		expect(dossier.stories[0]?.steps).toHaveLength(MAX_STEPS);
		expect(dossier.stories[1]?.steps[0]?.text).toHaveLength(MAX_PARAGRAPHS);
		expect(notes.map(({ feature, field, found }) => [feature, field, found])).toEqual([
			[undefined, 'stories', String(MAX_STORIES + 2)],
			['long', 'steps', String(MAX_STEPS + 1)],
			['walk · s0', 'text', String(MAX_PARAGRAPHS + 3)]
		]);
	});

	it('is left out with a note where its version is a newer one', () => {
		const text = JSON.stringify({ dateline: 2, stories: [STORY] });
		const { dossier, notes } = checkDossier('x', {
			'dossier.json': new TextEncoder().encode('{"dateline":1,"id":"x","title":"X"}'),
			'sources.json': new TextEncoder().encode('[]'),
			'events.geojson': new TextEncoder().encode('{"type":"FeatureCollection","features":[]}'),
			'story.json': new TextEncoder().encode(text)
		});
		expect(dossier?.stories).toEqual([]);
		expect(notes).toEqual([
			expect.objectContaining({ file: 'story.json', field: 'dateline', found: '2' })
		]);
	});

	it('gives stories and steps whatever is in it ids of their own, and never throws', () => {
		const json = fc.jsonValue({ maxDepth: 3 });
		const step = fc.record(
			{
				id: fc.oneof(fc.constantFrom('a', 'b'), json),
				heading: fc.oneof(fc.constant('H'), json),
				view: fc.oneof(fc.constantFrom('from=2021-05-12', 'event=nobody&x=1'), json),
				text: fc.oneof(fc.array(fc.string()), json)
			},
			{ requiredKeys: [] }
		);
		const story = fc.record(
			{
				id: fc.oneof(fc.constantFrom('s', 't'), json),
				title: fc.oneof(fc.constant('T'), json),
				steps: fc.oneof(fc.array(step, { maxLength: 4 }), json)
			},
			{ requiredKeys: [] }
		);
		fc.assert(
			fc.property(fc.oneof(fc.array(story, { maxLength: 4 }), json), (stories) => {
				const { dossier } = withStories(stories);
				const ids = dossier.stories.map(({ id }) => id);
				expect(new Set(ids).size).toBe(ids.length);
				for (const { steps } of dossier.stories) {
					expect(steps.length).toBeGreaterThan(0);
					expect(new Set(steps.map(({ id }) => id)).size).toBe(steps.length);
				}
			}),
			{ numRuns: 200 }
		);
	});
});
