/**
 * relief.webp and relief.png (shadow and light with opacity; the second for picture files, whose renderers read no
 * WebP) and relief.jpg (the same on white): a soft hillshade of the region in
 * Web Mercator, from the grey SRTM tiles of Marble. The tiles are 8-bit JPEGs of 2 arc-minutes (about 3 km): enough to
 * show where the mountains are, no more. GDAL reads, warps and writes; the shading is done here, pixel by pixel.
 */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { palettePng } from './palette-png.mjs';
import { REGION } from './pins.mjs';
import { WORK, run } from './tools.mjs';

/** Grey value → metres. The tiles do not say; read off at lakes, plains and peaks of known height. */
const GREY_TO_METRES = [
	[0, -28],
	[87, -28],
	[93, 0],
	[109, 40],
	[142, 300],
	[166, 850],
	[178, 1150],
	[182, 1280],
	[187, 1640],
	[194, 1900],
	[211, 3900],
	[226, 5300],
	[255, 8000]
];

/** Level 3 of Marble's tile tree: 16 by 8 tiles of 22.5°, 675 pixels square; row 0 is the northernmost. */
const TILE = 22.5;

/** Widths in pixels. The opaque picture compresses well; opacity is kept exactly in WebP, so that one is smaller. */
const WIDTH = { jpg: 840, webp: 440 };

/** Corners for a MapLibre image source: [[w,n],[e,n],[e,s],[w,s]], degrees. */
export const reliefCoordinates = () => {
	const { west, south, east, north } = REGION;
	return [
		[west, north],
		[east, north],
		[east, south],
		[west, south]
	];
};

/** The tiles that cover the region as one GDAL virtual raster in metres. */
function elevation(marble, dir) {
	const row = (lat) => Math.floor((90 - lat) / TILE);
	const col = (lon) => Math.floor((lon + 180) / TILE);
	const tiles = [];
	for (let r = row(REGION.north); r <= row(REGION.south); r++) {
		for (let c = col(REGION.west); c <= col(REGION.east); c++) {
			const pad = (n) => String(n).padStart(6, '0');
			const file = join(
				marble,
				`usr/share/marble/data/maps/earth/srtm/3/${pad(r)}/${pad(r)}_${pad(c)}.jpg`
			);
			const tif = join(dir, `${r}-${c}.tif`);
			const [w, n] = [c * TILE - 180, 90 - r * TILE];
			run('gdal_translate', [
				'-q',
				'-a_ullr',
				`${w}`,
				`${n}`,
				`${w + TILE}`,
				`${n - TILE}`,
				'-a_srs',
				'EPSG:4326',
				file,
				tif
			]);
			tiles.push(tif);
		}
	}
	const mosaic = join(dir, 'mosaic.tif');
	run('gdalwarp', ['-q', '-overwrite', ...tiles, mosaic]);
	const { size, geoTransform } = JSON.parse(run('gdalinfo', ['-json', mosaic]));
	const vrt = join(dir, 'metres.vrt');
	writeFileSync(
		vrt,
		`<VRTDataset rasterXSize="${size[0]}" rasterYSize="${size[1]}"><SRS>EPSG:4326</SRS><GeoTransform>${geoTransform.join(',')}</GeoTransform>` +
			`<VRTRasterBand dataType="Float32" band="1"><ComplexSource><SourceFilename>${mosaic}</SourceFilename><SourceBand>1</SourceBand>` +
			`<LUT>${GREY_TO_METRES.map((pair) => pair.join(':')).join(',')}</LUT></ComplexSource></VRTRasterBand></VRTDataset>`
	);
	return vrt;
}

/** Warps to Web Mercator at a width and returns {values, width, height, cell (Mercator metres)}. */
function mercator(vrt, width, dir) {
	const { west, south, east, north } = REGION;
	const raw = join(dir, `mercator-${width}.img`);
	run('gdalwarp', [
		'-q',
		'-overwrite',
		'-of',
		'ENVI',
		'-t_srs',
		'EPSG:3857',
		'-te_srs',
		'EPSG:4326',
		'-te',
		`${west}`,
		`${south}`,
		`${east}`,
		`${north}`,
		'-ts',
		`${width}`,
		'0',
		'-r',
		'cubicspline',
		vrt,
		raw
	]);
	const { size, geoTransform } = JSON.parse(run('gdalinfo', ['-json', raw]));
	const bytes = readFileSync(raw);
	const values = new Float32Array(
		bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.length)
	);
	return { values, width: size[0], height: size[1], cell: geoTransform[1] };
}

