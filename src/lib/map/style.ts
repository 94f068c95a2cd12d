import type {
	ExpressionSpecification,
	LayerSpecification,
	SourceSpecification,
	StyleSpecification
} from 'maplibre-gl';
import {
	COUNTRY_ANCHORS,
	COUNTRY_SHIFT,
	DATES_SCALE,
	DISTRICT_LINES_ZOOM,
	LETTERING,
	LINES,
	RANKS,
	REGION_ZOOM,
	RELIEF_SHARE,
	TOWN_ANCHORS,
	TOWN_DOT,
	type Anchor,
	type LetteringRule,
	type LineRule,
	type Stops
} from '../core/picture/cartography';
import { ALL_CUTS, anchorsBy, type Cut } from '../core/picture/name-sides';
import { CLEAR_ABOVE, CLEARANCES, NAME_SIZE } from '../core/picture/place-names';
import type { MapTokens } from '../core/picture/tokens';
import { areaLayers } from './area';
import { TOWN_DOT_IMAGE } from './blanks';

/** A picture of the region's relief in Web Mercator, with its corners from the north-west clockwise. */
export interface Relief {
	url: string;
	coordinates: [number, number][];
}

export type FontFaces = Record<string, { url: string; 'unicode-range': string[] }[]>;

/** GeoJSON sources of the style; the controller fills them. */
export const SOURCES = [
	'land',
	'borders',
	'lakes',
	'rivers',
	'countries',
	'region-sea',
	'region-land',
	'region-borders',
	'region-lines',
	'region-rivers',
	'region-lakes',
	'region-lake-names',
	'region-areas',
	'region-towns',
	'historic',
	'area',
	'places'
] as const;
export type SourceName = (typeof SOURCES)[number];

/** The background, which takes the water's colour once the land has been drawn. */
export const WATER_LAYER = 'water';

/** The layers between which others of the ground go: the lowest but the background, and the one above the relief. */
export const LOWEST_LAYER = 'land';
export const ABOVE_RELIEF = 'lakes';
/** The lowest of what lies on the ground, whichever the ground is. */
export const LOWEST_ON_GROUND = 'historic-lines';

const EMPTY = { type: 'FeatureCollection' as const, features: [] };

const linear = (stops: Stops, factor = 1): number | ExpressionSpecification =>
	stops.length === 1
		? (stops[0] as Stops[number])[1] * factor
		: ([
				'interpolate',
				['linear'],
				['zoom'],
				...stops.flatMap(([zoom, value]) => [zoom, value * factor])
			] as unknown as ExpressionSpecification);

const stepped = ([first, ...rest]: Stops): ExpressionSpecification =>
	['step', ['zoom'], first?.[1], ...rest.flat()] as unknown as ExpressionSpecification;

const ranked = (ranks: Stops): ExpressionSpecification => ['<=', ['get', 'rank'], stepped(ranks)];

/** The zooms between which a layer is drawn. */
const zooms = ({ minZoom, maxZoom }: { minZoom?: number; maxZoom?: number }) => ({
	...(minZoom !== undefined && { minzoom: minZoom }),
	...(maxZoom !== undefined && { maxzoom: maxZoom })
});

const linePaint = (rule: LineRule, colour: string) => ({
	'line-color': colour,
	'line-width': linear(rule.width),
	...(rule.dash && { 'line-dasharray': [...rule.dash] }),
	...(rule.opacity && { 'line-opacity': linear(rule.opacity) })
});

const textLayout = (rule: LetteringRule) => ({
	'text-font': [rule.italic ? 'Noto Sans Italic' : 'Noto Sans'],
	'text-size': linear(rule.size),
	'text-max-width': rule.maxWidth,
	...(rule.spacing && { 'text-letter-spacing': rule.spacing }),
	...(rule.uppercase && { 'text-transform': 'uppercase' as const })
});

/**
 * The map's style: tokens and lettering in, a MapLibre style out. Symbols and
 * extents are drawn over the map.
 * @param fonts woff2 files by the name that `text-font` uses
 * @param relief undefined: it is not fetched, since the dossier has a ground map of its own
 */
export function mapStyle(tokens: MapTokens, fonts: FontFaces, relief?: Relief): StyleSpecification {
	const sources: Record<string, SourceSpecification> = {};
	if (relief) sources['relief'] = reliefSource(relief);
	for (const name of SOURCES)
		sources[name] = {
			type: 'geojson',
			data: EMPTY,
			...(name === 'places' ? { tolerance: 0, maxzoom: 22 } : {})
		};
	return {
		version: 8,
		'font-faces': fonts,
		sources,
		layers: [
			...groundLayers(tokens, relief !== undefined),
			...letteringLayers(tokens),
			...historicLayers(tokens),
			...areaLayers(tokens),
			...eventLayers(tokens)
		]
	};
}

