import { expect, test } from '@playwright/test';
import { mkdtempSync, readFileSync, rmSync, truncateSync } from 'node:fs';
import { request as ask } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Dossier } from '../src/lib/core/dossier/dossier';
import { serveOwn } from '../scripts/own-server.js';
import { writeColumnar } from '../test/synthetic/columnar';
import { syntheticFiles } from '../test/synthetic/dossier.js';

// More than a report has, fewer than a file of them holds.
const MANY = 2_300;

let data: string;
let base: string;
let stop: () => void;
let many: Dossier;
let file: Buffer;

test.beforeAll(async () => {
	data = mkdtempSync(join(tmpdir(), 'dateline-columns-'));
	many = await writeColumnar(data, 'many', syntheticFiles({ events: MANY, seed: 8 }));
	await writeColumnar(data, 'damaged', syntheticFiles({ events: 50, seed: 9 }));
	truncateSync(join(data, 'damaged', 'events.dateline'), 2_000);
	file = readFileSync(join(data, 'many', 'events.dateline'));
	({ base, stop } = await serveOwn(data));
});
test.afterAll(() => {
	stop();
	rmSync(data, { recursive: true });
});

test.describe('the file of events, by range', () => {
	test('gives the part that is asked for', async ({ request }) => {
		const response = await request.get(`${base}/many/events.dateline`, {
			headers: { range: 'bytes=64-1063', 'accept-encoding': 'br, gzip' }
		});
		expect(response.status()).toBe(206);
		expect(response.headers()).toMatchObject({
			'content-range': `bytes 64-1063/${file.length}`,
			'access-control-allow-origin': '*'
		});
		expect(response.headers()['content-encoding']).toBe(undefined);
		expect((await response.body()).equals(file.subarray(64, 1064))).toBe(true);
	});

	test('gives all of it to who asks for no part, as it stands', async ({ request }) => {
		const response = await request.get(`${base}/many/events.dateline`, {
			headers: { 'accept-encoding': 'br, gzip' }
		});
		expect(response.status()).toBe(200);
		expect(response.headers()['content-encoding']).toBe(undefined);
		expect((await response.body()).equals(file)).toBe(true);
	});

	test('says how long it is to who asks beyond its end', async ({ request }) => {
		const response = await request.get(`${base}/many/events.dateline`, {
			headers: { range: `bytes=${file.length + 5}-` }
		});
		expect(response.status()).toBe(416);
		expect(response.headers()['content-range']).toBe(`bytes */${file.length}`);
	});

	test('tells its length and version without its bytes', async ({ request }) => {
		const response = await request.head(`${base}/many/events.dateline`);
		expect(response.status()).toBe(200);
		expect(response.headers()).toMatchObject({
			'accept-ranges': 'bytes',
			'content-length': String(file.length),
			etag: expect.stringMatching(/^"[0-9a-f]{12}"$/)
		});
	});

	test('gives a part to who has others of the same version, else all', async ({ request }) => {
		const address = `${base}/many/events.dateline`;
		const { etag } = (await request.head(address)).headers();
		const status = async (version: string) =>
			(
				await request.get(address, { headers: { range: 'bytes=0-9', 'if-range': version } })
			).status();
		expect(await status(etag as string)).toBe(206);
		expect(await status('"0123456789ab"')).toBe(200);
	});

	test('has gone under the address of another version', async ({ request }) => {
		const response = await request.get(`${base}/many/events.dateline?rev=0123456789ab`);
		expect(response.status()).toBe(410);
	});

	test('stops reading for a client that goes away, and serves the next', async ({ request }) => {
		await new Promise<void>((done) => {
			const asked = ask(`${base}/many/events.dateline`, (response) => {
				response.once('data', () => {
					asked.destroy();
					done();
				});
			});
			asked.end();
		});
		expect((await request.get(`${base}/health`)).status()).toBe(200);
	});
});

