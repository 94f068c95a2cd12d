import { MANY_EVENTS } from '../../core/columns/events-file';
import { parseDay } from '../../core/date/day';
import { MAX_FILE_BYTES } from '../../core/dossier/json';
import { webAddress } from '../../core/draft/paste';
import { importCommand } from '../../core/import/command';
import { takenId } from '../../core/import/ids';
import type { ImportReport, Mapping, Target } from '../../core/import/import';
import { IMPORTED_INTO, importing } from '../../core/import/into-draft';
import type { Judged } from '../../core/import/judge';
import type { DateOrder } from '../../core/import/map/day';
import { Tally } from '../../core/import/tally';
import type { LonLat } from '../../core/place/geometry';
import type { Draft } from '../draft/draft.svelte';
import type { OpenedTable, ReadTable, SaidMapping } from './protocol';
import { NotRead, TableReader, TooMany, type Progress, type Working } from './table-reader';

/** Largest file that is read in a browser, in bytes. */
export const MOST_BYTES = MAX_FILE_BYTES;
/** Most bytes of events as plain JSON: laid out, they are to stay within the format's cap of a file. */
const MOST_JSON_BYTES = MAX_FILE_BYTES * 0.6;

/** How far an import has come. */
export type Stage =
	| { at: 'choosing' }
	| { at: 'opening'; progress: Progress; since: number }
	| { at: 'mapping' }
	| { at: 'reading'; progress: Progress; since: number }
	/** More than is held in a browser: the command does it. */
	| { at: 'full'; of: 'file' | 'events' | 'bytes'; rows: number; command: string }
	/** Of what was imported the south-western and the north-eastern corner, nothing where it has no points. */
	| { at: 'done'; report: ImportReport; bounds: LonLat[] };

/** What has to be said before a table can be imported. */
export type Asking = 'columns' | 'order' | 'title' | 'publisher' | 'url' | 'issued';

/** A table of somebody else's on its way into a draft. */
export class TableImport {
	readonly draft: Draft;
	readonly #start: () => Working;
	#reader: TableReader | undefined;
	#file = $state.raw<File>();
	#stage = $state.raw<Stage>({ at: 'choosing' });
	#fault = $state.raw('');
	#table = $state.raw<OpenedTable>();
	#judged = $state.raw<Judged>();
	#isOwn = $state(false);
	#columns = $state.raw<Mapping['columns']>({});
	#order = $state.raw<DateOrder>();
	#decimal = $state.raw<Mapping['decimal']>();
	#dataset = $state.raw({ title: '', publisher: '', url: '', issued: '' });
	#asked = $state(false);
	#stale = false;
	#judging: Promise<void> | undefined;

	/** @param start makes the worker that reads */
	constructor(draft: Draft, start: () => Working) {
		this.draft = draft;
		this.#start = start;
	}

	get file(): File | undefined {
		return this.#file;
	}
	get stage(): Stage {
		return this.#stage;
	}
	/** Why a file was not read, in a sentence; empty where there is nothing to say. */
	get fault(): string {
		return this.#fault;
	}
	get table(): OpenedTable | undefined {
		return this.#table;
	}
	/** What the first rows become; undefined until it is known. */
	get judged(): Judged | undefined {
		return this.#judged;
	}
	/** Somebody says which column is which: the table is not known, or is not to be read as what it is known for. */
	get isOwn(): boolean {
		return this.#isOwn;
	}
	get columns(): Mapping['columns'] {
		return this.#columns;
	}
	/** The order of day and month that was chosen, else what the rows decide. */
	get order(): DateOrder | undefined {
		return this.#order ?? this.#judged?.dates.order;
	}
	get decimal(): Mapping['decimal'] {
		return this.#decimal ?? this.#judged?.mapping?.decimal ?? '.';
	}
	get dataset() {
		return this.#dataset;
	}
	/** Whether some column names where a row comes from. */
	get hasSources(): boolean {
		return this.#columns['source-url'] !== undefined || this.#columns['source-title'] !== undefined;
	}
	/** What has to be said first; empty until an import was asked for. */
	get asking(): readonly Asking[] {
		return this.#asked ? this.#missing() : [];
	}

