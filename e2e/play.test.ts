import { expect, test, type Page } from '@playwright/test';
import { dragFrom, open, thumbOf } from './timeline';

const STEP = 640;

const play = (page: Page) => page.getByRole('button', { name: 'Play the events' });
const pause = (page: Page) => page.getByRole('button', { name: 'Pause' });
const expectRange = async (page: Page, from: string, to: string) => {
	await expect(thumbOf(page, 'First')).toHaveAttribute('aria-valuetext', from);
	await expect(thumbOf(page, 'Last')).toHaveAttribute('aria-valuetext', to);
};

test.describe('the player', () => {
	test.beforeEach(async ({ page }) => {
		await page.clock.install({ time: '2026-01-01T00:00:00Z' });
	});

	/** Opens the dossier and stops its clock. */
	async function openStill(page: Page, query = '') {
		await open(page, query);
		await page.clock.pauseAt('2026-01-01T01:00:00Z');
	}

	test('moves the range on by weeks, and leaves it where it is paused', async ({ page }) => {
		await openStill(page, 'from=2021-05-10&to=2021-05-16');
		await play(page).click();
		await expectRange(page, '17 May 2021', '23 May 2021');
		await page.clock.runFor(STEP);
		await expectRange(page, '24 May 2021', '30 May 2021');
		await pause(page).click();
		await page.clock.runFor(5 * STEP);
		await expectRange(page, '24 May 2021', '30 May 2021');
		await expect(page).toHaveURL(/from=2021-05-24&to=2021-05-30/);
	});

	test('starts and pauses at the space bar, but not in a field or on a button', async ({
		page
	}) => {
		await openStill(page, 'from=2021-05-10&to=2021-05-16');
		await page.getByLabel('From', { exact: true }).press(' ');
		await expect(play(page)).toBeVisible();
		await page.keyboard.press('Escape');
		await thumbOf(page, 'First').press(' ');
		await expect(pause(page)).toBeVisible();
		await page.keyboard.press(' ');
		await expect(play(page)).toBeVisible();
		await expectRange(page, '17 May 2021', '23 May 2021');
		await page.getByRole('button', { name: 'Zoom the timeline in' }).press(' ');
		await expect(play(page)).toBeVisible();
	});

	test('goes from event to event with its end growing, faster, as it is told', async ({ page }) => {
		await openStill(page, 'from=2021-11-16&to=2021-11-16');
		await page.getByLabel(/^How to play/).click();
		await page.getByLabel('Step').selectOption('by event');
		await page.getByLabel('What moves').selectOption('its last day');
		await page.getByLabel('Speed').selectOption('4×');
		await page.keyboard.press('Escape');
		await expect(page.getByLabel('How to play: by event, 4×')).toBeFocused();
		await play(page).click();
		await expectRange(page, '16 November 2021', '19 November 2021');
		await page.clock.runFor(STEP / 4);
		await expectRange(page, '16 November 2021', '23 November 2021');
		await page.clock.runFor(STEP / 4);
		await expectRange(page, '16 November 2021', '26 November 2021');
	});

	test('pauses when the slider is taken in hand', async ({ page }) => {
		await openStill(page, 'from=2021-05-10&to=2021-05-16');
		await play(page).click();
		await dragFrom(page, '2021-11-10', '2021-11-30');
		await expect(play(page)).toBeVisible();
		await expectRange(page, '10 November 2021', '30 November 2021');
		await play(page).click();
		await thumbOf(page, 'Last').press('ArrowRight');
		await expect(play(page)).toBeVisible();
	});

	test('pauses at the last event, and goes round where it is told to', async ({ page }) => {
		await openStill(page, 'from=2022-04-10&to=2022-04-16');
		await play(page).click();
		await expectRange(page, '17 April 2022', '23 April 2022');
		await page.clock.runFor(STEP);
		await expect(play(page)).toBeVisible();
		await expectRange(page, '17 April 2022', '23 April 2022');
		await page.getByLabel(/^How to play/).click();
		await page.getByLabel('Begin again at the end').check();
		await page.keyboard.press('Escape');
		await play(page).click();
		await expect(thumbOf(page, 'Last')).not.toHaveAttribute('aria-valuetext', /2022/);
	});

	test('keeps what it plays in sight', async ({ page }) => {
		await openStill(page, 'from=2021-11-15&to=2021-11-21');
		const from = thumbOf(page, 'First');
		for (let i = 0; i < 5; i++) await from.press('+');
		await play(page).click();
		await page.clock.runFor(3 * STEP);
		await expectRange(page, '13 December 2021', '19 December 2021');
		await expect(page.getByRole('group', { name: 'Range of dates' })).toContainText(
			/Dec(ember)? 2021/
		);
	});

	test('takes calmer steps where less motion is wanted', async ({ page }) => {
		await page.emulateMedia({ reducedMotion: 'reduce' });
		await openStill(page, 'from=2021-05-10&to=2021-05-16');
		await play(page).click();
		await page.clock.runFor(2 * STEP);
		await expectRange(page, '17 May 2021', '23 May 2021');
		await page.clock.runFor(STEP);
		await expectRange(page, '24 May 2021', '30 May 2021');
	});
});
