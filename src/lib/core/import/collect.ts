import type { CslItem, EventFeature } from '../dossier/schema';
import { secondId, takenId } from './ids';
import type { RowMapper } from './import';
import { LATE_COLUMN } from './read/features';
import type { Batch, Unit } from './read/table';
import { Tally } from './tally';

/** What a draft has room for beside what is in it. */
export interface Room {
	/** Ids of its events: those stay as they are. */
	taken: ReadonlySet<string>;
	/** How many more events it takes, and how many bytes of them, as JSON without white space. */
	events: number;
	bytes: number;
}

/** What a batch of rows has brought: plain JSON, as it goes into the files. */
export interface Gathering {
	events: EventFeature[];
	/** Of each event the number of its row. */
	lines: number[];
	/** Items that its events cite and no batch before it had. */
	sources: CslItem[];
}

/** Makes events of the rows of a table, to be held as objects: as many as there is room for. */
export class Collector {
	readonly tally = new Tally();
	readonly #lines = new Map<string, number>();
	readonly #sources = new Set<string>();
	readonly #encoder = new TextEncoder();
	#bytes = 0;
	#full: 'events' | 'bytes' | undefined;

	constructor(
		readonly mapper: RowMapper,
		readonly unit: Unit,
		readonly room: Room
	) {}

	/** What there are too many of; undefined as long as there is room. Nothing is to be taken then. */
	get full(): 'events' | 'bytes' | undefined {
		return this.#full;
	}

	take({ rows, faults }: Batch): Gathering {
		const { tally } = this;
		const found: Gathering = { events: [], lines: [], sources: [] };
		for (const fault of faults)
			if (fault.kind === LATE_COLUMN) tally.warn(fault);
			else {
				tally.read++;
				tally.refuse(fault);
			}
		for (const row of rows) {
			tally.read++;
			const result = this.mapper.map(row);
			if ('refused' in result) {
				tally.refuse(result.refused);
				continue;
			}
			const { id } = result.event;
			const before = this.#lines.get(id);
			if (before !== undefined) {
				tally.refuse(secondId(row.line, before, this.unit));
				continue;
			}
			this.#lines.set(id, row.line);
			if (this.room.taken.has(id)) {
				tally.refuse(takenId(row.line, id));
				continue;
			}
			for (const warning of result.warnings ?? []) tally.warn(warning);
			tally.imported++;
			found.events.push(this.#json(result.event));
			found.lines.push(row.line);
			for (const source of result.sources)
				if (!this.#sources.has(String(source.id))) {
					this.#sources.add(String(source.id));
					found.sources.push(this.#json(source));
				}
			if (tally.imported > this.room.events) this.#full = 'events';
			else if (this.#bytes > this.room.bytes) this.#full = 'bytes';
			if (this.#full) break;
		}
		return found;
	}

	/** As it is read back from a file: without what is undefined. */
	#json<T>(value: T): T {
		const text = JSON.stringify(value);
		this.#bytes += this.#encoder.encode(text).length;
		return JSON.parse(text) as T;
	}
}
