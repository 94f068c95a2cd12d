import { calendarOf } from '../core/date/day';
import { monthInWords, whenInWords } from '../core/date/words';
import type { DossierEvent } from '../core/dossier/dossier';
import type { ShownEvent } from '../core/view/filter';
import type { ListOrder } from '../core/view/order';
import type { Group } from './list-window';

/** The list of a view: its rows in order, and the headings that they stand under. */
interface EventRows {
	rows: readonly ShownEvent[];
	groups: readonly Group[];
}

/** The events of the list under their headings: those of the dossier's own time, then its background. */
export function rowsOf({ own, background }: ListOrder): EventRows {
	const groups: Group[] = [];
	const times = new Map<string, number>();
	const add = (items: readonly ShownEvent[], prefix: string) => {
		let last: Group | undefined;
		for (const { event } of items) {
			const heading = prefix + headingOf(event);
			if (last?.heading === heading) {
				last.end++;
				continue;
			}
			const first = groups.at(-1)?.end ?? 0;
			const time = (times.get(heading) ?? 0) + 1;
			times.set(heading, time);
			last = { key: `${heading} ${time}`, heading, first, end: first + 1 };
			groups.push(last);
		}
	};
	add(own, '');
	add(background, 'Background: ');
	return { rows: background.length > 0 ? [...own, ...background] : own, groups };
}

const headings = new WeakMap<DossierEvent, string>();

/** Under what heading an event stands: the month it begins in, or the year where it is no finer. */
function headingOf(event: DossierEvent): string {
	let heading = headings.get(event);
	if (heading === undefined) headings.set(event, (heading = makeHeading(event)));
	return heading;
}

function makeHeading({ when }: DossierEvent): string {
	if (!when) return 'Date not known';
	const { start } = when;
	if (typeof start === 'string') return 'Beginning not known';
	if (start.unit === 'decade' || start.unit === 'century') return whenInWords(when);
	if (start.unit !== 'day' && start.unit !== 'month') return String(start.year);
	return monthInWords(calendarOf(start.first));
}
