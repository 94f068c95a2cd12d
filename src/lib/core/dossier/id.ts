import { shown, type Note } from './note';

/** The id, or the first of `id-2`, `id-3` … that is not taken. */
export function untaken(id: string, isTaken: (id: string) => boolean): string {
	if (!isTaken(id)) return id;
	let number = 2;
	while (isTaken(`${id}-${number}`)) number++;
	return `${id}-${number}`;
}

/** Records that share an id are all kept, in their order: the second as `<id>-2`, until it has an id of its own. */
export function withOwnIds<T extends { id: string }>(
	file: string,
	records: readonly T[],
	notes: Note[]
): T[] {
	const taken = new Set(records.map(({ id }) => id));
	const seen = new Set<string>();
	return records.map((record) => {
		if (!seen.has(record.id)) {
			seen.add(record.id);
			return record;
		}
		const id = untaken(record.id, (id) => taken.has(id));
		taken.add(id);
		notes.push({
			file,
			feature: record.id,
			field: 'id',
			expected: 'an id that no other has',
			found: `${shown(record.id)} a second time`,
			mend: `Give the second one an id of its own, which its links then keep; until then it is shown as ${id}.`
		});
		return { ...record, id };
	});
}
