import { open } from 'node:fs/promises';
import type { Sink } from '../../lib/core/columns/row';
import { writeAll } from './runs';

/** A file that is being written. */
export interface FileSink extends Sink {
	/** Puts all of it on the disk. */
	sync: () => Promise<void>;
	close: () => Promise<void>;
}

/** A new file. @throws what the file system throws, ENOSPC among it */
export async function fileSink(path: string): Promise<FileSink> {
	const file = await open(path, 'wx');
	return {
		append: (bytes) => writeAll(file, bytes),
		patch: async (offset, bytes) => {
			for (let at = 0; at < bytes.length;) {
				const { bytesWritten } = await file.write(bytes, at, bytes.length - at, offset + at);
				at += bytesWritten;
			}
		},
		sync: () => file.sync(),
		close: () => file.close()
	};
}
