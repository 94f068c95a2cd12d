import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { NOWHERE, type Lists } from '../../../../src/lib/core/columns/columns';
import { columnsOf } from '../../../../src/lib/core/columns/from-dossier';
import { checkDossier } from '../../../../src/lib/core/dossier/check';
import type { Dossier } from '../../../../src/lib/core/dossier/dossier';
import { openDatabase, type Database } from '../../../../src/lib/server/store/database/connect';
import { loadFolderInto } from '../../../../src/lib/server/store/database/load';
import { initDatabase } from '../../../../src/lib/server/store/database/migrate';
import { hasPostgres, startServer, WITHOUT, type TestServer } from '../../../postgres/server';
import { storedCounts, storedEvents, unsoundIn } from '../../../postgres/stored';
import { tamper, writeColumnar } from '../../../synthetic/columnar';
import { syntheticFiles, writeDossier } from '../../../synthetic/dossier.js';

interface Feature {
	id: string;
	properties: { title: string; claims: { by: string; text: string; source: string }[] };
}

let server: TestServer;
let sql: Database;
let data: string;

const files = syntheticFiles({ events: 300, seed: 5 });
const featuresOf = (of: typeof files) => (of['events.geojson'] as { features: Feature[] }).features;

const withoutNull = (value: unknown): unknown =>
	JSON.parse(JSON.stringify(value, (_, one: unknown) => one ?? undefined));

