import { describe, expect, it } from 'vitest';
import { pointOf } from '../../src/lib/core/place/geometry';
import { parseWhen } from '../../src/lib/core/date/when';
import type { Dossier, DossierEvent } from '../../src/lib/core/dossier/dossier';
import type { Geometry } from '../../src/lib/core/dossier/schema';
import { checkDossier } from '../../src/lib/core/dossier/check';
import { anchorsBy } from '../../src/lib/core/picture/name-sides';
import { markOf } from '../../src/lib/core/picture/stack-mark';
import { spotsOf, stacksOf } from '../../src/lib/core/picture/stacks';
import { placeLettering } from '../../src/lib/map/features';

function dossierOf(...events: Partial<DossierEvent>[]): Dossier {
	const { dossier } = checkDossier('d', {
		'dossier.json': new TextEncoder().encode(
			'{"dateline":1,"id":"d","title":"D","types":[{"id":"clash","label":"Clash","role":"armed"}]}'
		)
	});
	const parsed = parseWhen('2021-05-12');
	return {
		...(dossier as Dossier),
		events: events.map((event, i) => ({
			id: `e${i}`,
			title: 'E',
			when: parsed.ok ? parsed.when : null,
			type: 'clash',
			geometry: { type: 'Point', coordinates: [46, 40] },
			precision: 'exact',
			concerns: [],
			actors: [],
			claims: [],
			...event
		}))
	};
}
const at = (lon: number, lat: number): Geometry => ({ type: 'Point', coordinates: [lon, lat] });

const WIDE = { zoom: 5, lat: 40, lon: 46, width: 1440, height: 700 };

describe('the lettering beside the symbols', () => {
	it('names the place in the language asked for, with the dates of what is shown there', () => {
		const place = {
			id: 'lake',
			kind: 'lake',
			names: { en: ['Lake'], hy: ['Լիճ'] },
			country: [],
			within: [],
			geometry: at(46, 40)
		};
		const dossier = { ...dossierOf({ place: 'lake' }, { place: 'lake' }, {}), places: [place] };
		const label = (ids: string[], language: string) => {
			const shown = dossier.events
				.filter(({ id }) => ids.includes(id))
				.map((event) => ({ event, match: 'certain' as const }));
			const stacks = stacksOf(spotsOf(dossier), shown, 5).map((stack) => ({
				...stack,
				mark: markOf(stack, () => ({ role: 'armed', shape: 'diamond', variant: 'solid' }))
			}));
			return placeLettering(dossier, stacks, language, WIDE).features[0]?.properties;
		};
		expect(label(['e0'], 'hy')).toMatchObject({
			name: 'Լիճ',
			dates: '12\u00a0May',
			water: true,
			events: 1
		});
		expect(label(['e0', 'e1', 'e2'], 'ru')).toMatchObject({
			name: 'Lake (en)',
			events: 3
		});
		expect(label([], 'ru')).toBeUndefined();
	});

	it('says how many other places a symbol stands for', () => {
		const dossier = dossierOf({}, {}, { geometry: at(46.01, 40) });
		const shown = dossier.events.map((event) => ({ event, match: 'certain' as const }));
		const stacks = stacksOf(spotsOf(dossier), shown, 5).map((stack) => ({
			...stack,
			mark: { width: 40 }
		}));
		const { properties } = placeLettering(dossier, stacks, 'en', WIDE).features[0] ?? {};
		expect(properties?.['name']).toBe('+1');
		expect(properties?.['clear']).toBeGreaterThanOrEqual(24);
	});
});

describe('the lettering of a narrow map', () => {
	const place = {
		id: 'town',
		kind: 'settlement',
		names: { en: ['A town with a long name'] },
		country: [],
		within: [],
		geometry: at(46, 40)
	};
	const dossier = { ...dossierOf({ place: 'town' }), places: [place] };
	const shown = dossier.events.map((event) => ({ event, match: 'certain' as const }));
	const stacks = stacksOf(spotsOf(dossier), shown, 5).map((stack) => ({
		...stack,
		mark: { width: 14 }
	}));
	const firstAt = (lon: number, width: number) => {
		const camera = { ...WIDE, lon, width };
		const { properties } = placeLettering(dossier, stacks, 'en', camera).features[0] ?? {};
		return anchorsBy(Number(properties?.['cut']))[0];
	};

	it('turns names away from its edges and its buttons, and a wide one does not', () => {
		// A degree is 45.5 pixels wide; where the map's middle lies east of the place, that stands left.
		expect(firstAt(46, 390)).toBe('left');
		expect(firstAt(43.5, 390)).toBe('right');
		expect(firstAt(49.5, 390)).toBe('left');
		expect(firstAt(43.5, 1440)).toBe('left');
		expect(firstAt(31, 1440)).toBe('left');
	});

	it('asks nothing of places that it does not show', () => {
		for (const lon of [20, 70]) expect(firstAt(lon, 390)).toBe('left');
	});
});

describe('the point of a geometry', () => {
	it('is the middle of an area’s bounds, of several areas too', () => {
		const square = (x: number, y: number) => [
			[x, y],
			[x + 2, y],
			[x + 2, y + 2],
			[x, y + 2],
			[x, y]
		];
		expect(pointOf({ type: 'Polygon', coordinates: [square(0, 0)] } as Geometry)).toEqual([1, 1]);
		expect(
			pointOf({ type: 'MultiPolygon', coordinates: [[square(-4, -4)], [square(2, 2)]] } as Geometry)
		).toEqual([0, 0]);
	});
	it('is a position of the line itself', () => {
		expect(
			pointOf({
				type: 'LineString',
				coordinates: [
					[0, 0],
					[5, 9],
					[6, 1]
				]
			})
		).toEqual([5, 9]);
	});
	it('is missing where there is none', () => {
		expect(pointOf(null)).toBeUndefined();
		expect(pointOf({ type: 'MultiPoint', coordinates: [] })).toBeUndefined();
	});
});
