import { DamagedFile, EVENTS_FILE } from '../../core/columns/events-file';
import type { Note } from '../../core/dossier/note';
import { NoFile } from './file';

/** What is wrong with the file; throws what no file is to blame for. */
export function noteOf(error: unknown): Note {
	const file = EVENTS_FILE;
	if (error instanceof NoFile) {
		const { expected, found, mend } = error;
		return { file, expected, found, mend: `${mend} ${REST}` };
	}
	if (!(error instanceof DamagedFile)) throw error;
	const [, part = '', expected, found, mend] = DAMAGE.exec(error.message) ?? [];
	if (expected === undefined || found === undefined || mend === undefined)
		return { file, expected: 'a whole file', found: error.message, mend: REST };
	return { file, ...(part && { feature: part }), expected, found, mend: `${mend} ${REST}` };
}

const REST = 'Until then the dossier is served without these events.';

/** As `damaged` of core/columns/file writes it. */
const DAMAGE = /^[^,:]+(?:, ([^:]+))?: expected ([^]*?); found ([^]*?)\. ([^]*)$/;
