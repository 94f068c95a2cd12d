import { matchRange, type DayRange } from '../../core/date/match';
import { rangeInWords } from '../../core/date/words';
import { createNoteFilter } from '../../core/notes/filter';
import type { ShownEvent } from '../../core/view/filter';
import { readData } from '../data';
import { offMapInWords } from '../picture';
import { byId } from './elements';
import { List } from './list';
import { MapPicture } from './map';
import { NoteList } from './notes';
import { TimeSlider } from './time';

/** Makes the file answer: one range of days, and list, map, slider and counts that follow it. */
function start(): void {
	const data = readData(byId('data').textContent ?? '');
	const { events } = data.dossier;
	let selected = data.selected;
	let range = data.range;

	const map = new MapPicture(data, (ids) => list.goTo(ids));
	const list = new List(events, (id) => {
		selected = id;
		map.show(shown(), selected, notesIn(range));
	});
	const time = new TimeSlider(data, (next) => {
		range = next;
		show();
	});
	const count = byId('count');
	const notes = new NoteList();
	const notesIn = createNoteFilter(data.dossier.notes);

	function shown(): ShownEvent[] {
		return events.flatMap((event) => {
			const match = matchRange(event.when, range);
			return match === 'outside' ? [] : [{ event, match }];
		});
	}
	function show() {
		const items = shown();
		list.show(items);
		const noted = notesIn(range);
		map.show(items, selected, noted);
		notes.show(noted);
		time.show(range);
		count.textContent = inWords(items.length, events.length, range);
		byId('off-map').textContent = offMapInWords(data.picture, items);
	}
	show();
}

/** `12 of 34 events, 12 to 18 May 2021`. */
function inWords(shown: number, all: number, { from, to }: DayRange): string {
	return `${shown} of ${all} ${all === 1 ? 'event' : 'events'}, ${rangeInWords(from, to)}`;
}

start();
