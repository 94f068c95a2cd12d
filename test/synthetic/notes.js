import { collection, seeded } from './dossier.js';

const KINDS = /** @type {const} */ (['text', 'arrow', 'line', 'area']);
const TONES = ['ink', 'accent', 'quiet'];
const WORDS =
	'the road by which both sides go to the quay is closed from here to the bridge of the old harbour office';

/**
 * Notes by an author, made by dice: texts, arrows, lines and areas in turn, each somewhere in a box and on
 * some days of a span.
 *
 * @param {{ count: number, seed?: number, box: [number, number, number, number], first: string, days: number }} options
 *   `box`: west, south, east and north, in degrees; `first`: the first day of the span, as `2021-05-01`
 * @returns {unknown} what `notes.geojson` holds
 */
export function syntheticNotes({ count, seed = 1, box: [west, south, east, north], first, days }) {
	const random = seeded(seed);
	const below = (/** @type {number} */ n) => Math.floor(random() * n);
	const day = (/** @type {number} */ n) =>
		new Date(Date.parse(first) + n * 86_400_000).toISOString().slice(0, 10);
	const corners = (/** @type {number} */ most) => {
		const at = [west + random() * (east - west), south + random() * (north - south)];
		return Array.from({ length: most }, () =>
			at.map((degrees) => Number((degrees + (random() - 0.5) * 0.3).toFixed(4)))
		);
	};
	/** @param {(typeof KINDS)[number]} kind */
	const shape = (kind) => {
		if (kind === 'text') return { type: 'Point', coordinates: corners(1)[0] };
		if (kind !== 'area') return { type: 'LineString', coordinates: corners(2 + below(5)) };
		const [[lon = 0, lat = 0] = []] = corners(1);
		const [wide, tall] = [0.03 + random() * 0.1, 0.03 + random() * 0.1];
		const ring = [
			[lon, lat],
			[lon + wide, lat],
			[lon + wide, lat + tall],
			[lon, lat + tall],
			[lon, lat]
		].map((position) => position.map((degrees) => Number(degrees.toFixed(4))));
		return { type: 'Polygon', coordinates: [ring] };
	};
	return collection(
		Array.from({ length: count }, (_, i) => {
			const kind = KINDS[i % KINDS.length] ?? 'text';
			const begins = below(days);
			return {
				type: 'Feature',
				id: `note-${i}`,
				geometry: shape(kind),
				properties: {
					kind,
					text: `Note ${i}: ${WORDS.slice(0, 10 + below(WORDS.length - 10))}`,
					when: random() < 0.2 ? null : `${day(begins)}/${day(begins + below(days / 3))}`,
					...(kind !== 'text' && random() < 0.3 && { measure: true }),
					style: { tone: TONES[below(TONES.length)] },
					author: 'Ann Rees',
					written: '2022-04-01'
				}
			};
		})
	);
}
