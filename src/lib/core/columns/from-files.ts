import type { Day } from '../date/day';
import { checkDossier, type CheckResult, type DossierFile } from '../dossier/check';
import type { Dossier, DossierEvent } from '../dossier/dossier';
import { fromGis } from '../dossier/gis';
import { readJson, type FileContent } from '../dossier/json';
import { columnsOf } from './from-dossier';
import type { Columns } from './columns';
import type { Deflate } from './file/spool';
import type { EventRow, Sink } from './row';
import { numbersOfRow } from './row-numbers';
import { wordFinder } from './row-words';
import { writeEvents } from './write';

/**
 * Writes the events of a dossier's files as events.dateline. An event in which the check finds nothing to mend
 * goes over as it stands in events.geojson, with all that Dateline does not read; another as it is once it is
 * mended. Sources stay in sources.json.
 * @param name the folder's name
 * @param day on which it is written, in days since 1970-01-01
 * @returns what the check found; nothing is written where its dossier is null
 */
export async function writeDossierEvents(
	name: string,
	files: Partial<Record<DossierFile, FileContent>>,
	day: Day,
	sink: Sink,
	deflate: Deflate
): Promise<CheckResult> {
	const checked = checkDossier(name, files);
	const { dossier, notes } = checked;
	if (!dossier) return checked;
	const asWritten = soundFeatures(files['events.geojson'], notes);
	const columns = columnsOf(dossier, day);
	const textsOf = ownTexts(dossier);
	const wordsOf = wordFinder();
	const writer = writeEvents(sink, deflate);
	for (const [row, event] of dossier.events.entries()) {
		const feature = asWritten.get(event.id) ?? featureOf(event);
		await writer.add(rowFrom(columns, row, event, wordsOf(textsOf(event))), feature, []);
	}
	await writer.finish({
		types: columns.types,
		places: columns.places.ids,
		actors: columns.actors.ids,
		publishers: columns.publishers.ids
	});
	return checked;
}

/** The features, as JSON by id, that no note names. */
function soundFeatures(
	content: FileContent | undefined,
	notes: CheckResult['notes']
): Map<string, string> {
	const found = new Map<string, string>();
	if (!content) return found;
	const named = new Set(
		notes.flatMap(({ file, feature }) => (file === 'events.geojson' && feature ? [feature] : []))
	);
	const { features } = Object(readJson('events.geojson', content, [])) as { features?: unknown };
	for (const item of Array.isArray(features) ? (features as unknown[]) : []) {
		const feature = fromGis(item);
		const { id } = Object(feature) as { id?: unknown };
		if (typeof id === 'string' && !named.has(id)) found.set(id, JSON.stringify(feature));
	}
	return found;
}

/** An event that was read, as its Feature in JSON. */
function featureOf({ id, geometry, when, claims, ...properties }: DossierEvent): string {
	return JSON.stringify({
		type: 'Feature',
		id,
		geometry,
		properties: {
			...properties,
			when: when?.edtf ?? null,
			claims: claims.map((claim) => ({ ...claim, when: claim.when?.edtf }))
		}
	});
}

/** What an event is found by: its own texts and the titles of its sources. */
function ownTexts({ sources }: Dossier): (event: DossierEvent) => (string | undefined)[] {
	const titles = new Map(sources.map(({ id, title }) => [id, title]));
	return ({ title, summary, claims }) => [
		title,
		summary,
		...claims.flatMap(({ text, source }) => [text, titles.get(source)])
	];
}

function rowFrom(
	columns: Columns,
	row: number,
	{ id, claims }: DossierEvent,
	words: readonly string[]
): EventRow {
	return {
		...numbersOfRow(columns, row),
		id,
		sources: [...new Set(claims.map(({ source }) => source))],
		words
	};
}
