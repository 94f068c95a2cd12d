import type { Mapping } from '../../core/import/import';
import type { Judged } from '../../core/import/judge';
import type { Answer, Asked, OpenedTable, ReadTable, SaidMapping } from './protocol';

/** What of a worker is used here. */
export interface Working {
	onmessage: ((event: { data: Answer }) => void) | null;
	onerror: ((event: { preventDefault?: () => void }) => void) | null;
	postMessage(asked: Asked): void;
	terminate(): void;
}

/** How far a reading is. */
export interface Progress {
	bytes: number;
	rows: number;
}

/** A table was not read; the message is a sentence. */
export class NotRead extends Error {
	override name = 'NotRead';
}

/** There is more in a table than the draft has room for. */
export class TooMany extends Error {
	override name = 'TooMany';
	constructor(
		readonly of: 'events' | 'bytes',
		/** How many rows had been read then. */
		readonly rows: number
	) {
		super('The table has more than there is room for.');
	}
}

type Question = Asked extends infer T ? (T extends unknown ? Omit<T, 'number'> : never) : never;

interface Waiting {
	take: (answer: Answer) => void;
	fail: (error: Error) => void;
}

/** Has one table read off the page's own thread. Ended, it is of no more use. */
export class TableReader {
	readonly #worker: Working;
	readonly #waiting = new Map<number, Waiting>();
	#number = 0;
	#ended: Error | undefined;

	/** @param start makes the worker */
	constructor(start: () => Working) {
		this.#worker = start();
		this.#worker.onmessage = ({ data }) => this.#waiting.get(data.number)?.take(data);
		this.#worker.onerror = (event) => {
			event.preventDefault?.();
			this.#end(
				new NotRead('The part of the page that reads tables has failed. Load the page again.')
			);
		};
	}

	/** Throws `NotRead`. */
	open(file: File, onprogress: (progress: Progress) => void): Promise<OpenedTable> {
		return this.#ask({ type: 'open', file }, (answer, done) => {
			if (answer.type === 'progress') onprogress(answer);
			else if (answer.type === 'opened') done(answer.table);
		});
	}

	/** What the first rows become. Throws `NotRead`. */
	judge(said: SaidMapping | undefined): Promise<Judged> {
		return this.#ask({ type: 'judge', said }, (answer, done) => {
			if (answer.type === 'judged') done(answer.judged);
		});
	}

	/** All of its events. Throws `NotRead` or `TooMany`. */
	read(
		mapping: Mapping | undefined,
		room: { taken: readonly string[]; events: number; bytes: number },
		onprogress: (progress: Progress) => void
	): Promise<ReadTable> {
		const all: Pick<ReadTable, 'events' | 'lines' | 'sources'> = {
			events: [],
			lines: [],
			sources: []
		};
		return this.#ask({ type: 'read', mapping, ...room }, (answer, done, fail) => {
			if (answer.type === 'progress') onprogress(answer);
			else if (answer.type === 'full') fail(new TooMany(answer.of, answer.rows));
			else if (answer.type === 'rows') {
				const { events, lines, sources } = answer.rows;
				for (const event of events) all.events.push(event);
				for (const line of lines) all.lines.push(line);
				for (const source of sources) all.sources.push(source);
			} else if (answer.type === 'read') {
				const { dataset, counts, vocabulary } = answer;
				done({ ...all, dataset, counts, vocabulary });
			}
		});
	}

	/** Gives up whatever is being read. */
	end(): void {
		this.#end(new NotRead('The reading was stopped.'));
	}

	#ask<T>(
		question: Question,
		take: (answer: Answer, done: (result: T) => void, fail: (error: Error) => void) => void
	): Promise<T> {
		const number = this.#number++;
		return new Promise<T>((resolve, reject) => {
			if (this.#ended) return reject(this.#ended);
			const settled = () => this.#waiting.delete(number);
			const done = (result: T) => (settled(), resolve(result));
			const fail = (error: Error) => (settled(), reject(error));
			this.#waiting.set(number, {
				fail,
				take: (answer) => {
					if (answer.type === 'refused') fail(new NotRead(answer.why));
					else take(answer, done, fail);
				}
			});
			this.#worker.postMessage({ ...question, number } as Asked);
		});
	}

	#end(error: Error): void {
		this.#ended ??= error;
		this.#worker.terminate();
		for (const { fail } of [...this.#waiting.values()]) fail(error);
	}
}
