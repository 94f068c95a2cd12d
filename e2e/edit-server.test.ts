import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test, type APIRequestContext } from '@playwright/test';
import { serveOwn } from '../scripts/own-server.js';
import { syntheticFiles, writeDossier } from '../test/synthetic/dossier.js';

interface RawFiles {
	editable: boolean;
	rev: string;
	files: Record<string, { text: string; hash: string }>;
}

const LEFT_OVER = '.dateline-0b9b1b54-6a2c-4d9e-8d59-2c5f1f0f9c11.draft';

let data: string;
let server: Awaited<ReturnType<typeof serveOwn>>;
test.beforeEach(async () => {
	data = mkdtempSync(join(tmpdir(), 'dateline-edit-'));
	writeDossier(data, 'mine', syntheticFiles({ id: 'mine', events: 6 }));
	writeFileSync(join(data, 'mine', LEFT_OVER), '{"half":');
	server = await serveOwn(data, ['--edit']);
});
test.afterEach(() => {
	server.stop();
	rmSync(data, { recursive: true, force: true });
});

const folder = () => join(data, 'mine');
const stand = () =>
	Object.fromEntries(
		readdirSync(folder()).map((name) => [name, readFileSync(join(folder(), name), 'utf8')])
	);

async function read(request: APIRequestContext): Promise<RawFiles> {
	const response = await request.get(`${server.base}/mine/edit/files`);
	expect(response.headers()['cache-control']).toBe('no-store');
	return (await response.json()) as RawFiles;
}

/** Saves as a page of the server's own would, with other headers where they are given. */
async function save(
	request: APIRequestContext,
	files: Record<string, unknown>,
	{ base, headers }: { base?: Record<string, string | null>; headers?: Record<string, string> } = {}
) {
	const now = (await read(request)).files;
	const hashes = Object.fromEntries(Object.keys(files).map((name) => [name, now[name]?.hash]));
	const texts = Object.fromEntries(
		Object.entries(files).map(([name, value]) => [name, JSON.stringify(value)])
	);
	return request.post(`${server.base}/mine/edit/files`, {
		headers: { Origin: server.base, 'Content-Type': 'application/json', ...headers },
		data: JSON.stringify({ base: base ?? hashes, files: texts })
	});
}
const renamed = (title: string) => ({
	'dossier.json': {
		...(syntheticFiles({ id: 'mine', events: 6 })['dossier.json'] as object),
		title
	}
});

test('gives the files of a dossier as they stand, with the hash of their bytes', async ({
	request
}) => {
	const { editable, rev, files } = await read(request);
	expect(editable).toBe(true);
	expect(rev).toMatch(/^[0-9a-f]{12}$/);
	const texts = Object.fromEntries(Object.entries(files).map(([name, { text }]) => [name, text]));
	expect(texts).toEqual(stand());
	for (const { text, hash } of Object.values(files))
		expect(hash).toBe(createHash('sha256').update(text).digest('hex'));
	expect((await request.get(`${server.base}/none/edit/files`)).status()).toBe(404);
});

test('takes away at its start what a server that was killed has left', () => {
	expect(stand()).not.toHaveProperty([LEFT_OVER]);
});

test('shows what was saved at the next load, and says the hashes for the next save', async ({
	page,
	request
}) => {
	await page.goto(`${server.base}/mine`);
	await expect(page.getByRole('heading', { level: 1 })).toHaveText('Made by dice');
	const { rev } = await read(request);
	const saved = await save(request, renamed('Made by hand'));
	expect(saved.status()).toBe(200);
	const answer = (await saved.json()) as RawFiles;
	expect(answer.rev).not.toBe(rev);
	await page.reload();
	await expect(page.getByRole('heading', { level: 1 })).toHaveText('Made by hand');

	const hash = answer.files['dossier.json']?.hash ?? '';
	const next = await save(request, renamed('Made again'), { base: { 'dossier.json': hash } });
	expect(next.status()).toBe(200);
	await page.reload();
	await expect(page.getByRole('heading', { level: 1 })).toHaveText('Made again');
});

