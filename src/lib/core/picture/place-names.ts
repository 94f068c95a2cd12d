import { calendarOf } from '../date/day';
import { datesInShort } from '../date/words';
import type { Dossier } from '../dossier/dossier';
import { markedName } from '../place/names';
import { LETTERING } from './cartography';
import type { StackMark } from './stack-mark';
import type { Stack } from './stacks';

/** Widths in pixels, half of them, that a name keeps clear of a symbol's middle. */
export const CLEARANCES = [14, 20, 26, 32, 38, 44, 50, 56, 64, 72] as const;

/** Pixels that a name above or below keeps from a symbol's middle. */
export const CLEAR_ABOVE = 17;

/** Text size of place names on the map, in pixels: what an em of their offset is. */
export const NAME_SIZE = LETTERING.places.size[0][1];

/** What lettering must not lie on, in pixels about a symbol's middle. */
export function clearBox(clear: number): { width: number; height: number } {
	return { width: 2 * clear - 4, height: 26 };
}

/** A stack that is lettered: its symbol is kept clear of names, its own and the ground's. */
export interface Lettered extends Stack {
	mark: Pick<StackMark, 'width'>;
}

/** What is lettered beside a stack. */
export interface PlaceName {
	/** Of its first place, with how many others it holds; empty where the dossier names none. */
	name: string;
	/** Of the events that it holds, in short. */
	dates: string;
	water: boolean;
	/** One of `CLEARANCES`. */
	clear: number;
}

const WATERS = new Set(['lake', 'river', 'sea']);

/** @param language of the place names */
export function placeNamesOf(
	{ places }: Pick<Dossier, 'places'>,
	stacks: readonly Lettered[],
	language: string
): PlaceName[] {
	const known = new Map(places.map((place) => [place.id, place]));
	const years = new Set<number>();
	for (const { events } of stacks)
		for (const { event } of events)
			if (event.when && Number.isFinite(event.when.first))
				years.add(calendarOf(event.when.first).year);
	return stacks.map(({ spots, events, mark }) => {
		const place = known.get(spots[0]?.place ?? '');
		const others = new Set(spots.slice(1).map((spot) => spot.place ?? spot.id)).size;
		const name = place ? markedName(place.names, language) : '';
		const dates = datesInShort(
			events.map(({ event }) => event.when),
			years.size > 1
		);
		return {
			name: others > 0 ? `${name} +${others}`.trim() : name,
			// On one line: a date is read whole. MapLibre breaks lines after an en dash, but not after a minus.
			dates: dates.replaceAll(' ', '\u00a0').replaceAll('–', '\u2212'),
			water: WATERS.has(place?.kind ?? ''),
			clear: CLEARANCES.find((half) => half >= mark.width / 2 + 4) ?? (CLEARANCES.at(-1) as number)
		};
	});
}
