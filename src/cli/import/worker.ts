import { join } from 'node:path';
import { parentPort, workerData, type MessagePort } from 'node:worker_threads';
import { CellStrings } from '../../lib/core/import/read/cell-strings';
import type { Block } from '../../lib/core/import/read/cut';
import { rowsOfBlock } from '../../lib/core/import/read/delimited';
import { mapperOf, type MapperSpec } from './mapper';
import { Runs } from './runs';
import { Stage, type BatchResult, type Before, type StageResult } from './stage';

/** What a worker is told at its beginning. */
export interface WorkerTask {
	spec: MapperSpec;
	before: Before;
	delimiter: number;
	width: number;
	header: number;
	/** Folder of its runs, and what their names begin with; undefined where nothing is to be written. */
	runs: { folder: string; name: string } | undefined;
}

/** A block to read, or the end of them. */
export type ToWorker = { number: number; block: Block } | 'end';
export type FromWorker =
	/** The memory of the block goes back with it. */
	| { number: number; result: BatchResult; memory: ArrayBuffer }
	| { end: StageResult }
	| { fault: { message: string; code: string | undefined } };

if (parentPort) work(parentPort, workerData as WorkerTask);

function work(port: MessagePort, task: WorkerTask): void {
	const { runs } = task;
	const stage = new Stage(
		mapperOf(task.spec),
		task.before,
		runs && new Runs((number) => join(runs.folder, `${runs.name}-${number}`))
	);
	const say = (message: FromWorker, transfer: ArrayBuffer[] = []) =>
		port.postMessage(message, transfer);
	const columns = Array.from({ length: task.width }, () => new CellStrings());
	let last: Promise<void> = Promise.resolve();
	port.on('message', (message: ToWorker) => {
		last = last.then(async () => {
			if (message === 'end') {
				say({ end: await stage.finish() });
				port.close();
				return;
			}
			const { number, block } = message;
			const batch = rowsOfBlock(block, task.delimiter, task.width, task.header, columns);
			const result = await stage.take(batch, number);
			const memory = block.bytes.buffer as ArrayBuffer;
			say({ number, result, memory }, [memory]);
		});
		last.catch((error: unknown) => {
			const { message, code } = error as NodeJS.ErrnoException;
			say({ fault: { message, code } });
			port.close();
		});
	});
}
