import { crc32 } from './bytes';
import { damaged } from './damage';
import { MAGIC, MAX_HEADER, PREAMBLE_BYTES, VERSION, type Preamble } from './layout';

/**
 * The first 64 bytes: 0 the letters DATELINE; 8 version; 12 stored bytes of the header, 16 its raw bytes, 20 its
 * CRC-32; 24 its offset and 32 the length of the file as float64; 60 the CRC-32 of all before. Little-endian.
 */
export function writePreamble({ header, length }: Preamble): Uint8Array {
	const bytes = new Uint8Array(PREAMBLE_BYTES);
	const view = new DataView(bytes.buffer);
	bytes.set(new TextEncoder().encode(MAGIC));
	view.setUint32(8, VERSION, true);
	view.setUint32(12, header.stored, true);
	view.setUint32(16, header.raw, true);
	view.setUint32(20, header.crc, true);
	view.setFloat64(24, header.offset, true);
	view.setFloat64(32, length, true);
	view.setUint32(60, crc32(bytes.subarray(0, 60)), true);
	return bytes;
}

/** @throws DamagedFile where they are not those of a whole file of this version */
export function readPreamble(bytes: Uint8Array): Preamble {
	const part = 'its first 64 bytes';
	const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
	if (bytes.every((byte) => byte === 0))
		throw damaged(part, 'the letters DATELINE', 'nothing: writing it was interrupted');
	const magic = String.fromCharCode(...bytes.subarray(0, 8));
	if (magic !== MAGIC)
		throw damaged(
			part,
			'the letters DATELINE',
			JSON.stringify(magic),
			'Name a file that dateline import or dateline columns wrote.'
		);
	const version = view.getUint32(8, true);
	if (version > VERSION)
		throw damaged(
			part,
			`version ${VERSION} or earlier`,
			`version ${version}`,
			'A newer Dateline wrote the file: update this one, or write the file with it.'
		);
	const crc = crc32(bytes.subarray(0, 60));
	if (version === 0 || crc !== view.getUint32(60, true))
		throw damaged(part, 'bytes that match their checksum', 'others');
	const header = {
		stored: view.getUint32(12, true),
		raw: view.getUint32(16, true),
		crc: view.getUint32(20, true),
		offset: view.getFloat64(24, true)
	};
	const length = view.getFloat64(32, true);
	const sound =
		Number.isSafeInteger(length) &&
		Number.isSafeInteger(header.offset) &&
		header.offset >= PREAMBLE_BYTES &&
		header.offset + header.stored <= length &&
		header.stored <= MAX_HEADER &&
		header.raw <= MAX_HEADER;
	if (!sound) throw damaged(part, 'a header inside the file', `one at byte ${header.offset}`);
	return { header, length };
}
