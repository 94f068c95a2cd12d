import { DOSSIER_FILES, type DossierFile } from '../../lib/core/dossier/check';
import { MAX_FILE_BYTES } from '../../lib/core/dossier/json';
import type { CslItem, EventFeature } from '../../lib/core/dossier/schema';
import { planSave } from '../../lib/server/edit/plan';
import { writeSteps } from '../../lib/server/edit/write';
import type { Contents } from './contents';

/** More records than this stand one a line, rather than over many: a file of them is half as long. */
const SPREAD = 500;

export type Texts = Partial<Record<DossierFile, string>>;

/**
 * The files of a dossier that an import changes, events.geojson not among them.
 * @param today YYYY-MM-DD
 */
export function vocabularyTexts(
	before: Contents,
	after: Contents,
	sources: readonly CslItem[],
	today: string
): Texts {
	const header = { ...before.header, types: after.types, actors: after.actors, updated: today };
	const places = collection(before, 'places.geojson', after.places);
	return changed(before, {
		'dossier.json': `${JSON.stringify(header, null, '\t')}\n`,
		'sources.json': `${listed(sources)}\n`,
		'places.geojson': places
	});
}

export function eventsText(before: Contents, events: readonly EventFeature[]): string {
	return collection(before, 'events.geojson', events);
}

/** The first of some files that is longer than the format takes. */
export function tooLongFile(texts: Texts): DossierFile | undefined {
	return DOSSIER_FILES.find((name) => Buffer.byteLength(texts[name] ?? '') > MAX_FILE_BYTES);
}

/**
 * Writes files into a dossier in the order in which no id ever leads nowhere.
 * @param ready is done once all are on the disk and before the first is in its place
 */
export async function writeTexts(
	before: Contents,
	texts: Texts,
	ready: () => Promise<void>
): Promise<void> {
	await writeSteps(before.folder, planSave(before.texts, texts), ready);
}

function changed(before: Contents, texts: Texts): Texts {
	return Object.fromEntries(
		Object.entries(texts).filter(([name, text]) => before.texts[name as DossierFile] !== text)
	);
}

function collection(before: Contents, name: DossierFile, features: readonly unknown[]): string {
	const { features: gone, ...rest } = JSON.parse(
		before.texts[name] ?? '{"type":"FeatureCollection"}'
	) as { features?: unknown };
	void gone;
	if (features.length <= SPREAD) return `${JSON.stringify({ ...rest, features }, null, '\t')}\n`;
	const head = JSON.stringify({ ...rest, features: [] });
	return `${head.slice(0, -2)}${listed(features).slice(1, -1)}]}\n`;
}

function listed(items: readonly unknown[]): string {
	if (items.length <= SPREAD) return JSON.stringify(items, null, '\t');
	return `[\n${items.map((item) => JSON.stringify(item)).join(',\n')}\n]`;
}
