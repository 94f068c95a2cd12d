import { LISTS, type Columns } from './columns';
import type { RowNumbers } from './row';

/** What columns say of a row, as numbers in their own dictionaries; days and positions in the units of `Columns`. */
export function numbersOfRow(columns: Columns, row: number): Omit<RowNumbers, 'id' | 'sources'> {
	const at = (values: ArrayLike<number>) => values[row] as number;
	const [places, actors, publishers] = LISTS.map((name) => {
		const { starts, values } = columns[name];
		return [...values.subarray(starts[row], starts[row + 1])];
	}) as [number[], number[], number[]];
	return {
		first: at(columns.first),
		last: at(columns.last),
		possibleFirst: at(columns.possibleFirst),
		possibleLast: at(columns.possibleLast),
		sure: at(columns.sure) === 1,
		lon: at(columns.lon),
		lat: at(columns.lat),
		type: at(columns.type),
		precision: at(columns.precision),
		status: at(columns.status),
		contested: at(columns.contested) === 1,
		known: at(columns.known),
		settled: at(columns.settled),
		places,
		actors,
		publishers
	};
}
