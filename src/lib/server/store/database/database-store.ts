import type { PublisherCount } from '../../../core/columns/publishers';
import type { Day } from '../../../core/date/day';
import {
	MOST_EDGES,
	MOST_LISTED,
	MOST_SQUARES,
	NO_FACETS,
	type Answer,
	type Bins,
	type Counts,
	type ListPage,
	type ListWish,
	type Outside,
	type Overview,
	type Question,
	type Square,
	type Store
} from '../../../core/store/store';
import type { EventRecord } from '../../../core/columns/events-file';
import { DEEPEST } from '../../../core/store/tile';
import type { Box } from '../../../core/view/area';
import { allTerms, countGroups, countsOf, countTerms } from './counts';
import { answering, type Answering } from './answering';
import { faultOf } from './faults';
import { readFrame, type Frame } from './frame';
import { groupsOf } from './groups';
import { Kept } from './kept';
import { listedOf, rowsOf } from './list';
import { outsideOf } from './outside';
import { EVERYTHING, overviewOf, sourceNumbers, totalOf } from './overview';
import type { Database } from './connect';
import { Query, run } from './query';
import { recordsOf } from './records';
import { readShards } from './shards';
import { binsOfSpans, spansOf, type Spans } from './spans';
import { firstOf, rowsOfIds, unsettledOn } from './some';
import type { Source } from './tables';
import { readTerms, type Terms } from './terms';
import { tileOf } from './tile';
import { askedOf, isCounted, isPlain, knownBy, type Asked, type Lookup } from './where';
import { numbersOfWord } from './words';

/** Answers of the same filters that are kept while the dates move, and words with the numbers of what they find. */
const KEPT_ANSWERS = 64;
const KEPT_WORDS = 256;
/** Below 100 kB each. */
const KEPT_TILES = 200;
/** Some megabytes each. */
const KEPT_SPANS = 8;

/**
 * A dossier in a database. What is read once – what numbers stand for, names, counts that hang on no dates – is kept
 * as long as the store: it is to be opened anew when `rev` has changed.
 * @param place what the database is called in words that anybody may read; see `placeOf` of connect.ts
 * @returns undefined where the database has no such dossier. Throws StoreAway, DatabaseFault.
 */
export async function databaseStore(
	sql: Database,
	dossierId: string,
	place = 'of the dossiers'
): Promise<Store | undefined> {
	try {
		const query = new Query();
		const [found] = await run<{ number: number; rev: string; total: unknown }>(
			sql,
			`SELECT number, rev, total FROM dateline.dossiers WHERE id = ${query.text(dossierId)}`,
			query
		);
		if (!found) return undefined;
		const { number, rev } = found;
		const shards = await readShards(sql);
		return new DatabaseStore(
			{ sql, number, shards },
			{ id: dossierId, rev, total: Number(found.total) },
			await readTerms(sql, number),
			place
		);
	} catch (error) {
		throw faultOf(error, place);
	}
}

/** The version of a dossier's data by now, to see whether its store is to be opened anew; undefined where it is gone. */
export async function revInDatabase(
	sql: Database,
	dossierId: string,
	place = 'of the dossiers'
): Promise<string | undefined> {
	try {
		const query = new Query();
		const [now] = await run<{ rev: string }>(
			sql,
			`SELECT rev FROM dateline.dossiers WHERE id = ${query.text(dossierId)}`,
			query
		);
		return now?.rev;
	} catch (error) {
		throw faultOf(error, place);
	}
}

class DatabaseStore implements Store {
	readonly rev: string;
	readonly total: number;
	#source: Source;
	#terms: Terms;
	#frames: Kept<Frame>;
	#words = new Kept<readonly number[]>(KEPT_WORDS);
	#numbers = new Kept<number>(KEPT_ANSWERS);
	#groups = new Kept<Awaited<ReturnType<typeof groupsOf>>>(KEPT_ANSWERS);
	#spans = new Kept<Spans>(KEPT_SPANS);
	#tiles = new Kept<Uint8Array>(KEPT_TILES);
	#overviews = new Kept<Overview>(1);
	#lookup: Lookup;
	#answer: Answering;

