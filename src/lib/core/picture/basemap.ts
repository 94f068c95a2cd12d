import { feature, merge } from 'topojson-client';
import type { Feature, FeatureCollection, Geometry, MultiPolygon, Point } from 'geojson';
import type {
	GeometryCollection,
	MultiPolygon as TopoMultiPolygon,
	Polygon as TopoPolygon,
	Topology
} from 'topojson-specification';
import type { Dossier } from '../dossier/dossier';
import type { Names } from '../dossier/schema';
import { distanceKm, type LonLat } from '../place/geometry';
import { nameIn } from '../place/names';
import { symbolPoint } from '../place/precision';

/** One of the basemap's files, parsed. */
export type BasemapFile = Topology<Record<string, GeometryCollection>>;

/** West, south, east and north of the relief picture, in degrees; it is in Web Mercator. */
export const RELIEF_BOUNDS = { west: 38, south: 36, east: 52, north: 45 } as const;

/** What the world's file holds, as GeoJSON. */
export interface World {
	countries: FeatureCollection;
	borders: FeatureCollection;
	lakes: FeatureCollection;
	rivers: FeatureCollection;
	/** A point per country, with `name` and `rank`. */
	countryNames: FeatureCollection<Point>;
	/** Of countries, by their two letters (ISO 3166-1), e.g. `AM`. */
	outlines: ReadonlyMap<string, Geometry>;
}

/** What of the basemap's region is the same for every dossier. */
export interface RegionGround {
	sea: FeatureCollection;
	land: FeatureCollection;
	borders: FeatureCollection;
	innerLines: FeatureCollection;
	rivers: FeatureCollection;
	lakes: FeatureCollection;
	/** Of provinces and districts, by their ids, e.g. `AM-SU`. */
	outlines: ReadonlyMap<string, Geometry>;
	/** What can be lettered, with its names in all languages. */
	points: RegionNames;
}

/** What of the region is lettered, in a language: `name` in each feature's properties. */
type RegionLettering = (language: string) => RegionNames;

/** The finer lines, waters and names of the basemap's region, for a dossier. */
export interface Region extends RegionGround {
	lettered: RegionLettering;
}

export interface RegionNames {
	/** Points of provinces and districts; `kind` says which. */
	areas: FeatureCollection<Point>;
	towns: FeatureCollection<Point>;
	lakes: FeatureCollection<Point>;
}

function layer(file: BasemapFile, name: string): FeatureCollection {
	const object = file.objects[name];
	if (!object) return collection([]);
	return feature(file, object) as FeatureCollection;
}

/** Lines of another time and claimed lines, each with its `name`. @param file `historic.json` */
export function decodeHistoric(file: BasemapFile): FeatureCollection {
	return layer(file, 'lines');
}

/** @param file `world.json` */
export function decodeWorld(file: BasemapFile): World {
	const countries = layer(file, 'countries');
	return {
		countries,
		borders: layer(file, 'borders'),
		lakes: layer(file, 'lakes'),
		rivers: layer(file, 'rivers'),
		countryNames: named(labelPoints(countries), 'en'),
		outlines: outlinesBy('iso', countries)
	};
}

/** The countries in one, without the lines between them: no seams show where they are only filled. */
export function mergedLand(file: BasemapFile): MultiPolygon {
	const areas = file.objects['countries']?.geometries ?? [];
	return merge(
		file,
		areas.filter(
			(area): area is TopoPolygon | TopoMultiPolygon =>
				area.type === 'Polygon' || area.type === 'MultiPolygon'
		)
	);
}

/** A point that the dossier letters itself. */
export interface Taken {
	at: LonLat;
	/** It stands for an area, not for a settlement. */
	area: boolean;
	/** Id of the basemap's area that the dossier says it is. */
	id?: string | undefined;
}

const AREA_KINDS = new Set(['district', 'province', 'region', 'country']);

/** The points that a dossier letters: the basemap leaves out its own name there. */
export function takenBy(dossier: Pick<Dossier, 'events' | 'places'>): Taken[] {
	const places = new Map(dossier.places.map((place) => [place.id, place]));
	const taken = new Map<string, Taken>();
	for (const event of dossier.events) {
		const at = symbolPoint(event);
		const place = places.get(event.place ?? '');
		const area = AREA_KINDS.has(place?.kind ?? '');
		if (at) taken.set(`${at.join()},${area}`, { at, area, id: place?.area });
	}
	return [...taken.values()];
}

