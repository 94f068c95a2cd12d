import { heldDay, LISTS, NOWHERE, OPEN_AFTER, OPEN_BEFORE, type ListName } from '../columns';
import type { Dictionaries, RowNumbers } from '../row';
import { earlierCode, knownCode, laterCode, settledCode, spanCode } from './codes';
import { Growing } from './growing';
import type { Header, ListSections, RowColumn } from './layout';
import { ROW_COLUMNS } from './layout';
import { checkRow } from './misuse';
import { putPositions } from './positions';
import { putJson, putPlanes, SetsWriter } from './sets';
import type { Spool } from './spool';

/** Sections of the columns, as the header has them. */
export type ColumnSections = Pick<Header, 'first' | 'columns' | 'positions' | 'types' | 'lists'>;

/** Columns whose numbers are below 256: of precisions, of statuses, of yes and no. */
const SMALL: ReadonlySet<RowColumn> = new Set(['sure', 'precision', 'status', 'contested']);

/** Holds the columns as numbers while rows come in, and writes them. */
export class RowsWriter {
	length = 0;
	readonly #first = new Growing();
	readonly #lon = new Growing();
	readonly #lat = new Growing();
	readonly #columns = Object.fromEntries(
		ROW_COLUMNS.map((name) => [name, new Growing(SMALL.has(name) ? 8 : 32)])
	) as Record<RowColumn, Growing>;
	readonly #lists = Object.fromEntries(LISTS.map((name) => [name, new SetsWriter(name)])) as Record<
		ListName,
		SetsWriter
	>;
	#types = 0;

	/** @throws Error where the row says what no row can */
	add(row: RowNumbers): void {
		checkRow(row, this.length);
		const first = heldDay(row.first);
		const last = heldDay(row.last);
		const known = heldDay(row.known);
		const columns = this.#columns;
		this.#first.push(first);
		this.#lon.push(row.lat === NOWHERE ? 0 : row.lon);
		this.#lat.push(row.lat);
		columns.span.push(spanCode(first, last));
		columns.earlier.push(earlierCode(first, heldDay(row.possibleFirst)));
		columns.later.push(laterCode(last, heldDay(row.possibleLast)));
		columns.sure.push(Number(row.sure));
		columns.type.push(row.type);
		columns.precision.push(row.precision);
		columns.status.push(row.status);
		columns.contested.push(Number(row.contested));
		columns.known.push(knownCode(first, last, known));
		columns.settled.push(settledCode(known, heldDay(row.settled ?? row.known)));
		this.#lists.places.add(row.places);
		this.#lists.actors.add(row.actors);
		this.#lists.publishers.add(row.publishers);
		if (row.type >= this.#types) this.#types = row.type + 1;
		this.length++;
	}

	async write(spool: Spool, dictionaries: Dictionaries): Promise<ColumnSections> {
		if (this.#types > dictionaries.types.length)
			throw new Error(
				`A row has the type ${this.#types - 1}; expected one below ${dictionaries.types.length}, as many as there are types.`
			);
		const first = await this.#firstDays(spool);
		const columns = {} as Record<RowColumn, Awaited<ReturnType<typeof putPlanes>>>;
		const put = async (name: RowColumn) =>
			(columns[name] = await putPlanes(spool, this.#columns[name].take()));
		// What the map needs stands together; when something was known and the lists come behind.
		await Promise.all(ROW_COLUMNS.slice(0, -2).map(put));
		const lon = this.#lon.take();
		const lat = this.#lat.take();
		const positions = await putPositions(
			spool,
			new Int32Array(lon.buffer),
			new Int32Array(lat.buffer)
		);
		await Promise.all(ROW_COLUMNS.slice(-2).map(put));
		const lists = {} as Record<ListName, ListSections>;
		for (const name of LISTS)
			lists[name] = await this.#lists[name].write(spool, dictionaries[name]);
		return { first, columns, positions, types: await putJson(spool, dictionaries.types), lists };
	}

	async #firstDays(spool: Spool): Promise<Header['first']> {
		const days = new Int32Array(this.#first.take().buffer);
		let before = 0;
		while (before < days.length && days[before] === OPEN_BEFORE) before++;
		let end = days.length;
		while (end > before && days[end - 1] === OPEN_AFTER) end--;
		const steps = new Uint32Array(end - before);
		for (let i = 1; i < steps.length; i++)
			steps[i] = (days[before + i] as number) - (days[before + i - 1] as number);
		const planes = await putPlanes(spool, steps);
		return {
			...planes,
			before,
			undated: days.length - end,
			day: end > before ? (days[before] as number) : 0
		};
	}
}
