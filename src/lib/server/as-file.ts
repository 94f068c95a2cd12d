import { createHash } from 'node:crypto';
import { isTooLong, MAX_QUERY_LENGTH } from '../core/view/codec';
import { hasAlready, sentence } from './answer';

/** Longest value of the header that tells what of the address was left out, in characters. */
const MAX_NOTES = 1_000;

/** Something that a reader takes away as a file. */
interface TakenFile {
	body: string;
	/** Media type, as a header has it. */
	type: string;
	/** Name on the reader's disk: of letters, digits, `-` and `.` alone. */
	name: string;
	/** Sentences on what of the address could not be taken as it stood. */
	notes: readonly string[];
	request: Request;
}

/** The answer to a query that is longer than any view (414); undefined for one that is not. */
export function tooLong(query: string): Response | undefined {
	if (!isTooLong(query)) return undefined;
	return sentence(
		414,
		`The address asks for more than ${MAX_QUERY_LENGTH} characters can say: choose fewer.`
	);
}

/** The answer with a file, which any site may fetch: 200, or 304 where the reader has the same already. */
export function asFile({ body, type, name, notes, request }: TakenFile): Response {
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
	if (notes.length > 0) headers.set('dateline-notes', asHeader(notes.join(' ')));
	if (hasAlready(request.headers.get('if-none-match'), etag))
		return new Response(null, { status: 304, headers });
	headers.set('content-type', type);
	headers.set('content-disposition', `attachment; filename="${name}"`);
	return new Response(body, { headers });
}

/** Any text as the value of a header: percent-encoded, and cut where that is long. */
function asHeader(text: string): string {
	let value = '';
	// By whole characters: half of one is no UTF-8, which nobody can decode.
	for (const character of text.replace(/\p{Surrogate}/gu, '')) {
		const encoded = encodeURIComponent(character);
		if (value.length + encoded.length > MAX_NOTES) break;
		value += encoded;
	}
	return value;
}
