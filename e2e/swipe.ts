import type { Locator, Page } from '@playwright/test';

/** A finger that goes down on something and is drawn across so many pixels, right and down. */
export async function swipe(page: Page, on: Locator, across: number, down = 0): Promise<void> {
	const box = await on.boundingBox();
	const start = { x: (page.viewportSize()?.width ?? 0) / 2, y: (box?.y ?? 0) + 10 };
	const client = await page.context().newCDPSession(page);
	const touch = (type: 'touchStart' | 'touchMove', by: number) =>
		client.send('Input.dispatchTouchEvent', {
			type,
			touchPoints: [{ x: start.x + across * by, y: start.y + down * by }]
		});
	await touch('touchStart', 0);
	for (const by of [0.25, 0.5, 0.75, 1]) await touch('touchMove', by);
	await client.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] });
}
