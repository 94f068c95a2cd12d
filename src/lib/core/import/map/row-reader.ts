import type { EventFeature } from '../../dossier/schema';
import type { RowFault, RowResult, TableRow } from '../import';
import type { ColumnIndex } from './columns';
import { CUT, faultIn, NO_ID, type CellFault } from './fault';
import { readPosition, swapWatch, type Position } from './position';
import { eventId, fitting, MAX_SHORT_TEXT, MAX_TEXT, shortHash } from './text';

/** What every mapper does with a row: an id, a position, texts within their caps, warnings on the way. */
export interface RowReader {
	/** Begins a row: no warnings yet. */
	begin: (row: TableRow) => void;
	/** The event's id: the row's own, or one made of all that the row holds, which is told. */
	id: (prefix: string, own: string, column: number) => string;
	/**
	 * Where the row is; null where both cells are empty, undefined where the row is refused for it.
	 * @param near the rows among which one with its two numbers swapped would stand out; none are where it is not given
	 */
	position: (
		lat: string,
		lon: string,
		columns: readonly [lat: number, lon: number],
		near?: string
	) => Position | null | undefined;
	/** A title, a label or a text that is cut, and told, where it is longer than the format holds. */
	short: (text: string, column?: number) => string;
	/** A name that stands in the vocabulary, which has it in order there; here it is only cut. */
	name: (text: string, column: number) => string;
	long: (text: string, column?: number) => string;
	warn: (column: number, fault: CellFault, found: string) => void;
	/** The row is none: with what it was refused for. */
	refuse: (column: number, fault: CellFault, found: string) => RowResult;
	/** What `position` refused the row for. */
	readonly refused: RowResult;
	done: (event: EventFeature, sources: Sources) => RowResult;
}

type Sources = Extract<RowResult, { event: EventFeature }>['sources'];

export function rowReader(index: ColumnIndex, decimal: '.' | ',' = '.'): RowReader {
	const watch = swapWatch();
	let row: TableRow = { line: 0, cells: [] };
	let warnings: RowFault[] | undefined;
	let refused: RowResult | undefined;
	const warn = (column: number, fault: CellFault, found: string) => {
		(warnings ??= []).push(faultIn(row, index.name(column), fault, found));
	};
	const refuse = (column: number, fault: CellFault, found: string): RowResult => ({
		refused: faultIn(row, index.name(column), fault, found)
	});
	const within = (text: string, most: number, column: number): string => {
		if (text.length > most) warn(column, CUT, text);
		return fitting(text, most);
	};
	return {
		begin(next) {
			row = next;
			warnings = undefined;
		},
		id(prefix, own, column) {
			if (own !== '') return eventId(prefix, own);
			warn(column, NO_ID, own);
			return `${prefix}x${shortHash(row.cells.join('\u0000'))}`;
		},
		position(lat, lon, [latColumn, lonColumn], near) {
			const read = readPosition(lat, lon, decimal);
			if ('fault' in read) {
				const name = [index.name(latColumn), index.name(lonColumn)].filter(Boolean).join(', ');
				refused = { refused: { ...faultIn(row, name, read.fault, `${lat}, ${lon}`) } };
				return undefined;
			}
			if (read.at === null) return null;
			const fault = read.warning ?? (near === undefined ? undefined : watch(near, read.at));
			if (fault) warn(latColumn, fault, `${lat}, ${lon}`);
			return read.at;
		},
		name: (text, column) =>
			text.length > MAX_SHORT_TEXT ? within(text, MAX_SHORT_TEXT, column) : text,
		short: (text, column = -1) => within(text, MAX_SHORT_TEXT, column),
		long: (text, column = -1) => within(text, MAX_TEXT, column),
		warn,
		refuse,
		get refused() {
			return refused as RowResult;
		},
		done: (event, sources) => (warnings ? { event, sources, warnings } : { event, sources })
	};
}

/** No sources but the data set's own. */
export const NO_SOURCES: Sources = [];
