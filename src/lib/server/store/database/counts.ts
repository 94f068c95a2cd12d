import { PRECISIONS } from '../../../core/dossier/schema';
import type { Counts } from '../../../core/store/store';
import { atLeast, type Counts as Counted, type Facets } from '../../../core/view/facets';
import { FAILS, type Tallies } from '../../../core/view/filter';
import { STATUSES } from '../../../core/view/view';
import { daysSql, failuresOf, type Group } from './groups';
import { all, type Query, type Row } from './query';
import { askParts, eachPart, type Source } from './tables';
import { KINDS, type Named, type Terms } from './terms';
import { filtersSql, isCounted, isPlain, type Asked } from './where';

/** What is counted of groups: who is shown, and the options of the plain filters. */
export interface GroupCounts {
	tallies: Omit<Tallies, 'total'>;
	certain: number;
	facets: Pick<Facets, 'types' | 'status' | 'contested' | 'precision'>;
}

/** As `countColumnFacets` of core/columns/facets.ts: a group counts for an option where no other filter is against it. */
export function countGroups(groups: readonly Group[], { plain }: Asked, terms: Terms): GroupCounts {
	const types = new Map<string, number>();
	const status = new Map<string, number>();
	const precision = new Uint32Array(PRECISIONS.length);
	const tallies = { shown: 0, undated: 0, unplaced: 0 };
	let contested = 0;
	let certain = 0;
	for (const group of groups) {
		const { count } = group;
		const failed = failuresOf(group, plain);
		if ((failed & (failed - 1)) !== 0) continue;
		if ((failed & ~FAILS.only) === 0) {
			if (group.undated) tallies.undated += count;
			if (!group.placed) tallies.unplaced += count;
		}
		if (failed === 0) {
			tallies.shown += count;
			if (group.certain) certain += count;
		}
		if ((failed & ~FAILS.types) === 0) add(types, terms.types.ids.get(group.type), count);
		if ((failed & ~FAILS.status) === 0) add(status, STATUSES[group.status], count);
		if ((failed & ~FAILS.contested) === 0 && group.contested) contested += count;
		if ((failed & ~FAILS.precision) === 0)
			precision[group.precision] = (precision[group.precision] ?? 0) + count;
	}
	return {
		tallies,
		certain,
		facets: { types, status, contested, precision: atLeast(precision) }
	};
}

function add(counts: Map<string, number>, id: string | undefined, count: number): void {
	if (id !== undefined) counts.set(id, (counts.get(id) ?? 0) + count);
}

const LISTS = ['places', 'actors', 'publishers'] as const;
type List = (typeof LISTS)[number];
/** Publishers are chosen as their sources. */
const FILTER_OF = { places: 'places', actors: 'actors', publishers: 'sources' } as const;

interface TermRow extends Row {
	kind: number;
	number: number;
	count: unknown;
}

export type ListFacets = Pick<Facets, List>;

/**
 * How many events each place, actor and publisher would show.
 * @param strict of what is shown: all filters hold, those by the same list, too
 */
export async function countTerms(
	source: Source,
	asked: Asked,
	terms: Terms,
	kinds: readonly List[] = LISTS,
	strict = false
): Promise<ListFacets> {
	const rows = await askParts<TermRow>(source, (query) => {
		const parts = alike(asked, kinds, strict).map((one) => termsSql(source, one, query));
		return `SELECT kind, number, sum(count) AS count FROM (${parts.join(' UNION ALL ')}) AS part GROUP BY 1, 2`;
	});
	const facets = { places: new Map(), actors: new Map(), publishers: new Map() } as Record<
		List,
		Map<string, number>
	>;
	const names = new Map<number, Named>(kinds.map((kind) => [KINDS[kind], kind]));
	for (const { kind, number, count } of rows) {
		const name = names.get(kind) as List | undefined;
		if (name) add(facets[name], terms[name].ids.get(number), Number(count));
	}
	return facets;
}

/** Kinds of which the same is asked. */
interface Alike {
	kinds: readonly List[];
	asked: Asked;
}

/** Of each kind the filters are asked that are not its own; kinds of which those are the same, together. */
function alike(asked: Asked, kinds: readonly List[], strict: boolean): Alike[] {
	const found = new Map<string, Alike & { kinds: List[] }>();
	for (const kind of kinds) {
		const others = Object.entries(asked.listed).filter(
			([key]) => strict || key !== FILTER_OF[kind]
		);
		const name = others.map(([key]) => key).join();
		const known = found.get(name);
		if (known) known.kinds.push(kind);
		else
			found.set(name, { kinds: [kind], asked: { ...asked, listed: Object.fromEntries(others) } });
	}
	return [...found.values()];
}

function termsSql(source: Source, { kinds, asked }: Alike, query: Query): string {
	const byDay = isCounted(asked) && isPlain(asked);
	const own = query.ints(kinds.map((kind) => KINDS[kind]));
	const parts = eachPart(
		source,
		{
			range: asked.range,
			table: 'event_terms',
			columns: () => 'kind, number, count(*) AS count',
			where: (part) => all([`kind = ANY (${own})`, ...filtersSql(asked, part)]),
			end: () => 'GROUP BY 1, 2',
			skip: ({ narrow }) => byDay && narrow
		},
		query
	);
	return byDay ? `${parts} UNION ALL (${daysOfTerms(source, asked, own, query)})` : parts;
}

/** The counts that are kept by day: of all but the wide, those of shards too. */
function daysOfTerms(source: Source, { range }: Asked, kinds: string, query: Query): string {
	return `SELECT kind, term.number, sum(term.count)
		FROM dateline.day_terms, unnest(numbers, counts) AS term(number, count)
		WHERE ${all([`kind = ANY (${kinds})`, ...daysSql(source, range, query)])} GROUP BY 1, 2`;
}

/** The options of a dossier, whatever is filtered. */
export function allTerms(terms: Terms): ListFacets {
	const of = (kind: Named): Counted => terms[kind].events;
	return { places: of('places'), actors: of('actors'), publishers: of('publishers') };
}

export function countsOf(
	{ tallies, certain, facets }: GroupCounts,
	lists: ListFacets,
	rest: { total: number; candidates: number }
): Counts {
	return {
		tallies: { ...tallies, total: rest.total },
		certain,
		candidates: rest.candidates,
		facets: { ...facets, ...lists, sources: new Map() }
	};
}