	/** Opens a file that was picked or dropped, in the place of one that is open. */
	async open(file: File): Promise<void> {
		this.#reader?.end();
		this.#file = file;
		this.#fault = '';
		this.#table = this.#judged = undefined;
		this.#asked = false;
		const closed = IMPORTED_INTO.find((name) => this.draft.broken.includes(name));
		if (closed !== undefined) {
			this.#refuse(`${closed} of this dossier cannot be edited here, and so no table be imported.`);
			return;
		}
		const since = Date.now();
		const told = (progress: Progress) => (this.#stage = { at: 'opening', progress, since });
		told({ bytes: 0, rows: 0 });
		const reader = (this.#reader = new TableReader(this.#start));
		try {
			const table = await reader.open(file, told);
			this.#table = table;
			this.#isOwn = table.dataset === undefined;
			this.#columns = table.guess;
			this.#order = this.#decimal = undefined;
			this.#dataset = {
				...{ title: file.name.replace(/\.[^.]+$/, ''), publisher: '', url: '', issued: '' }
			};
			await this.#judge();
			if (this.#reader === reader) this.#stage = { at: 'mapping' };
		} catch (error) {
			if (this.#reader === reader) this.#refuse(sentenceOf(error));
		}
	}

	/** Says by hand which column is which, or leaves it to what is known of the data set. */
	mapOwn(isOwn: boolean): void {
		this.#isOwn = isOwn;
		void this.#judge();
	}
	/** @param column undefined: none has it */
	map(target: Target, column: string | undefined): void {
		const { [target]: before, ...others } = this.#columns;
		void before;
		this.#columns = column === undefined ? others : { ...others, [target]: column };
		// Another column may be written in another order.
		if (target === 'date' || target === 'end') this.#order = undefined;
		if (target === 'lat' || target === 'lon') this.#decimal = undefined;
		void this.#judge();
	}
	chooseOrder(order: DateOrder): void {
		this.#order = order;
		void this.#judge();
	}
	chooseDecimal(decimal: Mapping['decimal']): void {
		this.#decimal = decimal;
		void this.#judge();
	}
	describe(field: 'title' | 'publisher' | 'url' | 'issued', text: string): void {
		this.#dataset = { ...this.#dataset, [field]: text };
		void this.#judge();
	}

	/** Reads all rows, and puts their events into the draft as one change. */
	async run(): Promise<void> {
		const { draft } = this;
		const [file, reader] = [this.#file, this.#reader];
		if (!file || !reader) return;
		// What was said last may not have been tried yet.
		await this.#judge();
		this.#asked = true;
		if (this.#missing().length > 0 || this.#reader !== reader) return;
		const mapping = this.#judged?.mapping;
		const full = (of: 'file' | 'events' | 'bytes', rows: number) => {
			const command = importCommand(file.name, `geodata/${draft.dossier}`, mapping);
			this.#stage = { at: 'full', of, rows, command };
		};
		if (file.size > MOST_BYTES) return full('file', 0);
		const since = Date.now();
		const told = (progress: Progress) => (this.#stage = { at: 'reading', progress, since });
		told({ bytes: 0, rows: 0 });
		const taken = [...(draft.files['events.geojson']?.records.keys() ?? [])];
		const bytes = MOST_JSON_BYTES - (draft.base.files['events.geojson']?.text.length ?? 0);
		try {
			const read = await reader.read(
				mapping,
				{ taken, events: Math.max(0, MANY_EVENTS - taken.length), bytes },
				told
			);
			this.#take(file, read);
		} catch (error) {
			if (error instanceof TooMany) full(error.of, error.rows);
			else if (this.#reader === reader) this.#refuse(sentenceOf(error));
		}
	}

	/** Gives up what is being read: back to the mapping, or to choosing a file. */
	async stop(): Promise<void> {
		const file = this.#file;
		const wasReading = this.#stage.at === 'reading';
		this.#reader?.end();
		this.#reader = undefined;
		this.#stage = { at: wasReading ? 'mapping' : 'choosing' };
		if (!wasReading || !file) return;
		const reader = (this.#reader = new TableReader(this.#start));
		await reader
			.open(file, () => undefined)
			.catch((error: unknown) => {
				if (this.#reader === reader) this.#refuse(sentenceOf(error));
			});
	}
	/** Back to the mapping, from where it was said that there is too much. */
	back(): void {
		this.#stage = { at: 'mapping' };
	}
	/** Another file may be chosen. */
	again(): void {
		this.end();
		this.#fault = '';
		this.#file = undefined;
		this.#stage = { at: 'choosing' };
	}
	/** Frees what it holds. */
	end(): void {
		this.#reader?.end();
		this.#reader = undefined;
	}

	#take(file: File, read: ReadTable): void {
		const { draft } = this;
		const { edits, taken } = importing(draft.files, read);
		const tally = new Tally();
		tally.add(read.counts);
		// Those that somebody has made while the table was read.
		for (const id of taken) {
			const line = read.lines[read.events.findIndex((event) => event.id === id)] ?? 0;
			tally.imported--;
			tally.refuse(takenId(line, id));
		}
		if (tally.imported > 0) {
			draft.change({ label: `the import of ${file.name}`, edits });
			if (draft.refusal) return this.#refuse(draft.refusal);
		}
		this.#stage = { at: 'done', report: tally.report(read.dataset), bounds: cornersOf(read) };
		this.end();
	}

	#refuse(sentence: string): void {
		this.end();
		this.#fault = sentence;
		this.#stage = { at: 'choosing' };
	}

	#missing(): Asking[] {
		if (!this.#isOwn) return [];
		const { title, publisher, url, issued } = this.#dataset;
		const { date } = this.#columns;
		const missing: Asking[] = [];
		if (date === undefined && this.#columns.title === undefined) missing.push('columns');
		if (date !== undefined && this.order === undefined) missing.push('order');
		if (title.trim() === '') missing.push('title');
		if (publisher.trim() === '' && !this.hasSources) missing.push('publisher');
		if (url.trim() !== '' && !webAddress(url)) missing.push('url');
		if (issued.trim() !== '' && parseDay(issued.trim()) === undefined) missing.push('issued');
		return missing;
	}

	/** Tries the mapping on the first rows: done once what is said now has been tried. */
	#judge(): Promise<void> {
		this.#stale = true;
		this.#judging ??= this.#judgeOn().finally(() => (this.#judging = undefined));
		return this.#judging;
	}
	async #judgeOn(): Promise<void> {
		for (let reader = this.#reader; this.#stale && reader; reader = this.#reader) {
			this.#stale = false;
			try {
				const judged = await reader.judge(this.#isOwn ? this.#said() : undefined);
				if (this.#reader === reader) this.#judged = judged;
			} catch (error) {
				if (this.#reader === reader) this.#refuse(sentenceOf(error));
			}
		}
	}
	#said(): SaidMapping {
		const { title, publisher, url, issued } = this.#dataset;
		return {
			columns: this.#columns,
			dateOrder: this.#order,
			decimal: this.#decimal,
			dataset: {
				title: title.trim(),
				publisher: publisher.trim(),
				...(webAddress(url) && { url: url.trim() }),
				...(parseDay(issued.trim()) !== undefined && { issued: issued.trim() })
			}
		};
	}
}

function cornersOf({ events }: ReadTable): LonLat[] {
	let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity];
	for (const { geometry } of events) {
		if (geometry?.type !== 'Point') continue;
		const [lon, lat] = geometry.coordinates as LonLat;
		[west, east] = [Math.min(west, lon), Math.max(east, lon)];
		[south, north] = [Math.min(south, lat), Math.max(north, lat)];
	}
	return west > east
		? []
		: [
				[west, south],
				[east, north]
			];
}

function sentenceOf(error: unknown): string {
	if (!(error instanceof NotRead)) console.error(error);
	return error instanceof NotRead
		? error.message
		: 'This table could not be read. Nothing was imported.';
}
