import type { EventsFile } from '../../core/columns/events-file';
import { checkRecords } from '../../core/columns/records';
import type { Dossier } from '../../core/dossier/dossier';
import type { View } from '../../core/view/view';

/**
 * Some records of a file as an ordinary dossier, as the server makes them of a view: checked, with the places and
 * sources that they name and that the view filters by. Throws DamagedFile, Unreachable.
 * @param frame the dossier without events
 */
export async function readExcerpt(
	file: EventsFile,
	frame: Dossier,
	records: readonly number[],
	{ sources, places }: Pick<View, 'sources' | 'places'>
): Promise<Dossier> {
	const found = await file.records(records);
	const { dossier } = checkRecords(
		frame,
		records.flatMap((record) => found.get(record) ?? []),
		{ sources, places }
	);
	const ids = new Set(dossier.events.map(({ id }) => id));
	return {
		...dossier,
		notes: frame.notes.filter(({ event }) => event === undefined || ids.has(event)),
		stories: []
	};
}
