import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { deflateRawSync } from 'node:zlib';
import { rowMaker, type RowFeature } from '../../src/lib/core/columns/row-of';
import { writeEvents } from '../../src/lib/core/columns/write';
import { checkDossier } from '../../src/lib/core/dossier/check';
import type { Dossier } from '../../src/lib/core/dossier/dossier';
import type { CslItem } from '../../src/lib/core/dossier/schema';
import { writeDossier, type DossierFiles } from './dossier.js';

interface FileEvent {
	id: string;
	properties: { claims: { source: string }[] };
}

/**
 * Writes a dossier whose events stand in events.dateline. Of its sources every other one stands in sources.json,
 * the others with the events that cite them.
 * @param data the folder of dossiers
 * @returns the dossier as it would be with all in files of their own
 */
export async function writeColumnar(
	data: string,
	id: string,
	files: DossierFiles
): Promise<Dossier> {
	const named: DossierFiles = {
		...files,
		'dossier.json': { ...(files['dossier.json'] as object), id }
	};
	const { dossier } = checkDossier(
		id,
		Object.fromEntries(
			Object.entries(named).map(([name, content]) => [
				name,
				new TextEncoder().encode(JSON.stringify(content))
			])
		)
	);
	if (!dossier) throw new Error('nothing sound in it');
	const items = files['sources.json'] as CslItem[];
	const apart = items.filter((_, i) => i % 2 === 0);
	const rest = Object.fromEntries(
		Object.entries(named).filter(([name]) => name !== 'events.geojson')
	);
	writeDossier(data, id, { ...rest, 'sources.json': apart });
	writeFileSync(join(data, id, 'events.dateline'), await eventsFile(dossier, files, apart));
	return dossier;
}

async function eventsFile(
	dossier: Dossier,
	files: DossierFiles,
	apart: readonly CslItem[]
): Promise<Uint8Array> {
	const parts: Uint8Array[] = [];
	const writer = writeEvents(
		{
			append: (bytes) => Promise.resolve(void parts.push(bytes.slice())),
			patch: (_, bytes) => {
				// What is written over are the first bytes, in the first part.
				parts[0]?.set(bytes);
				return Promise.resolve();
			}
		},
		(bytes) => Promise.resolve(new Uint8Array(deflateRawSync(bytes)))
	);
	const itemOf = new Map((files['sources.json'] as CslItem[]).map((item) => [item.id, item]));
	const apartOf = new Map(apart.map((item) => [item.id, item]));
	const { features } = files['events.geojson'] as { features: FileEvent[] };
	const featureOf = new Map(features.map((feature) => [feature.id, feature]));
	const maker = rowMaker({
		types: dossier.header.types.map(({ id }) => id),
		actors: dossier.header.actors.map(({ id }) => id),
		places: dossier.places,
		seasons: dossier.header.seasons,
		sourceOf: (name) => apartOf.get(name)
	});
	for (const { id } of dossier.events) {
		const feature = featureOf.get(id) as FileEvent;
		const cited = [...new Set(feature.properties.claims.map(({ source }) => source))];
		const own = cited.flatMap((source) => (apartOf.has(source) ? [] : (itemOf.get(source) ?? [])));
		await writer.add(
			maker.rowOf(feature as unknown as RowFeature, own),
			JSON.stringify(feature),
			own.map((item) => [String(item.id), JSON.stringify(item)] as const)
		);
	}
	await writer.finish(maker.dictionaries);
	return Buffer.concat(parts);
}

/** Changes bytes of a folder's events.dateline where it stands. */
export function tamper(folder: string, change: (bytes: Buffer) => Buffer): void {
	const path = join(folder, 'events.dateline');
	const bytes = readFileSync(path);
	writeFileSync(path, change(bytes));
}
