import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { brotliDecompress } from 'node:zlib';
import type { Gazetteer } from '../core/ingest/places/gazetteer';
import { openGazetteer } from '../core/ingest/places/open';

const unpack = promisify(brotliDecompress);

/** Where the index lies, the larger first: beside the sources and the build, else the browser's part. */
const PLACES = [
	'gazetteer/world.txt.br',
	'client/gazetteer/places.txt',
	'static/gazetteer/places.txt'
];

/** The index's file, wherever the process was started. Undefined where there is none. */
export function gazetteerFile(): string | undefined {
	const folders: string[] = [];
	for (let folder = dirname(fileURLToPath(import.meta.url)); ; folder = dirname(folder)) {
		folders.push(folder);
		if (dirname(folder) === folder) break;
	}
	return PLACES.flatMap((place) => folders.map((folder) => join(folder, place))).find((file) =>
		existsSync(file)
	);
}

let gazetteer: Promise<Gazetteer> | undefined;

/** The world's places, read once. Throws where the file is missing or broken; the next call tries again. */
export function loadGazetteer(): Promise<Gazetteer> {
	gazetteer ??= read().catch((error: unknown) => {
		gazetteer = undefined;
		throw error;
	});
	return gazetteer;
}

async function read(): Promise<Gazetteer> {
	const file = gazetteerFile();
	if (!file) throw new Error('The gazetteer’s file is not where the app was built.');
	const bytes = await readFile(file);
	return openGazetteer(file.endsWith('.br') ? await unpack(bytes) : bytes);
}
