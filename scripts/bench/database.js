/**
 * What a store costs over HTTP: a million events in a file, and the same in PostgreSQL with PostGIS, asked by the same
 * server for what a page asks – a tile, the counts of all filters with the timeline's bins, a page of the list –, one
 * after the other and from 50 readers at once; and what it costs to get them into the database. With `database-large`
 * ten million, in the database alone: as dense by the day as the million, and ten times as dense.
 */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { serveOwn } from '../own-server.js';
import { hasPostgres, startServer, WITHOUT } from '../postgres.js';
import { writeTable } from './import-table.js';
import { aligned, quantile } from './table.js';

/** What is to be reached with a million events, in milliseconds; and rows a second of COPY. */
const GOALS = { tile: 40, counts: 150, list: 10, copy: 100_000 };
/** The 95th percentile of 50 readers may be so many times their median. */
const MOST_SPREAD = 10;
const READERS = 50;
const RUSH_MS = 60_000;
const WINDOW = 30;
/** Each connection of the pool prepares what comes again, and gets to know the tables of each year. */
const WARM_UP = 100;
/** Days of a million events: a window of 30 shows some 16,000, a third of which have a month or a week for a date. */
const DAYS = 3_960;
const FIRST_DAY = 16_436;
/** Everything lies in this tile. */
const TILE = { z: 6, x: 40, y: 24, box: /** @type {const} */ ([45.2, 36.8, 50.4, 40.7]) };
/** Bins of a timeline as wide as a screen. */
const BINS = 120;

/** Of a machine of this kind; PostgreSQL's own defaults are for one of long ago. */
const SETTINGS = [
	'shared_buffers=1GB',
	'work_mem=64MB',
	'maintenance_work_mem=512MB',
	'max_wal_size=4GB',
	'random_page_cost=1.1',
	'jit=off'
];

/** @typedef {{ root: string, seed: number, say: (what: string) => void }} Ground */
/** @typedef {{ name: string, rows: number, days: number }} Size */

/**
 * @param {Ground} ground
 * @param {number} times that each is measured
 * @returns {Promise<string>} the tables; ends with exit code 1 where a goal is missed
 */
export function benchDatabase(ground, times) {
	return bench(ground, times, [{ name: '1,000,000', rows: 1_000_000, days: DAYS }], true);
}

/** The same for ten million. @param {Ground} ground @param {number} times */
export function benchLargeDatabase(ground, times) {
	const rows = 10_000_000;
	return bench(
		ground,
		times,
		[
			{ name: '10,000,000, ten times the days', rows, days: 10 * DAYS },
			{ name: '10,000,000, ten times as dense', rows, days: DAYS }
		],
		false
	);
}

/**
 * @param {Ground} ground
 * @param {number} times
 * @param {readonly Size[]} sizes
 * @param {boolean} isJudged whether a file stands beside it, and goals are held against it
 */
async function bench({ root, seed, say }, times, sizes, isJudged) {
	if (!hasPostgres()) return WITHOUT;
	const folder = mkdtempSync(join(tmpdir(), 'dateline-bench-database-'));
	const postgres = await startServer(SETTINGS);
	/** @type {string[][]} */
	const asked = [['events', 'store', 'what', 'p50', 'p95', 'kB']];
	const rush = [['events', 'store', '50 readers', 'answers a second', 'p50', 'p95', 'failed']];
	const loads = [['events', 'rows/s of COPY', 'rows/s of the import', 'MB in the database']];
	/** @type {string[]} */
	const missed = [];
	try {
		for (const [number, size] of sizes.entries()) {
			const table = join(folder, 'table.csv');
			writeTable(table, { rows: size.rows, seed, days: size.days, box: TILE.box });
			const name = `bench${number}`;
			const address = postgres.database(name);
			const id = 'many';
			say(`database: ${size.name}, into the database`);
			const load = importInto(root, address, table, id, size.rows);
			const bytes = Number(postgres.sql('SELECT pg_database_size(current_database())', name));
			loads.push([size.name, words(load.copy), words(load.all), (bytes / 1e6).toFixed(0)]);
			/** @type {[string, { data: string, database: string }][]} */
			const stores = [['PostgreSQL', { data: '', database: address }]];
			if (isJudged) {
				say(`database: ${size.name}, into a file`);
				const data = join(folder, 'data');
				dateline(root, ['init', join(data, id)]);
				dateline(root, ['import', table, '--into', join(data, id), '--columns']);
				stores.push(['events.dateline', { data, database: '' }]);
				if (load.copy < GOALS.copy)
					missed.push(`COPY takes ${words(load.copy)} rows a second, not ${words(GOALS.copy)}.`);
			}
			for (const [store, settings] of stores) {
				const server = await serveOwn(settings.data, [], {
					DATELINE_DATABASE: settings.database
				});
				try {
					say(`database: ${size.name} in ${store}`);
					const base = `${server.base}/${id}/store/`;
					const wishes = wishesFor(size);
					for (const [what, wish] of Object.entries(wishes)) {
						const { took, kilobytes } = await ask(base, wish, times);
						const p50 = quantile(took, 0.5);
						asked.push([
							size.name,
							store,
							what,
							p50.toFixed(1),
							quantile(took, 0.95).toFixed(1),
							kilobytes.toFixed(0)
						]);
						const goal = GOALS[/** @type {'tile' | 'counts' | 'list'} */ (what.split(/\W/)[0])];
						if (isJudged && store === 'PostgreSQL' && p50 > goal)
							missed.push(`${what} takes ${p50.toFixed(1)} ms, not ${goal}.`);
					}
					say(`database: ${size.name} in ${store}, ${READERS} readers`);
					const crowd = await rushOf(base, Object.values(wishes));
					const [p50, p95] = [quantile(crowd.took, 0.5), quantile(crowd.took, 0.95)];
					rush.push([
						size.name,
						store,
						`${RUSH_MS / 1000} s`,
						(crowd.took.length / (RUSH_MS / 1000)).toFixed(0),
						p50.toFixed(0),
						p95.toFixed(0),
						String(crowd.failed)
					]);
					if (store === 'PostgreSQL' && (crowd.failed > 0 || p95 > MOST_SPREAD * p50))
						missed.push(
							`${READERS} readers: ${crowd.failed} failed, p95 ${(p95 / p50).toFixed(1)} times the median.`
						);
				} finally {
					server.stop();
				}
			}
		}
	} finally {
		await postgres.remove();
		rmSync(folder, { recursive: true, force: true });
	}
	if (missed.length > 0) process.exitCode = 1;
	const end = isJudged ? ['What is to be reached is.'] : [];
	return [
		aligned(asked, 3),
		aligned(rush, 3),
		aligned(loads, 1),
		...(missed.length > 0 ? [`Missed:\n${missed.join('\n')}`] : end)
	].join('\n\n');
}

