import { numberView, type Numbering } from '../cite/number';
import type { Day } from '../date/day';
import type { Dossier } from '../dossier/dossier';
import { showView, type ShownView } from '../view/show';

/** A view that is about to leave the app as a file. */
export interface ExportView extends ShownView {
	numbering: Numbering;
	/** Of the names of places and actors. */
	language: string;
	/** The query string as it came, without `?`. */
	query: string;
	/** Address of the dossier's page, with no slash at the end, e.g. `https://maps.example/harbour`. */
	home: string;
}

/**
 * @param query as the viewer's
 * @param today days since 1970-01-01
 */
export function exportView(whole: Dossier, query: string, today: Day, home: string): ExportView {
	const shown = showView(whole, query, today);
	return {
		...shown,
		numbering: numberView(shown.dossier, shown.shown),
		language: shown.view.labels ?? whole.header.language,
		query: query.replace(/^\?/, ''),
		home
	};
}

/** The permanent address of an event's page. */
export function eventAddress({ home }: Pick<ExportView, 'home'>, id: string): string {
	return `${home}/events/${id}`;
}
