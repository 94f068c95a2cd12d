import { area } from '@turf/area';
import { length } from '@turf/length';
import { running, runningRing } from '../place/rings';
import type { LonLat } from '../place/geometry';
import type { NoteGeometry } from './note';

/** Kilometres of a line, or square kilometres of an area, on a sphere of the Earth's mean radius. */
export type Measured = { km: number } | { km2: number };

/**
 * Measures a note: along great circles a line, on the sphere an area with its holes taken out. Steps lead the
 * shorter way round, also across ±180°. Undefined for a point.
 * @see Chamberlain and Duquette, "Some algorithms for polygons on a sphere", JPL 2007, of @turf/area
 */
export function measured(geometry: NoteGeometry): Measured | undefined {
	if (geometry.type === 'Point') return undefined;
	if (geometry.type === 'LineString') {
		const line = running(geometry.coordinates);
		return { km: line.slice(1).reduce((sum, to, i) => sum + arc(line[i] as LonLat, to), 0) };
	}
	const coordinates = (geometry.coordinates as LonLat[][]).map(runningRing);
	return { km2: area({ type: 'Polygon', coordinates }) / 1e6 };
}

/** Half round the Earth in kilometres, by the mean radius that @turf/length takes. */
const HALF_ROUND = Math.PI * 6371.0088;

/** Kilometres along the great circle between two positions. */
function arc(from: LonLat, to: LonLat): number {
	const line = { type: 'LineString' as const, coordinates: [from, to] };
	const km = length({ type: 'Feature', properties: {}, geometry: line }, { units: 'kilometers' });
	// Of positions opposite each other rounding makes the haversine more than one, and its root no number.
	return Number.isNaN(km) ? HALF_ROUND : km;
}

/**
 * `0.64 km`, `3.4 km`, `1,230 km²`: two digits that count below 10, three above. Nobody draws a line on a map
 * more exactly than that.
 */
export function measureInWords(measure: Measured): string {
	return 'km' in measure ? `${rounded(measure.km)} km` : `${rounded(measure.km2)} km²`;
}

function rounded(value: number): string {
	if (!(value > 0)) return '0';
	const figures = value < 10 ? 2 : 3;
	const step = 10 ** (Math.floor(Math.log10(value)) - figures + 1);
	const digits = Math.max(0, -Math.floor(Math.log10(step) + 1e-9));
	const text = Number((Math.round(value / step) * step).toFixed(Math.min(digits, 12)));
	const [whole = '', part] = text.toFixed(Math.min(digits, 12)).split('.');
	// Not toLocaleString: server and browser must agree.
	const grouped = whole.replace(/\B(?=(\d{3})+$)/g, ',');
	const rest = part?.replace(/0+$/, '');
	return rest ? `${grouped}.${rest}` : grouped;
}
