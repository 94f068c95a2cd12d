import type { Axis } from './axis';
import { binOf, type CountedBins, type DatedEvent } from './bins';
import { barUnit, PLOT, STRIP } from './layout';
import type { Marks } from './marks';

/**
 * Where an event's date stands, in pixels from the axis' upper left corner: its mark, else the top of
 * the bar that it is counted in. Undefined where it is out of sight.
 */
export function placeOf(
	item: DatedEvent,
	bins: CountedBins,
	marks: Marks | undefined,
	axis: Axis
): { x: number; y: number } | undefined {
	const ground = STRIP + PLOT;
	if (marks) {
		const mark = marks.marks.find(({ event }) => event.id === item.event.id);
		return mark && { x: mark.at * axis.width + mark.dx, y: ground - mark.up };
	}
	if (item.last < axis.window.start || item.first >= axis.end) return undefined;
	const bin = binOf(bins.bins, item.middle);
	if (!bin) return undefined;
	const middle = (axis.heldFraction(bin.first) + axis.heldFraction(bin.last + 1)) / 2;
	const high = bin.count * barUnit(bins.highest);
	return { x: middle * axis.width, y: ground - high };
}
