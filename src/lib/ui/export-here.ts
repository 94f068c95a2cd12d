import type { Day } from '../core/date/day';
import type { Dossier } from '../core/dossier/dossier';
import { EXPORT_FILES, fileName } from '../core/exchange/files';
import type { ExportName } from '../core/exchange/names';
import { exportView } from '../core/exchange/view';

/**
 * Gives the reader a view as a file, written by the browser itself: where no server reads a query, the file
 * at the address holds the whole dossier, whatever is asked for.
 * @param home address of the dossier's page, with no slash at its end
 */
export function exportHere(
	whole: Dossier,
	query: string,
	today: Day,
	home: string,
	name: ExportName
): void {
	const view = exportView(whole, query, today, home);
	const { type, write } = EXPORT_FILES[name];
	const link = document.createElement('a');
	link.href = URL.createObjectURL(new Blob([write(view)], { type }));
	link.download = fileName(view, name);
	link.click();
	// A browser takes the file up in its own time.
	setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}
