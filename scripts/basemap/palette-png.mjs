/** Writes a PNG with a palette: small where a picture has few colours, and read by whatever reads PNG. */
import { crc32, deflateSync } from 'node:zlib';

/**
 * @param {Uint8Array} rgba pixel after pixel, of at most 256 colours with their opacity
 * @param {number} width
 * @returns {Buffer} the file
 */
export function palettePng(rgba, width) {
	const height = rgba.length / 4 / width;
	const colours = new Map();
	const rows = Buffer.alloc((width + 1) * height); // each begins with its filter: none
	for (let i = 0; i < rgba.length / 4; i++) {
		const [red, green, blue, alpha] = rgba.subarray(4 * i, 4 * i + 4);
		const key = [alpha === 0 ? [0, 0, 0] : [red, green, blue], alpha].join();
		if (!colours.has(key)) colours.set(key, colours.size);
		rows[i + 1 + Math.floor(i / width)] = colours.get(key);
	}
	if (colours.size > 256) throw new Error(`${colours.size} colours are too many for a palette.`);
	const palette = [...colours.keys()].map((key) => key.split(',').map(Number));
	const header = Buffer.alloc(13);
	header.writeUInt32BE(width, 0);
	header.writeUInt32BE(height, 4);
	header.set([8, 3, 0, 0, 0], 8);
	return Buffer.concat([
		Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
		chunk('IHDR', header),
		chunk('PLTE', Buffer.from(palette.flatMap(([red, green, blue]) => [red, green, blue]))),
		chunk('tRNS', Buffer.from(palette.map(([, , , alpha]) => alpha))),
		chunk('IDAT', deflateSync(rows, { level: 9, memLevel: 9 })),
		chunk('IEND', Buffer.alloc(0))
	]);
}

function chunk(type, data) {
	const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
	const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
	length.writeUInt32BE(data.length);
	sum.writeUInt32BE(crc32(body));
	return Buffer.concat([length, body, sum]);
}
