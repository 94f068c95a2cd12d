import { describe, expect, it } from 'vitest';
import { tell } from '../../../src/lib/core/story/tell';
import { withStories } from './sample';

const { dossier } = withStories([]);
const passage = { start: 'The talks', end: 'on Wednesday' };
const withPassage = {
	...dossier,
	events: dossier.events.map((event) =>
		event.id === 'talks-begin'
			? { ...event, claims: event.claims.map((claim) => ({ ...claim, passage })) }
			: event
	)
};

const numbers = (paragraphs: ReturnType<typeof tell>['paragraphs']) =>
	paragraphs.flat(2).flatMap((part) => (part.kind === 'numbers' ? [part.numbers] : []));

describe('the sources of a story’s text', () => {
	it('are numbered as the text first cites them, once over all its steps', () => {
		const step = (...text: string[]) => ({ view: '', text });
		const told = tell(
			[step('A [@courier-1]. B [@gazette-1; @courier-1].'), step('C [@gazette-1].')],
			dossier
		);
		expect(numbers(told.paragraphs)).toEqual([[1], [2, 1], [2]]);
		expect(told.sources.map(({ number, source }) => [number, source.id])).toEqual([
			[1, 'courier-1'],
			[2, 'gazette-1']
		]);
	});

	it('that the dossier does not have are not cited, and stay no text', () => {
		const told = tell([{ view: '', text: ['A [@nobody].'] }], dossier);
		expect(told.sources).toEqual([]);
		expect(told.paragraphs[0]?.[0]?.map((part) => part.kind)).toEqual(['text', 'text']);
	});

	it.each([
		['the step’s view', { view: 'event=talks-begin', text: ['A [@gazette-1].'] }],
		['a link of its text', { view: '', text: ['[A](?event=talks-begin) [@gazette-1].'] }]
	])('lead to their passages on the event that %s names', (_, step) => {
		expect(tell([step], withPassage).sources[0]?.passages).toEqual([
			'https://example.org/harbour-talks#:~:text=The%20talks,on%20Wednesday'
		]);
		expect(
			tell([{ view: '', text: ['A [@gazette-1].'] }], withPassage).sources[0]?.passages
		).toEqual([]);
	});

	it('keep their number in the line of the word before it', () => {
		const { paragraphs } = tell([{ view: '', text: ['A word [@gazette-1].'] }], dossier);
		expect(paragraphs[0]?.[0]?.[0]).toEqual({ kind: 'text', text: 'A word\u00a0' });
	});
});
