import { emptyColumns, type Columns } from '../../src/lib/core/columns/columns';

/** Columns on their way into a page that needs no dossier: what the map asks of them, one after another. */
const PACKED = [
	'first',
	'last',
	'possibleFirst',
	'possibleLast',
	'lon',
	'lat',
	'type',
	'precision',
	'status',
	'contested',
	'sure'
] as const satisfies readonly (keyof Columns)[];

/** The larger elements come first, so that each array begins where its elements may. */
const sizeOf = (columns: Columns, name: (typeof PACKED)[number]) => columns[name].BYTES_PER_ELEMENT;

export function packed(columns: Columns): Uint8Array {
	const parts = PACKED.toSorted((a, b) => sizeOf(columns, b) - sizeOf(columns, a)).map(
		(name) =>
			new Uint8Array(columns[name].buffer, columns[name].byteOffset, columns[name].byteLength)
	);
	const bytes = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0));
	let at = 0;
	for (const part of parts) {
		bytes.set(part, at);
		at += part.length;
	}
	return bytes;
}

/** @param bytes what `packed` made of columns of so many rows */
export function unpacked(bytes: ArrayBuffer, length: number): Columns {
	const columns = emptyColumns(length);
	let at = 0;
	for (const name of PACKED.toSorted((a, b) => sizeOf(columns, b) - sizeOf(columns, a))) {
		const array = columns[name];
		new Uint8Array(array.buffer).set(new Uint8Array(bytes, at, array.byteLength));
		at += array.byteLength;
	}
	return columns;
}
