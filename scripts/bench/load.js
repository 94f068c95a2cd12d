/**
 * What the same events weigh in several formats, and what it takes to have of them the typed arrays that the engine
 * needs, once the bytes are there.
 */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { crc32, gzipSync } from 'node:zlib';
import { FORMATS, MAP_NAMES } from './load-formats.js';
import {
	QUALITY,
	appModules,
	brotliBytes,
	importShared,
	writeOthers,
	writeSynthetic
} from './load-files.js';
import { aligned, quantile } from './table.js';

/** @typedef {import('./load-files.js').LoadFile} LoadFile */
/** @typedef {import('./load-once.js').Loaded} Loaded */
/** @typedef {{ set: string, rows: number, file: LoadFile, loaded: Loaded }} Result */

const SIZES = [10_000, 100_000, 1_000_000];
/** The texts of more are not written: an event weighs what it weighs. */
const MOST_WHOLE = 10_000;
/** What is to be reached with a million: bytes an event of what the map needs, milliseconds that pass until it can be drawn. */
const GOALS = { bytes: 8, load: 1000 };

/**
 * @param {Pick<import('../bench.js').Ground, 'root' | 'seed' | 'say'>} ground
 * @param {number} times that each file is read, after the warm-up
 * @returns {Promise<string>} tables; ends with exit code 1 where a goal is missed
 */
export async function benchLoad({ root, seed, say }, times) {
	const folder = mkdtempSync(join(tmpdir(), 'dateline-bench-load-'));
	const app = await appModules(root, folder);
	/** @type {Result[]} */
	const results = [];
	/** @type {string[][]} */
	let ownParts = [];
	/** @type {string[][]} */
	const tables = [['table', 'as it came', 'gzip', 'brotli']];
	try {
		const sets = [];
		for (const rows of SIZES) {
			say(`load: writing ${rows} events`);
			const path = join(folder, `${rows}.dateline`);
			await writeSynthetic(app, path, { rows, seed });
			sets.push({ name: 'by dice', path });
		}
		say('load: importing the tables of others');
		for (const { name, path, table } of importShared(root, folder)) {
			sets.push({ name, path });
			const bytes = readFileSync(table);
			tables.push([
				name,
				kB(bytes.length),
				kB(gzipSync(bytes).length),
				kB(brotliBytes(bytes, QUALITY.whole))
			]);
		}
		for (const { name, path } of sets) {
			const byDice = name === 'by dice';
			say(`load: ${name}, the other formats of ${path.split('/').at(-1)}`);
			const rows = byDice ? Number(/(\d+)\.dateline$/.exec(path)?.[1]) : 0;
			const { columns, files, parts } = await writeOthers(app, path, rows <= MOST_WHOLE);
			const set = `${name}, ${columns.length.toLocaleString('en')}`;
			const expected = sumOf(columns);
			if (columns.length === SIZES.at(-1))
				ownParts = [
					['part', 'deflate', 'brotli'],
					...parts.map(([part, { gzip, brotli }]) => [
						part,
						perEvent(gzip, columns.length),
						perEvent(brotli, columns.length)
					])
				];
			for (const file of files) {
				say(`load: ${set}, ${FORMATS[file.format].words}, ${file.what}`);
				const loaded = loadOnce(root, file, times);
				if (loaded.sum !== expected)
					throw new Error(`${FORMATS[file.format].words}: what was read is not what was written.`);
				results.push({ set, rows: columns.length, file, loaded });
			}
		}
	} finally {
		rmSync(folder, { recursive: true, force: true });
	}
	const missed = judge(results);
	if (missed.length > 0) process.exitCode = 1;
	/** @type {(readonly [title: string, lines: string[][], words: number])[]} */
	const parts = [
		[`What the map needs (brotli of quality ${QUALITY.map}):`, tableOf(results, 'map'), 2],
		[
			`Whole events, read for what the map needs (brotli of quality ${QUALITY.whole}):`,
			tableOf(results, 'whole'),
			2
		],
		[
			`The parts of events.dateline, ${SIZES.at(-1)?.toLocaleString('en')} events by dice, bytes an event:`,
			ownParts,
			1
		],
		...(tables.length > 1 ? [/** @type {const} */ (['The tables of others, kB:', tables, 1])] : [])
	];
	const verdict =
		missed.length > 0 ? `Missed:\n${missed.join('\n')}` : 'All that is to be reached is reached.';
	return [
		...parts.map(([title, lines, words]) => `${title}\n\n${aligned(lines, words)}`),
		verdict
	].join('\n\n');
}

/**
 * @param {string} root
 * @param {LoadFile} file
 * @param {number} times
 * @returns {Loaded}
 */
function loadOnce(root, { format, path }, times) {
	const args = ['--expose-gc', '--max-old-space-size=8192', 'scripts/bench/load-once.js'];
	const out = execFileSync(process.execPath, [...args, format, path, String(times)], {
		cwd: root,
		encoding: 'utf8'
	});
	return JSON.parse(out);
}

/** @param {import('./load-formats.js').MapColumns} columns */
function sumOf(columns) {
	return MAP_NAMES.reduce((sum, name) => {
		const { buffer, byteOffset, byteLength } = columns[name];
		return crc32(new Uint8Array(buffer, byteOffset, byteLength), sum);
	}, 0);
}

/** @param {number | undefined} bytes */
const kB = (bytes) => (bytes === undefined ? '–' : Math.round(bytes / 1000).toLocaleString('en'));
/** @param {number | undefined} bytes @param {number} rows */
const perEvent = (bytes, rows) => (bytes === undefined ? '–' : (bytes / rows).toFixed(2));

/**
 * @param {readonly Result[]} results
 * @param {'map' | 'whole'} what
 */
function tableOf(results, what) {
	const head =
		'events,format,kB,gzip,brotli,bytes an event,inflate CPU,load CPU p50,p95,load p50,p95,memory MB';
	const lines = [head.split(',')];
	for (const { set, rows, file, loaded } of results) {
		if (file.what !== what) continue;
		const { raw, gzip, brotli } = file.weight;
		const at = (/** @type {'cpu' | 'wall' | 'inflate'} */ key, /** @type {number} */ q) =>
			quantile(
				loaded.runs.map((run) => run[key]),
				q
			).toFixed(0);
		lines.push([
			set,
			FORMATS[file.format].words,
			kB(raw),
			kB(gzip),
			kB(brotli),
			perEvent(brotli ?? gzip, rows),
			file.format === 'ours' ? 'in it' : at('inflate', 0.5),
			at('cpu', 0.5),
			at('cpu', 0.95),
			at('wall', 0.5),
			at('wall', 0.95),
			(loaded.memory / 1e6).toFixed(0)
		]);
	}
	return lines;
}

/** @param {readonly Result[]} results @returns {string[]} */
function judge(results) {
	const missed = [];
	const most = SIZES.at(-1) ?? 0;
	for (const { rows, file, loaded } of results) {
		if (rows !== most || file.format !== 'ours' || file.what !== 'map') continue;
		const each = (file.weight.brotli ?? Infinity) / rows;
		if (each > GOALS.bytes)
			missed.push(
				`What the map needs weighs ${each.toFixed(2)} bytes an event, not ${GOALS.bytes}.`
			);
		const [took, work] = /** @type {const} */ (['wall', 'cpu']).map((key) =>
			quantile(
				loaded.runs.map((run) => run[key]),
				0.5
			)
		);
		if (Number(took) > GOALS.load)
			missed.push(
				`${most} events take ${took?.toFixed(0)} ms to load, ${work?.toFixed(0)} of them processor time, not ${GOALS.load}.`
			);
	}
	return missed;
}
