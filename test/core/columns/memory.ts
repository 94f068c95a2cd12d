import { promisify } from 'node:util';
import { deflateRaw, inflateRaw } from 'node:zlib';
import type { Columns, Lists } from '../../../src/lib/core/columns/columns';
import type { EventsFile, ReadRange } from '../../../src/lib/core/columns/events-file';
import { openEvents } from '../../../src/lib/core/columns/read';
import type { Dictionaries, EventRow, Sink } from '../../../src/lib/core/columns/row';
import { writeEvents } from '../../../src/lib/core/columns/write';

/** What goes into a file for one event. */
export interface Entry {
	row: EventRow;
	event: string;
	sources: readonly (readonly [id: string, json: string])[];
}

/** A file in memory. */
export class MemorySink implements Sink {
	#parts: Uint8Array[] = [];
	append = (bytes: Uint8Array) => {
		this.#parts.push(bytes.slice());
		return Promise.resolve();
	};
	patch = (offset: number, bytes: Uint8Array) => {
		const all = this.bytes();
		all.set(bytes, offset);
		this.#parts = [all];
		return Promise.resolve();
	};
	bytes(): Uint8Array {
		return new Uint8Array(Buffer.concat(this.#parts));
	}
}

export const deflate = async (bytes: Uint8Array) =>
	new Uint8Array(await promisify(deflateRaw)(bytes));

const inflateAsync = promisify<Uint8Array, { maxOutputLength: number }, Buffer>(inflateRaw);
export const inflate = async (bytes: Uint8Array, atMost: number) =>
	new Uint8Array(await inflateAsync(bytes, { maxOutputLength: Math.max(1, atMost) }));

export async function written(
	entries: Iterable<Entry>,
	dictionaries: Dictionaries
): Promise<Uint8Array> {
	const sink = new MemorySink();
	const writer = writeEvents(sink, deflate);
	for (const { row, event, sources } of entries) await writer.add(row, event, sources);
	await writer.finish(dictionaries);
	return sink.bytes();
}

export const readFrom =
	(bytes: Uint8Array): ReadRange =>
	(start, end) =>
		Promise.resolve(bytes.slice(start, end));

export function opened(bytes: Uint8Array): Promise<EventsFile> {
	return openEvents(readFrom(bytes), inflate);
}

const listed = ({ starts, values }: Lists, row: number) => [
	...values.subarray(starts[row], starts[row + 1])
];

/** The entries of some columns, their texts made up. */
export function* entriesOf(columns: Columns): Generator<Entry> {
	const number = (values: ArrayLike<number>, row: number) => values[row] as number;
	for (let row = 0; row < columns.length; row++) {
		const id = `event-${String(row).padStart(8, '0')}`;
		const source = `source-${row % 1000}`;
		yield {
			row: {
				id,
				first: number(columns.first, row),
				last: number(columns.last, row),
				possibleFirst: number(columns.possibleFirst, row),
				possibleLast: number(columns.possibleLast, row),
				sure: columns.sure[row] === 1,
				lon: number(columns.lon, row),
				lat: number(columns.lat, row),
				type: number(columns.type, row),
				precision: number(columns.precision, row),
				status: number(columns.status, row),
				contested: columns.contested[row] === 1,
				known: number(columns.known, row),
				settled: number(columns.settled, row),
				places: listed(columns.places, row),
				actors: listed(columns.actors, row),
				publishers: listed(columns.publishers, row),
				sources: [source],
				words: ['event', `number${row}`, `tenth${row % 10}`]
			},
			event: JSON.stringify({
				type: 'Feature',
				id,
				properties: { title: `Event number${row} tenth${row % 10}`, claims: [{ source }] }
			}),
			sources: [[source, JSON.stringify({ id: source, title: 'A report' })]]
		};
	}
}

export function dictionariesOf({ types, places, actors, publishers }: Columns): Dictionaries {
	return { types, places: places.ids, actors: actors.ids, publishers: publishers.ids };
}
