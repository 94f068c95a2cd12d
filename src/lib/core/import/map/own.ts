import { PRECISIONS, type CslItem, type EventFeature, type Precision } from '../../dossier/schema';
import type { Mapping, RowMapper, Target } from '../import';
import { cellAt, indexColumns } from './columns';
import { dateReader, type DateRead } from './day';
import type { CellFault } from './fault';
import type { Position } from './position';
import { roleOf } from './roles';
import { NO_SOURCES, rowReader } from './row-reader';
import { fitting, MAX_SHORT_TEXT, remembered, shortHash, slug } from './text';
import { gather, MAX_TYPES } from './vocabulary';
import { hostOf } from './web';
import { dayOrInterval } from './when';
import { readWkt } from './wkt';

/** How exactly places are known where no column says it: somewhere about the position. */
const USUAL: Precision = 'near';

const FAULTS = {
	ends: {
		kind: 'date',
		expected: 'an end on or after the beginning',
		mend: 'Turn the two round, or correct them by the source.'
	},
	types: {
		kind: 'types',
		expected: `at most ${MAX_TYPES} different types of events`,
		mend: 'Choose a column with fewer different values, or none.'
	},
	precision: {
		kind: 'code',
		expected: `one of ${PRECISIONS.join(', ')}`,
		mend: 'Write one of these; it was taken as unknown, and such an event is listed, not drawn.'
	},
	link: {
		kind: 'link',
		expected: 'an address that begins with http:// or https://',
		mend: 'It was left out; correct it by the source.'
	},
	published: {
		kind: 'source-date',
		expected: 'the day of publication, such as 2021-05-13',
		mend: 'It was left out; correct it by the source.'
	},
	empty: {
		kind: 'empty',
		expected: 'a title, a text, a date, a place or a position',
		mend: 'Fill the row in, or take it out.'
	}
} satisfies Record<string, CellFault>;

/**
 * A mapper of a table whose columns somebody has said.
 * @param mapping columns that the table does not have count as not given
 */
