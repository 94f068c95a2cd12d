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

/** Reads tables off the page's own thread, one at a time. */
type WithoutNumber<T> = T extends unknown ? Omit<T, 'number'> : never;
type Tell = (answer: WithoutNumber<Answer>) => void;

/** Characters of a cell that are shown of it, and different texts of a column. */
const SHORT = 60;
const VALUES = 3;
const ROWS = 6;
/** Milliseconds between two words on how far it is. */
const PACE = 100;

let open: { source: BrowserSource; table: Table; sample: Sample } | undefined;

async function openFile(file: File, tell: Tell): Promise<void> {
	const source = browserSource(file);
	const clock = setInterval(
		() => tell({ type: 'progress', bytes: source.position(), rows: 0 }),
		PACE
	);
	try {
		const table = await openTable(source);
		const sample = await sampleOf(table);
		refuseEmpty(table, sample);
		open = { source, table, sample };
		tell({ type: 'opened', table: described(table, sample) });
	} finally {
		clearInterval(clock);
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

async function readAll(asked: Extract<Asked, { type: 'read' }>, tell: Tell): Promise<void> {
	if (!open) throw new Unusable('There is no table any more: choose it again.');
	const { source, table } = open;
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

async function answer(asked: Asked, tell: Tell): Promise<void> {
	if (asked.type === 'open') return openFile(asked.file, tell);
	if (asked.type === 'read') return readAll(asked, tell);
	if (!open) throw new Unusable('There is no table any more: choose it again.');
	const { table, sample } = open;
	tell({ type: 'judged', judged: judge(table.columns, sample, asked.said) });
}

/** One question after the other: a mapping is tried on a table that is open. */
let last: Promise<void> = Promise.resolve();

addEventListener('message', ({ data }: MessageEvent<Asked>) => {
	const { number } = data;
	const tell: Tell = (answer) => postMessage({ ...answer, number });
	last = last
		.then(() => answer(data, tell))
		.catch((error: unknown) => tell({ type: 'refused', why: inWords(error) }));
});

function inWords(error: unknown): string {
	if (error instanceof Unusable) return error.message;
	// A browser's own words for a file that it cannot read any more.
	if (error instanceof DOMException)
		return 'The file cannot be read any more: it was moved, or has changed since it was chosen. Choose it again.';
	console.error(error);
	return 'This table could not be read. Nothing was imported.';
}
