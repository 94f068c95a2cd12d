import { isMarkup, refuseBinary } from './suspect';
import { MAX_BYTES, tooLong } from './unreadable';
import { asWindows1252 } from './windows-1252';

/** A file's bytes as text, with words on how they were read where that is not sure. */
export interface Decoded {
	text: string;
	notes: string[];
}

/**
 * Reads bytes as text: UTF-8, UTF-16 with its mark, what a web page says of itself, and else one of the two
 * old Windows encodings, which is then said.
 * @throws Unreadable where they are too many, or no text
 */
export function decode(bytes: Uint8Array): Decoded {
	if (bytes.byteLength > MAX_BYTES) throw tooLong('The file', bytes.byteLength, MAX_BYTES, 'bytes');
	if (bytes[0] === 0xff && bytes[1] === 0xfe) return sound(as('utf-16le', bytes));
	if (bytes[0] === 0xfe && bytes[1] === 0xff) return sound(as('utf-16be', bytes));
	// Each byte one character: only to look at what is in ASCII.
	const start = as('windows-1252', bytes.subarray(0, 100_000));
	refuseBinary(bytesAsUnits(bytes.subarray(0, 100_000)));
	try {
		return sound(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
	} catch {
		const said = isMarkup(start) ? charsetIn(start) : undefined;
		const text = said && tryAs(said, bytes);
		if (text !== undefined) return sound(text);
	}
	const guess = cyrillicShare(bytes) > 0.25 ? 'windows-1251' : 'windows-1252';
	return {
		text: as(guess, bytes),
		notes: [
			`The file is not in UTF-8, and was read as ${guess}: save it as UTF-8 if letters are wrong.`
		]
	};
}

const sound = (text: string): Decoded => ({ text, notes: [] });

function as(encoding: string, bytes: Uint8Array): string {
	const decoder = new TextDecoder(encoding);
	const text = decoder.decode(bytes);
	return decoder.encoding === 'windows-1252' ? asWindows1252(text) : text;
}

/** Undefined where there is no such encoding, or the bytes are not in it. */
function tryAs(encoding: string, bytes: Uint8Array): string | undefined {
	try {
		new TextDecoder(encoding, { fatal: true }).decode(bytes);
		return as(encoding, bytes);
	} catch {
		return undefined;
	}
}

function bytesAsUnits(bytes: Uint8Array): string {
	const parts: string[] = [];
	for (let i = 0; i < bytes.length; i += 4096)
		parts.push(String.fromCharCode(...bytes.subarray(i, i + 4096)));
	return parts.join('');
}

/** `windows-1251` of `<meta charset="windows-1251">` and its older form. */
function charsetIn(markup: string): string | undefined {
	return /<meta\b[^>]{0,200}\bcharset\s*=\s*["']?([\w-]{2,30})/i.exec(markup.slice(0, 4096))?.[1];
}

/** Share of bytes above ASCII among the letters: high in Cyrillic, low in languages with a few accents. */
function cyrillicShare(bytes: Uint8Array): number {
	let letters = 0;
	let high = 0;
	for (const byte of bytes.subarray(0, 100_000)) {
		if (byte >= 0xc0) high++;
		if (byte >= 0xc0 || (byte | 0x20) - 0x61 < 26) letters++;
	}
	return letters === 0 ? 0 : high / letters;
}
