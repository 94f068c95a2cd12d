import { describe, expect, it } from 'vitest';
import { columnsOf } from '../../../src/lib/core/columns/from-dossier';
import {
	freeDay,
	isUndated,
	NOWHERE,
	PER_DEGREE,
	type Lists
} from '../../../src/lib/core/columns/columns';
import { PRECISIONS } from '../../../src/lib/core/dossier/schema';
import { knownFrom, statusOf } from '../../../src/lib/core/dossier/status';
import { symbolPoint } from '../../../src/lib/core/place/precision';
import { eventTable } from '../../../src/lib/core/view/table';
import { STATUSES } from '../../../src/lib/core/view/view';
import { syntheticDossier } from '../view/synthetic';

const TODAY = 18_900;
const dossier = syntheticDossier(300, 11);
const sources = new Map(dossier.sources.map((source) => [source.id, source]));
const columns = columnsOf(dossier, TODAY);
const table = eventTable(dossier, (event) => statusOf(event, sources, TODAY));

const valuesOf = ({ ids, starts, values }: Lists, row: number) =>
	[...values.subarray(starts[row], starts[row + 1])].map((number) => ids[number]);

describe('columnsOf', () => {
	it('says of each event what the event says of itself', () => {
		expect(columns.length).toBe(dossier.events.length);
		dossier.events.forEach((event, row) => {
			expect(isUndated(columns, row)).toBe(event.when === null);
			expect(columns.sure[row]).toBe(Number(event.when !== null && !event.when.doubtful));
			expect(freeDay(columns.possibleFirst[row] as number)).toBe(
				event.when?.possibleFirst ?? -Infinity
			);
			expect(freeDay(columns.possibleLast[row] as number)).toBe(
				event.when?.possibleLast ?? Infinity
			);
			if (event.when) {
				expect(freeDay(columns.first[row] as number)).toBe(event.when.first);
				expect(freeDay(columns.last[row] as number)).toBe(event.when.last);
			}
			expect(columns.types[columns.type[row] as number]).toBe(event.type);
			expect(PRECISIONS[columns.precision[row] as number]).toBe(event.precision);
			const { status, contested } = statusOf(event, sources, TODAY);
			expect(STATUSES[columns.status[row] as number]).toBe(status);
			expect(columns.contested[row]).toBe(Number(contested));
			expect(freeDay(columns.known[row] as number)).toBe(
				Math.min(...event.claims.map(({ source }) => knownFrom(sources.get(source))))
			);
		});
	});

	it('puts each event where its symbol stands, to a hundred-thousandth of a degree, or nowhere', () => {
		dossier.events.forEach((event, row) => {
			const at = symbolPoint(event);
			if (!at) return expect(columns.lat[row]).toBe(NOWHERE);
			expect(Math.abs((columns.lon[row] as number) / PER_DEGREE - at[0])).toBeLessThan(5.01e-6);
			expect(Math.abs((columns.lat[row] as number) / PER_DEGREE - at[1])).toBeLessThan(5.01e-6);
		});
	});

	it('takes for its places, actors and publishers what the filters take for them', () => {
		for (const name of ['places', 'actors', 'publishers'] as const)
			for (let row = 0; row < columns.length; row++)
				expect(valuesOf(columns[name], row)).toEqual(valuesOf(table.columns[name] as Lists, row));
	});
});
