import { linkedParts } from './linked';
import type { NumberedEvent, NumberedSource } from './number';
import { whenInWords } from '../date/words';
import { oneLine } from './plain';
import { referenceOf } from './reference';
import { citation, citationList, type CitationStyle } from './text';
import { escapeMarkup } from '../text';

/** A figure with all that it owes its reader, to be pasted into a document. */
interface CitedFigure {
	/** As large as it is to be shown, in CSS pixels; `url` is absolute. */
	picture: { url: string; width: number; height: number; alt: string };
	caption: string;
	/** Those that the picture's numbers are of, without a gap from 1. */
	events: readonly NumberedEvent[];
	/** How many more events the picture shows. */
	left: number;
	/** Numbered without a gap from 1, as on the picture. */
	sources: readonly NumberedSource[];
	style: CitationStyle;
	/** Absolute address of the live view. */
	link: string;
}

/** An event under a figure, after its number: `13 May 2021: Talks begin [1, 4]`, with its sources' numbers. */
export function eventInLine({ event, sources }: NumberedEvent): string {
	const cited = sources.length > 0 ? ` [${sources.join(', ')}]` : '';
	return `${oneLine(`${whenInWords(event.when) || 'No date'}: ${event.title}`)}${cited}`;
}

/** What is said where a figure shows more events than are told under it. */
export function moreEvents(left: number): string {
	return `and ${left} more, told on the live map`;
}

/**
 * The figure for the clipboard. The HTML has only what word processors keep – paragraphs, a picture with its
 * size, a numbered list, links – and no style, class or script: the document's own look holds.
 * @returns the same as HTML and as plain text
 */
export function toRichText({ picture, caption, events, left, sources, style, link }: CitedFigure): {
	html: string;
	text: string;
} {
	const told = events.map((event) => `<li>${escapeMarkup(eventInLine(event))}</li>`);
	const items = sources.map(({ source }) => `<li>${citationHtml(source, style)}</li>`);
	const html = [
		`<p><img src="${escapeMarkup(picture.url)}" alt="${escapeMarkup(oneLine(picture.alt))}" ` +
			`width="${picture.width}" height="${picture.height}"></p>`,
		`<p>${escapeMarkup(oneLine(caption))} ` + `<a href="${escapeMarkup(link)}">Live map</a></p>`,
		...(told.length > 0 ? ['<p><b>Events</b></p>', `<ol>${told.join('')}</ol>`] : []),
		...(left > 0 ? [`<p>${moreEvents(left)}</p>`] : []),
		...(items.length > 0 ? ['<p><b>Sources</b></p>', `<ol>${items.join('')}</ol>`] : [])
	].join('\n');
	const list = citationList(sources, style);
	const text = [
		`${oneLine(caption)}\nPicture: ${picture.url}\nLive map: ${link}\n`,
		...(events.length > 0
			? [`Events\n${events.map((event) => `${event.number}. ${eventInLine(event)}\n`).join('')}`]
			: []),
		...(left > 0 ? [`${moreEvents(left)}\n`] : []),
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