/** Words of a number. @param {number} value */
const words = (value) => Math.round(value).toLocaleString('en');

/**
 * What a page asks for; a new window of days each time.
 *
 * @param {Size} size
 * @returns {Record<string, () => string[]>} addresses that are asked one after the other
 */
function wishesFor({ days }) {
	let turn = 0;
	const range = () => {
		// Steps that have nothing in common with a year: each window is a new one.
		const first = FIRST_DAY + ((++turn * 373) % (days - WINDOW));
		const day = (/** @type {number} */ of) => new Date(of * 86_400_000).toISOString().slice(0, 10);
		return `from=${day(first)}&to=${day(first + WINDOW - 1)}`;
	};
	const edges = `${FIRST_DAY}.${Math.ceil(days / BINS)}*${BINS}`;
	return {
		'tile of level 6': () => [`tiles/${TILE.z}/${TILE.x}/${TILE.y}.mvt?${range()}`],
		'counts of all filters, and bins': () => [`counts.json?${range()}`, `bins.json?edges=${edges}`],
		'list, 50 events': () => [`list.json?limit=50&${range()}`]
	};
}

/**
 * @param {string} base
 * @param {() => string[]} wish
 * @param {number} times
 */
async function ask(base, wish, times) {
	/** @type {number[]} */
	const took = [];
	let bytes = 0;
	for (let i = 0; i < times + WARM_UP; i++) {
		const began = performance.now();
		bytes = 0;
		for (const address of wish()) bytes += (await fetched(base + address)).byteLength;
		if (i >= WARM_UP) took.push(performance.now() - began);
	}
	return { took, kilobytes: bytes / 1000 };
}

/** @param {string} address */
async function fetched(address) {
	const response = await fetch(address, { headers: { 'accept-encoding': 'identity' } });
	const body = await response.arrayBuffer();
	if (!response.ok) throw new Error(`${response.status}: ${Buffer.from(body).toString()}`);
	return body;
}

/**
 * Readers who each ask again as soon as they are answered.
 *
 * @param {string} base
 * @param {readonly (() => string[])[]} wishes
 */
async function rushOf(base, wishes) {
	/** @type {number[]} */
	const took = [];
	let failed = 0;
	const until = performance.now() + RUSH_MS;
	await Promise.all(
		Array.from({ length: READERS }, async (_, reader) => {
			for (let i = reader; performance.now() < until; i++)
				for (const address of /** @type {() => string[]} */ (wishes[i % wishes.length])()) {
					const began = performance.now();
					try {
						await fetched(base + address);
						took.push(performance.now() - began);
					} catch {
						failed++;
					}
				}
		})
	);
	return { took, failed };
}

/**
 * @param {string} root
 * @param {string} address
 * @param {string} table
 * @param {string} id
 * @param {number} rows
 * @returns {{ copy: number, all: number }} rows a second
 */
function importInto(root, address, table, id, rows) {
	dateline(root, ['database', 'init', '--database', address]);
	const began = performance.now();
	const said = dateline(root, ['import', table, '--into', address, '--dossier', id, '--json']);
	const took = performance.now() - began;
	/** @type {{ written: { copyMs: number } }[]} */
	const [report] = [JSON.parse(said)].flat();
	if (!report?.written) throw new Error('The import wrote nothing.');
	return { copy: (rows / report.written.copyMs) * 1000, all: (rows / took) * 1000 };
}

/**
 * @param {string} root
 * @param {string[]} args
 * @returns {string} its stdout
 */
function dateline(root, args) {
	return execFileSync(process.execPath, [join(root, 'dist', 'dateline.js'), ...args], {
		encoding: 'utf8',
		stdio: ['ignore', 'pipe', 'ignore'],
		maxBuffer: 1 << 28
	});
}
