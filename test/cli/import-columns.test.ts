import { spawn } from 'node:child_process';
import {
	existsSync,
	mkdirSync,
	mkdtempSync,
	readdirSync,
	readFileSync,
	rmSync,
	writeFileSync
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { inflateRawSync } from 'node:zlib';
import { build } from 'vite';
import { afterAll, afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { runImport } from '../../src/cli/import';
import { readContents, type Contents } from '../../src/cli/import/contents';
import { put } from '../../src/cli/import/put';
import { readAll } from '../../src/cli/import/read-all';
import { fileSink } from '../../src/cli/import/sink';
import { fileSource } from '../../src/cli/import/source';
import { makeTemporary, type Temporary } from '../../src/cli/import/temporary';
import { runInit } from '../../src/cli/init';
import type { EventsFile } from '../../src/lib/core/columns/events-file';
import { openEvents } from '../../src/lib/core/columns/read';
import { openTable } from '../../src/lib/core/import/read/open';
import { writeTable } from '../../scripts/bench/import-table.js';

let folder: string;
let dossier: string;
let words: string[];
beforeEach(async () => {
	folder = mkdtempSync(join(tmpdir(), 'dateline-import-'));
	dossier = join(folder, 'mine');
	words = [];
	vi.spyOn(console, 'log').mockImplementation(() => undefined);
	vi.spyOn(console, 'error').mockImplementation((line: string) => void words.push(line));
	await runInit([dossier]);
	words = [];
});
afterEach(() => {
	vi.restoreAllMocks();
	rmSync(folder, { recursive: true, force: true });
});

const snapshot = () =>
	Object.fromEntries(
		readdirSync(dossier).map((name) => [name, readFileSync(join(dossier, name)).toString('base64')])
	);
const made = (rows: number, seed = 1) => {
	const path = join(folder, `${rows}-${seed}.csv`);
	writeTable(path, { rows, seed });
	return path;
};
async function events(): Promise<EventsFile> {
	const bytes = readFileSync(join(dossier, 'events.dateline'));
	return openEvents(
		async (start, end) => Promise.resolve(bytes.subarray(start, end)),
		async (part) => Promise.resolve(inflateRawSync(part))
	);
}

describe('an import into columns', () => {
	it('puts more than 20,000 events into events.dateline, each with what its row says', async () => {
		const file = made(20_100);
		expect(await runImport([file, '--into', dossier])).toBe(0);
		expect(readdirSync(dossier).toSorted()).toEqual([
			'README.md',
			'dossier.json',
			'events.dateline',
			'notes.geojson',
			'places.geojson',
			'sources.json'
		]);
		const found = await events();
		expect(found.length).toBe(20_100);
		const lines = readFileSync(file, 'utf8').split('\n');
		const columns = await found.columns();
		for (const number of [0, 1, 77, 4_321, 20_099]) {
			const cells = (lines[number + 1] as string).split(',');
			const at = (await found.rowOf(`acled-aaa${number}`)) as number;
			const record = (await found.records([at])).get(at)?.event as {
				id: string;
				geometry: { coordinates: number[] };
			};
			expect(record.id).toBe(`acled-aaa${number}`);
			expect(record.geometry.coordinates).toEqual([Number(cells[8]), Number(cells[7])]);
			expect(columns.lat[at]).toBe(Math.round(Number(cells[7]) * 100_000));
			const town = columns.places.ids[
				columns.places.values[columns.places.starts[at] as number] as number
			] as string;
			expect(town).toContain((cells[6] as string).toLowerCase().replace(' ', '-'));
		}
		for (let i = 1; i < columns.length; i++)
			expect(columns.first[i - 1] as number).toBeLessThanOrEqual(columns.first[i] as number);
	});

	it('takes the events of events.geojson along, keeps the old file, and replaces what comes anew', async () => {
		const few = made(40);
		expect(await runImport([few, '--into', dossier])).toBe(0);
		const before = readFileSync(join(dossier, 'events.geojson'), 'utf8');
		const more = made(60, 2);
		expect(await runImport([more, '--into', dossier, '--columns'])).toBe(0);
		expect(words.join('\n')).toContain(
			'The events of events.geojson are in events.dateline now; the old file is kept as events-before-import.geojson.'
		);
		expect(words.join('\n')).toContain('40 that were there before were imported anew');
		expect(readFileSync(join(dossier, 'events-before-import.geojson'), 'utf8')).toBe(before);
		expect(existsSync(join(dossier, 'events.geojson'))).toBe(false);
		expect((await events()).length).toBe(60);
		expect(await runImport([made(80, 3), '--into', dossier])).toBe(0);
		expect((await events()).length).toBe(80);
		expect(await runImport([made(10, 4), '--into', dossier])).toBe(0);
		expect((await events()).length).toBe(80);
	});

	it('comes to the same whether entries fit the memory or are sorted in many runs', async () => {
		expect(await runImport([made(3_000), '--into', dossier, '--columns'])).toBe(0);
		const once = readFileSync(join(dossier, 'events.dateline'));
		const { contents, source, reading } = await begun(made(3_000));
		const { Runs } = await import('../../src/cli/import/runs');
		const { Stage } = await import('../../src/cli/import/stage');
		const { Gate } = await import('../../src/cli/import/gate');
		const { mapperOf } = await import('../../src/cli/import/mapper');
		const gate = new Gate('line');
		const runs = new Runs((number) => join(reading.folder, `small-${number}`), 50_000);
		const stage = new Stage(mapperOf(reading.spec), reading.before, runs);
		let number = 0;
		for await (const batch of reading.table.batches())
			gate.pass(await stage.take(batch, number), number++);
		const result = await stage.finish();
		await source.close();
		expect(result.runs.length).toBeGreaterThan(10);
		rmSync(join(dossier, 'events.dateline'));
		const read = { gate, stages: [result], vocabulary: result.vocabulary };
		await put({
			...wishes,
			contents: { ...contents, columns: undefined },
			read,
			temporary: reading.folder
		});
		expect(readFileSync(join(dossier, 'events.dateline')).equals(once)).toBe(true);
	});
});

const wishes = {
	columns: true,
	today: '2026-01-01',
	told: () => undefined,
	placing: () => undefined
};

/** What an import has read of the dossier, before it reads its file. */
async function begun(path: string) {
	const contents = (await readContents(dossier)) as Contents;
	const source = await fileSource(path);
	if (typeof source === 'string') throw new Error(source);
	const table = await openTable(source);
	const temporary = (await makeTemporary(dossier)) as Temporary;
	const reading = {
		table,
		size: source.size,
		spec: { columns: table.columns, mapping: undefined },
		before: { taken: new Map<string, string[]>(), actors: [], seasons: 'north' as const },
		folder: temporary.path,
		told: () => undefined
	};
	return { contents, source, temporary, reading };
}

describe('an import that is cut short', () => {
	it.each([0, 1, 5_000, 60_000])(
		'leaves the dossier byte for byte as it was when the disk is full after %s bytes',
		async (room) => {
			const before = snapshot();
			const { contents, source, temporary, reading } = await begun(made(2_000));
			let left = room;
			const read = await readAll(reading);
			await expect(
				put({
					...wishes,
					contents,
					read,
					temporary: temporary.path,
					sinkOf: async (path) => {
						const sink = await fileSink(path);
						return {
							...sink,
							append: async (bytes) => {
								left -= bytes.length;
								if (left < 0)
									throw Object.assign(new Error('no space left on device'), { code: 'ENOSPC' });
								await sink.append(bytes);
							}
						};
					}
				})
			).rejects.toMatchObject({ code: 'ENOSPC' });
			temporary.remove();
			await source.close();
			expect(snapshot()).toEqual(before);
		}
	);

	it('says that the disk is full', async () => {
		const before = snapshot();
		vi.spyOn(console, 'error').mockImplementation((line: string) => void words.push(line));
		// Nothing can be made where there is a file in the folder's place: any fault of the disk reads alike.
		const full = vi
			.spyOn(await import('../../src/cli/import/read-all'), 'readAll')
			.mockRejectedValue(Object.assign(new Error('full'), { code: 'ENOSPC' }));
		expect(await runImport([made(10), '--into', dossier])).toBe(1);
		full.mockRestore();
		expect(words).toContain(
			'There is no room left on the disk: nothing was imported, and the dossier is as it was.'
		);
		expect(snapshot()).toEqual(before);
	});

	it('leaves a folder that the next import removes', async () => {
		const gone = join(dossier, '.dateline-import-999999999-00000000-0000-4000-8000-000000000000');
		mkdirSync(gone);
		writeFileSync(join(gone, 'run-0'), 'half');
		expect(await runImport([made(10), '--into', dossier])).toBe(0);
		expect(existsSync(gone)).toBe(false);
	});

	it('tells of another import that is running, and lets it be', async () => {
		const own = join(
			dossier,
			`.dateline-import-${process.ppid}-00000000-0000-4000-8000-000000000000`
		);
		mkdirSync(own);
		expect(await runImport([made(10), '--into', dossier])).toBe(1);
		expect(words[0]).toContain('Another import into this dossier is running');
		expect(existsSync(own)).toBe(true);
	});
});

describe('the process of an import', () => {
	const built = resolve('node_modules', `.import-test-${process.pid}`);
	afterAll(() => rmSync(built, { recursive: true, force: true }));

	/** Runs the built command; calls `when` once its first run is on the disk. */
	async function run(
		file: string,
		when?: (child: ReturnType<typeof spawn>) => void
	): Promise<{ code: number | null; said: string }> {
		const left = new Set(readdirSync(dossier));
		const args = [join(built, 'dateline.js'), 'import', file, '--into', dossier];
		const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'pipe'] });
		let said = '';
		child.stderr.on('data', (words: Buffer) => (said += words.toString()));
		const ended = new Promise<number | null>((done) => child.on('close', done));
		const isUnderWay = () =>
			readdirSync(dossier).some(
				(name) =>
					!left.has(name) &&
					name.startsWith('.dateline-import-') &&
					readdirSync(join(dossier, name)).length > 0
			);
		if (when) {
			while (child.exitCode === null && !isUnderWay())
				await new Promise((done) => setImmediate(done));
			when(child);
		}
		return { code: await ended, said };
	}

	it('may be killed or interrupted while it reads: the dossier is as it was, and the next import does', async () => {
		vi.restoreAllMocks();
		await build({
			configFile: 'vite.cli.config.ts',
			logLevel: 'silent',
			build: { outDir: built, emptyOutDir: false }
		});
		const file = made(100_000);
		const before = snapshot();
		const killed = await run(file, (child) => child.kill('SIGKILL'));
		expect(killed.code).not.toBe(0);
		const left = readdirSync(dossier).filter((name) => name.startsWith('.dateline-import-'));
		expect(left).toHaveLength(1);
		for (const [name, content] of Object.entries(before))
			expect(readFileSync(join(dossier, name)).toString('base64'), name).toBe(content);

		const interrupted = await run(file, (child) => child.kill('SIGINT'));
		expect(interrupted).toMatchObject({ code: 130 });
		expect(interrupted.said).toContain('Interrupted: nothing was imported');
		expect(snapshot()).toEqual(before);

		expect((await run(file)).code).toBe(0);
		expect((await events()).length).toBe(100_000);
		expect(readdirSync(dossier).some((name) => name.startsWith('.'))).toBe(false);
	}, 120_000);
});
