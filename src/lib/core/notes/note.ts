import type { Day } from '../date/day';
import type { When } from '../date/when';
import type { Geometry } from '../dossier/schema';
import type { Measured } from './measure';

/** What a note is drawn as: its text alone, a line with a head at its end, a line, an area. */
export const NOTE_KINDS = ['text', 'arrow', 'line', 'area'] as const;
export type NoteKind = (typeof NOTE_KINDS)[number];

/** How strongly a note's line is drawn. Names, so that each theme has colours of its own for them. */
export const TONES = ['ink', 'accent', 'quiet'] as const;
export type Tone = (typeof TONES)[number];

/** What a note may be drawn as. */
export type NoteGeometry = Extract<Geometry, { type: 'Point' | 'LineString' | 'Polygon' }>;

/** An author's note as the product works with it: on the map, on an event or on one of its claims. */
export interface AuthorNote {
	id: string;
	/** Of the geometry; `text` where there is none. */
	kind: NoteKind;
	/** Plain text: links and line breaks are made of it where it is shown (`text.ts`). */
	text: string;
	/** The days on which it shows; null: on all. */
	when: When | null;
	geometry: NoteGeometry | null;
	/** Its author asks for its length or its size. */
	measure?: true | undefined;
	/** What that is; undefined also where an area crosses itself, so that nobody knows what is in it. */
	measured?: Measured | undefined;
	style: { tone: Tone; dash: boolean };
	author?: string | undefined;
	/** The day it was written: it is known from then on. Undefined: nobody knows from when. */
	written?: Day | undefined;
	/** Id of the event that it is about. */
	event?: string | undefined;
	/** The claim of that event that it is about: who makes it, in which source. */
	claim?: { source: string; by: string } | undefined;
}

/** Whether a note is about an event and nothing else: it stands in the event's card, not on the map. */
export function isRemark({ geometry, event }: Pick<AuthorNote, 'geometry' | 'event'>): boolean {
	return geometry === null && event !== undefined;
}
