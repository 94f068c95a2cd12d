import { expect, test, type Page } from '@playwright/test';
import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { TOKENS } from '../src/lib/core/picture/tokens';
import { areaTile, pictureTile, pmtiles } from './archive';
import { expectSymbol, mapOf, pixelsInMiddle, pixelsOnMap } from './map';
import { serveFixtures } from './own-server';
import { TileHost } from './tile-host';

/** Colours that the app has not. */
const GREEN = '#3f9f5f';
const VIOLET = '#9f3f9f';

/** The events stand in the middle; beside them there is nothing but ground. */
const AT_EVENTS = 'map=7/39.6/46.2';
/** The same from farther away: the app's own ground map has the sea in sight. */
const WITH_THE_CASPIAN = 'map=6/39.6/46.2';
const BESIDE_EVENTS = 'map=7/39.0/45.2';
/** Pixels of the square in the map's middle in which colours are counted. */
const SQUARE = 28 * 28;

const host = new TileHost();
/** A host that no dossier names. */
const stranger = new TileHost();
let base: string;
let stop: () => void;
let folder: string;

/** A dossier in the folder that is served, with a ground map of its own; its id. */
async function dossier(id: string, basemap: object): Promise<string> {
	await cp('test/fixtures/dossiers/sound', join(folder, id), { recursive: true });
	const file = join(folder, id, 'dossier.json');
	const header = JSON.parse(await readFile(file, 'utf8')) as object;
	await writeFile(file, JSON.stringify({ ...header, id, basemap }));
	return id;
}

test.beforeAll(async () => {
	await Promise.all([host.start(), stranger.start()]);
	folder = await mkdtemp(join(tmpdir(), 'dateline-basemaps-'));
	await cp('test/fixtures/dossiers/sound', join(folder, 'sound'), { recursive: true });
	({ base, stop } = await serveFixtures(folder));
});
test.afterAll(async () => {
	stop();
	host.stop();
	stranger.stop();
	await rm(folder, { recursive: true });
});
test.beforeEach(() => {
	host.files.clear();
	host.asked.length = 0;
	stranger.files.clear();
	stranger.asked.length = 0;
});

const expectGround = (page: Page, colour: string) =>
	expect.poll(() => pixelsInMiddle(page, colour), { timeout: 20_000 }).toBe(SQUARE);

const note = (page: Page) => page.getByText(/own ground map could not be drawn/);

/** Origins that a page asks, and paths of the app's own ground map that it fetches. */
function watch(page: Page): { origins: Set<string>; embedded: string[] } {
	const seen = { origins: new Set<string>(), embedded: [] as string[] };
	page.on('request', (request) => {
		const url = new URL(request.url());
		if (url.protocol === 'data:' || url.protocol === 'blob:') return;
		seen.origins.add(url.origin);
		if (url.pathname.startsWith('/basemap/')) seen.embedded.push(url.pathname);
	});
	return seen;
}

/** The app's ground map stands in for the dossier's, with the events on it and a reason for the reader. */
async function expectStandIn(page: Page, id: string, reason: string | RegExp) {
	await page.goto(`${base}/${id}?${WITH_THE_CASPIAN}`);
	await expect(note(page)).toBeVisible({ timeout: 20_000 });
	await expect(note(page)).toContainText(reason);
	await expect(note(page)).toContainText('The app’s own ground map is shown instead.');
	await expectSymbol(page, 'diplomacy');
	await expect(mapOf(page)).toContainText('Natural Earth');
	await expect
		.poll(() => pixelsOnMap(page, TOKENS.light.water), { timeout: 20_000 })
		.toBeGreaterThan(10_000);
}

