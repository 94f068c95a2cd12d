/** The files that `npm run bench -- load` weighs and reads: the same events in each format. */
import { execFileSync } from 'node:child_process';
import {
	closeSync,
	existsSync,
	mkdirSync,
	openSync,
	readFileSync,
	readdirSync,
	writeFileSync,
	writeSync
} from 'node:fs';
import { basename, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import {
	brotliCompressSync,
	constants,
	deflateRaw,
	gzipSync,
	inflateRaw,
	inflateRawSync
} from 'node:zlib';
import { build } from 'vite';
import { OTHERS } from './load-formats.js';

/** Tables of other people, where they are to be had. */
const SHARED = '../shared/data';
/** Brotli's quality for what the map needs, and for whole events, of which there is more. */
export const QUALITY = { map: 9, whole: 5 };

/** @typedef {import('./load-formats.js').MapColumns} MapColumns */
/** @typedef {import('./load-formats.js').Texts} Texts */
/** @typedef {keyof typeof import('./load-formats.js').FORMATS} FormatName */
/** @typedef {{ raw?: number, gzip: number, brotli?: number }} Weight bytes; without what it never comes as */
/**
 * @typedef {object} LoadFile
 * @property {FormatName} format
 * @property {'map' | 'whole'} what
 * @property {Weight} weight
 * @property {string} path
 */

/**
 * The app's own code, built: it is TypeScript.
 *
 * @param {string} root
 * @param {string} folder where it goes
 */
export async function appModules(root, folder) {
	await build({
		root,
		configFile: false,
		logLevel: 'error',
		publicDir: false,
		ssr: { noExternal: true },
		build: {
			ssr: join(root, 'test/synthetic/load-app.ts'),
			outDir: folder,
			emptyOutDir: false,
			target: 'node20',
			rolldownOptions: { output: { entryFileNames: 'load-app.mjs', codeSplitting: false } }
		}
	});
	return /** @type {typeof import('../../test/synthetic/load-app')} */ (
		await import(pathToFileURL(join(folder, 'load-app.mjs')).href)
	);
}

/**
 * Writes events by dice as events.dateline.
 *
 * @param {Awaited<ReturnType<typeof appModules>>} app
 * @param {string} path
 * @param {{ rows: number, seed: number }} dice
 */
export async function writeSynthetic(
	{ syntheticColumns, wholeEntriesOf, writeEvents },
	path,
	{ rows, seed }
) {
	const columns = syntheticColumns(rows, seed);
	const file = openSync(path, 'w');
	const compress = promisify(deflateRaw);
	const writer = writeEvents(
		{
			append: async (/** @type {Uint8Array} */ bytes) => void writeSync(file, bytes),
			patch: async (/** @type {number} */ at, /** @type {Uint8Array} */ bytes) =>
				void writeSync(file, bytes, 0, bytes.length, at)
		},
		compress
	);
	for (const { row, event, sources } of wholeEntriesOf(columns, seed))
		await writer.add(row, event, sources);
	const { types, places, actors, publishers } = columns;
	await writer.finish({
		types,
		places: places.ids,
		actors: actors.ids,
		publishers: publishers.ids
	});
	closeSync(file);
}

/**
 * Imports the tables of others with the built command.
 *
 * @param {string} root
 * @param {string} folder where their dossiers go
 * @returns {{ name: string, path: string, table: string }[]} those that are there: their events.dateline
 */
export function importShared(root, folder) {
	const shared = join(root, SHARED);
	if (!existsSync(shared)) return [];
	const command = join(root, 'dist', 'dateline.js');
	return readdirSync(shared)
		.filter((name) => name.endsWith('.csv'))
		.map((name) => {
			const table = join(shared, name);
			const dossier = join(
				folder,
				basename(name, '.csv')
					.toLowerCase()
					.replace(/[^a-z0-9]+/g, '-')
			);
			execFileSync(process.execPath, [command, 'init', dossier], { stdio: 'ignore' });
			execFileSync(process.execPath, [command, 'import', table, '--into', dossier, '--columns'], {
				stdio: 'ignore'
			});
			return { name, table, path: join(dossier, 'events.dateline') };
		});
}

/**
 * Writes what an events.dateline has in the other formats, beside it, and weighs all of them.
 *
 * @param {Awaited<ReturnType<typeof appModules>>} app
 * @param {string} path of the events.dateline
 * @param {boolean} withTexts whether whole events are written, too
 * @returns {Promise<{ columns: MapColumns, files: LoadFile[], parts: [part: string, weight: Weight][] }>}
 */
export async function writeOthers({ openEvents }, path, withTexts) {
	const bytes = readFileSync(path);
	const inflate = promisify(inflateRaw);
	const file =
		/** @type {import('../../src/lib/core/columns/read').IndexedFile & { header: Header }} */ (
			await openEvents(
				async (/** @type {number} */ start, /** @type {number} */ end) =>
					bytes.subarray(start, end),
				(/** @type {Uint8Array} */ part) => inflate(part)
			)
		);
	const columns = await file.columns();
	const folder = `${path}-others`;
	mkdirSync(folder);
	/** @type {LoadFile[]} */
	const files = [];
	for (const what of /** @type {const} */ (['map', 'whole'])) {
		if (what === 'whole' && !withTexts) continue;
		const texts = what === 'whole' ? await textsOf(file) : undefined;
		for (const [name, format] of Object.entries(OTHERS)) {
			const raw = format.write(columns, texts);
			const gzip = gzipSync(raw);
			const own = join(folder, `${what}.${format.end}.gz`);
			writeFileSync(own, gzip);
			const brotli = brotliBytes(raw, QUALITY[what]);
			files.push({
				format: /** @type {FormatName} */ (name),
				what,
				weight: { raw: raw.length, gzip: gzip.length, brotli },
				path: own
			});
		}
		const weight =
			what === 'map' ? weightOf(bytes, mapSections(file.header)) : { gzip: bytes.length };
		files.push({ format: 'ours', what, weight, path });
	}
	return { columns, files, parts: await partsOf(bytes, file) };
}

/** @param {any} file @returns {Promise<Texts[]>} */
async function textsOf(file) {
	/** @type {Texts[]} */
	const texts = [];
	for (let start = 0; start < file.length; start += 2048) {
		const rows = Array.from({ length: Math.min(2048, file.length - start) }, (_, i) => start + i);
		const records = await file.records(rows);
		for (const row of rows) {
			const { event, sources } = records.get(row);
			texts.push({
				id: event.id,
				title: event.properties.title,
				claims: event.properties.claims,
				sources
			});
		}
	}
	return texts;
}

/** @typedef {import('../../src/lib/core/columns/file/layout').Header} Header */
/** @typedef {import('../../src/lib/core/columns/file/layout').Stored} Stored */

/** @param {Header} header @returns {Stored[]} */
function mapSections({ first, columns, positions, types }) {
	const needed = Object.entries(columns).flatMap(([name, column]) =>
		name === 'known' || name === 'settled' ? [] : [column]
	);
	const { lon, lat, spot } = positions;
	return [first, ...needed, lon, lat, ...(spot ? [spot] : []), types];
}

/** @param {Header} header @returns {Stored[]} */
function allSections(header) {
	const { known, settled } = header.columns;
	const lists = Object.values(header.lists).flatMap(({ set, counts, values, ids }) => [
		set,
		counts,
		values,
		ids
	]);
	return [...mapSections(header), known, settled, ...lists];
}

/**
 * What each part of a file weighs.
 *
 * @param {Buffer} bytes
 * @param {import('../../src/lib/core/columns/read').IndexedFile & { header: Header }} file
 * @returns {Promise<[part: string, weight: Weight][]>} indexes and texts as they stand there
 */
async function partsOf(bytes, { header, tables }) {
	const { first, columns, positions, types, lists, chunks } = header;
	const { lon, lat, spot } = positions;
	const spots = spot ? `, ${lon.count.toLocaleString('en')} spots` : '';
	/** @type {[string, Stored[]][]} */
	const sections = [
		[`position${spots}`, [lon, lat, ...(spot ? [spot] : [])]],
		['type', [columns.type, types]],
		['precision', [columns.precision]],
		['status', [columns.status]],
		['possible bounds', [columns.earlier, columns.later]],
		['contested, sure', [columns.contested, columns.sure]],
		['first and last day', [first, columns.span]],
		['what the map needs', mapSections(header)],
		['known, settled', [columns.known, columns.settled]],
		...Object.entries(lists).map(
			([name, { set, counts, values, ids }]) =>
				/** @type {[string, Stored[]]} */ ([name, [set, counts, values, ids]])
		),
		['all columns', allSections(header)]
	];
	/** @param {typeof tables.ids} table */
	const sizeOf = async ({ table, directory }) => {
		const { stored } = (await directory()).directory;
		const blocks = stored.reduce((sum, length) => sum + length, 0);
		return blocks + table.directory.stored + (table.near?.stored ?? 0);
	};
	const words = await Promise.all(tables.words.map(sizeOf));
	const [ids, sources] = [await sizeOf(tables.ids), await sizeOf(tables.sources)];
	const index = words.reduce((sum, size) => sum + size, 0);
	const columnBytes = allSections(header).reduce((sum, { stored }) => sum + stored, 0);
	const texts = bytes.length - columnBytes - ids - sources - index - chunks.stored;
	return [
		...sections.map(
			([name, own]) => /** @type {[string, Weight]} */ ([name, weightOf(bytes, own)])
		),
		['index of ids', { gzip: ids }],
		['index of sources', { gzip: sources }],
		['index of words', { gzip: index }],
		['texts and the rest', { gzip: texts + chunks.stored }],
		['the whole file', { gzip: bytes.length }]
	];
}

/** What pieces of a file weigh, compressed each by itself: `gzip` is the deflate that stands there. @param {Buffer} bytes @param {readonly Stored[]} sections @returns {Weight} */
function weightOf(bytes, sections) {
	const weight = { raw: 0, gzip: 0, brotli: 0 };
	for (const { offset, stored, raw } of sections) {
		weight.raw += raw;
		weight.gzip += stored;
		weight.brotli += brotliBytes(
			inflateRawSync(bytes.subarray(offset, offset + stored)),
			QUALITY.map
		);
	}
	return weight;
}

/** @param {Uint8Array} bytes @param {number} quality */
export function brotliBytes(bytes, quality) {
	return brotliCompressSync(bytes, {
		params: {
			[constants.BROTLI_PARAM_QUALITY]: quality,
			[constants.BROTLI_PARAM_SIZE_HINT]: bytes.length
		}
	}).length;
}
