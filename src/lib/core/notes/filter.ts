import type { DayRange, Match } from '../date/match';
import type { When } from '../date/when';
import type { AuthorNote } from './note';

/** A note that the view shows, and whether it certainly belongs to the chosen dates. */
export interface ShownNote {
	note: AuthorNote;
	match: Exclude<Match, 'outside'>;
}

/**
 * How the days on which a note shows stand to a range. Unlike an event, which has to lie in the range, a note
 * has to overlap it: it says something of each of its days. Without `when` it is certain always; with a mark
 * of doubt (`~`, `?`, `%`) it is never more than possible, and reaches one unit further; beyond an end that
 * is not known it is possible. With no range at all everything is certain.
 */
export function matchNote(when: When | null, range: DayRange): Match {
	return stateOf(boundsOf(when), 0, range.from ?? -Infinity, range.to ?? Infinity);
}

/**
 * The filter over notes, their bounds worked out once: a step of the slider compares numbers. As long as the
 * same notes pass in the same way its result is the same array.
 */
export function createNoteFilter(
	notes: readonly AuthorNote[]
): (range: DayRange) => readonly ShownNote[] {
	const bounds = new Float64Array(4 * notes.length);
	notes.forEach(({ when }, i) => bounds.set(boundsOf(when), 4 * i));
	let states: Match[] | undefined;
	let shown: readonly ShownNote[] = [];
	return ({ from = -Infinity, to = Infinity }) => {
		const before = states;
		const now = notes.map((_, i) => stateOf(bounds, 4 * i, from, to));
		if (before && now.every((state, i) => state === before[i])) return shown;
		states = now;
		shown = notes.flatMap((note, i): ShownNote[] => {
			const match = now[i] as Match;
			return match === 'outside' ? [] : [{ note, match }];
		});
		return shown;
	};
}

/** First and last day that are possible, first and last that are certain; the latter crossed for none. */
function boundsOf(when: When | null): Float64Array {
	if (!when) return Float64Array.of(-Infinity, Infinity, -Infinity, Infinity);
	const { first, last, start, end } = when;
	const sure = when.doubtful
		? [Infinity, -Infinity]
		: [
				start === 'unknown' && typeof end !== 'string' ? end.first : first,
				end === 'unknown' && typeof start !== 'string' ? start.last : last
			];
	return Float64Array.of(when.possibleFirst, when.possibleLast, ...sure);
}

function stateOf(bounds: Float64Array, at: number, from: number, to: number): Match {
	if (from === -Infinity && to === Infinity) return 'certain';
	const [first, last, sureFirst, sureLast] = bounds.subarray(at, at + 4) as unknown as [
		number,
		number,
		number,
		number
	];
	if (last < from || first > to) return 'outside';
	return sureFirst <= sureLast && sureLast >= from && sureFirst <= to ? 'certain' : 'possible';
}
