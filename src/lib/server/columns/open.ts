import { createHash } from 'node:crypto';
import { promisify } from 'node:util';
import { inflateRaw } from 'node:zlib';
import type { Columns } from '../../core/columns/columns';
import { dateIndex } from '../../core/columns/dates';
import { createColumnFilter } from '../../core/columns/filter';
import { readPreamble } from '../../core/columns/file/preamble';
import { PREAMBLE_BYTES } from '../../core/columns/file/layout';
import { openEvents, type IndexedFile } from '../../core/columns/read';
import { nameWords, type NameWords } from '../../core/columns/search';
import { parseDay } from '../../core/date/day';
import type { Dossier } from '../../core/dossier/dossier';
import type { Note } from '../../core/dossier/note';
import { noteOf } from './damage';
import { openFile, type OpenFile } from './file';

/** The events of a dossier that stand in events.dateline. */
export interface OpenEvents {
	file: IndexedFile;
	columns: Columns;
	/** The file's bytes. */
	source: OpenFile;
	/** The file's version; see `versionOf`. */
	rev: string;
}

const inflate = promisify(inflateRaw);

/** Raw deflate, by zlib. What would be longer than it says fails at one byte more. */
export const inflateAtMost = async (bytes: Uint8Array, atMost: number): Promise<Uint8Array> =>
	inflate(bytes, { maxOutputLength: Math.max(1, atMost) });

/**
 * Opens a folder's events.dateline and reads its columns. Undefined where there is none; a note where it is not
 * to be read.
 */
export async function openEventsIn(folder: string): Promise<OpenEvents | Note | undefined> {
	let source: OpenFile | undefined;
	try {
		source = await openFile(folder);
		if (!source) return undefined;
		const rev = await versionOf(source);
		const file = await openEvents(source.read, inflateAtMost);
		return { file, columns: await file.columns(), source, rev };
	} catch (error) {
		source?.leave();
		return noteOf(error);
	}
}

/**
 * The version of a file, of its first bytes and its header alone: the header has the length and the CRC-32 of
 * every section, and one of them those of every chunk, so that a file of other content has another header.
 */
export async function versionOf({ read }: Pick<OpenFile, 'read'>): Promise<string> {
	const first = await read(0, PREAMBLE_BYTES);
	const { header } = readPreamble(first);
	const bytes = await read(header.offset, header.offset + header.stored);
	return createHash('sha256').update(first).update(bytes).digest('hex').slice(0, 12);
}

/** What filters of views are asked of. */
export interface Engine {
	filter: ReturnType<typeof createColumnFilter>;
	names: NameWords;
}

const engines = new WeakMap<Columns, Engine>();

/** The filter over a dossier's columns, made when it is first asked. */
export function engineOf(frame: Dossier, columns: Columns): Engine {
	const known = engines.get(columns);
	if (known) return known;
	const opening = parseDay(frame.header.openingView.from ?? '');
	const engine = {
		filter: createColumnFilter(columns, dateIndex(columns), opening),
		names: nameWords(frame, columns)
	};
	engines.set(columns, engine);
	return engine;
}
