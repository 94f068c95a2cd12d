import { spawn } from 'node:child_process';
import { createServer, connect, type AddressInfo } from 'node:net';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';

const root = join(import.meta.dirname, '..');

/** Starts a server of its own, on a free port unless told another. */
function start(env: Record<string, string> = {}) {
	const child = spawn(process.execPath, ['server.js'], {
		cwd: root,
		env: { ...process.env, PORT: '0', HOST: '', ORIGIN: '', DATELINE_DATA: '', ...env }
	});
	let stdout = '';
	let stderr = '';
	child.stderr.on('data', (chunk) => (stderr += chunk));
	const ended = new Promise<{ code: number | null; stdout: string; stderr: string }>((resolve) =>
		child.once('close', (code) => resolve({ code, stdout, stderr }))
	);
	const url = new Promise<string>((resolve, reject) => {
		child.stdout.on('data', (chunk) => {
			stdout += chunk;
			const found = /http:\/\/127[\d.:]+\//.exec(stdout);
			if (found) resolve(found[0]);
		});
		void ended.then(() => reject(new Error(stderr)));
	});
	url.catch(() => undefined); // a test of a server that cannot start looks at `ended` alone
	return { child, ended, url };
}

test.describe('the server', () => {
	test('answers /health once it serves', async ({ request }) => {
		const response = await request.get('/health');
		expect(response.status()).toBe(200);
		expect(response.headers()['content-type']).toContain('application/json');
		await expect(response.json()).resolves.toBeTruthy();
	});

	test('compresses pages', async ({ request }) => {
		const response = await request.get('/', { headers: { 'Accept-Encoding': 'br' } });
		expect(response.headers()['content-encoding']).toBe('br');
		expect(await response.text()).toContain('<!doctype html>');
	});

	test('sends its modules compressed once, open to all, and with a policy', async ({ request }) => {
		const page = await (await request.get('/')).text();
		const path = /\/_app\/immutable\/[\w./-]+\.js/.exec(page)?.[0] ?? '';
		const response = await request.get(path, { headers: { 'Accept-Encoding': 'br' } });
		expect(response.status()).toBe(200);
		expect(response.headers()).toMatchObject({
			'content-encoding': 'br',
			'content-security-policy': "default-src 'none'; script-src 'self'; connect-src 'self'",
			'x-content-type-options': 'nosniff',
			'access-control-allow-origin': '*',
			'cross-origin-resource-policy': 'cross-origin',
			'cache-control': 'public,max-age=31536000,immutable'
		});
	});

	test('lets a page’s own policy stand', async ({ request }) => {
		const policy = (await request.get('/')).headers()['content-security-policy'];
		expect(policy).toContain("script-src 'self' 'nonce-");
		expect(policy).not.toContain('\n');
	});

	test('refuses what would change something', async ({ request }) => {
		const response = await request.post('/');
		expect(response.status()).toBe(405);
		expect(response.headers()['allow']).toBe('GET, HEAD, OPTIONS');
	});

	test('answers malformed and over-long addresses without a stack', async ({ baseURL }) => {
		const { hostname, port } = new URL(baseURL ?? '');
		const ask = (target: string) =>
			new Promise<string>((resolve, reject) => {
				let answer = '';
				connect(Number(port), hostname)
					.on('data', (chunk) => (answer += chunk))
					.on('end', () => resolve(answer))
					.on('error', reject)
					.write(`GET ${target} HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n`);
			});
		expect(await ask('/%E0%A4%A')).toMatch(/^HTTP\/1\.1 400 [^]*is malformed\.\n/);
		expect(await ask('http://evil.example/')).toMatch(/^HTTP\/1\.1 400 /);
		for (const length of [20_000, 60_000, 500_000])
			expect(await ask(`/?q=${'a'.repeat(length)}`)).toMatch(
				/^HTTP\/1\.1 431 [^]*\r\n\r\nAddress and headers of a request may have \d+ bytes/
			);
		expect(await ask('/ nothing that is HTTP')).toMatch(
			/^HTTP\/1\.1 400 [^]*\r\n\r\nThis is no HTTP/
		);
		expect(await ask('/../../package.json')).not.toContain('"dateline"');
	});

	test('refuses a foreign Host, which would be a page that points its name here', async ({
		request
	}) => {
		const response = await request.get('/health', { headers: { Host: 'evil.example' } });
		expect(response.status()).toBe(421);
		expect(await response.text()).toContain('answers only as localhost');
	});
});

test.describe('starting the server', () => {
	test('prints one line with the URL, and ends with 0 on SIGINT while a connection is open', async ({
		request
	}) => {
		const { child, ended, url } = start();
		expect((await request.get(`${await url}health`)).status()).toBe(200);
		child.kill('SIGINT');
		const { code, stdout, stderr } = await ended;
		expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
		expect(stdout).toMatch(/^Dateline serves geodata\/ at http:\/\/127\.0\.0\.1:\d+\/\n$/);
	});

	test('answers any Host with an ORIGIN', async ({ request }) => {
		const { child, ended, url } = start({ ORIGIN: 'https://maps.example.org' });
		const health = `${await url}health`;
		const response = await request.get(health, { headers: { Host: 'proxy.internal' } });
		expect(response.status()).toBe(200);
		child.kill('SIGTERM');
		const { code, stdout } = await ended;
		expect(code).toBe(0);
		expect(stdout).toContain('at https://maps.example.org/ (listening at http://127.0.0.1:');
	});

	for (const [name, env, code, words] of [
		['a port that is none', { PORT: 'abc' }, 2, 'PORT must be'],
		['an ORIGIN that is none', { ORIGIN: 'example' }, 2, 'ORIGIN must be'],
		['a HOST for all without ORIGIN', { HOST: '0.0.0.0' }, 2, 'set ORIGIN'],
		['a missing data folder', { DATELINE_DATA: '/no/such' }, 1, '/no/such does not exist'],
		['a data folder with no dossier', { DATELINE_DATA: '.ci' }, 1, 'holds no dossier']
	] as const)
		test(`says in one sentence what is wrong with ${name}`, async () => {
			const result = await start(env).ended;
			expect(result.code).toBe(code);
			expect(result.stderr).toContain(words);
			expect(result.stderr.trim().split('\n')).toHaveLength(1);
			expect(result.stdout).toBe('');
		});

	test('says in one sentence that the port is taken, and how to choose another', async () => {
		const other = createServer();
		await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve));
		const { port } = other.address() as AddressInfo;
		const { code, stderr } = await start({ PORT: String(port) }).ended;
		other.close();
		expect(code).toBe(1);
		expect(stderr).toMatch(new RegExp(`^Port ${port} is taken: .*PORT=\\d+ npm start\\.\n$`));
	});
});
