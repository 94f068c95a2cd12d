import { describe, expect, it } from 'vitest';
import { parseDay } from '../../../src/lib/core/date/day';
import { changedSince } from '../../../src/lib/core/embed/frozen';
import { embedChange, type EmbedOptions } from '../../../src/lib/core/embed/options';
import { parseView, stringifyView } from '../../../src/lib/core/view/codec';

const REV = '0123456789ab';
const TODAY = parseDay('2026-11-22') as number;
const usual: EmbedOptions = {
	parts: ['timeline', 'legend'],
	event: true,
	place: true,
	labels: undefined,
	theme: undefined,
	frozen: false
};
const { view } = parseView('from=2021-05-12&event=a&map=8/39.6/46.2&labels=hy&theme=dark');
const query = (options: Partial<EmbedOptions>) =>
	stringifyView({ ...view, ...embedChange(view, { ...usual, ...options }, REV, TODAY) });

describe('an embed of a view', () => {
	it('keeps what is shown, and writes nothing that is usual', () => {
		expect(query({})).toBe('from=2021-05-12&event=a&map=8/39.6/46.2');
	});
	it('leaves out card and place where they are not wanted', () => {
		expect(query({ event: false, place: false })).toBe('from=2021-05-12');
	});
	it('names its parts, the map alone too', () => {
		expect(query({ parts: ['list', 'timeline'] })).toContain('ui=timeline,list');
		expect(query({ parts: [] })).toContain('ui=map');
	});
	it('pins the day and the content where it is frozen, and the day that was asked for rather than today', () => {
		expect(query({ frozen: true })).toContain('asof=2026-11-22');
		expect(query({ frozen: true })).toContain(`rev=${REV}`);
		const known = { ...view, asof: parseDay('2021-05-14') };
		expect(embedChange(known, { ...usual, frozen: true }, REV, TODAY).asof).toBe(known.asof);
	});
});

describe('a frozen embed', () => {
	const corrections = [
		{ date: '2026-11-01', text: 'Before' },
		{ date: '2026-11-22', text: 'On the day' },
		{ date: '2026-12-01', text: 'After' }
	];
	it('says nothing while the dossier is what it was, or where nothing was frozen', () => {
		expect(changedSince(REV, REV, corrections, TODAY)).toBeUndefined();
		expect(changedSince(undefined, REV, corrections, TODAY)).toBeUndefined();
	});
	it('lists the corrections from its day on, once the dossier has changed', () => {
		expect(changedSince('ffffffffffff', REV, corrections, TODAY)?.corrections).toEqual(
			corrections.slice(1)
		);
		expect(changedSince('ffffffffffff', REV, corrections, undefined)?.corrections).toHaveLength(3);
		expect(changedSince('ffffffffffff', REV, [], TODAY)).toEqual({ corrections: [] });
	});
});
