import { excerptInWords } from '../columns/excerpt';
import type { Day } from '../date/day';
import type { Dossier, DossierEvent } from '../dossier/dossier';
import { dossierAsOf } from '../dossier/known';
import { statusOf, type Status } from '../dossier/status';
import { createNoteFilter, type ShownNote } from '../notes/filter';
import { withoutNotes } from '../notes/known';
import { isRemark } from '../notes/note';
import { nameableIn, readView } from '../story/address';
import type { Story } from '../story/schema';
import type { ViewNote } from './codec';
import { createFilter, type ShownEvent, type Tallies } from './filter';
import { eventTable, type EventTable } from './table';
import type { View } from './view';

/** What an address shows of a dossier: the viewer's answer, for what is made without one. */
export interface ShownView {
	view: View;
	/** As known on the view's day; without one, the whole. */
	dossier: Dossier;
	/** The day on which status is asked: the view's `asof`, else today. */
	day: Day;
	/** In the order of the dossier. */
	shown: readonly ShownEvent[];
	/** What passes all filters, whatever its date, in the same order. */
	candidates: readonly DossierEvent[];
	tallies: Tallies;
	/** The author's notes in these dates, but for remarks on events, which show with their event. */
	shownNotes: readonly ShownNote[];
	statusOf: (event: DossierEvent) => Status;
	/** Sentences on what of the address could not be taken as it stood, and on events that are not here. */
	notes: readonly ViewNote[];
}

const tables = new WeakMap<Dossier, EventTable>();

/**
 * The view of a query string over a dossier; never throws. An address that is too long is not read and
 * shows everything, as in the viewer: whoever answers with data refuses it before (MAX_QUERY_LENGTH).
 * @param today days since 1970-01-01
 */
export function showView(whole: Dossier, query: string, today: Day): ShownView {
	const { view, notes } = readView(query, nameableIn(whole));
	const noted = view.notes === false ? withoutNotes(whole) : whole;
	const dossier = view.asof === undefined ? noted : dossierAsOf(noted, view.asof);
	const day = view.asof ?? today;
	const sources = new Map(dossier.sources.map((source) => [source.id, source]));
	const status = (event: DossierEvent) => statusOf(event, sources, day);
	// Nothing in the table hangs on the day: what is overdue is planned all the same.
	const table = tables.get(dossier) ?? eventTable(dossier, status);
	tables.set(dossier, table);
	const { shown, candidates, tallies } = createFilter(table)(view);
	const { excerpt } = whole;
	const partial = excerpt && excerptInWords(excerpt);
	return {
		view,
		dossier,
		day,
		shown,
		candidates,
		tallies: excerpt ? { ...tallies, total: excerpt.total } : tallies,
		shownNotes: createNoteFilter(dossier.notes.filter((note) => !isRemark(note)))(view),
		statusOf: status,
		notes: partial ? [partial, ...notes] : notes
	};
}

/** What each step of a story shows by itself. @param today days since 1970-01-01 */
export function showSteps(whole: Dossier, { id, steps }: Story, today: Day): ShownView[] {
	return steps.map((step) => showView(whole, `story=${id}&step=${step.id}`, today));
}
