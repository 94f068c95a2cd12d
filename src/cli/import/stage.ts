import { murmur3, SEEDS } from '../../lib/core/columns/file/hash';
import { heldDay } from '../../lib/core/columns/columns';
import { sourceReader } from '../../lib/core/columns/row-sources';
import { rowMaker } from '../../lib/core/columns/row-of';
import type { Dictionaries } from '../../lib/core/columns/row';
import type { CslItem, EventFeature } from '../../lib/core/dossier/schema';
import type { Hemisphere } from '../../lib/core/date/when';
import type { RowFault, RowMapper, RowResult, Vocabulary } from '../../lib/core/import/import';
import { LATE_COLUMN } from '../../lib/core/import/read/features';
import type { Batch } from '../../lib/core/import/read/table';
import { Tally, type Counts } from '../../lib/core/import/tally';
import { GrowingPlaces } from './places';
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
	#learnt = 0;

	/** @param runs undefined: events are counted, and go nowhere */
	constructor(
		readonly mapper: RowMapper,
		readonly before: Before,
		readonly runs: Runs | undefined
	) {
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
		const made: (Extract<RowResult, { event: EventFeature }> & { line: number })[] = [];
		for (const row of rows) {
			tally.read++;
			const result = this.mapper.map(row);
			if ('refused' in result) {
				tally.refuse(result.refused);
				continue;
			}
			const speakers = this.before.taken.get(result.event.id);
			if (speakers && !result.event.properties.claims.some(({ by }) => speakers.includes(by))) {
				tally.refuse(takenId(row.line, result.event.id));
				continue;
			}
			for (const warning of result.warnings ?? []) tally.warn(warning);
			tally.imported++;
			made.push({ ...result, line: row.line });
		}
		this.#learn();
		const low = new Uint32Array(made.length);
		const high = new Uint32Array(made.length);
		const lines = new Uint32Array(made.length);
		for (let i = 0; i < made.length; i++) {
			const { event, sources, line } = made[i] as (typeof made)[number];
			low[i] = murmur3(event.id, SEEDS[0]);
			high[i] = murmur3(event.id, SEEDS[1]);
			lines[i] = line;
			if (!this.runs) continue;
			const row = this.#maker.rowOf(event, sources);
			const { claims } = event.properties;
			// The data set's own day comes last of all: `settler` of merged.ts puts it in beside theirs.
			const isMixed = sources.length > 0 && claims.some(({ source }) => this.#sources.has(source));
			if (isMixed)
				row.settled = heldDay(Math.max(...sources.map((item) => this.#factsOf(item).known)));
			const full = this.runs.add({
				row,
				anew: isMixed && hangsOnOrder(claims),
				event: JSON.stringify(event),
				sources: sources.map((item) => [String(item.id), JSON.stringify(item)] as const),
				number: number * PER_BATCH + i
			});
			if (full) await full;
		}
		return { counts: tally.counts(), low, high, lines };
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

	/** Whatever the rows so far name is known before rows are made of them. */
	#learn(): void {
		const { actors, places, sources } = this.mapper.vocabulary;
		for (; this.#learnt < actors.length; this.#learnt++)
			this.#actors.add((actors[this.#learnt] as { id: string }).id);
		this.#places.take(places);
		// When it was published is not known before the last row is read: `settle` of settle.ts puts it in.
		for (const { issued, ...source } of sources) {
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

function takenId(line: number, id: string): RowFault {
	return {
		line,
		kind: 'taken',
		expected: 'an id that no event of the dossier has, unless it is of the same data set',
		found: JSON.stringify(id),
		mend: 'Map another column to id, or import into a dossier of its own.'
	};
}
