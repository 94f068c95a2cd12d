import type { Mapping, TableRow, Vocabulary } from '../../core/import/import';
import type { Gathering } from '../../core/import/collect';
import type { Judged } from '../../core/import/judge';
import type { Unit } from '../../core/import/read/table';
import type { Counts } from '../../core/import/tally';

/** A file as a table, as far as its first rows show it. */
export interface OpenedTable {
	/** What it is, in words: `CSV, cells parted by semicolons`. */
	format: string;
	unit: Unit;
	/** How it was read where that is not sure, each a sentence. */
	notes: readonly string[];
	/** Each with some of the different texts that stand in it, cut. */
	columns: { name: string; values: string[] }[];
	/** The data set whose columns these are; undefined for any other table. */
	dataset: string | undefined;
	/** Which column is which, by their names. */
	guess: Mapping['columns'];
	/** The first rows, their texts cut. */
	rows: TableRow[];
	/** How many rows were looked at, and whether there are no others. */
	looked: number;
	isWhole: boolean;
}

/** A mapping as somebody says it: what the rows decide may be left out. */
export type SaidMapping = Omit<Mapping, 'decimal'> & { decimal?: Mapping['decimal'] | undefined };

/** What the worker is asked; each question has the number that its answer has. */
export type Asked = { number: number } & (
	| { type: 'open'; file: File }
	/** What the first rows become; undefined: as the data set that is known. */
	| { type: 'judge'; said: SaidMapping | undefined }
	| {
			type: 'read';
			mapping: Mapping | undefined;
			/** What the draft has room for: see `Room`. */
			taken: readonly string[];
			events: number;
			bytes: number;
	  }
);

/** What it answers, `progress` and `rows` any number of times before the last. */
export type Answer = { number: number } & (
	| { type: 'progress'; bytes: number; rows: number }
	| { type: 'opened'; table: OpenedTable }
	| { type: 'judged'; judged: Judged }
	| { type: 'rows'; rows: Gathering }
	| { type: 'read'; dataset: string; counts: Counts; vocabulary: Vocabulary }
	/** There is no room for all: how many rows had been read. */
	| { type: 'full'; of: 'events' | 'bytes'; rows: number }
	/** A sentence. */
	| { type: 'refused'; why: string }
);

/** What was made of a table, before anybody has taken it. */
export interface ReadTable extends Gathering {
	dataset: string;
	counts: Counts;
	vocabulary: Vocabulary;
}
