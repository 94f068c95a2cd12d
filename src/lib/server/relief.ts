import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { basemapFolder } from './basemap';

let relief: Promise<string | undefined> | undefined;

/** The relief picture as a `data:` address, read once; undefined where it is not to be had. */
export function reliefAsData(): Promise<string | undefined> {
	relief ??= readRelief();
	return relief;
}

async function readRelief(): Promise<string | undefined> {
	const folder = basemapFolder();
	const bytes = folder && (await readFile(join(folder, 'relief.webp')).catch(() => undefined));
	return bytes && `data:image/webp;base64,${bytes.toString('base64')}`;
}
