import { numberView, type Numbering } from '../cite/number';
import { calendarOf } from '../date/day';
import { dayInWords, monthInWords, rangeInWords } from '../date/words';
import type { Dossier, DossierEvent } from '../dossier/dossier';
import { owedOn } from '../dossier/owed';
import type { ShownNote } from '../notes/filter';
import type { ShownEvent } from '../view/filter';
import type { ShownView } from '../view/show';
import type { View } from '../view/view';
import { ATTRIBUTION } from './furniture';
import { looksOf, type Look } from './stack-mark';

/** What a figure tells, whatever its size. */
export interface FigureContent {
	/** As known on the view's day. */
	dossier: Dossier;
	view: View;
	shown: readonly ShownEvent[];
	/** The author's notes in these dates. */
	shownNotes: readonly ShownNote[];
	/** How many events the dossier has, as known on that day. */
	total: number;
	numbering: Numbering;
	look: (event: DossierEvent) => Look;
	/** Of the place names. */
	language: string;
	/** Who made the ground map, then what else is owed. They are never cut. */
	credits: readonly string[];
	/** Address of the live view; undefined where nobody serves it. */
	link?: string | undefined;
	/** Sentences on what of the address could not be taken as it stood. */
	notes: readonly string[];
}

/** @param link address of the live view, where somebody serves it */
export function figureContent(
	{ view, dossier, shown, shownNotes, statusOf, tallies, notes }: ShownView,
	link?: string
): FigureContent {
	return {
		dossier,
		view,
		shown,
		shownNotes,
		total: tallies.total,
		numbering: numberView(dossier, shown),
		look: looksOf(dossier, statusOf),
		language: view.labels ?? dossier.header.language,
		credits: [`Map: ${ATTRIBUTION}`, ...owedOn(dossier.header)],
		link,
		notes
	};
}

/**
 * The dates that a figure shows, what was known by when, and how much of the dossier it is.
 * @param counted how many events the view shows, where `shown` holds only the first of them
 */
export function datesInWords(
	{ view, shown, total }: Pick<FigureContent, 'view' | 'shown' | 'total'>,
	counted = shown.length
): string {
	const bounded = view.from !== undefined || view.to !== undefined;
	// What the others span is not known.
	const span = counted > shown.length ? '' : spanInWords(shown);
	const range = bounded ? rangeInWords(view.from, view.to) : span;
	const known = view.asof === undefined ? '' : `as known on ${dayInWords(view.asof)}`;
	const dates = [range, known].filter(Boolean).join(', ');
	const all = `${inDigits(total)} ${total === 1 ? 'event' : 'events'}`;
	const count = counted === total ? all : `${inDigits(counted)} of ${all}`;
	return [dates, count]
		.filter(Boolean)
		.join(' · ')
		.replace(/^[a-z]/, (letter) => letter.toUpperCase());
}

/** From the month of the earliest event to that of the latest; no day, for nobody chose one. */
function spanInWords(shown: readonly ShownEvent[]): string {
	let first = Infinity;
	let last = -Infinity;
	for (const { event } of shown) {
		if (!event.when) continue;
		if (Number.isFinite(event.when.first)) first = Math.min(first, event.when.first);
		if (Number.isFinite(event.when.last)) last = Math.max(last, event.when.last);
	}
	if (!(first <= last)) return '';
	const [from, to] = [first, last].map((day) => monthInWords(calendarOf(day))) as [string, string];
	return from === to ? from : `${from} to ${to}`;
}

/** A number as English writes it: 314,159. */
const inDigits = (number: number): string => number.toLocaleString('en');
