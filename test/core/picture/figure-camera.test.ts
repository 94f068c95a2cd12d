import { destination } from '@turf/destination';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { DossierEvent } from '../../../src/lib/core/dossier/dossier';
import { inSight } from '../../../src/lib/core/picture/camera';
import { figurePosition } from '../../../src/lib/core/picture/figure-camera';
import { pointOf, type LonLat } from '../../../src/lib/core/place/geometry';
import { readDossier } from '../../dossier';

const dossier = await readDossier('geodata/armenia-azerbaijan');
const model = dossier.events.find(({ concerns }) => concerns.length > 0) as DossierEvent;

/** Events somewhere in a country, some known to within kilometres. */
const event = fc
	.record({
		lon: fc.double({ min: 44, max: 48, noNaN: true }),
		lat: fc.double({ min: 38.5, max: 41.5, noNaN: true }),
		radiusKm: fc.option(fc.integer({ min: 1, max: 45 }), { nil: undefined })
	})
	.map(({ lon, lat, radiusKm }): Omit<DossierEvent, 'id'> => ({
		...model,
		geometry: { type: 'Point', coordinates: [lon, lat] },
		place: undefined,
		concerns: [],
		precision: radiusKm === undefined ? 'exact' : 'near',
		radiusKm
	}));
const events = fc
	.array(event, { minLength: 1, maxLength: 8 })
	.map((list): DossierEvent[] => list.map((item, i) => ({ ...item, id: `e${i}` })));
const pane = fc.record({
	width: fc.integer({ min: 400, max: 1400 }),
	height: fc.integer({ min: 400, max: 1000 })
});
const position = (
	events: DossierEvent[],
	pane: { width: number; height: number },
	chosen?: string
) =>
	figurePosition(
		{ ...dossier, header: { ...dossier.header, openingView: {} }, events },
		events.map((event) => ({ event, match: 'certain' as const })),
		pane,
		chosen
	);

describe('the map of a figure', () => {
	it('has the whole discs about its symbols in sight', () => {
		fc.assert(
			fc.property(events, pane, (events, pane) => {
				const spot = events.map(({ geometry }) => pointOf(geometry) as LonLat);
				const camera = { ...position(events, pane), ...pane };
				events.forEach(({ radiusKm = 0 }, i) => {
					for (const bearing of [0, 45, 90, 135, 180, 225, 270, 315]) {
						const edge = destination(spot[i] as LonLat, radiusKm, bearing).geometry.coordinates;
						expect(inSight(camera, edge as LonLat)).toBe(true);
					}
				});
			})
		);
	});

	it('has an event’s own area in sight', () => {
		const area: DossierEvent = {
			...model,
			id: 'area',
			precision: 'district',
			place: undefined,
			concerns: [],
			geometry: {
				type: 'Polygon',
				coordinates: [
					[
						[45, 39.5],
						[46, 39.5],
						[46, 40.1],
						[45, 40.1],
						[45, 39.5]
					]
				]
			}
		};
		const pane = { width: 600, height: 400 };
		const camera = { ...position([area], pane), ...pane };
		for (const corner of [
			[45, 39.5],
			[46, 39.5],
			[46, 40.1],
			[45, 40.1]
		] as LonLat[])
			expect(inSight(camera, corner)).toBe(true);
	});

	it('is not made small by one area as large as a continent', () => {
		fc.assert(
			fc.property(events, pane, (events, pane) => {
				fc.pre(events.length > 1);
				const [first, ...rest] = events as [DossierEvent, ...DossierEvent[]];
				const bare = [first, ...rest].map((event) => ({ ...event, precision: 'exact' as const }));
				const wide = { ...first, precision: 'country' as const, radiusKm: 2000 };
				const lone = position(bare, pane).zoom;
				const zoom = position([wide, ...bare.slice(1)], pane).zoom;
				expect(zoom).toBeLessThanOrEqual(lone);
				// Where the events lie apart by less than 100 km, as if they did.
				const least = Math.log2((40_075 * Math.cos((41.5 * Math.PI) / 180) * 50) / (512 * 100 * 3));
				expect(zoom).toBeGreaterThanOrEqual(Math.min(lone - Math.log2(3), least) - 1e-6);
			})
		);
	});

	it('has the chosen event and the places that it is about in sight, however far', () => {
		const pane = { width: 700, height: 450 };
		const shown = dossier.events.map((event) => ({ event, match: 'certain' as const }));
		const known = new Map(dossier.places.map((place) => [place.id, place]));
		for (const { id, geometry, concerns, precision } of dossier.events) {
			const camera = { ...figurePosition(dossier, shown, pane, id), ...pane };
			const own = precision === 'unknown' ? undefined : pointOf(geometry);
			if (own) expect(inSight(camera, own), id).toBe(true);
			for (const place of concerns) {
				const at = pointOf(known.get(place)?.geometry ?? null);
				if (at) expect(inSight(camera, at), `${id}, ${place}`).toBe(true);
			}
		}
	});
});
