/**
 * MurmurHash3 x86 32 (Austin Appleby, public domain) of a text in UTF-8. Two of them with SEEDS make the 64
 * bits by which a source's rows are found: among a million sources two share them with a chance of 3 in 10⁸.
 * They keep texts apart that nobody chose to collide; an id that is looked up is compared with the record.
 */
export const SEEDS = [0, 0x9747b28c] as const;

let bytes = new Uint8Array(512);
const encoder = new TextEncoder();

export function murmur3(text: string, seed: number): number {
	const length = encoded(text);
	let hash = seed | 0;
	const whole = length & ~3;
	for (let i = 0; i < whole; i += 4) {
		const block =
			(bytes[i] as number) |
			((bytes[i + 1] as number) << 8) |
			((bytes[i + 2] as number) << 16) |
			((bytes[i + 3] as number) << 24);
		hash ^= scrambled(block);
		hash = (hash << 13) | (hash >>> 19);
		hash = (Math.imul(hash, 5) + 0xe6546b64) | 0;
	}
	let tail = 0;
	for (let i = length - 1; i >= whole; i--) tail = (tail << 8) | (bytes[i] as number);
	if (length > whole) hash ^= scrambled(tail);
	hash ^= length;
	hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
	hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
	return (hash ^ (hash >>> 16)) >>> 0;
}

function scrambled(block: number): number {
	const mixed = Math.imul(block, 0xcc9e2d51);
	return Math.imul((mixed << 15) | (mixed >>> 17), 0x1b873593);
}

/** Puts the text's UTF-8 into `bytes`; gives its length. */
function encoded(text: string): number {
	if (bytes.length < 3 * text.length) bytes = new Uint8Array(6 * text.length);
	for (let i = 0; i < text.length; i++) {
		const code = text.charCodeAt(i);
		if (code > 127) return encoder.encodeInto(text, bytes).written;
		bytes[i] = code;
	}
	return text.length;
}
