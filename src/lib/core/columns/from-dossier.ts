import type { Day } from '../date/day';
import type { Dossier } from '../dossier/dossier';
import { PRECISIONS } from '../dossier/schema';
import { knownFrom, statusOf } from '../dossier/status';
import { symbolPoint } from '../place/precision';
import { withAncestors } from '../place/within';
import { column } from '../view/table';
import { emptyColumns, heldDay, PER_DEGREE, statusNumber, type Columns } from './columns';

/**
 * The columns of a dossier that is held as objects. What counts as an event's place, actor and publisher
 * is what the filters take for it (`core/view/table.ts`).
 * @param day on which status is asked, in days since 1970-01-01
 */
export function columnsOf(dossier: Dossier, day: Day): Columns {
	const { events } = dossier;
	const columns = emptyColumns(events.length);
	const sources = new Map(dossier.sources.map((source) => [source.id, source]));
	const actors = new Set(dossier.header.actors.map(({ id }) => id));
	const types = new Map(dossier.header.types.map(({ id }, number) => [id, number]));
	const chainOf = withAncestors(dossier.places);
	columns.types = [...types.keys()];
	events.forEach((event, row) => {
		const { when } = event;
		if (when) {
			columns.first[row] = heldDay(when.first);
			columns.last[row] = heldDay(when.last);
			columns.possibleFirst[row] = heldDay(when.possibleFirst);
			columns.possibleLast[row] = heldDay(when.possibleLast);
			columns.sure[row] = Number(!when.doubtful);
		}
		const at = symbolPoint(event);
		if (at) {
			columns.lon[row] = Math.round(at[0] * PER_DEGREE);
			columns.lat[row] = Math.round(at[1] * PER_DEGREE);
		}
		columns.type[row] = types.get(event.type) ?? 0;
		columns.precision[row] = PRECISIONS.indexOf(event.precision);
		const { status, contested } = statusOf(event, sources, day);
		columns.status[row] = statusNumber(status);
		columns.contested[row] = Number(contested);
		const known = event.claims.map(({ source }) => knownFrom(sources.get(source)));
		columns.known[row] = heldDay(Math.min(...known));
		columns.settled[row] = heldDay(Math.max(...known));
	});
	columns.places = column(events, ({ place, claims }) =>
		[place, ...claims.map((claim) => claim.place)].flatMap((id) =>
			id === undefined ? [] : chainOf(id)
		)
	);
	columns.actors = column(events, (event) => [
		...event.actors,
		...event.claims.map(({ by }) => by).filter((by) => actors.has(by))
	]);
	columns.publishers = column(events, ({ claims }) =>
		claims.map(({ source }) => sources.get(source)?.publisher ?? '')
	);
	return columns;
}
