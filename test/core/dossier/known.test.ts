import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseDay } from '../../../src/lib/core/date/day';
import { whenInWords } from '../../../src/lib/core/date/words';
import { checkDossier } from '../../../src/lib/core/dossier/check';
import type { Dossier } from '../../../src/lib/core/dossier/dossier';
import { dossierAsOf } from '../../../src/lib/core/dossier/known';
import { knownFrom, statusOf } from '../../../src/lib/core/dossier/status';
import { historyOf } from '../../../src/lib/core/dossier/history';
import { readDossierFolder } from '../../../src/lib/server/read-folder';

const id = 'armenia-azerbaijan';
const { dossier } = checkDossier(id, (await readDossierFolder(`geodata/${id}`)).files) as {
	dossier: Dossier;
};
const day = (text: string) => parseDay(text) as number;

/** What a reader saw of an event on a day: status, date in words, place; undefined if nothing. */
function seen(event: string, on: string) {
	const known = dossierAsOf(dossier, day(on));
	const found = known.events.find((item) => item.id === event);
	if (!found) return undefined;
	const sources = new Map(known.sources.map((source) => [source.id, source]));
	const { status } = statusOf(found, sources, day(on));
	return [status, whenInWords(found.when), found.place];
}

describe('as known on a day', () => {
	it('Sochi and Brussels are planned on 25 November 2021, Brussels for the 15th', () => {
		expect(seen('sochi-meeting-2021-11-26', '2021-11-25')).toEqual([
			'planned',
			'26 November 2021',
			'sochi'
		]);
		expect(seen('brussels-meeting-2021-12-14', '2021-11-25')).toEqual([
			'planned',
			'15 December 2021',
			'brussels'
		]);
	});

	it('Brussels stands at the 14th from 15 December, when that was reported', () => {
		expect(seen('brussels-meeting-2021-12-14', '2021-12-14')).toEqual([
			'planned',
			'15 December 2021',
			'brussels'
		]);
		expect(seen('brussels-meeting-2021-12-14', '2021-12-15')?.slice(0, 2)).toEqual([
			'reported',
			'14 December 2021'
		]);
	});

	it('nothing is there before anything was published', () => {
		expect(dossierAsOf(dossier, day('2021-05-12')).events).toEqual([]);
		expect(seen('sochi-meeting-2021-11-26', '2021-11-01')).toBeUndefined();
	});

	it('the visit to Moscow is planned for April before it was held on the 19th', () => {
		expect(seen('pashinyan-moscow-visit-2022-04', '2022-03-11')?.slice(0, 2)).toEqual([
			'planned',
			'April 2022'
		]);
		expect(seen('pashinyan-moscow-visit-2022-04', '2022-04-25')?.slice(0, 2)).toEqual([
			'reported',
			'19 April 2022'
		]);
	});

	it('summaries, which know how it ended, are left out', () => {
		expect(dossierAsOf(dossier, day('2022-12-31')).events.some(({ summary }) => summary)).toBe(
			false
		);
	});

	it('only publications of that day or before count, and later days never know less', () => {
		const days = fc.integer({ min: day('2021-05-01'), max: day('2022-05-31') });
		fc.assert(
			fc.property(days, days, (a, b) => {
				const [early, late] = [Math.min(a, b), Math.max(a, b)];
				const first = dossierAsOf(dossier, early);
				const second = dossierAsOf(dossier, late);
				for (const { claims } of first.events)
					for (const { source } of claims)
						expect(
							knownFrom(dossier.sources.find((item) => item.id === source))
						).toBeLessThanOrEqual(early);
				const ids = new Set(second.events.map((event) => event.id));
				expect(first.events.every((event) => ids.has(event.id))).toBe(true);
				const claims = (known: Dossier) =>
					known.events.reduce((n, event) => n + event.claims.length, 0);
				expect(claims(first)).toBeLessThanOrEqual(claims(second));
			}),
			{ numRuns: 40 }
		);
	});

	it('all is known in the end, at the dates of the dossier', () => {
		const known = dossierAsOf(dossier, day('2030-01-01'));
		expect(known.events.map((event) => [event.id, event.when?.edtf, event.place])).toEqual(
			dossier.events.map((event) => [event.id, event.when?.edtf, event.place])
		);
	});
});

describe('the history of an event', () => {
	it('tells how the figures of 16 November changed, each side’s by its own word', () => {
		const event = dossier.events.find((item) => item.id === 'border-fighting-2021-11-16');
		const sources = new Map(dossier.sources.map((source) => [source.id, source]));
		const actors = new Map(dossier.header.actors.map((actor) => [actor.id, actor]));
		const changes = historyOf(event?.claims ?? [], sources, actors).flatMap((step) =>
			step.changes.map((change) =>
				change.kind === 'figure'
					? `${change.what} ${change.side}: ${change.before.n} → ${change.now.n}${change.now.unverified ? ' unverified' : ''}`
					: change.kind
			)
		);
		expect(changes).toContain('captured armenia: 12 → 13');
		expect(changes).toContain('captured armenia: 13 → 32 unverified');
		expect(changes).toContain('killed armenia: 1 → 6');
		expect(changes.some((change) => change.includes('missing'))).toBe(false);
	});

	it('tells that Brussels was held, and on another day than announced', () => {
		const event = dossier.events.find((item) => item.id === 'brussels-meeting-2021-12-14');
		const sources = new Map(dossier.sources.map((source) => [source.id, source]));
		const kinds = historyOf(event?.claims ?? [], sources, new Map()).flatMap(({ changes }) =>
			changes.map(({ kind }) => kind)
		);
		// About the 15th, then the 15th, then held on the 14th.
		expect(kinds.sort()).toEqual(['reported', 'when', 'when']);
	});
});
