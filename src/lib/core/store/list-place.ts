import { heldDay, OPEN_AFTER } from '../columns/columns';
import { parseDay, type Day } from '../date/day';
import type { Dossier, DossierEvent } from '../dossier/dossier';
import type { ListPlace } from './store';

/** The day on which a dossier's own time begins: what was over before it stands last in the list. */
export function openingOf({ header }: Pick<Dossier, 'header'>): Day | undefined {
	return parseDay(header.openingView.from ?? '') ?? undefined;
}

/** Where an event stands in the list of its dossier. @param opening as `openingOf` says */
export function placeInList({ id, when }: DossierEvent, opening: Day | undefined): ListPlace {
	if (!when) return { background: 0, first: OPEN_AFTER, last: OPEN_AFTER, id };
	return {
		background: opening !== undefined && heldDay(when.possibleLast) < opening ? 1 : 0,
		first: heldDay(when.first),
		last: heldDay(when.last),
		id
	};
}

/** Behind whatever the list has: ids are made of letters, digits and hyphens. */
export const BEHIND_ALL: ListPlace = {
	background: 1,
	first: OPEN_AFTER,
	last: OPEN_AFTER,
	id: 'zzzzzzzzzzzzzzzz'
};
