import { DamagedFile, EVENTS_FILE } from '../../core/columns/events-file';
import { hasAlready, sentence } from '../answer';
import { forgetDossier, loadDossier } from '../dossiers';
import { ChangedFile } from './file';
import type { OpenEvents } from './open';
import { parseRange } from './range';

const OPEN = {
	'access-control-allow-origin': '*',
	'access-control-expose-headers': 'Accept-Ranges, Content-Length, Content-Range, ETag',
	'cross-origin-resource-policy': 'cross-origin',
	'x-content-type-options': 'nosniff'
};

/** A year: what an address with its version gives never changes. */
const FOR_GOOD = 'public, max-age=31536000, immutable, no-transform';

/**
 * Answers with events.dateline, whole or a range of it (RFC 9110, 14): 200, 206, 304, 416. An address that names
 * a version (`rev`) is answered by that version alone, else with 410. Not compressed: its parts are.
 */
export async function serveEvents(id: string, request: Request, url: URL): Promise<Response> {
	const loaded = await loadDossier(id);
	if (!loaded) return sentence(404, `There is no dossier “${id.slice(0, 120)}” here.`, OPEN);
	if (!loaded.events)
		return sentence(404, `The dossier “${id}” has no ${EVENTS_FILE} that can be read.`, OPEN);
	const asked = url.searchParams.get('rev');
	if (asked !== null && asked !== loaded.events.rev)
		return sentence(
			410,
			`This version of ${EVENTS_FILE} has been replaced: load the page anew.`,
			OPEN
		);
	try {
		return await answer(loaded.events, asked !== null, request);
	} catch (error) {
		if (!(error instanceof ChangedFile || error instanceof DamagedFile)) throw error;
		forgetDossier(id);
		return sentence(503, `${EVENTS_FILE} was replaced at this moment: ask again.`, {
			...OPEN,
			'retry-after': '1'
		});
	}
}

async function answer(
	{ source, rev }: OpenEvents,
	versioned: boolean,
	{ headers: asked, method }: Request
): Promise<Response> {
	const etag = `"${rev}"`;
	const headers = new Headers({
		...OPEN,
		'accept-ranges': 'bytes',
		'cache-control': versioned ? FOR_GOOD : 'no-cache, no-transform',
		etag
	});
	if (hasAlready(asked.get('if-none-match'), etag))
		return new Response(null, { status: 304, headers });
	headers.set('content-type', 'application/vnd.dateline.events');
	// A part of another version is of no use beside what the reader has: then all of it.
	const condition = asked.get('if-range');
	const wanted = condition === null || condition === etag ? asked.get('range') : null;
	// Ranges are defined for GET alone (RFC 9110, 14.2).
	const range = method === 'GET' && wanted !== null ? parseRange(wanted, source.bytes) : undefined;
	if (range === 'unsatisfiable') {
		headers.set('content-range', `bytes */${source.bytes}`);
		headers.set('content-type', 'text/plain; charset=utf-8');
		return new Response(`${EVENTS_FILE} has ${source.bytes} bytes.\n`, { status: 416, headers });
	}
	const { start, end } = range ?? { start: 0, end: source.bytes };
	headers.set('content-length', String(end - start));
	if (range) headers.set('content-range', `bytes ${start}-${end - 1}/${source.bytes}`);
	const status = range ? 206 : 200;
	if (method === 'HEAD') return new Response(null, { status, headers });
	const body = await source.stream(start, end);
	return new Response(body, { status, headers });
}
