import type { Day } from '../core/date/day';
import type { DossierEvent } from '../core/dossier/dossier';
import { ROLES, type Role } from '../core/dossier/schema';
import type { Extent } from './controller';

/** One stretch of the axis with the number of events of each role that it holds. */
export interface Bar {
	first: Day;
	last: Day;
	/** In the order of the roles; roles without events are left out. */
	stack: { role: Role; count: number; possible: boolean }[];
	total: number;
}

export interface Bars {
	bars: Bar[];
	/** The highest bar's number of events; 0 where there are none. */
	highest: number;
	/** Events before and after the axis, or too coarsely dated to stand in one stretch of it. */
	before: number;
	after: number;
	undated: number;
}

/**
 * Counts the events in equal stretches of the axis. An event stands in the stretch of the middle
 * of its bounds; one whose date is in doubt or spans more than a stretch counts as possible.
 * @param days length of a stretch
 */
export function countBars(
	events: readonly DossierEvent[],
	roleOf: (event: DossierEvent) => Role,
	extent: Extent,
	days: number
): Bars {
	const bars: Bar[] = [];
	for (let first = extent.first; first <= extent.last; first += days)
		bars.push({ first, last: Math.min(first + days - 1, extent.last), stack: [], total: 0 });
	const result: Bars = { bars, highest: 0, before: 0, after: 0, undated: 0 };
	for (const event of events) {
		const { when } = event;
		if (!when) {
			result.undated++;
			continue;
		}
		const first = when.first === -Infinity ? when.last : when.first;
		const last = when.last === Infinity ? when.first : when.last;
		const middle = Math.floor((first + last) / 2);
		if (middle < extent.first) result.before++;
		else if (middle > extent.last) result.after++;
		else {
			const bar = bars[Math.floor((middle - extent.first) / days)] as Bar;
			const possible = when.doubtful || when.first < bar.first || when.last > bar.last;
			const role = roleOf(event);
			const part = bar.stack.find((item) => item.role === role && item.possible === possible);
			if (part) part.count++;
			else bar.stack.push({ role, count: 1, possible });
			bar.total++;
			result.highest = Math.max(result.highest, bar.total);
		}
	}
	for (const bar of bars)
		bar.stack.sort(
			(a, b) =>
				Number(a.possible) - Number(b.possible) || ROLES.indexOf(a.role) - ROLES.indexOf(b.role)
		);
	return result;
}
