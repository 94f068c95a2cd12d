import type { Box } from '../view/area';
import { isUnplaced, PER_DEGREE } from './columns';
import { eachInRange, type FilteredRows } from './filter';

/** What is shown at a place and lies outside a map. */
export interface PlaceOutside {
	/** Of the place. */
	id: string;
	count: number;
	/** The box that holds their spots, in degrees; it never lies across ±180°. */
	west: number;
	south: number;
	east: number;
	north: number;
}

/** The order in which places outside a map are named. */
export const mostFirst = (a: PlaceOutside, b: PlaceOutside): number =>
	b.count - a.count || (a.id < b.id ? -1 : 1);

/**
 * The places of the rows that are shown and lie outside a box, those with most rows first, ids deciding. A row is counted at
 * its own place; one without a name is at none.
 */
export function placesOutside(
	{
		columns,
		index,
		range,
		failures
	}: Pick<FilteredRows, 'columns' | 'index' | 'range' | 'failures'>,
	box: Box
): PlaceOutside[] {
	const { lon, lat, places } = columns;
	const [west, south, east, north] = [box.west, box.south, box.east, box.north].map(
		(degrees) => degrees * PER_DEGREE
	) as [number, number, number, number];
	const found: (PlaceOutside | undefined)[] = [];
	eachInRange(columns, index, range, (row) => {
		if (failures[row] !== 0 || isUnplaced(columns, row)) return;
		const [x, y] = [lon[row] as number, lat[row] as number];
		const across = west <= east ? x >= west && x <= east : x >= west || x <= east;
		if (across && y >= south && y <= north) return;
		const first = places.starts[row] as number;
		if (first === places.starts[row + 1]) return;
		// The place's own id comes before those that it lies within.
		const number = places.values[first] as number;
		const at = (found[number] ??= {
			id: places.ids[number] as string,
			count: 0,
			west: x,
			south: y,
			east: x,
			north: y
		});
		at.count++;
		at.west = Math.min(at.west, x);
		at.south = Math.min(at.south, y);
		at.east = Math.max(at.east, x);
		at.north = Math.max(at.north, y);
	});
	return found
		.filter((place) => place !== undefined)
		.sort(mostFirst)
		.map((place) => ({
			...place,
			west: place.west / PER_DEGREE,
			south: place.south / PER_DEGREE,
			east: place.east / PER_DEGREE,
			north: place.north / PER_DEGREE
		}));
}
