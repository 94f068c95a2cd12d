import type { CslItem, EventFeature, Figure, Precision } from '../../dossier/schema';
import type { RowMapper } from '../import';
import { cellAt, indexColumns } from './columns';
import { dateReader, type DateRead } from './day';
import { ALL_SIDES, countOf } from './figures';
import { NO_SOURCES, rowReader } from './row-reader';
import { isDigits, remembered } from './text';
import { gather, MAX_TYPES, type TypeLook } from './vocabulary';
import { weekAround } from './when';

const PUBLISHER = 'Armed Conflict Location & Event Data (ACLED)';
const DATASET: CslItem = {
	id: 'acled',
	type: 'dataset',
	title: 'Armed Conflict Location & Event Data (ACLED)',
	publisher: PUBLISHER,
	URL: 'https://acleddata.com/'
};

const TELLING = ['event_date', 'time_precision', 'geo_precision', 'event_type', 'actor1'];

/**
 * The codes of `geo_precision`, docs/format.md, “Precision”: 2 is given for near a town and for a small part of a
 * region that a town stands for alike, so its ring is a district’s; 3 is a larger region.
 */
const WHERE = new Map<string, { precision: Precision; kind: string; radiusKm: number | undefined }>(
	[
		['1', { precision: 'exact', kind: 'place', radiusKm: undefined }],
		['2', { precision: 'near', kind: 'place', radiusKm: 20 }],
		['3', { precision: 'region', kind: 'region', radiusKm: undefined }]
	]
);
const UNKNOWN_WHERE = { precision: 'unknown', kind: 'place', radiusKm: undefined } as const;

/** What ACLED's six types of events are cases of, by their names in small letters. */
const TYPES = new Map<string, TypeLook>([
	['battles', { role: 'armed' }],
	['explosions/remote violence', { role: 'armed', symbol: 'triangle' }],
	['violence against civilians', { role: 'armed', symbol: 'square' }],
	['protests', { role: 'movement', symbol: 'circle' }],
	['riots', { role: 'movement' }],
	['strategic developments', { role: 'movement', symbol: 'square' }]
]);
const OTHER: TypeLook = { role: 'word' };

const KINDS = ['third-level division', 'district', 'province', 'country'];
const CODE = { kind: 'code', mend: 'Correct it by the codebook; it was taken as not known.' };
const TOO_MANY = {
	kind: 'types',
	expected: `at most ${MAX_TYPES} different types of events`,
	mend: 'Look whether the column holds something else than types.'
};

