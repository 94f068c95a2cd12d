import type { Day } from '../../core/date/day';
import {
	StoreAway,
	StoreRefusal,
	type Answer,
	type ListWish,
	type Question,
	type Store
} from '../../core/store/store';
import { questionOf, whenever } from '../../core/store/question';
import {
	binsOf,
	countsOf,
	formatEdges,
	formatPlace,
	formatSquare,
	overviewOf,
	type WireBins,
	type WireCounts,
	type WireOverview
} from '../../core/store/wire';
import { formatArea } from '../../core/view/area';
import { stringifyView } from '../../core/view/codec';

/** Where a store is asked. */
export interface Fetching {
	/** Address of the store, without `/` at its end. */
	url: string;
	rev: string;
	total: number;
	/** Stands in for `fetch`. */
	fetcher?: typeof fetch;
}

/**
 * The store of a page's server. Throws StoreAway where it does not answer, or says that it cannot at the moment, and
 * StoreRefusal where it says that it will not.
 * Its `rev` follows the server's: an answer to an older one is of the newest data, and says so.
 */
export function storeClient({
	url,
	rev,
	total,
	fetcher = (...args) => fetch(...args)
}: Fetching): Store {
	let now = rev;
	async function ask(
		path: string,
		keys: Readonly<Record<string, string>>,
		view = ''
	): Promise<Response> {
		const query = new URLSearchParams(view);
		for (const [key, value] of Object.entries(keys)) query.set(key, value);
		query.set('v', now);
		const response = await fetcher(`${url}/${path}?${query}`).catch(() => {
			throw new StoreAway('The server cannot be reached: there is no connection.');
		});
		if (!response.ok) throw await refusalOf(response);
		now = response.headers.get('dateline-rev') ?? now;
		return response;
	}
	const json = async <T>(
		path: string,
		keys: Readonly<Record<string, string>>,
		view?: string
	): Promise<T> => {
		const response = await ask(path, keys, view);
		try {
			return (await response.json()) as T;
		} catch {
			throw new StoreAway('The answer of the server broke off.');
		}
	};
	return {
		get rev() {
			return now;
		},
		total,
		reach: () => json('reach.json', {}),
		overview: async () => overviewOf(await json<Answer<WireOverview>>('overview.json', {})),
		list: (question, wish) => json('list.json', keysOf(wish), inWords(question)),
		counts: async (question, bare = false) =>
			countsOf(
				await json<Answer<WireCounts>>('counts.json', bare ? { bare: '1' } : {}, inWords(question))
			),
		bins: async (question, edges: readonly Day[]) =>
			binsOf(
				await json<Answer<WireBins>>(
					'bins.json',
					{ edges: formatEdges(edges) },
					// Bins hold what is beside the dates, too: for all of them they are the same.
					inWords(whenever(question))
				)
			),
		tile: async (question, { z, x, y }) => {
			const response = await ask(`tiles/${z}/${x}/${y}.mvt`, {}, inWords(question));
			const missing = response.headers.get('dateline-missing');
			return {
				bytes: new Uint8Array(await response.arrayBuffer()),
				...(missing !== null && {
					missing: JSON.parse(missing) as Answer<unknown>['missing']
				})
			};
		},
		publishers: (question) => json('publishers.json', {}, inWords(question)),
		records: (ids) => json('records.json', { ids: ids.join() }),
		outside: (question, box, limit) =>
			json('outside.json', { box: formatArea(box), limit: String(limit) }, inWords(question)),
		unsettled: (day, limit) =>
			json('unsettled.json', { limit: String(limit) }, inWords({ asof: day })),
		citing: (sources, limit) => json('citing.json', { ids: sources.join(), limit: String(limit) })
	};
}

/** A question as the query of the view that asks it. */
const inWords = (question: Question): string =>
	stringifyView({ ...questionOf(question), others: [] });

function keysOf({ limit, after, before, squares, bare }: ListWish): Record<string, string> {
	return {
		limit: String(limit),
		...(after && { after: formatPlace(after) }),
		...(before && { before: formatPlace(before) }),
		...(squares && { squares: squares.map(formatSquare).join() }),
		...(bare && { bare: '1' })
	};
}

/** Too many at once, too slow, or a fault of the server's are of this moment; other refusals are of the question. */
async function refusalOf(response: Response): Promise<StoreAway | StoreRefusal> {
	const reason = await reasonOf(response);
	const passes = response.status >= 500 || response.status === 429 || response.status === 408;
	return passes ? new StoreAway(reason) : new StoreRefusal(reason);
}

/** What the server says of why there is no answer, in its own words where these are a sentence. */
async function reasonOf(response: Response): Promise<string> {
	const text = (await response.text().catch(() => '')).trim();
	const isSentence = response.headers.get('content-type')?.startsWith('text/plain') ?? false;
	return isSentence && text.length > 0 && text.length < 500
		? text
		: `The server could not answer: it said ${response.status}.`;
}
