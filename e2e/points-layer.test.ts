import { resolve } from 'node:path';
import { expect, test, type Page } from '@playwright/test';
import { servePoints } from '../scripts/bench/points-serve.js';
import { NOWHERE } from '../src/lib/core/columns/columns';
import { CERTAIN, OUTSIDE, rowState } from '../src/lib/core/columns/dates';
import type { DayRange } from '../src/lib/core/date/match';
import { PRECISIONS } from '../src/lib/core/dossier/schema';
import { ROLES } from '../src/lib/core/dossier/roles';
import { screenPoint, worldPoint, type Camera } from '../src/lib/core/picture/camera';
import { TOKENS } from '../src/lib/core/picture/tokens';
import { STATUSES } from '../src/lib/core/view/view';
import { BLEED } from '../src/lib/map/points/look';
import type { Scrub } from '../test/scrub/page';
import { syntheticColumns } from '../test/synthetic/columns';

const ROWS = 20_000;
const SEED = 1;
const columns = syntheticColumns(ROWS, SEED);
const paper = rgbOf(TOKENS.light.paper);

let served: Awaited<ReturnType<typeof servePoints>>;
test.beforeAll(async () => {
	test.setTimeout(120_000);
	served = await servePoints(resolve('.'), [ROWS], SEED);
});
test.afterAll(() => served.stop());
test.use({ viewport: { width: 800, height: 600 } });
test.describe.configure({ mode: 'default' });

type Rgb = [number, number, number];
function rgbOf(hex: string): Rgb {
	return [1, 3, 5].map((at) => parseInt(hex.slice(at, at + 2), 16)) as Rgb;
}

async function open(page: Page) {
	await page.goto(`${served.base}?engine=ours&rows=${ROWS}`);
	await page.waitForFunction("document.title === 'ready'");
}

interface Shot {
	width: number;
	height: number;
	/** Premultiplied red, green, blue, alpha, from the upper left. */
	data: Buffer;
	camera: Camera;
}

/** Draws a view and reads the points' own canvas, before the browser may put it away. */
async function shoot(
	page: Page,
	at: { zoom: number; lat: number; lon: number },
	range: DayRange
): Promise<Shot> {
	const found = await page.evaluate(
		([{ zoom, lat, lon }, range]) => {
			const { scrub } = window as unknown as { scrub: Scrub };
			const layer = scrub.engine.layer;
			const canvas = document.querySelector<HTMLCanvasElement>('.over canvas');
			const gl = canvas?.getContext('webgl2');
			if (!layer || !gl) throw new Error('There is no layer.');
			scrub.map.jumpTo({ center: [lon, lat], zoom });
			layer.setRange(range);
			const camera = scrub.camera();
			layer.draw(camera);
			const { drawingBufferWidth: width, drawingBufferHeight: height } = gl;
			const pixels = new Uint8Array(4 * width * height);
			gl.readPixels(0, 0, width, height, gl.RGBA, gl.UNSIGNED_BYTE, pixels);
			let text = '';
			for (let i = 0; i < pixels.length; i += 32_768)
				text += String.fromCharCode(...pixels.subarray(i, i + 32_768));
			return { width, height, camera, text: btoa(text) };
		},
		[at, range] as const
	);
	const upsideDown = Buffer.from(found.text, 'base64');
	const line = 4 * found.width;
	const data = Buffer.concat(
		Array.from({ length: found.height }, (_, y) =>
			upsideDown.subarray((found.height - 1 - y) * line, (found.height - y) * line)
		)
	);
	return { ...found, data };
}

/** Where a plain loop puts the rows of a range, in pixels of the canvas. */
function expected({ camera, width, height }: Shot, range: DayRange) {
	const found = [];
	for (let row = 0; row < ROWS; row++) {
		if (columns.lat[row] === NOWHERE || rowState(columns, row, range) === OUTSIDE) continue;
		const { x, y } = screenPoint(
			camera,
			worldPoint([(columns.lon[row] as number) / 1e5, (columns.lat[row] as number) / 1e5])
		);
		const at = { x: x + BLEED, y: y + BLEED };
		if (at.x > -BLEED && at.y > -BLEED && at.x < width + BLEED && at.y < height + BLEED)
			found.push({ row, ...at });
	}
	return found;
}

const pixel = ({ data, width }: Shot, x: number, y: number) =>
	[...data.subarray(4 * (y * width + x), 4 * (y * width + x) + 4)] as [
		number,
		number,
		number,
		number
	];
const close = (a: readonly number[], b: readonly number[]) =>
	b.every((value, band) => Math.abs(value - (a[band] as number)) <= 14);

/** The colour in the middle of a row's symbol, where it is filled. */
function colourOf(row: number, range: DayRange): Rgb | undefined {
	const status = STATUSES[columns.status[row] as number];
	if (status === 'planned' || status === 'denied' || columns.contested[row] === 1) return undefined;
	const role = ROLES[(columns.type[row] as number) % ROLES.length] as (typeof ROLES)[number];
	const full = rgbOf(TOKENS.light.roles[role]);
	if (rowState(columns, row, range) === CERTAIN) return full;
	return full.map((value, band) => (value + (paper[band] as number)) / 2) as Rgb;
}

