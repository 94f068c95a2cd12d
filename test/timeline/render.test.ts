import { render } from 'svelte/server';
import { describe, expect, it } from 'vitest';
import type { DayRange } from '../../src/lib/core/date/match';
import Timeline from '../../src/lib/timeline/Timeline.svelte';
import type { TimelineEvent } from '../../src/lib/timeline/bins';
import { boundsOf } from '../../src/lib/timeline/extent';
import { day, event } from './helpers';

const today = day('2026-06-01');

/** The first picture, as the server sends it. */
function picture(events: TimelineEvent[], range: DayRange = {}, more: object = {}): string {
	const opening = boundsOf(events) ?? { first: today - 365, last: today };
	const props = { events, opening, today, range, onrange: () => undefined, ...more };
	return render(Timeline, { props }).body;
}
const dates = (...list: (string | null)[]) => list.map((date) => event(date));

describe('the first picture', () => {
	it.each<[string, TimelineEvent[]]>([
		['no event', []],
		['one event', dates('2021-05-12')],
		['all events on one day', dates(...Array.from({ length: 60 }, () => '2021-05-12'))],
		['undated events only', dates(null, null, null)],
		['centuries', dates('1189', '14XX', '1918-05-28', '2021-05-12', '-0300')],
		['ends that nobody knows', dates('../2021-05-12', '2021-05-12/..', '/2020')],
		['the first and last year there are', dates('-9999', '9999')]
	])('of %s has no number that is none, whatever the range', (_, events) => {
		const ranges: DayRange[] = [
			{},
			{ from: day('2021-05-12'), to: day('2021-05-12') },
			{ from: day('1000-01-01') },
			{ to: day('9000-01-01') },
			{ from: day('9000-01-01'), to: day('9000-01-02') }
		];
		for (const range of ranges) {
			const html = picture(events, range, { asof: day('2021-05-14') });
			expect(html).not.toMatch(/NaN|Infinity|undefined|null/);
			expect(html).not.toMatch(/ (width|height)="-/);
			expect(html.match(/role="slider"/g)).toHaveLength(3);
		}
	});

	it('holds no style attribute, which the page’s policy would refuse', () => {
		const html = picture(dates('2021-05-12', '2021-06-12', '2021-07'), { from: 18_800 });
		expect(html).not.toMatch(/\sstyle=/);
	});

	it('says where the thumbs and “as known on” stand, in words', () => {
		const html = picture(dates('2021-05-12'), { from: day('2021-05-12') }, { asof: 18_761 });
		expect(html).toContain('aria-valuetext="12 May 2021"');
		expect(html).toContain('aria-valuetext="no last day"');
		expect(html).toMatch(/aria-label="As known on"[^>]*aria-valuetext="14 May 2021"/);
	});

	it('names every mark by date and title, one of them in the order of Tab', () => {
		const html = picture(dates('2021-05-12', '2021-07', '2021-09-12'));
		expect(html).toContain('aria-label="July 2021: Something on 2021-07"');
		expect(html.match(/role="option"/g)).toHaveLength(3);
		expect(html.match(/role="option" tabindex="0"/g)).toHaveLength(1);
	});

	it('counts what has no date, and what lies before and after the opening view', () => {
		const html = picture(
			dates(null, null, '1994', '2021-05-12', '2024', '2025'),
			{},
			{ opening: { first: day('2021-05-01'), last: day('2021-12-31') } }
		);
		expect(html).toContain('2 undated');
		expect(html).toContain('← 1 earlier');
		expect(html).toContain('2 later →');
	});
});
