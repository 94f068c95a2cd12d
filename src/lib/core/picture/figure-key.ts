import { whenInWords } from '../date/words';
import type { NumberedEvent } from '../cite/number';
import { nameIn } from '../place/names';
import { textWidth } from './figure-text';
import type { FigureContent } from './figure-content';
import {
	columnsIn,
	columnsOf,
	LEADING,
	NO_LIST,
	pile,
	textBlock,
	wrappedBlock,
	type Block,
	type List
} from './figure-blocks';
import { numbersInShort } from './callouts';
import type { Absence } from './figure-map';
import { node } from './scene';
import { symbolNode } from './stack-nodes';

const TITLE = { size: 12 };
const DETAIL = { size: 11 };
export const HEADING = { size: 12.5, semibold: true };
/** Least width of a column of the key in pixels. */
const COLUMN = 250;
/** Side of an entry's symbol, and the room that it takes beside its text. */
const SYMBOL = 13;
const BESIDE = 20;
/** Events that a key tells at most. */
export const MOST_EVENTS = 150;

/**
 * The key to a map's numbers: each event's number, symbol, title, date and place, and its sources' numbers.
 * @param absent why an event has no symbol on the map
 * @param height that it may take, in pixels, with its heading
 */
export function keyBlock(
	content: FigureContent,
	absent: (event: NumberedEvent) => Absence,
	width: number,
	height: number,
	mostColumns = 4
): List {
	const { events } = content.numbering;
	const heading = textBlock(['Events'], HEADING);
	if (events.length === 0)
		return { ...pile([heading, textBlock(['No event is shown.'], DETAIL)], 5), told: 0 };
	const columns = columnsIn(width, COLUMN, mostColumns);
	const gutter = gutterOf(events.length);
	// No more is set than can stand there.
	const most = Math.min(MOST_EVENTS, Math.ceil((height / (TITLE.size * 2)) * columns.count));
	const items = events
		.slice(0, most)
		.map((event) => entry(event, content, absent(event), columns.width, gutter));
	const more = (left: number) =>
		textBlock([`and ${left} more`], DETAIL, { fill: 'ink-soft', 'font-style': 'italic' });
	const room = height - heading.height - 6;
	const list = columnsOf(items, columns, room, more, events.length - items.length);
	return list.height > 0 ? { ...pile([heading, list], 6), told: list.told } : NO_LIST;
}

/** How wide the numbers of a list stand, with the room after them. */
function gutterOf(count: number): number {
	return textWidth('0'.repeat(String(count).length), { size: TITLE.size, semibold: true }) + 7;
}

function entry(
	{ event, number, match, sources }: NumberedEvent,
	content: FigureContent,
	absent: Absence,
	width: number,
	gutter: number
): Block {
	const indent = gutter + BESIDE;
	const { role, shape, variant } = content.look(event);
	const place = content.dossier.places.find(({ id }) => id === event.place);
	const where = place ? nameIn(place.names, content.language).name : '';
	// On one line.
	const why = absent.replaceAll(' ', '\u00a0');
	const cited = sources.length > 0 ? ` [${numbersInShort(sources).join(',\u00a0')}]` : '';
	const detail = [whenInWords(event.when), where, why].filter(Boolean).join(' · ') + cited;
	const text = pile([
		wrappedBlock(
			event.title,
			width - indent,
			{ ...TITLE, semibold: event.id === content.view.event },
			2
		),
		wrappedBlock(detail, width - indent, DETAIL, 2, { fill: 'ink-soft' })
	]);
	return {
		height: text.height,
		draw: (left, top) => [
			...textBlock([String(number)], { ...TITLE, semibold: true }, { 'text-anchor': 'end' }).draw(
				left + gutter - 7,
				top
			),
			node(
				'g',
				{
					transform: `translate(${left + gutter + SYMBOL / 2} ${top + (TITLE.size * LEADING) / 2})`
				},
				[symbolNode({ role, shape, variant, x: 0, faint: match === 'possible' }, SYMBOL)]
			),
			...text.draw(left + indent, top)
		]
	};
}
