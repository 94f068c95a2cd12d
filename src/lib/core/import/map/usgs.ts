import type { CslItem, EventFeature } from '../../dossier/schema';
import type { RowMapper } from '../import';
import { cellAt, indexColumns } from './columns';
import { dateReader } from './day';
import { degrees } from './position';
import { NO_SOURCES, rowReader } from './row-reader';
import { gather, MAX_TYPES, type TypeLook } from './vocabulary';

const PUBLISHER = 'U.S. Geological Survey';
const DATASET: CslItem = {
	id: 'usgs-earthquake-catalog',
	type: 'dataset',
	title: 'ANSS Comprehensive Earthquake Catalog (ComCat)',
	publisher: PUBLISHER,
	URL: 'https://earthquake.usgs.gov/earthquakes/search/'
};

const TELLING = ['time', 'latitude', 'longitude', 'mag', 'magtype', 'net', 'place'];

const TOO_MANY = {
	kind: 'types',
	expected: `at most ${MAX_TYPES} different types of events`,
	mend: 'Look whether the column holds something else than types.'
};

/** Location errors of up to this many kilometres are those of a spot. */
const EXACT_KM = 1;
const MOST_KM = 2_000;

/** Earthquakes as the USGS gives them in CSV; undefined for any other table. Times there are UTC, and so are the days. */
export function usgsMapper(columns: readonly string[]): RowMapper | undefined {
	const index = indexColumns(columns);
	if (!index.has(...TELLING)) return undefined;
	const at = {
		id: index.at('id'),
		time: index.at('time'),
		lat: index.at('latitude'),
		lon: index.at('longitude'),
		depth: index.at('depth'),
		magnitude: index.at('mag'),
		magnitudeType: index.at('magtype'),
		updated: index.at('updated'),
		place: index.at('place'),
		type: index.at('type'),
		error: index.at('horizontalerror'),
		status: index.at('status')
	};
	const position = [at.lat, at.lon] as const;
	const gathered = gather(DATASET, 'USGS', false);
	const reader = rowReader(index);
	const readDate = dateReader('ymd', 1000);
	let newest = '';

	return {
		dataset: 'USGS earthquakes',
		get vocabulary() {
			return gathered.vocabulary;
		},
		map(row) {
			reader.begin(row);
			const timeText = cellAt(row, at.time);
			const date = readDate(timeText);
			if ('fault' in date) return reader.refuse(at.time, date.fault, timeText);
			const spot = reader.position(cellAt(row, at.lat), cellAt(row, at.lon), position);
			if (spot === undefined) return reader.refused;
			const label = capital(reader.name(cellAt(row, at.type) || 'seismic event', at.type));
			const type = gathered.type(label, aboutType);
			if (type === undefined) return reader.refuse(at.type, TOO_MANY, label);
			const updated = cellAt(row, at.updated);
			if (updated > newest) {
				newest = updated;
				const day = readDate(updated);
				if (!('fault' in day)) gathered.issued(day.year, day.month, day.day);
			} else if (updated === '' && timeText > newest) {
				newest = timeText;
				gathered.issued(date.year, date.month, date.day);
			}

			const magnitude = rounded(cellAt(row, at.magnitude), 1);
			const title = magnitude === undefined ? label : `${label}, magnitude ${magnitude}`;
			const where = cellAt(row, at.place);
			const depth = rounded(cellAt(row, at.depth), 1);
			const scale = cellAt(row, at.magnitudeType);
			const facts =
				title +
				(scale && magnitude !== undefined ? ` (${scale})` : '') +
				(depth === undefined ? '' : `, at a depth of ${depth} km`) +
				(where ? `: ${where}.` : '.');
			const status = cellAt(row, at.status);
			// Some networks write 0 where no error was worked out.
			const error = degrees(cellAt(row, at.error), '.');
			const isExact = error > 0 && error <= EXACT_KM;
			const event: EventFeature = {
				type: 'Feature',
				id: reader.id('usgs-', cellAt(row, at.id), at.id),
				geometry: spot && { type: 'Point', coordinates: spot },
				properties: {
					title: reader.short(title, at.type),
					summary: where === '' ? undefined : reader.long(`${where}.`, at.place),
					when: date.edtf,
					time: date.time,
					type,
					precision: isExact ? 'exact' : 'near',
					radiusKm: error > EXACT_KM && error <= MOST_KM ? Math.round(error * 10) / 10 : undefined,
					concerns: [],
					actors: [],
					claims: [
						{
							by: PUBLISHER,
							stance: 'reports',
							text: reader.long(
								status === 'automatic' ? `${facts} Located by machine, not reviewed.` : facts,
								at.place
							),
							source: 'usgs-earthquake-catalog'
						}
					]
				}
			};
			return reader.done(event, NO_SOURCES);
		}
	};
}

/** A catalogue of earth science has no actors: what shakes the ground by itself, and what people set off. */
const aboutType = (label: string): TypeLook =>
	label === 'Earthquake'
		? { role: 'movement', symbol: 'circle' }
		: { role: 'movement', symbol: 'square' };

function capital(text: string): string {
	return text.slice(0, 1).toUpperCase() + text.slice(1);
}

/** A number with so many decimals; undefined for none. */
function rounded(text: string, decimals: number): string | undefined {
	const value = degrees(text, '.');
	return Number.isNaN(value) ? undefined : value.toFixed(decimals);
}
