import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { numberView } from '../../../src/lib/core/cite/number';
import { printedOf } from '../../../src/lib/ui/report/printed';
import { syntheticDossier } from '../../core/view/synthetic';

const dossier = syntheticDossier(80, 5);
const numbering = numberView(
	dossier,
	dossier.events.map((event) => ({ event, match: 'certain' as const }))
);

describe('what a report prints in full', () => {
	it('is the first events and just the sources that they cite, their numbers unchanged', () => {
		fc.assert(
			fc.property(fc.integer({ min: 0, max: 90 }), (most) => {
				const { events, sources, left } = printedOf(numbering, most);
				expect(events).toEqual(numbering.events.slice(0, most));
				expect(left).toBe(numbering.events.length - events.length);
				const cited = new Set(events.flatMap((event) => event.sources));
				expect(sources.map(({ number }) => number)).toEqual([...cited].sort((a, b) => a - b));
				for (const source of sources) expect(numbering.sources).toContain(source);
			})
		);
	});
});
