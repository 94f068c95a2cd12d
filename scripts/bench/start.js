import { serveBareBasemap } from './bare-basemap.js';
import { aligned, quantile } from './table.js';

/** @typedef {import('../bench.js').Ground} Ground */

const WARM_UP = 1;

/** Where the shipped dossier opens on a wide window, and the bare map with it. */
const POSITION = { lon: 45.6, lat: 39.9, zoom: 7 };

/** Run in Dateline's page before it: notes when the live map, drawn whole, has taken the picture's place. */
const WATCH = `{
	const look = () => {
		if (document.querySelector('.maplibregl-canvas') && !document.querySelector('.map .picture'))
			window.interactive = performance.now();
		else requestAnimationFrame(look);
	};
	requestAnimationFrame(look);
}`;

/**
 * How long it takes until a map is there to be used: pages are opened in turn, each time in a browser
 * profile that knows nothing of them, and measured from the navigation's start.
 *
 * @param {Ground} ground
 * @param {number} times each page is opened
 * @returns {Promise<string>} a table
 */
export async function benchStart({ root, dossiers, base, browser, say }, times) {
	const { lon, lat, zoom } = POSITION;
	const bare = await serveBareBasemap(root, POSITION);
	const pages = [
		{
			name: 'Dateline',
			address: `${base}/${dossiers.shipped}?map=${zoom}/${lat}/${lon}`,
			own: true
		},
		{ name: 'bare map, same basemap', address: bare.base, own: false }
	];
	const results = pages.map(({ name }) => ({
		name,
		painted: /** @type {number[]} */ ([]),
		interactive: /** @type {number[]} */ ([])
	}));
	for (let round = 0; round < times + WARM_UP; round++)
		for (const [i, { name, address, own }] of pages.entries()) {
			say(`${name}, ${round + 1} of ${times + WARM_UP}`);
			const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
			if (own) await page.addInitScript(WATCH);
			await page.goto(address);
			await page.waitForFunction(() => 'interactive' in window, undefined, { timeout: 60_000 });
			const painted = await page.evaluate(
				() => performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? NaN
			);
			const interactive = Number(await page.evaluate('window.interactive'));
			await page.close();
			if (round < WARM_UP) continue;
			results[i]?.painted.push(painted);
			results[i]?.interactive.push(interactive);
		}
	bare.stop();
	const last = results.at(-1);
	return aligned(
		[
			['page', 'first paint p50', 'p95', 'map p50', 'p95', 'map ×'],
			...results.map(({ name, painted, interactive }) => [
				name,
				...[painted, interactive].flatMap((values) =>
					[0.5, 0.95].map((q) => quantile(values, q).toFixed(0))
				),
				(quantile(interactive, 0.5) / quantile(last?.interactive ?? [], 0.5)).toFixed(2)
			])
		],
		1
	);
}
