import type { FileTexts } from '../../core/draft/files';
import type { ArticleFacts } from '../../core/ingest/article';
import type { Reading } from '../../core/ingest/draft';
import type { Candidate } from '../../core/ingest/mention';

/** What an article is read from: pasted text, or a file's bytes. */
export type Input = string | Uint8Array<ArrayBuffer>;

/** What the worker is asked. */
export type Asked =
	| {
			type: 'read';
			input: Input;
			given: Partial<ArticleFacts>;
			/** The dossier that it is read against. */
			dossier: { name: string; texts: FileTexts };
			/** Address of the world's gazetteer. */
			gazetteer: string;
	  }
	| { type: 'find'; name: string; gazetteer: string };

/** What it answers: how far it is, and in the end what came of it. */
export type Answer =
	| { type: 'stage'; stage: Stage }
	| { type: 'read'; reading: Reading; hash: string }
	| { type: 'found'; candidates: Candidate[] }
	/** A sentence for whoever gave the input. */
	| { type: 'refused'; why: string };

export type Stage = 'places' | 'article' | 'events';

/** What an article was read as. */
export interface Read {
	reading: Reading;
	/** SHA-256 of the article's text, in hexadecimal digits. */
	hash: string;
}

/** What of a worker is used here. */
export interface Working {
	onmessage: ((event: { data: Answer }) => void) | null;
	onerror: ((event: { message?: string; preventDefault?: () => void }) => void) | null;
	postMessage(asked: Asked): void;
	terminate(): void;
}

/** Longest that one stage of the reading may take, in milliseconds. */
const PATIENCE = 20_000;

/** An article was not read; the message is a sentence that says why, and what to do. */
export class NotRead extends Error {
	override name = 'NotRead';
}

/** Has articles read off the page's own thread, one at a time, and ends what takes too long. */
export class Reader {
	readonly #start: () => Working;
	readonly #patience: number;
	#worker: Working | undefined;
	#busy: ((why: NotRead) => void) | undefined;

	/** @param start makes the worker; @param patience in milliseconds, a stage */
	constructor(start: () => Working, patience = PATIENCE) {
		this.#start = start;
		this.#patience = patience;
	}

	/** Throws `NotRead` with a sentence. What is being read meanwhile is given up. */
	async read(
		asked: Extract<Asked, { type: 'read' }>,
		onstage: (stage: Stage) => void
	): Promise<Read> {
		const answer = await this.#ask(asked, onstage);
		if (answer.type !== 'read') throw new NotRead('The article was not read. Try it again.');
		return { reading: answer.reading, hash: answer.hash };
	}

	/** All that a name may stand for in the world's gazetteer. Throws `NotRead`. */
	async find(name: string, gazetteer: string): Promise<Candidate[]> {
		const answer = await this.#ask({ type: 'find', name, gazetteer }, () => undefined);
		return answer.type === 'found' ? answer.candidates : [];
	}

	/** Gives up what is being read. */
	stop(): void {
		this.#end('The reading was stopped.');
	}

	#ask(asked: Asked, onstage: (stage: Stage) => void): Promise<Answer> {
		if (this.#busy) this.#end('Another article is being read instead.');
		const worker = (this.#worker ??= this.#start());
		return new Promise((resolve, reject) => {
			let clock: ReturnType<typeof setTimeout>;
			const settle = () => {
				clearTimeout(clock);
				this.#busy = undefined;
			};
			const wind = () => {
				clearTimeout(clock);
				clock = setTimeout(
					() =>
						this.#end(
							`The reading took longer than ${Math.round(this.#patience / 1000)} seconds and was stopped. Your text is still here: give a shorter part of it.`
						),
					this.#patience
				);
			};
			this.#busy = (why) => {
				settle();
				reject(why);
			};
			worker.onmessage = ({ data }) => {
				if (data.type === 'stage') {
					wind();
					onstage(data.stage);
					return;
				}
				settle();
				if (data.type === 'refused') reject(new NotRead(data.why));
				else resolve(data);
			};
			worker.onerror = (event) => {
				event.preventDefault?.();
				this.#end('The part of the page that reads articles has failed. Load the page again.');
			};
			wind();
			worker.postMessage(asked);
		});
	}

	#end(why: string): void {
		this.#worker?.terminate();
		this.#worker = undefined;
		this.#busy?.(new NotRead(why));
	}
}
