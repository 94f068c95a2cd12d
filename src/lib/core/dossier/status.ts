import type { Day } from '../date/day';
import type { DossierEvent, EventClaim, Source } from './dossier';
import type { Figure } from './schema';

/** What the known claims make of an event; docs/format.md says by which rules. */
export interface Status {
	status: 'denied' | 'planned' | 'confirmed' | 'reported';
	/** Planned for days that are past, and no report that it was held. */
	overdue: boolean;
	/** A denial stands beside a report, or the newest figures of two claimants differ. */
	contested: boolean;
}

/** The day from which a source is known: the latest that its publication may have. */
export function knownFrom(source: Source | undefined): Day {
	return source?.published?.possibleLast ?? Infinity;
}

/**
 * The status of an event, derived from its claims and never stored.
 * @param sources by id
 * @param day the day on which it is asked, in days since 1970-01-01
 */
export function statusOf(
	event: DossierEvent,
	sources: ReadonlyMap<string, Source>,
	day: Day
): Status {
	const claims = byPublication(event.claims, sources);
	const stances = new Set(claims.map((claim) => claim.stance));
	const denied = stances.has('denies');
	const contested =
		(denied && (stances.has('reports') || stances.has('confirms'))) ||
		figuresDiffer(claims, sources);
	if (denied && stances.size === 1) return { status: 'denied', overdue: false, contested };
	if (stances.has('announces') && stances.size === 1)
		return { status: 'planned', overdue: (event.when?.possibleLast ?? Infinity) < day, contested };
	const first = claims.find((claim) => claim.stance !== 'denies');
	const confirmed =
		!denied && claims.some((claim) => claim.stance === 'confirms' && claim.by !== first?.by);
	return { status: confirmed ? 'confirmed' : 'reported', overdue: false, contested };
}

/** Claims in the order in which they became known; those of one day keep the dossier's order. */
export function byPublication(
	claims: EventClaim[],
	sources: ReadonlyMap<string, Source>
): EventClaim[] {
	const day = (claim: EventClaim) => {
		const known = knownFrom(sources.get(claim.source));
		return known === Infinity ? Number.MAX_SAFE_INTEGER : known;
	};
	return claims.toSorted((a, b) => day(a) - day(b));
}

function figuresDiffer(claims: EventClaim[], sources: ReadonlyMap<string, Source>): boolean {
	const newest = new Map<string, Map<string, Figure>>();
	const dated = (claim: EventClaim) => knownFrom(sources.get(claim.source)) !== Infinity;
	// A figure whose day of publication nobody knows does not outdate another.
	const ordered = [...claims.filter((claim) => !dated(claim)), ...claims.filter(dated)];
	for (const claim of ordered)
		for (const figure of claim.figures ?? []) {
			const counted = `${figure.what} ${figure.side}`;
			const byWhom = newest.get(counted) ?? new Map<string, Figure>();
			newest.set(counted, byWhom.set(claim.by, figure));
		}
	const bounds = ({ n, min, max }: Figure) => `${n ?? min ?? 0} ${n ?? max ?? Infinity}`;
	return [...newest.values()].some((byWhom) => new Set([...byWhom.values()].map(bounds)).size > 1);
}
