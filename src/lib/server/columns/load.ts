import { checkDossier, checkFrame, type CheckResult } from '../../core/dossier/check';
import type { DossierFolder } from '../read-folder';
import { revOf, revWithEvents } from '../rev';
import type { Store } from '../../core/store/store';
import { noteOf } from './damage';
import { columnsStore } from './store';
import { completeFrame } from '../store/frame';
import { openEventsIn, type OpenEvents } from './open';

/** What the check made of a folder. */
export interface LoadedFolder extends CheckResult {
	/** The content hash of its files; see `revOf`. */
	rev: string;
	/** What is asked of its events, where the dossier itself has none. */
	store?: Store | undefined;
	/** The file that they stand in, where it is one. */
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
		const store = columnsStore(frame.dossier, events);
		const dossier = await completeFrame(frame, store);
		const rev = revWithEvents(revOf(files), events.rev);
		return { dossier, notes: frame.notes, rev, events, store };
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
