import type { TableSource } from '../../core/import/read/table';

const PIECE = 256 * 1024;

/** A file that somebody has picked or dropped, as a source of a table, and how much of it has been read. */
export interface BrowserSource extends TableSource {
	/** Bytes that the latest reading has had. */
	position: () => number;
}

/** Throws what the browser throws where the file has gone, or has changed since it was picked. */
export function browserSource(file: File): BrowserSource {
	let position = 0;
	const read = async (start: number, end: number) => {
		const bytes = new Uint8Array(await file.slice(start, end).arrayBuffer());
		position = start + bytes.length;
		return bytes;
	};
	return {
		name: file.name,
		size: file.size,
		position: () => position,
		slice: (start, end) => read(start, Math.min(end, file.size)),
		open: async function* () {
			for (let at = 0; at < file.size; at += PIECE)
				yield await read(at, Math.min(at + PIECE, file.size));
		}
	};
}
