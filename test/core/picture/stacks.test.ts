import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { DossierEvent } from '../../../src/lib/core/dossier/dossier';
import { screenPoint, worldPoint } from '../../../src/lib/core/picture/camera';
import { markOf, type Look } from '../../../src/lib/core/picture/stack-mark';
import { levelOf, REACH, sameStack, spotsOf, stacksOf } from '../../../src/lib/core/picture/stacks';
import type { ShownEvent } from '../../../src/lib/core/view/filter';

let made = 0;
function eventAt(lon: number, lat: number, more: Partial<DossierEvent> = {}): DossierEvent {
	return {
		id: `e${made++}`,
		title: 'E',
		when: null,
		type: 'clash',
		geometry: { type: 'Point', coordinates: [lon, lat] },
		precision: 'exact',
		concerns: [],
		actors: [],
		claims: [],
		...more
	};
}
const certain = (event: DossierEvent): ShownEvent => ({ event, match: 'certain' });
function stacked(events: DossierEvent[], level: number, shown = events) {
	return stacksOf(spotsOf({ events }), shown.map(certain), level);
}
const counts = (stacks: { events: readonly unknown[] }[]) =>
	stacks.map(({ events }) => events.length);

/** Points in a patch of a few degrees and all over the world, some of them the same. */
const points = fc.array(
	fc.tuple(
		fc.oneof(fc.integer({ min: -180, max: 180 }), fc.double({ min: 44, max: 48, noNaN: true })),
		fc.oneof(fc.integer({ min: -90, max: 90 }), fc.double({ min: 38, max: 41, noNaN: true }))
	),
	{ maxLength: 60 }
);
const levels = fc.integer({ min: 2, max: 28 }).map((half) => half / 2);

describe('stacks', () => {
	it('take what stands at 180° and at −180°, or a hair from 0°, for one spot', () => {
		for (const [a, b] of [
			[180, -180],
			[0, -0.00001]
		] as const)
			expect(stacked([eventAt(a, 0), eventAt(b, -0.00001)], 14)[0]?.spots).toHaveLength(1);
	});

	it('hold each shown event that has a spot exactly once, and no other, at every zoom', () => {
		fc.assert(
			fc.property(points, levels, fc.infiniteStream(fc.boolean()), (at, level, coin) => {
				const events = at.map(([lon, lat]) => eventAt(lon, lat));
				const shown = events.filter(() => coin.next().value);
				const found = stacked(events, level, shown).flatMap(({ events }) => events);
				expect(found.map(({ event }) => event.id).sort()).toEqual(shown.map(({ id }) => id).sort());
			})
		);
	});

	it('stand apart by the reach on the screen, at a spot where something shown happened', () => {
		fc.assert(
			fc.property(points, levels, fc.infiniteStream(fc.boolean()), (at, level, coin) => {
				const events = at.map(([lon, lat]) => eventAt(lon, lat));
				const shown = events.filter(() => coin.next().value);
				const stacks = stacked(events, level, shown);
				const size = 512 * 2 ** level;
				for (const [i, a] of stacks.entries()) {
					expect(
						a.events.some(({ event }) => spotsOf({ events: [event] }).all[0]?.id === a.id)
					).toBe(true);
					for (const b of stacks.slice(i + 1)) {
						const right = Math.abs(a.world.x - b.world.x) * size;
						const across = Math.min(right, size - right);
						const down = Math.abs(a.world.y - b.world.y) * size;
						expect(across >= REACH.x - 1e-6 || down >= REACH.y - 1e-6).toBe(true);
					}
				}
			})
		);
	});

	it('are none of an empty view', () => {
		expect(stacked([], 4)).toEqual([]);
		expect(stacked([eventAt(46, 40)], 4, [])).toEqual([]);
	});

	it('leave out an event whose place is not known', () => {
		expect(
			stacked([eventAt(46, 40, { precision: 'unknown' }), eventAt(0, 0, { geometry: null })], 4)
		).toEqual([]);
	});

	it('hold coincident events together at the closest zoom', () => {
		const there = [eventAt(46, 40), eventAt(46, 40), eventAt(46.1, 40)];
		expect(counts(stacked(there, 14))).toEqual([2, 1]);
		expect(counts(stacked(there, 5))).toEqual([3]);
	});

	it('join across ±180°', () => {
		const stacks = stacked([eventAt(179.99, 10), eventAt(-179.99, 10), eventAt(0, 10)], 5);
		expect(counts(stacks)).toEqual([2, 1]);
	});

	it('take events at 0°, 0° and at the poles', () => {
		expect(counts(stacked([eventAt(0, 0), eventAt(0, 90), eventAt(0, -90)], 3))).toEqual([1, 1, 1]);
	});

	it('stand at the spot that has most of the dossier, and at another once that one is filtered out', () => {
		const rich = [eventAt(46, 40), eventAt(46, 40)];
		const poor = eventAt(46.01, 40);
		const [whole] = stacked([poor, ...rich], 6);
		expect(whole?.at).toEqual([46, 40]);
		expect(whole?.spots).toHaveLength(2);
		const [left] = stacked([poor, ...rich], 6, [poor]);
		expect(left?.at).toEqual([46.01, 40]);
	});

	it('change at halves of a zoom step, never at a larger zoom than the map’s', () => {
		expect([7, 7.2, 7.5, 7.99].map(levelOf)).toEqual([7, 7, 7.5, 7.5]);
	});
});