/** The countries' names in a language, without those of countries that a dossier letters itself. */
export function countryLettering(
	{ countryNames }: Pick<World, 'countryNames'>,
	dossier: Pick<Dossier, 'events' | 'places'>
): (language: string) => FeatureCollection<Point> {
	const lettered = new Set(dossier.events.filter(symbolPoint).map(({ place }) => place));
	const taken = new Set<unknown>(
		dossier.places
			.filter(({ id, kind }) => kind === 'country' && lettered.has(id))
			.flatMap(({ area, names }) => [area, ...Object.values(names).flat()])
			.filter((known) => known !== undefined)
	);
	const free = collection(
		countryNames.features.filter(
			({ properties }) => !taken.has(properties?.['iso']) && !taken.has(properties?.['name'])
		)
	);
	return (language) => named(free, language);
}

/**
 * @param region `region.json`
 * @param water `region-water.json`
 */
export function decodeRegion(
	region: BasemapFile,
	water: BasemapFile,
	taken: readonly Taken[]
): Region {
	const ground = decodeRegionGround(region, water);
	return { ...ground, lettered: regionLettering(ground, taken) };
}

/** The part of it that no dossier changes; parameters as of `decodeRegion`. */
export function decodeRegionGround(region: BasemapFile, water: BasemapFile): RegionGround {
	const lakes = layer(water, 'lakes');
	return {
		sea: layer(region, 'sea'),
		land: layer(region, 'land'),
		borders: layer(region, 'borders'),
		innerLines: layer(region, 'innerLines'),
		rivers: layer(water, 'rivers'),
		lakes,
		outlines: decodeOutlines(region),
		points: {
			areas: labelPoints(unitsOf(region)),
			towns: layer(region, 'towns') as FeatureCollection<Point>,
			lakes: labelPoints(lakes)
		}
	};
}

/** The region's names without those that a dossier letters itself. */
export function regionLettering(
	{ points }: Pick<RegionGround, 'points'>,
	taken: readonly Taken[]
): RegionLettering {
	const free = (features: FeatureCollection<Point>, area: boolean, km: number) =>
		collection(
			features.features.filter((item) => {
				const at = item.geometry.coordinates as LonLat;
				const id: unknown = item.properties?.['id'];
				return !taken.some(
					(other) =>
						other.area === area &&
						((other.id !== undefined && other.id === id) || distanceKm(at, other.at) < km)
				);
			})
		);
	const areas = free(points.areas, true, 25);
	const towns = free(points.towns, false, 4);
	return (language) => ({
		areas: named(areas, language),
		towns: named(towns, language),
		lakes: named(points.lakes, language)
	});
}

/** The outlines of provinces and districts, by their ids, e.g. `AM-SU`. @param region `region.json` */
export function decodeOutlines(region: BasemapFile): ReadonlyMap<string, Geometry> {
	return outlinesBy('id', unitsOf(region));
}

function outlinesBy(property: string, areas: FeatureCollection): ReadonlyMap<string, Geometry> {
	return new Map(
		areas.features.flatMap(({ properties, geometry }) => {
			const id: unknown = properties?.[property];
			return typeof id === 'string' ? [[id, geometry] as const] : [];
		})
	);
}

function unitsOf(region: BasemapFile): FeatureCollection {
	return collection([
		...layer(region, 'provinces').features,
		...layer(region, 'districts').features
	]) as FeatureCollection;
}

/** A point per area, where its name stands; areas without such a point have none. */
function labelPoints(areas: FeatureCollection): FeatureCollection<Point> {
	return collection(
		areas.features.flatMap((item): Feature<Point>[] => {
			const at = item.properties?.['label'] as LonLat | undefined;
			return at ? [{ ...item, geometry: { type: 'Point', coordinates: at } }] : [];
		})
	);
}

function named<T extends FeatureCollection>(features: T, language: string): T {
	return {
		...features,
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

function collection<T extends Feature>(
	features: T[]
): FeatureCollection<NonNullable<T['geometry']>> {
	return { type: 'FeatureCollection', features } as unknown as FeatureCollection<
		NonNullable<T['geometry']>
	>;
}
