/** @typedef {import('@playwright/test').Browser} Browser */

/** Openings that do not count. */
const WARM_UP = 1;
/** Milliseconds in which a map has to be there. */
const PATIENCE = 60_000;

/**
 * @typedef {object} Opened page, or the frame within it
 * @property {string} name
 * @property {string} address
 * @property {boolean} own ours: the live map takes a picture's place
 */

/**
 * @typedef {object} Opening what opening a page took
 * @property {number} painted milliseconds from the navigation's start to the first paint with content
 * @property {number} interactive milliseconds to the live map drawn whole
 * @property {number} first kilobytes of the first answer, as they came over the wire
 * @property {number} all kilobytes of all answers until the live map is there
 */

/** Run in Dateline's pages before them: notes when the live map, drawn whole, has taken the picture's place. */
const WATCH = `{
	const look = () => {
		if (document.querySelector('.maplibregl-canvas') && !document.querySelector('.map .picture'))
			window.interactive = performance.now();
		else requestAnimationFrame(look);
	};
	requestAnimationFrame(look);
}`;

/**
 * Opens pages in turn, each time in a browser profile that knows nothing of them.
 *
 * @param {Browser} browser
 * @param {readonly Opened[]} pages
 * @param {object} how
 * @param {number} how.times each counts
 * @param {{ width: number, height: number }} how.viewport pixels
 * @param {boolean} how.framed they stand in the first frame of what is opened, and time begins with that
 * @param {(what: string) => void} how.say
 * @returns {Promise<{ name: string, openings: Opening[] }[]>}
 */
export async function openInTurn(browser, pages, { times, viewport, framed, say }) {
	const results = pages.map(({ name }) => ({ name, openings: /** @type {Opening[]} */ ([]) }));
	for (let round = 0; round < times + WARM_UP; round++)
		for (const [i, opened] of pages.entries()) {
			say(`${opened.name}, ${round + 1} of ${times + WARM_UP}`);
			const opening = await open(browser, opened, { viewport, framed });
			if (round >= WARM_UP) results[i]?.openings.push(opening);
		}
	return results;
}

/**
 * @param {Browser} browser
 * @param {Opened} opened
 * @param {{ viewport: { width: number, height: number }, framed: boolean }} how
 * @returns {Promise<Opening>}
 */
async function open(browser, { address, own }, { viewport, framed }) {
	const page = await browser.newPage({ viewport });
	try {
		/** @type {Promise<{ url: string, kB: number }>[]} */
		const answers = [];
		page.on('requestfinished', (request) => {
			answers.push(
				request.sizes().then(({ responseBodySize, responseHeadersSize }) => ({
					url: request.url(),
					kB: (responseBodySize + responseHeadersSize) / 1000
				}))
			);
		});
		if (own) await page.addInitScript(WATCH);
		await page.goto(address);
		const frame = page.frames()[framed ? 1 : 0] ?? page.mainFrame();
		await frame.waitForFunction(() => 'interactive' in window, undefined, { timeout: PATIENCE });
		const painted = await frame.evaluate(
			() => performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? NaN
		);
		const sizes = (await Promise.all(answers)).filter(({ url }) => !framed || url !== address);
		return {
			painted,
			interactive: Number(await frame.evaluate('window.interactive')),
			first: sizes.find(({ url }) => url === frame.url())?.kB ?? NaN,
			all: sizes.reduce((sum, { kB }) => sum + kB, 0)
		};
	} finally {
		await page.close();
	}
}
