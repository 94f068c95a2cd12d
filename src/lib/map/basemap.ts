import { feature } from 'topojson-client';
import type { Feature, FeatureCollection, Geometry, Point } from 'geojson';
import type { GeometryCollection, Topology } from 'topojson-specification';
import type { Names } from '../core/dossier/schema';
import { distanceKm, type LonLat } from '../core/place/geometry';
import { nameIn } from '../core/place/names';
import type { SourceName } from './style';

/** GeoJSON for some of the style's sources. */
export type SourceData = Partial<Record<SourceName, FeatureCollection>>;

/** Corners of the relief picture: north-west, north-east, south-east, south-west. */
export const RELIEF_CORNERS: [number, number][] = [
	[38, 45],
	[52, 45],
	[52, 36],
	[38, 36]
];

type Topo = Topology<Record<string, GeometryCollection>>;

async function fetchTopology(url: string, signal: AbortSignal): Promise<Topo> {
	const response = await fetch(url, { signal });
	if (!response.ok) throw new Error(`${url} answers ${response.status}`);
	return (await response.json()) as Topo;
}

function layer(topology: Topo, name: string): FeatureCollection {
	const object = topology.objects[name];
	if (!object) return { type: 'FeatureCollection', features: [] };
	return feature(topology, object) as FeatureCollection;
}

/**
 * The world's land, borders, lakes and country names.
 * @param base path of the folder with the basemap's files, without a slash at its end
 */
export async function loadWorld(base: string, signal: AbortSignal): Promise<SourceData> {
	const world = await fetchTopology(`${base}/world.json`, signal);
	const countries = layer(world, 'countries');
	return {
		land: countries,
		borders: layer(world, 'borders'),
		lakes: layer(world, 'lakes'),
		rivers: layer(world, 'rivers'),
		countries: labelPoints(countries, 'en')
	};
}

/** Lines of another time and claimed lines, each with its `name`, which tells its date or whose claim it is. */
export async function loadHistoric(base: string, signal: AbortSignal): Promise<FeatureCollection> {
	return layer(await fetchTopology(`${base}/historic.json`, signal), 'lines');
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
	taken: { at: LonLat; area: boolean }[],
	signal: AbortSignal
): Promise<Region> {
	const [region, water] = await Promise.all([
		fetchTopology(`${base}/region.json`, signal),
		fetchTopology(`${base}/region-water.json`, signal)
	]);
	const free = (features: FeatureCollection, area: boolean, km: number) => ({
		...features,
		features: features.features.filter((item) => {
			const at = labelOf(item);
			return !at || !taken.some((other) => other.area === area && distanceKm(at, other.at) < km);
		})
	});
	const areas = free(
		merge(labelPoints(layer(region, 'provinces')), labelPoints(layer(region, 'districts'))),
		true,
		25
	);
	const towns = free(layer(region, 'towns'), false, 4);
	const lakes = layer(water, 'lakes');
	return {
		outlines: outlinesIn(region),
		data: {
			'region-sea': layer(region, 'sea'),
			'region-land': layer(region, 'land'),
			'region-borders': layer(region, 'borders'),
			'region-lines': layer(region, 'innerLines'),
			'region-rivers': layer(water, 'rivers')
		},
		lettered: (language) => ({
			'region-areas': named(areas, language),
			'region-towns': named(towns, language),
			'region-lakes': named(lakes, language)
		})
	};
}

/** The outlines of provinces and districts alone, by their ids. */
export async function loadOutlines(base: string, signal: AbortSignal): Promise<Region['outlines']> {
	return outlinesIn(await fetchTopology(`${base}/region.json`, signal));
}

function outlinesIn(region: Topo): Region['outlines'] {
	const areas = [...layer(region, 'provinces').features, ...layer(region, 'districts').features];
	return new Map(areas.map((item) => [String(item.properties?.['id']), item.geometry]));
}

function labelOf(item: Feature): LonLat | undefined {
	if (item.geometry?.type === 'Point') return item.geometry.coordinates as LonLat;
	return item.properties?.['label'] as LonLat | undefined;
}

function labelPoints(areas: FeatureCollection, language?: string): FeatureCollection<Point> {
	const points = areas.features.flatMap((item): Feature<Point>[] => {
		const at = labelOf(item);
		return at ? [{ ...item, geometry: { type: 'Point', coordinates: at } }] : [];
	});
	const collection = { type: 'FeatureCollection' as const, features: points };
	return language ? (named(collection, language) as FeatureCollection<Point>) : collection;
}

function named(features: FeatureCollection, language: string): FeatureCollection {
	return {
		type: 'FeatureCollection',
		features: features.features.map((item) => {
			const names = item.properties?.['names'] as Names | undefined;
			const name = names ? lettering(names, language, item) : item.properties?.['name'];
			return { ...item, properties: { ...item.properties, name } };
		})
	};
}

/** Where two names are in equal use, whoever speaks, both are lettered. */
function lettering(names: Names, language: string, item: Feature): string {
	const { name, language: found } = nameIn(names, language);
	const second = item.properties?.['both'] ? names[found]?.[1] : undefined;
	return second ? `${name} / ${second}` : name;
}

function merge(a: FeatureCollection<Point>, b: FeatureCollection<Point>): FeatureCollection<Point> {
	return { type: 'FeatureCollection', features: [...a.features, ...b.features] };
}
