import { execFileSync, spawn, type ChildProcess } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test, type Page } from '@playwright/test';
import { numberView } from '../src/lib/core/cite/number';
import type { Dossier } from '../src/lib/core/dossier/dossier';
import { showView } from '../src/lib/core/view/show';
import {
	freePort,
	hasPostgres,
	PASSWORD,
	startServer,
	WITHOUT,
	type OwnServer as Postgres
} from '../scripts/postgres.js';
import { serveOwn } from '../scripts/own-server.js';
import { writeColumnar } from '../test/synthetic/columnar';
import { syntheticFiles } from '../test/synthetic/dossier.js';
import { thumbOf } from './timeline';

test.skip(!hasPostgres(), WITHOUT);
test.describe.configure({ timeout: 120_000 });

const SPRING = 'from=2021-03-01&to=2021-04-30&types=type-1,type-2';

let data: string;
let dossier: Dossier;
let postgres: Postgres;
let shard: Postgres;
let address: string;
let server: Awaited<ReturnType<typeof serveOwn>>;

/** The command line, as built. */
const dateline = (...args: string[]) =>
	execFileSync(process.execPath, ['dist/dateline.js', ...args], { stdio: 'pipe' }).toString();

test.beforeAll(async () => {
	data = mkdtempSync(join(tmpdir(), 'dateline-database-'));
	dossier = await writeColumnar(
		data,
		'many',
		syntheticFiles({ events: 600, seed: 8, box: [40, 36, 50, 44] })
	);
	[postgres, shard] = await Promise.all([startServer(), startServer()]);
	address = postgres.database('one');
	dateline('database', 'init', '--database', address);
	dateline('database', 'load', join(data, 'many'), '--database', address);
	server = await serveOwn('', [], { DATELINE_DATABASE: address });
});
test.afterAll(async () => {
	server?.stop();
	await Promise.all([postgres?.remove(), shard?.remove()]);
	rmSync(data, { recursive: true, force: true });
});

const order = (query: string) => {
	const { dossier: own, shown } = showView(dossier, query, 19_000);
	return numberView(own, shown).events.map(({ event }) => event);
};
const list = (page: Page) => page.getByRole('region', { name: 'Events', exact: true });
const row = (page: Page, place: number) =>
	list(page).locator(`li[aria-posinset="${place}"]`).getByRole('link');
const tally = (page: Page, shown: number) =>
	expect(page.getByRole('link', { name: /^[\d,]+ of [\d,]+ events$/ })).toHaveText(
		`${shown} of 600 events`,
		{ timeout: 30_000 }
	);

test('a dossier of a database is read before any script', async ({ request }) => {
	const response = await request.get(`${server.base}/many?${SPRING}`);
	expect(response.status()).toBe(200);
	const html = await response.text();
	expect(html).toContain(order(SPRING)[0]?.title as string);
	expect(html).not.toContain(PASSWORD);
	// The only one: its page is where the site begins.
	expect((await request.get(server.base, { maxRedirects: 0 })).headers()['location']).toBe('/many');
});

test('it is scrubbed, filtered and read like any other', async ({ page }) => {
	await page.goto(`${server.base}/many?from=2021-03-01&to=2021-03-30`);
	await tally(page, order('from=2021-03-01&to=2021-03-30').length);
	await thumbOf(page, 'Last').press('ArrowRight');
	const query = 'from=2021-03-01&to=2021-03-31';
	await tally(page, order(query).length);
	await page.getByRole('button', { name: 'Filters' }).click();
	await page.getByRole('checkbox', { name: /^Type 1\b/ }).check();
	const filtered = `${query}&types=type-1`;
	await tally(page, order(filtered).length);
	await page.getByRole('button', { name: 'Filters' }).click();
	const [first] = order(filtered);
	await expect(row(page, 1)).toContainText(first?.title as string);
	await row(page, 1).click();
	await expect(page.getByRole('heading', { level: 1 })).toHaveText(first?.title as string);
	await expect(page).toHaveURL(new RegExp(`event=${first?.id}`));
	// The claims come from a table of their own, in their order.
	for (const claim of first?.claims ?? [])
		await expect(page.getByText(claim.text).first()).toBeVisible();
});

test('its map has the events of its tiles as symbols', async ({ page }) => {
	await page.goto(`${server.base}/many?${SPRING}`);
	const symbols = page
		.getByRole('group', { name: 'Groups of events on the map' })
		.getByRole('button');
	await expect(symbols.first()).toBeVisible({ timeout: 60_000 });
});

test('its embed, report, files and permanent pages hold what the view shows', async ({
	page,
	request
}) => {
	const shown = order(SPRING);
	await page.goto(`${server.base}/many/embed?${SPRING}`);
	await expect(page.getByText(`${shown.length} events`).first()).toBeVisible();
	await page.goto(`${server.base}/many/report?${SPRING}`);
	await expect(page.getByText(shown[0]?.title as string).first()).toBeVisible();
	const file = await request.get(`${server.base}/many/events.geojson?${SPRING}`);
	const { features } = (await file.json()) as { features: { id: string }[] };
	expect(features.map(({ id }) => id).sort()).toEqual(shown.map(({ id }) => id).sort());
	await page.goto(`${server.base}/many/events/${shown[3]?.id}`);
	await expect(page.getByRole('heading', { level: 1 })).toHaveText(shown[3]?.title as string);
	const source = shown[3]?.claims[0]?.source as string;
	expect((await request.get(`${server.base}/many/sources/${source}`)).status()).toBe(200);
	const picture = await request.get(`${server.base}/many/picture.svg?${SPRING}`);
	expect(picture.headers()['content-type']).toContain('image/svg+xml');
	expect((await request.get(`${server.base}/many/events.dateline`)).status()).toBe(404);
});

