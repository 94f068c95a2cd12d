/**
 * Dossiers made by dice: the same seed gives the same one. They are made in the format of the files,
 * so that a unit test, a test in the browser and the benchmark read them as they read any other.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * What each file of a dossier folder holds, before it is written as JSON.
 * @typedef {Record<string, unknown>} DossierFiles
 */

const DAY_MS = 86_400_000;
const DAYS = 600;
const FIRST = Date.UTC(2021, 0, 2);
const ROLES = ['armed', 'movement', 'diplomacy', 'word', 'agreement'];
const PRECISIONS = ['exact', 'near', 'district', 'province', 'region', 'country', 'unknown'];
const STANCES = ['announces', 'reports', 'confirms', 'denies'];

/**
 * A source of numbers from 0 to 1 that gives the same ones for the same seed (mulberry32).
 *
 * @param {number} seed
 * @returns {() => number}
 */
export function seeded(seed) {
	let state = seed >>> 0;
	return () => {
		state = (state + 0x6d2b79f5) >>> 0;
		let t = Math.imul(state ^ (state >>> 15), 1 | state);
		t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
		return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
	};
}

/**
 * A dossier with every kind of gap: no date, no place, doubt, rings of places.
 *
 * @param {{ id?: string, events: number, seed?: number, places?: number, box?: [number, number, number, number] }} options
 *   `box`: west, south, east and north of the places, in degrees
 * @returns {DossierFiles}
 */
export function syntheticFiles({
	id = 'synthetic',
	events,
	seed = 1,
	places = 24,
	box = [-180, -80, 180, 80]
}) {
	const random = seeded(seed);
	const below = (/** @type {number} */ n) => Math.floor(random() * n);
	/** @type {<T>(list: readonly T[]) => T} */
	const pick = (list) => /** @type {any} */ (list[below(list.length)]);
	/** @type {<T>(list: readonly T[], most: number) => T[]} */
	const some = (list, most) => Array.from({ length: below(most + 1) }, () => pick(list));
	const ids = (/** @type {string} */ name, /** @type {number} */ count) =>
		Array.from({ length: count }, (_, i) => `${name}-${i}`);
	const between = (/** @type {number} */ low, /** @type {number} */ high) =>
		Number((low + random() * (high - low)).toFixed(4));

	const placeIds = ids('place', places);
	const [west, south, east, north] = box;
	const placeFeatures = placeIds.map((id, i) => ({
		type: 'Feature',
		id,
		geometry: { type: 'Point', coordinates: [between(west, east), between(south, north)] },
		properties: {
			kind: 'village',
			names: { en: [`Town ${i}`, `Şəhər ${i}`], hy: [`Քաղաք ${i}`] },
			// Chains and, among the first, a ring.
			within: i < 3 ? [`place-${(i + 1) % 3}`] : random() < 0.6 ? [pick(placeIds.slice(0, i))] : []
		}
	}));
	const sources = ids('source', 40).map((id, i) => ({
		id,
		type: 'article-newspaper',
		title: `Report ${i}`,
		'container-title': `Paper ${i % 7}`,
		issued: { 'date-parts': [day(below(500)).split('-').map(Number)] },
		URL: `https://example.org/${id}`
	}));
	const actors = ids('actor', 12);
	const types = ids('type', 9);
	const eventFeatures = ids('event', events).map((id) => {
		const place = random() < 0.7 ? pick(placeFeatures) : undefined;
		return {
			type: 'Feature',
			id,
			geometry: place?.geometry ?? null,
			properties: {
				title: `Event ${id} at ${pick(['harbour', 'bridge', 'Kəlbəcər', 'Sèvres'])}`,
				when: random() < 0.05 ? null : aDate(below, random()),
				type: pick(types),
				place: place?.id,
				precision: place ? pick(PRECISIONS) : 'unknown',
				concerns: some(placeIds, 2),
				actors: some(actors, 3),
				claims: Array.from({ length: 1 + below(4) }, () => ({
					by: random() < 0.6 ? pick(actors) : 'A paper itself',
					stance: pick(STANCES),
					text: `A claim about ${pick(['a crossing', 'shots', 'talks'])}.`,
					source: pick(sources).id,
					place: random() < 0.2 ? pick(placeIds) : undefined
				}))
			}
		};
	});
	return {
		'dossier.json': {
			dateline: 1,
			id,
			title: 'Made by dice',
			types: types.map((id, i) => ({ id, label: `Type ${i}`, role: ROLES[i % ROLES.length] })),
			actors: actors.map((id) => ({ id, names: { en: [`The ${id}`] }, kind: 'actor' }))
		},
		'sources.json': sources,
		'places.geojson': collection(placeFeatures),
		'events.geojson': collection(eventFeatures)
	};
}

/**
 * Writes a dossier as a folder of its own.
 *
 * @param {string} data the folder of dossiers
 * @param {string} id
 * @param {DossierFiles} files
 */
export function writeDossier(data, id, files) {
	mkdirSync(join(data, id), { recursive: true });
	for (const [name, content] of Object.entries(files))
		writeFileSync(join(data, id, name), JSON.stringify(content));
}

/** @param {unknown[]} features */
export const collection = (features) => ({ type: 'FeatureCollection', features });

/** @param {number} n days after the first */
function day(n) {
	return new Date(FIRST + n * DAY_MS).toISOString().slice(0, 10);
}

/**
 * @param {(n: number) => number} below
 * @param {number} kind 0 to 1
 */
function aDate(below, kind) {
	const first = below(DAYS);
	if (kind < 0.7) return day(first);
	if (kind < 0.8) return `${day(first)}/${day(first + below(40))}`;
	if (kind < 0.9) return day(first).slice(0, 7);
	return `${day(first)}~`;
}
