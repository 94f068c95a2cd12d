import { parseDay } from '../date/day';
import type { Dossier, DossierEvent } from '../dossier/dossier';
import type { ShownEvent } from './filter';

/** The two parts of a list of events, each in the order of the dossier. */
export interface ListOrder {
	own: readonly ShownEvent[];
	/** What was over before the dossier's own time began. */
	background: readonly ShownEvent[];
}

/**
 * The events in the order in which every list of them stands – the viewer's, a report's, an export's:
 * those of the dossier's own time, then its background. A dossier that opens nowhere has no background.
 * @param shown in the order of the dossier
 */
export function listOrder(
	{ header }: Pick<Dossier, 'header'>,
	shown: readonly ShownEvent[]
): ListOrder {
	const opening = parseDay(header.openingView.from ?? '');
	if (opening === undefined) return { own: shown, background: [] };
	const isBackground = ({ when }: DossierEvent) => when !== null && when.possibleLast < opening;
	const own: ShownEvent[] = [];
	const background: ShownEvent[] = [];
	for (const item of shown) (isBackground(item.event) ? background : own).push(item);
	return { own, background };
}
