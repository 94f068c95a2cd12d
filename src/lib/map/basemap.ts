import type { FeatureCollection, Geometry } from 'geojson';
import {
	decodeHistoric,
	decodeOutlines,
	decodeRegion,
	decodeWorld,
	RELIEF_BOUNDS,
	type BasemapFile,
	type Taken
} from '../core/picture/basemap';
import type { SourceName } from './style';

/** GeoJSON for some of the style's sources. */
export type SourceData = Partial<Record<SourceName, FeatureCollection>>;

const { west, south, east, north } = RELIEF_BOUNDS;

/** Corners of the relief picture: north-west, north-east, south-east, south-west. */
export const RELIEF_CORNERS: [number, number][] = [
	[west, north],
	[east, north],
	[east, south],
	[west, south]
];

async function fetchFile(url: string, signal: AbortSignal): Promise<BasemapFile> {
	const response = await fetch(url, { signal });
	if (!response.ok) throw new Error(`${url} answers ${response.status}`);
	return (await response.json()) as BasemapFile;
}

/**
 * The world's land, borders, lakes and country names.
 * @param base path of the folder with the basemap's files, without a slash at its end
 */
export async function loadWorld(base: string, signal: AbortSignal): Promise<SourceData> {
	const world = decodeWorld(await fetchFile(`${base}/world.json`, signal));
	return {
		land: world.countries,
		borders: world.borders,
		lakes: world.lakes,
		rivers: world.rivers,
		countries: world.countryNames
	};
}

/** Lines of another time and claimed lines, each with its `name`, which tells its date or whose claim it is. */
export async function loadHistoric(base: string, signal: AbortSignal): Promise<FeatureCollection> {
	return decodeHistoric(await fetchFile(`${base}/historic.json`, signal));
}

/** The finer lines, waters and names of the dossier's region. */
export interface Region {
	data: SourceData;
	/** Outlines of provinces and districts by their ids, e.g. `AM-SU`. */
	outlines: ReadonlyMap<string, Geometry>;
	/** The same data lettered in a language. */
	lettered: (language: string) => SourceData;
}

/** @param taken points that the dossier letters itself: the basemap leaves out its own name there */
export async function loadRegion(
	base: string,
	taken: readonly Taken[],
	signal: AbortSignal
): Promise<Region> {
	const [file, water] = await Promise.all([
		fetchFile(`${base}/region.json`, signal),
		fetchFile(`${base}/region-water.json`, signal)
	]);
	const region = decodeRegion(file, water, taken);
	return {
		outlines: region.outlines,
		data: {
			'region-sea': region.sea,
			'region-land': region.land,
			'region-borders': region.borders,
			'region-lines': region.innerLines,
			'region-rivers': region.rivers,
			'region-lakes': region.lakes
		},
		lettered: (language) => {
			const { areas, towns, lakes } = region.lettered(language);
			return { 'region-areas': areas, 'region-towns': towns, 'region-lake-names': lakes };
		}
	};
}

/** The outlines of provinces and districts alone, by their ids. */
export async function loadOutlines(base: string, signal: AbortSignal): Promise<Region['outlines']> {
	return decodeOutlines(await fetchFile(`${base}/region.json`, signal));
}
