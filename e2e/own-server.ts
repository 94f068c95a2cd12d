import { spawn } from 'node:child_process';
import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';

/**
 * A server of its own for a folder of dossiers, else for those of the unit tests, faults and all;
 * `stop` ends it.
 */
export async function serveFixtures(
	data = 'test/fixtures/dossiers'
): Promise<{ base: string; stop: () => void }> {
	const probe = createServer().listen(0, '127.0.0.1');
	await new Promise((done) => probe.once('listening', done));
	const { port } = probe.address() as AddressInfo;
	await new Promise((done) => probe.close(done));
	const server = spawn(process.execPath, ['server.js'], {
		env: {
			...process.env,
			PORT: String(port),
			HOST: '127.0.0.1',
			ORIGIN: '',
			DATELINE_DATA: data
		},
		stdio: ['ignore', 'pipe', 'ignore']
	});
	await new Promise((done) => server.stdout?.once('data', done));
	return { base: `http://127.0.0.1:${port}`, stop: () => void server.kill() };
}
