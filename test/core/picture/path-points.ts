import type { Camera } from '../../../src/lib/core/picture/camera';
import type { LonLat } from '../../../src/lib/core/place/geometry';

/** Path data as its parts, each the corners that it goes to, in pixels. Throws at what is no number. */
export function partsOf(d: string): [number, number][][] {
	const parts: [number, number][][] = [];
	let [x, y] = [0, 0];
	for (const [whole, letter, rest] of d.matchAll(/([A-Za-z])([^A-Za-z]*)/g)) {
		if (letter === 'z') {
			[x, y] = parts.at(-1)?.[0] ?? [x, y];
			continue;
		}
		const numbers = (rest ?? '').match(/-?(\d+\.?\d*|\.\d+)/g)?.map(Number) ?? [];
		if (!/^[Mml]$/.test(letter ?? '') || numbers.length !== 2) throw new Error(`No step: ${whole}`);
		const [dx, dy] = numbers as [number, number];
		[x, y] = letter === 'M' ? [dx, dy] : [x + dx, y + dy];
		if (letter !== 'l') parts.push([]);
		parts.at(-1)?.push([x, y]);
	}
	return parts;
}

/** Where the corners of a path lie on the globe: the camera undone, by Mercator's inverse formula. */
export function cornersOf({ lon, lat, zoom, width, height }: Camera, d: string): LonLat[] {
	const size = 512 * 2 ** zoom;
	const northing = Math.asinh(Math.tan((lat * Math.PI) / 180));
	return partsOf(d)
		.flat()
		.map(([x, y]) => [
			lon + ((x - width / 2) / size) * 360,
			(Math.atan(Math.sinh(northing - ((y - height / 2) / size) * 2 * Math.PI)) * 180) / Math.PI
		]);
}
