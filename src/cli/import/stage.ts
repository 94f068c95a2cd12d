import { murmur3, SEEDS } from '../../lib/core/columns/file/hash';
import { heldDay } from '../../lib/core/columns/columns';
import { sourceReader } from '../../lib/core/columns/row-sources';
import { rowMaker } from '../../lib/core/columns/row-of';
import { wordJoiner } from '../../lib/core/columns/row-words';
import type { Dictionaries } from '../../lib/core/columns/row';
import type { CslItem, EventFeature } from '../../lib/core/dossier/schema';
import type { Hemisphere } from '../../lib/core/date/when';
import { featureJson } from '../../lib/core/import/feature-json';
import type { RowFault, RowMapper, Vocabulary } from '../../lib/core/import/import';
import { LATE_COLUMN } from '../../lib/core/import/read/features';
import type { Batch } from '../../lib/core/import/read/table';
import { Tally, type Counts } from '../../lib/core/import/tally';
import { GrowingPlaces } from './places';
import type { EventEntry } from './record';
import type { Runs } from './runs';

/** Rows of a batch have numbers of their own below this. */
export const PER_BATCH = 2 ** 18;

/** What is in the dossier before an import. */
export interface Before {
	/** Ids of events.geojson, with who speaks in each: the same data set's are replaced, others stay. */
	taken: ReadonlyMap<string, readonly string[]>;
	/** Actors of dossier.json: a claim may be by one of them. */
	actors: readonly string[];
	seasons: Hemisphere;
}

/** What a batch has come to. */
export interface BatchResult {
	counts: Counts;
	/** Of each event that came of it, in their order: 64 bits of its id, and its line. */
	low: Uint32Array;
	high: Uint32Array;
	lines: Uint32Array;
}

/** What a stage has come to, once all its batches are through. */
export interface StageResult {
	vocabulary: Vocabulary;
	dictionaries: Dictionaries;
	/** Paths of its sorted runs. */
	runs: readonly string[];
}

/** Makes events of rows and puts them into sorted runs. */
export class Stage {
	readonly #places = new GrowingPlaces();
	readonly #actors: Set<string>;
	readonly #sources = new Map<string, CslItem>();
	readonly #maker;
	readonly #factsOf;
	readonly #wordsOf = wordJoiner();
	readonly #vocabulary: Vocabulary;
	#learnt = 0;

	/** @param runs undefined: events are counted, and go nowhere */
	constructor(
		readonly mapper: RowMapper,
		readonly before: Before,
		readonly runs: Runs | undefined
	) {
		this.#vocabulary = mapper.vocabulary;
		this.#actors = new Set(before.actors);
		this.#factsOf = sourceReader(before.seasons);
		this.#maker = rowMaker({
			types: [],
			actors: this.#actors,
			places: this.#places,
			seasons: before.seasons,
			sourceOf: (id) => this.#sources.get(id)
		});
	}

	/** @param number of the batch among those of the file, from 0 */
	async take({ rows, faults }: Batch, number: number): Promise<BatchResult> {
		const tally = new Tally();
		for (const fault of faults)
			if (fault.kind === LATE_COLUMN) tally.warn(fault);
			else {
				tally.read++;
				tally.refuse(fault);
			}
		this.#learnSources();
		const low = new Uint32Array(rows.length);
		const high = new Uint32Array(rows.length);
		const lines = new Uint32Array(rows.length);
		let made = 0;
		for (const row of rows) {
			tally.read++;
			const result = this.mapper.map(row);
			if ('refused' in result) {
				tally.refuse(result.refused);
				continue;
			}
			const { event, sources, warnings } = result;
			const speakers = this.before.taken.get(event.id);
			if (speakers && !event.properties.claims.some(({ by }) => speakers.includes(by))) {
				tally.refuse(takenId(row.line, event.id));
				continue;
			}
			if (warnings) for (const warning of warnings) tally.warn(warning);
			tally.imported++;
			low[made] = murmur3(event.id, SEEDS[0]);
			high[made] = murmur3(event.id, SEEDS[1]);
			lines[made] = row.line;
			const full = this.runs?.add(this.#entryOf(event, sources, number * PER_BATCH + made));
			made++;
			if (full) await full;
		}
		return {
			counts: tally.counts(),
			low: low.slice(0, made),
			high: high.slice(0, made),
			lines: lines.slice(0, made)
		};
	}

	#entryOf(event: EventFeature, sources: readonly CslItem[], number: number): EventEntry {
		this.#learn();
		const texts: string[] = [];
		const row = this.#maker.numbersOf(event, sources, texts);
		const { claims } = event.properties;
		// The data set's own day comes last of all: `settler` of merged.ts puts it in beside theirs.
		const isMixed = sources.length > 0 && claims.some(({ source }) => this.#sources.has(source));
		if (isMixed)
			row.settled = heldDay(Math.max(...sources.map((item) => this.#factsOf(item).known)));
		return {
			row,
			words: this.#wordsOf(texts),
			anew: isMixed && hangsOnOrder(claims),
			event: featureJson(event),
			sources: sources.map((item) => [String(item.id), JSON.stringify(item)] as const),
			number
		};
	}

	async finish(): Promise<StageResult> {
		await this.runs?.flush();
		const { types, actors, places, sources } = this.mapper.vocabulary;
		return {
			vocabulary: { types, actors, places, sources },
			dictionaries: this.#maker.dictionaries,
			runs: this.runs?.files ?? []
		};
	}

	/** Whatever the rows so far name is known before a row is made of the next. */
	#learn(): void {
		const { actors, places } = this.#vocabulary;
		for (; this.#learnt < actors.length; this.#learnt++)
			this.#actors.add((actors[this.#learnt] as { id: string }).id);
		this.#places.take(places);
	}

	#learnSources(): void {
		// When it was published is not known before the last row is read: `settle` of settle.ts puts it in.
		for (const { issued, ...source } of this.#vocabulary.sources) {
			void issued;
			if (!this.#sources.has(String(source.id)))
				this.#sources.set(String(source.id), source as CslItem);
		}
	}
}

/** Whether an event's status may be another when its claims are known in another order (core/dossier/status.ts). */
function hangsOnOrder(claims: EventFeature['properties']['claims']): boolean {
	return (
		claims.some(({ stance }) => stance === 'confirms') ||
		claims.filter(({ figures }) => figures !== undefined).length > 1
	);
}

/** The fault of a row whose id is another event's. */
export function takenId(line: number, id: string): RowFault {
	return {
		line,
		kind: 'taken',
		expected: 'an id that no event of the dossier has, unless it is of the same data set',
		found: JSON.stringify(id),
		mend: 'Map another column to id, or import into a dossier of its own.'
	};
}
