import { linkedParts } from './linked';
import type { NumberedSource } from './number';
import { oneLine } from './plain';
import { referenceOf } from './reference';
import { citation, citationList, type CitationStyle } from './text';
import { escapeMarkup } from '../text';

/** A figure with all that it owes its reader, to be pasted into a document. */
interface CitedFigure {
	/** As large as it is to be shown, in CSS pixels; `url` is absolute. */
	picture: { url: string; width: number; height: number; alt: string };
	caption: string;
	/** Numbered without a gap from 1, as on the picture. */
	sources: readonly NumberedSource[];
	style: CitationStyle;
	/** Absolute address of the live view. */
	link: string;
}

/**
 * The figure for the clipboard. The HTML has only what word processors keep – paragraphs, a picture with its
 * size, a numbered list, links – and no style, class or script: the document's own look holds.
 * @returns the same as HTML and as plain text
 */
export function toRichText({ picture, caption, sources, style, link }: CitedFigure): {
	html: string;
	text: string;
} {
	const items = sources.map(({ source }) => `<li>${citationHtml(source, style)}</li>`);
	const html = [
		`<p><img src="${escapeMarkup(picture.url)}" alt="${escapeMarkup(oneLine(picture.alt))}" ` +
			`width="${picture.width}" height="${picture.height}"></p>`,
		`<p>${escapeMarkup(oneLine(caption))} ` + `<a href="${escapeMarkup(link)}">Live map</a></p>`,
		...(items.length > 0 ? ['<p><b>Sources</b></p>', `<ol>${items.join('')}</ol>`] : [])
	].join('\n');
	const list = citationList(sources, style);
	const text = [
		`${oneLine(caption)}\nPicture: ${picture.url}\nLive map: ${link}\n`,
		...(list ? [`Sources\n${list}`] : [])
	].join('\n');
	return { html, text };
}

function citationHtml(source: NumberedSource['source'], style: CitationStyle): string {
	const reference = referenceOf(source);
	return linkedParts(citation(reference, style), [reference.url, reference.archive])
		.map(({ text, href }) =>
			href === undefined
				? escapeMarkup(text)
				: `<a href="${escapeMarkup(href)}">${escapeMarkup(text)}</a>`
		)
		.join('');
}
