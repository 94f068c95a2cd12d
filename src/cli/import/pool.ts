import { existsSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { fileURLToPath } from 'node:url';
import { Worker } from 'node:worker_threads';
import type { DelimitedTable } from '../../lib/core/import/read/delimited';
import { PIECE } from '../../lib/core/import/read/encoding';
import type { Gate } from './gate';
import type { StageResult } from './stage';
import type { FromWorker, ToWorker, WorkerTask } from './worker';

/** Workers at most: each holds a run of its own in memory. */
const MOST = 2;
/** Room of a worker for what is made and dropped at once: a row is, so that more of it is only more memory. */
const YOUNG_MB = 6;
/** Blocks that a worker has at once. */
const AHEAD = 3;
const SCRIPT = fileURLToPath(new URL('./import-worker.js', import.meta.url));

/** How many workers may read; 1 where there are none to be had. */
export function workerCount(): number {
	return existsSync(SCRIPT) ? Math.min(MOST, availableParallelism()) : 1;
}

interface Hand {
	worker: Worker;
	open: number;
	/** Tells that it has room, or that it is done. */
	changed: () => void;
	end: StageResult | undefined;
}

/**
 * Reads the blocks of a table in workers, one after the other in turn, so that the same file always comes to the same.
 * @param taskOf what each is told
 * @param told is told after each block
 * @throws what reading the file throws, or what a worker says
 */
export async function readInWorkers(
	table: DelimitedTable,
	taskOf: (worker: number) => WorkerTask,
	gate: Gate,
	told: () => void
): Promise<StageResult[]> {
	let fault: Error | undefined;
	/** Memory of blocks that were read: it goes to and fro, since what is dropped is not free before a collection. */
	const free: ArrayBuffer[] = [];
	const hands = Array.from({ length: workerCount() }, (_, i): Hand => {
		const worker = new Worker(SCRIPT, {
			workerData: taskOf(i),
			// What the command was started with is not for its workers.
			execArgv: [],
			resourceLimits: { maxYoungGenerationSizeMb: YOUNG_MB }
		});
		const hand: Hand = { worker, open: 0, changed: () => undefined, end: undefined };
		const failed = (error: Error) => {
			fault ??= error;
			for (const one of hands) one.changed();
		};
		worker.on('error', failed);
		worker.on('exit', () => {
			if (!hand.end) failed(new Error('A worker of the import ended early.'));
		});
		worker.on('message', (message: FromWorker) => {
			if ('fault' in message)
				failed(Object.assign(new Error(message.fault.message), { code: message.fault.code }));
			else if ('end' in message) hand.end = message.end;
			else {
				hand.open--;
				free.push(message.memory);
				gate.pass(message.result, message.number);
				told();
			}
			hand.changed();
		});
		return hand;
	});
	const until = async (hand: Hand, isSo: () => boolean) => {
		while (!isSo()) {
			if (fault) throw fault;
			await new Promise<void>((done) => (hand.changed = done));
		}
		if (fault) throw fault;
	};
	try {
		let number = 0;
		for await (const block of table.blocks()) {
			const hand = hands[number % hands.length] as Hand;
			await until(hand, () => hand.open < AHEAD);
			hand.open++;
			// A copy: the bytes of a block may share their memory with others.
			const bytes = copied(block.bytes, free.pop());
			const message: ToWorker = { number, block: { ...block, bytes } };
			hand.worker.postMessage(message, [bytes.buffer]);
			number++;
		}
		for (const { worker } of hands) worker.postMessage('end' satisfies ToWorker);
		for (const hand of hands) await until(hand, () => hand.end !== undefined);
		return hands.map(({ end }) => end as StageResult);
	} finally {
		await Promise.all(hands.map(({ worker }) => worker.terminate()));
	}
}

/** Bytes copied into some memory, if they fit it, else into their own. */
function copied(bytes: Uint8Array, memory: ArrayBuffer | undefined): Uint8Array<ArrayBuffer> {
	const fits = memory !== undefined && memory.byteLength >= bytes.length;
	const copy = new Uint8Array(
		fits ? memory : new ArrayBuffer(Math.max(bytes.length, 2 * PIECE)),
		0,
		bytes.length
	);
	copy.set(bytes);
	return copy;
}
