import { describe, expect, it } from 'vitest';
import type { EventClaim, Source } from '../../../src/lib/core/dossier/dossier';
import type { DossierHeader } from '../../../src/lib/core/dossier/schema';
import { parseWhen } from '../../../src/lib/core/date/when';
import { versionsOf } from '../../../src/lib/core/dossier/versions';

const source = (id: string, day: string): [string, Source] => {
	const parsed = parseWhen(day);
	const published = parsed.ok ? parsed.when : null;
	return [
		id,
		{
			id,
			title: id,
			publisher: 'P',
			authors: [],
			published,
			csl: { id, type: 'webpage', title: id }
		}
	];
};
const sources = new Map([source('s1', '2021-05-13'), source('s2', '2021-05-14')]);
const header = {
	sides: [
		{ id: 'north', label: 'Northern', party: true, publishers: [] },
		{ id: 'south', label: 'Southern', party: true, publishers: [] },
		{ id: 'press', label: 'Press', party: false, publishers: [] }
	],
	actors: [
		{ id: 'n', names: { en: ['N'] }, side: 'north' },
		{ id: 's', names: { en: ['S'] }, side: 'south' },
		{ id: 'agency', names: { en: ['A'] }, side: 'press' }
	]
} as unknown as DossierHeader;
const claim = (by: string, in_: string, text: string): EventClaim =>
	({ by, stance: 'reports', text, source: in_ }) as EventClaim;

describe('the versions of an event', () => {
	it('are the newest claim of each that speaks, a party a version, the rest last', () => {
		const claims = [
			claim('s', 's1', 'south'),
			claim('n', 's2', 'north, later'),
			claim('n', 's1', 'north, first'),
			claim('agency', 's1', 'agency'),
			claim('Paper', 's2', 'paper')
		];
		const versions = versionsOf({ claims }, header, sources);
		expect(versions.map(({ side }) => side)).toEqual(['Northern', 'Southern', undefined]);
		expect(versions.map(({ claims }) => claims.map(({ text }) => text))).toEqual([
			['north, later'],
			['south'],
			['agency', 'paper']
		]);
	});

	it('are none where one side alone is heard', () => {
		expect(versionsOf({ claims: [claim('n', 's1', 'a')] }, header, sources)).toEqual([]);
		expect(versionsOf({ claims: [] }, header, sources)).toEqual([]);
	});

	it('are one for each that speaks where the dossier names no parties', () => {
		const claims = [claim('n', 's1', 'a'), claim('s', 's1', 'b')];
		const versions = versionsOf({ claims }, { ...header, sides: [] }, sources);
		expect(versions.map(({ claims }) => claims[0]?.by)).toEqual(['n', 's']);
	});
});
