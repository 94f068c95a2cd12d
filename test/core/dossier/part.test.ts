import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { partOf } from '../../../src/lib/core/dossier/part';
import { syntheticDossier } from '../view/synthetic';

const dossier = syntheticDossier(60, 5);

describe('a part of a dossier', () => {
	it('has what its events name, and nothing that none of them names', () => {
		fc.assert(
			fc.property(fc.subarray(dossier.events), (events) => {
				const part = partOf(dossier, events);
				const text = JSON.stringify(events);
				for (const { id } of dossier.sources)
					expect(part.sources.some((source) => source.id === id)).toBe(text.includes(`"${id}"`));
				for (const { id } of dossier.places)
					expect(part.places.some((place) => place.id === id)).toBe(text.includes(`"${id}"`));
				expect(part.events).toEqual(events);
			})
		);
	});
});
