import { openDelimited, type DelimitedTable } from './delimited';
import { openFeatures } from './features';
import { Unusable, type Table, type TableSource } from './table';

/**
 * Opens a file as a table, by what is in it rather than by its name: Parquet, GeoJSON and JSON, or delimited text.
 * @throws Unusable
 */
export async function openTable(source: TableSource): Promise<Table | DelimitedTable> {
	if (source.size === 0)
		throw new Unusable('The file is empty: its first line should have the names of the columns.');
	const head = await source.slice(0, Math.min(source.size, 1024));
	const [a, b, c, d] = head;
	// PAR1, and what zip and gzip files begin with.
	if (a === 0x50 && b === 0x41 && c === 0x52 && d === 0x31)
		return (await import('./parquet')).openParquet(source);
	if (a === 0x50 && b === 0x4b && c === 0x03 && d === 0x04)
		throw new Unusable(
			'The file is a zip archive or a workbook (.xlsx): unpack it, or save the sheet as CSV in UTF-8.'
		);
	if (a === 0x1f && b === 0x8b)
		throw new Unusable('The file is packed with gzip: unpack it first, e.g. with gunzip.');
	// JSON begins so in any encoding; a table may, if a column is named so, but not with a bracket.
	const start = [...head].find((byte) => byte > 0x20 && byte < 0x80);
	if (start === 0x7b || start === 0x5b || a === 0x1e) return openFeatures(source);
	return openDelimited(source);
}

/** Whether the blocks of a table can be read apart from each other. */
export const isDelimited = (table: Table): table is DelimitedTable => 'blocks' in table;
