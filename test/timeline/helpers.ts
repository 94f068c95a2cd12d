import fc from 'fast-check';
import { formatDay, parseDay } from '../../src/lib/core/date/day';
import type { DayRange } from '../../src/lib/core/date/match';
import { parseWhen } from '../../src/lib/core/date/when';
import { ROLES } from '../../src/lib/core/dossier/schema';
import { ROLE_SHAPES } from '../../src/lib/core/picture/symbols';
import type { Axis } from '../../src/lib/timeline/axis';
import { binEvents, datedEvents, type TimelineEvent } from '../../src/lib/timeline/bins';

export const day = (text: string) => parseDay(text) as number;

let count = 0;

/** An event of an EDTF date; null: without one. */
export function event(edtf: string | null, role = ROLES[count++ % ROLES.length]): TimelineEvent {
	const parsed = edtf === null ? undefined : parseWhen(edtf);
	if (parsed && !parsed.ok) throw new Error(`${edtf} is no date.`);
	const known = role ?? 'armed';
	return {
		id: `event-${count++}`,
		title: `Something on ${edtf}`,
		when: parsed?.ok ? parsed.when : null,
		role: known,
		shape: ROLE_SHAPES[known]
	};
}

/** The bins of events of these dates. */
export const binned = (axis: Axis, ...dates: readonly (string | null)[]) =>
	binEvents(datedEvents(dates.map((date) => event(date))).events, axis);

export const FIRST = day('1990-01-01');
export const LAST = day('2030-12-31');
export const anyDay = fc.integer({ min: FIRST, max: LAST });

const isoDays = anyDay.map(formatDay);
/** Dates of every kind that the axis has to place. */
export const anyDate: fc.Arbitrary<string | null> = fc.oneof(
	{ weight: 5, arbitrary: isoDays },
	isoDays.map((text) => `${text}~`),
	isoDays.map((text) => text.slice(0, 7)),
	isoDays.map((text) => text.slice(0, 4)),
	isoDays.map((text) => `${text.slice(0, 3)}X`),
	isoDays.map((text) => `${text}/..`),
	isoDays.map((text) => `../${text}`),
	fc.tuple(anyDay, fc.nat(400)).map(([from, by]) => `${formatDay(from)}/${formatDay(from + by)}`),
	fc.constant(null)
);

export const anyWindow = fc
	.record({
		start: fc.double({ min: FIRST, max: LAST - 400, noNaN: true }),
		span: fc.oneof(
			fc.double({ min: 7, max: 60, noNaN: true }),
			fc.double({ min: 60, max: 1000, noNaN: true }),
			fc.double({ min: 1000, max: 400_000, noNaN: true })
		)
	})
	.map(({ start, span }) => ({ start, span }));
export const anyWidth = fc.integer({ min: 260, max: 3000 });

export const anyRange: fc.Arbitrary<DayRange> = fc
	.tuple(fc.option(anyDay, { nil: undefined }), fc.option(anyDay, { nil: undefined }))
	.map(([a, b]) =>
		a !== undefined && b !== undefined && a > b ? { from: b, to: a } : { from: a, to: b }
	);
