import { formatDay, type Day } from '../core/date/day';
import type { DayRange } from '../core/date/match';
import { numberView, type Numbering } from '../core/cite/number';
import type { Dossier, DossierEvent } from '../core/dossier/dossier';
import type { ShownNote } from '../core/notes/filter';
import { isRemark, type AuthorNote } from '../core/notes/note';
import type { Status } from '../core/dossier/status';
import { openingPosition } from '../core/picture/opening';
import type { Camera } from '../core/picture/camera';
import type { Ground } from '../core/picture/picture';
import { looksOf } from '../core/picture/stack-mark';
import type { ViewNote } from '../core/view/codec';
import type { ShownEvent } from '../core/view/filter';
import { showView } from '../core/view/show';
import type { View } from '../core/view/view';
import { extentOf } from '../timeline/extent';
import { drawnOf, type FileData } from './data';

/** Pixels for which the ground is drawn: the file shows it smaller or larger. */
const SIZE = { width: 1024, height: 640 } as const;

/**
 * Most events in one file. Each has its card in the page, so that it can be read without a script: more
 * would be a page that no browser opens gladly.
 */
export const MOST_EVENTS = 2_000;

/** A view as a file holds it: every event that its filters let through, and the dates chosen among them. */
export interface FileView {
	view: View;
	/** As known on the view's day. */
	dossier: Dossier;
	/** The day on which status is asked, and today. */
	day: Day;
	today: Day;
	range: DayRange;
	/** What the file holds, in the order of the dossier. */
	held: readonly ShownEvent[];
	/** What of it the chosen dates show. */
	shown: readonly ShownEvent[];
	/** The author's notes that it holds, whatever dates are chosen: all but remarks on events. */
	heldNotes: readonly AuthorNote[];
	/** Those that the chosen dates show. */
	shownNotes: readonly ShownNote[];
	/** Of all that it holds: the numbers stay, whatever dates are chosen. */
	numbering: Numbering;
	statusOf: (event: DossierEvent) => Status;
	language: string;
	camera: Camera;
	notes: readonly ViewNote[];
	/** On the reader's disk: `harbour-from-2021-05-12-to-2021-05-18.html`. */
	name: string;
}

/**
 * What a file of an address' view holds: its dates may be changed there, so all that its other filters let
 * through. Where that is more than `MOST_EVENTS`, what its dates show; undefined where that too is more.
 */
export function fileView(whole: Dossier, query: string, today: Day): FileView | undefined {
	const { view, dossier, day, candidates, shown, shownNotes, statusOf, notes } = showView(
		whole,
		query,
		today
	);
	// Of no dates at all everything is certain.
	const held =
		candidates.length > MOST_EVENTS
			? shown
			: candidates.map((event): ShownEvent => ({ event, match: 'certain' }));
	if (held.length > MOST_EVENTS) return undefined;
	return {
		view,
		dossier,
		day,
		today,
		range: { from: view.from, to: view.to },
		held,
		shown,
		heldNotes: dossier.notes.filter((note) => !isRemark(note)),
		shownNotes,
		numbering: numberView(dossier, held),
		statusOf,
		language: view.labels ?? dossier.header.language,
		camera: { ...(view.map ?? openingPosition(dossier, SIZE.width)), ...SIZE },
		notes,
		name: nameOf(dossier.header.id, view)
	};
}

/** Of letters, digits and hyphens alone, as the dossier's id is. */
function nameOf(id: string, { from, to, asof }: View): string {
	const parts = [
		id,
		...(from === undefined ? [] : ['from', formatDay(from)]),
		...(to === undefined ? [] : ['to', formatDay(to)]),
		...(asof === undefined ? [] : ['as-known', formatDay(asof)])
	];
	return `${parts.join('-')}.html`;
}

/** What the script of the file is given. */
export function dataOf(file: FileView, { names, outlines, camera }: Ground): FileData {
	const { view, dossier, held, range, language, day } = file;
	const drawn = drawnOf(dossier, new Set(held.map(({ event }) => event.id)));
	const look = looksOf(dossier, file.statusOf);
	return {
		dossier: drawn,
		looks: held.map(({ event }) => look(event)),
		picture: { names, outlines, camera },
		range,
		opening: extentOf(dossier, day),
		language,
		selected: view.event,
		area: view.area,
		fade: view.fade
	};
}
