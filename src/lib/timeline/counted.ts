import type { Columns } from '../core/columns/columns';
import { countBins, datedRows } from '../core/columns/histogram';
import { ROLES, type Role } from '../core/dossier/roles';
import { emptyBins, type CountedBin, type DatedEvent, type RoleCount } from './bins';
import type { TimelineData } from './data';

/**
 * The timeline of columns: bins are counted whenever the axis or the filters are others.
 * @param failures a row is of it where this is 0
 * @param roleOf the role of each type, by the type's number
 * @param selected the chosen event, whose date the timeline points at
 */
export function countedData(
	columns: Columns,
	failures: Uint16Array,
	roleOf: readonly Role[],
	selected: () => DatedEvent | undefined
): TimelineData {
	const { undated, bounds, days } = datedRows(columns, failures);
	const kindOf = Uint8Array.from(roleOf, (role) => ROLES.indexOf(role));
	return {
		bounds,
		undated,
		score: { days, last: bounds?.last ?? -Infinity },
		bins(axis) {
			const { unit, extents } = emptyBins(axis);
			const edges = [...extents.map(({ first }) => first), (extents.at(-1)?.last ?? 0) + 1];
			const { counts, before, after } = countBins(columns, failures, edges, kindOf, ROLES.length);
			let highest = 0;
			const bins = extents.map((extent, bin): CountedBin => {
				const parts = partsOf(counts.subarray(2 * bin * ROLES.length));
				const count = parts.reduce((sum, part) => sum + part.count, 0);
				highest = Math.max(highest, count);
				return { ...extent, count, parts };
			});
			return { unit, bins, highest, before, after };
		},
		find: (id) => {
			const found = selected();
			return found?.event.id === id ? found : undefined;
		}
	};
}

/** Certain ones first, then by role. */
function partsOf(counts: Uint32Array): RoleCount[] {
	return [false, true].flatMap((possible, i) =>
		ROLES.flatMap((role, kind): RoleCount[] => {
			const count = counts[i * ROLES.length + kind] as number;
			return count > 0 ? [{ role, possible, count }] : [];
		})
	);
}
