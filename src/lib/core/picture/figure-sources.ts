import { whenInWords } from '../date/words';
import type { NumberedSource } from '../cite/number';
import { asLine, shortened } from './figure-text';
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
/** Sources that a figure lists at most. */
const MOST_SOURCES = 150;

/** The sources of what a figure shows, by the numbers that its key cites, each with its address. */
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
	const said = [by, `“${asLine(title)}”`, publisher, published ? whenInWords(published) : 'no date']
		.filter(Boolean)
		.join('. ');
	const column = width - GUTTER;
	const address = (href: string, before = '') =>
		linked(
			textBlock([shortened(before + bare(href), column, ADDRESS)], ADDRESS, { fill: 'ink-soft' }),
			href
		);
	const text = pile([
		linked(wrappedBlock(`${said}.`, column, TEXT, 3), url),
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

function isWeb(url: string | undefined): url is string {
	return url !== undefined && /^https?:\/\//i.test(url);
}

/** An address as it is read: without its scheme. */
function bare(url: string): string {
	return asLine(url.replace(/^https?:\/\/(www\.)?/i, '').replace(/\/$/, ''));
}
