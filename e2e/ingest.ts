import { expect, type Page } from '@playwright/test';
import { DOSSIER } from './map';

export const INGEST = `/ingest?dossier=${DOSSIER.slice(1)}`;

/** Made up for the tests: nothing of it has happened. */
export const ARTICLE = `Towns on the Severn count the cost of a wet autumn

The river Wye flooded streets in Hereford on 3 November 2022, the city council said.

On 7 November 2022, some 400 people protested in Worcester against the delay of repairs.

Ministers of both governments held talks in Cardiff on 10 November 2022, a spokeswoman said.

On 14 November 2022 the two governments signed an agreement in Gloucester on who is to pay.

A storm hit Bristol on 15 November 2022, the weather office reported.
`;

export const field = (page: Page) => page.getByLabel('Article', { exact: true });
export const cards = (page: Page) =>
	page.getByRole('list', { name: /^Drafts/ }).getByRole('article');
export const progress = (page: Page) => page.getByText(/^\d+ of \d+ reviewed$/);
export const kept = (page: Page) => page.getByText('Kept in this browser only');

/** Gives the article, and waits for its review. */
export async function openReview(page: Page, text = ARTICLE) {
	await page.goto(INGEST);
	await field(page).fill(text);
	await page.getByLabel('Published on').fill('2022-11-16');
	await page.getByLabel('Publisher').fill('The Severn Courier');
	await page.getByLabel('Web address').fill('https://example.org/wet-autumn');
	await page.getByRole('button', { name: 'Read the article' }).click();
	await expect(cards(page).first()).toBeFocused({ timeout: 20_000 });
}

/** Tabs on until something has the focus. */
export async function tabTo(page: Page, name: string | RegExp) {
	for (let i = 0; i < 60; i++) {
		const label = await page.evaluate(() => {
			const { activeElement: now } = document;
			const labels =
				now instanceof HTMLInputElement || now instanceof HTMLTextAreaElement ? now.labels : null;
			return (
				labels?.[0]?.textContent ??
				now?.getAttribute('aria-label') ??
				now?.textContent ??
				''
			).trim();
		});
		if (typeof name === 'string' ? label === name : name.test(label)) return;
		await page.keyboard.press('Tab');
	}
	throw new Error(`Nothing called ${String(name)} is reached with Tab.`);
}
