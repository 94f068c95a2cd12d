import { nameWords, type NameWords } from '../../../core/columns/search';
import { parseDay, type Day } from '../../../core/date/day';
import { checkFrame, type DossierFile } from '../../../core/dossier/check';
import type { Database } from './connect';
import { Query, run } from './query';
import type { Terms } from './terms';

/** What of a dossier's other files is asked together with its events. */
export interface Frame {
	/** What was over before this day stands last in the list; undefined: nothing does. */
	opening: Day | undefined;
	/** Of the names of the terms, in the order of their numbers there. */
	names: NameWords;
	/** Numbers in the order of `names`. */
	numbers: Record<keyof NameWords, readonly number[]>;
}

export async function readFrame(
	sql: Database,
	dossier: { number: number; id: string },
	terms: Terms
): Promise<Frame> {
	const query = new Query();
	const rows = await run<{ name: DossierFile; content: string }>(
		sql,
		`SELECT name, content FROM dateline.files
		WHERE dossier = ${query.int(dossier.number)} AND name IN ('dossier.json', 'places.geojson')`,
		query
	);
	const encoder = new TextEncoder();
	const files = Object.fromEntries(
		rows.map(({ name, content }) => [name, encoder.encode(content)])
	);
	const { dossier: frame } = checkFrame(dossier.id, files);
	const listed = (kind: keyof NameWords) => ({ ids: [...terms[kind].ids.values()] });
	const numbers = (kind: keyof NameWords) => [...terms[kind].ids.keys()];
	return {
		opening: parseDay(frame.header.openingView.from ?? ''),
		names: nameWords(frame, {
			places: listed('places'),
			actors: listed('actors'),
			publishers: listed('publishers')
		}),
		numbers: {
			places: numbers('places'),
			actors: numbers('actors'),
			publishers: numbers('publishers')
		}
	};
}
