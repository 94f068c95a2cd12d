import {
	parquetMetadataAsync,
	parquetReadObjects,
	parquetSchema,
	type Compressors,
	type FileMetaData
} from 'hyparquet';
import {
	decompressBrotli,
	decompressLz4,
	decompressLz4Raw,
	decompressZstd,
	gunzip
} from 'hyparquet-compressors';
import { cellOf, pointOf } from './features';
import { columnNames, Unusable, type Batch, type Table, type TableSource } from './table';

/**
 * What pages may be packed with. Snappy is hyparquet's own: that of hyparquet-compressors is WebAssembly, which
 * the content security policy of the pages lets nobody compile.
 */
const compressors: Compressors = {
	GZIP: (input, length) => gunzip(input, new Uint8Array(length)),
	BROTLI: decompressBrotli,
	ZSTD: (input) => decompressZstd(input),
	LZ4: decompressLz4,
	LZ4_RAW: decompressLz4Raw
};

const BATCH = 500;
/** Most bytes, unpacked, of a row group, which is read at once. */
const MAX_GROUP_BYTES = 512 * 1024 * 1024;
const DAY = 86_400_000;

/**
 * A Parquet file, read one row group after another. Structures become text; a column of points becomes
 * longitude and latitude.
 * @throws Unusable where it is damaged or packed in a way that is not known
 */
export async function openParquet(source: TableSource): Promise<Table> {
	const file = {
		byteLength: source.size,
		slice: async (start: number, end = source.size) => {
			const bytes = await source.slice(start, end);
			return new Uint8Array(bytes).buffer;
		}
	};
	const metadata = await sound(parquetMetadataAsync(file));
	const { children } = parquetSchema(metadata);
	const keys = children.map(({ element }) => element.name);
	const groups = groupsOf(metadata);
	const read = ([rowStart, rowEnd]: readonly [number, number]) =>
		sound(parquetReadObjects({ file, metadata, compressors, rowStart, rowEnd }));
	const [group] = groups;
	const points = new Set<string>();
	if (group) {
		const rows = await read([group[0], Math.min(group[1], group[0] + 100)]);
		for (const key of keys) {
			const found = rows
				.map((row) => row[key])
				.filter((value) => typeof value === 'object' && value);
			if (found.length > 0 && found.every((value) => pointOf(value))) points.add(key);
		}
	}
	const many = points.size > 1;
	const columns = keys.flatMap((key) =>
		!points.has(key)
			? [key]
			: many
				? [`${key} longitude`, `${key} latitude`]
				: ['longitude', 'latitude']
	);
	return {
		format: 'Parquet',
		columns: columnNames(columns),
		unit: 'row',
		notes: [],
		batches: async function* () {
			for (const group of groups) {
				const rows = await read(group);
				for (let from = 0; from < rows.length; from += BATCH) {
					const batch: Batch = { rows: [], faults: [] };
					rows.slice(from, from + BATCH).forEach((row, i) => {
						const cells = keys.flatMap((key) =>
							points.has(key)
								? (pointOf(row[key] ?? {}) ?? ['', '']).map(String)
								: [textOf(row[key])]
						);
						batch.rows.push({ line: group[0] + from + i + 1, cells });
					});
					yield batch;
				}
			}
		}
	};
}

/** The first row of each row group, and that after its last. */
function groupsOf({ row_groups: groups }: FileMetaData): (readonly [number, number])[] {
	let row = 0;
	return groups.map((group) => {
		if (Number(group.total_byte_size) > MAX_GROUP_BYTES)
			throw new Unusable(
				`A row group of the Parquet file is ${Math.round(Number(group.total_byte_size) / 1024 / 1024)} MB long, unpacked: at most ${MAX_GROUP_BYTES / 1024 / 1024} MB are read at once. Write it with smaller row groups.`
			);
		const start = row;
		row += Number(group.num_rows);
		return [start, row] as const;
	});
}

/** A day without a time stands as a day. */
function textOf(value: unknown): string {
	if (value instanceof Date && value.getTime() % DAY === 0)
		return value.toISOString().replace(/T.*$/, '');
	return cellOf(value);
}

async function sound<T>(reading: Promise<T>): Promise<T> {
	try {
		return await reading;
	} catch (error) {
		if (error instanceof Unusable) throw error;
		throw new Unusable(
			`The Parquet file cannot be read: ${error instanceof Error ? error.message : String(error)}. It may be cut short; nothing was imported.`
		);
	}
}