	constructor(
		source: Source,
		dossier: { id: string; rev: string; total: number },
		terms: Terms,
		place: string
	) {
		const { sql, number } = source;
		this.rev = dossier.rev;
		this.total = dossier.total;
		this.#source = source;
		this.#answer = answering(source, this.rev, place);
		this.#terms = terms;
		this.#frames = new Kept(1);
		const frame = () =>
			this.#frames.of('', () => readFrame(sql, { number, id: dossier.id }, terms));
		this.#lookup = {
			terms,
			frame,
			sources: (ids) => sourceNumbers(source, ids),
			words: (word, wrong) =>
				this.#words.of(`${wrong} ${word}`, () => numbersOfWord(sql, number, word, wrong))
		};
	}

	reach(): Promise<Answer<object>> {
		return this.#answer({}, () => Promise.resolve({}));
	}

	overview(): Promise<Answer<Overview>> {
		return this.#answer({}, () =>
			this.#overviews.of(this.#source.shards.name, () => overviewOf(this.#source, this.#terms))
		);
	}

	list(question: Question, wish: ListWish): Promise<Answer<ListPage>> {
		const limit = Math.max(1, Math.min(MOST_LISTED, Math.trunc(wish.limit) || 1));
		const squares = wish.squares?.slice(0, MOST_SQUARES);
		return this.#answer(question, async () => {
			const asked = await askedOf(question, this.#lookup);
			const { opening } = await this.#lookup.frame();
			const { rows, more } = await rowsOf(
				this.#source,
				asked,
				{ ...wish, limit, squares },
				opening
			);
			const records = wish.bare ? undefined : await recordsOf(this.#source, rows);
			return { events: rows.map((row, i) => listedOf(row, records?.[i])), more };
		});
	}

	counts(question: Question, bare = false): Promise<Answer<Counts>> {
		return this.#answer(question, async () => {
			const asked = await askedOf(question, this.#lookup);
			const { from, to } = asked.range;
			const isAll = from === undefined && to === undefined;
			const [groups, lists, candidates, total] = await Promise.all([
				groupsOf(this.#source, asked),
				bare
					? NO_FACETS
					: isAll && isCounted(asked) && isPlain(asked) && this.#source.shards.name === ''
						? allTerms(this.#terms)
						: countTerms(this.#source, asked, this.#terms),
				this.#candidates(asked),
				this.#known(question.asof)
			]);
			const counts = countsOf(countGroups(groups, asked, this.#terms), lists, {
				total,
				candidates
			});
			return bare ? { ...counts, facets: NO_FACETS } : counts;
		});
	}

	bins(question: Question, edges: readonly Day[]): Promise<Answer<Bins>> {
		if (edges.length < 2 || edges.length > MOST_EDGES)
			return Promise.reject(new RangeError(`2 to ${MOST_EDGES} edges, not ${edges.length}`));
		return this.#answer({}, async () => {
			const asked = await askedOf(question, this.#lookup);
			const { types, ...plain } = asked.plain;
			const key = `${this.#source.shards.name} ${asked.name} ${JSON.stringify(plain)}`;
			const spans = await this.#spans.of(key, () => spansOf(this.#source, asked));
			return binsOfSpans(spans, types, edges, this.#terms);
		});
	}

	tile(question: Question, tile: Square): Promise<Answer<{ bytes: Uint8Array }>> {
		if (!isTile(tile)) return Promise.resolve({ bytes: new Uint8Array() });
		// Whoever opens a dossier asks for the same: those of all its days are the dearest.
		const name = JSON.stringify([question, tile]);
		return this.#answer(question, async () => ({
			bytes: await this.#tiles.of(`${this.#source.shards.name} ${name}`, async () =>
				tileOf(this.#source, await askedOf(question, this.#lookup), tile)
			)
		}));
	}

	publishers(question: Question): Promise<Answer<{ publishers: PublisherCount[] }>> {
		return this.#answer(question, async () => {
			const asked = await askedOf(question, this.#lookup);
			const { publishers } = await countTerms(
				this.#source,
				asked,
				this.#terms,
				['publishers'],
				true
			);
			return {
				publishers: [...publishers]
					.map(([name, count]) => ({ name, count }))
					.sort((a, b) => b.count - a.count || (a.name < b.name ? -1 : 1))
			};
		});
	}

	outside(question: Question, box: Box, limit: number): Promise<Answer<Outside>> {
		return this.#answer(question, async () => {
			const asked = await askedOf(question, this.#lookup);
			const places = await outsideOf(this.#source, asked, box, this.#terms);
			return { places: places.slice(0, limit), total: places.length };
		});
	}

	unsettled(day: Day, limit: number): Promise<Answer<{ records: EventRecord[]; total: number }>> {
		return this.#answer({}, async () => this.#first(unsettledOn(day), limit));
	}

	records(ids: readonly string[]): Promise<Answer<{ records: EventRecord[] }>> {
		return this.#answer({}, async () => {
			const rows = ids.length === 0 ? [] : await rowsOfIds(this.#source, ids);
			const byId = new Map(rows.map((row) => [row.id, row]));
			return {
				records: await recordsOf(
					this.#source,
					ids.flatMap((id) => byId.get(id) ?? [])
				)
			};
		});
	}

	citing(
		sources: readonly string[],
		limit: number
	): Promise<Answer<{ records: EventRecord[]; total: number }>> {
		return this.#answer({}, async () => {
			const numbers = await this.#lookup.sources(sources);
			if (numbers.length === 0) return { records: [], total: 0 };
			return this.#first((query) => `cites && ${query.ints(numbers)}`, limit);
		});
	}

	async #first(
		condition: (query: Query) => string,
		limit: number
	): Promise<{ records: EventRecord[]; total: number }> {
		const most = Math.max(0, Math.min(MOST_LISTED, Math.trunc(limit) || 0));
		const { rows, total } = await firstOf(this.#source, condition, most);
		return { records: await recordsOf(this.#source, rows), total };
	}

	/** What passes all filters, whatever its dates; asked once for the same filters. */
	async #candidates({ plain, listed, firm, name }: Asked): Promise<number> {
		const key = `${this.#source.shards.name} ${name}`;
		const asked = { range: {}, plain, listed, firm, name };
		const groups = await this.#groups.of(key, () => groupsOf(this.#source, asked));
		return countGroups(groups, asked, this.#terms).tallies.shown;
	}

	/** How many events were known on a day, if one is given. */
	#known(asof: Day | undefined): Promise<number> {
		return this.#numbers.of(`${this.#source.shards.name} ${asof}`, () =>
			totalOf(this.#source, {
				...EVERYTHING,
				firm: asof === undefined ? [] : [knownBy(asof)]
			})
		);
	}
}

function isTile({ z, x, y }: Square): boolean {
	const inWorld = (at: number) => Number.isInteger(at) && at >= 0 && at < 2 ** z;
	return Number.isInteger(z) && z >= 0 && z <= DEEPEST && inWorld(x) && inWorld(y);
}
