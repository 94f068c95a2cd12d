import { OPEN_AFTER } from '../../../core/columns/columns';
import { nameTest } from '../../../core/columns/search';
import type { Day } from '../../../core/date/day';
import type { DayRange } from '../../../core/date/match';
import { PRECISIONS } from '../../../core/dossier/schema';
import type { Question } from '../../../core/store/store';
import { words, wrongLetters } from '../../../core/view/search';
import { STATUSES } from '../../../core/view/view';
import { areaSql } from './area';
import type { Frame } from './frame';
import type { Query } from './query';
import { numbersOf, type Terms } from './terms';

/** A condition on a row, put into a query. */
export type Condition = (query: Query) => string;

/** The filters that group rows by a value of theirs have: they are asked in the groups, too. */
export interface Plain {
	/** Numbers; undefined lets all through. */
	types?: readonly number[] | undefined;
	status?: readonly number[] | undefined;
	contested?: true | undefined;
	/** Index of the coarsest in PRECISIONS. */
	precision?: number | undefined;
	only?: 'undated' | 'unplaced' | undefined;
}

/** The filters whose options are counted and that only the rows themselves answer. */
export type ListedKey = 'places' | 'actors' | 'sources';

/** A question in the numbers of the tables. */
export interface Asked {
	range: DayRange;
	plain: Plain;
	listed: Partial<Record<ListedKey, Condition>>;
	/** Words, area and `asof`: what fails them counts for no option of any filter. */
	firm: readonly Condition[];
	/** What `firm` and `listed` are made of, as a text: questions that differ only in the others share it. */
	name: string;
}

/** What a question's ids and words are looked up in. */
export interface Lookup {
	terms: Terms;
	frame: () => Promise<Frame>;
	/** Numbers of the sources of these ids. */
	sources: (ids: readonly string[]) => Promise<readonly number[]>;
	/** Numbers of the words that begin so, or are one but for some letters. */
	words: (word: string, wrong: number) => Promise<readonly number[]>;
}

export async function askedOf(question: Question, lookup: Lookup): Promise<Asked> {
	const { types, status, contested, precision, only, places, actors, sources, area, q, asof } =
		question;
	const { terms } = lookup;
	const overlaps =
		(column: string, numbers: readonly number[]): Condition =>
		(query) =>
			numbers.length === 0 ? 'false' : `${column} && ${query.ints(numbers)}`;
	const sourceNumbers = sources && (await lookup.sources(sources));
	return {
		range: { from: question.from, to: question.to },
		plain: {
			types: types && numbersOf(terms.types, types),
			status: status?.map((name) => STATUSES.indexOf(name)),
			contested,
			precision: precision && PRECISIONS.indexOf(precision),
			only
		},
		listed: {
			...(places && { places: overlaps('places', numbersOf(terms.places, places)) }),
			...(actors && { actors: overlaps('actors', numbersOf(terms.actors, actors)) }),
			...(sourceNumbers && { sources: overlaps('cites', sourceNumbers) })
		},
		firm: [
			...(asof === undefined ? [] : [knownBy(asof)]),
			...(area ? [(query: Query) => areaSql(area, query)] : []),
			...(q === undefined ? [] : await wordConditions(q, lookup))
		],
		name: JSON.stringify([asof, area, q, places, actors, sources])
	};
}

export function knownBy(asof: Day): Condition {
	return (query) => `known <= ${query.int(asof)}`;
}

/** What `searchRows` of core/columns/search.ts finds: one condition a word. */
async function wordConditions(q: string, lookup: Lookup): Promise<Condition[]> {
	const wanted = [...new Set(words(q))];
	// What is no word at all is found nowhere.
	if (wanted.length === 0) return [() => 'false'];
	const { names, numbers } = await lookup.frame();
	return Promise.all(
		wanted.map(async (word): Promise<Condition> => {
			const isNamed = nameTest(word);
			const named = (key: keyof typeof names) =>
				(numbers[key] as readonly number[]).filter((_, i) => isNamed(names[key][i] ?? []));
			const found = [
				['words', await lookup.words(word, wrongLetters(word))],
				['places', named('places')],
				['actors', named('actors')],
				['publishers', named('publishers')]
			] as const;
			return (query) =>
				found
					.filter(([, own]) => own.length > 0)
					.map(([column, own]) => `${column} && ${query.ints(own)}`)
					.join(' OR ') || 'false';
		})
	);
}

/** Whether a question is answered by the counts in dateline.days. */
export function isCounted({ listed, firm }: Asked): boolean {
	return firm.length === 0 && Object.keys(listed).length === 0;
}

/** Whether no plain filter keeps anything out. */
export function isPlain({ plain }: Asked): boolean {
	return Object.values(plain).every((one) => one === undefined);
}

/** The conditions of the plain filters. @param table which names what has no spot in its own way */
export function plainSql(
	{ types, status, contested, precision, only }: Plain,
	query: Query,
	table: 'events' | 'days' = 'events'
): string[] {
	return [
		...(types ? [`type = ANY (${query.ints(types)})`] : []),
		...(status ? [`status = ANY (${query.ints(status)})`] : []),
		...(contested ? ['contested'] : []),
		...(precision === undefined ? [] : [`precision <= ${query.int(precision)}`]),
		...(only === 'undated' ? [`first = ${OPEN_AFTER}`] : []),
		...(only === 'unplaced' ? [table === 'days' ? 'NOT placed' : 'lat IS NULL'] : [])
	];
}

/** The conditions of all filters, but for the dates. */
export function filtersSql(asked: Asked, query: Query): string[] {
	return [
		...asked.firm.map((condition) => condition(query)),
		...Object.values(asked.listed).map((condition) => condition(query)),
		...plainSql(asked.plain, query)
	];
}

/** Whether a row is certainly inside a range, once it is not outside. */
export function certainSql({ from, to }: DayRange, query: Query): string {
	if (from === undefined && to === undefined) return 'true';
	return [
		'sure',
		...(from === undefined ? [] : [`possible_first >= ${query.int(from)}`]),
		...(to === undefined ? [] : [`possible_last <= ${query.int(to)}`])
	].join(' AND ');
}
