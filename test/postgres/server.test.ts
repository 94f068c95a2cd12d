import { afterAll, describe, expect, it } from 'vitest';
import { hasPostgres, startServer, WITHOUT, type TestServer } from './server';

let server: TestServer | undefined;
afterAll(() => server?.remove());

describe.skipIf(!hasPostgres)(`a PostgreSQL for tests${hasPostgres ? '' : ` – ${WITHOUT}`}`, () => {
	it('starts with PostGIS, ends and starts again', async () => {
		server = await startServer();
		const url = server.database('one');
		expect(url).toContain('/one');
		server.sql('CREATE EXTENSION postgis', 'one');
		expect(server.sql('SELECT ST_AsText(ST_Point(1, 2))', 'one').trim()).toBe('POINT(1 2)');
		await server.stop();
		expect(() => server?.sql('SELECT 1')).toThrow();
		await server.start();
		expect(server.sql('SELECT 1').trim()).toBe('1');
	}, 60_000);
});
