import type { Claim, CslItem, EventFeature, Figure, Precision } from '../../dossier/schema';
import type { RowMapper } from '../import';
import { cellAt, indexColumns } from './columns';
import { dateReader, NO_DATE } from './day';
import { ALL_SIDES, countOf, killed } from './figures';
import { NO_SOURCES, rowReader } from './row-reader';
import { remembered } from './text';
import { readArticles } from './ucdp-articles';
import { gather, type TypeLook } from './vocabulary';
import { dayOrInterval } from './when';

const PUBLISHER = 'Uppsala Conflict Data Program';
const DATASET: CslItem = {
	id: 'ucdp-ged',
	type: 'dataset',
	title: 'UCDP Georeferenced Event Dataset (GED)',
	publisher: PUBLISHER,
	URL: 'https://ucdp.uu.se/downloads/'
};

/** Columns that every version of GED has, and no other table. */
const TELLING = [
	'where_prec',
	'date_prec',
	'type_of_violence',
	'date_start',
	'latitude',
	'longitude'
];

/** The codes of `where_prec` in our words: docs/format.md, “Precision”. 2 reaches up to about 25 km. */
const WHERE = new Map<string, { precision: Precision; kind: string }>([
	['1', { precision: 'exact', kind: 'place' }],
	['2', { precision: 'near', kind: 'place' }],
	['3', { precision: 'district', kind: 'district' }],
	['4', { precision: 'province', kind: 'province' }],
	['5', { precision: 'region', kind: 'region' }],
	['6', { precision: 'country', kind: 'country' }],
	['7', { precision: 'region', kind: 'international waters or airspace' }]
]);
const UNKNOWN_WHERE = { precision: 'unknown', kind: 'place' } as const;
const NEAR_KM = 25;

const VIOLENCE = new Map<string, string>([
	['1', 'State-based conflict'],
	['2', 'Non-state conflict'],
	['3', 'One-sided violence']
]);
const OTHER_VIOLENCE = 'Organised violence';

const CODE = { kind: 'code', mend: 'Correct it by the codebook; it was taken as not known.' };
const KINDS = ['district', 'province', 'country'];

