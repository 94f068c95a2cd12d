import type { DossierEvent, EventClaim, Source } from './dossier';
import type { DossierHeader } from './schema';
import { byPublication } from './status';

/** What one side says of an event now. */
export interface Version {
	/** Label of the side; undefined for those of no side. */
	side: string | undefined;
	/** The newest claim of each that speaks for it, in the order in which they became known. */
	claims: EventClaim[];
}

/**
 * The versions of an event side by side: a party each, in the dossier's order, then those of no party.
 * Where the dossier names no parties, each that speaks is a version by itself. Fewer than two are
 * none: there is nothing to set beside.
 * @param sources by id
 */
export function versionsOf(
	event: Pick<DossierEvent, 'claims'>,
	header: Pick<DossierHeader, 'sides' | 'actors'>,
	sources: ReadonlyMap<string, Source>
): Version[] {
	const sideOf = new Map(header.actors.map((actor) => [actor.id, actor.side]));
	const newest = new Map<string, EventClaim>();
	for (const claim of byPublication(event.claims, sources)) {
		newest.delete(claim.by);
		newest.set(claim.by, claim);
	}
	const claims = [...newest.values()];
	const parties = header.sides.filter(({ party }) => party);
	const versions: Version[] =
		parties.length > 0
			? parties.map(({ id, label }) => ({
					side: label,
					claims: claims.filter(({ by }) => sideOf.get(by) === id)
				}))
			: claims.map((claim) => ({ side: undefined, claims: [claim] }));
	if (parties.length > 0) {
		const rest = claims.filter(({ by }) => !parties.some(({ id }) => id === sideOf.get(by)));
		versions.push({ side: undefined, claims: rest });
	}
	const heard = versions.filter((version) => version.claims.length > 0);
	return heard.length > 1 ? heard : [];
}
