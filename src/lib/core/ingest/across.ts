import type { DossierEvent } from '../dossier/dossier';
import type { EventDraft, Reading } from './draft';
import { sameEvent } from './events/same';
import { whenOf } from './events/when';

/**
 * Readings of several articles, in which a draft that an article before tells of too points at that draft: it
 * is then a further claim on it, not a twin. What a dossier knows already goes before.
 * @param idOf what a draft is known by to whoever gets them all
 */
export function linkAcross(
	readings: readonly Reading[],
	idOf: (reading: Reading, draft: EventDraft) => string
): Reading[] {
	const told: DossierEvent[] = [];
	return readings.map((reading) => {
		const drafts = reading.drafts.map((draft) => {
			const same = draft.same ?? sameEvent(draft, { places: [], events: told });
			return same ? { ...draft, same } : draft;
		});
		for (const draft of reading.drafts)
			if (!draft.same) told.push(asEvent(idOf(reading, draft), draft));
		return { ...reading, drafts };
	});
}

function asEvent(id: string, draft: EventDraft): DossierEvent {
	const { title, type, when, geometry, place, precision, actors } = draft;
	return {
		id,
		title,
		when: whenOf(when) ?? null,
		type,
		geometry,
		...(place?.id !== undefined && { place: place.id }),
		precision,
		concerns: [],
		actors,
		claims: []
	};
}
