import { open, type FileHandle } from 'node:fs/promises';
import { basename } from 'node:path';
import type { TableSource } from '../../lib/core/import/read/table';

const PIECE = 256 * 1024;

/** A file on the disk as a source of a table, and how much of it has been read. */
export interface FileSource extends TableSource {
	/** Bytes that the latest reading has had. */
	position: () => number;
	close: () => Promise<void>;
}

/** Opens a file for an import; a sentence where it cannot be had. */
export async function fileSource(path: string): Promise<FileSource | string> {
	let file: FileHandle;
	try {
		file = await open(path);
	} catch (error) {
		const { code } = error as NodeJS.ErrnoException;
		if (code === undefined) throw error;
		return code === 'ENOENT' ? `There is no file ${path}.` : `${path} cannot be read (${code}).`;
	}
	const found = await file.stat();
	if (!found.isFile()) {
		await file.close();
		return found.isDirectory()
			? `${path} is a folder: give one file, or import its files one after another.`
			: `${path} is no file: an import reads it more than once, so save what comes from it first.`;
	}
	let position = 0;
	const read = async (start: number, length: number): Promise<Uint8Array> => {
		const bytes = new Uint8Array(length);
		let had = 0;
		while (had < length) {
			const { bytesRead } = await file.read(bytes, had, length - had, start + had);
			if (bytesRead === 0) break;
			had += bytesRead;
		}
		position = start + had;
		return bytes.subarray(0, had);
	};
	return {
		name: basename(path),
		size: found.size,
		position: () => position,
		slice: (start: number, end: number) => read(start, Math.min(end, found.size) - start),
		open: async function* () {
			for (let at = 0; at < found.size;) {
				const bytes = await read(at, Math.min(PIECE, found.size - at));
				if (bytes.length === 0) return;
				at += bytes.length;
				yield bytes;
			}
		},
		close: () => file.close()
	};
}
