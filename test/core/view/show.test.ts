import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatDay } from '../../../src/lib/core/date/day';
import { showView } from '../../../src/lib/core/view/show';
import { Viewer } from '../../../src/lib/state/viewer.svelte';
import { syntheticDossier } from './synthetic';

const TODAY = 18_900;
const dossier = syntheticDossier(24, 3);

const id = (name: string, most: number) =>
	fc.integer({ min: 0, max: most }).map((number) => `${name}-${number}`);
const day = fc.integer({ min: 18_600, max: 19_300 }).map(formatDay);
/** Also ids that are not there, days that do not exist and keys that nobody knows. */
const anyQuery = fc
	.record(
		{
			from: fc.oneof(day, fc.constant('2021-02-30')),
			to: day,
			asof: day,
			types: id('type', 11),
			actors: id('actor', 14),
			sources: fc.array(id('source', 44), { minLength: 1, maxLength: 3 }).map((ids) => ids.join()),
			places: id('place', 26),
			event: id('event', 30),
			contested: fc.constant('1'),
			status: fc.constantFrom('planned', 'denied,confirmed', 'rumoured'),
			q: fc.constantFrom('harbour', 'Kelbajar', 'nothing like it'),
			utm_source: fc.constant('a letter')
		},
		{ requiredKeys: [] }
	)
	.map((keys) => new URLSearchParams(keys as Record<string, string>).toString());

describe('what an address shows', () => {
	it('is what the viewer shows at it, with the same notes', () => {
		fc.assert(
			fc.property(anyQuery, (query) => {
				const viewer = new Viewer(dossier, TODAY, query, () => {});
				const answer = showView(dossier, query, TODAY);
				expect(answer.shown.map(({ event, match }) => [event.id, match])).toEqual(
					viewer.shown.map(({ event, match }) => [event.id, match])
				);
				expect(answer.tallies).toEqual(viewer.tallies);
				expect(answer.notes).toEqual(viewer.notes);
				expect(answer.dossier.sources.length).toBe(viewer.dossier.sources.length);
			}),
			{ numRuns: 25 }
		);
	});

	it('has as candidates what the same address without its dates shows', () => {
		fc.assert(
			fc.property(anyQuery, (query) => {
				const undated = new URLSearchParams(query);
				undated.delete('from');
				undated.delete('to');
				expect(showView(dossier, query, TODAY).candidates).toEqual(
					showView(dossier, undated.toString(), TODAY).shown.map(({ event }) => event)
				);
			}),
			{ numRuns: 25 }
		);
	});

	it('says of an event whose day is past that it is overdue, whatever day was asked for before', () => {
		const planned = dossier.events.filter((event) => {
			const { statusOf } = showView(dossier, 'status=planned', 99_999);
			return statusOf(event).overdue;
		});
		expect(planned.length).toBeGreaterThan(0);
		for (const event of planned)
			expect(showView(dossier, 'status=planned', 0).statusOf(event).overdue).toBe(false);
	});
});
