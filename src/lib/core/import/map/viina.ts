import type { Claim, CslItem, EventFeature, Precision } from '../../dossier/schema';
import type { RowMapper } from '../import';
import { cellAt, indexColumns } from './columns';
import { dateReader, timeOf, type DateRead } from './day';
import { NO_SOURCES, rowReader } from './row-reader';
import { fitting, MAX_SHORT_TEXT, remembered, shortHash, slug } from './text';
import { CATEGORIES, INITIATORS, outletAt, outletName } from './viina-words';
import { gather, MAX_TYPES, type TypeLook } from './vocabulary';
import { hostOf } from './web';

const PUBLISHER = 'VIINA (Zhukov & Ayers)';
const DATASET: CslItem = {
	id: 'viina',
	type: 'dataset',
	title: 'VIINA 2.0: Violent Incident Information from News Articles',
	publisher: PUBLISHER,
	author: [
		{ family: 'Zhukov', given: 'Yuri' },
		{ family: 'Ayers', given: 'Natalie' }
	],
	URL: 'https://github.com/zhukovyuri/VIINA'
};

/** The columns of an extract of de-duplicated events, of VIINA 2.0's own files, and of VIINA 1. */
const TELLING = [
	['event_id_1pd', 'date', 'longitude', 'latitude'],
	['viina_version', 'event_id', 'date', 'longitude', 'latitude'],
	['geo_precision', 'geo_api', 'report_id', 'date', 'longitude', 'latitude']
];

/** Geocoders’ words for how exactly they found an address; a settlement is where the report says, or near it. */
const WHERE = new Map<string, Precision>([
	['STREET', 'exact'],
	['ADM4', 'near'],
	['ADM3', 'near'],
	['ADM2', 'district'],
	['ADM1', 'province'],
	['ADM0', 'country'],
	['PCLI', 'country']
]);
const KINDS = ['district', 'province'];
/** A headline at most: what is longer is a passage of the article, which a dossier does not keep. */
const MAX_HEADLINE = 160;
const MOST_LINKS = 100;

const TOO_MANY = {
	kind: 'types',
	expected: `at most ${MAX_TYPES} different types of events`,
	mend: 'Look whether the column holds something else than types.'
};
const NO_LINK = {
	kind: 'link',
	expected: 'an address that begins with http:// or https://',
	mend: 'It was left out; correct it by the source.'
};

/** VIINA 1 and 2, and the extract of its de-duplicated events; undefined for any other table. */
export function viinaMapper(columns: readonly string[]): RowMapper | undefined {
	const index = indexColumns(columns);
	if (!TELLING.some((names) => index.has(...names))) return undefined;
	const at = {
		id: index.at('event_id_1pd', 'event_id'),
		events: index.at('event_ids_matching'),
		date: index.at('date'),
		time: index.at('time'),
		outlets: index.at('sources_matching', 'source'),
		links: index.at('source_urls', 'url'),
		text: index.at('representative_text', 'text'),
		classes: index.at('target_classes'),
		place: index.at('asciiname', 'address', 'location_name'),
		adm1: index.at('adm1_name'),
		adm2: index.at('adm2_name'),
		lat: index.at('latitude'),
		lon: index.at('longitude'),
		precision: index.at('geo_precision'),
		feature: index.at('feature_code')
	};
	const position = [at.lat, at.lon] as const;
	const flags = CATEGORIES.map(([code, label]) => ({
		column: index.at(`t_${code}_b`, `t_${code}`),
		label
	})).filter(({ column }) => column >= 0);
	const initiators = INITIATORS.map(([column, name]) => ({
		column: index.at(`${column}_b`, column),
		name
	})).filter(({ column }) => column >= 0);
	const gathered = gather(DATASET, 'VIINA', true);
	const reader = rowReader(index);
	const readDate = dateReader('ymd', 1900);
	const classesOf = remembered(splitClasses);

	return {
		dataset: 'VIINA',
		get vocabulary() {
			return gathered.vocabulary;
		},
		map(row) {
			reader.begin(row);
			const dateText = cellAt(row, at.date);
			const date = readDate(dateText);
			if ('fault' in date) return reader.refuse(at.date, date.fault, dateText);
			const spot = reader.position(cellAt(row, at.lat), cellAt(row, at.lon), position, '');
			if (spot === undefined) return reader.refused;
			const classes = at.classes < 0 ? undefined : classesOf(cellAt(row, at.classes));
			const flagged = flags.filter(({ column }) => isSet(cellAt(row, column)));
			const [first = flagged[0]?.label ?? 'Report', second] = classes ?? [];
			const label = second === undefined ? first : 'Several targets';
			const type = gathered.type(label, aboutType);
			if (type === undefined) return reader.refuse(at.classes, TOO_MANY, label);

			const name = reader.name(cellAt(row, at.place), at.place);
			const precision =
				WHERE.get(cellAt(row, at.precision).toUpperCase()) ??
				WHERE.get(cellAt(row, at.feature).toUpperCase()) ??
				'near';
			const place = gathered.place(
				name,
				precision === 'district' || precision === 'province' ? precision : 'place',
				spot,
				[cellAt(row, at.adm2), cellAt(row, at.adm1)],
				KINDS
			);
			const by = initiators.filter(({ column }) => isSet(cellAt(row, column)));
			const actors = by.map(({ name }) => gathered.actor(name, 'armed forces'));

			const outlets = listed(cellAt(row, at.outlets));
			const links = listed(cellAt(row, at.links)).slice(0, MOST_LINKS);
			const headline =
				links.length === 1 && !cellAt(row, at.events).includes('|') ? cellAt(row, at.text) : '';
			const said = textOf(name, classes ?? flagged.map(({ label }) => label), by);
			const claims: Claim[] = [];
			const sources: CslItem[] = [];
			for (const link of links) {
				const host = hostOf(link);
				if (host === undefined) {
					reader.warn(at.links, NO_LINK, link);
					continue;
				}
				const source = sourceOf(link, host, date, headline);
				const outlet = speaker(outlets, host);
				sources.push(source);
				claims.push({
					by: outlet,
					stance: 'reports',
					text: said,
					source: String(source.id)
				});
			}
			// Without an address there is no article to cite: the data set says that an outlet reported it.
			if (claims.length === 0)
				claims.push({
					by: PUBLISHER,
					stance: 'reports',
					text:
						outlets.length > 0
							? reader.long(`${said} Reported by ${outlets.map(outletName).join(', ')}.`)
							: said,
					source: 'viina'
				});

			gathered.issued(date.year);
			const event: EventFeature = {
				type: 'Feature',
				id: reader.id('viina-', cellAt(row, at.id), at.id),
				geometry: spot && { type: 'Point', coordinates: spot },
				properties: {
					title: reader.short(name ? `${label}, ${name}` : label, at.place),
					// The date is that of the report: what it tells may have been on the day before.
					when: `${date.edtf}~`,
					time: timeOf(cellAt(row, at.time)),
					type,
					place,
					precision,
					concerns: [],
					actors,
					claims
				}
			};
			return reader.done(event, sources.length > 0 ? sources : NO_SOURCES);
		}
	};
}

