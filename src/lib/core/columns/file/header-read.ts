import { LISTS } from '../columns';
import { PRECISIONS } from '../../dossier/precisions';
import { STATUSES } from '../../view/view';
import { damaged } from './damage';
import {
	CHUNK_FIELDS,
	MAX_RAW,
	MAX_RATIO,
	MAX_ROWS,
	PREAMBLE_BYTES,
	ROW_COLUMNS,
	type Header
} from './layout';

const PART = 'its header';

/**
 * The header, once every number of it is known to be one that a sound file can have: sections inside the file,
 * as long as the rows need, no longer than deflate can make them. Nothing of that length is held before.
 * @param end byte at which the header itself begins: all else lies before it
 * @throws DamagedFile
 */
export function readHeader(value: unknown, end: number): Header {
	const header = record(value, PART);
	const rows = number(header.rows, `${PART}, rows`, MAX_ROWS);
	vocabulary(header.precisions, PRECISIONS, `${PART}, precisions`);
	vocabulary(header.statuses, STATUSES, `${PART}, statuses`);
	const stored = (value: unknown, part: string) => {
		const section = record(value, part);
		const length = number(section.stored, `${part}, stored`, end);
		const raw = number(section.raw, `${part}, raw`, Math.min(MAX_RAW, MAX_RATIO * (length + 8)));
		const offset = number(section.offset, `${part}, offset`, end - length);
		if (offset < PREAMBLE_BYTES)
			throw damaged(part, `an offset from ${PREAMBLE_BYTES}`, `${offset}`);
		number(section.crc, `${part}, crc`, 2 ** 32 - 1);
		return { section, raw };
	};
	const planes = (value: unknown, part: string, count?: number) => {
		const { section, raw } = stored(value, part);
		const width = number(section.width, `${part}, width`, 4);
		const found = number(section.count, `${part}, count`, MAX_RAW);
		if (count !== undefined && found !== count) throw damaged(part, `${count} numbers`, `${found}`);
		if (width === 0 || raw !== found * width)
			throw damaged(part, `${found * width} bytes of ${found} numbers`, `${raw}`);
		return { section, count: found };
	};

	const first = record(header.first, `${PART}, first`);
	const before = number(first.before, `${PART}, first.before`, rows);
	const undated = number(first.undated, `${PART}, first.undated`, rows - before);
	day(first.day, `${PART}, first.day`);
	planes(first, `${PART}, first`, rows - before - undated);
	const columns = record(header.columns, `${PART}, columns`);
	for (const name of ROW_COLUMNS) planes(columns[name], `${PART}, ${name}`, rows);
	const positions = record(header.positions, `${PART}, positions`);
	day(positions.west, `${PART}, positions.west`);
	day(positions.south, `${PART}, positions.south`);
	const spot =
		positions.spot === undefined ? undefined : planes(positions.spot, `${PART}, spot`, rows);
	const lon = planes(positions.lon, `${PART}, lon`, spot ? undefined : rows);
	planes(positions.lat, `${PART}, lat`, lon.count);
	stored(header.types, `${PART}, types`);
	const lists = record(header.lists, `${PART}, lists`);
	for (const name of LISTS) {
		const list = record(lists[name], `${PART}, ${name}`);
		planes(list.set, `${PART}, ${name}.set`, rows);
		planes(list.counts, `${PART}, ${name}.counts`);
		planes(list.values, `${PART}, ${name}.values`);
		stored(list.ids, `${PART}, ${name}.ids`);
	}
	const chunks = planes(header.chunks, `${PART}, chunks`);
	if (chunks.count % CHUNK_FIELDS !== 0)
		throw damaged(`${PART}, chunks`, `${CHUNK_FIELDS} numbers a chunk`, `${chunks.count}`);
	const table = (value: unknown, part: string) => {
		const found = record(value, part);
		number(found.offset, `${part}, offset`, end);
		stored(found.directory, `${part}, directory`);
		if (found.near !== undefined) stored(found.near, `${part}, near`);
		const start = number(found.start, `${part}, start`, rows);
		number(found.rows, `${part}, rows`, rows - start);
	};
	table(header.ids, `${PART}, ids`);
	table(header.sources, `${PART}, sources`);
	if (!Array.isArray(header.words))
		throw damaged(`${PART}, words`, 'a list of tables', typeof header.words);
	header.words.forEach((words: unknown, i) => table(words, `${PART}, words ${i}`));
	return value as Header;
}

function vocabulary(value: unknown, known: readonly string[], part: string): void {
	const found = texts(value, part);
	if (found.join() !== known.join()) throw damaged(part, known.join(', '), found.join(', '));
}

function record(value: unknown, part: string): Record<string, unknown> {
	if (typeof value !== 'object' || value === null || Array.isArray(value))
		throw damaged(part, 'an object', JSON.stringify(value) ?? 'nothing');
	return value as Record<string, unknown>;
}

/** A whole number from 0. */
function number(value: unknown, part: string, most: number): number {
	if (!Number.isSafeInteger(value) || (value as number) < 0 || (value as number) > most)
		throw damaged(part, `a whole number from 0 to ${most}`, JSON.stringify(value) ?? 'nothing');
	return value as number;
}

function day(value: unknown, part: string): void {
	if (!Number.isSafeInteger(value) || Math.abs(value as number) > 2 ** 31)
		throw damaged(part, 'a whole number of 32 bits', JSON.stringify(value) ?? 'nothing');
}

/** Texts of a dictionary. */
export function texts(value: unknown, part: string): readonly string[] {
	if (!Array.isArray(value) || !value.every((item) => typeof item === 'string'))
		throw damaged(part, 'a list of texts', Array.isArray(value) ? 'other things in it' : 'none');
	return value as string[];
}
