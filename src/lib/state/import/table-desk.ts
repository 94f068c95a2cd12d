import { Collector } from '../../core/import/collect';
import { judge } from '../../core/import/judge';
import { guessMapping, mapperOf, recognise } from '../../core/import/map';
import { openTable } from '../../core/import/read/open';
import { sampleOf, type Sample } from '../../core/import/read/sample';
import { Unusable, type Table } from '../../core/import/read/table';
import { faultInWords } from '../../core/import/words';
import { cut } from '../../core/text';
import { browserSource, type BrowserSource } from './file-source';
import type { Answer, Asked, OpenedTable } from './protocol';

type WithoutNumber<T> = T extends unknown ? Omit<T, 'number'> : never;
export type Tell = (answer: WithoutNumber<Answer>) => void;

/** Characters of a cell that are shown of it, and different texts of a column. */
const SHORT = 60;
const VALUES = 3;
const ROWS = 6;
/** Milliseconds between two words on how far it is. */
const PACE = 100;

/** Has one table open, and answers what is asked of it, one question after the other. */
export class TableDesk {
	#opened: { source: BrowserSource; table: Table; sample: Sample } | undefined;
	#last: Promise<void> = Promise.resolve();

	/** @param tell is given the answers: the last of a question is neither `progress` nor `rows` */
	hear(asked: Asked, tell: Tell): void {
		this.#last = this.#last
			.then(() => this.#answer(asked, tell))
			.catch((error: unknown) => tell({ type: 'refused', why: inWords(error) }));
	}

	get #table() {
		if (!this.#opened) throw new Unusable('There is no table any more: choose it again.');
		return this.#opened;
	}

	async #open(file: File, tell: Tell): Promise<void> {
		const source = browserSource(file);
		const clock = setInterval(
			() => tell({ type: 'progress', bytes: source.position(), rows: 0 }),
			PACE
		);
		try {
			const table = await openTable(source);
			const sample = await sampleOf(table);
			refuseEmpty(table, sample);
			this.#opened = { source, table, sample };
			tell({ type: 'opened', table: described(table, sample) });
		} finally {
			clearInterval(clock);
		}
	}

	async #read(asked: Extract<Asked, { type: 'read' }>, tell: Tell): Promise<void> {
		const { source, table } = this.#table;
		const mapper = mapperOf({ columns: table.columns, mapping: asked.mapping });
		const { taken, events, bytes } = asked;
		const collector = new Collector(mapper, table.unit, { taken: new Set(taken), events, bytes });
		let told = Date.now();
		for await (const batch of table.batches()) {
			const rows = collector.take(batch);
			const { read } = collector.tally;
			if (collector.full) return tell({ type: 'full', of: collector.full, rows: read });
			tell({ type: 'rows', rows });
			if (Date.now() - told < PACE) continue;
			told = Date.now();
			tell({ type: 'progress', bytes: source.position(), rows: read });
		}
		const { types, actors, places, sources } = mapper.vocabulary;
		tell({
			type: 'read',
			dataset: mapper.dataset,
			counts: collector.tally.counts(),
			// As it would be read back from a file.
			vocabulary: JSON.parse(
				JSON.stringify({ types, actors, places, sources })
			) as typeof mapper.vocabulary
		});
	}

	async #answer(asked: Asked, tell: Tell): Promise<void> {
		if (asked.type === 'open') return this.#open(asked.file, tell);
		if (asked.type === 'read') return this.#read(asked, tell);
		const { table, sample } = this.#table;
		tell({ type: 'judged', judged: judge(table.columns, sample, asked.said) });
	}
}

function refuseEmpty({ unit }: Table, { rows, faults, isWhole }: Sample): void {
	if (rows.length > 0) return;
	const [first] = faults;
	if (first) throw new Unusable(`None of its rows can be read: ${faultInWords(first, unit)}`);
	if (isWhole)
		throw new Unusable(
			'The table has no rows: there is nothing below the line that names its columns.'
		);
}

function described(table: Table, { rows, isWhole }: Sample): OpenedTable {
	const short = (text: string) => cut(text.trim(), SHORT);
	const { format, unit, notes, columns } = table;
	return {
		...{ format, unit, notes, isWhole },
		columns: columns.map((name, i) => {
			const values = new Set<string>();
			for (const { cells } of rows) {
				const value = short(cells[i] ?? '');
				if (value !== '') values.add(value);
				if (values.size >= VALUES) break;
			}
			return { name, values: [...values] };
		}),
		dataset: recognise(columns, rows)?.dataset,
		guess: guessMapping(columns, rows).mapping.columns,
		rows: rows.slice(0, ROWS).map(({ line, cells }) => ({ line, cells: cells.map(short) })),
		looked: rows.length
	};
}

function inWords(error: unknown): string {
	if (error instanceof Unusable) return error.message;
	// A browser's own words for a file that it cannot read any more.
	if (error instanceof DOMException)
		return 'The file cannot be read any more: it was moved, or has changed since it was chosen. Choose it again.';
	console.error(error);
	return 'This table could not be read. Nothing was imported.';
}
