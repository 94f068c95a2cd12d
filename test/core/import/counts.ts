import { existsSync, readFileSync } from 'node:fs';
import Papa from 'papaparse';

/**
 * What an import of the data sets beside the project must come to, counted by plain loops over the rows as Papa
 * Parse reads them. Nothing of the importer is used here: it is what its report is compared with.
 */
export interface Counts {
	read: number;
	imported: number;
	refused: number;
	/** By the label of the type. */
	types: Record<string, number>;
	precisions: Record<string, number>;
	/** By the year of the first day. */
	years: Record<string, number>;
	/** Claims in all. */
	claims: number;
}

type Row = Record<string, string>;

interface DataSet {
	name: string;
	file: string;
	/** Whether a row is an event; what it is counted under where it is. */
	count: (
		row: Row
	) => { type: string; precision: string; year: string; claims: number } | undefined;
}

const FOLDER = '../shared/data';

function isDay(text: string): boolean {
	const [year = 0, month = 0, day = 0] = text.split('-').map(Number);
	const date = new Date(Date.UTC(year, month - 1, day));
	return date.getUTCMonth() === month - 1 && date.getUTCDate() === day && year >= 1900;
}

function isPosition(row: Row): boolean {
	const [lat, lon] = [Number(row['latitude']), Number(row['longitude'])];
	return Math.abs(lat) <= 90 && Math.abs(lon) <= 180;
}

const VIOLENCE = ['', 'State-based conflict', 'Non-state conflict', 'One-sided violence'];
const WHERE = ['', 'exact', 'near', 'district', 'province', 'region', 'country', 'region'];

export const DATA_SETS: readonly DataSet[] = [
	{
		name: 'UCDP GED',
		file: `${FOLDER}/ucdp_ged191_syria.csv`,
		count(row) {
			const day = row['date_start'] ?? '';
			if (!isDay(day) || !isDay(row['date_end'] ?? '') || !isPosition(row)) return undefined;
			const entries = (row['source_article'] ?? '').split('";"');
			const days = entries.map((entry) => entry.match(/,\d{4}-\d\d-\d\d,/g) ?? []);
			// An entry with no day between commas, or with several, cannot be parted: then the data set alone speaks.
			const isClear = days.every(
				(found) => found.length === 1 && isDay((found[0] ?? '').replaceAll(',', ''))
			);
			const articles = isClear
				? new Set(entries.map((entry) => entry.replace(/^"|"$/g, ''))).size
				: 0;
			return {
				type: VIOLENCE[Number(row['type_of_violence'])] ?? '',
				precision: WHERE[Number(row['where_prec'])] ?? '',
				year: day.slice(0, 4),
				claims: 1 + articles
			};
		}
	},
	{
		name: 'VIINA',
		file: `${FOLDER}/viina2_extract_2022.csv`,
		count(row) {
			const date = row['date'] ?? '';
			const day = `${date.slice(0, 4)}-${date.slice(4, 6)}-${date.slice(6)}`;
			if (date.length !== 8 || !isDay(day) || !isPosition(row)) return undefined;
			const classes = (row['target_classes'] ?? '').split('|');
			const words = (classes[0] ?? '').toLowerCase().replaceAll('_', ' ');
			return {
				type:
					classes.length > 1 ? 'Several targets' : words.charAt(0).toUpperCase() + words.slice(1),
				precision: 'near',
				year: date.slice(0, 4),
				claims: Math.max(1, (row['source_urls'] ?? '').split('|').filter(Boolean).length)
			};
		}
	},
	{
		name: 'USGS earthquakes',
		file: `${FOLDER}/usgs_all_month.csv`,
		count(row) {
			const day = (row['time'] ?? '').split('T')[0] ?? '';
			if (!isDay(day) || !isPosition(row)) return undefined;
			const type = row['type'] ?? '';
			const error = parseFloat(row['horizontalError'] ?? '');
			return {
				type: type.charAt(0).toUpperCase() + type.slice(1),
				precision: error > 0 && error <= 1 ? 'exact' : 'near',
				year: day.slice(0, 4),
				claims: 1
			};
		}
	}
];

/** Whether the data sets stand beside the project. */
export const haveData = existsSync(`${FOLDER}/README.md`);

/** The counts of a data set's file. */
export function countsOf({ file, count }: DataSet): Counts {
	const { data } = Papa.parse<Row>(readFileSync(file, 'utf8'), {
		header: true,
		skipEmptyLines: true
	});
	const counts: Counts = {
		read: data.length,
		imported: 0,
		refused: 0,
		types: {},
		precisions: {},
		years: {},
		claims: 0
	};
	for (const row of data) {
		const found = count(row);
		if (!found) {
			counts.refused++;
			continue;
		}
		counts.imported++;
		counts.types[found.type] = (counts.types[found.type] ?? 0) + 1;
		counts.precisions[found.precision] = (counts.precisions[found.precision] ?? 0) + 1;
		counts.years[found.year] = (counts.years[found.year] ?? 0) + 1;
		counts.claims += found.claims;
	}
	return counts;
}
