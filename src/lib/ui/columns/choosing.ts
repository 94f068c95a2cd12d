import { NOWHERE, PER_DEGREE, type Columns } from '../../core/columns/columns';
import { POSSIBLE, rowState } from '../../core/columns/dates';
import { worldPoint } from '../../core/picture/camera';
import type { Stack } from '../../core/picture/stacks';
import type { LonLat } from '../../core/place/geometry';
import type { ShownEvent } from '../../core/view/filter';
import type { ColumnsViewer } from '../../state/columns/columns-viewer.svelte';
import { counted, inDigits } from '../words';

/** How many events of one spot are offered to choose from. */
export const OFFERED = 50;

/** Some events to choose from, as one stack, and what they are in words. */
export interface Offer {
	stack: Stack;
	label: string;
}

/**
 * Offers the first events of a spot; undefined where none of them can be read, or the view is another by then.
 * @param total how many there are
 */
export async function offerOf(
	viewer: ColumnsViewer,
	rows: readonly number[],
	total: number
): Promise<Offer | undefined> {
	const { result } = viewer;
	const some = rows.slice(0, OFFERED);
	const found = await viewer.eventsOf(some).catch(() => undefined);
	if (!found || !result || viewer.result?.failures !== result.failures) return undefined;
	const events = some.flatMap((row): ShownEvent[] => {
		const item = found.get(row);
		const possible = rowState(result.columns, row, result.range) === POSSIBLE;
		return item ? [{ event: item.event, match: possible ? 'possible' : 'certain' }] : [];
	});
	const [first] = rows;
	if (first === undefined || events.length === 0) return undefined;
	const at = positionOf(result.columns, first) ?? [0, 0];
	const here = `${counted(total, 'event')} here`;
	return {
		stack: { id: 'rows', at, world: worldPoint(at), spots: [], events },
		label: events.length < total ? `The first ${inDigits(events.length)} of ${here}` : here
	};
}

/** Where a row's symbol stands, in degrees; undefined where it is listed only. */
function positionOf({ lon, lat }: Columns, row: number): LonLat | undefined {
	if (lat[row] === NOWHERE) return undefined;
	return [(lon[row] as number) / PER_DEGREE, (lat[row] as number) / PER_DEGREE];
}

/** Two corners of the box that holds some rows, in degrees; none where no row has a spot. */
export function cornersOf(columns: Columns, rows: Iterable<number>): LonLat[] {
	let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity];
	for (const row of rows) {
		const at = positionOf(columns, row);
		if (!at) continue;
		west = Math.min(west, at[0]);
		east = Math.max(east, at[0]);
		south = Math.min(south, at[1]);
		north = Math.max(north, at[1]);
	}
	return west <= east
		? [
				[west, south],
				[east, north]
			]
		: [];
}

/** Whether corners lie so close to each other that no zoom parts them. */
export function isOneSpot([a, b]: readonly LonLat[]): boolean {
	return !a || !b || Math.hypot(a[0] - b[0], a[1] - b[1]) <= 1e-4;
}