/** The relief's picture as a source, which is fetched as soon as it is one. */
export function reliefSource({ url, coordinates }: Relief): SourceSpecification {
	return {
		type: 'image',
		url,
		coordinates: coordinates as [
			[number, number],
			[number, number],
			[number, number],
			[number, number]
		]
	};
}

export function reliefLayer(t: MapTokens): LayerSpecification {
	return {
		id: 'relief',
		type: 'raster',
		source: 'relief',
		minzoom: REGION_ZOOM,
		paint: {
			'raster-opacity': linear(RELIEF_SHARE, t.relief),
			'raster-fade-duration': 0
		}
	};
}

function groundLayers(t: MapTokens, withRelief: boolean): LayerSpecification[] {
	const outsideRegion: ExpressionSpecification = [
		'any',
		['<', ['zoom'], REGION_ZOOM],
		['!', ['to-boolean', ['get', 'inRegion']]]
	];
	return [
		// Paper until the land is there to stand out from the water: see WATER_LAYER.
		{ id: WATER_LAYER, type: 'background', paint: { 'background-color': t.land } },
		{ id: LOWEST_LAYER, type: 'fill', source: 'land', paint: { 'fill-color': t.land } },
		{
			id: 'region-water',
			type: 'fill',
			source: 'region-sea',
			minzoom: REGION_ZOOM,
			paint: { 'fill-color': t.water }
		},
		{
			id: 'region-land',
			type: 'fill',
			source: 'region-land',
			minzoom: REGION_ZOOM,
			paint: { 'fill-color': t.land, 'fill-antialias': false }
		},
		...(withRelief ? [reliefLayer(t)] : []),
		{
			id: ABOVE_RELIEF,
			type: 'fill',
			source: 'lakes',
			filter: outsideRegion,
			paint: { 'fill-color': t.water, 'fill-outline-color': t.waterLine }
		},
		{
			id: 'rivers',
			type: 'line',
			source: 'rivers',
			...zooms(LINES.rivers),
			paint: linePaint(LINES.rivers, t.waterLine)
		},
		{
			id: 'region-rivers',
			type: 'line',
			source: 'region-rivers',
			...zooms(LINES.regionRivers),
			filter: ranked(RANKS.regionRivers),
			paint: linePaint(LINES.regionRivers, t.waterLine)
		},
		{
			id: 'region-lakes',
			type: 'fill',
			source: 'region-lakes',
			minzoom: REGION_ZOOM,
			paint: { 'fill-color': t.water }
		},
		{
			id: 'region-shores',
			type: 'line',
			source: 'region-lakes',
			...zooms(LINES.shores),
			paint: linePaint(LINES.shores, t.waterLine)
		},
		{
			id: 'region-lines',
			type: 'line',
			source: 'region-lines',
			...zooms(LINES.regionLines),
			filter: ['any', ['==', ['get', 'kind'], 'province'], ['>=', ['zoom'], DISTRICT_LINES_ZOOM]],
			paint: linePaint(LINES.regionLines, t.adminLine)
		},
		{
			id: 'borders',
			type: 'line',
			source: 'borders',
			filter: outsideRegion,
			layout: { 'line-join': 'round' },
			paint: linePaint(LINES.borders, t.border)
		},
		{
			id: 'region-borders',
			type: 'line',
			source: 'region-borders',
			...zooms(LINES.regionBorders),
			layout: { 'line-join': 'round' },
			paint: linePaint(LINES.regionBorders, t.border)
		}
	];
}

/** Lines of another time, and lines that are claimed: dotted, and each lettered with what it is. */
function historicLayers(t: MapTokens): LayerSpecification[] {
	return [
		{
			id: LOWEST_ON_GROUND,
			type: 'line',
			source: 'historic',
			layout: { 'line-cap': 'round', 'line-join': 'round' },
			paint: linePaint(LINES.historic, t.border)
		},
		{
			id: 'historic-names',
			type: 'symbol',
			source: 'historic',
			layout: {
				'symbol-placement': 'line',
				'symbol-spacing': 320,
				'text-field': ['to-string', ['get', 'name']],
				'text-font': ['Noto Sans'],
				'text-size': 11,
				'text-offset': [0, -0.9]
			},
			paint: {
				'text-color': t.adminLabel,
				'text-halo-color': t.halo,
				'text-halo-width': 1.4
			}
		}
	];
}

/** Of a country's name above or below its point, in ems. */
const COUNTRY_OFFSETS: Partial<Record<Anchor, number>> = {
	top: COUNTRY_SHIFT,
	bottom: -COUNTRY_SHIFT
};

