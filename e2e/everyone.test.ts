import AxeBuilder from '@axe-core/playwright';
import { expect, test } from '@playwright/test';
import { DOSSIER, AT_LAKE_SEV, expectSymbol } from './map';

const pages: [string, string][] = [
	['the viewer', `${DOSSIER}?${AT_LAKE_SEV}`],
	['a card', `${DOSSIER}?${AT_LAKE_SEV}&event=lake-sev-troops-2021-05-12`],
	['an event’s page', `${DOSSIER}/events/border-fighting-2021-11-16`],
	['a source’s page', `${DOSSIER}/sources/afp-2021-05-16`],
	['an error', '/no-such-dossier']
];

for (const theme of ['light', 'dark'] as const)
	for (const [name, path] of pages)
		test(`axe finds nothing in ${name}, ${theme}`, async ({ page }) => {
			await page.emulateMedia({ colorScheme: theme });
			await page.goto(path);
			if (path.includes(AT_LAKE_SEV)) await expectSymbol(page, 'movement', theme);
			const { violations } = await new AxeBuilder({ page }).analyze();
			expect(
				violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join('\n')}`)
			).toEqual([]);
		});

test('nothing is cut at 320 pixels', async ({ page }) => {
	await page.setViewportSize({ width: 320, height: 640 });
	for (const [, path] of pages) {
		await page.goto(path);
		expect(
			await page.evaluate(() => document.documentElement.scrollWidth),
			path
		).toBeLessThanOrEqual(320);
	}
});

test('no request leaves for another host, and nothing is refused by the page’s own policy', async ({
	page,
	baseURL
}) => {
	const foreign: string[] = [];
	const complaints: string[] = [];
	page.on('request', (request) => {
		if (!request.url().startsWith(baseURL as string) && !/^(data|blob):/.test(request.url()))
			foreign.push(request.url());
	});
	page.on('console', (message) => {
		if (message.type() === 'error') complaints.push(message.text());
	});
	page.on('pageerror', (error) => complaints.push(error.message));
	await page.goto(`${DOSSIER}?${AT_LAKE_SEV}`);
	await expectSymbol(page, 'movement');
	await page.getByRole('button', { name: 'Zoom out' }).click();
	await page.waitForLoadState('networkidle');
	expect(foreign).toEqual([]);
	expect(complaints).toEqual([]);
});

test('the theme follows the system, and the address where it names one', async ({ page }) => {
	await page.emulateMedia({ colorScheme: 'dark' });
	await page.goto(`${DOSSIER}?${AT_LAKE_SEV}`);
	await expectSymbol(page, 'movement', 'dark');
	await page.goto(`${DOSSIER}?${AT_LAKE_SEV}&theme=light`);
	await expectSymbol(page, 'movement', 'light');
});
