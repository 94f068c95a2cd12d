import { describe, expect, it } from 'vitest';
import { columnsAsOf, unsettledRows } from '../../../src/lib/core/columns/as-of';
import type { Lists } from '../../../src/lib/core/columns/columns';
import { columnsOf } from '../../../src/lib/core/columns/from-dossier';
import { dossierAsOf } from '../../../src/lib/core/dossier/known';
import { syntheticDossier } from '../view/synthetic';

const dossier = syntheticDossier(400, 8);
const columns = columnsOf(dossier, 0);
const idOf = (row: number) => dossier.events[row]?.id as string;
const valuesOf = ({ ids, starts, values }: Lists, row: number) =>
	[...values.subarray(starts[row], starts[row + 1])].map((number) => ids[number]).sort();

describe('columnsAsOf', () => {
	it.each([18_000, 18_700, 18_900, 19_100, 30_000])(
		'has the events of the dossier as known on day %i, and says of the settled what it says',
		(day) => {
			const known = dossierAsOf(dossier, day);
			const expected = columnsOf(known, day);
			const rowOf = new Map(known.events.map(({ id }, row) => [id, row]));
			const found = columnsAsOf(columns, day);
			expect([...found.record].map(idOf).sort()).toEqual([...rowOf.keys()].sort());
			expect([...found.record]).toEqual([...found.record].sort((a, b) => a - b));
			for (let row = 0; row < found.length; row++) {
				if ((found.settled[row] as number) > day) continue;
				const other = rowOf.get(idOf(found.record[row] as number)) as number;
				for (const name of ['first', 'last', 'lon', 'lat', 'status', 'contested'] as const)
					expect([name, found[name][row]]).toEqual([name, expected[name][other]]);
				for (const name of ['places', 'actors', 'publishers'] as const)
					expect(valuesOf(found[name], row)).toEqual(valuesOf(expected[name], other));
			}
		}
	);

	it('has no row before anything was published, and keeps the numbers of records twice over', () => {
		expect(columnsAsOf(columns, 0).length).toBe(0);
		const twice = columnsAsOf(columnsAsOf(columns, 18_900), 18_800);
		expect(twice).toEqual(columnsAsOf(columns, 18_800));
	});
});

describe('unsettledRows', () => {
	it('names the rows of which a part was not known yet', () => {
		const day = 18_900;
		const published = new Map(dossier.sources.map(({ id, published }) => [id, published]));
		const expected = dossier.events.flatMap(({ claims }, row) => {
			const known = claims.map(({ source }) => (published.get(source)?.last ?? Infinity) <= day);
			return known.includes(true) && known.includes(false) ? [row] : [];
		});
		expect(expected.length).toBeGreaterThan(0);
		expect([...unsettledRows(columns, day)]).toEqual(expected);
	});
});
