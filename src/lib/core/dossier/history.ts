import type { EventClaim, Source } from './dossier';
import type { Actor, Figure } from './schema';
import { byPublication } from './status';

/** What a claim changed in what was known before it. */
export type Change =
	| { kind: 'figure'; what: Figure['what']; side: string; before: Figure; now: Figure }
	| { kind: 'when'; before: EventClaim['when']; now: EventClaim['when'] }
	| { kind: 'place'; before: string; now: string }
	/** What had only been announced is reported for the first time. */
	| { kind: 'reported' };

export interface HistoryStep {
	claim: EventClaim;
	changes: Change[];
}

/**
 * The claims of an event in the order in which they became known, each with what it changed. A
 * figure is compared with the last one that the same side gave for the same loss: what the other
 * side says is another version, not a change.
 * @param sources by id
 * @param actors by id
 */
export function historyOf(
	claims: EventClaim[],
	sources: ReadonlyMap<string, Source>,
	actors: ReadonlyMap<string, Actor>
): HistoryStep[] {
	const figures = new Map<string, Figure>();
	let dated: EventClaim | undefined;
	let placed: EventClaim | undefined;
	let announced = false;
	let reported = false;
	return byPublication(claims, sources).map((claim) => {
		const changes: Change[] = [];
		const speaker = actors.get(claim.by)?.side ?? claim.by;
		for (const now of claim.figures ?? []) {
			const key = `${speaker} ${now.what} ${now.side}`;
			const before = figures.get(key);
			if (before && !sameFigure(before, now))
				changes.push({ kind: 'figure', what: now.what, side: now.side, before, now });
			figures.set(key, now);
		}
		if (claim.when) {
			if (dated?.when && dated.when.edtf !== claim.when.edtf)
				changes.push({ kind: 'when', before: dated.when, now: claim.when });
			dated = claim;
		}
		if (claim.place !== undefined) {
			if (placed?.place !== undefined && placed.place !== claim.place)
				changes.push({ kind: 'place', before: placed.place, now: claim.place });
			placed = claim;
		}
		const reports = claim.stance === 'reports' || claim.stance === 'confirms';
		if (reports && announced && !reported) changes.push({ kind: 'reported' });
		announced ||= claim.stance === 'announces';
		reported ||= reports;
		return { claim, changes };
	});
}

function sameFigure(a: Figure, b: Figure): boolean {
	return a.n === b.n && a.min === b.min && a.max === b.max;
}
