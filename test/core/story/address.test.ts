import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseDay } from '../../../src/lib/core/date/day';
import { nameableIn, readView, viewOfStep } from '../../../src/lib/core/story/address';
import { newStep } from '../../../src/lib/core/draft/step';
import { stringifyView } from '../../../src/lib/core/view/codec';
import { showView } from '../../../src/lib/core/view/show';
import type { View } from '../../../src/lib/core/view/view';
import { STORY, withStories } from './sample';

const { dossier } = withStories([STORY]);
const nameable = nameableIn(dossier);
const read = (query: string) => readView(query, nameable);
const day = (text: string) => parseDay(text) as number;

describe('an address in a story', () => {
	it('shows what its step shows, and the first step where it names none', () => {
		const { view, notes } = read('story=walk');
		expect(notes).toEqual([]);
		expect(view).toMatchObject({
			step: 'first',
			from: day('2021-05-10'),
			to: day('2021-05-12'),
			event: 'talks-begin',
			map: { zoom: 8, lat: 40, lon: 46 }
		});
		expect(read('story=walk&step=second').view).toMatchObject({ types: ['talks'] });
	});

	it('says nothing of what its step says already', () => {
		expect(stringifyView(read('?story=walk&step=first').view)).toBe('story=walk&step=first');
	});

	it('overrides what it names itself, and takes off what it names empty', () => {
		const { view } = read('story=walk&step=first&to=2021-05-20&event=&theme=dark');
		expect(view).toMatchObject({ from: day('2021-05-10'), to: day('2021-05-20'), theme: 'dark' });
		expect(view.event).toBeUndefined();
		expect(stringifyView(view)).toBe('to=2021-05-20&event=&theme=dark&story=walk&step=first');
	});

	it.each([
		['story=run&from=2021-05-12&event=', 'There is no story “run” in this dossier.'],
		[
			'story=walk&step=third&from=2021-05-12&event=',
			'The story “walk” has no step “third” any more.'
		]
	])('of one that is not there (%s) is the plain view, with a note', (query, note) => {
		const { view, notes } = read(query);
		expect(notes).toEqual([note]);
		expect(stringifyView(view)).toBe('from=2021-05-12');
	});

	it('is kept as it is while a page has no more than the story’s title', () => {
		const { view } = readView('story=walk&step=second&from=2021-05-12', {
			...nameable,
			stories: [{ id: 'walk', title: 'A walk', steps: [] }]
		});
		expect(stringifyView(view)).toBe('from=2021-05-12&story=walk&step=second');
		expect(view.base).toBeUndefined();
	});

	it('shows in a picture or a report what it shows in the viewer', () => {
		const { shown, view } = showView(dossier, 'story=walk&step=first', day('2026-01-01'));
		expect(shown.map(({ event }) => event.id)).toEqual(['talks-begin']);
		expect(view.event).toBe('talks-begin');
	});

	const option = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: undefined });
	const change: fc.Arbitrary<Partial<View>> = fc.record(
		{
			from: option(fc.constantFrom(day('2021-05-01'), day('2021-05-11'))),
			to: option(fc.constantFrom(day('2021-05-12'), day('2021-05-30'))),
			event: option(fc.constantFrom('talks-begin', 'talks-end')),
			types: option(fc.constant(['talks'])),
			contested: option(fc.constant(true as const)),
			map: option(fc.constantFrom({ zoom: 8, lat: 40, lon: 46 }, { zoom: 5, lat: 1, lon: 2 })),
			labels: option(fc.constantFrom('hy', 'ru'))
		},
		{ requiredKeys: [] }
	);

	it('leads back to the very view that it was written of, wherever a reader went from a step', () => {
		fc.assert(
			fc.property(fc.constantFrom('first', 'second'), change, (step, changed) => {
				const view: View = { ...read(`story=walk&step=${step}`).view, ...changed };
				const again = read(stringifyView(view)).view;
				const defined = (value: View) => JSON.parse(JSON.stringify(value)) as unknown;
				expect(defined(again)).toEqual(defined(view));
			})
		);
	});
});

describe('a view made a step', () => {
	it('shows what the view showed, and carries nothing of its reader, its embed or its story', () => {
		const { view } = read(
			'story=walk&step=first&theme=dark&ui=list&rev=0123456789ab&x=y&contested=1'
		);
		const query = stringifyView({ ...view, story: undefined, step: undefined, base: undefined });
		const step = newStep(query, ' Another ', []);
		expect(step).toEqual({
			id: 'another',
			heading: 'Another',
			view: 'from=2021-05-10&to=2021-05-12&contested=1&event=talks-begin&map=8/40/46',
			text: []
		});
		expect(viewOfStep(step).event).toBe('talks-begin');
	});

	it('is a step that the check takes as it stands, with an id of its own', () => {
		fc.assert(
			fc.property(fc.string({ unit: 'grapheme', maxLength: 80 }), (heading) => {
				const taken = STORY.steps.map(({ id }) => id);
				const step = newStep('from=2021-05-12', heading, taken);
				const { dossier, notes } = withStories([{ ...STORY, steps: [...STORY.steps, step] }]);
				// What is hidden in a heading or looks like a tag has its note; nothing else does.
				expect(
					notes.filter(({ field }) => field !== 'heading' && !/heading$/.test(field ?? ''))
				).toEqual([]);
				expect(dossier.stories[0]?.steps.map(({ id }) => id)).toEqual([...taken, step.id]);
			})
		);
	});
});
