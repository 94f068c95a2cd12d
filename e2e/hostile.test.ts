import { expect, test } from '@playwright/test';
import { spawn, type ChildProcess } from 'node:child_process';
import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';

/** A server of its own for the dossiers with faults. */
let server: ChildProcess;
let base: string;

test.beforeAll(async () => {
	const probe = createServer().listen(0, '127.0.0.1');
	await new Promise((done) => probe.once('listening', done));
	const { port } = probe.address() as AddressInfo;
	await new Promise((done) => probe.close(done));
	base = `http://127.0.0.1:${port}`;
	server = spawn(process.execPath, ['server.js'], {
		env: {
			...process.env,
			PORT: String(port),
			HOST: '127.0.0.1',
			ORIGIN: '',
			DATELINE_DATA: 'test/fixtures/dossiers'
		},
		stdio: ['ignore', 'pipe', 'ignore']
	});
	await new Promise((done) => server.stdout?.once('data', done));
});
test.afterAll(() => {
	server.kill();
});

test.describe('dossiers with faults', () => {
	test('are listed, each with its own page', async ({ page }) => {
		await page.goto(`${base}/`);
		await expect(page.getByRole('heading', { name: 'Dossiers' })).toBeVisible();
		expect(await page.getByRole('link', { name: 'A harbour' }).count()).toBeGreaterThan(8);
	});

	test('show HTML as the text that it is, and run nothing', async ({ page }) => {
		let ran = false;
		page.on('dialog', (dialog) => {
			ran = true;
			void dialog.dismiss();
		});
		await page.goto(`${base}/html-title?event=talks-begin`);
		await expect(page.getByRole('heading', { level: 1 }).first()).toHaveText(
			'Talks <img src=x onerror=alert(1)> at the harbour'
		);
		expect(await page.locator('img').count()).toBe(0);
		expect(ran).toBe(false);
	});

	test('lose an address that could run, and keep the claim', async ({ page }) => {
		await page.goto(`${base}/javascript-url?event=talks-begin`);
		await expect(page.getByText('The talks began on Wednesday.')).toBeVisible();
		expect(await page.locator('a[href^="javascript"]').count()).toBe(0);
	});

	test('say what to mend', async ({ page }) => {
		await page.goto(`${base}/impossible-date`);
		await page.getByText('1 thing to mend in this dossier').click();
		await expect(page.getByText(/2021-02-30.*Correct the date/)).toBeVisible();
		await expect(page.getByText('Date not known', { exact: true })).toBeVisible();
	});

	test('show a claim whose source is missing as one without a source', async ({ page }) => {
		await page.goto(`${base}/dangling-source?event=talks-begin`);
		await expect(page.getByText('The source “gazette-9” is not in this dossier.')).toBeVisible();
	});

	test('without events are a page that says so', async ({ page }) => {
		await page.goto(`${base}/broken-json`);
		await expect(page.getByText('This dossier has no events yet.')).toBeVisible();
	});
});