/** What the columns say of each row, by id. */
function rowsOf(dossier: Dossier) {
	const columns = columnsOf(dossier, 20_000);
	const listed = (row: number, { ids, starts, values }: Lists) =>
		[...values.subarray(starts[row], starts[row + 1])].map((n) => ids[n] as string).sort();
	return dossier.events.map(({ id }, row) => ({
		id,
		first: columns.first[row],
		last: columns.last[row],
		possibleFirst: columns.possibleFirst[row],
		possibleLast: columns.possibleLast[row],
		sure: columns.sure[row] === 1,
		lon: columns.lat[row] === NOWHERE ? null : columns.lon[row],
		lat: columns.lat[row] === NOWHERE ? null : columns.lat[row],
		type: columns.types[columns.type[row] as number],
		precision: columns.precision[row],
		known: columns.known[row],
		settled: columns.settled[row],
		places: listed(row, columns.places),
		actors: listed(row, columns.actors),
		publishers: listed(row, columns.publishers)
	}));
}

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
		beforeEach(() => {
			data = mkdtempSync(join(tmpdir(), 'dateline-load-test-'));
		});
		afterEach(() => rmSync(data, { recursive: true, force: true }));

		it('has its events, claims and sources, and what the columns say of them', async () => {
			writeDossier(data, 'plain', files);
			const loaded = await loadFolderInto(sql, join(data, 'plain'));
			const stored = await storedEvents(sql, 'plain');
			expect(loaded).toMatchObject({ id: 'plain', events: 300 });
			expect(await unsoundIn(sql, 'plain')).toEqual([]);
			for (const feature of featuresOf(files)) {
				const { feature: back, claims } = stored.get(feature.id) ?? { claims: [] };
				// What is null in a file may as well be left out.
				expect(withoutNull(back)).toEqual(withoutNull(feature));
				expect(claims.map(({ by, source }) => [by, source])).toEqual(
					feature.properties.claims.map(({ by, source }) => [by, source])
				);
			}
			const { dossier } = checkDossier(
				'plain',
				Object.fromEntries(
					Object.entries(files).map(([name, content]) => [
						name,
						Buffer.from(JSON.stringify(content))
					])
				)
			);
			const rows = rowsOf(dossier as Dossier);
			expect([...stored.keys()]).toEqual(rows.map(({ id }) => id));
			for (const row of rows) expect(stored.get(row.id)).toMatchObject(row);
			const items = await sql<{ id: string; item: string | null }[]>`
				SELECT source.id, item FROM dateline.sources AS source
				JOIN dateline.dossiers AS dossier ON dossier.number = source.dossier AND dossier.id = 'plain'`;
			expect(items.map(({ id }) => id).toSorted()).toEqual(
				(files['sources.json'] as { id: string }[]).map(({ id }) => id).toSorted()
			);
			expect(items.filter(({ item }) => item !== null)).toEqual([]);
		});

		it('is the same from events.dateline, with the sources that stand there', async () => {
			const dossier = await writeColumnar(data, 'columnar', files);
			await loadFolderInto(sql, join(data, 'columnar'));
			const stored = await storedEvents(sql, 'columnar');
			expect(await unsoundIn(sql, 'columnar')).toEqual([]);
			for (const row of rowsOf(dossier)) expect(stored.get(row.id)).toMatchObject(row);
			const items = files['sources.json'] as { id: string }[];
			const apart = new Set(items.filter((_, i) => i % 2 === 1).map(({ id }) => id));
			const found = await sql<{ id: string; item: string | null }[]>`
				SELECT source.id, item FROM dateline.sources AS source
				JOIN dateline.dossiers AS dossier ON dossier.number = source.dossier AND dossier.id = 'columnar'`;
			for (const { id, item } of found)
				expect(item === null ? null : (JSON.parse(item) as unknown)).toEqual(
					apart.has(id) ? items.find((one) => one.id === id) : null
				);
			expect(found.some(({ item }) => item !== null)).toBe(true);
		});

		it('takes the place of the one that was there, of which nothing is left', async () => {
			writeDossier(data, 'twice', files);
			const before = await loadFolderInto(sql, join(data, 'twice'));
			const tables = async () =>
				(
					await sql`SELECT FROM pg_class WHERE relnamespace = 'dateline'::regnamespace AND relkind = 'r'`
				).length;
			const had = await tables();
			const fewer = featuresOf(files).slice(0, 40);
			writeDossier(data, 'twice', {
				...files,
				'events.geojson': { type: 'FeatureCollection', features: fewer }
			});
			const after = await loadFolderInto(sql, join(data, 'twice'));
			expect(after.rev).not.toBe(before.rev);
			expect(await tables()).toBeLessThanOrEqual(had);
			expect((await storedEvents(sql, 'twice')).size).toBe(40);
			expect(await unsoundIn(sql, 'twice')).toEqual([]);
			const [rest] = await sql`
				SELECT count(*) AS n FROM dateline.terms
				WHERE dossier NOT IN (SELECT number FROM dateline.dossiers)`;
			expect(rest?.['n']).toBe(0);
		});

		it('keeps every sign of hostile texts, and changes nothing but a NUL', async () => {
			const texts = [
				"'; DROP SCHEMA dateline CASCADE; --",
				'\\N',
				'\\.',
				'a\tb\nc\r\nd',
				'"quoted" \\"twice\\" {1,2}',
				'NUL \0 inside',
				'lone \ud800 surrogate',
				'🜂 astral \u2028 line'
			];
			const features = featuresOf(files).slice(0, texts.length);
			const hostile = features.map((feature, i) => ({
				...feature,
				properties: {
					...feature.properties,
					title: texts[i] as string,
					claims: feature.properties.claims.map((claim) => ({
						...claim,
						by: texts[i] as string,
						text: `${texts[i]} claimed`
					}))
				}
			}));
			writeDossier(data, 'hostile', {
				...files,
				'events.geojson': { type: 'FeatureCollection', features: hostile }
			});
			await loadFolderInto(sql, join(data, 'hostile'));
			const stored = await storedEvents(sql, 'hostile');
			for (const [i, { id }] of features.entries()) {
				const { feature, claims } = stored.get(id) ?? { claims: [] };
				const { title } = (feature as Feature).properties;
				// The check of a dossier takes out signs that do harm; what it leaves is kept.
				if (!/[\0\ud800]/.test(texts[i] as string)) expect(title).toBe(texts[i]);
				expect(claims[0]?.by).not.toContain('\0');
				expect((feature as Feature).properties.claims[0]?.text).toContain('claimed');
			}
			expect(await unsoundIn(sql, 'hostile')).toEqual([]);
			expect(Object.keys(await storedCounts(sql, 'hostile', 4)).length).toBeGreaterThan(5);
		});

		it('takes words, publishers and addresses that are longer than an index can be', async () => {
			const long = (sign: string) => sign.repeat(1_900);
			const [first] = featuresOf(files) as [Feature];
			const claim = first.properties.claims[0] as Feature['properties']['claims'][number];
			const source = { id: 'long', type: 'article', title: 'Long', publisher: long('П') };
			writeDossier(data, 'long', {
				...files,
				'sources.json': [...(files['sources.json'] as object[]), source],
				'events.geojson': {
					type: 'FeatureCollection',
					features: [
						{
							...first,
							properties: {
								...first.properties,
								claims: [
									{ ...claim, source: 'long', text: `${long('x')} ${long('я')}` },
									{ ...claim, source: `https://example.org/${long('a')}` }
								]
							}
						}
					]
				}
			});
			await loadFolderInto(sql, join(data, 'long'));
			expect(await unsoundIn(sql, 'long')).toEqual([]);
			const words = Object.keys(await storedCounts(sql, 'long', 4));
			expect(words).toContain('x'.repeat(64));
			expect(words).toContain('я'.repeat(64));
		});

		it('leaves the database as it was where the folder has no dossier', async () => {
			await writeColumnar(data, 'broken', files);
			const folder = join(data, 'broken');
			await loadFolderInto(sql, folder);
			const before = await storedEvents(sql, 'broken');
			tamper(folder, (bytes) => bytes.subarray(0, bytes.length - 100));
			await expect(loadFolderInto(sql, folder)).rejects.toThrow(/events\.dateline cannot be read/);
			rmSync(join(folder, 'dossier.json'));
			await expect(loadFolderInto(sql, folder)).rejects.toThrow(
				/no dossier\.json: it is no dossier/
			);
			expect(await storedEvents(sql, 'broken')).toEqual(before);
		});
	}
);