test.describe('a dossier’s own ground map', () => {
	test('is drawn from a PMTiles archive of pictures, and its host alone is asked', async ({
		page
	}) => {
		host.files.set(
			'/harbour.pmtiles',
			pmtiles({ kind: 'raster', tile: pictureTile(GREEN), metadata: {} })
		);
		const id = await dossier('pictures', {
			pmtiles: `${host.origin}/harbour.pmtiles`,
			hosts: [host.origin],
			attribution: 'Harbour Survey <1921>'
		});
		const seen = watch(page);
		await page.goto(`${base}/${id}?${BESIDE_EVENTS}`);
		await expectGround(page, GREEN);
		await expect(mapOf(page)).toContainText('Harbour Survey <1921>');
		await expect(mapOf(page)).not.toContainText('Natural Earth');
		await expect(note(page)).toHaveCount(0);
		await page.goto(`${base}/${id}?${AT_EVENTS}`);
		await expectSymbol(page, 'diplomacy');
		expect([...seen.origins].sort()).toEqual([base, host.origin].sort());
		expect(seen.embedded).toEqual([]);
	});

	for (const theme of ['light', 'dark'] as const)
		test(`is drawn from vector tiles in the page’s own colours, ${theme}`, async ({ page }) => {
			host.files.set(
				'/harbour.pmtiles',
				pmtiles({
					kind: 'vector',
					tile: areaTile('water'),
					metadata: { vector_layers: [{ id: 'water', fields: {} }] }
				})
			);
			const id = await dossier('vectors', {
				pmtiles: `${host.origin}/harbour.pmtiles`,
				hosts: [host.origin]
			});
			const seen = watch(page);
			await page.goto(`${base}/${id}?${BESIDE_EVENTS}&theme=${theme}`);
			await expectGround(page, TOKENS[theme].water);
			expect(seen.embedded).toEqual([]);
		});

	test('is drawn from an address of picture tiles', async ({ page }) => {
		host.files.set('/tiles/*', pictureTile(GREEN));
		const id = await dossier('picture-tiles', {
			tiles: `${host.origin}/tiles/{z}/{x}/{y}.png`,
			hosts: [host.origin]
		});
		const seen = watch(page);
		await page.goto(`${base}/${id}?${BESIDE_EVENTS}`);
		await expectGround(page, GREEN);
		expect(host.asked).toContain('/tiles/8/160/97.png');
		expect(seen.embedded).toEqual([]);
	});

	test('is drawn from an address of vector tiles', async ({ page }) => {
		host.files.set('/tiles/*', areaTile('ocean'));
		const id = await dossier('vector-tiles', {
			tiles: [`${host.origin}/tiles/{z}/{x}/{y}.mvt`],
			hosts: [host.origin]
		});
		await page.goto(`${base}/${id}?${BESIDE_EVENTS}`);
		await expectGround(page, TOKENS.light.water);
	});

	test('is drawn from a style with names like ours, relative addresses and an archive', async ({
		page
	}) => {
		host.files.set(
			'/maps/harbour.pmtiles',
			pmtiles({ kind: 'vector', tile: areaTile('sea'), metadata: {} })
		);
		host.files.set('/maps/style.json', {
			version: 8,
			sources: { events: { type: 'vector', url: 'pmtiles://harbour.pmtiles' } },
			layers: [
				{ id: 'water', type: 'background', paint: { 'background-color': GREEN } },
				{
					id: 'events',
					type: 'fill',
					source: 'events',
					'source-layer': 'sea',
					paint: { 'fill-color': VIOLET, 'fill-antialias': false }
				}
			]
		});
		const id = await dossier('styled', {
			style: `${host.origin}/maps/style.json`,
			hosts: [host.origin]
		});
		const seen = watch(page);
		await page.goto(`${base}/${id}?${BESIDE_EVENTS}`);
		await expectGround(page, VIOLET);
		await page.goto(`${base}/${id}?${AT_EVENTS}`);
		await expectSymbol(page, 'diplomacy');
		expect(seen.embedded).toEqual([]);
	});

	test('lies on the app’s own where it ends', async ({ page }) => {
		host.files.set(
			'/harbour.pmtiles',
			pmtiles({
				kind: 'raster',
				tile: pictureTile(GREEN),
				metadata: {},
				bounds: [44.9, 38.8, 45.5, 39.2]
			})
		);
		const id = await dossier('regional', {
			pmtiles: `${host.origin}/harbour.pmtiles`,
			hosts: [host.origin]
		});
		await page.goto(`${base}/${id}?${BESIDE_EVENTS}`);
		await expectGround(page, GREEN);
		await expect(mapOf(page)).toContainText('Natural Earth');
		await expect(note(page)).toHaveCount(0);
		await page.goto(`${base}/${id}?map=7/41.5/51`);
		await expectGround(page, TOKENS.light.water);
	});

	test('is drawn too when its dossier is opened from the list', async ({ page }) => {
		host.files.set('/tiles/*', pictureTile(GREEN));
		const id = await dossier('from-the-list', {
			tiles: `${host.origin}/tiles/{z}/{x}/{y}.png`,
			hosts: [host.origin]
		});
		await page.goto(`${base}/`);
		await page.locator(`a[href="/${id}"]`).click();
		await expect.poll(() => host.asked.length, { timeout: 20_000 }).toBeGreaterThan(0);
		await expect(note(page)).toHaveCount(0);
	});

	test('is credited in the words of its makers, of whose markup nothing runs', async ({ page }) => {
		const attribution =
			'<img src="/x" onerror="document.title=\'ran\'"><a href="https://makers.example/map" onclick="document.title=\'ran\'">The Makers</a> &copy; <a href="javascript:document.title=\'ran\'">2021</a><script>document.title="ran"</script>';
		host.files.set('/tiles.json', {
			tilejson: '3.0.0',
			tiles: ['tiles/{z}/{x}/{y}.png'],
			attribution
		});
		host.files.set('/tiles/*', pictureTile(GREEN));
		host.files.set('/style.json', {
			version: 8,
			sources: { tiles: { type: 'raster', url: 'tiles.json' } },
			layers: [{ id: 'tiles', type: 'raster', source: 'tiles' }]
		});
		host.files.set(
			'/harbour.pmtiles',
			pmtiles({ kind: 'raster', tile: pictureTile(GREEN), metadata: { attribution } })
		);
		for (const way of [{ style: '/style.json' }, { pmtiles: '/harbour.pmtiles' }]) {
			const [[name, path] = ['', '']] = Object.entries(way);
			const id = await dossier(`credited-${name}`, {
				[name]: host.origin + path,
				hosts: [host.origin]
			});
			await page.goto(`${base}/${id}?${BESIDE_EVENTS}`);
			await expectGround(page, GREEN);
			const makers = mapOf(page).getByRole('link', { name: 'The Makers' });
			await expect(makers).toHaveAttribute('href', 'https://makers.example/map');
			await expect(mapOf(page)).toContainText('The Makers © 2021');
			expect(await mapOf(page).locator('img, script, [onclick]').count()).toBe(0);
			expect(await mapOf(page).getByRole('link').count()).toBe(1);
			await expect(page).not.toHaveTitle('ran');
		}
	});
});