/** UCDP GED, versions 5 to 25 and its candidate events; undefined for any other table. */
export function ucdpMapper(columns: readonly string[]): RowMapper | undefined {
	const index = indexColumns(columns);
	if (!index.has(...TELLING)) return undefined;
	const at = {
		id: index.at('id'),
		violence: index.at('type_of_violence'),
		sideA: index.at('side_a'),
		sideB: index.at('side_b'),
		articles: index.at('source_article'),
		wherePrec: index.at('where_prec'),
		where: index.at('where_coordinates'),
		adm1: index.at('adm_1'),
		adm2: index.at('adm_2'),
		lat: index.at('latitude'),
		lon: index.at('longitude'),
		country: index.at('country'),
		clarity: index.at('event_clarity'),
		datePrec: index.at('date_prec'),
		start: index.at('date_start'),
		end: index.at('date_end'),
		deathsA: index.at('deaths_a'),
		deathsB: index.at('deaths_b'),
		civilians: index.at('deaths_civilians'),
		best: index.at('best', 'best_est'),
		low: index.at('low', 'low_est'),
		high: index.at('high', 'high_est')
	};
	const position = [at.lat, at.lon] as const;
	const gathered = gather(DATASET, 'UCDP GED', true);
	const reader = rowReader(index);
	const readDate = dateReader('ymd', 1900);
	const typeOf = remembered((code: string) =>
		gathered.type(VIOLENCE.get(code) ?? OTHER_VIOLENCE, aboutType)
	);

	return {
		dataset: 'UCDP GED',
		get vocabulary() {
			return gathered.vocabulary;
		},
		map(row) {
			reader.begin(row);
			const startText = cellAt(row, at.start);
			const endText = cellAt(row, at.end) || startText;
			const start = readDate(startText);
			if ('fault' in start) return reader.refuse(at.start, start.fault, startText);
			const end = readDate(endText);
			if ('fault' in end) return reader.refuse(at.end, end.fault, endText);
			const datePrec = cellAt(row, at.datePrec);
			const when = dayOrInterval(start, end);
			if (when === undefined) return reader.refuse(at.end, ENDS_FIRST, `${startText}, ${endText}`);
			const country = cellAt(row, at.country);
			const spot = reader.position(cellAt(row, at.lat), cellAt(row, at.lon), position, country);
			if (spot === undefined) return reader.refused;

			const code = cellAt(row, at.wherePrec);
			const where = WHERE.get(code) ?? UNKNOWN_WHERE;
			if (where === UNKNOWN_WHERE)
				reader.warn(at.wherePrec, { ...CODE, expected: 'a where_prec from 1 to 7' }, code);
			const dated = datePrec >= '1' && datePrec <= '5' && datePrec.length === 1;
			if (!dated)
				reader.warn(at.datePrec, { ...CODE, expected: 'a date_prec from 1 to 5' }, datePrec);
			const violence = cellAt(row, at.violence);
			if (!VIOLENCE.get(violence))
				reader.warn(at.violence, { ...CODE, expected: 'a type_of_violence from 1 to 3' }, violence);

			const name = reader.name(cellAt(row, at.where), at.where);
			const place = gathered.place(
				name,
				where.kind,
				spot,
				[cellAt(row, at.adm2), cellAt(row, at.adm1), country],
				KINDS
			);
			const sides = [cellAt(row, at.sideA), cellAt(row, at.sideB)];
			const actors: string[] = [];
			for (const side of sides)
				if (side) {
					const actor = gathered.actor(side);
					if (!actors.includes(actor)) actors.push(actor);
				}

			const numbers = [at.best, at.low, at.high, at.deathsA, at.deathsB, at.civilians].map(
				(column) => {
					const count = countOf(cellAt(row, column));
					if (typeof count !== 'object') return count;
					reader.warn(column, count.fault, cellAt(row, column));
					return undefined;
				}
			);
			const [best, low, high, deathsA, deathsB, deathsCivilians] = numbers;
			const figures: Figure[] = [];
			const add = (side: string, n?: number, min = n, max = n) => {
				const { figure, warning } = killed(side, n, min, max);
				if (warning) reader.warn(at.low, warning, `low ${min}, best ${n}, high ${max}`);
				if (figure) figures.push(figure);
			};
			if (best || low || high) add(gathered.actor(ALL_SIDES, 'total'), best, low, high);
			if (deathsA && sides[0]) add(gathered.actor(sides[0]), deathsA);
			if (deathsB && sides[1] && violence !== '3') add(gathered.actor(sides[1]), deathsB);
			if (deathsCivilians) add(gathered.actor('Civilians'), deathsCivilians);

			const label = VIOLENCE.get(violence) ?? OTHER_VIOLENCE;
			const written = cellAt(row, at.articles);
			const articles = readArticles(written);
			if (!articles && written !== '') reader.warn(at.articles, ARTICLES, written);
			const claims: Claim[] = [
				{
					by: PUBLISHER,
					stance: 'reports',
					text: reader.long(textOf(label, sides, numbers, cellAt(row, at.clarity), datePrec)),
					source: 'ucdp-ged',
					figures: figures.length > 0 ? figures : undefined
				}
			];
			for (const { by, source } of articles ?? [])
				claims.push({ by, stance: 'reports', text: CITED, source: String(source.id) });

			gathered.issued(end.year);
			const event: EventFeature = {
				type: 'Feature',
				id: reader.id('ucdp-', cellAt(row, at.id), at.id),
				geometry: spot && { type: 'Point', coordinates: spot },
				properties: {
					title: reader.short(name || country ? `${label}, ${name || country}` : label, at.where),
					when: dated ? when : unsure(when),
					type: typeOf(violence) as string,
					place,
					precision: where.precision,
					radiusKm: code === '2' ? NEAR_KM : undefined,
					concerns: [],
					actors,
					claims
				}
			};
			return reader.done(event, articles ? articles.map(({ source }) => source) : NO_SOURCES);
		}
	};
}

const ENDS_FIRST = {
	kind: 'date',
	expected: 'a date_end on or after date_start',
	mend: NO_DATE.mend
};
const ARTICLES = {
	kind: 'articles',
	expected: '"publisher,YYYY-MM-DD,headline" entries, each in quotes, with semicolons between them',
	mend: 'They could not be told apart, so the data set alone is cited; add the articles by hand.'
};
/** What an article says is not in the table: only that UCDP coded the event from it. */
const CITED = 'Named by UCDP as a report from which it coded this event.';

const aboutType = (label: string): TypeLook => ({
	role: 'armed',
	...(label === VIOLENCE.get('2') && { symbol: 'hexagon' as const }),
	...(label === VIOLENCE.get('3') && { symbol: 'square' as const })
});

const DATES = new Map<string, string>([
	['2', ' The day is known only within two to six days.'],
	['3', ' Only the week is known.'],
	['4', ' The date is known only within about a month.'],
	['5', ' The date is known only within a longer time, up to about a year.']
]);

/** What UCDP says of the event, in our words. */
function textOf(
	label: string,
	sides: readonly string[],
	[best, low, high]: readonly (number | undefined)[],
	clarity: string,
	datePrec: string
): string {
	const between = sides.filter(Boolean).join(' and ');
	const deaths =
		best === undefined
			? ''
			: low === best && high === best
				? ` Deaths by its estimate: ${best}.`
				: ` Deaths by its best estimate: ${best} (low ${low ?? 'not given'}, high ${high ?? 'not given'}).`;
	return (
		`Coded as ${label.toLowerCase()}${between ? `: ${between}` : ''}.${deaths}` +
		(clarity === '2' ? ' Coded with lower clarity (event_clarity 2).' : '') +
		(DATES.get(datePrec) ?? '')
	);
}

function unsure(when: string): string {
	return when
		.split('/')
		.map((end) => `${end}?`)
		.join('/');
}
