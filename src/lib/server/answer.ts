/**
 * A status and what it means, as text. Any site may read it: one that fetches a file or a picture must be able
 * to hear why there is none.
 */
export function sentence(
	status: number,
	text: string,
	headers: Record<string, string> = {}
): Response {
	return new Response(`${text}\n`, {
		status,
		headers: {
			'content-type': 'text/plain; charset=utf-8',
			'cache-control': 'no-store',
			'access-control-allow-origin': '*',
			...headers
		}
	});
}

/**
 * Whether a reader has what a tag stands for: RFC 9110, 13.1.2, a list of tags, compared weakly.
 * @param known If-None-Match
 */
export function hasAlready(known: string | null, etag: string): boolean {
	if (known === null) return false;
	const bare = (tag: string) => tag.trim().replace(/^W\//, '');
	return known.trim() === '*' || known.split(',').some((tag) => bare(tag) === bare(etag));
}
