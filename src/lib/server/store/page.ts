import { resolve } from '$app/paths';
import { EVENTS_FILE } from '../../core/columns/events-file';
import { FIRST_ROWS, MOST_IN_PAGE, type ColumnsPage } from '../../core/columns/page';
import { STATIC } from '../../core/hosting';
import type { AskedPage } from '../../core/store/page';
import type { Dossier } from '../../core/dossier/dossier';
import type { Note } from '../../core/dossier/note';
import type { ReadableDossier } from '../respond';
import { subsetOf } from './subset';

/** Where a client finds what of a dossier's places and sources is not in its page. */
export const REST_FILE = 'rest.json';

/** What a page is given of a dossier. */
interface PageDossier {
	dossier: Dossier;
	notes: Note[];
	/** Where its events stand in a file that the browser reads. */
	columns?: ColumnsPage | undefined;
	/** Where they stay here, and the browser asks. */
	asked?: AskedPage | undefined;
}

/**
 * A dossier for its page: one with all its events as it is; of one whose events stand in a store what
 * does not grow with them, and the first rows that the address shows.
 * @param query of the address, with its `?`
 */
export async function pageDossier(loaded: ReadableDossier, query: string): Promise<PageDossier> {
	const { dossier, store, events, notes } = loaded;
	if (!store) return { dossier, notes };
	const subset = await subsetOf(loaded, query, { limit: FIRST_ROWS });
	const first = subset.dossier;
	const fits = (items: readonly unknown[]) => items.length <= MOST_IN_PAGE;
	const whole = fits(dossier.places) && fits(dossier.sources);
	const { id } = dossier.header;
	const page = {
		rev: store.rev,
		total: store.total,
		// Its stories and notes are the dossier's.
		firstRows: { ...first, stories: [] },
		...(!whole && { rest: addressOfFile(id, `${REST_FILE}?rev=${loaded.rev}`) })
	};
	const isHeld = events !== undefined && store.total <= mostHeld();
	return {
		dossier: {
			...dossier,
			places: fits(dossier.places) ? dossier.places : first.places,
			sources: fits(dossier.sources) ? dossier.sources : first.sources
		},
		notes: [...notes, ...subset.notes.slice(0, MOST_NOTES)],
		...(isHeld
			? {
					columns: {
						...page,
						url: addressOfFile(id, `${EVENTS_FILE}?rev=${store.rev}`),
						bytes: events.source.bytes
					}
				}
			: {
					asked: {
						...page,
						url: addressOfFile(id, 'store'),
						...(subset.missing && { missing: subset.missing })
					}
				})
	};
}

/** Most events that a browser is handed as columns, some 10 MB; of more it asks the server. A static folder answers nothing. */
const MOST_HELD = 4_000_000;

function mostHeld(): number {
	if (STATIC) return Infinity;
	const own = process.env['DATELINE_HELD'];
	return own !== undefined && /^\d{1,12}$/.test(own) ? Number(own) : MOST_HELD;
}

/** Notes on records of one page that are told on it. */
const MOST_NOTES = 20;

/** Seen from the dossier's page, which in a static folder may lie under any path. */
function addressOfFile(id: string, name: string): string {
	return STATIC ? name : `${resolve('/[dossier]', { dossier: id })}/${name}`;
}
