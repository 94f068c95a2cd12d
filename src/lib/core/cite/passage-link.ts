import type { Passage } from '../dossier/schema';

/**
 * The address that opens an article at a passage: a text fragment (WICG "URL Fragment Text
 * Directives"), `#:~:text=[prefix-,]start[,end][,-suffix]`. Browsers without it open the article.
 */
export function passageLink(url: string, passage?: Passage): string {
	if (!passage) return url;
	const { start, end, prefix, suffix } = passage;
	const directive = [
		prefix && `${encode(prefix)}-`,
		encode(start),
		end && end !== start && encode(end),
		suffix && `-${encode(suffix)}`
	]
		.filter(Boolean)
		.join(',');
	return `${url}${url.includes('#') ? '' : '#'}:~:text=${directive}`;
}

/** `-`, `,` and `&` part the directive's terms, so they are percent-encoded inside one. */
function encode(text: string): string {
	return encodeURIComponent(text).replace(/-/g, '%2D');
}
