/**
 * What an import costs: the whole of `dateline import` into events.dateline, beside papaparse alone, which makes
 * nothing of the rows that it reads. Processor time stands beside the time that passes: two readers share the cores.
 */
import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, statSync } from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import { join } from 'node:path';
import { writeTable } from './import-table.js';
import { aligned, quantile } from './table.js';

const ROWS = 1_000_000;
/** Of the made-up table: rows a second, and megabytes at the peak. */
const GOALS = { rate: 200_000, memory: 300 };
/** Real rows, where they are to be had; 41 columns. */
const UCDP = '../shared/data/ucdp_ged191_syria.csv';
/** Runs in this process, and says what it took as JSON: rows, milliseconds, processor milliseconds, peak memory in kB. */
const PAPAPARSE = `
	import { createReadStream } from 'node:fs';
	import Papa from 'papaparse';
	let rows = 0;
	const began = performance.now();
	Papa.parse(createReadStream(process.argv[1]), {
		step: () => rows++,
		complete: () => {
			const { user, system } = process.cpuUsage();
			const { maxRSS } = process.resourceUsage();
			console.log(JSON.stringify({ rows: rows - 1, took: performance.now() - began, work: (user + system) / 1000, memory: maxRSS }));
		}
	});`;
/** The built command, and what it took at its end, on a line of its own. */
const OURS = `
	const began = performance.now();
	process.on('exit', () => {
		const { user, system } = process.cpuUsage();
		const { maxRSS } = process.resourceUsage();
		console.log('\\n' + JSON.stringify({ took: performance.now() - began, work: (user + system) / 1000, memory: maxRSS }));
	});
	await import(process.argv[1]);`;

/** @typedef {{ took: number, work: number, memory: number }} Cost */

/**
 * @param {{ root: string, seed: number, say: (what: string) => void }} ground
 * @param {number} times that each is measured
 * @returns {Promise<string>} the table; ends with exit code 1 where a goal is missed
 */
export async function benchImport({ root, seed, say }, times) {
	const folder = mkdtempSync(join(tmpdir(), 'dateline-bench-import-'));
	try {
		const made = join(folder, 'table.csv');
		const bytes = writeTable(made, { rows: ROWS, seed });
		/** @type {[string, string, number][]} */
		const files = [[`made up, 12 columns, ${bytes.toFixed(0)} bytes a row`, made, ROWS]];
		const real = join(root, UCDP);
		if (existsSync(real)) files.push(['UCDP GED, 41 columns', real, 16_566]);
		const lines = [
			['file', 'reader', 'rows/s p50', 'p95', 'CPU µs/row', 'peak MB', 'of papaparse']
		];
		/** @type {string[]} */
		const missed = [];
		for (const [name, file, rows] of files) {
			/** @type {Cost[]} */
			const ours = [];
			/** @type {Cost[]} */
			const papa = [];
			for (let i = 0; i < times; i++) {
				say(`import: ${name}, ${i + 1} of ${times}`);
				ours.push(await importOnce(root, file, join(folder, 'dossier')));
				papa.push(runOnce(root, PAPAPARSE, [file]));
			}
			const rate = quantile(
				papa.map(({ took }) => took),
				0.5
			);
			if (file === made) missed.push(...judge(ours, rows));
			for (const [reader, costs] of /** @type {const} */ ([
				['dateline import', ours],
				['papaparse alone', papa]
			])) {
				const took = costs.map((cost) => cost.took);
				lines.push([
					name,
					reader,
					Math.round((rows / quantile(took, 0.5)) * 1000).toLocaleString('en'),
					Math.round((rows / quantile(took, 0.95)) * 1000).toLocaleString('en'),
					(
						(quantile(
							costs.map(({ work }) => work),
							0.5
						) *
							1000) /
						rows
					).toFixed(1),
					(Math.max(...costs.map(({ memory }) => memory)) / 1024).toFixed(0),
					(rate / quantile(took, 0.5)).toFixed(2)
				]);
			}
		}
		if (missed.length > 0) process.exitCode = 1;
		const end = missed.length > 0 ? `Missed:\n${missed.join('\n')}` : 'What is to be reached is.';
		return `${aligned(lines, 2)}\n\n${availableParallelism()} processors; p95 is the slower end. ${end}`;
	} finally {
		rmSync(folder, { recursive: true, force: true });
	}
}

/**
 * What is missed, a sentence each.
 *
 * @param {Cost[]} costs
 * @param {number} rows
 */
function judge(costs, rows) {
	const missed = [];
	const rate =
		(rows /
			quantile(
				costs.map(({ took }) => took),
				0.5
			)) *
		1000;
	const memory =
		quantile(
			costs.map((cost) => cost.memory),
			0.5
		) / 1024;
	if (rate < GOALS.rate)
		missed.push(
			`${Math.round(rate).toLocaleString('en')} rows/s, not ${GOALS.rate.toLocaleString('en')}.`
		);
	if (memory > GOALS.memory) missed.push(`${memory.toFixed(0)} MB, not ${GOALS.memory}.`);
	return missed;
}

/**
 * @param {string} root
 * @param {string} file
 * @param {string} dossier
 * @returns {Promise<Cost>}
 */
async function importOnce(root, file, dossier) {
	rmSync(dossier, { recursive: true, force: true });
	const command = join(root, 'dist', 'dateline.js');
	execFileSync(process.execPath, [command, 'init', dossier], { stdio: 'ignore' });
	const cost = runOnce(root, OURS, [command, 'import', file, '--into', dossier, '--columns']);
	if (statSync(join(dossier, 'events.dateline')).size === 0)
		throw new Error('The import wrote no events.');
	return cost;
}

/**
 * @param {string} root
 * @param {string} script
 * @param {string[]} args
 * @returns {Cost}
 */
function runOnce(root, script, args) {
	const out = execFileSync(process.execPath, ['--input-type=module', '--eval', script, ...args], {
		cwd: root,
		encoding: 'utf8',
		stdio: ['ignore', 'pipe', 'ignore']
	});
	return /** @type {Cost} */ (JSON.parse(out.trim().split('\n').at(-1) ?? ''));
}
