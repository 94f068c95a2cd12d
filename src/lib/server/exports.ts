import { dayAt } from '../core/date/day';
import type { Dossier } from '../core/dossier/dossier';
import { EXPORT_FILES, fileName } from '../core/exchange/files';
import type { ExportName } from '../core/exchange/names';
import { exportView } from '../core/exchange/view';
import { asFile, tooLong } from './as-file';

interface ExportRequest {
	dossier: Dossier;
	name: ExportName;
	/** As in the address, with or without `?`. */
	query: string;
	/** Address of the dossier's page, with no slash at the end. */
	home: string;
	request: Request;
}

/**
 * The answer with a view as a file: 200, 304 where the reader has the same already, 414 where the query
 * is longer than any view. A query that is not read shows everything, which as data would be wrong in
 * silence. Values that cannot be read are left out, as in the viewer, and `Dateline-Notes` says which.
 */
export function answerExport({ dossier, name, query, home, request }: ExportRequest): Response {
	const refused = tooLong(query);
	if (refused) return refused;
	const today = dayAt(Date.now());
	const view = exportView(dossier, query, today, home);
	const { type, write } = EXPORT_FILES[name];
	// The name is of the dossier's id and a day: nothing in it can end the header's quotes.
	const file = { body: write(view), type, name: fileName(view, name) };
	return asFile({ ...file, notes: view.notes, request });
}
