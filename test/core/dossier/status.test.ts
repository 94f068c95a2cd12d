import { describe, expect, it } from 'vitest';
import { parseWhen } from '../../../src/lib/core/date/when';
import type { DossierEvent, EventClaim, Source } from '../../../src/lib/core/dossier/dossier';
import { byPublication, knownFrom, statusOf } from '../../../src/lib/core/dossier/status';

const when = (text: string) => {
	const parsed = parseWhen(text);
	return parsed.ok ? parsed.when : null;
};
const source = (id: string, published: string): [string, Source] => [
	id,
	{
		id,
		title: id,
		publisher: id,
		authors: [],
		published: when(published),
		csl: { id, type: 'webpage', title: id }
	}
];
const sources = new Map([
	source('early', '2021-11-16'),
	source('middle', '2021-11-17~'),
	source('late', '2021-11-23')
]);
const claim = (
	by: string,
	stance: EventClaim['stance'],
	from = 'early',
	more = {}
): EventClaim => ({
	by,
	stance,
	text: 'A claim.',
	source: from,
	...more
});
const event = (...claims: EventClaim[]): DossierEvent => ({
	id: 'e',
	title: 'E',
	when: when('2021-11-20'),
	type: 't',
	geometry: null,
	precision: 'unknown',
	concerns: [],
	actors: [],
	claims
});
const TODAY = 20_000;
const status = (...claims: EventClaim[]) => statusOf(event(...claims), sources, TODAY);

describe('the status of an event', () => {
	it('is denied where all who speak deny', () => {
		expect(status(claim('a', 'denies'), claim('b', 'denies')).status).toBe('denied');
	});
	it('is planned where all announce, and overdue once its day is past', () => {
		expect(status(claim('a', 'announces'))).toMatchObject({ status: 'planned', overdue: true });
		const before = statusOf(event(claim('a', 'announces')), sources, 18_950);
		expect(before).toMatchObject({ status: 'planned', overdue: false });
	});
	it('is reported once somebody reports what was announced', () => {
		expect(status(claim('a', 'announces'), claim('b', 'reports')).status).toBe('reported');
	});
	it('is confirmed by another than the first reporter only, and not against a denial', () => {
		expect(status(claim('a', 'reports'), claim('b', 'confirms', 'late')).status).toBe('confirmed');
		expect(status(claim('a', 'reports'), claim('a', 'confirms', 'late')).status).toBe('reported');
		expect(status(claim('a', 'reports'), claim('b', 'confirms'), claim('c', 'denies')).status).toBe(
			'reported'
		);
	});
});

describe('an event is contested', () => {
	const captured = (n: number) => ({ figures: [{ what: 'captured' as const, side: 'x', n }] });
	it('by a denial beside a report', () => {
		expect(status(claim('a', 'reports'), claim('b', 'denies')).contested).toBe(true);
		expect(status(claim('a', 'announces'), claim('b', 'denies')).contested).toBe(false);
	});
	it('by newest figures of two claimants that differ', () => {
		expect(
			status(
				claim('a', 'reports', 'early', captured(12)),
				claim('b', 'reports', 'late', captured(13))
			).contested
		).toBe(true);
	});
	it('not by one claimant’s figures that change, nor by figures that came to agree', () => {
		expect(
			status(
				claim('a', 'reports', 'early', captured(12)),
				claim('b', 'reports', 'middle', captured(13)),
				claim('a', 'reports', 'late', captured(13))
			).contested
		).toBe(false);
	});
});

describe('a source is known', () => {
	it('from the latest day that its publication may have', () => {
		expect(knownFrom(sources.get('middle'))).toBe(when('2021-11-18')?.first);
		expect(knownFrom(undefined)).toBe(Infinity);
	});
	it('so that claims stand in that order, unknown days last, one day’s as the dossier has them', () => {
		const ordered = byPublication(
			[
				claim('d', 'reports', 'gone'),
				claim('c', 'reports', 'late'),
				claim('a', 'reports'),
				claim('b', 'denies')
			],
			sources
		);
		expect(ordered.map(({ by }) => by)).toEqual(['a', 'b', 'c', 'd']);
	});
});
