import { booleanPointInPolygon } from '@turf/boolean-point-in-polygon';
import type { LonLat } from '../place/geometry';
import { runningRing } from '../place/rings';

/**
 * An area that was drawn, in degrees. A box whose west is greater than its east lies across ±180°;
 * the sides of a polygon take the shorter way round the globe, so it may lie across it too.
 */
export type Area = Box | { kind: 'polygon'; vertices: readonly LonLat[] };

export interface Box {
	kind: 'box';
	west: number;
	south: number;
	east: number;
	north: number;
}

export const MIN_VERTICES = 3;
export const MAX_VERTICES = 50;
/** Decimals of a degree that are kept: some ten metres. */
const DECIMALS = 4;
/** Units of a degree in which points are held against sides: those of a position in `core/columns`. */
const UNITS = 100_000;

/**
 * An area that can be written: rounded, longitudes brought to ±180°, a box of more than the whole
 * globe cut to it.
 * @returns undefined for what is none: no height, no breadth, too few or too many vertices, poles crossed
 */
export function soundArea(area: Area): Area | undefined {
	if (area.kind === 'box') {
		const whole = area.east - area.west >= 360;
		const west = whole ? -180 : wrap(area.west);
		const east = whole ? 180 : wrap(area.east);
		const south = round(Math.max(-90, area.south));
		const north = round(Math.min(90, area.north));
		return south < north && west !== east ? { kind: 'box', west, south, east, north } : undefined;
	}
	const vertices = area.vertices.map(([lon, lat]): LonLat => [wrap(lon), round(lat)]);
	if (vertices.length < MIN_VERTICES || vertices.length > MAX_VERTICES) return undefined;
	if (vertices.some(([lon, lat]) => !Number.isFinite(lon) || Math.abs(lat) > 90)) return undefined;
	return { kind: 'polygon', vertices };
}

/** `w,s,e,n` or `lon,lat;lon,lat;…`, in degrees; undefined for what is no area. */
export function parseArea(text: string): Area | undefined {
	const corners = text.split(';').map((corner) => corner.split(',').map(degrees));
	if (corners.flat().some(Number.isNaN)) return undefined;
	if (corners.length === 1) {
		const [west, south, east, north] = corners[0] as number[];
		if (corners[0]?.length !== 4) return undefined;
		return inDegrees([
			[west as number, south as number],
			[east as number, north as number]
		])
			? soundArea({ kind: 'box', west, south, east, north } as Area)
			: undefined;
	}
	if (corners.some((corner) => corner.length !== 2) || !inDegrees(corners as LonLat[]))
		return undefined;
	return soundArea({ kind: 'polygon', vertices: corners as LonLat[] });
}

/** The text that `parseArea` reads. */
export function formatArea(area: Area): string {
	if (area.kind === 'box') return [area.west, area.south, area.east, area.north].map(round).join();
	return area.vertices.map((vertex) => vertex.map(round).join()).join(';');
}

/**
 * Whether a point lies in an area or on its edge. Sides are straight in longitude and latitude, as
 * they are on the map. A polygon is asked in whole units of 1e-5 degrees: nothing hangs on rounding there, so
 * that a database which asks in whole numbers gives the same answers.
 */
export function areaTest(area: Area): (point: LonLat) => boolean {
	if (area.kind === 'box') {
		const { west, south, east, north } = area;
		const within = (lon: number) =>
			west <= east ? lon >= west && lon <= east : lon >= west || lon <= east;
		return ([lon, lat]) =>
			lat >= south && lat <= north && (within(lon) || (Math.abs(lon) === 180 && within(-lon)));
	}
	const units = (degrees: number) => Math.round(degrees * UNITS);
	const ring = areaRing(area).map(([lon, lat]) => [units(lon), units(lat)]);
	const polygon = { type: 'Polygon' as const, coordinates: [ring] };
	return ([lon, lat]) =>
		[0, 360 * UNITS, -360 * UNITS].some((turn) =>
			booleanPointInPolygon([units(lon) + turn, units(lat)], polygon)
		);
}

/**
 * The area's outline, closed, for a map to draw: longitudes run on beyond ±180° where it lies across, and
 * along the pole where it lies about one.
 */
export function areaRing(area: Area): LonLat[] {
	if (area.kind === 'box') {
		const { west, south, north } = area;
		const east = area.east < west ? area.east + 360 : area.east;
		return [
			[west, south],
			[east, south],
			[east, north],
			[west, north],
			[west, south]
		];
	}
	return runningRing([...area.vertices, area.vertices[0] as LonLat]);
}

function degrees(text: string): number {
	return /^-?\d{1,3}(\.\d{1,12})?$/.test(text) ? Number(text) : NaN;
}

function inDegrees(corners: readonly LonLat[]): boolean {
	return corners.every(([lon, lat]) => Math.abs(lon) <= 180 && Math.abs(lat) <= 90);
}

function wrap(lon: number): number {
	return round(Math.abs(lon) <= 180 ? lon : ((((lon + 180) % 360) + 360) % 360) - 180);
}

/** No negative zero: it would be written like the other and not come back. */
function round(value: number): number {
	return Number(value.toFixed(DECIMALS)) + 0;
}
