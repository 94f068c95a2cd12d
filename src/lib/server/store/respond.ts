import { DamagedFile } from '../../core/columns/events-file';
import {
	MOST_EDGES,
	MOST_LISTED,
	MOST_SQUARES,
	StoreAway,
	type Answer,
	type Store
} from '../../core/store/store';
import { questionOf } from '../../core/store/question';
import { DEEPEST } from '../../core/store/tile';
import {
	parseEdges,
	parsePlace,
	parseSquare,
	wireBins,
	wireCounts,
	wireOverview
} from '../../core/store/wire';
import { parseArea, type Box } from '../../core/view/area';
import { parseView } from '../../core/view/codec';
import { hasAlready, sentence } from '../answer';
import { tooLong } from '../as-file';

const OPEN = {
	'access-control-allow-origin': '*',
	'access-control-expose-headers': 'Dateline-Missing, Dateline-Rev, ETag',
	'cross-origin-resource-policy': 'cross-origin',
	'x-content-type-options': 'nosniff'
};

/** A year: what an address with the data's version gives never changes. */
const FOR_GOOD = 'public, max-age=31536000, immutable';
/** Whoever does not name a version is asked about each time. */
const EACH_TIME = 'public, no-cache';

/** Most ids of one request. */
const MOST_IDS = 500;

/** What is asked is none of what there is to ask; the sentence says what is expected, and what there was. */
class Misuse extends Error {}

/**
 * Answers what a page asks of a store: 200, 304, 400, 404, 414, 422, 503. An address with the data's version (`v`)
 * is kept for good by whoever stands between – a CDN, a browser –, unless a part of the data was out of reach.
 * @param what the address behind `store/`
 */
export async function answerStore(
	found: Store | undefined | Promise<Store | undefined>,
	what: string,
	url: URL,
	request: Request
): Promise<Response> {
	const refused = tooLong(url.search);
	if (refused) return refused;
	const asked = url.searchParams.get('v');
	try {
		const store = await found;
		if (!store)
			return sentence(404, 'There is no dossier of this name whose events stay here.', OPEN);
		return await answered(store, what, url, request, asked);
	} catch (error) {
		if (error instanceof Misuse) return sentence(400, error.message, OPEN);
		if (error instanceof StoreAway)
			return sentence(503, error.message, { ...OPEN, 'retry-after': '5' });
		if (error instanceof DamagedFile) return sentence(422, error.message, OPEN);
		throw error;
	}
}

async function answered(
	store: Store,
	what: string,
	url: URL,
	request: Request,
	asked: string | null
): Promise<Response> {
	const etag = `W/"${store.rev}"`;
	const headers = new Headers({ ...OPEN, 'dateline-rev': store.rev });
	if (hasAlready(request.headers.get('if-none-match'), etag))
		return new Response(null, {
			status: 304,
			headers: { ...OPEN, etag, 'cache-control': asked === store.rev ? FOR_GOOD : EACH_TIME }
		});
	const answer = await answerTo(store, what, url);
	if (!answer) return sentence(404, `A store has no “${what.slice(0, 60)}”.`, OPEN);
	const { missing } = answer.of;
	const isWhole = !answer.fleeting && !missing?.length;
	headers.set('cache-control', !isWhole ? 'no-store' : asked === store.rev ? FOR_GOOD : EACH_TIME);
	if (isWhole) headers.set('etag', etag);
	if (answer.bytes) {
		if (missing?.length) headers.set('dateline-missing', JSON.stringify(missing));
		headers.set('content-type', 'application/vnd.mapbox-vector-tile');
		return new Response(answer.bytes as BodyInit, { headers });
	}
	headers.set('content-type', 'application/json; charset=utf-8');
	return new Response(JSON.stringify(answer.of), { headers });
}

interface Found {
	of: Answer<unknown>;
	bytes?: Uint8Array;
	/** True of this moment alone. */
	fleeting?: true;
}

