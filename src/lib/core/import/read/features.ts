import { shown } from '../../dossier/note';
import type { RowFault, TableRow } from '../import';
import { encodingOf, inUtf8, type Encoding } from './encoding';
import { columnNames, Unusable, type Batch, type Table, type TableSource } from './table';
import { cutValues, type Layout, type RawValue } from './values';

const BATCH = 500;
/** How many features say which columns there are. */
const SAMPLE = 2_000;
const [LONGITUDE, LATITUDE] = ['longitude', 'latitude'];

/** An object of the file, as cells by the names of their columns. */
type Cells = Map<string, string>;

/**
 * A file of GeoJSON – a FeatureCollection, or one feature a line – or of JSON objects in a list or one a line.
 * Properties become columns, a point its longitude and latitude.
 * @throws Unusable where it holds none
 */
export async function openFeatures(source: TableSource): Promise<Table> {
	const encoding = await encodingOf(source.open());
	const layout = await layoutOf(source, encoding);
	const values = () => cutValues(inUtf8(source.open(), encoding), layout);
	const unit = layout === 'bare' ? 'line' : 'feature';
	const names = new Set<string>();
	let looked = 0;
	for await (const value of values()) {
		const cells = cellsOf(value, unit);
		if (!('kind' in cells)) for (const name of cells.keys()) names.add(name);
		if (++looked >= SAMPLE) break;
	}
	if (looked === 0)
		throw new Unusable(
			layout === 'collection'
				? 'The file has no features: expected a GeoJSON FeatureCollection with a list "features".'
				: 'The file has no objects: expected GeoJSON features, or objects with the same keys.'
		);
	const keys = [...names];
	return {
		format:
			layout === 'collection'
				? 'GeoJSON'
				: layout === 'list'
					? 'a JSON list'
					: 'one JSON object after another',
		columns: columnNames(keys),
		unit,
		notes: encoding.note === undefined ? [] : [encoding.note],
		batches: async function* () {
			const cut = values();
			const unknown = new Set<string>();
			let batch: Batch = { rows: [], faults: [] };
			for (;;) {
				const next = await cut.next();
				if (next.done) {
					if (next.value.open !== undefined)
						throw new Unusable(
							`The file breaks off in what begins at line ${next.value.open}: it is cut short, or a bracket or quotation mark is missing. Nothing was imported.`
						);
					yield batch;
					return;
				}
				const cells = cellsOf(next.value, unit);
				if ('kind' in cells) batch.faults.push(cells);
				else {
					batch.rows.push(rowOf(cells, keys, numberOf(next.value, unit)));
					for (const name of cells.keys())
						if (!names.has(name) && !unknown.has(name)) {
							unknown.add(name);
							batch.faults.push({ ...lateColumn(name, numberOf(next.value, unit)) });
						}
				}
				if (batch.rows.length + batch.faults.length >= BATCH) {
					yield batch;
					batch = { rows: [], faults: [] };
				}
			}
		}
	};
}

const rowOf = (cells: Cells, keys: readonly string[], line: number): TableRow => ({
	line,
	cells: keys.map((key) => cells.get(key) ?? '')
});

const numberOf = ({ number, line }: RawValue, unit: 'line' | 'feature') =>
	unit === 'line' ? line : number;

function lateColumn(name: string, line: number): RowFault {
	return {
		line,
		column: name,
		kind: LATE_COLUMN,
		expected: `the properties of the first ${SAMPLE} features`,
		found: `a property ${shown(name)} that none of them has; it was passed over`,
		mend: 'Put a feature that has it at the beginning, if events are made of it.'
	};
}

/** A fault that is to be looked at, while its row was read. */
export const LATE_COLUMN = 'late-column';

async function layoutOf(source: TableSource, encoding: Encoding): Promise<Layout> {
	let head = '';
	const decoder = new TextDecoder('utf-8');
	for await (const piece of inUtf8(source.open(), encoding)) {
		head += decoder.decode(piece, { stream: true });
		if (head.length > 64 * 1024) break;
	}
	// eslint-disable-next-line no-control-regex
	const text = head.replace(/^[\s\u001e]+/, '');
	if (text.startsWith('[')) return 'list';
	if (head.trimStart().startsWith('\u001e')) return 'bare';
	// The first object of a collection does not end before its features; one of a line is followed by another, or nothing.
	return /^\{(?:[^"{}[\]]|"(?:[^"\\]|\\[^])*"|\{[^{}]*\}|\[[^[\]]*\])*?"features"\s*:/.test(text) ||
		/"type"\s*:\s*"FeatureCollection"/.test(text.slice(0, 2_000))
		? 'collection'
		: 'bare';
}

function cellsOf(value: RawValue, unit: 'line' | 'feature'): Cells | RowFault {
	const fault = (kind: string, expected: string, found: string, mend: string): RowFault => ({
		line: numberOf(value, unit),
		kind,
		expected,
		found,
		mend
	});
	if (!value.bytes)
		return value.problem === 'deep'
			? fault('too-deep', 'values nested at most 40 deep', 'more', 'Remove the needless nesting.')
			: fault('too-long', 'a feature of at most 4 MB', 'a longer one', 'Simplify its geometry.');
	let parsed: unknown;
	try {
		parsed = JSON.parse(new TextDecoder().decode(value.bytes));
	} catch (error) {
		return fault(
			'json',
			'valid JSON',
			error instanceof Error ? error.message.slice(0, 200) : String(error),
			'Mend the feature at that place.'
		);
	}
	const object = parsed as Record<string, unknown>;
	const isFeature = object['type'] === 'Feature';
	const { id, geometry, properties } = object;
	const cells: Cells = new Map();
	if (isFeature && (typeof id === 'string' || typeof id === 'number')) cells.set('id', String(id));
	const fields = isFeature ? (properties ?? {}) : object;
	for (const [key, field] of Object.entries(fields as Record<string, unknown>))
		if (key !== '__proto__') cells.set(key, cellOf(field));
	if (!isFeature || geometry === null || geometry === undefined) return cells;
	const at = pointOf(geometry);
	if (!at)
		return fault(
			'geometry',
			'a Point',
			shown((geometry as { type?: unknown }).type),
			'Give the point that stands for it; lines and areas are drawn in the editor.'
		);
	cells.set(LONGITUDE as string, String(at[0]));
	cells.set(LATITUDE as string, String(at[1]));
	return cells;
}

/** A value as the text of a cell: a list of plain values with semicolons between them, other structures as JSON. */
export function cellOf(value: unknown): string {
	if (value === null || value === undefined) return '';
	if (typeof value === 'string') return value;
	if (value instanceof Date) return value.toISOString();
	if (typeof value === 'number' || typeof value === 'boolean' || typeof value === 'bigint')
		return String(value);
	if (Array.isArray(value) && value.every((one) => typeof one !== 'object' || one === null))
		return value.map(cellOf).join('; ');
	return JSON.stringify(value, (_, one: unknown) => (typeof one === 'bigint' ? String(one) : one));
}

/** Longitude and latitude of a point, or of several that are one; undefined for any other geometry. */
export function pointOf(geometry: unknown): readonly [number, number] | undefined {
	const { type, coordinates } = geometry as { type?: unknown; coordinates?: unknown };
	const at: unknown =
		type === 'Point'
			? coordinates
			: type === 'MultiPoint' && Array.isArray(coordinates) && coordinates.length === 1
				? coordinates[0]
				: undefined;
	if (!Array.isArray(at)) return undefined;
	const [lon, lat] = at as unknown[];
	return typeof lon === 'number' && typeof lat === 'number' ? [lon, lat] : undefined;
}
