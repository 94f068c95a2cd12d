import { TARGETS, type Mapping, type RowResult, type TableRow, type Target } from '../import';
import { cellAt, indexColumns } from './columns';
import { ownMapper } from './own';

/** One of the first rows, as a mapping reads it. */
export interface PreviewRow {
	line: number;
	/** The texts of the columns that are mapped, by what they are mapped to. */
	fields: Partial<Record<Target, string>>;
	result: RowResult;
}

/** What a mapping makes of some rows, for somebody to look at before all are read. */
export function previewMapping(
	mapping: Mapping,
	columns: readonly string[],
	rows: readonly TableRow[]
): PreviewRow[] {
	const index = indexColumns(columns);
	const mapper = ownMapper(mapping, columns);
	return rows.map((row) => {
		const fields: Partial<Record<Target, string>> = {};
		for (const target of TARGETS) {
			const column = mapping.columns[target];
			if (column !== undefined) fields[target] = cellAt(row, index.at(column));
		}
		return { line: row.line, fields, result: mapper.map(row) };
	});
}
