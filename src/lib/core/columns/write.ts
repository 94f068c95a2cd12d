import { heldDay } from './columns';
import { PRECISIONS } from '../dossier/precisions';
import { STATUSES } from '../view/view';
import { ChunksWriter } from './file/chunks-write';
import { murmur3, SEEDS } from './file/hash';
import { HashesWriter } from './file/hashes-write';
import { PREAMBLE_BYTES, type Header } from './file/layout';
import { writePreamble } from './file/preamble';
import { RowsWriter } from './file/rows-write';
import { putJson } from './file/sets';
import { Spool, type Deflate } from './file/spool';
import { WordsWriter } from './file/words-write';
import type { Dictionaries, EncodedTexts, EventRow, EventsWriter, RowNumbers, Sink } from './row';

/**
 * Writes events.dateline (docs/columns.md). Texts and words go to the file as rows come in; columns, some 60
 * bytes a row, are held until `finish`. The first bytes are written last: what was interrupted is no file.
 * A fault of the sink is thrown by the next call, and by every one after.
 * @param deflate raw deflate (RFC 1951); up to four pieces are given to it at once
 */
export function writeEvents(sink: Sink, deflate: Deflate): EventsWriter {
	const spool = new Spool(sink, deflate);
	const begun = spool.plain(new Uint8Array(PREAMBLE_BYTES));
	// Whoever adds first hears of it.
	begun.catch(() => undefined);
	const rows = new RowsWriter();
	const chunks = new ChunksWriter(spool);
	const words = new WordsWriter(spool);
	const ids = new HashesWriter(32);
	const sources = new HashesWriter(64);
	const order = ordered();
	const hashesOf = sourceHashes();
	let started = false;
	let finished = false;

	/** Notes all of a row but its texts. */
	function note(row: RowNumbers): void {
		if (finished) throw new Error('The file is finished: expected no more rows.');
		const number = rows.length;
		order(row, number);
		rows.add(row);
		ids.add(number, murmur3(row.id, SEEDS[0]));
		for (const source of row.sources) {
			const [high, low] = hashesOf(source);
			sources.add(number, high, low);
		}
	}

	async function add(
		row: EventRow,
		event: string,
		texts: readonly (readonly [string, string])[]
	): Promise<void> {
		if (!started) await begin();
		note(row);
		const chunk = chunks.add(event, texts);
		if (chunk) await chunk;
		const segment = words.add(row.words);
		if (segment) await segment;
	}

	function addEncoded(
		row: RowNumbers,
		texts: EncodedTexts,
		brought: readonly (readonly [string, string])[]
	): Promise<void> | undefined {
		if (!started) return begin().then(() => addEncoded(row, texts, brought));
		note(row);
		const chunk = chunks.addEncoded(texts, brought);
		const segment = words.addEncoded(texts);
		return chunk && segment ? chunk.then(() => segment) : (chunk ?? segment);
	}

	async function begin(): Promise<void> {
		await begun;
		started = true;
	}

	async function finish(dictionaries: Dictionaries): Promise<void> {
		if (finished) throw new Error('The file is finished: expected no more rows.');
		finished = true;
		await begun;
		const chunkPlanes = await chunks.finish();
		await words.flush();
		const idTable = await ids.write(spool, rows.length);
		const sourceTable = await sources.write(spool, rows.length);
		const columns = await rows.write(spool, dictionaries);
		const header: Header = {
			rows: rows.length,
			precisions: PRECISIONS,
			statuses: STATUSES,
			...columns,
			chunks: chunkPlanes,
			ids: idTable,
			sources: sourceTable,
			words: words.tables
		};
		const stored = await putJson(spool, header);
		await sink.patch(0, writePreamble({ header: stored, length: spool.offset }));
	}

	return { add, addEncoded, finish };
}

/** @throws Error where a row does not come after the one before it, as `byDate` of core/dossier/order.ts has them */
function ordered(): (row: RowNumbers, number: number) => void {
	// What is given may be another row a moment later.
	let before: Key | undefined;
	return (row, number) => {
		if (!before) before = { id: '', first: 0, last: 0 };
		else if (!comesAfter(before, row))
			throw new Error(
				`Row ${number} (${row.id}): expected rows by first day, last day and id; found ${inWords(row)} after ${inWords(before)}.`
			);
		before.id = row.id;
		before.first = row.first;
		before.last = row.last;
	};
}

type Key = Pick<EventRow, 'id' | 'first' | 'last'>;

function comesAfter(a: Key, b: Key): boolean {
	const days = heldDay(b.first) - heldDay(a.first) || heldDay(b.last) - heldDay(a.last);
	return days > 0 || (days === 0 && a.id < b.id);
}

function inWords({ id, first, last }: Key): string {
	return `${heldDay(first)} to ${heldDay(last)}, ${id}`;
}

/** The 64 bits of a source's id; of the last one they are kept, since most rows of a table cite the same. */
function sourceHashes(): (source: string) => readonly [high: number, low: number] {
	let last: string | undefined;
	let hashes: readonly [number, number] = [0, 0];
	return (source) => {
		if (source !== last) hashes = [murmur3(source, SEEDS[0]), murmur3(source, SEEDS[1])];
		last = source;
		return hashes;
	};
}
