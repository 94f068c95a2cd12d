import type { Dossier } from '../dossier/dossier';
import { extentOf, type Extent } from '../place/extent';
import { pointOf, positionsOf, type LonLat } from '../place/geometry';
import { symbolPoint } from '../place/precision';
import type { ShownEvent } from '../view/filter';
import type { MapPosition } from '../view/view';
import { acrossWorld, inSight, worldPoint, type WorldPoint } from './camera';
import { boundsOf, fitted, openingPosition, roomIn } from './opening';

/** Zooms that a figure goes farther out than the dossier opens, to have all that is shown in sight. */
const FARTHER = 1;
/** How many times as wide as for its symbols alone a figure's map may be, for the areas about them. */
const WIDER = 3;
/** Kilometres that symbols count as far apart at least, so that the area about a single one is seen. */
const LEAST_SPREAD = 100;
/** Kilometres to a degree of latitude, and to the whole equator. */
const DEGREE = 111.2;
const EQUATOR = 40_075;

/**
 * Where a figure's map stands when its address does not say: where all that is drawn of the shown events is in
 * sight, their areas with them; those of a whole country only so far that they do not make the rest small. Where
 * that is much farther out than the dossier opens, and most of what is shown lies in the opening view – fighting
 * at a border, talks in another country – the map shows that part. The chosen event and what it is about are
 * always in sight.
 * @param pane in pixels
 * @param chosen id of the event whose card is open
 */
export function figurePosition(
	dossier: Pick<Dossier, 'header' | 'events' | 'places'>,
	shown: readonly ShownEvent[],
	pane: { width: number; height: number },
	chosen?: string
): MapPosition {
	const opening = openingPosition(dossier, pane.width);
	const places = new Map(dossier.places.map((place) => [place.id, place]));
	const drawn = shown.flatMap(({ event }) => {
		const at = symbolPoint(event);
		return at ? [{ at, event }] : [];
	});
	const all = fitted(
		drawn.map(({ at }) => at),
		pane
	);
	const camera = { ...opening, ...pane };
	const near =
		all && all.zoom < opening.zoom - FARTHER ? drawn.filter(({ at }) => inSight(camera, at)) : [];
	const kept = near.length > 0 && 2 * near.length >= drawn.length ? near : drawn;
	const extents = kept.flatMap(({ event }) => extentOf(event, places.get(event.place ?? '')) ?? []);
	const event = dossier.events.find(({ id }) => id === chosen);
	const about = (event?.concerns ?? [])
		.map((id) => pointOf(places.get(id)?.geometry ?? null))
		.filter((at) => at !== undefined);
	const points = [
		...kept.map(({ at }) => at),
		...drawn.flatMap(({ at, event }) => (event.id === chosen ? [at] : [])),
		...about
	];
	return fitted([...points, ...heldBy(points, extents.flatMap(edgesOf), pane)], pane) ?? opening;
}

/** Positions on the edge of what is drawn of an extent; its circle's stand in for the ground map's areas. */
function edgesOf({ at: [lon, lat], radiusKm, geometry }: Extent): LonLat[] {
	if (geometry) return positionsOf(geometry);
	const north = radiusKm / DEGREE;
	const east = Math.min(179, north / Math.max(0.02, Math.cos((lat * Math.PI) / 180)));
	return [
		[lon, lat + north],
		[lon, lat - north],
		[lon + east, lat],
		[lon - east, lat]
	];
}

/** Positions moved into the room that they may make the map wider by, about the middle of the symbols. */
function heldBy(
	points: readonly LonLat[],
	positions: readonly LonLat[],
	pane: { width: number; height: number }
): LonLat[] {
	const bounds = boundsOf(points);
	if (!bounds) return [];
	const low = worldPoint([bounds.west, bounds.north]);
	const high = worldPoint([bounds.east, bounds.south]);
	const middle: WorldPoint = { x: (low.x + high.x) / 2, y: (low.y + high.y) / 2 };
	const room = { x: roomIn(pane.width), y: roomIn(pane.height) };
	const km = 1 / (EQUATOR * Math.cos(latitudeOf(middle.y)));
	// World to a pixel.
	const scale = Math.max(
		(high.x - low.x) / room.x,
		(high.y - low.y) / room.y,
		(LEAST_SPREAD * km) / Math.min(room.x, room.y)
	);
	const held = (offset: number, side: number) => {
		const most = (WIDER / 2) * scale * side;
		return Math.max(-most, Math.min(most, offset));
	};
	return positions.map((position) => {
		const at = worldPoint(position);
		const x = middle.x + held(acrossWorld(middle.x, at.x), room.x);
		const y = middle.y + held(at.y - middle.y, room.y);
		return [acrossWorld(0.5, x) * 360, (latitudeOf(y) * 180) / Math.PI];
	});
}

/** Radians. @param y of the world, 0 to 1 from north to south */
function latitudeOf(y: number): number {
	return Math.atan(Math.sinh(Math.PI * (1 - 2 * y)));
}