test.describe('a ground map that fails gives way to the app’s own', () => {
	test('where its style is not there', async ({ page }) => {
		const style = `${host.origin}/maps/style.json`;
		const id = await dossier('style-404', { style, hosts: [host.origin] });
		await expectStandIn(page, id, `${new URL(style).host} answers 404 to style.json`);
	});

	test('where its style is a page for people', async ({ page }) => {
		host.files.set('/style.json', Buffer.from('<!doctype html><title>Sign in</title>'));
		const id = await dossier('style-html', {
			style: `${host.origin}/style.json`,
			hosts: [host.origin]
		});
		await expectStandIn(page, id, 'style.json is not JSON');
	});

	test('where MapLibre would refuse its style', async ({ page }) => {
		host.files.set('/style.json', {
			version: 8,
			sources: { tiles: { type: 'raster', tiles: ['/tiles/{z}/{x}/{y}.png'] } },
			layers: [{ id: 'tiles', type: 'raster', source: 'tiles', paint: { 'raster-opacity': 'no' } }]
		});
		const id = await dossier('style-unsound', {
			style: `${host.origin}/style.json`,
			hosts: [host.origin]
		});
		await expectStandIn(page, id, 'its style does not hold');
	});

	const whole = () => pmtiles({ kind: 'raster', tile: pictureTile(GREEN), metadata: {} });
	for (const [name, archive, reason] of [
		['has lost its end', () => whole().subarray(0, -20), 'harbour.pmtiles is cut short'],
		['has lost all but its beginning', () => whole().subarray(0, 60), /damaged/],
		['is none', () => Buffer.from('Not an archive.'.repeat(2_000)), /no PMTiles archive/]
	] as const)
		test(`where its archive ${name}`, async ({ page }) => {
			host.files.set('/harbour.pmtiles', archive());
			const id = await dossier(`archive-${name.replaceAll(' ', '-')}`, {
				pmtiles: `${host.origin}/harbour.pmtiles`,
				hosts: [host.origin]
			});
			await expectStandIn(page, id, reason);
		});

	test('where its host lets no other page use the tiles', async ({ page }) => {
		host.files.set('/closed/*', pictureTile(GREEN));
		const id = await dossier('closed', {
			tiles: `${host.origin}/closed/{z}/{x}/{y}.png`,
			hosts: [host.origin]
		});
		await expectStandIn(page, id, 'does not let this page use its files (CORS)');
	});

	test('where its host has no tile at all', async ({ page }) => {
		const id = await dossier('tiles-404', {
			tiles: `${host.origin}/tiles/{z}/{x}/{y}.png`,
			hosts: [host.origin]
		});
		await expectStandIn(page, id, 'its host has no tile of what the map shows');
	});

	for (const kind of ['png', 'mvt'])
		test(`where its tiles are no tiles (${kind})`, async ({ page }) => {
			host.files.set('/tiles/*', Buffer.from('<!doctype html><title>Sign in</title>'));
			const id = await dossier(`tiles-html-${kind}`, {
				tiles: `${host.origin}/tiles/{z}/{x}/{y}.${kind}`,
				hosts: [host.origin]
			});
			await expectStandIn(page, id, 'a part of it cannot be read');
		});

	test('where its host cannot be reached', async ({ page }) => {
		const id = await dossier('gone', {
			pmtiles: 'http://127.0.0.1:9/harbour.pmtiles',
			hosts: ['http://127.0.0.1:9']
		});
		await expectStandIn(page, id, '127.0.0.1:9 cannot be reached');
	});

	test('where its host never answers', async ({ page }) => {
		host.files.set('/style.json', 'silent');
		const id = await dossier('silent', {
			style: `${host.origin}/style.json`,
			hosts: [host.origin]
		});
		await page.clock.install();
		await page.goto(`${base}/${id}?${AT_EVENTS}`);
		await expectSymbol(page, 'diplomacy');
		await expect.poll(() => host.asked).toContain('/style.json');
		await expect(note(page)).toHaveCount(0);
		await page.clock.fastForward(8_000);
		await expect(note(page)).toContainText('has not answered within 8 seconds');
		await expect(mapOf(page)).toContainText('Natural Earth');
		await expectSymbol(page, 'diplomacy');
	});

	test('where its style asks a host that the dossier does not name, which gets no request', async ({
		page
	}) => {
		stranger.files.set('/tiles/*', pictureTile(GREEN));
		host.files.set('/style.json', {
			version: 8,
			sources: { tiles: { type: 'raster', tiles: [`${stranger.origin}/tiles/{z}/{x}/{y}.png`] } },
			layers: [{ id: 'tiles', type: 'raster', source: 'tiles' }]
		});
		const id = await dossier('stranger', {
			style: `${host.origin}/style.json`,
			hosts: [host.origin]
		});
		await expectStandIn(
			page,
			id,
			`it asks ${new URL(stranger.origin).host}, which the dossier does not name among the map’s hosts`
		);
		expect(stranger.asked).toEqual([]);
	});

	test('where the dossier names no host, as its list of things to mend says too', async ({
		page
	}) => {
		host.files.set('/tiles/*', pictureTile(GREEN));
		const id = await dossier('no-host', { tiles: `${host.origin}/tiles/{z}/{x}/{y}.png` });
		await expectStandIn(page, id, 'which the dossier does not name');
		expect(host.asked).toEqual([]);
		await expect(page.getByText('1 thing to mend in this dossier')).toBeVisible();
	});

	test('and the note can be put away', async ({ page }) => {
		const id = await dossier('dismissed', {
			style: `${host.origin}/style.json`,
			hosts: [host.origin]
		});
		await page.goto(`${base}/${id}`);
		await page.getByRole('button', { name: 'Dismiss' }).click();
		await expect(note(page)).toHaveCount(0);
	});
});

