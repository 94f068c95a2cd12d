import { numberView } from '../core/cite/number';
import { citationList, type CitationStyle } from '../core/cite/text';
import { dayAt } from '../core/date/day';
import type { Dossier } from '../core/dossier/dossier';
import { mapInWords } from '../core/embed/share';
import type { ExportName } from '../core/exchange/names';
import { parseView } from '../core/view/codec';
import { showView } from '../core/view/show';
import type { Viewer } from '../state/viewer.svelte';

/** Citations as text, a line each, and how many. */
export interface Citations {
	text: string;
	count: number;
}

/** What of a view leaves the page, however its events are held. */
export interface Taking {
	/** Sources that what is shown cites; undefined where they are not counted. */
	readonly cited: number | undefined;
	/** How much of the view leaves it; undefined: all of it, whatever it is. */
	readonly limits?: TakingLimits | undefined;
	/** Rejects where they cannot be had. */
	citations: (style: CitationStyle) => Promise<Citations>;
	/**
	 * Gives the reader a file of a view, written by the browser: where no server reads queries.
	 * @param home absolute address of the dossier's page, with no slash at its end
	 */
	write: (name: ExportName, query: string, home: string) => Promise<void>;
	/** The map of a view in words, for those who do not see it. @param query the view's */
	describe: (query: string) => Promise<string>;
}

export interface TakingLimits {
	/** Most events in a picture or a report, which show the first of them. */
	drawn: number;
	/** Most in a file of events or sources; there is none of more. */
	exported: number;
	/** The file that has all events of the dossier; undefined where there is none. */
	file: string | undefined;
}

/** What leaves a view whose events are held as objects. */
export function takingOf(viewer: Viewer): Taking {
	const numbering = $derived(numberView(viewer.dossier, viewer.shown));
	return {
		get cited() {
			return numbering.sources.length;
		},
		citations: (style) =>
			Promise.resolve({
				text: citationList(numbering.sources, style),
				count: numbering.sources.length
			}),
		write: (name, query, home) => writeFile(viewer.whole, name, query, home),
		describe: (query) => Promise.resolve(mapInWords(viewer.whole, parseView(query).view))
	};
}

/** The citations of what a view shows of a dossier. */
export function citationsIn(
	dossier: Dossier,
	query: string,
	today: number,
	style: CitationStyle
): Citations {
	const view = showView(dossier, query, today);
	const { sources } = numberView(view.dossier, view.shown);
	return { text: citationList(sources, style), count: sources.length };
}

/** Has the browser write a file of a view of a dossier. */
export async function writeFile(
	dossier: Dossier,
	name: ExportName,
	query: string,
	home: string
): Promise<void> {
	const { exportHere } = await import('./export-here');
	exportHere(dossier, query, dayAt(Date.now()), home, name);
}