test('what is asked of it may be kept under the data’s version, and by nobody once that is old', async ({
	request
}) => {
	const asked = await request.get(`${server.base}/many/store/counts.json`);
	const rev = asked.headers()['dateline-rev'] as string;
	expect(asked.headers()['cache-control']).toBe('public, no-cache');
	const kept = await request.get(`${server.base}/many/store/counts.json?v=${rev}`);
	expect(kept.headers()['cache-control']).toContain('immutable');
	dateline('database', 'load', join(data, 'many'), '--database', address);
	await expect
		.poll(async () =>
			(await request.get(`${server.base}/many/store/counts.json?v=${rev}`)).headers()
		)
		.toMatchObject({ 'cache-control': 'public, no-cache' });
});

test.describe('a database that goes away', () => {
	test('is told of in an open page and in a new one, and both go on when it is back', async ({
		page,
		request
	}) => {
		await page.goto(`${server.base}/many?${SPRING}`);
		await tally(page, order(SPRING).length);
		await expect(row(page, 1)).toBeVisible();
		await postgres.stop('immediate');
		try {
			await page.getByRole('searchbox').fill('harbour');
			await expect(
				page.getByRole('alert').filter({ hasText: /The database .* does not answer/ })
			).toBeVisible({ timeout: 30_000 });
			await expect(row(page, 1)).toContainText(order(SPRING)[0]?.title as string);
			const fresh = await request.get(`${server.base}/many`);
			expect(fresh.status()).toBe(503);
			const text = await fresh.text();
			expect(text).toMatch(/does not answer/);
			expect(text).not.toContain(PASSWORD);
			expect((await request.get(`${server.base}/health`)).status()).toBe(200);
		} finally {
			await postgres.start();
		}
		await tally(page, order(`${SPRING}&q=harbour`).length);
		await expect(page.getByRole('alert')).toHaveCount(0);
		await expect
			.poll(async () => (await request.get(`${server.base}/many`)).status(), { timeout: 30_000 })
			.toBe(200);
	});

	test('may be away when the server starts', async ({ request }) => {
		const port = await freePort();
		const said: string[] = [];
		const own: ChildProcess = spawn(process.execPath, ['server.js'], {
			env: {
				...process.env,
				PORT: '0',
				HOST: '127.0.0.1',
				ORIGIN: '',
				DATELINE_DATA: '',
				DATELINE_DATABASE: `postgres://dateline:${PASSWORD}@127.0.0.1:${port}/events`
			}
		});
		try {
			own.stderr?.on('data', (text) => said.push(String(text)));
			const line = await new Promise<string>((done, fail) => {
				own.stdout?.once('data', (text) => done(String(text)));
				own.once('exit', () => fail(new Error(said.join(''))));
			});
			const base = /http:\/\/[\d.:]+/.exec(line)?.[0] as string;
			expect((await request.get(base)).status()).toBe(503);
			await expect.poll(() => said.join('')).toMatch(/does not answer/);
			expect(line + said.join('')).not.toContain(PASSWORD);
		} finally {
			own.kill();
		}
	});
});

test('with the server of some years away the page says which, and counts none of them', async ({
	page,
	request
}) => {
	const main = postgres.database('coordinator');
	const other = shard.database('years');
	for (const database of [main, other]) dateline('database', 'init', '--database', database);
	dateline('database', 'shard', other, '--years', '2022-2022', '--database', main);
	dateline('database', 'load', join(data, 'many'), '--database', main);
	const there = Number(shard.sql('SELECT count(*) FROM dateline.events', 'years'));
	expect(there).toBeGreaterThan(20);
	const before = order('from=2015-01-01').length;
	const own = await serveOwn('', [], { DATELINE_DATABASE: main });
	try {
		await page.goto(`${own.base}/many`);
		await tally(page, 600);
		await shard.stop('immediate');
		// Other dates: what was answered before is kept, and holds all.
		await page.goto(`${own.base}/many?from=2015-01-01`);
		await expect(page.getByText(/Events of 2022 cannot be reached at the moment/)).toBeVisible({
			timeout: 30_000
		});
		await expect(
			page.getByRole('link', { name: new RegExp(`^${before - there} of \\d+ events$`) })
		).toBeVisible({ timeout: 30_000 });
		// A file that lacked them would not say so.
		const file = await request.get(`${own.base}/many/events.csv`);
		expect(file.status()).toBe(503);
		expect(await file.text()).toContain('2022');
		expect((await request.get(`${own.base}/many/events.csv?to=2021-06-30`)).status()).toBe(200);
		await shard.start();
		await expect(page.getByText(/cannot be reached at the moment/)).toBeHidden({
			timeout: 60_000
		});
		await tally(page, before);
	} finally {
		own.stop();
	}
});
