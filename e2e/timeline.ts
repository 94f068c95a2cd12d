import { expect, type Page } from '@playwright/test';
import { parseDay } from '../src/lib/core/date/day';
import { DOSSIER } from './map';

export const axisOf = (page: Page) => page.getByRole('group', { name: 'Range of dates' });
export const thumbOf = (page: Page, end: 'First' | 'Last') =>
	page.getByRole('slider', { name: `${end} day` });
export const marksOf = (page: Page) =>
	page.getByRole('listbox', { name: 'Events on the timeline' }).getByRole('option');

/** Opens the dossier and waits until its axis is measured. */
export async function open(page: Page, query = ''): Promise<void> {
	await page.goto(`${DOSSIER}?${query}`);
	await expect(axisOf(page).locator('.guessed')).toHaveCount(0);
	await expect(page.getByRole('button', { name: 'Play the events' })).toBeVisible();
}

/** Days from one date to another, as `YYYY-MM-DD`. */
export const daysBetween = (from: string, to: string) =>
	(parseDay(to) as number) - (parseDay(from) as number);

/** Where the middle of a day stands on the page, in the plot, while the opening view is in sight. */
export async function spotOf(page: Page, date: string): Promise<{ x: number; y: number }> {
	const box = await axisOf(page).boundingBox();
	if (!box) throw new Error('The axis has no box.');
	return {
		x: box.x + ((daysBetween('2021-05-01', date) + 0.5) / 365) * box.width,
		y: box.y + 52
	};
}

export async function dragFrom(page: Page, from: string, to: string): Promise<void> {
	const a = await spotOf(page, from);
	const b = await spotOf(page, to);
	await page.mouse.move(a.x, a.y);
	await page.mouse.down();
	await page.mouse.move((a.x + b.x) / 2, a.y);
	await page.mouse.move(b.x, b.y);
	await page.mouse.up();
}

/** The range that the address holds. */
export function rangeOf(page: Page): { from: string | null; to: string | null } {
	const query = new URL(page.url()).searchParams;
	return { from: query.get('from'), to: query.get('to') };
}

/** Zooms in about 16 November 2021 with the wheel until each event has its mark. */
export async function zoomToMarks(page: Page): Promise<void> {
	const { x, y } = await spotOf(page, '2021-11-16');
	await page.mouse.move(x, y);
	await expect(async () => {
		await page.mouse.wheel(0, -300);
		await expect(marksOf(page)).not.toHaveCount(0, {
			timeout: 300
		});
	}).toPass();
}
