import { seeded } from './dossier.js';

/**
 * A closed ring of so many corners, in and out like a coast; the same for the same seed.
 *
 * @param {number} corners one position more closes it
 * @param {{ at?: [lon: number, lat: number], radius?: number, seed?: number }} [options] radius in degrees
 * @returns {[number, number][]}
 */
export function largeArea(corners, { at: [lon, lat] = [46, 40], radius = 2, seed = 1 } = {}) {
	const random = seeded(seed);
	/** @type {[number, number][]} */
	const ring = Array.from({ length: corners }, (_, i) => {
		const angle = (i / corners) * 2 * Math.PI;
		const reach = radius * (0.8 + 0.15 * Math.sin(9 * angle) + 0.05 * random());
		return [lon + reach * Math.cos(angle), lat + 0.75 * reach * Math.sin(angle)];
	});
	return [...ring, /** @type {[number, number]} */ (ring[0])];
}
