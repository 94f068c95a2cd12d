/**
 * The same events in formats that others use: their writers, and how each is read into the typed arrays that map,
 * timeline and filters ask. All hold numbers where these do – days since 1970-01-01, 1e-5 degrees, numbers of types –
 * and leave out what is as usual where the format can: to read words and dates would take them longer.
 */
import {
	tableFromArrays,
	tableFromIPC,
	tableToIPC,
	uint8,
	uint16,
	int32,
	utf8
} from '@uwdata/flechette';
import { parquetMetadata, parquetRead } from 'hyparquet';
import { parquetWriteBuffer } from 'hyparquet-writer';
import Papa from 'papaparse';

/** What the map needs, and the array of each. */
export const MAP_COLUMNS = /** @type {const} */ ({
	first: Int32Array,
	last: Int32Array,
	possibleFirst: Int32Array,
	possibleLast: Int32Array,
	lon: Int32Array,
	lat: Int32Array,
	type: Uint16Array,
	precision: Uint8Array,
	status: Uint8Array,
	sure: Uint8Array,
	contested: Uint8Array
});
export const MAP_NAMES = /** @type {(keyof typeof MAP_COLUMNS)[]} */ (Object.keys(MAP_COLUMNS));

/** @typedef {Int32Array | Uint16Array | Uint8Array} Numbers */
/** @typedef {{ length: number } & Record<keyof typeof MAP_COLUMNS, Numbers>} MapColumns */
/** @typedef {{ id: string, title: string, claims: unknown, sources: unknown }} Texts what else an event has, its claims and their sources as JSON has them */
/**
 * @typedef {object} Format
 * @property {string} words
 * @property {string} end of its files' names
 * @property {(columns: MapColumns, texts?: readonly Texts[]) => Uint8Array} write
 * @property {(bytes: Uint8Array) => Promise<MapColumns> | MapColumns} read
 */

const TEXT_NAMES = /** @type {const} */ (['id', 'title', 'claims', 'sources']);
const STATUS_REPORTED = 2;
/** Latitude of what has no spot, days of what has no bound: as core/columns/columns.ts has them. */
const NOWHERE = 2 ** 31 - 1;

/** @param {number} length @returns {MapColumns} */
function emptyColumns(length) {
	return /** @type {MapColumns} */ ({
		length,
		...Object.fromEntries(MAP_NAMES.map((name) => [name, new MAP_COLUMNS[name](length)]))
	});
}

/** What stands for nothing given: as in most events. @param {keyof MapColumns} name @param {number} first */
function usual(name, first) {
	if (name === 'sure') return 1;
	if (name === 'status') return STATUS_REPORTED;
	return name === 'contested' ? 0 : first;
}

const PROPERTIES = MAP_NAMES.filter((name) => name !== 'lon' && name !== 'lat');
/** Names of what may be left out: it is as usual, or as `first` and `last` have it. */
const LEFT_OUT = new Set(['last', 'possibleFirst', 'possibleLast', 'sure', 'status', 'contested']);

/** The value that stands for a column left out. @param {MapColumns} columns @param {typeof PROPERTIES[number]} name @param {number} row */
function standIn(columns, name, row) {
	const of = name === 'possibleLast' ? columns.last : columns.first;
	return usual(name, /** @type {number} */ (of[row]));
}

/** @type {Format} */
const geojson = {
	words: 'GeoJSON',
	end: 'geojson',
	write(columns, texts) {
		const features = Array.from({ length: columns.length }, (_, row) => {
			/** @type {Record<string, unknown>} */
			const properties = {};
			for (const name of PROPERTIES)
				if (!LEFT_OUT.has(name) || columns[name][row] !== standIn(columns, name, row))
					properties[name] = columns[name][row];
			const { id, ...more } = texts?.[row] ?? {};
			const [lon, lat] = [columns.lon[row], columns.lat[row]];
			return JSON.stringify({
				type: 'Feature',
				...(id !== undefined && { id }),
				geometry:
					lat === NOWHERE
						? null
						: { type: 'Point', coordinates: [Number(lon) / 1e5, Number(lat) / 1e5] },
				properties: { ...properties, ...more }
			});
		});
		return Buffer.from(`{"type":"FeatureCollection","features":[\n${features.join(',\n')}\n]}\n`);
	},
	read(bytes) {
		const { features } = JSON.parse(new TextDecoder().decode(bytes));
		const columns = emptyColumns(features.length);
		for (let row = 0; row < features.length; row++) {
			const { geometry, properties } = features[row];
			for (const name of PROPERTIES)
				columns[name][row] = properties[name] ?? standIn(columns, name, row);
			columns.lon[row] = geometry ? Math.round(geometry.coordinates[0] * 1e5) : 0;
			columns.lat[row] = geometry ? Math.round(geometry.coordinates[1] * 1e5) : NOWHERE;
		}
		return columns;
	}
};

