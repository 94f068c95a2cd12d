import type { ReadRange } from '../../core/columns/events-file';

/** What is fetched did not come: the reader may try again. */
export class Unreachable extends Error {
	override readonly name = 'Unreachable';
}

/**
 * Reads ranges of a file by HTTP. A host that knows no ranges sends the whole file, which is kept, so that it
 * does so once.
 * @param fetcher stands in for `fetch`
 */
export function rangesOf(
	url: string,
	fetcher: typeof fetch = (...args) => fetch(...args)
): ReadRange {
	let whole: Promise<Uint8Array> | undefined;
	return async (start, end) => {
		if (start >= end) return new Uint8Array();
		if (whole) return (await whole).subarray(start, end);
		const response = await fetcher(url, { headers: { range: `bytes=${start}-${end - 1}` } }).catch(
			() => {
				throw new Unreachable('The events could not be fetched: there is no connection.');
			}
		);
		if (response.status === 206) return bytesOf(response);
		if (response.status === 410)
			throw new Unreachable('The dossier has changed since this page was loaded: load it anew.');
		if (!response.ok)
			throw new Unreachable(`The events could not be fetched: the server said ${response.status}.`);
		const all = bytesOf(response);
		whole = all;
		// What broke off is fetched anew when it is asked for again.
		all.catch(() => (whole = undefined));
		return (await all).subarray(start, end);
	};
}

async function bytesOf(response: Response): Promise<Uint8Array> {
	try {
		return new Uint8Array(await response.arrayBuffer());
	} catch {
		throw new Unreachable('The events could not be fetched whole: the connection broke off.');
	}
}

/**
 * Unpacks what is packed with deflate and no header (RFC 1951), as the browser does.
 * @param atMost bytes after which it stops: more is damage, whatever it is
 */
export async function inflateRaw(bytes: Uint8Array, atMost = Infinity): Promise<Uint8Array> {
	const stream = new Blob([bytes as BlobPart]).stream();
	const reader = stream.pipeThrough(new DecompressionStream('deflate-raw')).getReader();
	const parts: Uint8Array[] = [];
	let length = 0;
	while (length <= atMost) {
		const { done, value } = await reader.read();
		if (done) break;
		parts.push(value);
		length += value.length;
	}
	if (length > atMost) await reader.cancel();
	const whole = new Uint8Array(length);
	let at = 0;
	for (const part of parts) {
		whole.set(part, at);
		at += part.length;
	}
	return whole;
}