test('lets a page of its own save, and none of another origin, whatever that tries', async ({
	page
}) => {
	const before = stand();
	const post = (type: string, mode: RequestMode) =>
		page.evaluate(
			([url, type, mode]) => {
				const body = JSON.stringify({
					base: { 'notes.geojson': null },
					files: { 'notes.geojson': '{}' }
				});
				const headers = { 'content-type': type };
				return fetch(url, { method: 'POST', mode, headers, body }).then(
					({ status }) => status,
					() => 'kept from it'
				);
			},
			[`${server.base}/mine/edit/files`, type, mode] as const
		);
	// A page with no policy that would keep it from asking.
	const other = createServer((_, response) => {
		response.setHeader('content-type', 'text/html').end('<p>Elsewhere</p>');
	});
	await new Promise<void>((done) => other.listen(0, '127.0.0.1', done));
	await page.goto(`http://127.0.0.1:${(other.address() as AddressInfo).port}/`);
	expect(await post('application/json', 'cors')).toBe('kept from it');
	expect(await post('text/plain', 'no-cors')).toBe(0);
	expect(stand()).toEqual(before);
	other.close();

	await page.goto(`${server.base}/mine`);
	expect(await post('application/json', 'cors')).toBe(200);
	expect(stand()).toEqual({ ...before, 'notes.geojson': '{}' });
});

test('tells of a file that has changed since it was read, and overwrites nothing', async ({
	request
}) => {
	const { files } = await read(request);
	writeFileSync(join(folder(), 'dossier.json'), '{"by":"another editor"}');
	const hash = files['dossier.json']?.hash ?? '';
	const response = await save(request, renamed('Mine'), { base: { 'dossier.json': hash } });
	expect(response.status()).toBe(409);
	expect(await response.json()).toMatchObject({
		message: expect.stringContaining('dossier.json has changed') as unknown,
		files: { 'dossier.json': { text: '{"by":"another editor"}' } }
	});
	expect(stand()['dossier.json']).toBe('{"by":"another editor"}');
});

test.describe('refuses, with a sentence and no change on the disk,', () => {
	for (const [what, status, headers] of [
		['another Host', 421, { Host: 'evil.example' }],
		['another Origin', 403, { Origin: 'https://evil.example' }],
		['another loopback name as Origin', 403, { Origin: 'http://localhost' }],
		['a page of another site', 403, { 'Sec-Fetch-Site': 'cross-site' }],
		['a form', 415, { 'Content-Type': 'application/x-www-form-urlencoded' }],
		['plain text', 415, { 'Content-Type': 'text/plain' }]
	] as const)
		test(what, async ({ request }) => {
			const before = stand();
			const response = await save(request, renamed('Refused'), { headers });
			expect(response.status()).toBe(status);
			expect(await response.text()).toMatch(/[a-z]\.|localhost/);
			expect(stand()).toEqual(before);
		});

	test('what is no JSON', async ({ request }) => {
		const before = stand();
		const { files } = await read(request);
		const response = await request.post(`${server.base}/mine/edit/files`, {
			headers: { Origin: server.base, 'Content-Type': 'application/json' },
			data: JSON.stringify({
				base: { 'events.geojson': files['events.geojson']?.hash },
				files: { 'events.geojson': '{\n"features": [,] }' }
			})
		});
		expect(response.status()).toBe(422);
		expect(await response.json()).toEqual({
			message: expect.stringContaining(
				'events.geojson: expected valid JSON; found line 2, column 14'
			) as unknown
		});
		expect(stand()).toEqual(before);
	});

	test('more than it takes, without reading it', async ({ request }) => {
		const response = await request.post(`${server.base}/mine/edit/files`, {
			headers: { Origin: server.base, 'Content-Type': 'application/json' },
			data: Buffer.alloc(130 * 1024 * 1024, ' ')
		});
		expect(response.status()).toBe(413);
		expect(await response.json()).toMatchObject({
			message: expect.stringContaining('MB') as unknown
		});
	});
});

test('without --edit writes nothing, says how it would, and removes nothing either', async ({
	request
}) => {
	server.stop();
	writeFileSync(join(folder(), LEFT_OVER), 'half');
	server = await serveOwn(data);
	const before = stand();
	expect((await read(request)).editable).toBe(false);
	const response = await save(request, renamed('Refused'));
	expect(response.status()).toBe(403);
	expect(await response.json()).toEqual({
		message: expect.stringContaining('npm start -- --edit') as unknown
	});
	expect(stand()).toEqual(before);
});

test('opens an empty dossier as dateline init makes it', async ({ page }) => {
	const faults: string[] = [];
	page.on('pageerror', ({ message }) => faults.push(message));
	execFileSync(process.execPath, ['dist/dateline.js', 'init', join(data, 'harbour-strike')], {
		stdio: 'pipe'
	});
	await page.goto(`${server.base}/harbour-strike`);
	await expect(page.getByRole('heading', { level: 1 })).toHaveText('Harbour strike');
	await expect(page.getByText('This dossier has no events yet.')).toBeVisible();
	await expect(page.getByRole('heading', { name: '0 sources' })).toBeVisible();
	await expect(page.getByText('No complete record')).toHaveCount(0);
	await expect(page.locator('canvas')).toBeVisible();
	expect(faults).toEqual([]);
});
