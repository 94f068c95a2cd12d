import { open } from 'node:fs/promises';
import { promisify } from 'node:util';
import { inflateRaw } from 'node:zlib';
import * as v from 'valibot';
import { openEvents } from '../../lib/core/columns/read';
import { murmur3, SEEDS } from '../../lib/core/columns/file/hash';
import { rowMaker } from '../../lib/core/columns/row-of';
import { wordJoiner } from '../../lib/core/columns/row-words';
import { eventFeature, type CslItem, type EventFeature } from '../../lib/core/dossier/schema';
import type { Seen } from '../../lib/core/import/seen';
import type { Contents } from './contents';
import { GrowingPlaces } from './places';
import type { Runs } from './runs';
import type { StageResult } from './stage';

const AT_ONCE = 2_000;
const inflated = promisify(inflateRaw);

/** What the dossier had before, on its way into a file of columns. */
export interface BeforeResult extends StageResult {
	/** How many of its events the import brings anew. */
	replaced: number;
	/** How many were not sound and stay in the old file alone. */
	unsound: number;
}

/** Puts the events of a dossier, but for those that are imported anew, into a sorted run. */
export async function stageBefore(
	contents: Contents,
	imported: Seen,
	runs: Runs
): Promise<BeforeResult> {
	const places = new GrowingPlaces();
	places.take(contents.places);
	const items = new Map(contents.sources.map((item) => [String(item.id), item]));
	for (const item of contents.sources) if (item.URL) items.set(item.URL, item);
	const maker = rowMaker({
		types: contents.types.map(({ id }) => id),
		actors: new Set(contents.actors.map(({ id }) => id)),
		places,
		seasons: contents.seasons,
		sourceOf: (name) => items.get(name)
	});
	const wordsOf = wordJoiner();
	const result = { replaced: 0, unsound: 0 };
	const own = new Set<string>();
	const add = async (given: unknown, sources: readonly CslItem[]): Promise<void> => {
		const read = v.safeParse(eventFeature, given);
		if (!read.success) {
			result.unsound++;
			return;
		}
		const event: EventFeature = read.output;
		if (imported.has(murmur3(event.id, SEEDS[0]), murmur3(event.id, SEEDS[1]))) {
			result.replaced++;
			return;
		}
		const texts: string[] = [];
		const full = runs.add({
			row: maker.numbersOf(event, sources, texts),
			words: wordsOf(texts),
			event: JSON.stringify(given),
			sources: sources.map((item) => [String(item.id), JSON.stringify(item)] as const),
			number: Number.MAX_SAFE_INTEGER
		});
		if (full) await full;
	};
	for (const event of contents.events) {
		// The first of an id is the one that is read.
		if (own.has(event.id)) continue;
		own.add(event.id);
		await add(event, []);
	}
	if (contents.columns !== undefined) {
		const file = await open(contents.columns);
		try {
			const events = await openEvents(
				async (start, end) => {
					const bytes = Buffer.alloc(end - start);
					const { bytesRead } = await file.read(bytes, 0, end - start, start);
					return bytes.subarray(0, bytesRead);
				},
				async (bytes, atMost) => inflated(bytes, { maxOutputLength: atMost })
			);
			for (let start = 0; start < events.length; start += AT_ONCE) {
				const rows = Array.from(
					{ length: Math.min(AT_ONCE, events.length - start) },
					(_, i) => start + i
				);
				for (const { event, sources } of (await events.records(rows)).values()) {
					// What was taken up from events.geojson a moment ago is the newer.
					if (own.has(String((event as { id?: unknown }).id))) continue;
					await add(event, sources as CslItem[]);
				}
			}
		} finally {
			await file.close();
		}
	}
	await runs.flush();
	return {
		...result,
		vocabulary: { types: [], actors: [], places: [], sources: [] },
		dictionaries: maker.dictionaries,
		runs: runs.files
	};
}
