import type { Dictionaries, EncodedTexts, RowNumbers } from '../../../core/columns/row';
import { sourceId } from '../../../core/dossier/csl-source';
import type { CslItem } from '../../../core/dossier/schema';
import type { Transaction } from './connect';
import { Batch, emptyEvent } from './copy/batch';
import { ClaimFinder, stringIn, type ClaimPlace } from './copy/claims';
import { KINDS, SourceNumbers, TermNumbers, WordTerms } from './copy/numbers';
import { CopyRows } from './copy/rows';
import { LISTS, putTerms, renewSources, type ListKind } from './copy/terms';

/** An event on its way into the database; it may be another a moment later. */
export interface WrittenEntry {
	row: RowNumbers;
	texts: EncodedTexts;
	/** Id and CSL item of each source that it brings: those that sources.json does not have. */
	sources: readonly (readonly [id: string, json: string])[];
}

/** Bytes of rows that are sent together, and after which the server is given a turn. */
const BATCH = 8 * 1024 * 1024;
const TURN = 256 * 1024;
/** Longer names of a publisher are found by so many UTF-16 units: an index takes no more. */
const LONGEST_TERM = 600;
/** Most claims of an event that are numbered; the format has 500 at most. */
const MOST_CLAIMS = 2 ** 15 - 1;
/** Rows that are asked for at once. */
const AT_ONCE = 20_000;

