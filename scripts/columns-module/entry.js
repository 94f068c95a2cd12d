/** The published module: what static/events-dateline.js is built from. */
import { openEvents } from '../../src/lib/core/columns/read';

export { DamagedFile } from '../../src/lib/core/columns/events-file';
export {
	freeDay,
	isUndated,
	NOWHERE,
	OPEN_AFTER,
	OPEN_BEFORE,
	PER_DEGREE
} from '../../src/lib/core/columns/columns';
export { columnsAsOf } from '../../src/lib/core/columns/as-of';
export { PRECISIONS } from '../../src/lib/core/dossier/precisions';
export { STATUSES } from '../../src/lib/core/view/view';

/**
 * Opens a file.
 *
 * @param {string | URL | ArrayBuffer | Uint8Array} source its address, of which only what is asked for is
 *   fetched where the server knows ranges; or all of its bytes
 */
export function open(source) {
	return openEvents(
		typeof source === 'string' || source instanceof URL
			? rangesOf(source)
			: slicesOf(new Uint8Array(source)),
		inflate
	);
}

/**
 * @param {Uint8Array} bytes
 * @returns {import('../../src/lib/core/columns/events-file').ReadRange}
 */
function slicesOf(bytes) {
	return (start, end) => Promise.resolve(bytes.subarray(start, end));
}

/**
 * @param {string | URL} url
 * @returns {import('../../src/lib/core/columns/events-file').ReadRange}
 */
function rangesOf(url) {
	/** @type {Uint8Array | undefined} all bytes, where the server knows no ranges */
	let whole;
	return async (start, end) => {
		if (whole) return whole.subarray(start, end);
		const response = await fetch(url, { headers: { Range: `bytes=${start}-${end - 1}` } });
		// The range begins behind the end of the file.
		if (response.status === 416) return new Uint8Array();
		if (!response.ok) throw new Error(`${url}: the server answered ${response.status}.`);
		const bytes = new Uint8Array(await response.arrayBuffer());
		if (response.status === 206) return bytes;
		whole = bytes;
		return bytes.subarray(start, end);
	};
}

/**
 * Inflates raw deflate; stops once there is more than there should be.
 *
 * @param {Uint8Array} bytes
 * @param {number} atMost
 */
async function inflate(bytes, atMost) {
	const stream = new Blob([/** @type {Uint8Array<ArrayBuffer>} */ (bytes)])
		.stream()
		.pipeThrough(new DecompressionStream('deflate-raw'));
	const reader = stream.getReader();
	const all = new Uint8Array(atMost);
	let length = 0;
	for (;;) {
		const { done, value } = await reader.read();
		if (done) return all.subarray(0, length);
		if (length + value.length > atMost) {
			await reader.cancel();
			throw new Error('There is more of it than there should be.');
		}
		all.set(value, length);
		length += value.length;
	}
}
