/**
 * In a process of its own: reads a file into typed arrays some times, and prints what that took as JSON. All bytes are
 * there before: those of a gzipped file are inflated apart, as a browser does while they come in.
 *
 *     node --expose-gc load-once.js <format> <file> <times>
 */
import { readFileSync } from 'node:fs';
import { crc32, gunzipSync } from 'node:zlib';
import { FORMATS, MAP_NAMES } from './load-formats.js';

/** @typedef {{ cpu: number, wall: number, inflate: number }} Run milliseconds: processor time and time that passes of reading, processor time of inflating before it */
/** @typedef {{ runs: Run[], memory: number, sum: number }} Loaded memory in bytes, a checksum of all arrays */

const WARM_UP = 2;
/** One that takes seconds is measured as often as this allows, in milliseconds, and three times at least. */
const PATIENCE = 15_000;
const LEAST = 3;

const [format = '', file = '', times = '1'] = process.argv.slice(2);
const { read } = FORMATS[/** @type {keyof typeof FORMATS} */ (format)];
const given = readFileSync(file);
const bytesOf = () => (file.endsWith('.gz') ? gunzipSync(given) : new Uint8Array(given));
const settle = () => /** @type {() => void} */ (globalThis.gc)();
const work = () => {
	const { user, system } = process.cpuUsage();
	return (user + system) / 1000;
};

/** @type {Run[]} */
const runs = [];
let [memory, sum] = [0, 0];
const start = performance.now();
for (let i = 0; i < WARM_UP + Number(times); i++) {
	if (runs.length >= LEAST && performance.now() - start > PATIENCE) break;
	const before = work();
	const bytes = bytesOf();
	const inflate = file.endsWith('.gz') ? work() - before : 0;
	settle();
	const held = process.memoryUsage.rss();
	const [from, began] = [work(), performance.now()];
	const columns = await read(bytes);
	const [cpu, wall] = [work() - from, performance.now() - began];
	if (i >= WARM_UP) runs.push({ cpu, wall, inflate });
	if (i > 0) continue;
	memory = process.memoryUsage.rss() - held;
	for (const name of MAP_NAMES) {
		const { buffer, byteOffset, byteLength } = columns[name];
		sum = crc32(new Uint8Array(buffer, byteOffset, byteLength), sum);
	}
}
console.log(JSON.stringify({ runs, memory, sum }));