test.describe('the policy of a page', () => {
	/** Whether a page may fetch an address, as its browser sees it. */
	const mayFetch = (page: Page, url: string) =>
		page.evaluate(
			(address) =>
				fetch(address).then(
					() => true,
					() => false
				),
			url
		);

	test('lets a dossier’s page ask the hosts that it names, and nobody else', async ({ page }) => {
		host.files.set('/tiles/*', pictureTile(GREEN));
		stranger.files.set('/tiles/*', pictureTile(GREEN));
		const id = await dossier('policy', {
			tiles: `${host.origin}/tiles/{z}/{x}/{y}.png`,
			hosts: [host.origin]
		});
		await page.goto(`${base}/${id}`);
		expect(await mayFetch(page, `${host.origin}/tiles/1.png`)).toBe(true);
		expect(await mayFetch(page, `${stranger.origin}/tiles/1.png`)).toBe(false);
		await page.goto(`${base}/sound`);
		expect(await mayFetch(page, `${host.origin}/tiles/1.png`)).toBe(false);
		expect(stranger.asked).toEqual([]);
	});

	test('names them for connections, pictures and fonts, on that dossier’s pages alone', async ({
		request
	}) => {
		const id = await dossier('headers', {
			tiles: 'https://tiles.example/{z}/{x}/{y}.png',
			hosts: ['https://tiles.example']
		});
		const policyOf = async (path: string) =>
			(await request.get(base + path)).headers()['content-security-policy'] ?? '';
		const named = (policy: string) =>
			policy
				.split('; ')
				.filter((part) => part.includes('tiles.example'))
				.map((part) => part.split(' ')[0])
				.sort();
		expect(named(await policyOf(`/${id}`))).toEqual(['connect-src', 'font-src', 'img-src']);
		expect(named(await policyOf('/sound'))).toEqual([]);
		expect(named(await policyOf('/'))).toEqual([]);
	});
});