/** @type {Format} */
const csv = {
	words: 'CSV',
	end: 'csv',
	write(columns, texts) {
		const lines = [[...MAP_NAMES, ...(texts ? TEXT_NAMES : [])].join(',')];
		for (let row = 0; row < columns.length; row++) {
			const cells = MAP_NAMES.map((name) => {
				if (name === 'lon' || name === 'lat')
					return columns.lat[row] === NOWHERE ? '' : Number(columns[name][row]) / 1e5;
				const value = columns[name][row];
				return LEFT_OUT.has(name) && value === standIn(columns, name, row) ? '' : value;
			});
			const text = texts?.[row];
			const words = text
				? TEXT_NAMES.map((name) => `"${inText(text[name]).replaceAll('"', '""')}"`)
				: [];
			lines.push([...cells, ...words].join(','));
		}
		return Buffer.from(`${lines.join('\n')}\n`);
	},
	read(bytes) {
		const { data } = Papa.parse(/** @type {string} */ (new TextDecoder().decode(bytes)), {
			skipEmptyLines: true
		});
		const [head, ...rows] = /** @type {string[][]} */ (data);
		const columns = emptyColumns(rows.length);
		const at = MAP_NAMES.map((name) => head?.indexOf(name) ?? -1);
		rows.forEach((cells, row) => {
			MAP_NAMES.forEach((name, i) => {
				const cell = cells[at[i] ?? -1] ?? '';
				if (name === 'lon') columns.lon[row] = Math.round(Number(cell) * 1e5);
				else if (name === 'lat')
					columns.lat[row] = cell === '' ? NOWHERE : Math.round(Number(cell) * 1e5);
				else columns[name][row] = cell === '' ? standIn(columns, name, row) : Number(cell);
			});
		});
		return columns;
	}
};

/** @param {'SNAPPY' | 'UNCOMPRESSED'} codec @returns {Format} */
const parquet = (codec) => ({
	words: codec === 'SNAPPY' ? 'Parquet, Snappy' : 'Parquet, plain pages',
	end: `${codec.toLowerCase()}.parquet`,
	write(columns, texts) {
		const numbers = MAP_NAMES.map((name) => ({
			name,
			data: Int32Array.from(columns[name]),
			type: /** @type {const} */ ('INT32'),
			nullable: false,
			// First days rise: their steps are next to nothing.
			...(name === 'first' && { encoding: /** @type {const} */ ('DELTA_BINARY_PACKED') })
		}));
		const words = TEXT_NAMES.map((name) => ({
			name,
			data: (texts ?? []).map((text) => inText(text[name])),
			type: /** @type {const} */ ('STRING'),
			nullable: false
		}));
		return new Uint8Array(
			parquetWriteBuffer({
				columnData: [...numbers, ...(texts ? words : [])],
				codec,
				statistics: false
			})
		);
	},
	async read(bytes) {
		const file = /** @type {ArrayBuffer} */ (
			bytes.byteLength === bytes.buffer.byteLength ? bytes.buffer : bytes.slice().buffer
		);
		const metadata = parquetMetadata(file);
		const columns = emptyColumns(Number(metadata.num_rows));
		await parquetRead({
			file,
			metadata,
			columns: MAP_NAMES,
			onChunk: ({ columnName, columnData, rowStart }) =>
				columns[/** @type {keyof typeof MAP_COLUMNS} */ (columnName)].set(
					/** @type {ArrayLike<number>} */ (columnData),
					rowStart
				)
		});
		return columns;
	}
});

/** @type {Format} */
const arrow = {
	words: 'Arrow IPC',
	end: 'arrow',
	write(columns, texts) {
		const types = new Map(
			/** @type {[unknown, unknown][]} */ ([
				[Int32Array, int32()],
				[Uint16Array, uint16()],
				[Uint8Array, uint8()]
			])
		);
		/** @type {Record<string, any>} */
		const arrays = Object.fromEntries(MAP_NAMES.map((name) => [name, columns[name]]));
		/** @type {Record<string, any>} */
		const kinds = Object.fromEntries(MAP_NAMES.map((name) => [name, types.get(MAP_COLUMNS[name])]));
		if (texts)
			for (const name of TEXT_NAMES) {
				arrays[name] = texts.map((text) => inText(text[name]));
				kinds[name] = utf8();
			}
		const bytes = tableToIPC(tableFromArrays(arrays, { types: kinds }), { format: 'stream' });
		if (!bytes) throw new Error('Arrow: nothing was written.');
		return bytes;
	},
	read(bytes) {
		const table = tableFromIPC(bytes);
		const columns = /** @type {any} */ ({ length: table.numRows });
		for (const name of MAP_NAMES) {
			const values = table.getChild(name).toArray();
			columns[name] = values instanceof MAP_COLUMNS[name] ? values : MAP_COLUMNS[name].from(values);
		}
		return columns;
	}
};

/** The published module, which is the app's own reader: it opens all columns, those of the filters among them. @type {Format} */
const ours = {
	words: 'events.dateline',
	end: 'dateline',
	write() {
		throw new Error('It is written by the app.');
	},
	async read(bytes) {
		const { open } = await import('../../static/events-dateline.js');
		return /** @type {any} */ (await (await open(bytes)).columns());
	}
};

/** @param {unknown} value */
function inText(value) {
	return typeof value === 'string' ? value : JSON.stringify(value);
}

export const OTHERS = {
	geojson,
	csv,
	parquet: parquet('UNCOMPRESSED'),
	snappy: parquet('SNAPPY'),
	arrow
};
export const FORMATS = { ...OTHERS, ours };
