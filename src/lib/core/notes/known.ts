import type { Day } from '../date/day';
import type { Dossier, DossierEvent } from '../dossier/dossier';
import type { AuthorNote } from './note';

/**
 * The notes that were there on a day: those written by then. One about an event, or about a claim, is known
 * no earlier than what it is about.
 * @param events as known on that day
 */
export function notesAsOf(
	notes: readonly AuthorNote[],
	day: Day,
	events: readonly DossierEvent[]
): AuthorNote[] {
	if (notes.length === 0) return [];
	const byId = new Map(events.map((event) => [event.id, event]));
	return notes.filter(({ written, event, claim }) => {
		if (written === undefined || written > day) return false;
		if (event === undefined) return true;
		const known = byId.get(event);
		return known !== undefined && (!claim || known.claims.some((made) => isClaim(made, claim)));
	});
}

/** Whether a claim is the one that a note names. */
export function isClaim(
	made: { source: string; by: string },
	named: { source: string; by: string }
): boolean {
	return made.source === named.source && made.by === named.by;
}

/** What an author remarks on an event. */
export interface Remarks {
	/** On the event as a whole. */
	event: AuthorNote[];
	/** On one of its claims; where the same source has two by the same, on the first of them. */
	of: (claim: { source: string; by: string }) => readonly AuthorNote[];
}

/** The remarks on an event, in the order of the dossier. */
export function remarksOn(
	{ notes }: Pick<Dossier, 'notes'>,
	{ id, claims }: Pick<DossierEvent, 'id' | 'claims'>
): Remarks {
	const own = notes.filter(({ event }) => event === id);
	return {
		event: own.filter(({ claim }) => !claim),
		of: (made) =>
			own.filter(
				({ claim }) => claim && claims.find((candidate) => isClaim(candidate, claim)) === made
			)
	};
}

const kept = new WeakMap<Dossier, Dossier>();

/** The dossier without its author's notes; the same object each time. */
export function withoutNotes(dossier: Dossier): Dossier {
	if (dossier.notes.length === 0) return dossier;
	const known = kept.get(dossier) ?? { ...dossier, notes: [] };
	kept.set(dossier, known);
	return known;
}
