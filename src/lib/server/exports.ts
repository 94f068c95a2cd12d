import { createHash } from 'node:crypto';
import type { Dossier } from '../core/dossier/dossier';
import { EXPORT_FILES, fileName } from '../core/exchange/files';
import type { ExportName } from '../core/exchange/names';
import { exportView } from '../core/exchange/view';
import { MAX_QUERY_LENGTH } from '../core/view/codec';

/** Longest value of the header that tells what of the address was left out, in characters. */
const MAX_NOTES = 1_000;

interface ExportRequest {
	dossier: Dossier;
	name: ExportName;
	/** As in the address, with or without `?`. */
	query: string;
	/** Address of the dossier's page, with no slash at the end. */
	home: string;
	request: Request;
}

/**
 * The answer with a view as a file: 200, 304 where the reader has the same already, 414 where the query
 * is longer than any view. A query that is not read shows everything, which as data would be wrong in
 * silence. Values that cannot be read are left out, as in the viewer, and `Dateline-Notes` says which.
 */
export function answerExport({ dossier, name, query, home, request }: ExportRequest): Response {
	if (query.replace(/^\?/, '').length > MAX_QUERY_LENGTH)
		return new Response(
			`The address asks for more than ${MAX_QUERY_LENGTH} characters can say: choose fewer.\n`,
			{ status: 414, headers: { 'content-type': 'text/plain; charset=utf-8' } }
		);
	const today = Math.floor(Date.now() / 86_400_000);
	const view = exportView(dossier, query, today, home);
	const file = EXPORT_FILES[name];
	const body = file.write(view);
	// Weak: the server compresses it on the way, which changes the bytes and not what they say.
	const etag = `W/"${createHash('sha256').update(body).digest('base64url').slice(0, 27)}"`;
	const headers = new Headers({
		// Kept, and asked about each time: a dossier may be corrected at any moment.
		'cache-control': 'no-cache',
		etag,
		'access-control-allow-origin': '*',
		'access-control-expose-headers': 'Content-Disposition, Dateline-Notes, ETag',
		'cross-origin-resource-policy': 'cross-origin',
		'x-content-type-options': 'nosniff'
	});
	if (view.notes.length > 0) headers.set('dateline-notes', asHeader(view.notes.join(' ')));
	if (hasAlready(request.headers.get('if-none-match'), etag))
		return new Response(null, { status: 304, headers });
	headers.set('content-type', file.type);
	// The name is of the dossier's id and a day: nothing in it can end the quotes.
	headers.set('content-disposition', `attachment; filename="${fileName(view, name)}"`);
	return new Response(body, { headers });
}

/** Any text as the value of a header: percent-encoded, and cut where that is long. */
function asHeader(text: string): string {
	return encodeURIComponent(text.replace(/\p{Surrogate}/gu, ''))
		.slice(0, MAX_NOTES)
		.replace(/%.?$/, '');
}

/** RFC 9110, 13.1.2: a list of tags, compared weakly. */
function hasAlready(header: string | null, etag: string): boolean {
	if (header === null) return false;
	const bare = (tag: string) => tag.trim().replace(/^W\//, '');
	return header.trim() === '*' || header.split(',').some((tag) => bare(tag) === bare(etag));
}
