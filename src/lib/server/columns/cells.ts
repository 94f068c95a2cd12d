import { PER_DEGREE, type Columns } from '../../core/columns/columns';
import { CERTAIN, type RowState } from '../../core/columns/dates';
import { PRECISIONS } from '../../core/dossier/precisions';
import { variantOf } from '../../core/picture/symbols';
import { COARSE } from '../../core/place/precision';
import type { Cell } from '../../core/store/tile-write';
import { VARIANT_NAMES } from '../../core/store/tile';
import { worldUnits } from '../../core/store/world';
import { STATUSES } from '../../core/view/view';

/** Gives a row as a cell of its own, by its state; its id is the row's number. For rows that have a spot. */
export function cellMaker(columns: Columns): (row: number, state: RowState) => Cell {
	const { lon, lat, type, types, status, contested, precision } = columns;
	const coarse = PRECISIONS.map((name) => COARSE.has(name));
	return (row, state) => ({
		...worldUnits([(lon[row] as number) / PER_DEGREE, (lat[row] as number) / PER_DEGREE]),
		type: types[type[row] as number] as string,
		variant: VARIANT_NAMES.indexOf(
			variantOf({
				status: STATUSES[status[row] as number] ?? 'reported',
				overdue: false,
				contested: contested[row] === 1
			})
		),
		n: 1,
		sure: state === CERTAIN ? 1 : 0,
		coarse: coarse[precision[row] as number] ?? false,
		spread: false,
		id: String(row)
	});
}
