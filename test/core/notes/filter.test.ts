import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dayOf, formatDay } from '../../../src/lib/core/date/day';
import { parseWhen, type When } from '../../../src/lib/core/date/when';
import { createNoteFilter, matchNote } from '../../../src/lib/core/notes/filter';
import type { AuthorNote } from '../../../src/lib/core/notes/note';

const FIRST = dayOf(2021, 1, 1);
const day = fc.integer({ min: FIRST, max: FIRST + 120 });
const span = fc.tuple(day, day).map(([a, b]) => [Math.min(a, b), Math.max(a, b)] as const);

function when(edtf: string): When {
	const read = parseWhen(edtf);
	if (!read.ok) throw new Error(edtf);
	return read.when;
}
function note(id: string, shows: When | null): AuthorNote {
	return {
		id,
		kind: 'text',
		text: id,
		when: shows,
		geometry: { type: 'Point', coordinates: [46, 39] },
		style: { tone: 'ink', dash: false }
	};
}

/** The same question asked of each day in turn, for an interval with days at both ends. */
function plainly(
	[first, last]: readonly [number, number],
	doubt: { first: boolean; last: boolean },
	[from, to]: readonly [number, number]
) {
	const some = (a: number, b: number) => {
		for (let at = from; at <= to; at++) if (at >= a && at <= b) return true;
		return false;
	};
	if (!doubt.first && !doubt.last) return some(first, last) ? 'certain' : 'outside';
	const widened = some(first - (doubt.first ? 1 : 0), last + (doubt.last ? 1 : 0));
	return widened ? 'possible' : 'outside';
}

describe('a note and a range of days', () => {
	it('agree with looking at every single day', () => {
		fc.assert(
			fc.property(span, span, fc.boolean(), fc.boolean(), (shows, range, first, last) => {
				const edtf = `${formatDay(shows[0])}${first ? '~' : ''}/${formatDay(shows[1])}${last ? '?' : ''}`;
				expect(matchNote(when(edtf), { from: range[0], to: range[1] })).toBe(
					plainly(shows, { first, last }, range)
				);
			})
		);
	});

	it('meet where one day is the last of the one and the first of the other', () => {
		const shows = when('2021-02-10/2021-02-20');
		const at = (text: string) => dayOf(2021, 2, Number(text));
		expect(matchNote(shows, { from: at('20') })).toBe('certain');
		expect(matchNote(shows, { from: at('21') })).toBe('outside');
		expect(matchNote(shows, { to: at('10') })).toBe('certain');
		expect(matchNote(shows, { to: at('9') })).toBe('outside');
	});

	it('are certain without either, and certain of an open end but only possible of an unknown one', () => {
		const later = { from: dayOf(2021, 6, 1), to: dayOf(2021, 6, 2) };
		expect(matchNote(null, later)).toBe('certain');
		expect(matchNote(when('2021-02-10~'), {})).toBe('certain');
		expect(matchNote(when('2021-02-10/..'), later)).toBe('certain');
		expect(matchNote(when('2021-02-10/'), later)).toBe('possible');
		expect(matchNote(when('2021-02-10/'), { to: dayOf(2021, 2, 10) })).toBe('certain');
		expect(matchNote(when('/2021-07-10'), later)).toBe('possible');
	});
});

describe('the filter over notes', () => {
	const intervals = fc.array(span, { maxLength: 30 });

	it('says the same as each note by itself, in the order of the notes', () => {
		fc.assert(
			fc.property(intervals, fc.array(span, { minLength: 1, maxLength: 6 }), (all, ranges) => {
				const notes = all.map(([a, b], i) =>
					note(`n${i}`, when(`${formatDay(a)}/${formatDay(b)}${i % 3 === 0 ? '~' : ''}`))
				);
				const filter = createNoteFilter(notes);
				for (const [from, to] of ranges)
					expect(filter({ from, to })).toEqual(
						notes.flatMap((item) => {
							const match = matchNote(item.when, { from, to });
							return match === 'outside' ? [] : [{ note: item, match }];
						})
					);
			})
		);
	});

	it('gives the same array as long as the same notes show in the same way', () => {
		fc.assert(
			fc.property(intervals, span, span, (all, a, b) => {
				const notes = all.map(([from, to], i) =>
					note(`n${i}`, when(`${formatDay(from)}/${formatDay(to)}`))
				);
				const filter = createNoteFilter(notes);
				const before = filter({ from: a[0], to: a[1] });
				const after = filter({ from: b[0], to: b[1] });
				const same = JSON.stringify(before) === JSON.stringify(after);
				expect(after === before).toBe(same);
			})
		);
	});
});
