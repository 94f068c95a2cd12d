import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openDatabase, type Database } from '../../../../src/lib/server/store/database/connect';
import { loadFolderInto } from '../../../../src/lib/server/store/database/load';
import { initDatabase } from '../../../../src/lib/server/store/database/migrate';
import { hasPostgres, startServer, WITHOUT, type TestServer } from '../../../postgres/server';

let server: TestServer;
let sql: Database;

describe.skipIf(!hasPostgres)(
	`a folder's dossier in a database${hasPostgres ? '' : ` – ${WITHOUT}`}`,
	() => {
		beforeAll(async () => {
			server = await startServer();
			sql = openDatabase(server.database('load'));
			await initDatabase(sql, 'load');
		}, 60_000);
		afterAll(async () => {
			await sql.end({ timeout: 1 });
			await server.remove();
		});

		it('has its events', async () => {
			const loaded = await loadFolderInto(sql, 'geodata/armenia-azerbaijan');
			console.log(loaded);
			console.log(await sql`SELECT * FROM dateline.dossiers`);
			console.log(await sql`SELECT kind, count(*), sum(events) FROM dateline.terms GROUP BY 1`);
			console.log(await sql`SELECT * FROM dateline.events LIMIT 2`);
			console.log(await sql`SELECT count(*), count(source) FROM dateline.claims`);
			console.log(
				await sql`SELECT tableoid::regclass::text AS t, count(*) FROM dateline.events GROUP BY 1`
			);
			console.log(await sql`SELECT sum(events) FROM dateline.days`);
			await loadFolderInto(sql, 'geodata/armenia-azerbaijan');
			console.log(await sql`SELECT * FROM dateline.dossiers`);
			expect(loaded.events).toBeGreaterThan(10);
		});
	}
);
