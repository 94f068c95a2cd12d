import type { EventClaim, Source } from './dossier';
import type { Actor, Figure, Side } from './schema';
import { byPublication } from './status';

/** The newest figure that each side gave for one loss. */
interface FigureRow {
	what: Figure['what'];
	/** Id of the actor whose loss it is. */
	side: string;
	/** In the order of `claimants`; undefined where that side gave none. */
	figures: (Figure | undefined)[];
}

export interface FigureTable {
	/** Labels of those who give figures, parties first. */
	claimants: string[];
	rows: FigureRow[];
}

/**
 * The figures of an event, set side by side by who gives them: for each loss the newest figure of
 * each side, in the order of publication. Who belongs to no side stands under the own name. A figure
 * that was given as not verified stays so when it is merely repeated.
 */
export function figureTable(
	claims: EventClaim[],
	sources: ReadonlyMap<string, Source>,
	actors: ReadonlyMap<string, Actor>,
	sides: readonly Side[]
): FigureTable {
	const byLoss = new Map<string, { what: Figure['what']; side: string; by: Map<string, Figure> }>();
	const claimants = new Set<string>();
	for (const claim of byPublication(claims, sources)) {
		const side = sides.find(({ id }) => id === actors.get(claim.by)?.side);
		const claimant = side?.label ?? claim.by;
		for (const figure of claim.figures ?? []) {
			claimants.add(claimant);
			const key = `${figure.side} ${figure.what}`;
			const row = byLoss.get(key) ?? { what: figure.what, side: figure.side, by: new Map() };
			const before = row.by.get(claimant);
			row.by.set(claimant, claim.stance === 'confirms' ? figure : stillInDoubt(before, figure));
			byLoss.set(key, row);
		}
	}
	const parties = sides.filter(({ party }) => party).map(({ label }) => label);
	const ordered = [
		...parties.filter((label) => claimants.has(label)),
		...[...claimants].filter((label) => !parties.includes(label))
	];
	const rows = [...byLoss.values()].sort((a, b) =>
		a.side < b.side ? -1 : a.side > b.side ? 1 : 0
	);
	return {
		claimants: ordered,
		rows: rows.map(({ what, side, by }) => ({
			what,
			side,
			figures: ordered.map((claimant) => by.get(claimant))
		}))
	};
}

function stillInDoubt(before: Figure | undefined, now: Figure): Figure {
	const repeated =
		before !== undefined && before.n === now.n && before.min === now.min && before.max === now.max;
	return repeated && before.unverified ? { ...now, unverified: true } : now;
}