test.describe('without JavaScript', () => {
	test.use({ javaScriptEnabled: false });

	test('the page has the first events of the list, and a picture of the map', async ({ page }) => {
		await page.goto(`${base}/many`);
		for (const { id } of many.events.slice(0, 20))
			await expect(page.locator(`#event-${id}`)).toHaveCount(1);
		await expect(page.locator('.map svg').first()).toBeAttached();
	});

	test('the page of an event is there, wherever it stands in the file', async ({ page }) => {
		const event = many.events[1900];
		await page.goto(`${base}/many/events/${event?.id}`);
		await expect(page.getByRole('heading', { level: 1 })).toHaveText(event?.title as string);
	});

	test('the page of an event that is in no file says so', async ({ page }) => {
		const response = await page.goto(`${base}/many/events/event-999999`);
		expect(response?.status()).toBe(404);
	});

	test('the page of a source has the claims from it', async ({ page }) => {
		const source = many.sources[21];
		await page.goto(`${base}/many/sources/${source?.id}`);
		const claims = many.events
			.flatMap((event) => event.claims)
			.filter((claim) => claim.source === source?.id);
		await expect(page.getByRole('heading', { level: 2 })).toHaveText(
			`${claims.length} claims from it, in the order of the events`
		);
	});

	test('the report is of the first events, and says of how many', async ({ page }) => {
		await page.goto(`${base}/many/report`);
		await expect(page.getByText(/^These are the first 2,000 of 2,300 events/)).toBeVisible();
	});

	test('the report of a narrower view has all of it', async ({ page }) => {
		await page.goto(`${base}/many/report?types=type-1&from=2021-03-01&to=2021-03-31`);
		await expect(page.getByText(/^These are the first/)).toHaveCount(0);
	});

	test('the editor says that it does not edit this dossier', async ({ page }) => {
		await page.goto(`${base}/many/edit`);
		await expect(page.getByRole('heading', { level: 1 })).toHaveText(
			'This dossier is not edited here'
		);
	});

	test('the list of dossiers has its number of events', async ({ page }) => {
		await page.goto(`${base}/`);
		await expect(page.getByText('2,300 events')).toBeVisible();
	});
});

test('the picture says of how many events it shows the first', async ({ request }) => {
	const response = await request.get(`${base}/many/picture.svg`);
	expect(response.status()).toBe(200);
	expect(await response.text()).toContain('first 2,000 of 2,300 events');
});

test('an export has every event of the view', async ({ request }) => {
	const response = await request.get(`${base}/many/events.geojson?types=type-2`);
	const { features } = (await response.json()) as { features: { id: string }[] };
	const expected = many.events.filter(({ type }) => type === 'type-2');
	expect(features.map(({ id }) => id)).toEqual(expected.map(({ id }) => id));
});

test('the embed is there, with the first events of its view', async ({ request }) => {
	const html = await (await request.get(`${base}/many/embed`)).text();
	expect(html).toContain(many.events[0]?.title);
});

test('the file that works offline holds the first events, and says so', async ({ request }) => {
	const html = await (await request.get(`${base}/many/offline.html`)).text();
	expect(html).toContain('first 2,000 of 2,300 events');
});

test('oEmbed answers for it', async ({ request }) => {
	const url = encodeURIComponent(`${base}/many?event=${many.events[2000]?.id}`);
	const response = await request.get(`${base}/oembed?url=${url}`);
	expect(((await response.json()) as { title: string }).title).toContain(
		many.events[2000]?.title as string
	);
});

test('a damaged file is told, and the rest of the dossier is served', async ({ page }) => {
	const response = await page.goto(`${base}/damaged`);
	expect(response?.status()).toBe(200);
	await page.getByText('thing to mend in this dossier').click();
	await expect(page.getByText(/^events\.dateline.*served without these events/)).toBeVisible();
});

test('nothing is written into the folder of such a dossier', async ({ request }) => {
	const response = await request.get(`${base}/many/edit/files`);
	expect(response.status()).toBe(409);
});
