import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { emptyColumns, PER_DEGREE, type Columns } from '../../../src/lib/core/columns/columns';
import { dateIndex, OUTSIDE, rowState } from '../../../src/lib/core/columns/dates';
import { countAllRows, countColumnFacets } from '../../../src/lib/core/columns/facets';
import { createColumnFilter } from '../../../src/lib/core/columns/filter';
import { columnsOf } from '../../../src/lib/core/columns/from-dossier';
import { isNear } from '../../../src/lib/core/columns/near';
import { nameWords, searchRows } from '../../../src/lib/core/columns/search';
import { dayOf } from '../../../src/lib/core/date/day';
import { matchRange } from '../../../src/lib/core/date/match';
import type { DossierEvent } from '../../../src/lib/core/dossier/dossier';
import { PRECISIONS } from '../../../src/lib/core/dossier/schema';
import { statusOf } from '../../../src/lib/core/dossier/status';
import { symbolPoint } from '../../../src/lib/core/place/precision';
import { countAll, countFacets } from '../../../src/lib/core/view/facets';
import { createFilter } from '../../../src/lib/core/view/filter';
import { listOrder } from '../../../src/lib/core/view/order';
import { words, wrongLetters } from '../../../src/lib/core/view/search';
import { eventTable } from '../../../src/lib/core/view/table';
import { KNOWN_PRECISIONS, STATUSES, type View } from '../../../src/lib/core/view/view';
import { DAYS, FIRST_DAY, syntheticColumns } from '../../synthetic/columns';
import { fileInMemory, ownWords } from '../../synthetic/events-file';
import { syntheticDossier } from '../view/synthetic';

const TODAY = 18_900;
const OPENING = dayOf(2021, 9, 1);
const dossier = syntheticDossier(400, 17);
dossier.header.openingView = { ...dossier.header.openingView, from: '2021-09-01' };
const { events } = dossier;
const sources = new Map(dossier.sources.map((source) => [source.id, source]));
const status = (event: DossierEvent) => statusOf(event, sources, TODAY);
const columns = columnsOf(dossier, TODAY);
const index = dateIndex(columns);
const file = fileInMemory(dossier, TODAY);
const names = nameWords(dossier, columns);
const table = eventTable(dossier, status);

const placeNames = new Map(dossier.places.map(({ id, names }) => [id, names]));
const actorNames = new Map(dossier.header.actors.map(({ id, names }) => [id, names]));
/** Every place that a place lies in, itself among them, by going from one to the next. */
function within(id: string, seen: string[] = []): string[] {
	if (seen.includes(id)) return seen;
	const next = dossier.places.find((place) => place.id === id)?.within ?? [];
	return next.reduce((all, outer) => within(outer, all), [...seen, id]);
}
const placesOf = ({ place, claims }: DossierEvent) =>
	[place, ...claims.map((claim) => claim.place)].flatMap((id) => (id ? within(id) : []));
const actorsOf = ({ actors, claims }: DossierEvent) => [...actors, ...claims.map(({ by }) => by)];

/** All words that an event is found by. */
const wordsOf = new Map(
	events.map((event) => [
		event.id,
		[
			...ownWords(event, dossier),
			...placesOf(event).flatMap((id) => Object.values(placeNames.get(id) ?? {}).flat()),
			...actorsOf(event).flatMap((id) => Object.values(actorNames.get(id) ?? {}).flat()),
			...event.claims.map(({ source }) => sources.get(source)?.publisher ?? '')
		].flatMap((text) => words(text))
	])
);

const rounded = (degrees: number) => Math.round(degrees * PER_DEGREE) / PER_DEGREE;

