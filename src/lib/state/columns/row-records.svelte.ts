import { DamagedFile, type EventRecord, type EventsFile } from '../../core/columns/events-file';
import { checkRecords } from '../../core/columns/records';
import type { Day } from '../../core/date/day';
import type { Dossier, DossierEvent } from '../../core/dossier/dossier';
import { dossierAsOf } from '../../core/dossier/known';

/** An event of a row, in a dossier of its own with the sources and places that it names. */
export interface RowEvent {
	dossier: Dossier;
	event: DossierEvent;
}

/** What became of a row's record: the event, or why there is none. */
export type RowResult = RowEvent | { fault: string };

/** Rows whose events are kept; those fetched first are let go of first. */
const KEPT = 2000;

const DAMAGED = 'This event cannot be read: its part of the file is damaged.';
const UNSOUND = 'This event cannot be shown: nothing of its record is sound.';
const UNKNOWN = 'On that day nothing had been published about this event.';

/** An event of its record, with all that was ever known of it, and as known on a day. */
export interface ReadRecord {
	whole: Dossier;
	result: RowResult;
}

/** Reads a record through the check as any other's. @param frame the dossier without events */
export function readRecord(
	frame: Dossier,
	record: EventRecord | undefined,
	asof: Day | undefined
): ReadRecord {
	const { dossier: whole } = checkRecords(frame, record ? [record] : []);
	const dossier = asof === undefined ? whole : dossierAsOf(whole, asof);
	const [event] = dossier.events;
	if (event) return { whole, result: { dossier, event } };
	return { whole, result: { fault: whole.events.length > 0 ? UNKNOWN : UNSOUND } };
}

/** The events of some rows of a file, read through the check as any other's. */
export async function readRows(
	file: EventsFile,
	frame: Dossier,
	records: readonly number[],
	asof: Day | undefined
): Promise<Map<number, RowResult>> {
	const results = new Map<number, RowResult>();
	const read = async (some: readonly number[]) => {
		const found = await file.records(some);
		for (const record of some)
			results.set(record, readRecord(frame, found.get(record), asof).result);
	};
	try {
		await read(records);
	} catch (error) {
		if (!(error instanceof DamagedFile)) throw error;
		// One damaged part takes no other along.
		for (const record of records)
			await read([record]).catch((own: unknown) => {
				if (!(own instanceof DamagedFile)) throw own;
				results.set(record, { fault: DAMAGED });
			});
	}
	return results;
}

/** The events of the rows that somebody looks at, fetched a batch at a time, the last asked for next. */
export class RowRecords {
	readonly #read: (records: readonly number[]) => Promise<Map<number, RowResult>>;
	readonly #onfault: (error: unknown) => void;
	readonly #kept = new Map<number, RowResult>();
	#version = $state(0);
	#wanted: readonly number[] = [];
	#busy = false;

	/** @param onfault told why records did not come; asking again tries again */
	constructor(
		read: (records: readonly number[]) => Promise<Map<number, RowResult>>,
		onfault: (error: unknown) => void
	) {
		this.#read = read;
		this.#onfault = onfault;
	}

	/** What is there of a record. */
	get(record: number): RowResult | undefined {
		void this.#version;
		return this.#kept.get(record);
	}

	/** Has these come, and no longer those that were asked for before and are not there yet. */
	want(records: readonly number[]): void {
		this.#wanted = records;
		if (!this.#busy) void this.#run();
	}

	async #run(): Promise<void> {
		this.#busy = true;
		try {
			for (;;) {
				const missing = this.#wanted.filter((record) => !this.#kept.has(record));
				if (missing.length === 0) return;
				const found = await this.#read(missing);
				for (const [record, result] of found) this.#kept.set(record, result);
				for (const record of this.#kept.keys()) {
					if (this.#kept.size <= KEPT) break;
					this.#kept.delete(record);
				}
				this.#version++;
			}
		} catch (error) {
			this.#onfault(error);
		} finally {
			this.#busy = false;
		}
	}
}
