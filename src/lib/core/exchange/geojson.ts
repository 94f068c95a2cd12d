import type { EventClaim } from '../dossier/dossier';
import type { Geometry } from '../dossier/schema';
import { formatDay } from '../date/day';
import { deriver, drawnGeometry, type Deriver } from './derived';
import type { ExportView } from './view';

/**
 * A view's events as GeoJSON (RFC 7946), in the order of their numbers. Each feature has the properties of
 * the dossier format under their own names, so that the file can be a dossier's `events.geojson`, and the
 * derived ones beside them. What there is to say of the whole, sources among it, stands in the foreign
 * member `dateline`.
 */
export function toGeoJson(view: ExportView): string {
	const derive = deriver(view);
	const { header } = view.dossier;
	const features = view.numbering.events.map((item) => {
		const { event } = item;
		const { concernsNames, actorNames, ...derived } = derive.event(item);
		return {
			type: 'Feature',
			id: event.id,
			geometry: rightHanded(drawnGeometry(event)),
			properties: {
				title: event.title,
				summary: event.summary,
				when: event.when?.edtf ?? null,
				type: event.type,
				place: event.place,
				precision: event.precision,
				radiusKm: event.radiusKm,
				concerns: event.concerns,
				actors: event.actors,
				claims: event.claims.map((claim) => claimOf(claim, derive)),
				...derived,
				concernsNames,
				actorNames
			}
		};
	});
	const collection = {
		type: 'FeatureCollection',
		name: header.id,
		features,
		dateline: {
			title: header.title,
			view: view.query,
			asof: view.view.asof === undefined ? null : formatDay(view.view.asof),
			shown: view.tallies.shown,
			total: view.tallies.total,
			notes: view.notes,
			attribution: header.attribution,
			licence: header.licence,
			updated: header.updated,
			url: view.home,
			sources: view.numbering.sources.map(({ number, source }) => ({
				...source.csl,
				// Last: an item may have a `number` of its own, a report's.
				number
			}))
		}
	};
	return `${JSON.stringify(collection)}\n`;
}

function claimOf(claim: EventClaim, derive: Deriver) {
	return {
		...claim,
		when: claim.when?.edtf,
		byName: derive.speaker(claim),
		sourceNumber: derive.citation(claim) ?? null
	};
}

type Ring = [number, number][];

/** Areas as RFC 7946, 3.1.6 wants them: outer rings counterclockwise, holes clockwise. */
function rightHanded(geometry: Geometry | null): Geometry | null {
	if (geometry?.type === 'Polygon')
		return { ...geometry, coordinates: geometry.coordinates.map(wound) };
	if (geometry?.type === 'MultiPolygon')
		return { ...geometry, coordinates: geometry.coordinates.map((rings) => rings.map(wound)) };
	return geometry;
}

function wound(ring: Ring, index: number): Ring {
	// Twice the signed area by the shoelace formula: positive where it runs counterclockwise.
	let area = 0;
	for (let i = 1; i < ring.length; i++) {
		const [x0, y0] = ring[i - 1] as [number, number];
		const [x1, y1] = ring[i] as [number, number];
		area += x0 * y1 - x1 * y0;
	}
	return (index === 0) === area >= 0 ? ring : ring.toReversed();
}
