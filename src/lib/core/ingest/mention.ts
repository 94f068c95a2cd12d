import type { Span } from './article';

/** A date that an article writes, and the calendar that it stands for. */
export interface DateMention extends Span {
	/** As written. */
	text: string;
	/** EDTF level 1, as the passage gives it; null where it cannot be told. */
	value: string | null;
	/** A time of day beside it, as written, and as `17:00`, `17:00+04:00` where that is clear. */
	time?: { text: string; value?: string };
	/** When it lies, seen from the day of publication: a coming day is only announced. */
	tense: 'past' | 'present' | 'future';
	/** Why this value, in words for a reader: `Thursday before the Sunday of publication`. */
	reason: string;
}

/** What a name may stand for. */
export interface Candidate {
	name: string;
	/** Degrees WGS 84. */
	lat: number;
	lon: number;
	kind: PlaceKind;
	/** ISO 3166-1 alpha-2, where it lies in one country. */
	country?: string;
	/** The province's name, where that is known. */
	province?: string;
	population?: number;
	/** Its id in the dossier's gazetteer. */
	id?: string;
	/** Where the coordinates come from: `dossier`, `GeoNames`, `Natural Earth`… */
	source: string;
	/** Share of the evidence, 0–1; those of a mention add up to at most 1. */
	weight: number;
}

export type PlaceKind =
	'country' | 'province' | 'district' | 'region' | 'city' | 'village' | 'lake' | 'feature' | string;

/** A place that an article names. */
export interface PlaceMention extends Span {
	/** As written. */
	text: string;
	/** What it was taken for: the first of its candidates. Null where it is unresolved. */
	name: string | null;
	lat: number | null;
	lon: number | null;
	kind: PlaceKind | null;
	/** Its id in the dossier's gazetteer. */
	id?: string;
	/** Stands for who governs there, as in `Moscow has responded`: nothing took place there. */
	metonym?: true;
	/** Best first, at most five. */
	candidates: Candidate[];
	/** Why this candidate, or why none, in words for a reader. */
	reason: string;
}

/** A word that says of what country somebody is, not where something was: `Armenian`, `Russian-brokered`. */
export interface Hint extends Span {
	text: string;
	/** ISO 3166-1 alpha-2. */
	country: string;
}

/** A person that an article names: no place, whatever the name is of. */
export interface PersonMention extends Span {
	text: string;
}

/** All that an article names in space. */
export interface PlacesFound {
	places: PlaceMention[];
	hints: Hint[];
	persons: PersonMention[];
}
