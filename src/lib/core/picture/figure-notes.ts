import { bylineOf, factsOf } from '../notes/said';
import type { ShownNote } from '../notes/filter';
import { columnsIn, columnsOf, pile, textBlock, wrappedBlock, type Block } from './figure-blocks';
import type { FigureContent } from './figure-content';
import { HEADING } from './figure-key';
import { noteLetters } from './notes';

const TEXT = { size: 11 };
const FACTS = { size: 10.5 };
const COLUMN = 270;
const GUTTER = 24;
/** Lines of one note: a report has the whole of it. */
const MOST_LINES = 8;
/** Notes that a figure lists at most. */
const MOST_NOTES = 60;

/** The author's notes of what a figure shows, under the letters that they have on its map. */
export function notesBlock({ shownNotes }: FigureContent, width: number, height: number): Block {
	if (shownNotes.length === 0) return { height: 0, draw: () => [] };
	const heading = textBlock(['Notes by the author'], HEADING);
	const columns = columnsIn(width, COLUMN, 4);
	const letters = noteLetters(shownNotes);
	const items = shownNotes
		.slice(0, MOST_NOTES)
		.map((shown) => entry(shown, letters.get(shown.note.id) ?? '', columns.width));
	const more = (left: number) =>
		textBlock([`and ${left} more`], TEXT, { fill: 'ink-soft', 'font-style': 'italic' });
	const room = height - heading.height - 6;
	const list = columnsOf(items, columns, room, more, shownNotes.length - items.length);
	return list.height > 0 ? pile([heading, list], 6) : { height: 0, draw: () => [] };
}

function entry(shown: ShownNote, letter: string, width: number): Block {
	const column = width - GUTTER;
	const said = `${bylineOf(shown.note)} · ${factsOf(shown)}`;
	const text = pile([
		wrappedBlock(shown.note.text, column, TEXT, MOST_LINES),
		wrappedBlock(said, column, FACTS, 2, { fill: 'ink-soft' })
	]);
	return {
		height: text.height,
		draw: (left, top) => [
			...textBlock([letter], { ...TEXT, semibold: true }).draw(left, top),
			...text.draw(left + GUTTER, top)
		]
	};
}
