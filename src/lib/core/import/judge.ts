import type { Position } from './map/position';
import type { Precision } from '../dossier/schema';
import { mapperOf, previewMapping, type MapperSpec, type PreviewRow } from './map';
import { cellAt, indexColumns } from './map/columns';
import { decimalOf, orderOf, type OrderFound } from './map/guess';
import type { Mapping, RowFault, RowResult, Vocabulary } from './import';
import { LATE_COLUMN } from './read/features';
import type { Sample } from './read/sample';
import { Tally, type Counts } from './tally';

/** Rows of a preview. */
const ROWS = 6;

/** A row as the event that it would be, in little: for somebody to look at. */
export interface PreviewLine {
	line: number;
	/** Why it would be no event. */
	refused?: RowFault;
	title: string;
	/** EDTF; null where the row has no date. */
	when: string | null;
	/** Its name, '' where there is none. */
	place: string;
	at: Position | null;
	precision: Precision;
	/** Who says it, by name; and in what, the title of a source of the row's own. */
	by: string;
	source: string;
}

/** What a mapping makes of the first rows of a table. */
export interface Judged {
	/** The mapping with what the rows decide put in; undefined for a data set that is known. */
	mapping: Mapping | undefined;
	/** What the dates show of their order. */
	dates: OrderFound;
	counts: Counts;
	preview: PreviewLine[];
}

/**
 * Tries a mapping on the first rows of a table. The order of day and month and the decimal mark, where nobody
 * has said them, are taken from the rows, as far as these decide them.
 * @param said without its decimal mark where nobody has said it; undefined for a data set that is known
 */
export function judge(
	columns: readonly string[],
	sample: Sample,
	said: (Omit<Mapping, 'decimal'> & { decimal?: Mapping['decimal'] | undefined }) | undefined
): Judged {
	const index = indexColumns(columns);
	const values = (column: string | undefined) =>
		column === undefined
			? []
			: sample.rows.map((row) => cellAt(row, index.at(column))).filter((cell) => cell !== '');
	const { date, end, lat, lon } = said?.columns ?? {};
	const dates: OrderFound = said
		? orderOf([...values(date), ...values(end)], date ?? 'date')
		: { order: 'ymd' };
	const mapping = said && {
		...said,
		dateOrder: said.dateOrder ?? dates.order,
		decimal: said.decimal ?? decimalOf([...values(lat), ...values(lon)])
	};
	return { mapping, dates, ...tried({ columns, mapping }, sample) };
}

function tried(spec: MapperSpec, { rows, faults }: Sample): Pick<Judged, 'counts' | 'preview'> {
	const tally = new Tally();
	const mapper = mapperOf(spec);
	const results = rows.map((row) => mapper.map(row));
	tally.read = rows.length;
	for (const fault of faults) {
		if (fault.kind === LATE_COLUMN) tally.warn(fault);
		else {
			tally.read++;
			tally.refuse(fault);
		}
	}
	for (const result of results)
		if ('refused' in result) tally.refuse(result.refused);
		else {
			tally.imported++;
			for (const warning of result.warnings ?? []) tally.warn(warning);
		}
	const first = rows.slice(0, ROWS);
	const preview: PreviewRow[] = spec.mapping
		? previewMapping(spec.mapping, spec.columns, first)
		: first.map((row, i) => ({ line: row.line, fields: {}, result: results[i] as RowResult }));
	const { vocabulary } = mapper;
	return {
		counts: tally.counts(),
		preview: preview.map(({ line, fields, result }) =>
			'refused' in result
				? refusedLine(line, result.refused, fields)
				: lineOf(line, result, vocabulary)
		)
	};
}

function refusedLine(line: number, refused: RowFault, fields: PreviewRow['fields']): PreviewLine {
	return {
		line,
		refused,
		title: fields.title ?? '',
		when: null,
		place: fields.place ?? '',
		at: null,
		precision: 'unknown',
		by: '',
		source: ''
	};
}

function lineOf(
	line: number,
	{ event, sources }: Extract<RowResult, { event: unknown }>,
	{ actors, places }: Vocabulary
): PreviewLine {
	const { properties, geometry } = event;
	const { title, when, place, precision, claims } = properties;
	const [claim] = claims;
	const named = (names: Record<string, readonly string[]> | undefined) =>
		Object.values(names ?? {})[0]?.[0];
	const by = claim?.by ?? '';
	return {
		line,
		title,
		when: when ?? null,
		place: named(places.find(({ id }) => id === place)?.properties.names) ?? '',
		at: geometry?.type === 'Point' ? (geometry.coordinates as Position) : null,
		precision: precision ?? 'unknown',
		by: named(actors.find(({ id }) => id === by)?.names) ?? by,
		source: sources.find(({ id }) => id === claim?.source)?.title ?? ''
	};
}
