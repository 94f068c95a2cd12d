import type { Dossier, DossierEvent, Source } from './dossier';
import type { DossierHeader, Side } from './schema';

/** The side that a source's publisher is counted to, or undefined. */
export function sideOfSource(header: DossierHeader, source: Source): Side | undefined {
	return header.sides.find((side) => side.publishers.includes(source.publisher));
}

/** How many sources each side's publishers gave, in the dossier's order; those of no side last. */
export function sourcesBySide({ header, sources }: Dossier): { label: string; count: number }[] {
	const counts = header.sides.map((side) => ({
		label: side.label,
		count: sources.filter((source) => sideOfSource(header, source) === side).length
	}));
	const rest = sources.filter((source) => !sideOfSource(header, source)).length;
	if (rest > 0)
		counts.push({ label: header.sides.length > 0 ? 'Not assigned' : 'All', count: rest });
	return counts.filter(({ count }) => count > 0);
}

/**
 * The parties whose own version of an incident stands in no claim. Empty for events that are no
 * incident between parties, such as a meeting.
 */
export function silentParties(header: DossierHeader, event: DossierEvent): Side[] {
	const type = header.types.find(({ id }) => id === event.type);
	if (!type?.incident) return [];
	const sideOf = new Map(header.actors.map((actor) => [actor.id, actor.side]));
	const heard = new Set(event.claims.map((claim) => sideOf.get(claim.by)));
	return header.sides.filter((side) => side.party && !heard.has(side.id));
}
