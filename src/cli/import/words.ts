import type { FaultGroup, ImportReport, Mapping, TableRow } from '../../lib/core/import/import';
import type { Unit } from '../../lib/core/import/read/table';
import { faultInWords } from '../../lib/core/import/words';
import { cut } from '../../lib/core/text';

/** What was made of a file, in words for a person. */
export function reportInWords(report: ImportReport, unit: Unit): string {
	const count = (n: number) => n.toLocaleString('en');
	const lines = [
		`${report.dataset}: ${count(report.read)} rows read, ${count(report.imported)} imported, ${count(report.refused)} refused.`
	];
	if (report.refusals.length > 0) lines.push('', 'Refused:', ...report.refusals.flatMap(groupOf));
	if (report.warnings.length > 0)
		lines.push('', 'Imported, and to be looked at:', ...report.warnings.flatMap(groupOf));
	return lines.join('\n');

	function groupOf({ kind, count: many, first }: FaultGroup): string[] {
		const rest = many - first.length;
		return [
			`  ${kind}, ${count(many)} ${many === 1 ? 'time' : 'times'}`,
			...first.map((fault) => `    ${faultInWords(fault, unit)}`),
			...(rest > 0 ? [`    … and ${count(rest)} more`] : [])
		];
	}
}

const ROWS = 5;
const LONGEST = 40;

/** The first rows of a table, each cell under its column's name, and what it was guessed to be. */
export function previewInWords(
	columns: readonly string[],
	rows: readonly TableRow[],
	mapping: Mapping
): string {
	const targets = new Map(
		Object.entries(mapping.columns).map(([target, column]) => [column, target])
	);
	const width = Math.min(LONGEST, Math.max(...columns.map(({ length }) => length)));
	return columns
		.map((column, i) => {
			const cells = rows.slice(0, ROWS).map(({ cells }) => plain(cells[i] ?? ''));
			const target = targets.get(column);
			return `  ${cut(plain(column), LONGEST).padEnd(width)}  ${(target ?? '–').padEnd(16)}  ${cells.join(' · ')}`;
		})
		.join('\n');
}

/** What a terminal would obey is left out. */
function plain(text: string): string {
	// eslint-disable-next-line no-control-regex
	return cut(text.replace(/[\u0000-\u001f\u007f-\u009f]+/g, ' ').trim(), LONGEST);
}