/** ACLED exports, those before March 2023 too (`timestamp` and `iso3` come and go); undefined for any other table. */
export function acledMapper(columns: readonly string[]): RowMapper | undefined {
	const index = indexColumns(columns);
	if (!index.has(...TELLING)) return undefined;
	const at = {
		id: index.at('event_id_cnty', 'data_id'),
		date: index.at('event_date'),
		datePrecision: index.at('time_precision'),
		type: index.at('event_type'),
		subType: index.at('sub_event_type'),
		actor1: index.at('actor1'),
		with1: index.at('assoc_actor_1'),
		actor2: index.at('actor2'),
		with2: index.at('assoc_actor_2'),
		country: index.at('country'),
		adm1: index.at('admin1'),
		adm2: index.at('admin2'),
		adm3: index.at('admin3'),
		location: index.at('location'),
		lat: index.at('latitude'),
		lon: index.at('longitude'),
		precision: index.at('geo_precision'),
		source: index.at('source'),
		notes: index.at('notes'),
		fatalities: index.at('fatalities'),
		timestamp: index.at('timestamp')
	};
	const position = [at.lat, at.lon] as const;
	const gathered = gather(DATASET, 'ACLED', false);
	const reader = rowReader(index);
	// Its exports write 13 May 2021, its interface 2021-05-13; the codebook has dd-mm-yyyy.
	const readDate = dateReader('dmy', 1900);
	const actorIds = remembered((cell: string) =>
		splitActors(cell).map((name) => gathered.actor(name))
	);
	const whenOf = whenReader();
	const changed = stampReader();
	const aboutType = (label: string) => TYPES.get(label.toLowerCase()) ?? OTHER;

	return {
		dataset: 'ACLED',
		get vocabulary() {
			return gathered.vocabulary;
		},
		map(row) {
			reader.begin(row);
			const dateText = cellAt(row, at.date);
			const date = readDate(dateText);
			if ('fault' in date) return reader.refuse(at.date, date.fault, dateText);
			const country = cellAt(row, at.country);
			const spot = reader.position(cellAt(row, at.lat), cellAt(row, at.lon), position, country);
			if (spot === undefined) return reader.refused;
			const typeLabel = reader.name(cellAt(row, at.type) || 'Event', at.type);
			const type = gathered.type(typeLabel, aboutType);
			if (type === undefined) return reader.refuse(at.type, TOO_MANY, typeLabel);

			const code = cellAt(row, at.precision);
			const where = WHERE.get(code) ?? UNKNOWN_WHERE;
			if (where === UNKNOWN_WHERE)
				reader.warn(at.precision, { ...CODE, expected: 'a geo_precision from 1 to 3' }, code);
			const timeCode = cellAt(row, at.datePrecision);
			if (timeCode !== '1' && timeCode !== '2' && timeCode !== '3')
				reader.warn(
					at.datePrecision,
					{ ...CODE, expected: 'a time_precision from 1 to 3' },
					timeCode
				);
			const location = reader.name(cellAt(row, at.location), at.location);
			const place = gathered.place(
				location,
				where.kind,
				spot,
				[cellAt(row, at.adm3), cellAt(row, at.adm2), cellAt(row, at.adm1), country],
				KINDS
			);
			const actors: string[] = [];
			for (const column of [at.actor1, at.with1, at.actor2, at.with2]) {
				const cell = cellAt(row, column);
				if (cell === '') continue;
				for (const actor of actorIds(cell)) if (!actors.includes(actor)) actors.push(actor);
			}
			let figures: Figure[] | undefined;
			const fatalities = cellAt(row, at.fatalities);
			const count = countOf(fatalities);
			if (typeof count === 'object') reader.warn(at.fatalities, count.fault, fatalities);
			else if (count) {
				figures = [{ what: 'killed', side: gathered.actor(ALL_SIDES, 'total'), n: count }];
			}
			changed(cellAt(row, at.timestamp), date, gathered.issued);

			const subType = cellAt(row, at.subType);
			const words = subType && subType !== typeLabel ? subType : typeLabel;
			const spotName = location || country;
			const event: EventFeature = {
				type: 'Feature',
				id: reader.id('acled-', cellAt(row, at.id), at.id),
				geometry: spot && { type: 'Point', coordinates: spot },
				properties: {
					title: reader.short(spotName ? `${words}, ${spotName}` : words, at.subType),
					when: whenOf(date, timeCode),
					type,
					place,
					precision: where.precision,
					radiusKm: where.radiusKm,
					concerns: [],
					actors,
					claims: [
						{
							by: PUBLISHER,
							stance: 'reports',
							text:
								reader.long(
									textOf(typeLabel, subType, cellAt(row, at.notes), cellAt(row, at.source)),
									at.notes
								) || 'Coded by ACLED.',
							source: 'acled',
							figures
						}
					]
				}
			};
			return reader.done(event, NO_SOURCES);
		}
	};
}

/**
 * The date by `time_precision`: 1, the day; 2, a week or a period like it, whose middle the day is; 3, a month or
 * the past two or three weeks, so about a month. What is not coded is uncertain.
 */
function whenReader(): (date: DateRead, code: string) => string {
	// A reader of dates gives the same object for the same day.
	const weeks = new WeakMap<DateRead, string>();
	return (date, code) => {
		switch (code) {
			case '1':
				return date.edtf;
			case '2': {
				let week = weeks.get(date);
				if (week === undefined) weeks.set(date, (week = weekAround(date)));
				return week;
			}
			case '3':
				return `${date.edtf.slice(0, 7)}~`;
			default:
				return `${date.edtf}?`;
		}
	};
}

function splitActors(cell: string): readonly string[] {
	return cell
		.split(';')
		.map((name) => name.trim())
		.filter(Boolean);
}

/** ACLED's own account of the event, with the outlets that it names. */
function textOf(type: string, subType: string, notes: string, sources: string): string {
	const said = notes || `Coded as ${type}${subType && subType !== type ? `, ${subType}` : ''}.`;
	return sources ? `${said} Sources named: ${sources}.` : said;
}

/** Hands on the day of a row's last change, `timestamp` in seconds since 1970; else that of the event itself. */
function stampReader() {
	let newest = 0;
	let newestDay = 0;
	return (
		stamp: string,
		date: DateRead,
		issued: (year: number, month: number, day: number) => void
	) => {
		if (isDigits(stamp) && stamp.length >= 9 && stamp.length <= 10) {
			const seconds = Number(stamp);
			if (seconds <= newest) return;
			newest = seconds;
			const day = new Date(seconds * 1000);
			issued(day.getUTCFullYear(), day.getUTCMonth() + 1, day.getUTCDate());
		} else {
			const number = (date.year * 16 + date.month) * 32 + date.day;
			if (number <= newestDay) return;
			newestDay = number;
			issued(date.year, date.month, date.day);
		}
	};
}
