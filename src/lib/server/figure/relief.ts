import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { crc32, deflateSync, inflateSync } from 'node:zlib';
import { basemapFolder } from '../basemap';

/** The relief's pixels as they stand in its file: a byte each, into a palette that is kept as it is. */
interface Relief {
	file: Buffer;
	width: number;
	height: number;
	/** The palette's colours, three bytes each, and how opaque each is, a byte. */
	colours: Buffer;
	opacities: Buffer;
	/** Row after row, each with the byte before it that names its filter: none. */
	rows: Buffer;
}

let relief: Promise<Relief> | undefined;

/** The relief, read once. Throws where its file is missing; the next call tries again. */
function loadRelief(): Promise<Relief> {
	relief ??= readFile(join(basemapFolder() ?? '', 'relief.png'))
		.then(decode)
		.catch((error: unknown) => {
			relief = undefined;
			throw error;
		});
	return relief;
}

/** A part of the relief. */
interface ReliefPart {
	png: Buffer;
	/** Where it lies, in shares of the whole's width and height. */
	left: number;
	top: number;
	width: number;
	height: number;
}

/**
 * The part of the relief that is in sight, in whole pixels: a picture close up carries no more, and its
 * renderer breaks off at pictures many times as large as what is seen of them.
 * @param seen left, top, right and bottom in shares of the whole's width and height
 * @param opacity 0 to 1, of every pixel: a renderer needs no layer for it
 */
export async function reliefPart(
	seen: [number, number, number, number],
	opacity = 1
): Promise<ReliefPart> {
	const { file, width, height, colours, opacities, rows } = await loadRelief();
	const [left, top] = [seen[0] * width, seen[1] * height].map((value) =>
		Math.max(0, Math.floor(value) - 1)
	) as [number, number];
	const right = Math.min(width, Math.ceil(seen[2] * width) + 1);
	const bottom = Math.min(height, Math.ceil(seen[3] * height) + 1);
	if (opacity === 1 && left === 0 && top === 0 && right === width && bottom === height)
		return { png: file, left: 0, top: 0, width: 1, height: 1 };
	const across = right - left;
	const part = Buffer.alloc((across + 1) * (bottom - top));
	for (let row = top; row < bottom; row++)
		rows.copy(
			part,
			(row - top) * (across + 1) + 1,
			row * (width + 1) + 1 + left,
			row * (width + 1) + 1 + right
		);
	const header = Buffer.alloc(13);
	header.writeUInt32BE(across, 0);
	header.writeUInt32BE(bottom - top, 4);
	header.set([8, 3], 8);
	return {
		png: Buffer.concat([
			SIGNATURE,
			chunk('IHDR', header),
			chunk('PLTE', colours),
			chunk('tRNS', Buffer.from(opacities.map((value) => Math.round(value * opacity)))),
			chunk('IDAT', deflateSync(part)),
			chunk('IEND', Buffer.alloc(0))
		]),
		left: left / width,
		top: top / height,
		width: across / width,
		height: (bottom - top) / height
	};
}

const SIGNATURE = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);

/** Reads what scripts/basemap/palette-png.mjs writes. */
function decode(file: Buffer): Relief {
	let colours: Buffer = Buffer.alloc(0);
	let opacities: Buffer = Buffer.alloc(0);
	const data: Buffer[] = [];
	for (let at = SIGNATURE.length; at < file.length;) {
		const length = file.readUInt32BE(at);
		const type = file.toString('latin1', at + 4, at + 8);
		const content = file.subarray(at + 8, at + 8 + length);
		if (type === 'PLTE') colours = content;
		if (type === 'tRNS') opacities = content;
		if (type === 'IDAT') data.push(content);
		at += 12 + length;
	}
	return {
		file,
		width: file.readUInt32BE(16),
		height: file.readUInt32BE(20),
		colours,
		// What the file says nothing of is opaque.
		opacities: Buffer.concat(
			[opacities, Buffer.alloc(colours.length / 3, 255)],
			colours.length / 3
		),
		rows: inflateSync(Buffer.concat(data))
	};
}

function chunk(type: string, data: Buffer): Buffer {
	const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
	const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
	length.writeUInt32BE(data.length);
	sum.writeUInt32BE(crc32(body));
	return Buffer.concat([length, body, sum]);
}