describe('a camera', () => {
	const camera = { zoom: 6, lat: 40, lon: 46, width: 800, height: 600 };
	it('has its own position in the middle', () => {
		expect(screenPoint(camera, worldPoint([46, 40]))).toEqual({ x: 400, y: 300 });
	});
	it('sees the nearer copy of a point across ±180°', () => {
		const seen = screenPoint({ ...camera, lon: 179 }, worldPoint([-179, 40]));
		expect(seen.x).toBeCloseTo(400 + (2 / 360) * 512 * 2 ** 6, 6);
	});
	it('holds the poles at the end of the Mercator world', () => {
		expect(worldPoint([0, 90]).y).toBeCloseTo(0, 9);
		expect(worldPoint([0, -90]).y).toBeCloseTo(1, 9);
	});
});

describe('a stack’s symbol', () => {
	const armed: Look = { role: 'armed', shape: 'diamond', variant: 'solid' };
	const talks: Look = { role: 'diplomacy', shape: 'circle', variant: 'planned' };
	const mark = (
		looks: Look[],
		more: Partial<DossierEvent> = {},
		match: ShownEvent['match'] = 'certain'
	) => {
		const events = looks.map(() => eventAt(46, 40, more));
		const lookOf = new Map(events.map((event, i) => [event.id, looks[i] as Look]));
		const [stack] = stacksOf(
			spotsOf({ events }),
			events.map((event) => ({ event, match })),
			5
		);
		if (!stack) throw new Error('no stack');
		return markOf(stack, ({ id }) => lookOf.get(id) as Look);
	};

	it('is one event’s own, where there is one', () => {
		const { parts, count, width, height } = mark([armed]);
		expect(parts).toMatchObject([{ ...armed, x: 0, count: 1 }]);
		expect(count).toBe(1);
		expect(width).toBe(height);
	});

	it('shows each kind once, the most frequent first', () => {
		const found = mark([talks, armed, talks]);
		expect(found.parts.map(({ role, count }) => [role, count])).toEqual([
			['diplomacy', 2],
			['armed', 1]
		]);
	});

	it('is split where any account differs, outlined only where all are planned', () => {
		expect(mark([armed, { ...armed, variant: 'contested' }]).parts[0]?.variant).toBe('contested');
		expect(mark([talks, talks]).parts[0]?.variant).toBe('planned');
		expect(mark([talks, { ...talks, variant: 'solid' }]).parts[0]?.variant).toBe('solid');
	});

	it('is faint where every date is only possible, and coarse where no event has a spot of its own', () => {
		expect(mark([armed, armed], {}, 'possible').parts[0]?.faint).toBe(true);
		expect(mark([armed, armed], { precision: 'district' }).coarse).toBe(true);
		expect(mark([armed, armed]).coarse).toBe(false);
	});

	it('keeps symbols and number inside its width, and within the reach of one of three kinds', () => {
		const word: Look = { role: 'word', shape: 'square', variant: 'solid' };
		const found = mark([armed, talks, word, ...Array<Look>(20).fill(armed)]);
		const [first] = found.parts;
		expect((first?.x ?? 0) - found.size / 2).toBeGreaterThanOrEqual(-found.width / 2);
		expect(found.countX).toBeGreaterThan(found.parts.at(-1)?.x ?? Infinity);
		expect(found.width).toBeLessThanOrEqual(2 * REACH.x);
	});
});

describe('two stacks of one spot', () => {
	const events = [eventAt(46, 39), eventAt(46, 39), eventAt(46.001, 39)];
	const spots = spotsOf({ events });
	const stackOf = (shown: ShownEvent[]) =>
		stacksOf(spots, shown, 8)[0] as ReturnType<typeof stacksOf>[0];
	const all = stackOf(events.map(certain));

	it('are the same where the same events are as certain as they were', () => {
		expect(sameStack(all, stackOf(events.map(certain)))).toBe(true);
	});
	it('differ by an event', () => {
		expect(sameStack(all, stackOf(events.slice(0, 2).map(certain)))).toBe(false);
		const [one, two, three] = events.map(certain) as [ShownEvent, ShownEvent, ShownEvent];
		expect(sameStack(stackOf([one, three]), stackOf([two, three]))).toBe(false);
	});
	it('differ by how certain one is', () => {
		const doubtful = events.map((event, i): ShownEvent => ({
			event,
			match: i === 1 ? 'possible' : 'certain'
		}));
		expect(sameStack(all, stackOf(doubtful))).toBe(false);
	});
});
