import type { PlaceFeature } from '../../lib/core/dossier/schema';

/** Places that may still become more, and what each lies within. */
export class GrowingPlaces {
	readonly #within = new Map<string, readonly string[]>();
	readonly #chains = new Map<string, readonly string[]>();
	#taken = 0;

	/** Takes in what a growing list has had added at its end. */
	take(places: readonly PlaceFeature[]): void {
		for (; this.#taken < places.length; this.#taken++) {
			const { id, properties } = places[this.#taken] as PlaceFeature;
			if (!this.#within.has(id)) this.#within.set(id, properties.within);
		}
	}

	has(id: string): boolean {
		return this.#within.has(id);
	}

	/** The place and all that it lies within, as `withAncestors` of core/place has them; those have to be there before it. */
	chainOf(id: string): readonly string[] {
		const before = this.#chains.get(id);
		if (before) return before;
		const chain = new Set([id]);
		for (const member of chain)
			for (const outer of this.#within.get(member) ?? []) chain.add(outer);
		const found = [...chain];
		this.#chains.set(id, found);
		return found;
	}
}
