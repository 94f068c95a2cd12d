import type { CellStrings } from './cell-strings';
import { cutBlocks, type Block } from './cut';
import { DELIMITERS, delimiterOf } from './delimiter';
import { encodingOf, inUtf8, type Encoding } from './encoding';
import { scanBlock, scanText, type Scanned } from './scan';
import { columnNames, Unusable, type Batch, type Table, type TableSource } from './table';

/** A table of delimited text, and what it takes to read its blocks elsewhere. */
export interface DelimitedTable extends Table {
	/** Character code. */
	delimiter: number;
	/** The line of the columns' names. */
	header: number;
	blocks: () => AsyncIterable<Block>;
}

/**
 * A file of CSV, TSV or their like. Its first line that is not empty has the names of the columns.
 * @throws Unusable where it has none
 */
export async function openDelimited(source: TableSource): Promise<DelimitedTable> {
	const encoding = await encodingOf(source.open());
	const head = await headOf(source, encoding);
	const mark = delimiterOf(head);
	const delimiter = mark.charCodeAt(0);
	const found: Scanned = { rows: [], faults: [] };
	scanText(head, delimiter, undefined, 1, found);
	const [first] = found.rows;
	const [fault] = found.faults;
	if (fault && (!first || fault.line < first.line))
		throw new Unusable(
			`Line ${fault.line}, which should name the columns: expected ${fault.expected}; found ${fault.found}. ${fault.mend}`
		);
	if (!first)
		throw new Unusable('The file is empty: its first line should have the names of the columns.');
	const columns = columnNames(first.cells);
	const blocks = () => cutBlocks(inUtf8(source.open(), encoding), delimiter);
	return {
		format: `delimited text, its cells parted by ${DELIMITERS[mark]}`,
		columns,
		unit: 'line',
		notes: encoding.note === undefined ? [] : [encoding.note],
		delimiter,
		header: first.line,
		blocks,
		batches: async function* () {
			for await (const block of blocks())
				yield rowsOfBlock(block, delimiter, columns.length, first.line);
		}
	};
}

/**
 * The rows of a block but for the one that names the columns.
 * @param columns for all blocks of a file the same: strings that its cells are found among
 */
export function rowsOfBlock(
	block: Block,
	delimiter: number,
	width: number,
	header: number,
	columns?: readonly CellStrings[]
): Batch {
	const { rows, faults } = scanBlock(block, delimiter, width, columns);
	if (rows[0]?.line === header) rows.shift();
	return { rows, faults };
}

/** The beginning of a text: its first piece. */
async function headOf(source: TableSource, encoding: Encoding): Promise<string> {
	const decoder = new TextDecoder('utf-8', { ignoreBOM: true });
	let text = '';
	for await (const piece of inUtf8(source.open(), encoding)) {
		text += decoder.decode(piece, { stream: true });
		if (text.length > 64 * 1024) break;
	}
	return text;
}
