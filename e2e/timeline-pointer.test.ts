import { expect, test, type Page } from '@playwright/test';
import { DOSSIER, listed } from './map';
import {
	axisOf,
	daysBetween,
	dragFrom,
	marksOf,
	open,
	rangeOf,
	spotOf,
	thumbOf,
	zoomToMarks
} from './timeline';

/** How many bars are drawn in each colour: where each stands hangs on the width. */
const bars = (page: Page) =>
	page
		.locator('.bars path')
		.evaluateAll((paths) => paths.map((path) => path.getAttribute('d')?.match(/M/g)?.length));

test.describe('the timeline under a pointer', () => {
	test('brushes a new range over an empty part', async ({ page }) => {
		await open(page);
		const all = await listed(page).count();
		await dragFrom(page, '2021-11-10', '2021-11-30');
		await expect(page).toHaveURL(/from=2021-11-10&to=2021-11-30/);
		expect(await listed(page).count()).toBeLessThan(all);
		// Another one beside it takes its place.
		await dragFrom(page, '2022-03-20', '2022-03-01');
		await expect(page).toHaveURL(/from=2022-03-01&to=2022-03-20/);
		await expect(thumbOf(page, 'First')).toHaveAttribute('aria-valuetext', '1 March 2022');
	});

	test('moves the band with its length kept', async ({ page }) => {
		await open(page, 'from=2021-11-10&to=2021-11-30');
		await dragFrom(page, '2021-11-20', '2021-12-15');
		await expect(page).toHaveURL(/from=2021-12-05&to=2021-12-25/);
		await dragFrom(page, '2021-12-15', '2021-10-01');
		await expect.poll(() => rangeOf(page).from).not.toBe('2021-12-05');
		const { from, to } = rangeOf(page);
		expect(daysBetween(from ?? '', to ?? '')).toBe(20);
	});

	test('takes a bar’s week as the range at a click, and all dates at the next', async ({
		page
	}) => {
		await open(page);
		const all = await listed(page).count();
		const { x, y } = await spotOf(page, '2021-11-17');
		await page.mouse.move(x, y);
		await expect(axisOf(page)).toContainText('15 to 21 November 2021');
		await page.mouse.click(x, y);
		await expect(page).toHaveURL(/from=2021-11-15&to=2021-11-21/);
		await page.mouse.click(x, y);
		await expect(page).not.toHaveURL(/from=/);
		await expect(listed(page)).toHaveCount(all);
		// Where there is no bar a click is nothing.
		const empty = await spotOf(page, '2021-08-15');
		await page.mouse.click(empty.x, empty.y);
		await expect(thumbOf(page, 'First')).toHaveAttribute('aria-valuetext', 'no first day');
	});

	test('moves the line of “as known on” by its day, and what is known with it', async ({
		page
	}) => {
		await open(page, 'asof=2021-11-25');
		const line = page.getByRole('slider', { name: 'As known on' });
		const before = await listed(page).count();
		// It stands at its day's end.
		const at = await spotOf(page, '2021-11-25');
		const to = await spotOf(page, '2021-06-15');
		const half = (to.x - at.x) / daysBetween('2021-11-25', '2021-06-15') / 2;
		await page.mouse.move(at.x + half, at.y - 44);
		await page.mouse.down();
		await page.mouse.move((at.x + to.x) / 2, at.y - 44);
		await page.mouse.move(to.x + half, at.y - 44);
		await page.mouse.up();
		await expect(line).toHaveAttribute('aria-valuetext', '15 June 2021');
		await expect(page).toHaveURL(/asof=2021-06-15/);
		await expect(page).not.toHaveURL(/from=|to=/);
		await expect(page.getByRole('textbox', { name: 'As known on' })).toHaveValue('2021-06-15');
		expect(await listed(page).count()).toBeLessThan(before);
	});

	test('zooms about the pointer with the wheel, and back', async ({ page }) => {
		await open(page);
		await expect(axisOf(page)).toContainText('Aug');
		const { x, y } = await spotOf(page, '2021-11-16');
		await page.mouse.move(x, y);
		await page.mouse.wheel(0, -900);
		await expect(axisOf(page)).toContainText('November 2021');
		await expect(axisOf(page)).not.toContainText('Aug');
		await expect(page.getByRole('button', { name: /earlier$/ })).toHaveText(/← [23]\d earlier/);
		await page.mouse.click(x, y);
		// What was under the pointer still is.
		await expect(page).toHaveURL(/(from=2021-11-1[4-7]|event=)/);
		await page.getByRole('button', { name: 'Back to the whole timeline' }).click();
		await expect(axisOf(page)).toContainText('Aug');
		await page.mouse.move(x, y);
		await page.mouse.wheel(0, 5000);
		await expect(axisOf(page)).toContainText('1990s');
		await expect(page.getByRole('button', { name: /earlier$/ })).toHaveCount(0);
	});

	test('pans when its labels are dragged', async ({ page }) => {
		await open(page);
		await page.getByRole('button', { name: 'Zoom the timeline in' }).click();
		await expect(axisOf(page)).not.toContainText('July');
		const box = await axisOf(page).boundingBox();
		if (!box) throw new Error('The axis has no box.');
		await page.mouse.move(box.x + 200, box.y + box.height - 8);
		await page.mouse.down();
		await page.mouse.move(box.x + 700, box.y + box.height - 8, { steps: 3 });
		await page.mouse.up();
		await expect(axisOf(page)).toContainText('July');
		await expect(page).not.toHaveURL(/from=|to=/);
	});

	test('shows what lies before the opening view', async ({ page }) => {
		await open(page);
		const earlier = page.getByRole('button', { name: /earlier$/ });
		await earlier.click();
		await expect(earlier).toHaveCount(0);
		await expect(axisOf(page)).toContainText('2000s');
		await page.getByRole('button', { name: 'Back to the whole timeline' }).click();
		await expect(earlier).toBeVisible();
	});

	test('has a mark for each event where they are few: named, hovered and chosen', async ({
		page
	}) => {
		await open(page);
		await expect(marksOf(page)).toHaveCount(0);
		await zoomToMarks(page);
		expect(await marksOf(page).count()).toBeGreaterThan(5);
		const mark = page.getByRole('option', { name: /^26 November 2021: .*Sochi/ });
		await expect(mark).toHaveAttribute('aria-selected', 'false');
		const box = await mark.boundingBox();
		if (!box) throw new Error('The mark has no box.');
		await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2);
		await expect(axisOf(page).getByText('26 November 2021', { exact: true })).toBeVisible();
		await page.mouse.down();
		await page.mouse.up();
		await expect(page).toHaveURL(/event=sochi/);
		await expect(mark).toHaveAttribute('aria-selected', 'true');
		await expect(page).not.toHaveURL(/from=/);
	});

	test('keeps its room and its bars while the scripts arrive', async ({
		page,
		browser,
		baseURL
	}) => {
		const still = await browser.newContext({ javaScriptEnabled: false });
		for (const width of [1440, 390, 320]) {
			const viewport = { width, height: 800 };
			const bare = await still.newPage();
			await bare.setViewportSize(viewport);
			await bare.goto(`${baseURL}${DOSSIER}`);
			await page.setViewportSize(viewport);
			await open(page);
			expect(await axisOf(bare).boundingBox()).toEqual(await axisOf(page).boundingBox());
			if (width === 1440) expect(await bars(bare)).toEqual(await bars(page));
			await bare.close();
		}
		await still.close();
	});

	for (const width of [320, 390, 768, 1440])
		test(`has labels that neither meet nor are cut at ${width} pixels`, async ({ page }) => {
			await page.setViewportSize({ width, height: 800 });
			await open(page, 'from=2021-05-12&to=2021-11-20');
			const zoomIn = page.getByRole('button', { name: 'Zoom the timeline in' });
			for (let level = 0; level < 6; level++) {
				const boxes = await axisOf(page)
					.locator('text')
					.evaluateAll((texts) =>
						texts.map((text) => {
							const { left, right, top, bottom } = text.getBoundingClientRect();
							return { text: text.textContent, left, right, top, bottom };
						})
					);
				expect(boxes.length).toBeGreaterThan(2);
				for (const box of boxes) {
					expect(box.left, box.text ?? '').toBeGreaterThanOrEqual(0);
					expect(box.right, box.text ?? '').toBeLessThanOrEqual(width);
					for (const other of boxes)
						if (other !== box && Math.abs(other.top - box.top) < 4)
							expect(
								other.left >= box.right || box.left >= other.right,
								`${box.text} | ${other.text}`
							).toBe(true);
				}
				await zoomIn.click();
			}
		});
});