function isSet(flag: string): boolean {
	return flag === '1' || flag === '1.0' || flag === 'TRUE' || flag === 'true';
}

function listed(cell: string): string[] {
	if (cell === '') return [];
	return cell.split('|').filter((part) => part !== '');
}

/** `FUEL_STORAGE_TERMINAL|PORT_EXPORT_LOGISTICS` → `Fuel storage terminal`, `Port export logistics`. */
function splitClasses(cell: string): readonly string[] {
	return listed(cell).map((code) => {
		const words = fitting(code.replace(/_/g, ' ').toLowerCase().trim(), MAX_SHORT_TEXT);
		return words.slice(0, 1).toUpperCase() + words.slice(1);
	});
}

/**
 * Who reports: the only outlet that VIINA names, or of several the one whose page it is. The two lists are sorted
 * each by itself, so that their order pairs nothing; a page of nobody among them speaks under its host's name.
 */
function speaker(outlets: readonly string[], host: string): string {
	const [only, second] = outlets;
	if (only !== undefined && second === undefined) return outletName(only);
	const owner = outletAt(host);
	return owner !== undefined ? outletName(owner) : host;
}

function sourceOf(link: string, host: string, date: DateRead, headline: string): CslItem {
	const owner = outletAt(host);
	const words =
		headline !== '' && headline.length <= MAX_HEADLINE ? fitting(headline, MAX_SHORT_TEXT) : '';
	return {
		id: `${slug(host, 40)}-${shortHash(link)}`,
		type: owner === undefined ? 'webpage' : 'article-newspaper',
		title: words || `[Report of ${date.edtf}]`,
		'container-title': owner === undefined ? host : outletName(owner),
		issued: { 'date-parts': [[date.year, date.month, date.day]] },
		URL: link
	};
}

/** What VIINA's machine made of the report, in our words; the article's own words are not taken. */
function textOf(place: string, labels: readonly string[], by: readonly { name: string }[]): string {
	const about = labels.length > 0 ? ` on ${labels.join(', ').toLowerCase()}` : '';
	const at = place ? `, located at ${place}` : '';
	const began = by.length > 0 ? ` Initiator: ${by.map(({ name }) => name).join('; ')}.` : '';
	return `A report${about}${at}, as VIINA’s classifier reads it.${began}`;
}

const aboutType = (label: string): TypeLook => ({
	role:
		label === 'Sanctions' || label === 'Report' || label === 'Not about military operations'
			? 'word'
			: label === 'Claim of territorial control' || label === 'Retreat' || label === 'Deportation'
				? 'movement'
				: 'armed'
});
