import { spawn } from 'node:child_process';
import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';

/** A server of its own for the dossiers of the unit tests, faults and all; `stop` ends it. */
export async function serveFixtures(): Promise<{ base: string; stop: () => void }> {
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
			DATELINE_DATA: 'test/fixtures/dossiers'
		},
		stdio: ['ignore', 'pipe', 'ignore']
	});
	await new Promise((done) => server.stdout?.once('data', done));
	return { base: `http://127.0.0.1:${port}`, stop: () => void server.kill() };
}
