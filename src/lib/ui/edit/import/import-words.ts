import { formatDay, parseDay } from '../../../core/date/day';
import { parseWhen } from '../../../core/date/when';
import { whenInWords } from '../../../core/date/words';
import type { Target } from '../../../core/import/import';
import { dateReader } from '../../../core/import/map/day';
import type { Unit } from '../../../core/import/read/table';
import type { Progress } from '../../../state/import/table-reader';
import type { Asking } from '../../../state/import/table-import.svelte';

/** What a column can be, in the order in which an event is read: when, where, what, and who says it. */
export const FIELDS: { legend: string; fields: { target: Target; label: string }[] }[] = [
	{
		legend: 'When',
		fields: [
			{ target: 'date', label: 'Date' },
			{ target: 'end', label: 'Last day, if it lasted' }
		]
	},
	{
		legend: 'Where',
		fields: [
			{ target: 'lat', label: 'Latitude' },
			{ target: 'lon', label: 'Longitude' },
			{ target: 'place', label: 'Name of the place' },
			{ target: 'precision', label: 'How exactly it is known' }
		]
	},
	{
		legend: 'What',
		fields: [
			{ target: 'title', label: 'Title' },
			{ target: 'type', label: 'Type' },
			{ target: 'text', label: 'What is reported' },
			{ target: 'summary', label: 'Summary' },
			{ target: 'actors', label: 'Actors' },
			{ target: 'id', label: 'Id of the row' }
		]
	},
	{
		legend: 'Who says it',
		fields: [
			{ target: 'source-url', label: 'Address of the source' },
			{ target: 'source-title', label: 'Title of the source' },
			{ target: 'source-publisher', label: 'Publisher of the source' },
			{ target: 'source-date', label: 'Day of its publication' }
		]
	}
];

/** What is asked, as a sentence beside its field. */
export const ASKED: Record<Asking, string> = {
	columns: 'Say which column has the date, or at least which has the title.',
	order: 'Say whether the day or the month stands first: it is not guessed.',
	title: 'Give the table a title: the events cite it.',
	publisher: 'Say who published the table: it is they who say what stands in it.',
	url: 'A web address begins with https:// or http://.',
	issued: 'A day is written as 2021-05-16.'
};

/** Kinds of faults as headings; a kind that is not among them stands for itself. */
const KINDS: Record<string, string> = {
	articles: 'Articles',
	cells: 'Number of cells',
	code: 'Code that is not known',
	count: 'Figure',
	'count-range': 'Range of figures',
	cut: 'Text cut',
	date: 'Date',
	'date-order': 'Order of day and month',
	'date-serial': 'Date as a number',
	duplicate: 'Id a second time',
	empty: 'Empty row',
	geometry: 'Geometry',
	json: 'Not valid JSON',
	'late-column': 'Property not known before',
	link: 'Web address',
	'no-id': 'No id of its own',
	nul: 'NUL byte',
	position: 'Position',
	quote: 'Quotation mark',
	'source-date': 'Day of a source',
	swapped: 'Latitude and longitude may be swapped',
	taken: 'In the dossier already',
	'too-deep': 'Nested too deep',
	'too-long': 'Too long',
	types: 'Types',
	'zero-position': 'Position of 0, 0'
};

export function kindInWords(kind: string): string {
	return KINDS[kind] ?? kind;
}

/** A number with a comma at each thousand. */
export function numberInWords(number: number): string {
	return number.toLocaleString('en-GB');
}

/** `1,204 rows`, `1 row`. */
export function rowsInWords(number: number, what = 'row'): string {
	return `${numberInWords(number)} ${what}${number === 1 ? '' : 's'}`;
}

/** `812 kB`, `3.4 MB`. */
export function sizeInWords(bytes: number): string {
	return bytes < 1_000_000
		? `${numberInWords(Math.max(1, Math.round(bytes / 1000)))} kB`
		: `${(bytes / 1_000_000).toFixed(1)} MB`;
}

/** A date as it is read in an order: `3 April 2021`; undefined where it cannot be. */
export function dateInOrder(text: string, order: 'dmy' | 'mdy'): string | undefined {
	const read = dateReader(order)(text);
	return 'fault' in read ? undefined : dateInWords(read.edtf);
}

/** An EDTF date in words. */
export function dateInWords(edtf: string | null): string {
	if (edtf === null) return whenInWords(null);
	const read = parseWhen(edtf);
	return read.ok ? whenInWords(read.when) : edtf;
}

/** `12,000 rows read, 48,000 a second, about 3 seconds left`. @param since both in milliseconds */
export function progressInWords(
	{ rows, bytes }: Progress,
	size: number,
	since: number,
	now: number
): string {
	const seconds = (now - since) / 1000;
	const parts = [`${rowsInWords(rows)} read`];
	if (seconds >= 1 && rows > 0) {
		parts.push(`${numberInWords(Math.round(rows / seconds))} a second`);
		const left = bytes > 0 ? Math.ceil((seconds * (size - bytes)) / bytes) : undefined;
		if (left !== undefined && left > 0)
			parts.push(`about ${left} ${left === 1 ? 'second' : 'seconds'} left`);
	}
	return parts.join(', ');
}

/** `line 12`. */
export function lineInWords(line: number, unit: Unit): string {
	return `${unit} ${numberInWords(line)}`;
}

/** A day that is typed, as it is read back; '' where it is none. */
export function dayRead(text: string): string {
	const day = parseDay(text.trim());
	return day === undefined ? '' : dateInWords(formatDay(day));
}
