import { parse, stringify } from 'devalue';
import type { DayRange } from '../core/date/match';
import type { Dossier } from '../core/dossier/dossier';
import { isRemark } from '../core/notes/note';
import type { Look } from '../core/picture/stack-mark';
import type { Area } from '../core/view/area';
import type { Extent } from '../timeline/extent';
import type { FilePicture } from './picture';

/** What the script of an offline file is given: what it draws from and filters, and no more. */
export interface FileData {
	/** Its events in the order of the dossier, without what only their cards say. */
	dossier: Dossier;
	/** How each event's symbol looks, in the same order. */
	looks: readonly Look[];
	picture: FilePicture;
	/** The days that are chosen when the file is opened. */
	range: DayRange;
	/** The days that the slider's axis shows first. */
	opening: Extent;
	/** Of the place names. */
	language: string;
	/** Id of the event whose card is open when the file is opened. */
	selected?: string | undefined;
	area?: Area | undefined;
	fade?: boolean | undefined;
}

/** As text that stands in a page: no `<` is in it, so no title ends the element that holds it. */
export function writeData(data: FileData): string {
	return stringify(data);
}

/** What `writeData` wrote, ±Infinity and objects that stand in two places as they were. */
export function readData(text: string): FileData {
	return parse(text) as FileData;
}

/** A dossier as far as map and slider ask for it: nothing that is text of a card, a claim or a source. */
export function drawnOf(dossier: Dossier, held: ReadonlySet<string>): Dossier {
	const events = dossier.events
		.filter(({ id }) => held.has(id))
		.map((event) => ({ ...event, title: '', summary: undefined, claims: [], actors: [] }));
	const named = new Set(events.flatMap(({ place, concerns }) => [place, ...concerns]));
	return {
		header: { ...dossier.header, actors: [], corrections: [] },
		sources: [],
		notes: dossier.notes.filter((note) => !isRemark(note)),
		stories: [],
		places: dossier.places.filter(({ id }) => named.has(id)),
		events
	};
}
