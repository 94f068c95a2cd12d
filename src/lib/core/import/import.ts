import type { Actor, CslItem, EventFeature, EventType, PlaceFeature } from '../dossier/schema';

/** A row of a table of somebody else's, on its way to an event of a dossier. */
export interface TableRow {
	/** The line on which it begins in its file, from 1; its number among the features or rows where it has no lines. */
	line: number;
	/** In the order of the table's columns, as text; what is missing is ''. */
	cells: readonly string[];
}

/** Why a row was left out, or what of it is to be looked at. */
export interface RowFault {
	line: number;
	/** The column that is at fault; without one, the row as a whole. */
	column?: string | undefined;
	/** A short key by which faults are counted, e.g. `date`, `swapped`, `duplicate`. */
	kind: string;
	expected: string;
	found: string;
	mend: string;
}

/** What a row became. */
export type RowResult =
	| {
			event: EventFeature;
			/** The items that its claims cite, but for the data set's own. */
			sources: readonly CslItem[];
			/** What was taken as it stands and should be looked at. */
			warnings?: readonly RowFault[];
	  }
	| { refused: RowFault };

/** What the rows have brought that is not an event: lists that grow at their ends as they come. */
export interface Vocabulary {
	types: readonly EventType[];
	actors: readonly Actor[];
	places: readonly PlaceFeature[];
	/** The data set itself, where its rows have no sources of their own. */
	sources: readonly CslItem[];
}

/** Makes events of the rows of one table. */
export interface RowMapper {
	/** Whose columns these are, e.g. `UCDP GED`; `own mapping` where somebody has said which is which. */
	readonly dataset: string;
	map: (row: TableRow) => RowResult;
	/** The same object at every time. */
	readonly vocabulary: Vocabulary;
}

/** Fields of an event that a column can be mapped to. */
export const TARGETS = [
	'id',
	'title',
	'summary',
	'date',
	'end',
	'lat',
	'lon',
	'type',
	'place',
	'precision',
	'actors',
	'text',
	'source-url',
	'source-title',
	'source-publisher',
	'source-date'
] as const;
export type Target = (typeof TARGETS)[number];

/** Which column is which, and how its dates are written. */
export interface Mapping {
	columns: Partial<Record<Target, string>>;
	/** Undefined while 03/04/2021 could be either: it is asked, never guessed. */
	dateOrder?: 'ymd' | 'dmy' | 'mdy' | undefined;
	/** Decimal mark of the coordinates. */
	decimal: '.' | ',';
	/** The data set as a source: what is cited where a row has none. */
	dataset: { title: string; publisher: string; url?: string; issued?: string };
}

/** What was made of a file. */
export interface ImportReport {
	dataset: string;
	read: number;
	imported: number;
	refused: number;
	/** How many rows each kind of refusal and of warning has, and the first few of them with their lines. */
	refusals: readonly FaultGroup[];
	warnings: readonly FaultGroup[];
}

export interface FaultGroup {
	kind: string;
	count: number;
	/** At most ten. */
	first: readonly RowFault[];
}
