import { describe, expect, it } from 'vitest';
import type { Dossier } from '../../src/lib/core/dossier/dossier';
import { domainOf, extentOf } from '../../src/lib/timeline/extent';
import { day, event } from './helpers';

const dossier = (openingView: object, ...dates: (string | null)[]) =>
	({ header: { openingView }, events: dates.map((date) => event(date)) }) as unknown as Dossier;

describe('the days on which the axis opens', () => {
	it('are those of the opening view', () => {
		expect(extentOf(dossier({ from: '2021-05-01', to: '2022-04-30' }, '1994'), 0)).toEqual({
			first: day('2021-05-01'),
			last: day('2022-04-30')
		});
	});

	it('are those of the events with a week about them, where there is no opening view', () => {
		expect(extentOf(dossier({}, '2021-05-12', null, '2021-06-12/..'), 0)).toEqual({
			first: day('2021-05-05'),
			last: day('2021-06-19')
		});
	});

	it('are the last year where there is nothing to go by, or nothing that holds', () => {
		expect(extentOf(dossier({}, null), 20_000)).toEqual({ first: 19_635, last: 20_000 });
		expect(extentOf(dossier({ from: '2022-05-01' }, '1994'), 20_000)).toEqual({
			first: 19_635,
			last: 20_000
		});
	});
});

describe('the days that the axis can show', () => {
	const opening = { first: day('2021-05-01'), last: day('2022-04-30') };

	it('are the opening view and every dated event, these with a margin', () => {
		const domain = domainOf([event('1994'), event(null), event('2021-06-12')], opening);
		expect(domain.last).toBe(opening.last);
		expect(day('1994-01-01') - domain.first).toBeGreaterThan(100);
	});

	it('are the opening view where nothing lies beyond it', () => {
		expect(domainOf([event('2021-06-12')], opening)).toEqual(opening);
		expect(domainOf([], opening)).toEqual(opening);
	});
});
