import { heldDay, NOWHERE, OPEN_AFTER, OPEN_BEFORE, PER_DEGREE } from '../columns';
import type { RowNumbers } from '../row';
import { PRECISIONS } from '../../dossier/precisions';
import { STATUSES } from '../../view/view';
import { MAX_ROWS } from './layout';

/** Days beyond this, some 700,000 years, are no days of an event. */
export const FARTHEST_DAY = 2 ** 28;

/** @throws Error that names row, field, what was expected and what is there: whoever made the row is at fault */
export function checkRow(row: RowNumbers, number: number): void {
	const expect = (sound: boolean, field: string, expected: string, found: unknown) => {
		if (!sound)
			throw new Error(
				`Row ${number} (${row.id}), ${field}: expected ${expected}; found ${String(found)}.`
			);
	};
	if (number >= MAX_ROWS) throw new Error(`A file has at most ${MAX_ROWS} rows.`);
	const first = heldDay(row.first);
	const last = heldDay(row.last);
	const early = heldDay(row.possibleFirst);
	const late = heldDay(row.possibleLast);
	const known = heldDay(row.known);
	const settled = heldDay(row.settled ?? row.known);
	const day = (value: number) => Number.isInteger(value) && Math.abs(value) <= FARTHEST_DAY;
	expect(
		day(first) || first === OPEN_BEFORE || (first === OPEN_AFTER && last === OPEN_AFTER),
		'first',
		'a day, or no bound',
		row.first
	);
	expect(
		last === OPEN_AFTER || (day(last) && last >= first),
		'last',
		'a day not before the first, or no bound',
		row.last
	);
	const open = first === OPEN_BEFORE || first === OPEN_AFTER;
	expect(
		early === OPEN_BEFORE || (!open && day(early) && early <= first),
		'possibleFirst',
		'a day not after the first, none where that is open',
		row.possibleFirst
	);
	expect(
		late === OPEN_AFTER || (day(late) && late >= last),
		'possibleLast',
		'a day not before the last, none where that is open',
		row.possibleLast
	);
	expect(known === OPEN_AFTER || day(known), 'known', 'a day, or none', row.known);
	expect(
		settled === OPEN_AFTER || (day(settled) && settled >= known),
		'settled',
		'a day not before the one from which it is known, or none',
		row.settled
	);
	expect(within(row.type, 2 ** 16), 'type', 'a number of a type', row.type);
	expect(within(row.precision, PRECISIONS.length), 'precision', 'its number', row.precision);
	expect(within(row.status, STATUSES.length), 'status', 'its number', row.status);
	if (row.lat !== NOWHERE) {
		const { lon, lat } = row;
		const sound = Number.isInteger(lon) && Math.abs(lon) <= 180 * PER_DEGREE;
		expect(sound, 'lon', 'units of a position from -180 to 180 degrees', lon);
		const level = Number.isInteger(lat) && Math.abs(lat) <= 90 * PER_DEGREE;
		expect(level, 'lat', 'units of a position from -90 to 90 degrees', lat);
	}
}

function within(value: number, end: number): boolean {
	return Number.isInteger(value) && value >= 0 && value < end;
}
