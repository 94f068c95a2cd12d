import { join } from 'node:path';
import type { Vocabulary } from '../../lib/core/import/import';
import { isDelimited } from '../../lib/core/import/read/open';
import type { Table } from '../../lib/core/import/read/table';
import { Gate } from './gate';
import { mapperOf, type MapperSpec } from './mapper';
import { readInWorkers, workerCount } from './pool';
import { Runs } from './runs';
import { Stage, type Before, type StageResult } from './stage';
import { Clash, joinedVocabulary } from './vocabulary';

/** Bytes of a file from which on workers are worth their beginning. */
const MANY_BYTES = 8 * 1024 * 1024;

/** What is to be read. */
export interface Reading {
	table: Table;
	/** Bytes of its file. */
	size: number;
	spec: MapperSpec;
	before: Before;
	/** Folder of the runs; undefined where nothing is to be written. */
	folder: string | undefined;
	/** Is told how many rows have been read. */
	told: (rows: number) => void;
}

/** What the rows of a file have come to. */
export interface Read {
	gate: Gate;
	stages: readonly StageResult[];
	vocabulary: Vocabulary;
}

/** Reads a table to its end: its events in sorted runs, its vocabulary, its counts. @throws Unusable */
export async function readAll(reading: Reading): Promise<Read> {
	const { table, size } = reading;
	if (isDelimited(table) && size >= MANY_BYTES && workerCount() > 1) {
		const gate = new Gate(table.unit);
		const stages = await readInWorkers(
			table,
			(worker) => ({
				spec: reading.spec,
				before: reading.before,
				delimiter: table.delimiter,
				width: table.columns.length,
				header: table.header,
				runs:
					reading.folder === undefined
						? undefined
						: { folder: reading.folder, name: `run-${worker}` }
			}),
			gate,
			() => reading.told(gate.tally.read)
		);
		try {
			return { gate, stages, vocabulary: joinedVocabulary(stages.map((one) => one.vocabulary)) };
		} catch (error) {
			if (!(error instanceof Clash)) throw error;
			// One reader after all; what the workers wrote goes with the folder.
		}
	}
	return readAlone(reading);
}

async function readAlone({ table, spec, before, folder, told }: Reading): Promise<Read> {
	const gate = new Gate(table.unit);
	const runs =
		folder === undefined ? undefined : new Runs((number) => join(folder, `alone-${number}`));
	const stage = new Stage(mapperOf(spec), before, runs);
	let number = 0;
	for await (const batch of table.batches()) {
		gate.pass(await stage.take(batch, number), number);
		number++;
		told(gate.tally.read);
	}
	const result = await stage.finish();
	return { gate, stages: [result], vocabulary: result.vocabulary };
}
