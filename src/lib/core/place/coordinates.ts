import { distanceKm, type LonLat } from './geometry';

/** What a text says of a point, or why it says none. */
export type ReadPoint = { ok: true; at: LonLat } | { ok: false; mend: string };

const MAX_LENGTH = 100;
const HOW = 'Write latitude and longitude in degrees, such as 39.75, 46.35 or 39.75 N, 46.35 E.';

/** Degrees, and minutes and seconds behind them. */
const DEGREES =
	/([+-]?\d{1,3}(?:\.\d+)?)\s*(?:[°º]\s*(?:(\d{1,2}(?:\.\d+)?)\s*['′’]\s*)?(?:(\d{1,2}(?:\.\d+)?)\s*(?:["″”]|'')\s*)?)?/;
/** With a half of the globe before them, or behind. */
const AFTER_HALF = new RegExp(`([NSEW])\\s*${DEGREES.source}`, 'iy');
const BEFORE_HALF = new RegExp(`${DEGREES.source}([NSEW])?`, 'iy');

interface Angle {
	degrees: number;
	/** Which of the two it says that it is. */
	axis?: 'lat' | 'lon';
}

/**
 * Reads a point as people write it: `39.75, 46.35` (latitude first), `39.75 N, 46.35 E`, `46.35 E 39.75 N`,
 * `39°45′ N 46°21′ E`. Degrees WGS 84, north and east positive. Never throws.
 */
export function readPoint(text: string): ReadPoint {
	const plain = text.trim().replace(/−/g, '-');
	if (plain === '' || plain.length > MAX_LENGTH) return { ok: false, mend: HOW };
	const first = angleAt(plain, 0);
	if (!first) return { ok: false, mend: HOW };
	const gap = /[\s,;/]*/y;
	gap.lastIndex = first.end;
	gap.exec(plain);
	const second = angleAt(plain, gap.lastIndex);
	if (!second || second.end !== plain.length || (gap.lastIndex === first.end && !first.angle.axis))
		return { ok: false, mend: HOW };
	const [a, b] = [first.angle, second.angle];
	if (a.axis && a.axis === b.axis)
		return { ok: false, mend: 'One of the two should be north or south, the other east or west.' };
	const turned = a.axis === 'lon' || b.axis === 'lat';
	const [lat, lon] = turned ? [b.degrees, a.degrees] : [a.degrees, b.degrees];
	if (Math.abs(lat) > 90)
		return {
			ok: false,
			mend:
				Math.abs(lon) <= 90 && Math.abs(lat) <= 180
					? `Latitude comes first and goes to 90; the two may be swapped: ${lon}, ${lat}?`
					: 'A latitude is −90 to 90 degrees.'
		};
	if (Math.abs(lon) > 180) return { ok: false, mend: 'A longitude is −180 to 180 degrees.' };
	return { ok: true, at: [lon, lat] };
}

function angleAt(text: string, from: number): { angle: Angle; end: number } | undefined {
	AFTER_HALF.lastIndex = BEFORE_HALF.lastIndex = from;
	const before = AFTER_HALF.exec(text);
	const match = before ?? BEFORE_HALF.exec(text);
	if (!match) return undefined;
	const parts = match.slice(1);
	const half = (before ? parts.shift() : parts[3])?.toUpperCase();
	const [number = '', minutes = '0', seconds = '0'] = parts;
	if (Number(minutes) >= 60 || Number(seconds) >= 60) return undefined;
	const size = Math.abs(Number(number)) + Number(minutes) / 60 + Number(seconds) / 3600;
	const negative = number.startsWith('-') !== (half === 'S' || half === 'W');
	const degrees = Math.round((negative ? -size : size) * 1e6) / 1e6;
	const end = match.index + match[0].trimEnd().length;
	if (!half) return { angle: { degrees }, end };
	return { angle: { degrees, axis: half === 'N' || half === 'S' ? 'lat' : 'lon' }, end };
}

/** A point as `readPoint` reads it: latitude first. */
export function pointInWords([lon, lat]: LonLat): string {
	return `${lat}, ${lon}`;
}

/** Farther than this from every other point, in kilometres, one is looked at; and nearer when turned. */
const FAR_KM = 500;

/**
 * Whether a point lies far from all others, and close to one of them once latitude and longitude change
 * places. Never true where there are no others.
 */
export function looksSwapped(at: LonLat, others: readonly LonLat[]): boolean {
	const [lon, lat] = at;
	if (others.length === 0 || Math.abs(lon) > 90) return false;
	const nearest = (point: LonLat) => Math.min(...others.map((other) => distanceKm(point, other)));
	return nearest(at) > FAR_KM && nearest([lat, lon]) < FAR_KM;
}
