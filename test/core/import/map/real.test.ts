import { readFileSync } from 'node:fs';
import Papa from 'papaparse';
import { describe, expect, it } from 'vitest';
import { recognise } from '../../../../src/lib/core/import/map';
import type { RowMapper } from '../../../../src/lib/core/import/import';
import { countsOf, DATA_SETS, haveData } from '../counts';
import { checked, eventOf } from './mapped';

// The data sets are other people's and are not committed: they lie beside the project on some machines.
describe.skipIf(!haveData)('the data sets beside the project', () => {
	for (const set of DATA_SETS)
		it(`come to the counts of a plain loop, and to a dossier with nothing to mend: ${set.name}`, () => {
			const { data } = Papa.parse<string[]>(readFileSync(set.file, 'utf8'), {
				skipEmptyLines: true
			});
			const [columns = [], ...rest] = data;
			const rows = rest.map((cells, i) => ({ line: i + 2, cells }));
			const mapper = recognise(columns, rows.slice(0, 20)) as RowMapper;
			expect(mapper.dataset).toBe(set.name);
			const results = rows.map(mapper.map);
			const events = results.filter((result) => 'event' in result).map(eventOf);
			const labels = new Map(mapper.vocabulary.types.map(({ id, label }) => [id, label]));
			const tally = (keys: string[]) => {
				const counts: Record<string, number> = {};
				for (const key of keys) counts[key] = (counts[key] ?? 0) + 1;
				return counts;
			};
			expect({
				read: rows.length,
				imported: events.length,
				refused: rows.length - events.length,
				types: tally(events.map(({ properties }) => labels.get(properties.type) ?? '')),
				precisions: tally(events.map(({ properties }) => properties.precision ?? '')),
				years: tally(events.map(({ properties }) => (properties.when ?? '').slice(0, 4))),
				claims: events.reduce((sum, { properties }) => sum + properties.claims.length, 0)
			}).toEqual(countsOf(set));

			const { dossier, notes } = checked(mapper, results);
			expect(notes).toEqual([]);
			expect(dossier?.events).toHaveLength(events.length);
		});
});
