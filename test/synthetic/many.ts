import {
	closeSync,
	existsSync,
	mkdtempSync,
	openSync,
	renameSync,
	rmSync,
	writeSync
} from 'node:fs';
import { join } from 'node:path';
import { deflateRaw } from 'node:zlib';
import { promisify } from 'node:util';
import { PER_DEGREE } from '../../src/lib/core/columns/columns';
import { writeEvents } from '../../src/lib/core/columns/write';
import { formatDay } from '../../src/lib/core/date/day';
import { seeded, writeDossier } from './dossier.js';

/** What a test knows of the events that it made, by row. */
export interface Facts {
	days: Int32Array;
	/** Number of the type. */
	types: Uint8Array;
	lon: Float64Array;
	lat: Float64Array;
	title: (row: number) => string;
}

/** Days of the events: ten years from 2014-01-01. */
export const FIRST = 16_071;
export const DAYS = 3_652;
const TOWNS = 500;
export const TYPES = ['clash', 'march', 'talks', 'speech', 'deal'];
const ROLES = ['armed', 'movement', 'diplomacy', 'word', 'agreement'];

/** The events of a dossier by dice, each on one day at one spot: the same seed gives the same ones. */
export function manyFacts(length: number, seed: number): Facts {
	const roll = seeded(seed);
	const days = Int32Array.from({ length }, () => FIRST + Math.floor(roll() * DAYS)).sort();
	const types = Uint8Array.from({ length }, () => Math.floor(roll() ** 2 * TYPES.length));
	const towns = Array.from({ length: TOWNS }, () => [35 + 15 * roll(), 31 + 12 * roll()] as const);
	const at = Array.from({ length }, () => {
		const town = towns[Math.floor(roll() ** 2 * TOWNS)] ?? [0, 0];
		return [town[0] + 0.2 * roll(), town[1] + 0.2 * roll()] as const;
	});
	const rounded = (degrees: number) => Math.round(degrees * PER_DEGREE) / PER_DEGREE;
	return {
		days,
		types,
		lon: Float64Array.from(at, ([lon]) => rounded(lon)),
		lat: Float64Array.from(at, ([, lat]) => rounded(lat)),
		title: (row) => `Report ${row}${row % 1000 === 7 ? ' of the lighthouse' : ''}`
	};
}

const deflate = promisify(deflateRaw);

/**
 * Makes a folder of dossiers with such a one in it; a folder that stands there already is left as it is. Several
 * processes may want it at once: the first that has it whole puts it in its place.
 */
export async function writeMany(folder: string, id: string, facts: Facts): Promise<void> {
	if (existsSync(folder)) return;
	const data = mkdtempSync(`${folder}.`);
	await writeInto(data, id, facts);
	try {
		renameSync(data, folder);
	} catch (error) {
		if (!existsSync(folder)) throw error;
		rmSync(data, { recursive: true });
	}
}

async function writeInto(data: string, id: string, facts: Facts): Promise<void> {
	writeDossier(data, id, {
		'dossier.json': {
			dateline: 1,
			id,
			title: 'Many events',
			summary: 'Made by dice: none of it took place.',
			types: TYPES.map((type, i) => ({ id: type, label: type, role: ROLES[i] })),
			actors: [],
			openingView: { map: { zoom: 5, lat: 37, lon: 43 }, from: '2014-01-01', to: '2023-12-31' }
		},
		'sources.json': [
			{
				id: 'dice',
				type: 'dataset',
				title: 'A throw of dice',
				publisher: 'Nobody',
				issued: { 'date-parts': [[2024, 1, 1]] }
			}
		],
		'places.geojson': { type: 'FeatureCollection', features: [] }
	});
	const path = join(data, id, 'events.dateline');
	const file = openSync(path, 'w');
	const writer = writeEvents(
		{
			append: (bytes) => Promise.resolve(void writeSync(file, bytes)),
			patch: (offset, bytes) =>
				Promise.resolve(void writeSync(file, bytes, 0, bytes.length, offset))
		},
		async (bytes) => new Uint8Array(await deflate(bytes))
	);
	for (let row = 0; row < facts.days.length; row++) {
		const day = facts.days[row] as number;
		const [lon, lat] = [facts.lon[row] as number, facts.lat[row] as number];
		const eventId = `event-${String(row).padStart(8, '0')}`;
		const title = facts.title(row);
		await writer.add(
			{
				id: eventId,
				first: day,
				last: day,
				possibleFirst: day,
				possibleLast: day,
				sure: true,
				lon: Math.round(lon * PER_DEGREE),
				lat: Math.round(lat * PER_DEGREE),
				type: facts.types[row] as number,
				precision: 0,
				status: 2,
				contested: false,
				known: 19_723,
				settled: 19_723,
				places: [],
				actors: [],
				publishers: [0],
				sources: ['dice'],
				words: title.toLowerCase().split(' ')
			},
			JSON.stringify({
				type: 'Feature',
				id: eventId,
				geometry: { type: 'Point', coordinates: [lon, lat] },
				properties: {
					title,
					when: formatDay(day),
					type: TYPES[facts.types[row] as number],
					precision: 'exact',
					claims: [{ by: 'Nobody', stance: 'reports', text: 'The dice said so.', source: 'dice' }]
				}
			}),
			[]
		);
	}
	await writer.finish({ types: TYPES, places: [], actors: [], publishers: ['Nobody'] });
	closeSync(file);
}