/** The same question asked plainly, one event and one filter at a time. */
const PLAIN: {
	[K in keyof View]?: (event: DossierEvent, chosen: NonNullable<View[K]>) => boolean;
} = {
	types: (event, ids) => ids.includes(event.type),
	actors: (event, ids) => ids.some((id) => actorsOf(event).includes(id)),
	sources: (event, ids) => event.claims.some(({ source }) => ids.includes(source)),
	places: (event, ids) => placesOf(event).some((id) => ids.includes(id)),
	status: (event, names) => names.includes(status(event).status),
	contested: (event) => status(event).contested,
	precision: (event, name) => PRECISIONS.indexOf(event.precision) <= PRECISIONS.indexOf(name),
	only: (event, which) => (which === 'undated' ? event.when === null : !symbolPoint(event)),
	area: (event, area) => {
		const at = symbolPoint(event);
		if (!at || area.kind !== 'box') return false;
		const [lon, lat] = at.map(rounded) as [number, number];
		const between =
			area.west > area.east
				? !(lon < area.west && lon > area.east)
				: lon >= area.west && lon <= area.east;
		return between && lat >= area.south && lat <= area.north;
	},
	q: (event, text) =>
		words(text).every((word) =>
			wordsOf
				.get(event.id)
				?.some((own) => own.startsWith(word) || isNear(own, word, wrongLetters(word)))
		)
};
const passes = (event: DossierEvent, view: View) =>
	(Object.keys(PLAIN) as (keyof typeof PLAIN)[]).every((key) => {
		const test = PLAIN[key] as (event: DossierEvent, chosen: unknown) => boolean;
		return view[key] === undefined || test(event, view[key]);
	}) && matchRange(event.when, view) !== 'outside';
const plainly = (view: View) => events.filter((event) => passes(event, view));

const WORDS = ['harbour', 'bridge', 'cross', 'place', 'no-such-word'];
const option = <T>(value: fc.Arbitrary<T>, freq = 3) => fc.option(value, { nil: undefined, freq });
const ids = (items: readonly { id: string }[], maxLength: number) =>
	option(
		fc.subarray(
			items.map(({ id }) => id),
			{ minLength: 1, maxLength }
		),
		1
	);
const day = fc.integer({ min: dayOf(2020, 12, 1), max: dayOf(2022, 12, 1) });
const views: fc.Arbitrary<View> = fc
	.record({
		range: fc.tuple(option(day), option(day)),
		types: ids(dossier.header.types, 6),
		actors: ids(dossier.header.actors, 6),
		sources: ids(dossier.sources, 20),
		places: ids(dossier.places, 8),
		status: option(fc.subarray([...STATUSES], { minLength: 1 }), 1),
		contested: option(fc.constant(true as const), 1),
		precision: option(fc.constantFrom(...KNOWN_PRECISIONS), 1),
		only: option(fc.constantFrom('undated' as const, 'unplaced' as const), 1),
		q: option(
			fc.subarray(WORDS, { minLength: 1, maxLength: 2 }).map((found) => found.join(' ')),
			1
		),
		area: option(
			fc.record({
				kind: fc.constant('box' as const),
				west: fc.integer({ min: -180, max: 180 }),
				east: fc.integer({ min: -180, max: 180 }),
				south: fc.integer({ min: -90, max: 0 }),
				north: fc.integer({ min: 1, max: 90 })
			}),
			1
		)
	})
	.map(({ range: [a, b], ...view }) => {
		const [from, to] = a !== undefined && b !== undefined && a > b ? [b, a] : [a, b];
		return { ...view, from, to, others: [] };
	});
const runs = { seed: 20_210_513, numRuns: 500 };

/** What the file says of a view. */
const foundIn = async ({ q, sources }: View) => ({
	q: q === undefined ? undefined : await searchRows(columns, names, q, file.rowsWithWord),
	sources: sources && (await file.rowsCiting(sources))
});