async function answerTo(store: Store, what: string, url: URL): Promise<Found | undefined> {
	const keys = url.searchParams;
	// Ids are left as they come: the store knows which there are.
	const question = questionOf(parseView(url.search).view);
	switch (what) {
		case 'reach.json':
			return { of: await store.reach(), fleeting: true };
		case 'overview.json':
			return { of: wireOverview(await store.overview()) };
		case 'counts.json':
			return { of: wireCounts(await store.counts(question, keys.get('bare') === '1')) };
		case 'bins.json':
			return { of: wireBins(await store.bins(question, edgesOf(keys.get('edges')))) };
		case 'publishers.json':
			return { of: await store.publishers(question) };
		case 'outside.json':
			return {
				of: await store.outside(
					question,
					boxOf(keys.get('box')),
					limitOf(keys.get('limit'), MOST_LISTED)
				)
			};
		case 'unsettled.json':
			if (question.asof === undefined) throw new Misuse('asof: expected a day.');
			return {
				of: await store.unsettled(question.asof, limitOf(keys.get('limit'), MOST_LISTED))
			};
		case 'records.json':
			return { of: await store.records(idsOf(keys.get('ids'))) };
		case 'citing.json':
			return {
				of: await store.citing(idsOf(keys.get('ids')), limitOf(keys.get('limit'), MOST_IDS))
			};
		case 'list.json': {
			const squares = keys.get('squares');
			return {
				of: await store.list(question, {
					limit: limitOf(keys.get('limit'), MOST_LISTED),
					after: placeOf('after', keys.get('after')),
					before: placeOf('before', keys.get('before')),
					...(squares !== null && { squares: squaresOf(squares) }),
					bare: keys.get('bare') === '1'
				})
			};
		}
	}
	const [, z, x, y] = /^tiles\/(\d{1,2})\/(\d{1,6})\/(\d{1,6})\.mvt$/.exec(what) ?? [];
	if (y === undefined) return undefined;
	const tile = parseSquare(`${z}/${x}/${y}`);
	if (!tile || tile.z > DEEPEST)
		throw new Misuse(
			`A tile is one of the 4^z of a level z of 0 to ${DEEPEST}; not ${z}/${x}/${y}.`
		);
	const { bytes, ...rest } = await store.tile(question, tile);
	return { of: rest, bytes };
}

function edgesOf(text: string | null): number[] {
	const edges = parseEdges(text ?? '');
	if (!edges)
		throw new Misuse(
			`edges: expected 2 to ${MOST_EDGES} rising days since 1970-01-01, as 18750.31.7*52.`
		);
	return edges;
}

function boxOf(text: string | null): Box {
	const box = parseArea(text ?? '');
	if (box?.kind !== 'box')
		throw new Misuse('box: expected west,south,east,north in degrees, south below north.');
	return box;
}

function limitOf(text: string | null, most: number): number {
	const limit = Number(text ?? '50');
	if (!Number.isInteger(limit) || limit < 1 || limit > most)
		throw new Misuse(`limit: expected a whole number from 1 to ${most}.`);
	return limit;
}

function idsOf(text: string | null): string[] {
	const ids = (text ?? '').split(',');
	if (ids.length > MOST_IDS || ids.some((id) => !/^[a-z0-9-]{1,200}$/.test(id)))
		throw new Misuse(`ids: expected 1 to ${MOST_IDS} ids of a-z, 0-9 and -, a comma between two.`);
	return ids;
}

function placeOf(key: string, text: string | null) {
	if (text === null) return undefined;
	const place = parsePlace(text);
	if (!place) throw new Misuse(`${key}: expected a place as the list gives it.`);
	return place;
}

function squaresOf(text: string) {
	const squares = text.split(',').flatMap((one) => parseSquare(one) ?? []);
	if (
		squares.length === 0 ||
		squares.length > MOST_SQUARES ||
		squares.length !== text.split(',').length
	)
		throw new Misuse(`squares: expected 1 to ${MOST_SQUARES} of z/x/y, a comma between two.`);
	return squares;
}