/** Gaussian blur along both axes, sigma in pixels: takes out the JPEG's blocks and the steps of 8 bits. */
function blur({ values, width, height, cell }, sigma) {
	const reach = Math.ceil(sigma * 3);
	const kernel = Array.from({ length: 2 * reach + 1 }, (_, i) =>
		Math.exp(-((i - reach) ** 2) / (2 * sigma * sigma))
	);
	const total = kernel.reduce((a, b) => a + b);
	const pass = (source, at) => {
		const out = new Float32Array(source.length);
		for (let y = 0; y < height; y++) {
			for (let x = 0; x < width; x++) {
				let sum = 0;
				for (let k = -reach; k <= reach; k++) sum += source[at(x, y, k)] * kernel[k + reach];
				out[y * width + x] = sum / total;
			}
		}
		return out;
	};
	const clamp = (v, max) => Math.max(0, Math.min(max, v));
	const across = pass(values, (x, y, k) => y * width + clamp(x + k, width - 1));
	return {
		values: pass(across, (x, y, k) => clamp(y + k, height - 1) * width + x),
		width,
		height,
		cell
	};
}

/** Light from the north-west, 45° up; heights stretched so that 3-km cells still show their slopes. */
const LIGHT = { azimuth: 315, altitude: 45, exaggeration: 4 };

/** Share of the picture's width over which the relief fades out at the region's edge. */
const FADE = 0.06;

/** Shade per pixel: −1 full shadow … 0 flat … +1 full light, faded at the edges. */
function shades({ values, width, height, cell }) {
	const rad = Math.PI / 180;
	const [lx, ly, lz] = [
		Math.sin(LIGHT.azimuth * rad) * Math.cos(LIGHT.altitude * rad),
		Math.cos(LIGHT.azimuth * rad) * Math.cos(LIGHT.altitude * rad),
		Math.sin(LIGHT.altitude * rad)
	];
	const out = new Float32Array(width * height);
	for (let y = 1; y < height - 1; y++) {
		for (let x = 1; x < width - 1; x++) {
			const i = y * width + x;
			const k = LIGHT.exaggeration / (2 * cell);
			const dx = (values[i + 1] - values[i - 1]) * k;
			const dy = (values[i - width] - values[i + width]) * k;
			const lit = (lz - dx * lx - dy * ly) / Math.hypot(dx, dy, 1);
			const edge = Math.min(x, width - 1 - x, y, height - 1 - y) / (FADE * width);
			const fade = Math.min(1, edge);
			// From flat ground's own light: what is level stays untouched.
			out[i] = (lit < lz ? (lit - lz) / lz : (lit - lz) / (1 - lz)) * fade * fade * (3 - 2 * fade);
		}
	}
	return out;
}

/** Writes pixels through GDAL. @param {Uint8Array} pixels band after band */
function save(pixels, bands, { width, height }, dir, file, format, options) {
	const raw = join(dir, `picture-${format}.raw`);
	writeFileSync(raw, pixels);
	const vrt = join(dir, `picture-${format}.vrt`);
	const kinds = bands === 4 ? ['Red', 'Green', 'Blue', 'Alpha'] : ['Gray'];
	writeFileSync(
		vrt,
		`<VRTDataset rasterXSize="${width}" rasterYSize="${height}">` +
			kinds
				.map(
					(kind, i) =>
						`<VRTRasterBand dataType="Byte" band="${i + 1}" subClass="VRTRawRasterBand"><ColorInterp>${kind}</ColorInterp>` +
						`<SourceFilename relativeToVRT="0">${raw}</SourceFilename><ImageOffset>${i * width * height}</ImageOffset>` +
						`<PixelOffset>1</PixelOffset><LineOffset>${width}</LineOffset></VRTRasterBand>`
				)
				.join('') +
			'</VRTDataset>'
	);
	run('gdal_translate', [
		'-q',
		'-of',
		format,
		...options.flatMap((o) => ['-co', o]),
		'--config',
		'GDAL_PAM_ENABLED',
		'NO',
		vrt,
		file
	]);
}

/** Writes the pictures. @param {string} marble where marble-qt-data was unpacked @param {string} out output directory */
export function relief(marble, out) {
	const dir = join(WORK, 'relief');
	mkdirSync(dir, { recursive: true });
	const metres = elevation(marble, dir);

	// On white, for multiplying: flat ground and sea are white, slopes away from the light grey.
	const opaque = blur(mercator(metres, WIDTH.jpg, dir), 1.5);
	const grey = Uint8Array.from(shades(opaque), (s) => Math.round(s < 0 ? 255 + 150 * s : 255));
	save(grey, 1, opaque, dir, join(out, 'relief.jpg'), 'JPEG', ['QUALITY=68', 'PROGRESSIVE=YES']);

	// Black or white with opacity, in steps of 8 to keep it small: for any land colour and for the dark theme.
	const clear = blur(mercator(metres, WIDTH.webp, dir), 0.8);
	const size = clear.width * clear.height;
	const rgba = new Uint8Array(size * 4);
	shades(clear).forEach((s, i) => {
		if (s > 0) for (const band of [0, 1, 2]) rgba[band * size + i] = 255;
		rgba[3 * size + i] = Math.round(Math.abs(s < 0 ? s * 150 : s * 110) / 8) * 8;
	});
	save(rgba, 4, clear, dir, join(out, 'relief.webp'), 'WEBP', ['QUALITY=30']);
	const pixels = Uint8Array.from(rgba, (_, i) => rgba[(i % 4) * size + (i >> 2)]);
	writeFileSync(join(out, 'relief.png'), palettePng(pixels, clear.width));
}
