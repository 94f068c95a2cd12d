import { NOWHERE, PER_DEGREE } from '../../../../core/columns/columns';
import { emptyRow } from '../../../../core/columns/row';
import type { Transaction } from '../connect';
import { slotOf, worldUnits, yearOf } from '../slot';
import { stringIn, type ClaimFinder, type ClaimPlace } from './claims';
import { copyIn } from './copy';
import { CopyRows } from './rows';

const EVENTS = [
	...['dossier', 'slot', 'key', 'id', 'first', 'last', 'possible_first', 'possible_last', 'sure'],
	...[
		'lon',
		'lat',
		'x',
		'y',
		'geom',
		'type',
		'precision',
		'status',
		'contested',
		'known',
		'settled'
	],
	...['places', 'actors', 'publishers', 'words', 'cites', 'feature']
];
const CLAIMS = ['dossier', 'slot', 'event', 'number', 'source', 'by', 'stance', 'claim'];
const SOURCES = ['dossier', 'number', 'id', 'item'];

/** An event in the numbers of the database. */
export interface EventNumbers {
	id: string;
	first: number;
	last: number;
	possibleFirst: number;
	possibleLast: number;
	sure: boolean;
	/** In units of a position; NOWHERE in `lat` where it is listed only. */
	lon: number;
	lat: number;
	type: number;
	precision: number;
	status: number;
	contested: boolean;
	known: number;
	settled: number;
	places: readonly number[];
	actors: readonly number[];
	publishers: readonly number[];
	cites: readonly number[];
	/** Of the list only so many are its own. */
	words: readonly number[];
	wordCount: number;
}

/** One to be filled, again and again. */
export function emptyEvent() {
	return {
		...emptyRow(),
		cites: [] as readonly number[],
		words: [] as readonly number[],
		wordCount: 0
	};
}

/** Rows of a dossier that are sent together. */
export class Batch {
	readonly events = new CopyRows(EVENTS.length);
	readonly claims = new CopyRows(CLAIMS.length);
	readonly sources = new CopyRows(SOURCES.length);
	/** Calendar years of the events. */
	readonly years = new Set<number>();

	/** Of the event before. */
	#slot: number | undefined;

	/** @param dossier its number */
	constructor(readonly dossier: number) {}

	get length(): number {
		return this.events.length + this.claims.length + this.sources.length;
	}

	/**
	 * @param json the event's Feature, from `start` to before `end`, as `found` has read it
	 * @param sourceOf the number of the source of a claim
	 */
	add(
		key: number,
		event: EventNumbers,
		json: Uint8Array,
		start: number,
		end: number,
		found: ClaimFinder,
		sourceOf: (claim: ClaimPlace) => number | undefined
	): void {
		const { events, claims, dossier } = this;
		const slot = slotOf(event);
		if (slot !== this.#slot) {
			this.#slot = slot;
			const year = yearOf(slot);
			if (year !== undefined) this.years.add(year);
		}
		events.row();
		events.int4(dossier);
		events.int4(slot);
		events.int8(key);
		events.text(event.id);
		events.int4(event.first);
		events.int4(event.last);
		events.int4(event.possibleFirst);
		events.int4(event.possibleLast);
		events.bool(event.sure);
		this.#spot(event.lon, event.lat);
		events.int4(event.type);
		events.int2(event.precision);
		events.int2(event.status);
		events.bool(event.contested);
		events.int4(event.known);
		events.int4(event.settled);
		events.list(event.places);
		events.list(event.actors);
		events.list(event.publishers);
		events.list(event.words, event.wordCount);
		events.list(event.cites);
		const { member } = found;
		if (member.end === 0) events.bytes(json, start, end);
		else events.twoPieces(json, start, member.start, member.end, end);
		for (let i = 0; i < found.count; i++) {
			const claim = found.claims[i] as ClaimPlace;
			claims.row();
			claims.int4(dossier);
			claims.int4(slot);
			claims.int8(key);
			claims.int2(i);
			const source = sourceOf(claim);
			if (source === undefined) claims.null();
			else claims.int4(source);
			claims.text(stringIn(json, claim.by));
			claims.text(stringIn(json, claim.stance));
			claims.bytes(json, claim.start, claim.end);
		}
	}

	/** @param item as JSON; undefined where sources.json has it */
	addSource(number: number, id: string, item: string | undefined): void {
		const { sources } = this;
		sources.row();
		sources.int4(this.dossier);
		sources.int4(number);
		sources.text(id);
		if (item === undefined) sources.null();
		else sources.text(item);
	}

	/** Sends all rows, into the dossier's own tables; these are there. Afterwards there are none. */
	async send(tx: Transaction): Promise<void> {
		const { events, claims, sources, dossier } = this;
		this.years.clear();
		this.#slot = undefined;
		if (sources.count > 0) await copyIn(tx, into('sources', SOURCES), sources.take());
		if (events.count > 0) await copyIn(tx, into(`events_${dossier}`, EVENTS), events.take());
		if (claims.count > 0) await copyIn(tx, into(`claims_${dossier}`, CLAIMS), claims.take());
	}

	#spot(lon: number, lat: number): void {
		const { events } = this;
		if (lat === NOWHERE) {
			for (let i = 0; i < 5; i++) events.null();
			return;
		}
		const [x, y] = worldUnits(lon, lat);
		events.int4(lon);
		events.int4(lat);
		events.int4(x);
		events.int4(y);
		events.point(lon / PER_DEGREE, lat / PER_DEGREE);
	}
}

/** @param table of ours, its number included @param columns of ours */
export function into(table: string, columns: readonly string[]): string {
	return `COPY dateline.${table} (${columns.join(', ')}) FROM STDIN (FORMAT binary)`;
}
