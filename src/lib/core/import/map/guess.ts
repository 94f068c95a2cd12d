import type { Mapping, TableRow, Target } from '../import';
import { cellAt, indexColumns } from './columns';
import type { DateOrder } from './day';
import { isWktPoint } from './wkt';

/** Usual names of columns, the likeliest first; folded: small letters, without spaces, `-`, `_` and `.`. */
const NAMES: Record<Target, readonly string[]> = {
	id: ['id', 'eventid', 'uid', 'uuid', 'fid', 'objectid', 'identifier'],
	title: ['title', 'headline', 'name', 'eventname', 'event', 'label', 'subject'],
	summary: ['summary', 'abstract'],
	date: [
		'date',
		'eventdate',
		'datestart',
		'startdate',
		'day',
		'start',
		'when',
		'datetime',
		'time',
		'timestamp'
	],
	end: ['enddate', 'dateend', 'end'],
	lat: ['lat', 'latitude', 'y', 'ycoord', 'latdd', 'decimallatitude'],
	lon: ['lon', 'lng', 'long', 'longitude', 'x', 'xcoord', 'londd', 'decimallongitude'],
	type: ['type', 'eventtype', 'category', 'kind', 'class'],
	place: ['place', 'location', 'placename', 'locationname', 'city', 'town', 'settlement', 'where'],
	precision: ['precision', 'placeprecision', 'geoprecision'],
	actors: ['actors', 'actor', 'participants'],
	text: ['text', 'description', 'notes', 'note', 'details', 'comment', 'remarks'],
	'source-url': ['sourceurl', 'url', 'link', 'href', 'sourcelink', 'articleurl'],
	'source-title': ['sourcetitle', 'articletitle', 'sourceheadline'],
	'source-publisher': [
		'sourcepublisher',
		'publisher',
		'outlet',
		'sourcename',
		'newspaper',
		'source'
	],
	'source-date': ['sourcedate', 'published', 'publishedat', 'publicationdate', 'pubdate']
};
const WKT_NAMES = ['wkt', 'geomwkt', 'geom', 'geometry', 'thegeom'];

/**
 * Which column is which by its name, and how dates and decimals are written by the values of some rows. What the
 * values do not decide is left open, and asked in a question.
 */
export function guessMapping(
	columns: readonly string[],
	sample: readonly TableRow[]
): { mapping: Mapping; questions: string[] } {
	const index = indexColumns(columns);
	const byName = new Map<string, string>();
	for (const column of columns) {
		const key = folded(column);
		if (key && !byName.has(key)) byName.set(key, column);
	}
	const taken = new Set<string>();
	const guessed: Partial<Record<Target, string>> = {};
	for (const [target, names] of Object.entries(NAMES) as [Target, readonly string[]][])
		for (const name of names) {
			const column = byName.get(name);
			if (column === undefined || taken.has(column)) continue;
			guessed[target] = column;
			taken.add(column);
			break;
		}
	const values = (column: string | undefined) =>
		column === undefined
			? []
			: sample.map((row) => cellAt(row, index.at(column))).filter((cell) => cell !== '');
	const questions: string[] = [];

	if (guessed.lat === undefined || guessed.lon === undefined) {
		const wkt = columns.find(
			(column) =>
				WKT_NAMES.includes(folded(column)) && values(column).some((cell) => isWktPoint(cell))
		);
		if (wkt !== undefined) guessed.lat = guessed.lon = wkt;
	}
	const dates = [...values(guessed.date), ...values(guessed.end)];
	const { order, question } = orderOf(dates, guessed.date ?? 'date');
	if (question) questions.push(question);
	if (guessed.date === undefined) questions.push('Which column has the date?');
	if (guessed.lat === undefined || guessed.lon === undefined)
		questions.push(
			'Which columns have latitude and longitude? Without them the events are listed, not drawn.'
		);
	if (guessed.title === undefined) questions.push('Which column has the title?');
	const positions = [...values(guessed.lat), ...values(guessed.lon)];
	return {
		mapping: {
			columns: guessed,
			dateOrder: order,
			decimal: decimalOf(positions),
			dataset: { title: '', publisher: '' }
		},
		questions
	};
}

function folded(name: string): string {
	return name
		.toLowerCase()
		.replace(/[\s\-_.]+/g, '')
		.replace(/^\ufeff/, '');
}

/** What some dates show of the order of day and month. */
export interface OrderFound {
	/** Undefined where it has to be asked; `ymd` where no date hangs on it. */
	order: DateOrder | undefined;
	question?: string;
	/** A date by which it was told, or by which it can be asked. */
	example?: string;
	/** Some dates can only have the day first, others only the month. */
	isMixed?: true;
}

/** The order of day and month, decided only where some value has a part above 12 and none speaks against it. */
export function orderOf(dates: readonly string[], column: string): OrderFound {
	let dayFirst: string | undefined;
	let monthFirst: string | undefined;
	let open: string | undefined;
	for (const text of dates) {
		const match = /^(\d{1,2})[-/.](\d{1,2})[-/.]\d{4}/.exec(text);
		if (!match) continue;
		const [a, b] = [Number(match[1]), Number(match[2])];
		if (a > 12 && b <= 12) dayFirst ??= text;
		else if (b > 12 && a <= 12) monthFirst ??= text;
		else open ??= text;
	}
	if (dayFirst !== undefined && monthFirst === undefined)
		return { order: 'dmy', example: dayFirst };
	if (monthFirst !== undefined && dayFirst === undefined)
		return { order: 'mdy', example: monthFirst };
	if (dayFirst !== undefined)
		return {
			order: undefined,
			question: `In the column ${column} some dates have the day first and some the month: which order is meant? Rows that do not fit it are refused.`,
			example: open ?? dayFirst,
			isMixed: true
		};
	if (open === undefined) return { order: 'ymd' };
	return {
		order: undefined,
		question: `Is ${open} in the column ${column} day first or month first?`,
		example: open
	};
}

/** The decimal mark of coordinates, as some of them show it. */
export function decimalOf(positions: readonly string[]): Mapping['decimal'] {
	return positions.some((cell) => /^[-+]?\d+,\d+$/.test(cell)) ? ',' : '.';
}
