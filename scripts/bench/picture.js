/**
 * What a picture of a view costs: `picture.png`, 1200 × 800, of views that nobody has asked for before –
 * one after the other, then from 50 connections at once – and the server's memory before and after.
 */
import { readFileSync } from 'node:fs';
import autocannon from 'autocannon';
import { quantile } from './table.js';

/** Requests that do not count: fonts, basemap and the renderer's process come with the first. */
const WARM_UP = 8;
/** Milliseconds that the rush lasts, and its connections. */
const RUSH = 20_000;
const CONNECTIONS = 50;

/** Each call another view: the map a little elsewhere, so that nothing of it is kept. */
let view = 0;
/** @param {string} more of the query */
const path = (more) => {
	view++;
	const at = `7.${100 + (view % 89)}/${(39.5 + (view % 977) / 2000).toFixed(4)}/${(45.9 + (view % 1009) / 2000).toFixed(4)}`;
	return `/armenia-azerbaijan/picture.png?width=1200&height=800&map=${at}${more}`;
};

/**
 * @param {{ base: string, pid: number | undefined, say: (what: string) => void }} ground
 * @param {number} times that each kind is measured
 * @returns {Promise<string>} the table
 */
export async function benchPictures({ base, pid, say }, times) {
	const lines = ['picture.png, 1200 × 800, distinct views     p50   p95   kB'];
	for (const [name, more] of /** @type {const} */ ([
		['without the lists (sourcelist=0)', '&sourcelist=0'],
		['with the key and the list of sources', '']
	])) {
		say(`pictures, ${name}`);
		const took = [];
		let bytes = 0;
		for (let i = 0; i < times + WARM_UP; i++) {
			const began = performance.now();
			const response = await fetch(base + path(more));
			bytes = (await response.arrayBuffer()).byteLength;
			if (!response.ok) throw new Error(`A picture was answered with ${response.status}.`);
			if (i >= WARM_UP) took.push(performance.now() - began);
		}
		const cells = [quantile(took, 0.5), quantile(took, 0.95), bytes / 1000];
		lines.push(name.padEnd(40) + cells.map((value) => value.toFixed(0).padStart(6)).join(''));
	}
	say(`pictures, ${CONNECTIONS} connections at once`);
	const before = memory(pid);
	const rush = await autocannon({
		url: base,
		connections: CONNECTIONS,
		duration: RUSH / 1000,
		timeout: 30,
		requests: [{ setupRequest: (request) => ({ ...request, path: path('&sourcelist=0') }) }]
	});
	const alive = await fetch(`${base}/health`);
	const of = rush.statusCodeStats ?? {};
	lines.push(
		'',
		`${CONNECTIONS} connections for ${RUSH / 1000} s, distinct views: ${count(of, '200')} drawn, ` +
			`${count(of, '503')} told to come back, ${rush.errors} errors, ${rush.timeouts} timeouts; ` +
			`latency p50 ${rush.latency.p50} ms, p97.5 ${rush.latency.p97_5} ms.`,
		`Afterwards /health says ${alive.status}. Memory of the server: ${before} → ${memory(pid)} MB.`
	);
	return lines.join('\n');
}

/**
 * @param {Record<string, { count?: number }>} stats
 * @param {string} status
 */
function count(stats, status) {
	return stats[status]?.count ?? 0;
}

/**
 * @param {number | undefined} pid
 * @returns {string} resident memory of a process, in MB; a dash where the system does not tell it
 */
function memory(pid) {
	try {
		const status = readFileSync(`/proc/${pid}/status`, 'utf8');
		return (Number(/VmRSS:\s+(\d+)/.exec(status)?.[1]) / 1024).toFixed(0);
	} catch {
		return '–';
	}
}
