import { checkDossier, checkFrame, type CheckResult } from '../../core/dossier/check';
import type { DossierFolder } from '../read-folder';
import { revOf, revWithEvents } from '../rev';
import { noteOf } from './damage';
import { completeFrame } from './frame';
import { openEventsIn, type OpenEvents } from './open';

/** What the check made of a folder. */
export interface LoadedFolder extends CheckResult {
	/** The content hash of its files; see `revOf`. */
	rev: string;
	/** Its events, where they stand in events.dateline: then the dossier itself has none. */
	events?: OpenEvents | undefined;
}

/**
 * A dossier of a folder's files. Where events.dateline is not to be read that is a note, and the rest is there.
 * @param id the folder's name
 */
export async function loadFolder(
	id: string,
	folder: string,
	files: DossierFolder['files']
): Promise<LoadedFolder> {
	const events = await openEventsIn(folder);
	if (!events) return { ...checkDossier(id, files), rev: revOf(files) };
	if (!('columns' in events)) return withoutEvents(id, files, events);
	const frame = checkFrame(id, files);
	try {
		const dossier = await completeFrame(frame, events.file, events.columns);
		return { dossier, notes: frame.notes, rev: revWithEvents(revOf(files), events.rev), events };
	} catch (error) {
		events.source.leave();
		return withoutEvents(id, files, noteOf(error));
	}
}

/** The other files, where events.geojson may have been left; that there is none is no fault beside the note. */
function withoutEvents(
	id: string,
	files: DossierFolder['files'],
	note: CheckResult['notes'][number]
): LoadedFolder {
	const { dossier, notes } = checkDossier(id, files);
	const others = files['events.geojson']
		? notes
		: notes.filter(({ file }) => file !== 'events.geojson');
	return { dossier, notes: [note, ...others], rev: revOf(files) };
}
