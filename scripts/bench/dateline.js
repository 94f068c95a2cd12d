/** @typedef {import('@playwright/test').Page} Page */

/** What a step changes is drawn in the frame after it; the one after that begins when it has been. */
export const DRAWN =
	'new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))';

/**
 * Opens a dossier in the full interface and takes hold of the thumb of the last day.
 *
 * @param {Page} page
 * @param {string} address with a range in it, which both thumbs need to be in sight
 * @returns {Promise<{ from: number, to: number, y: number }>} where the thumb can go, in pixels of the window
 */
export async function holdThumb(page, address) {
	await page.goto(address, { waitUntil: 'networkidle' });
	await page.getByRole('button', { name: 'Zoom in', exact: true }).waitFor();
	const axis = await page.getByRole('group', { name: 'Range of dates' }).boundingBox();
	const first = await page.getByRole('slider', { name: 'First day' }).boundingBox();
	const last = await page.getByRole('slider', { name: 'Last day' }).boundingBox();
	if (!axis || !first || !last) throw new Error('The timeline did not come up.');
	const y = last.y + last.height / 2;
	await page.mouse.move(last.x + last.width / 2, y);
	await page.mouse.down();
	return { from: first.x + first.width + 40, to: axis.x + axis.width - 20, y };
}

/**
 * Makes a page one in a browser without WebGL, for what a step costs beside the map.
 *
 * @param {Page} page before it is opened
 */
export function withoutMap(page) {
	return page.addInitScript('HTMLCanvasElement.prototype.getContext = () => null');
}
