import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatDay } from '../../src/lib/core/date/day';
import { parseWhen } from '../../src/lib/core/date/when';
import type { DossierEvent } from '../../src/lib/core/dossier/dossier';
import { countBars } from '../../src/lib/timeline/bars';

function event(when: string | null): DossierEvent {
	const parsed = when === null ? undefined : parseWhen(when);
	return {
		id: 'e',
		title: 'E',
		when: parsed?.ok ? parsed.when : null,
		type: 't',
		geometry: null,
		precision: 'unknown',
		concerns: [],
		actors: [],
		claims: []
	};
}
const extent = { first: 18_000, last: 18_099 };
const count = (...dates: (string | null)[]) =>
	countBars(dates.map(event), () => 'armed', extent, 7);

describe('the bars over the axis', () => {
	it('count every event once, on the axis or beside it', () => {
		const dates = fc.integer({ min: 17_900, max: 18_200 }).map(formatDay);
		fc.assert(
			fc.property(fc.array(fc.option(dates), { maxLength: 40 }), (list) => {
				const { bars, before, after, undated, highest } = count(...list);
				const onAxis = bars.reduce((sum, bar) => sum + bar.total, 0);
				expect(onAxis + before + after + undated).toBe(list.length);
				expect(highest).toBe(Math.max(0, ...bars.map((bar) => bar.total)));
				for (const bar of bars)
					expect(bar.stack.reduce((sum, part) => sum + part.count, 0)).toBe(bar.total);
			})
		);
	});

	it('cover the axis without gap, the last one cut at its end', () => {
		const { bars } = count();
		expect(bars[0]?.first).toBe(extent.first);
		expect(bars.at(-1)?.last).toBe(extent.last);
		bars.slice(1).forEach((bar, i) => expect(bar.first).toBe((bars[i]?.last ?? 0) + 1));
	});

	it('mark as possible what is in doubt or spans more than a bar', () => {
		const middle = formatDay(18_003);
		const { bars } = count(middle, `${middle}~`, `${formatDay(18_000)}/${formatDay(18_006)}`);
		expect(bars[0]?.stack).toEqual([
			{ role: 'armed', count: 2, possible: false },
			{ role: 'armed', count: 1, possible: true }
		]);
		const month = count(formatDay(18_020).slice(0, 7));
		expect(month.bars.flatMap((bar) => bar.stack)).toEqual([
			{ role: 'armed', count: 1, possible: true }
		]);
	});

	it('put an event with one open end at the end that is known', () => {
		expect(count(`../${formatDay(18_003)}`).bars[0]?.total).toBe(1);
		expect(count(`${formatDay(18_003)}/..`).bars[0]?.total).toBe(1);
	});
});
