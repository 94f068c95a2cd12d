import type { Columns } from '../../src/lib/core/columns/columns';
import type { EventRecord, EventsFile } from '../../src/lib/core/columns/events-file';
import { columnsOf } from '../../src/lib/core/columns/from-dossier';
import { isNear } from '../../src/lib/core/columns/near';
import type { Day } from '../../src/lib/core/date/day';
import type { Dossier, DossierEvent } from '../../src/lib/core/dossier/dossier';
import { words } from '../../src/lib/core/view/search';

/** The words of an event's own texts, by asking the event. */
export function ownWords(event: DossierEvent, dossier: Dossier): string[] {
	const titleOf = new Map(dossier.sources.map(({ id, title }) => [id, title]));
	const texts = event.claims.flatMap(({ text, source }) => [text, titleOf.get(source) ?? '']);
	return words([event.title, event.summary, ...texts].join('\n'));
}

/** What events.dateline of a dossier would answer, from the dossier as it is held in memory. */
export function fileInMemory(
	dossier: Dossier,
	day: Day,
	recordOf: (event: DossierEvent) => EventRecord = featureOf
): EventsFile {
	const { events } = dossier;
	const columns: Columns = columnsOf(dossier, day);
	const rowsWhere = (test: (event: DossierEvent) => boolean) =>
		Promise.resolve(Uint32Array.from(events.flatMap((event, row) => (test(event) ? [row] : []))));
	return {
		length: events.length,
		columns: () => Promise.resolve(columns),
		records: (rows) =>
			Promise.resolve(new Map(rows.map((row) => [row, recordOf(events[row] as DossierEvent)]))),
		rowOf: (id) => {
			const row = events.findIndex((event) => event.id === id);
			return Promise.resolve(row < 0 ? undefined : row);
		},
		rowsCiting: (sources) =>
			rowsWhere(({ claims }) => claims.some(({ source }) => sources.includes(source))),
		rowsWithWord: (word, wrong = 0) =>
			rowsWhere((event) =>
				ownWords(event, dossier).some(
					(own) => own.startsWith(word) || (wrong > 0 && isNear(own, word, wrong))
				)
			)
	};
}

/** An event as its Feature, dates as days. */
function featureOf({ id, geometry, when, claims, ...rest }: DossierEvent): EventRecord {
	return {
		event: {
			type: 'Feature',
			id,
			geometry,
			properties: {
				...rest,
				when: when?.edtf ?? null,
				claims: claims.map(({ when: own, ...claim }) => ({ ...claim, when: own?.edtf }))
			}
		},
		sources: []
	};
}