export function ownMapper(mapping: Mapping, columns: readonly string[]): RowMapper {
	const index = indexColumns(columns);
	const at = (target: Target) => {
		const name = mapping.columns[target];
		return name === undefined ? -1 : index.at(name);
	};
	const columnOf = {
		id: at('id'),
		title: at('title'),
		summary: at('summary'),
		date: at('date'),
		end: at('end'),
		lat: at('lat'),
		lon: at('lon'),
		type: at('type'),
		place: at('place'),
		precision: at('precision'),
		actors: at('actors'),
		text: at('text'),
		url: at('source-url'),
		sourceTitle: at('source-title'),
		publisher: at('source-publisher'),
		published: at('source-date')
	};
	const { title, publisher, url, issued } = mapping.dataset;
	const readDate = dateReader(mapping.dateOrder);
	const datasetDay = issued ? dateReader('ymd')(issued) : undefined;
	const dataset: CslItem = {
		id: slug(title, 100) || 'data-set',
		type: 'dataset',
		title: fitting(title, MAX_SHORT_TEXT) || 'Data set',
		publisher: fitting(publisher || title, MAX_SHORT_TEXT) || 'Data set',
		...(url !== undefined && hostOf(url) !== undefined && { URL: url }),
		...(datasetDay &&
			!('fault' in datasetDay) && { issued: { 'date-parts': [partsOf(datasetDay)] } })
	};
	const speaker = dataset.publisher ?? '';
	const listedIn = `Listed in ${dataset.title}.`;
	const gathered = gather(dataset, dataset.title, true);
	const reader = rowReader(index, mapping.decimal);
	const position = [columnOf.lat, columnOf.lon] as const;
	// A column of points, `POINT (36.2 33.5)`, named for both.
	const isWkt = columnOf.lat >= 0 && columnOf.lat === columnOf.lon;
	const actorIds = remembered((cell: string) => [
		...new Set(splitNames(cell).map((name) => gathered.actor(name)))
	]);
	const aboutType = (label: string) => ({ role: roleOf(label) });
	const known = new Map<string, Precision>(PRECISIONS.map((one) => [one, one]));
	let newest = 0;

	return {
		dataset: 'own mapping',
		get vocabulary() {
			return gathered.vocabulary;
		},
		map(row) {
			reader.begin(row);
			const dateText = cellAt(row, columnOf.date);
			const endText = cellAt(row, columnOf.end);
			let when: string | null = null;
			let date: DateRead | undefined;
			if (dateText !== '') {
				const start = readDate(dateText);
				if ('fault' in start) return reader.refuse(columnOf.date, start.fault, dateText);
				date = start;
				when = start.edtf;
				if (endText !== '' && endText !== dateText) {
					const end = readDate(endText);
					if ('fault' in end) return reader.refuse(columnOf.end, end.fault, endText);
					const both = dayOrInterval(start, end);
					if (both === undefined)
						return reader.refuse(columnOf.end, FAULTS.ends, `${dateText}, ${endText}`);
					when = both;
				}
				if (start.year > newest) {
					newest = start.year;
					gathered.issued(newest);
				}
			} else if (endText !== '') return reader.refuse(columnOf.date, FAULTS.ends, dateText);

			const latText = cellAt(row, columnOf.lat);
			let spot: Position | null | undefined;
			if (isWkt) {
				const [lon, lat] = readWkt(latText);
				spot = reader.position(lat, lon, position, '');
			} else spot = reader.position(latText, cellAt(row, columnOf.lon), position, '');
			if (spot === undefined) return reader.refused;

			const label = reader.name(cellAt(row, columnOf.type) || 'Event', columnOf.type);
			const type = gathered.type(label, aboutType);
			if (type === undefined) return reader.refuse(columnOf.type, FAULTS.types, label);

			const written = cellAt(row, columnOf.precision);
			let precision: Precision = spot ? USUAL : 'unknown';
			if (written !== '') {
				const found = known.get(written.toLowerCase());
				if (!found) reader.warn(columnOf.precision, FAULTS.precision, written);
				precision = found ?? 'unknown';
			}
			const name = reader.name(cellAt(row, columnOf.place), columnOf.place);
			const place = name === '' ? undefined : gathered.place(name, 'place', spot, [], []);

			const ownTitle = reader.short(cellAt(row, columnOf.title), columnOf.title);
			const ownText = reader.long(cellAt(row, columnOf.text), columnOf.text);
			const summary = reader.long(cellAt(row, columnOf.summary), columnOf.summary);
			if (!ownTitle && !ownText && !summary && !when && !name && !spot)
				return reader.refuse(-1, FAULTS.empty, '');

			const source = readSource();
			const event: EventFeature = {
				type: 'Feature',
				id: reader.id('', cellAt(row, columnOf.id), columnOf.id),
				geometry: spot && { type: 'Point', coordinates: spot },
				properties: {
					title: ownTitle || reader.short(name ? `${label}, ${name}` : label) || 'Event',
					summary: summary === '' ? undefined : summary,
					when,
					time: date?.time,
					type,
					place,
					precision,
					concerns: [],
					actors: actorsOf(cellAt(row, columnOf.actors)),
					claims: [
						{
							by: source.by,
							stance: 'reports',
							text: ownText || summary || ownTitle || listedIn,
							source: source.item ? String(source.item.id) : String(dataset.id)
						}
					]
				}
			};
			return reader.done(event, source.item ? [source.item] : NO_SOURCES);

			/** The row's own source; without a title or an address there is none, and the data set is cited. */
			function readSource(): { by: string; item?: CslItem } {
				const link = cellAt(row, columnOf.url);
				const title = reader.short(cellAt(row, columnOf.sourceTitle), columnOf.sourceTitle);
				const publisher = reader.short(cellAt(row, columnOf.publisher), columnOf.publisher);
				const host = link === '' ? undefined : hostOf(link);
				if (link !== '' && host === undefined) reader.warn(columnOf.url, FAULTS.link, link);
				// Whom the table names without saying where: the data set says that it was they.
				if (title === '' && host === undefined)
					return { by: publisher ? gathered.actor(publisher, 'publisher') : speaker };
				const container = publisher || host || speaker;
				const dayText = cellAt(row, columnOf.published);
				const day = dayText === '' ? undefined : readDate(dayText);
				if (day && 'fault' in day) reader.warn(columnOf.published, FAULTS.published, dayText);
				const own = host === undefined ? `${container}\u0000${title}\u0000${dayText}` : link;
				return {
					by: container,
					item: {
						id: `${slug(container, 40) || 'source'}-${shortHash(own)}`,
						type: host === undefined ? 'document' : 'webpage',
						title: title || `[${host ?? container}]`,
						'container-title': container,
						...(day && !('fault' in day) && { issued: { 'date-parts': [partsOf(day)] } }),
						...(host !== undefined && { URL: link })
					}
				};
			}
		}
	};

	function actorsOf(cell: string): string[] {
		return cell === '' ? [] : actorIds(cell).slice();
	}
}

/** Names parted by `;` or `|`: a comma may belong to a name. */
function splitNames(cell: string): readonly string[] {
	return cell
		.split(/[;|]/)
		.map((name) => name.trim())
		.filter(Boolean);
}

function partsOf({ year, month, day }: DateRead): number[] {
	return [year, month, day].filter((part) => part > 0);
}
