import { close, constants, createReadStream, fstat, open, read } from 'node:fs';
import { lstat, realpath, stat } from 'node:fs/promises';
import { dirname, join, sep } from 'node:path';
import { Readable } from 'node:stream';
import { promisify } from 'node:util';
import { DamagedFile, EVENTS_FILE, type ReadRange } from '../../core/columns/events-file';

/** Most bytes that are read at once: more is asked for by a file that lies about its parts. */
const MOST_AT_ONCE = 512 * 1024 * 1024;

/** How long a file that is left may still be read by who is answering, in milliseconds. */
const LAST_CALL = 30_000;

/** Why a file that is there is not opened. */
export class NoFile extends Error {
	override readonly name = 'NoFile';
	constructor(
		readonly expected: string,
		readonly found: string,
		readonly mend: string
	) {
		super(found);
	}
}

/** The file is another than the one that was opened: what was read of it no longer holds. */
export class ChangedFile extends Error {
	override readonly name = 'ChangedFile';
}

/** A folder's events.dateline, opened. */
export interface OpenFile {
	bytes: number;
	/** Throws DamagedFile where it is asked for more than any part of a sound file has. */
	read: ReadRange;
	/** The same bytes in pieces, from a handle of their own. Throws ChangedFile where it was replaced. */
	stream: (start: number, end: number) => Promise<ReadableStream<Uint8Array>>;
	/** Lets go of it, once nobody can be reading any more. */
	leave: () => void;
}

const openFd = promisify(open);
const statFd = promisify(fstat);
const readFd = promisify(read);

/**
 * Opens the file. It has to be a file of the folder: what a link leads to elsewhere would be served byte by byte.
 * Undefined where there is none. Throws NoFile.
 */
export async function openFile(folder: string): Promise<OpenFile | undefined> {
	const path = join(folder, EVENTS_FILE);
	try {
		// Before it is opened: to open a pipe waits for a writer.
		if (!(await stat(path)).isFile())
			throw new NoFile('a file', 'something else', 'Put the file in its place.');
		const real = await realpath(path);
		if (!`${dirname(real)}${sep}`.startsWith(`${await realpath(folder)}${sep}`))
			throw new NoFile(
				'a file in the dossier’s own folder',
				'a link that leads out of it',
				'Put the file itself there.'
			);
		return await opened(real);
	} catch (error) {
		if (error instanceof NoFile) throw error;
		const { code } = error as NodeJS.ErrnoException;
		if (code === 'ENOENT' && !(await isLink(path))) return undefined;
		throw new NoFile(
			'a file that can be read',
			code ?? String(error),
			'Check that it is a file and that its permissions allow reading.'
		);
	}
}

/** Whether a folder's events stand in events.dateline, whether it can be read or not. */
export const hasColumns = (folder: string): Promise<boolean> =>
	lstat(join(folder, EVENTS_FILE)).then(
		() => true,
		() => false
	);

const isLink = (path: string) =>
	lstat(path).then(
		(found) => found.isSymbolicLink(),
		() => false
	);

async function opened(path: string): Promise<OpenFile> {
	const fd = await openSafely(path);
	const first = await statFd(fd);
	if (!first.isFile()) {
		close(fd, () => undefined);
		throw new NoFile('a file', 'something else', 'Put the file in its place.');
	}
	const bytes = first.size;
	return {
		bytes,
		read: (start, end) => readWhole(fd, start, end, bytes),
		stream: async (start, end) => {
			const own = await openSafely(path);
			const now = await statFd(own);
			if (now.ino !== first.ino || now.size !== bytes || now.mtimeMs !== first.mtimeMs) {
				close(own, () => undefined);
				throw new ChangedFile('The file was replaced.');
			}
			const stream = createReadStream('', { fd: own, start, end: Math.max(start, end - 1) });
			return Readable.toWeb(stream) as ReadableStream<Uint8Array>;
		},
		leave: () => {
			setTimeout(() => close(fd, () => undefined), LAST_CALL).unref();
		}
	};
}

const openSafely = (path: string) => openFd(path, constants.O_RDONLY | constants.O_NONBLOCK);

/** The bytes, fewer only where the file ends. */
async function readWhole(
	fd: number,
	start: number,
	end: number,
	bytes: number
): Promise<Uint8Array> {
	const length = Math.max(0, Math.min(end, bytes) - start);
	if (length > MOST_AT_ONCE)
		throw new DamagedFile(
			`${EVENTS_FILE}: expected parts of at most ${MOST_AT_ONCE} bytes; found one of ${length}. Fetch the file again.`
		);
	const buffer = new Uint8Array(length);
	for (let at = 0; at < length;) {
		const { bytesRead } = await readFd(fd, buffer, at, length - at, start + at);
		if (bytesRead === 0) return buffer.subarray(0, at);
		at += bytesRead;
	}
	return buffer;
}
