import type { DossierEvent, Place } from '../dossier/dossier';
import type { Geometry, Precision } from '../dossier/schema';
import { pointOf, type LonLat } from './geometry';
import { polygonsOf } from './rings';
import { COARSE, precisionOfKind, ringRadiusKm, symbolPoint } from './precision';

/** Where an event may have been, as exactly as it is known: what is drawn about its symbol. */
export interface Extent {
	/** The same for events that share it. */
	id: string;
	precision: Precision;
	/** The middle of the circle that stands in where there is no outline. */
	at: LonLat;
	/** Its radius in kilometres. */
	radiusKm: number;
	/** The outline, where the dossier has it. */
	geometry?: Geometry | undefined;
	/** Else the id of the ground map's area, e.g. `AM-SU`. */
	area?: string | undefined;
}

/**
 * The extent of an event; undefined where its spot is exact, or where it is not drawn. The outline is
 * the event's own area, or its place's where the place is of the precision's kind: a district is never
 * drawn for a town in it, and no outline is looked up by where the point lies.
 */
export function extentOf(
	event: DossierEvent,
	place: Pick<Place, 'id' | 'kind' | 'geometry' | 'area'> | undefined
): Extent | undefined {
	const at = symbolPoint(event);
	const radiusKm = ringRadiusKm(event.precision, event.radiusKm);
	if (!at || !radiusKm) return undefined;
	const { precision } = event;
	const circle = { precision, at, radiusKm };
	const spot = at.map((value) => value.toFixed(4)).join(',');
	if (isArea(event.geometry) && COARSE.has(precision))
		return { ...circle, id: `${spot},${event.id}`, geometry: event.geometry };
	const ofKind =
		place && COARSE.has(precision) && precisionOfKind(place.kind) === precision && isAt(place, at);
	if (ofKind && isArea(place.geometry))
		return { ...circle, id: place.id, geometry: place.geometry };
	if (ofKind && place.area && event.radiusKm === undefined)
		return { ...circle, id: place.area, area: place.area };
	return { ...circle, id: `${spot},${precision},${radiusKm}` };
}

/** An area of any size: one that is a point or a line leaves the circle to say where. */
function isArea(geometry: Geometry | null): geometry is Geometry {
	return geometry !== null && polygonsOf(geometry).length > 0;
}

/** The event stands where its place does: a spot of its own in it is no whole district. */
function isAt({ geometry }: Pick<Place, 'geometry'>, at: LonLat): boolean {
	const own = pointOf(geometry);
	return !own || (Math.abs(own[0] - at[0]) < 1e-3 && Math.abs(own[1] - at[1]) < 1e-3);
}
