import type { When } from '../date/when';
import type { AuthorNote } from '../notes/note';
import type { Story } from '../story/schema';
import type { Claim, CslItem, DossierHeader, Geometry, Names, Precision } from './schema';

/** A dossier as the product works with it: sound, resolved, plain data that JSON-like codecs carry. */
export interface Dossier {
	header: DossierHeader;
	sources: Source[];
	places: Place[];
	/** By first day, then last day, then id; events without a date come last. */
	events: DossierEvent[];
	/** The author's, by the first day on which they show; those that always show come last. */
	notes: AuthorNote[];
	/** What an author tells across the events, in steps. */
	stories: Story[];
}

export interface Source {
	id: string;
	title: string;
	/** CSL's container-title, else its publisher. */
	publisher: string;
	/** Persons or bodies as written, e.g. `AFP`. */
	authors: string[];
	/** Null where the source has no date. It is known from the latest day that it may have. */
	published: When | null;
	url?: string | undefined;
	archiveUrl?: string | undefined;
	language?: string | undefined;
	note?: string | undefined;
	/** The item as it came, fields that Dateline does not read among it; unsound ones are left out. */
	csl: CslItem;
}

export interface Place {
	id: string;
	kind: string;
	names: Names;
	country: string[];
	within: string[];
	located?: string | undefined;
	/** Id of the ground map's area whose outline is the place's, e.g. `AM-SU`. */
	area?: string | undefined;
	geometry: Geometry | null;
}

/** A claim whose own date, if it states one, is read. */
export type EventClaim = Omit<Claim, 'when'> & { when?: When | undefined };

export interface DossierEvent {
	id: string;
	title: string;
	summary?: string | undefined;
	/** Null where the sources give no date, or none that holds. */
	when: When | null;
	/** Time of day as its source writes it, e.g. `20:54:04Z`. It filters and orders nothing. */
	time?: string | undefined;
	type: string;
	geometry: Geometry | null;
	place?: string | undefined;
	precision: Precision;
	radiusKm?: number | undefined;
	concerns: string[];
	actors: string[];
	claims: EventClaim[];
}