describe('the filter over columns', () => {
	const filter = createColumnFilter(columns, index, OPENING);
	const idsFrom = (rows: Iterable<number>) => [...rows].map((row) => events[row]?.id);

	it('shows and counts what asking each event plainly does, in the order of the list', async () => {
		await fc.assert(
			fc.asyncProperty(views, async (view) => {
				const { list, tallies, certain, candidates } = filter(view, await foundIn(view));
				const plain = plainly(view);
				const shown = plain.map((event) => ({
					event,
					match: matchRange(event.when, view) as 'certain' | 'possible'
				}));
				const { own, background } = listOrder(dossier, shown);
				expect(idsFrom(list.rowsFrom(0, list.length))).toEqual(
					[...own, ...background].map(({ event }) => event.id)
				);
				expect(certain).toBe(shown.filter(({ match }) => match === 'certain').length);
				expect(candidates).toBe(plainly({ ...view, from: undefined, to: undefined }).length);
				const without = { ...view, only: undefined };
				expect(tallies).toEqual({
					shown: plain.length,
					total: events.length,
					undated: plainly({ ...without, only: 'undated' }).length,
					unplaced: plainly({ ...without, only: 'unplaced' }).length
				});
			}),
			runs
		);
	});

	it('counts for each option what the counts over events say', async () => {
		const small = createFilter({ ...table, search: () => new Set() });
		await fc.assert(
			fc.asyncProperty(views, async (view) => {
				// Areas and words are found elsewhere to another exactness; the test above has them.
				const asked = { ...view, q: undefined, area: undefined };
				const facets = countColumnFacets(filter(asked, await foundIn(asked)));
				const expected = countFacets(small(asked));
				for (const name of ['types', 'status', 'places', 'actors', 'publishers'] as const) {
					const every = new Set([...facets[name].keys(), ...expected[name].keys()]);
					for (const id of every)
						expect(facets[name].get(id) ?? 0, `${name} ${id}`).toBe(expected[name].get(id) ?? 0);
				}
				expect(facets.precision).toEqual(expected.precision);
				expect(facets.contested).toBe(expected.contested);
			}),
			{ ...runs, numRuns: 150 }
		);
		const all = countAllRows(columns, index);
		expect(new Map([...all.places].filter(([, count]) => count > 0))).toEqual(
			countAll(table).places
		);
	});

	it('gives any stretch of the list, and the place of any row in it', async () => {
		await fc.assert(
			fc.asyncProperty(views, fc.nat(420), fc.nat(60), async (view, from, count) => {
				const { list } = filter(view, await foundIn(view));
				const all = [...list.rowsFrom(0, list.length)];
				expect([...list.rowsFrom(from, count)]).toEqual(all.slice(from, from + count));
				for (let row = 0; row < columns.length; row += 7)
					expect(list.indexOf(row)).toBe(all.indexOf(row));
			}),
			runs
		);
	});

	it('keeps what the filters say, the very array, while only the range changes', async () => {
		const view: View = { types: ['type-1'], q: 'bridge', others: [] };
		const found = await foundIn(view);
		const before = filter({ ...view, from: 18_700 }, found);
		const after = filter({ ...view, from: 18_800 }, found);
		expect(after.failures).toBe(before.failures);
		const other = filter({ ...view, q: undefined, from: 18_800 }, {});
		expect(other.failures).not.toBe(before.failures);
		// What was given before stays as it was.
		expect(after.failures).toBe(before.failures);
	});

	it('takes a range whose ends are the wrong way round as a plain loop does', () => {
		const range = { from: 18_900, to: 18_800 };
		const { list } = filter(range, {});
		const rows = [...list.rowsFrom(0, list.length)].sort((a, b) => a - b);
		const plain = Array.from({ length: columns.length }, (_, row) => row);
		expect(rows).toEqual(plain.filter((row) => rowState(columns, row, range) !== OUTSIDE));
	});

	it('filters no rows at all', () => {
		const none = emptyColumns(0);
		const { list, tallies } = createColumnFilter(none, dateIndex(none))({ from: 1, to: 2 }, {});
		expect(tallies).toEqual({ shown: 0, total: 0, undated: 0, unplaced: 0 });
		expect(list.rowsFrom(0, 10)).toHaveLength(0);
		expect(list.indexOf(0)).toBe(-1);
	});
});

describe('the filter over many columns', () => {
	let many: Columns;
	beforeAll(() => (many = syntheticColumns(30_000, 8)));

	it('counts and lists what a plain loop over the rows does', () => {
		const wide = dateIndex(many);
		const opening = FIRST_DAY + 700;
		const filter = createColumnFilter(many, wide, opening);
		const bound = fc.option(fc.integer({ min: FIRST_DAY - 40, max: FIRST_DAY + DAYS + 40 }), {
			nil: undefined
		});
		const types = fc.option(fc.subarray([...many.types], { minLength: 1 }), { nil: undefined });
		fc.assert(
			fc.property(bound, bound, types, (from, to, types) => {
				const { list, certain } = filter({ from, to, types }, {});
				const rows: number[] = [];
				const background: number[] = [];
				let sure = 0;
				for (let row = 0; row < many.length; row++) {
					const state = rowState(many, row, { from, to });
					if (state === OUTSIDE) continue;
					if (types && !types.includes(many.types[many.type[row] as number] as string)) continue;
					if (state === 2) sure++;
					((many.possibleLast[row] as number) < opening ? background : rows).push(row);
				}
				expect([...list.rowsFrom(0, list.length)]).toEqual([...rows, ...background]);
				expect(certain).toBe(sure);
			}),
			{ ...runs, numRuns: 60 }
		);
	});
});
