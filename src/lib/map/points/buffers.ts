import { NOWHERE, PER_DEGREE, type Columns } from '../../core/columns/columns';
import type { DateIndex } from '../../core/columns/dates';
import { variantOf } from '../../core/picture/symbols';
import { STATUSES } from '../../core/view/view';
import { fixedPoint } from './fixed';
import { BITS, packLook, type PointLook } from './look';

/** What the graphics card is handed once, by row; the days it takes from the columns as they are. */
export interface PointBuffers {
	/** x and y of each row in units of the world (fixed.ts); 0, 0 for a row that is listed only. */
	positions: Uint32Array;
	/** See look.ts. */
	looks: Uint32Array;
	/** Rows that have a spot. */
	placed: number;
}

/** @param looks by the number of a type; a type beyond them looks as the first does */
export function pointBuffers(
	columns: Columns,
	{ isWide }: DateIndex,
	looks: readonly PointLook[]
): PointBuffers {
	const { length, lon, lat, type, precision, status, contested, sure } = columns;
	const positions = new Uint32Array(2 * length);
	const packed = new Uint32Array(length);
	let placed = 0;
	// By type, status and contested: an object a row would cost more than all the rest.
	const bases = new Map<number, number>();
	for (let row = 0; row < length; row++) {
		const hidden = lat[row] === NOWHERE;
		if (!hidden) {
			const at = fixedPoint([(lon[row] as number) / PER_DEGREE, (lat[row] as number) / PER_DEGREE]);
			positions[2 * row] = at.x;
			positions[2 * row + 1] = at.y;
			placed++;
		}
		const key =
			((type[row] as number) << 8) | ((status[row] as number) << 1) | (contested[row] as number);
		let base = bases.get(key);
		if (base === undefined) {
			const look = looks[type[row] as number] ?? looks[0] ?? { role: 'armed', shape: 'diamond' };
			const variant = variantOf({
				status: STATUSES[status[row] as number] ?? 'reported',
				overdue: false,
				contested: contested[row] === 1
			});
			base = packLook({ ...look, variant, precision: 0, sure: false, wide: false, hidden: false });
			bases.set(key, base);
		}
		packed[row] =
			base |
			packFlags(precision[row] as number, sure[row] as number, isWide[row] as number, hidden);
	}
	return { positions, looks: packed, placed };
}

function packFlags(precision: number, sure: number, wide: number, hidden: boolean): number {
	return (
		(precision << BITS.precision) |
		(sure << BITS.sure) |
		(wide << BITS.wide) |
		(Number(hidden) << BITS.hidden)
	);
}
