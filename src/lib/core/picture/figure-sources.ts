import { whenInWords } from '../date/words';
import type { NumberedSource } from '../cite/number';
import { asLine, wrapped } from './figure-text';
import type { FigureContent } from './figure-content';
import {
	columnsIn,
	columnsOf,
	linked,
	pile,
	textBlock,
	wrappedBlock,
	type Block
} from './figure-blocks';
import { HEADING } from './figure-key';

const TEXT = { size: 11 };
const ADDRESS = { size: 10.5 };
const COLUMN = 270;
const GUTTER = 30;
/** Lines beyond which a source's title is shortened, and nothing else of it. */
const LINES = 5;
/** Sources that a figure lists at most. */
const MOST_SOURCES = 150;

/**
 * The sources of what a figure shows, by the numbers that its key cites, each with its address. Author, publisher, date
 * and address stand whole, over as many lines as they need: a source that nobody can look up is none.
 */
export function sourcesBlock({ numbering }: FigureContent, width: number, height: number): Block {
	const { sources } = numbering;
	if (sources.length === 0) return { height: 0, draw: () => [] };
	const heading = textBlock(['Sources'], HEADING);
	const columns = columnsIn(width, COLUMN, 4);
	const most = Math.min(MOST_SOURCES, Math.ceil((height / (TEXT.size * 2)) * columns.count));
	const items = sources.slice(0, most).map((source) => entry(source, columns.width));
	const more = (left: number) =>
		textBlock([`and ${left} more`], TEXT, { fill: 'ink-soft', 'font-style': 'italic' });
	const room = height - heading.height - 6;
	const list = columnsOf(items, columns, room, more, sources.length - items.length);
	return list.height > 0 ? pile([heading, list], 6) : { height: 0, draw: () => [] };
}

function entry({ number, source }: NumberedSource, width: number): Block {
	const { title, publisher, authors, published, url, archiveUrl } = source;
	const by = authors.filter((author) => author !== publisher).join(', ');
	const column = width - GUTTER;
	const told = (named: string) =>
		[by, `“${named}”`, publisher, published ? whenInWords(published) : 'no date']
			.filter(Boolean)
			.join('. ') + '.';
	const line = (said: string, style: typeof TEXT, attributes = {}) =>
		wrappedBlock(said, column, style, Infinity, attributes);
	const address = (href: string, before = '') =>
		linked(line(before + bare(href), ADDRESS, { fill: 'ink-soft' }), href);
	const text = pile([
		linked(line(told(titleFor(asLine(title), told, column)), TEXT), url),
		...(isWeb(url) ? [address(url)] : []),
		...(isWeb(archiveUrl) ? [address(archiveUrl, 'Archived: ')] : [])
	]);
	return {
		height: text.height,
		draw: (left, top) => [
			...textBlock([`[${number}]`], TEXT, { fill: 'ink-soft' }).draw(left, top),
			...text.draw(left + GUTTER, top)
		]
	};
}

/** A title as it stands in a source: whole, unless that takes more lines than a source is to have. */
function titleFor(title: string, told: (named: string) => string, column: number): string {
	const characters = [...title];
	const linesOf = (named: string) => wrapped(told(named), column, TEXT, Infinity).length;
	const most = Math.max(LINES, linesOf('…') + 1);
	const named = (count: number) =>
		count === characters.length ? title : characters.slice(0, count).join('').trimEnd() + '…';
	if (linesOf(title) <= most) return title;
	let [low, high] = [0, characters.length - 1];
	while (low < high) {
		const middle = Math.ceil((low + high) / 2);
		if (linesOf(named(middle)) <= most) low = middle;
		else high = middle - 1;
	}
	return named(low);
}

function isWeb(url: string | undefined): url is string {
	return url !== undefined && /^https?:\/\//i.test(url);
}

/** An address as it is read: without its scheme. */
function bare(url: string): string {
	return asLine(url.replace(/^https?:\/\/(www\.)?/i, '').replace(/\/$/, ''));
}
