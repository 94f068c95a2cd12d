import type { Dossier } from '../dossier/dossier';
import { HEIGHTS, WIDTHS } from '../picture/figure-size';
import { nameableIn, readView } from '../story/address';
import { cut, escapeMarkup } from '../text';
import { isTooLong, MAX_QUERY_LENGTH, parseView } from '../view/codec';
import {
	CARD,
	embedAddress,
	pictureAddress,
	rootOf,
	viewerAddress,
	type PictureSize,
	type Site
} from './addresses';
import { mapInWords, titleOf } from './share';
import { mapHeight } from './size';
import { frameTag } from './snippets';

/** What is asked for, as far as the request alone can say. */
export interface OEmbedWish {
	/** Of the dossier. */
	id: string;
	/** Of the address, as it stands there. */
	query: string;
	/** Of an event's own page. */
	event: string | undefined;
	/** Pixels; undefined: no bound. */
	maxwidth: number | undefined;
	maxheight: number | undefined;
}

/** An answer of type `rich`, as oEmbed 1.0 has it (https://oembed.com, 2.3.4). Lengths in pixels. */
export interface OEmbed {
	version: '1.0';
	type: 'rich';
	title: string;
	provider_name: 'Dateline';
	provider_url: string;
	/** Seconds for which it may be kept. */
	cache_age: number;
	html: string;
	width: number;
	height: number;
	/** All three or none. */
	thumbnail_url?: string;
	thumbnail_width?: number;
	thumbnail_height?: number;
}

/** Why there is no answer, for the person who asked. */
interface Refusal {
	status: 400 | 404 | 414 | 501;
	sentence: string;
}

/** Seconds: a day. What the frame shows is always of now. */
const CACHE_AGE = 86_400;
/** Pixels of a frame's width: where nothing bounds it, and at most. */
const WIDTH = { usual: 800, most: 1200 };
/** Pixels that title, timeline and foot take of a frame, beside its map. */
const FURNITURE = 240;
/** Characters of an address before its query. */
const MAX_PATH = 500;

/** `/<dossier>` and the pages of it that are a view. Sources and files are none. */
const PAGE = /^\/([a-z0-9-]+)(?:\/(?:embed|report|events\/([a-z0-9-]+)))?\/?$/;

/**
 * Reads a request. A bound that is no number above 0 is none: oEmbed makes both optional and has no
 * status for them. Never throws.
 * @param params of the request's own address
 */
export function readOEmbed(params: URLSearchParams, site: Site): OEmbedWish | Refusal {
	const format = params.get('format') || 'json';
	if (format !== 'json')
		return refusal(501, `Answers come as JSON only, not as “${cut(format, 20)}”.`);
	const text = params.get('url');
	if (!text)
		return refusal(
			400,
			`Ask with the address of a map: ${site.base}/oembed?url=<percent-encoded>.`
		);
	if (text.length > site.origin.length + MAX_PATH + MAX_QUERY_LENGTH) return tooLong();
	const url = addressIn(text);
	if (!url) return refusal(400, `“${cut(text, 100)}” is no web address.`);
	if (url.origin !== site.origin)
		return refusal(404, `Only addresses that begin with ${site.origin} have an answer here.`);
	if (isTooLong(url.search)) return tooLong();
	const path = url.pathname.startsWith(`${site.base}/`) && url.pathname.slice(site.base.length);
	const [, id, event] = (path && PAGE.exec(path)) || [];
	if (id === undefined)
		return refusal(
			404,
			'This is no address of a map: those are /<dossier>, and its /embed, /report and /events/<id>.'
		);
	return {
		id,
		query: url.search,
		event,
		maxwidth: bound(params.get('maxwidth')),
		maxheight: bound(params.get('maxheight'))
	};
}

/** The answer to a request on a dossier that is there. */
export function answerOEmbed(
	{ id, query, event, maxwidth, maxheight }: OEmbedWish,
	dossier: Dossier,
	site: Site
): OEmbed | Refusal {
	const asked = event ?? parseView(query).view.event;
	if (asked !== undefined && !dossier.events.some(({ id }) => id === asked))
		return refusal(404, `The dossier “${id}” has no event “${cut(asked, 120)}”.`);
	const read = readView(query, nameableIn(dossier)).view;
	const view = event === undefined ? read : { ...read, event };
	const width = Math.min(maxwidth ?? WIDTH.usual, WIDTH.most);
	const height = Math.min(maxheight ?? Infinity, mapHeight(width) + FURNITURE);
	const title = titleOf(dossier, view);
	const frame = {
		src: embedAddress(site, id, view),
		title: mapInWords(dossier, view),
		width,
		height
	};
	const link = escapeMarkup(viewerAddress(site, id, view));
	const thumbnail = thumbnailSize(maxwidth, maxheight);
	return {
		version: '1.0',
		type: 'rich',
		title,
		provider_name: 'Dateline',
		provider_url: `${rootOf(site)}/`,
		cache_age: CACHE_AGE,
		// WordPress shows the quotation until the frame has said how high it is, and feeds show it alone.
		html:
			`<blockquote class="wp-embedded-content"><a href="${link}">${escapeMarkup(title)}</a></blockquote>` +
			`${frameTag(frame)}</iframe>`,
		width,
		height,
		...(thumbnail && {
			thumbnail_url: pictureAddress(site, id, view, thumbnail),
			thumbnail_width: thumbnail.width,
			thumbnail_height: thumbnail.height
		})
	};
}

/** The card, or as much of it as the bounds let stand; undefined where no picture is so small. */
function thumbnailSize(maxwidth = Infinity, maxheight = Infinity): PictureSize | undefined {
	if (maxwidth < WIDTHS.least || maxheight < HEIGHTS.least) return undefined;
	const scale = Math.min(1, maxwidth / CARD.width, maxheight / CARD.height);
	return {
		width: Math.max(WIDTHS.least, Math.floor(CARD.width * scale)),
		height: Math.max(HEIGHTS.least, Math.floor(CARD.height * scale))
	};
}

function bound(text: string | null): number | undefined {
	if (text === null || !/^\d{1,9}(\.\d+)?$/.test(text)) return undefined;
	return Math.floor(Number(text)) || undefined;
}

function addressIn(text: string): URL | undefined {
	try {
		return new URL(text);
	} catch {
		return undefined;
	}
}

function tooLong(): Refusal {
	return refusal(
		414,
		`This is longer than any view: a query has at most ${MAX_QUERY_LENGTH} characters.`
	);
}

function refusal(status: Refusal['status'], sentence: string): Refusal {
	return { status, sentence };
}
