import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { columnsOf } from '../../src/lib/core/columns/from-dossier';
import type { Role } from '../../src/lib/core/dossier/roles';
import { shapeOf } from '../../src/lib/core/picture/symbols';
import { Axis } from '../../src/lib/timeline/axis';
import { barParts } from '../../src/lib/timeline/bins';
import { countedData } from '../../src/lib/timeline/counted';
import { dataOf } from '../../src/lib/timeline/data';
import { syntheticDossier } from '../core/view/synthetic';
import { anyWidth, day } from './helpers';

const dossier = syntheticDossier(300, 23);
const columns = columnsOf(dossier, 18_900);
const types = new Map(dossier.header.types.map((type) => [type.id, type]));
const roleOf = columns.types.map((id) => types.get(id)?.role as Role);

const windows = fc.record({
	start: fc.double({ min: day('2020-06-01'), max: day('2022-12-01'), noNaN: true }),
	span: fc.oneof(
		fc.double({ min: 7, max: 1000, noNaN: true }),
		fc.double({ min: 1000, max: 900_000, noNaN: true })
	)
});

describe('the timeline of columns', () => {
	it('has the bins, the bars and all beside them that the same events have', () => {
		fc.assert(
			fc.property(windows, anyWidth, fc.nat(4), (window, width, kept) => {
				// A filter that leaves out every so many events.
				const passes = (row: number) => kept === 0 || row % (kept + 1) !== 0;
				const failures = Uint16Array.from(dossier.events, (_, row) => Number(!passes(row)));
				const events = dossier.events.flatMap(({ id, title, when, type }, row) => {
					const found = types.get(type);
					return found && passes(row)
						? [{ id, title, when, role: found.role, shape: shapeOf(found) }]
						: [];
				});
				const axis = new Axis(window, width);
				const counted = countedData(columns, failures, roleOf, () => undefined);
				const held = dataOf(events);
				expect(counted.undated).toBe(held.undated);
				expect(counted.bounds).toEqual(held.bounds);
				expect(counted.score).toEqual(held.score);
				const a = counted.bins(axis);
				const b = held.bins(axis);
				expect(a.unit).toBe(b.unit);
				expect(a.highest).toBe(b.highest);
				expect(a.before).toEqual(b.before);
				expect(a.after).toEqual(b.after);
				expect(a.bins).toEqual(
					b.bins.map(({ first, last, count, parts }) => ({ first, last, count, parts }))
				);
				expect(barParts(a, axis)).toEqual(barParts(b, axis));
				expect(a.placed).toBeUndefined();
			}),
			{ seed: 5, numRuns: 300 }
		);
	});

	it('has nothing to show or to play where no row passes', () => {
		const none = new Uint16Array(columns.length).fill(1);
		const data = countedData(columns, none, roleOf, () => undefined);
		expect(data.bounds).toBeUndefined();
		expect(data.undated).toBe(0);
		expect(data.score.days).toEqual([]);
		expect(data.bins(new Axis({ start: 18_700, span: 60 }, 900)).highest).toBe(0);
	});
});
