import type { FeatureCollection, Geometry } from 'geojson';
import type { Dossier } from '../core/dossier/dossier';
import {
	countryLettering,
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

/** Outlines of areas by their ids: `AM`, `AM-SU`. */
export type Outlines = ReadonlyMap<string, Geometry>;

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

/** The world's land, borders and waters. */
export interface WorldGround {
	data: SourceData;
	/** Of countries. */
	outlines: Outlines;
	/** The countries' names in a language. */
	lettered: (language: string) => SourceData;
}

/**
 * @param dossier whose own names the countries' give way to
 * @param base path of the folder with the basemap's files, without a slash at its end
 */
export async function loadWorld(
	base: string,
	dossier: Dossier,
	signal: AbortSignal
): Promise<WorldGround> {
	const world = decodeWorld(await fetchFile(`${base}/world.json`, signal));
	const names = countryLettering(world, dossier);
	return {
		lettered: (language) => ({ countries: names(language) }),
		outlines: world.outlines,
		data: {
			land: world.countries,
			borders: world.borders,
			lakes: world.lakes,
			rivers: world.rivers
		}
	};
}

/** Lines of another time and claimed lines, each with its `name`, which tells its date or whose claim it is. */
export async function loadHistoric(base: string, signal: AbortSignal): Promise<FeatureCollection> {
	return decodeHistoric(await fetchFile(`${base}/historic.json`, signal));
}

/** The finer lines, waters and names of the dossier's region. */
export interface Region {
	data: SourceData;
	/** Of provinces and districts. */
	outlines: Outlines;
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

/** The outlines alone: of provinces and districts, and of countries where one is among those wanted. */
export async function loadOutlines(
	base: string,
	wanted: readonly string[],
	signal: AbortSignal
): Promise<Outlines> {
	const [region, world] = await Promise.all([
		wanted.some((id) => !isCountry(id)) ? fetchFile(`${base}/region.json`, signal) : undefined,
		wanted.some(isCountry) ? fetchFile(`${base}/world.json`, signal) : undefined
	]);
	return new Map([
		...(world ? decodeWorld(world).outlines : []),
		...(region ? decodeOutlines(region) : [])
	]);
}

/** Two letters are a country (ISO 3166-1), more are a part of one (ISO 3166-2). */
function isCountry(id: string): boolean {
	return id.length === 2;
}
