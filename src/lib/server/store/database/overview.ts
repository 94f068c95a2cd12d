import { OPEN_AFTER, PER_DEGREE } from '../../../core/columns/columns';
import type { Overview } from '../../../core/store/store';
import { allTerms, countGroups } from './counts';
import { groupsOf } from './groups';
import { Query, run, type Row } from './query';
import { binsOfSpans, spansOf } from './spans';
import { askParts, eachPart, type Source } from './tables';
import type { Terms } from './terms';
import type { Asked } from './where';

/** A question that lets everything through. */
export const EVERYTHING: Asked = { range: {}, plain: {}, listed: {}, firm: [], name: '' };

interface BoundsRow extends Row {
	west: number | null;
	south: number | null;
	east: number | null;
	north: number | null;
	known: number | null;
}

export async function overviewOf(source: Source, terms: Terms): Promise<Overview> {
	const [groups, spans, bounds] = await Promise.all([
		groupsOf(source, EVERYTHING),
		spansOf(source, EVERYTHING),
		boundsOf(source)
	]);
	const { west, south, east, north, known } = bounds;
	const { facets } = countGroups(groups, EVERYTHING, terms);
	return {
		facets: { ...facets, ...allTerms(terms), sources: new Map() },
		bounds: binsOfSpans(spans, undefined, [0, 1], terms).bounds,
		spread:
			west === null || south === null || east === null || north === null
				? undefined
				: [
						[west / PER_DEGREE, south / PER_DEGREE],
						[east / PER_DEGREE, north / PER_DEGREE]
					],
		firstKnown: known === null || known === OPEN_AFTER ? undefined : known
	};
}

async function boundsOf(source: Source): Promise<BoundsRow> {
	const least = (of: keyof BoundsRow, column: string, way: 'min' | 'max') =>
		`${way}(${column}) AS ${of}`;
	const columns = (names: Record<'west' | 'south' | 'east' | 'north' | 'known', string>) =>
		[
			least('west', names.west, 'min'),
			least('south', names.south, 'min'),
			least('east', names.east, 'max'),
			least('north', names.north, 'max'),
			least('known', names.known, 'min')
		].join();
	const rows = await askParts<BoundsRow>(source, (query) => {
		const parts = eachPart(
			source,
			{
				range: {},
				table: 'events',
				columns: () =>
					columns({ west: 'lon', south: 'lat', east: 'lon', north: 'lat', known: 'known' }),
				where: () => 'true'
			},
			query
		);
		return `SELECT ${columns({ west: 'west', south: 'south', east: 'east', north: 'north', known: 'known' })}
			FROM (${parts}) AS part`;
	});
	return rows[0] ?? { west: null, south: null, east: null, north: null, known: null };
}

/** How many events there are of which something was known on a day, if one is given. */
export async function totalOf(source: Source, asked: Asked): Promise<number> {
	const groups = await groupsOf(source, asked);
	return groups.reduce((sum, { count }) => sum + count, 0);
}

/** The numbers of those of some sources that there are. */
export async function sourceNumbers(
	{ sql, number }: Source,
	ids: readonly string[]
): Promise<number[]> {
	const query = new Query();
	const rows = await run<{ number: number }>(
		sql,
		`SELECT number FROM dateline.sources
		WHERE dossier = ${query.int(number)} AND id = ANY (${query.texts(ids)})`,
		query
	);
	return rows.map((row) => row.number);
}
