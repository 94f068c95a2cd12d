import { describe, expect, it } from 'vitest';
import { checkDossier } from '../../../src/lib/core/dossier/check';
import type { Dossier } from '../../../src/lib/core/dossier/dossier';
import { figureTable } from '../../../src/lib/core/dossier/figures';
import { readDossierFolder } from '../../../src/lib/server/read-folder';

const id = 'armenia-azerbaijan';
const { dossier } = checkDossier(id, (await readDossierFolder(`geodata/${id}`)).files) as {
	dossier: Dossier;
};

describe('the table of figures', () => {
	it('sets the newest figures of each side beside each other', () => {
		const event = dossier.events.find((item) => item.id === 'border-fighting-2021-11-16');
		const { claimants, rows } = figureTable(
			event?.claims ?? [],
			new Map(dossier.sources.map((source) => [source.id, source])),
			new Map(dossier.header.actors.map((actor) => [actor.id, actor])),
			dossier.header.sides
		);
		expect(claimants.slice(0, 2)).toEqual(['Armenian', 'Azerbaijani']);
		const newest = rows.map(({ side, what, figures }) => [
			side,
			what,
			figures[0]?.n,
			figures[1]?.n
		]);
		expect(newest).toContainEqual(['armenia', 'killed', 6, undefined]);
		expect(newest).toContainEqual(['armenia', 'captured', 32, undefined]);
		// Said to be not verified, then repeated by a report that leaves that out.
		const captured = rows.find(({ side, what }) => side === 'armenia' && what === 'captured');
		expect(captured?.figures[0]?.unverified).toBe(true);
		expect(newest).toContainEqual(['azerbaijan', 'killed', undefined, 7]);
		expect(newest).toContainEqual(['azerbaijan', 'wounded', undefined, 10]);
	});

	it('is empty where nobody gives figures', () => {
		const event = dossier.events.find((item) => item.id === 'brussels-meeting-2021-12-14');
		expect(figureTable(event?.claims ?? [], new Map(), new Map(), [])).toEqual({
			claimants: [],
			rows: []
		});
	});
});
