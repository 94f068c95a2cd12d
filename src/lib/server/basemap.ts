import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import {
	decodeHistoric,
	decodeRegionGround,
	decodeWorld,
	mergedLand,
	type BasemapFile,
	type RegionGround,
	type World
} from '../core/picture/basemap';
import type { FeatureCollection, MultiPolygon } from 'geojson';

/** The basemap's files, read and decoded. */
export interface Basemap {
	world: World & { land: MultiPolygon };
	region: RegionGround;
	historic: FeatureCollection;
}

/** Where the app's static files stand, seen from the build and from the sources. */
const STATIC = ['client', 'static'];

/** The folder with the basemap's files, wherever the process was started. Undefined where there is none. */
export function basemapFolder(): string | undefined {
	let folder = dirname(fileURLToPath(import.meta.url));
	for (;;) {
		for (const name of STATIC) {
			const candidate = join(folder, name, 'basemap');
			if (existsSync(join(candidate, 'world.json'))) return candidate;
		}
		const parent = dirname(folder);
		if (parent === folder) return undefined;
		folder = parent;
	}
}

let basemap: Promise<Basemap> | undefined;

/** The basemap, read once. Throws where its files are missing or broken; the next call tries again. */
export function loadBasemap(): Promise<Basemap> {
	basemap ??= readBasemap().catch((error: unknown) => {
		basemap = undefined;
		throw error;
	});
	return basemap;
}

async function readBasemap(): Promise<Basemap> {
	const folder = basemapFolder();
	if (!folder) throw new Error('The basemap’s files are not where the app was built.');
	const [world, region, water, historic] = (await Promise.all(
		['world', 'region', 'region-water', 'historic'].map(async (name) =>
			JSON.parse(await readFile(join(folder, `${name}.json`), 'utf8'))
		)
	)) as [BasemapFile, BasemapFile, BasemapFile, BasemapFile];
	return {
		world: { ...decodeWorld(world), land: mergedLand(world) },
		region: decodeRegionGround(region, water),
		historic: decodeHistoric(historic)
	};
}
