import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { numberView } from '../../../src/lib/core/cite/number';
import type { Dossier } from '../../../src/lib/core/dossier/dossier';
import { dossierAsOf } from '../../../src/lib/core/dossier/known';
import type { ShownEvent } from '../../../src/lib/core/view/filter';
import { syntheticDossier } from '../view/synthetic';

/** 1 September 2021. */
const OPENING = 18_871;
const dossier = syntheticDossier(120, 11);
const all = (of: Dossier): ShownEvent[] => of.events.map((event) => ({ event, match: 'certain' }));
const anySelection = fc
	.array(fc.boolean(), { minLength: 120, maxLength: 120 })
	.map((picks) => all(dossier).filter((_, i) => picks[i]));

/** The dossier with another day on which its own time begins, and some sources at the same address. */
function changed({ from, shared = [] }: { from?: string; shared?: number[] }): Dossier {
	return {
		...dossier,
		header: { ...dossier.header, openingView: { from } },
		sources: dossier.sources.map((source, i) => {
			const at = shared.indexOf(i);
			return at < 0 ? source : { ...source, url: `https://one.example/page#part-${at}` };
		})
	};
}

describe('the numbers of a view', () => {
	it('count the events shown from 1, each once', () => {
		fc.assert(
			fc.property(anySelection, (shown) => {
				const { events } = numberView(dossier, shown);
				expect(events.map(({ number }) => number)).toEqual(shown.map((_, i) => i + 1));
				expect(new Set(events.map(({ event }) => event))).toEqual(
					new Set(shown.map(({ event }) => event))
				);
			})
		);
	});

	it('put what was over before the dossier’s own time after it', () => {
		const { events } = numberView(changed({ from: '2021-09-01' }), all(dossier));
		const isOver = events.map(
			({ event }) => event.when !== null && event.when.possibleLast < OPENING
		);
		expect(isOver.filter(Boolean).length).toBeGreaterThan(10);
		expect(isOver).toEqual(isOver.toSorted());
		for (const part of [events.filter((_, i) => isOver[i]), events.filter((_, i) => !isOver[i])]) {
			const places = part.map(({ event }) => dossier.events.indexOf(event));
			expect(places).toEqual(places.toSorted((a, b) => a - b));
		}
	});

	it('count the sources in the order in which the list first cites them', () => {
		fc.assert(
			fc.property(anySelection, (shown) => {
				const { events, sources } = numberView(dossier, shown);
				expect(sources.map(({ number }) => number)).toEqual(sources.map((_, i) => i + 1));
				const met = [...new Set(events.flatMap((event) => event.sources))];
				expect(met).toEqual(sources.map(({ number }) => number));
			})
		);
	});

	it('join events and sources both ways, and cite what the claims cite, earliest first', () => {
		fc.assert(
			fc.property(anySelection, (shown) => {
				const { events, sources } = numberView(dossier, shown);
				for (const { number, event, sources: cited } of events) {
					const named = cited.map((at) => sources[at - 1]?.source);
					expect(new Set(named.map((source) => source?.id))).toEqual(
						new Set(event.claims.map(({ source }) => source))
					);
					const days = named.map((source) => source?.published?.possibleLast ?? Infinity);
					expect(days).toEqual(days.toSorted((a, b) => a - b));
					for (const at of cited) expect(sources[at - 1]?.events).toContain(number);
				}
				const links = (lists: readonly { events: readonly number[] }[]) =>
					lists.reduce((sum, { events }) => sum + events.length, 0);
				expect(links(sources)).toBe(events.reduce((sum, event) => sum + event.sources.length, 0));
			})
		);
	});

	it('take sources of one address for one, whatever the part of the page', () => {
		const shared = [3, 4, 5];
		const ids = shared.map((i) => dossier.sources[i]?.id as string);
		const one = changed({ shared });
		const { sources, sourceNumbers } = numberView(one, all(one));
		expect(new Set(ids.map((id) => sourceNumbers.get(id))).size).toBe(1);
		expect(sources.length).toBe(dossier.sources.length - 2);
		const cited = sources[(sourceNumbers.get(ids[0] as string) as number) - 1];
		expect(cited?.events.length).toBe(
			one.events.filter(({ claims }) => claims.some(({ source }) => ids.includes(source))).length
		);
	});

	it('leave out sources that nothing shown cites, and claims without a source', () => {
		const [first] = dossier.events;
		if (!first) throw new Error('no event');
		const [claim] = first.claims;
		if (!claim) throw new Error('no claim');
		const event = { ...first, claims: [{ ...claim, source: 'nowhere' }] };
		const { events, sources, sourceNumbers } = numberView(dossier, [{ event, match: 'possible' }]);
		expect(events).toEqual([{ event, match: 'possible', number: 1, sources: [] }]);
		expect(sources).toEqual([]);
		expect(sourceNumbers.size).toBe(0);
	});

	it('number only what was published by the day that the view asks for', () => {
		const day = OPENING - 71;
		const known = dossierAsOf(dossier, day);
		const { sources } = numberView(known, all(known));
		expect(sources.length).toBeGreaterThan(3);
		expect(sources.length).toBeLessThan(dossier.sources.length);
		for (const { source } of sources) expect(source.published?.last).toBeLessThanOrEqual(day);
	});
});