const VIEWS = [
	{ at: { zoom: 5, lat: 37, lon: 43 }, range: { from: 17_800, to: 17_815 } },
	{ at: { zoom: 7.3, lat: 39, lon: 44.5 }, range: { from: 17_500, to: 17_900 } },
	{ at: { zoom: 9, lat: 36, lon: 40 }, range: { from: 16_500 } },
	{ at: { zoom: 1, lat: 10, lon: -179 }, range: { from: 18_000, to: 18_001 } }
];

for (const { at, range } of VIEWS)
	test(`the points of ${JSON.stringify(range)} at zoom ${at.zoom} are those of a plain loop, in its colours`, async ({
		page
	}) => {
		await open(page);
		const shot = await shoot(page, at, range);
		const points = expected(shot, range);
		expect(points.length).toBeGreaterThan(0);
		// Nothing is drawn far from where something is.
		const near = new Uint8Array(shot.width * shot.height);
		for (const { x, y } of points)
			for (let v = Math.max(0, Math.floor(y - BLEED)); v < Math.min(shot.height, y + BLEED); v++)
				for (let u = Math.max(0, Math.floor(x - BLEED)); u < Math.min(shot.width, x + BLEED); u++)
					near[v * shot.width + u] = 1;
		let stray = 0;
		for (let i = 0; i < near.length; i++) if (near[i] === 0 && shot.data[4 * i + 3] !== 0) stray++;
		expect(stray).toBe(0);
		// Where a symbol stands by itself its middle has its colour.
		let alone = 0;
		for (const point of points) {
			const { x, y, row } = point;
			if (x < 1 || y < 1 || x >= shot.width - 1 || y >= shot.height - 1) continue;
			const crowded = points.some(
				(other) => other !== point && Math.abs(other.x - x) < 14 && Math.abs(other.y - y) < 14
			);
			if (crowded) continue;
			const [r, g, b, alpha] = pixel(shot, Math.floor(x), Math.floor(y));
			expect(alpha, `row ${row}`).toBe(255);
			const wanted = colourOf(row, range);
			if (!wanted) continue;
			expect(close([r, g, b], wanted), `row ${row} is ${r},${g},${b}, not ${wanted.join()}`).toBe(
				true
			);
			alone++;
		}
		if (at.zoom > 4) expect(alone).toBeGreaterThan(20);
	});

test('at zoom 16 a point stands where it should and does not tremble as the map moves', async ({
	page
}) => {
	await open(page);
	const range = {};
	const lonely = Array.from({ length: ROWS }, (_, row) => row).find(
		(row) =>
			columns.lat[row] !== NOWHERE &&
			PRECISIONS[columns.precision[row] as number] === 'exact' &&
			columns.contested[row] === 0 &&
			columns.type[row] === 2 &&
			STATUSES[columns.status[row] as number] === 'reported' &&
			columns.lon.every(
				(lon, other) =>
					other === row ||
					Math.abs(lon - (columns.lon[row] as number)) > 40 ||
					Math.abs((columns.lat[other] as number) - (columns.lat[row] as number)) > 40
			)
	);
	if (lonely === undefined) throw new Error('There is no such row.');
	const lon = (columns.lon[lonely] as number) / 1e5;
	const lat = (columns.lat[lonely] as number) / 1e5;
	for (let i = 0; i < 12; i++) {
		// A third of a pixel a step.
		const shot = await shoot(
			page,
			{ zoom: 16, lat, lon: lon + (i * 360) / (512 * 2 ** 16 * 3) },
			range
		);
		const [wanted] = expected(shot, range).filter(({ row }) => row === lonely);
		if (!wanted) throw new Error('It is not in sight.');
		let [sum, x, y] = [0, 0, 0];
		for (let v = 0; v < shot.height; v++)
			for (let u = 0; u < shot.width; u++) {
				const weight = shot.data[4 * (v * shot.width + u) + 3] as number;
				if (weight === 0 || Math.hypot(u - wanted.x, v - wanted.y) > 20) continue;
				sum += weight;
				x += weight * (u + 0.5);
				y += weight * (v + 0.5);
			}
		expect(sum).toBeGreaterThan(0);
		expect(Math.abs(x / sum - wanted.x)).toBeLessThan(0.1);
		expect(Math.abs(y / sum - wanted.y)).toBeLessThan(0.1);
	}
});

test('points come back when the graphics do', async ({ page }) => {
	await open(page);
	const { at, range } = VIEWS[0] as (typeof VIEWS)[number];
	const before = await shoot(page, at, range);
	await page.evaluate(async () => {
		const gl = document.querySelector<HTMLCanvasElement>('.over canvas')?.getContext('webgl2');
		const extension = gl?.getExtension('WEBGL_lose_context');
		const canvas = gl?.canvas as HTMLCanvasElement;
		const heard = (name: string) =>
			new Promise((done) => canvas.addEventListener(name, done, { once: true }));
		const lost = heard('webglcontextlost');
		extension?.loseContext();
		await lost;
		// It may be given back once the event is over.
		await new Promise(requestAnimationFrame);
		const restored = heard('webglcontextrestored');
		extension?.restoreContext();
		await restored;
	});
	const after = await shoot(page, at, range);
	expect(after.data.equals(before.data)).toBe(true);
});