/** Writes the events of a dossier by COPY, in the order in which they come, while the next are made ready. */
export class DossierWriter {
	events = 0;
	claims = 0;
	/** Milliseconds in which rows were under way to the server. */
	copying = 0;
	readonly #tx: Transaction;
	readonly #dossier: number;
	readonly #terms: Record<ListKind, TermNumbers>;
	readonly #words = new WordTerms();
	readonly #sources = new SourceNumbers();
	/** By the number of a source: 1 where its item is known to be the newest. */
	readonly #newest: number[] = [];
	readonly #renewed = new CopyRows(2);
	readonly #numbers: Record<ListKind, (own: number) => number>;
	readonly #found = new ClaimFinder();
	readonly #addresses: ReadonlyMap<string, string>;
	#firstKey: number;
	#key: number;
	#batch: Batch;
	#spare: Batch;
	#sent: Promise<void> = Promise.resolve();
	#turn = TURN;
	readonly #years = new Set<number>();
	#cited: readonly string[] = [];
	#cites: number[] = [];
	/** The event that is being added: a million of them leave nothing behind. */
	readonly #event = emptyEvent();
	#memory: Uint8Array = new Uint8Array();
	/** The number of the source of a claim, which names its id or its web address. */
	readonly #sourceOf = ({ source }: ClaimPlace): number | undefined => {
		if (this.#cited.length === 1) return this.#cites[0];
		const name = stringIn(this.#memory, source);
		const id = this.#cited.includes(name)
			? name
			: (this.#broughtIds.get(name) ?? this.#addresses.get(name) ?? name);
		return this.#sources.find(id);
	};
	#brought: WrittenEntry['sources'] = [];
	#broughtIds = new Map<string, string>();

	private constructor(
		tx: Transaction,
		dossier: number,
		there: Record<ListKind, readonly string[]>,
		key: number,
		dictionaries: Dictionaries,
		addresses: ReadonlyMap<string, string>
	) {
		this.#tx = tx;
		this.#dossier = dossier;
		this.#firstKey = this.#key = key;
		this.#batch = new Batch(dossier);
		this.#spare = new Batch(dossier);
		this.#addresses = addresses;
		this.#terms = {
			type: new TermNumbers(there.type),
			place: new TermNumbers(there.place),
			actor: new TermNumbers(there.actor),
			publisher: new TermNumbers(there.publisher)
		};
		this.#numbers = {
			type: lazily(dictionaries.types, this.#terms.type),
			place: lazily(dictionaries.places, this.#terms.place),
			actor: lazily(dictionaries.actors, this.#terms.actor),
			publisher: lazily(dictionaries.publishers, this.#terms.publisher)
		};
	}

	/**
	 * @param dossier its number; its tables need not be there
	 * @param dictionaries what the numbers of the rows stand for; may grow
	 * @param items of sources.json
	 */
	static async open(
		tx: Transaction,
		dossier: number,
		dictionaries: Dictionaries,
		items: readonly CslItem[]
	): Promise<DossierWriter> {
		await tx`SELECT dateline.make_partitions(${dossier}, ${[]}::integer[])`;
		const there = { type: [], place: [], actor: [], publisher: [] } as Record<ListKind, string[]>;
		for (const kind of LISTS)
			for await (const rows of tx<{ id: string }[]>`
				SELECT id FROM dateline.terms WHERE dossier = ${dossier} AND kind = ${KINDS[kind]}
				ORDER BY number`.cursor(AT_ONCE))
				for (const { id } of rows) there[kind].push(id);
		const [last] = await tx<{ key: number | null }[]>`
			SELECT max(key) AS key FROM dateline.events WHERE dossier = ${dossier}`;
		const addresses = new Map<string, string>();
		for (const item of items) if (item.URL) addresses.set(item.URL, sourceId(item));
		const writer = new DossierWriter(
			tx,
			dossier,
			there,
			(last?.key ?? 0) + 1,
			dictionaries,
			addresses
		);
		await writer.#learn();
		for (const item of items) writer.#source(sourceId(item), undefined);
		return writer;
	}

	/** The key of the first event that is written. */
	get firstKey(): number {
		return this.#firstKey;
	}

	/** Reads the words and sources that are there. */
	async #learn(): Promise<void> {
		const [tx, dossier] = [this.#tx, this.#dossier];
		for await (const rows of tx<{ id: string }[]>`
			SELECT id FROM dateline.terms WHERE dossier = ${dossier} AND kind = ${KINDS.word}
			ORDER BY number`.cursor(AT_ONCE))
			for (const { id } of rows) this.#words.there(id);
		for await (const rows of tx<{ id: string }[]>`
			SELECT id FROM dateline.sources WHERE dossier = ${dossier} ORDER BY number`.cursor(AT_ONCE))
			for (const { id } of rows) this.#sources.numberOf(id);
	}

	/** Takes an event; a promise where something has to be waited for. @throws what the driver throws */
	add({ row, texts, sources }: WrittenEntry): Promise<void> | undefined {
		const memory = texts.memory;
		if (sources !== this.#brought && sources.length + this.#brought.length > 0)
			this.#bring(sources);
		// Rows of a table mostly cite the same, whichever run they come from.
		if (!areSame(row.sources, this.#cited)) this.#cite(row.sources);
		this.#found.read(memory, texts.event, texts.end);
		if (this.#found.count > MOST_CLAIMS) this.#found.count = MOST_CLAIMS;
		this.#words.read(memory, texts.words, texts.event);
		const event = this.#event;
		event.id = row.id;
		event.first = row.first;
		event.last = row.last;
		event.possibleFirst = row.possibleFirst;
		event.possibleLast = row.possibleLast;
		event.sure = row.sure;
		event.lon = row.lon;
		event.lat = row.lat;
		event.type = this.#count('type', row.type);
		event.precision = row.precision;
		event.status = row.status;
		event.contested = row.contested;
		event.known = row.known;
		event.settled = row.settled ?? row.known;
		this.#countAll('place', row.places, event.places);
		this.#countAll('actor', row.actors, event.actors);
		this.#countAll('publisher', row.publishers, event.publishers);
		event.cites = this.#cites;
		event.words = this.#words.terms;
		event.wordCount = this.#words.count;
		this.#memory = memory;
		this.#batch.add(
			this.#key++,
			event,
			memory,
			texts.event,
			texts.end,
			this.#found,
			this.#sourceOf
		);
		this.events++;
		this.claims += this.#found.count;
		const { length } = this.#batch;
		if (length >= BATCH) return this.#send();
		if (length < this.#turn) return undefined;
		this.#turn = length + TURN;
		return new Promise((done) => setImmediate(done));
	}

	/** Sends what is left, and all that the events name. The dossier's tables have no indexes yet where they are new. */
	async finish(): Promise<void> {
		await this.#send();
		await this.#sent;
		await putTerms(this.#tx, this.#dossier, this.#terms, this.#words);
		await renewSources(this.#tx, this.#dossier, this.#renewed);
	}

	#count(kind: ListKind, own: number): number {
		const number = this.#numbers[kind](own);
		this.#terms[kind].counts.add(number);
		return number;
	}

	#countAll(kind: ListKind, own: readonly number[], into: number[]): void {
		into.length = 0;
		for (const one of own) into.push(this.#count(kind, one));
	}

	#bring(sources: WrittenEntry['sources']): void {
		this.#brought = sources;
		this.#broughtIds = new Map();
		for (const [name, json] of sources) {
			const item = JSON.parse(json) as CslItem;
			const id = sourceId(item);
			this.#broughtIds.set(name, id);
			if (item.URL) this.#broughtIds.set(item.URL, id);
			this.#source(id, json);
		}
	}

	#cite(cited: readonly string[]): void {
		this.#cited = cited;
		this.#cites = cited.flatMap((id) => this.#source(id, '') ?? []);
	}

	/** @param item '' where it is only named, undefined where sources.json has it */
	#source(id: string, item: string | undefined): number | undefined {
		const found = this.#sources.numberOf(id);
		if (!found) return undefined;
		const { number, isNew } = found;
		if (isNew) this.#batch.addSource(number, id, item === '' ? undefined : item);
		else if (item && !this.#newest[number]) {
			this.#renewed.row();
			this.#renewed.int4(number);
			this.#renewed.text(item);
		}
		if (item !== '') this.#newest[number] = 1;
		return number;
	}

	async #send(): Promise<void> {
		const full = this.#batch;
		await this.#sent;
		this.#batch = this.#spare;
		this.#spare = full;
		this.#turn = TURN;
		const sending = this.#put(full);
		// Whoever adds next is told.
		sending.catch(() => undefined);
		this.#sent = sending;
	}

	async #put(batch: Batch): Promise<void> {
		const began = performance.now();
		const years = [...batch.years].filter((year) => !this.#years.has(year));
		if (years.length > 0) {
			await this.#tx`SELECT dateline.make_partitions(${this.#dossier}, ${years}::integer[])`;
			for (const year of years) this.#years.add(year);
		}
		await batch.send(this.#tx);
		this.copying += performance.now() - began;
	}
}

function areSame(a: readonly string[], b: readonly string[]): boolean {
	if (a === b) return true;
	if (a.length !== b.length) return false;
	for (let i = 0; i < a.length; i++) if (a[i] !== b[i]) return false;
	return true;
}

/** The term's number of a number in a dictionary that may still grow. */
function lazily(ids: readonly string[], terms: TermNumbers): (own: number) => number {
	const known: number[] = [];
	return (own) => (known[own] ??= terms.numberOf((ids[own] as string).slice(0, LONGEST_TERM)));
}
