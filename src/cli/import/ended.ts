import { DamagedFile } from '../../lib/core/columns/events-file';
import { Unusable } from '../../lib/core/import/read/table';
import { TooLong } from './put';

/** Why an import ended early, for a person; nothing of the dossier has changed then. */
export function endInWords(error: unknown, path: string): string {
	if (error instanceof Unusable) return `${path}: ${error.message}`;
	if (error instanceof TooLong) return error.message;
	if (error instanceof DamagedFile)
		return `events.dateline of the dossier is damaged: ${error.message} Nothing was imported.`;
	const { code } = error as NodeJS.ErrnoException;
	if (code === 'ENOSPC' || code === 'EDQUOT')
		return 'There is no room left on the disk: nothing was imported, and the dossier is as it was.';
	if (code === undefined) throw error;
	return `The import could not go on (${code}): ${(error as Error).message}. Nothing was imported, and the dossier is as it was.`;
}