test.describe('the timeline under fingers', () => {
	test.use({ viewport: { width: 390, height: 844 }, hasTouch: true });

	test('zooms with two, and chooses a mark at a tap', async ({ page }) => {
		await open(page);
		const session = await page.context().newCDPSession(page);
		const touch = (type: 'touchStart' | 'touchMove' | 'touchEnd', ...xs: number[]) =>
			session.send('Input.dispatchTouchEvent', {
				type,
				touchPoints: xs.map((x, id) => ({ x, y, id }))
			});
		const { x, y } = await spotOf(page, '2021-11-16');
		await touch('touchStart', x - 15);
		await touch('touchStart', x - 15, x + 15);
		await touch('touchMove', x - 40, x + 40);
		await touch('touchMove', x - 130, x + 130);
		await touch('touchEnd');
		await expect(axisOf(page)).toContainText('November 2021');
		await expect(page).not.toHaveURL(/from=|to=/);
		for (let i = 0; i < 2; i++)
			await page.getByRole('button', { name: 'Zoom the timeline in' }).tap();
		const mark = page.getByRole('option', { name: /^16 November 2021/ }).first();
		const box = await mark.boundingBox();
		if (!box) throw new Error('The mark has no box.');
		await page.touchscreen.tap(box.x + box.width / 2, box.y + box.height / 2);
		await expect(mark).toHaveAttribute('aria-selected', 'true');
		await expect(page).toHaveURL(/event=/);
		await expect(page).not.toHaveURL(/from=|to=/);
	});

	test('leaves the page to a finger beside the axis, and keeps one on it', async ({ page }) => {
		await open(page);
		const action = (selector: string) =>
			page
				.locator(selector)
				.first()
				.evaluate((element) => getComputedStyle(element).touchAction);
		expect(await action('.plot')).toBe('none');
		expect(await action('form.time')).toBe('auto');
		expect(await action('.timeline .controls')).toBe('auto');
	});
});
