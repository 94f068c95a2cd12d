/**
 * SHA-256 of a text in UTF-8, in 64 hexadecimal digits (FIPS 180-4). The browser's own is there only for
 * pages that came over https, and a dossier may be edited over plain http in a local network.
 */
export function sha256(text: string): string {
	const bytes = padded(new TextEncoder().encode(text));
	const view = new DataView(bytes.buffer);
	const state = new Uint32Array(INITIAL);
	const words = new Uint32Array(64);
	for (let at = 0; at < bytes.length; at += BLOCK) {
		for (let i = 0; i < 16; i++) words[i] = view.getUint32(at + 4 * i);
		compress(state, words);
	}
	return [...state].map((word) => word.toString(16).padStart(8, '0')).join('');
}

/** Bytes of a block. */
const BLOCK = 64;

/** First 32 bits of the fractional parts of the square roots of the first 8 primes, the cube roots of the first 64. */
const PRIMES = primes(64);
const INITIAL = PRIMES.slice(0, 8).map((prime) => fraction(Math.sqrt(prime)));
const ROUNDS = new Uint32Array(PRIMES.map((prime) => fraction(Math.cbrt(prime))));

function primes(count: number): number[] {
	const found: number[] = [];
	for (let n = 2; found.length < count; n++) if (found.every((p) => n % p !== 0)) found.push(n);
	return found;
}

function fraction(root: number): number {
	return Math.floor((root - Math.floor(root)) * 2 ** 32);
}

/** With a 1 bit, zeros, and the length in bits at its end: a multiple of the block. */
function padded(message: Uint8Array): Uint8Array<ArrayBuffer> {
	const bytes = new Uint8Array(Math.ceil((message.length + 9) / BLOCK) * BLOCK);
	bytes.set(message);
	bytes[message.length] = 0x80;
	const view = new DataView(bytes.buffer);
	view.setUint32(bytes.length - 8, Math.floor(message.length / 2 ** 29));
	view.setUint32(bytes.length - 4, (message.length << 3) >>> 0);
	return bytes;
}

const turned = (word: number, by: number) => (word >>> by) | (word << (32 - by));

/** @param words the block's 16, and room for 48 more */
function compress(state: Uint32Array, words: Uint32Array): void {
	const w = (i: number) => words[i] as number;
	for (let i = 16; i < 64; i++) {
		const s0 = turned(w(i - 15), 7) ^ turned(w(i - 15), 18) ^ (w(i - 15) >>> 3);
		const s1 = turned(w(i - 2), 17) ^ turned(w(i - 2), 19) ^ (w(i - 2) >>> 10);
		words[i] = w(i - 16) + s0 + w(i - 7) + s1;
	}
	let [a, b, c, d, e, f, g, h] = state as unknown as [
		number,
		number,
		number,
		number,
		number,
		number,
		number,
		number
	];
	for (let i = 0; i < 64; i++) {
		const s1 = turned(e, 6) ^ turned(e, 11) ^ turned(e, 25);
		const one = (h + s1 + ((e & f) ^ (~e & g)) + (ROUNDS[i] as number) + w(i)) | 0;
		const s0 = turned(a, 2) ^ turned(a, 13) ^ turned(a, 22);
		const two = (s0 + ((a & b) ^ (a & c) ^ (b & c))) | 0;
		[h, g, f, e, d, c, b, a] = [g, f, e, (d + one) | 0, c, b, a, (one + two) | 0];
	}
	[a, b, c, d, e, f, g, h].forEach((word, i) => {
		state[i] = (state[i] as number) + word;
	});
}
