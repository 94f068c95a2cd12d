import { createHash } from 'node:crypto';
import { availableParallelism } from 'node:os';
import { MOST_PIXELS } from '../../core/picture/figure-size';
import { stringifyView } from '../../core/view/codec';
import { hasAlready, sentence } from '../answer';
import type { LoadedDossier } from '../dossiers';
import { ByteCache } from './cache';
import { drawFigure, FORMATS, Refused, type FigureWish, type Format } from './figure';
import { Busy, Queue } from './queue';
import { readFigureRequest } from './request';

/** Bytes of pictures that are kept. */
const CACHE_BYTES = 48 * 1024 * 1024;
/** Seconds for which nobody needs to ask again. */
const FRESH = 300;

/** What a request for a picture says. */
export interface PictureRequest {
	dossier: NonNullable<LoadedDossier['dossier']>;
	/** Changes when the dossier's files do. */
	rev: string;
	format: Format;
	query: string;
	/** Of the app: a new one may draw otherwise. */
	version: string;
	/** The address of a view, for its query; undefined where it would lead nobody anywhere. */
	linkTo: (query: string) => string | undefined;
	/** If-None-Match. */
	known: string | null;
	/** Days since 1970-01-01. */
	today: number;
}

/** What draws, and what stands before it. */
export interface PictureDesk {
	queue: Queue;
	cache: ByteCache;
	draw: (wish: FigureWish) => Promise<Uint8Array>;
	/** By what they are kept under. */
	underWay: Map<string, Promise<Uint8Array>>;
}

const desk: PictureDesk = {
	queue: new Queue({
		// One is drawn by Node's own thread while another is rendered beside it.
		running: Math.min(4, Math.max(2, availableParallelism())),
		waiting: 120,
		patience: 12_000,
		weight: MOST_PIXELS
	}),
	cache: new ByteCache(CACHE_BYTES),
	draw: drawFigure,
	underWay: new Map()
};

/** Answers with a picture: kept, or drawn when its turn comes. */
export async function respondWithPicture(
	request: PictureRequest,
	at: PictureDesk = desk
): Promise<Response> {
	const { dossier, format, today } = request;
	try {
		const { show, size } = readFigureRequest(dossier, request.query, today);
		const query = stringifyView({ ...show.view, others: [] });
		const link = request.linkTo(query);
		const key = createHash('sha256')
			.update(
				JSON.stringify([
					request.version,
					dossier.header.id,
					request.rev,
					format,
					size,
					query,
					show.notes,
					link,
					// What is overdue hangs on the day.
					show.day
				])
			)
			.digest('base64url');
		const headers = {
			etag: `W/"${key}"`,
			'cache-control': `public, max-age=${FRESH}, stale-while-revalidate=${FRESH}`,
			'cross-origin-resource-policy': 'cross-origin',
			'access-control-allow-origin': '*'
		};
		if (hasAlready(request.known, headers.etag))
			return new Response(null, { status: 304, headers });
		const wish = { whole: dossier, show, size, format, link };
		const file = at.cache.get(key) ?? (await drawn(key, wish, at));
		return new Response(file as Uint8Array<ArrayBuffer>, {
			headers: {
				...headers,
				'content-type': FORMATS[format],
				'content-length': String(file.byteLength),
				'content-disposition': `inline; filename="${dossier.header.id}.${format}"`,
				// An SVG opened by itself has the relief in it, and runs nothing.
				'content-security-policy': "default-src 'none'; img-src data:"
			}
		});
	} catch (error) {
		if (error instanceof Refused) return sentence(error.status, error.message);
		if (error instanceof Busy)
			return sentence(503, `${error.message} Ask again in ${error.retryAfter} s.`, {
				'retry-after': String(error.retryAfter)
			});
		throw error;
	}
}

/** A picture that several ask for is drawn once. */
function drawn(
	key: string,
	wish: FigureWish,
	{ cache, draw, queue, underWay }: PictureDesk
): Promise<Uint8Array> {
	const known = underWay.get(key);
	if (known) return known;
	const { width, height, scale } = wish.size;
	const task = queue
		.run(() => draw(wish), Math.min(MOST_PIXELS, width * height * scale * scale * 2))
		.then((file) => {
			cache.set(key, file);
			return file;
		})
		.finally(() => underWay.delete(key));
	underWay.set(key, task);
	return task;
}