function letteringLayers(t: MapTokens): LayerSpecification[] {
	const name: ExpressionSpecification = ['to-string', ['get', 'name']];
	const halo = ({ halo }: LetteringRule) => ({
		'text-halo-color': t.halo,
		'text-halo-width': halo,
		'text-halo-blur': 0.4
	});
	const { districts, provinces, lakes, towns, countries } = LETTERING;
	return [
		{
			id: 'district-names',
			type: 'symbol',
			source: 'region-areas',
			...zooms(districts),
			filter: ['==', ['get', 'kind'], 'district'],
			layout: { 'text-field': name, ...textLayout(districts) },
			paint: { 'text-color': t.adminLabel, ...halo(districts) }
		},
		{
			id: 'province-names',
			type: 'symbol',
			source: 'region-areas',
			...zooms(provinces),
			filter: ['==', ['get', 'kind'], 'province'],
			layout: { 'text-field': name, ...textLayout(provinces) },
			paint: { 'text-color': t.adminLabel, ...halo(provinces) }
		},
		{
			id: 'lake-names',
			type: 'symbol',
			source: 'region-lake-names',
			...zooms(lakes),
			filter: ranked(RANKS.lakes),
			layout: { 'text-field': name, ...textLayout(lakes) },
			paint: {
				'text-color': t.waterLabel,
				'text-halo-color': t.water,
				'text-halo-width': lakes.halo
			}
		},
		{
			id: 'town-names',
			type: 'symbol',
			source: 'region-towns',
			...zooms(towns),
			filter: ranked(RANKS.towns),
			layout: {
				'text-field': name,
				...textLayout(towns),
				'text-variable-anchor': [...TOWN_ANCHORS],
				'text-radial-offset': TOWN_DOT.clearance,
				'text-justify': 'auto',
				'symbol-sort-key': ['get', 'rank'],
				// With its name or not at all: a dot that nothing names tells nobody anything.
				'icon-image': TOWN_DOT_IMAGE,
				'icon-padding': 0
			},
			paint: {
				'text-color': t.townLabel,
				...halo(towns),
				'icon-color': t.townLabel,
				'icon-halo-color': t.halo,
				'icon-halo-width': TOWN_DOT.rim
			}
		},
		{
			id: 'country-names',
			type: 'symbol',
			source: 'countries',
			...zooms(countries),
			filter: ranked(RANKS.countries),
			layout: {
				'text-field': name,
				...textLayout(countries),
				'text-variable-anchor-offset': COUNTRY_ANCHORS.flatMap<string | [number, number]>(
					(anchor) => [anchor, [0, COUNTRY_OFFSETS[anchor] ?? 0]]
				),
				'symbol-sort-key': ['get', 'rank']
			},
			paint: { 'text-color': t.adminLabel, ...halo(countries) }
		}
	];
}

function eventLayers(t: MapTokens): LayerSpecification[] {
	return [
		{
			id: 'place-names',
			type: 'symbol',
			source: 'places',
			layout: {
				'text-field': [
					'format',
					['to-string', ['get', 'name']],
					{},
					['case', ['==', ['get', 'dates'], ''], '', ['concat', '\n', ['get', 'dates']]],
					{
						'text-font': ['literal', ['Noto Sans']],
						'font-scale': DATES_SCALE,
						'text-color': t.townLabel
					}
				],
				'text-font': ['Noto Sans SemiBold'],
				'text-size': NAME_SIZE,
				'text-max-width': LETTERING.places.maxWidth,
				'text-variable-anchor-offset': besideSymbol(),
				'text-justify': 'auto',
				'symbol-sort-key': ['-', ['get', 'events']]
			},
			paint: {
				'text-color': ['case', ['get', 'water'], t.waterLabel, t.placeLabel],
				'text-halo-color': t.halo,
				'text-halo-width': LETTERING.places.halo
			}
		},
		// Placed first, being uppermost: a name gives way to a symbol, never the other way round.
		{
			id: 'symbols',
			type: 'symbol',
			source: 'places',
			layout: {
				'icon-image': ['concat', 'blank-', ['to-string', ['get', 'clear']]],
				'icon-allow-overlap': true,
				'icon-padding': 0
			}
		}
	];
}

/**
 * A name's places about a symbol, in ems: as far to the sides as the symbol is wide, those that an edge of a
 * narrow map would cut last.
 */
function besideSymbol(): ExpressionSpecification {
	const anchors = (cut: Cut, clear: number) => {
		const aside = clear / NAME_SIZE;
		const up = CLEAR_ABOVE / NAME_SIZE;
		const offsets = {
			center: [0, 0],
			left: [aside, 0],
			right: [-aside, 0],
			bottom: [0, -up],
			top: [0, up]
		};
		return ['literal', anchorsBy(cut).flatMap((anchor) => [anchor, offsets[anchor]])];
	};
	const [least, ...wider] = CLEARANCES;
	const byClear = (cut: Cut) => [
		'match',
		['get', 'clear'],
		...wider.flatMap((clear) => [clear, anchors(cut, clear)]),
		anchors(cut, least)
	];
	const cuts = ALL_CUTS.filter((cut) => cut > 0);
	return [
		'match',
		['get', 'cut'],
		...cuts.flatMap((cut) => [cut, byClear(cut)]),
		byClear(0)
	] as unknown as ExpressionSpecification;
}
