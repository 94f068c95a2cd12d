import { checkRecords } from '../../core/columns/records';
import type { EventRecord } from '../../core/columns/events-file';
import type { Dossier } from '../../core/dossier/dossier';
import type { ListPlace, Question, Store } from '../../core/store/store';
import type { Tallies } from '../../core/view/filter';

/** Events that are asked for at once. */
const AT_ONCE = 1_000;

/**
 * The first events of a list as an ordinary dossier, as the server makes them of a view: checked, with the
 * places and sources that they name and that the view filters by. Throws what the store throws.
 * @param frame the dossier without events
 */
export async function readExcerpt(
	store: Store,
	frame: Dossier,
	question: Question,
	limit: number,
	{ shown, total }: Pick<Tallies, 'shown' | 'total'>
): Promise<Dossier> {
	const records: EventRecord[] = [];
	let after: ListPlace | undefined;
	for (let more = true; more && records.length < limit;) {
		const wish = { limit: Math.min(AT_ONCE, limit - records.length), after };
		const page = await store.list(question, wish);
		for (const { record } of page.events) if (record) records.push(record);
		const last = page.events.at(-1);
		more = page.more && last !== undefined;
		after = last && {
			background: last.background,
			first: last.first,
			last: last.last,
			id: last.id
		};
	}
	const { sources, places } = question;
	const { dossier } = checkRecords(frame, records, { sources, places });
	const ids = new Set(dossier.events.map(({ id }) => id));
	return {
		...dossier,
		notes: frame.notes.filter(({ event }) => event === undefined || ids.has(event)),
		stories: [],
		excerpt: { held: records.length, shown, total }
	};
}
