import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { runColumns } from '../../src/cli/columns';
import { columnsOf } from '../../src/lib/core/columns/from-dossier';
import { checkDossier } from '../../src/lib/core/dossier/check';
import { dictionariesOf, entriesOf, opened, written } from '../core/columns/memory';
import { syntheticColumns } from '../synthetic/columns';
import { collection, syntheticFiles, writeDossier } from '../synthetic/dossier';

interface Feature {
	id: string;
	properties: Record<string, unknown>;
}

describe('dateline columns', () => {
	let data: string;
	let folder: string;
	let out: string[];
	let words: string[];
	beforeEach(() => {
		data = mkdtempSync(join(tmpdir(), 'dateline-columns-'));
		folder = join(data, 'synthetic');
		out = [];
		words = [];
		vi.spyOn(console, 'log').mockImplementation((line: string) => void out.push(line));
		vi.spyOn(console, 'error').mockImplementation((line: string) => void words.push(line));
	});
	afterEach(() => {
		vi.restoreAllMocks();
		rmSync(data, { recursive: true, force: true });
	});
	const path = (name: string) => join(folder, name);
	const file = () => opened(new Uint8Array(readFileSync(path('events.dateline'))));
	const featuresOf = (name = 'events.geojson') =>
		(JSON.parse(readFileSync(path(name), 'utf8')) as { features: Feature[] }).features;

	it('writes columns that say what the dossier says, and back what stood there', async () => {
		const files = syntheticFiles({ events: 600 });
		(files['events.geojson'] as { features: Feature[] }).features.forEach(({ properties }, i) => {
			properties['time'] = `${String(i % 24).padStart(2, '0')}:00`;
		});
		writeDossier(data, 'synthetic', files);
		expect(await runColumns([folder])).toBe(0);
		expect(out).toEqual([path('events.dateline')]);
		expect(words).toEqual(['Events: 600.']);
		const { dossier } = checkDossier(
			'synthetic',
			Object.fromEntries(
				Object.entries(files).map(([name, value]) => [
					name,
					new TextEncoder().encode(JSON.stringify(value))
				])
			)
		);
		if (!dossier) throw new Error('no dossier');
		expect(await (await file()).columns()).toEqual(columnsOf(dossier, 0));

		const before = featuresOf();
		rmSync(path('events.geojson'));
		expect(await runColumns([folder, '--back'])).toBe(0);
		// What is null stands for nothing, in a file from a GIS too: it is left out.
		const told = (features: Feature[]) =>
			features
				.map(({ properties, ...rest }) => ({
					...rest,
					properties: Object.fromEntries(
						Object.entries(properties).filter(([, value]) => value !== null)
					)
				}))
				.sort((a, b) => (a.id < b.id ? -1 : 1));
		expect(told(featuresOf())).toEqual(told(before));
		expect(readdirSync(folder).filter((name) => name.startsWith('.'))).toEqual([]);
	});

	it('finds events by id, source and word', async () => {
		writeDossier(data, 'synthetic', syntheticFiles({ events: 300 }));
		await runColumns([folder]);
		const found = await file();
		const row = (await found.rowOf('event-77')) as number;
		expect((await found.records([row])).get(row)?.event).toMatchObject({ id: 'event-77' });
		const citing = featuresOf().filter(({ properties }) =>
			JSON.stringify(properties['claims']).includes('"source-7"')
		);
		expect((await found.rowsCiting(['source-7'])).length).toBe(citing.length);
		const harbour = featuresOf().filter(({ properties }) =>
			/harbour/.test(`${properties['title']}`)
		);
		expect((await found.rowsWithWord('harb')).length).toBe(harbour.length);
	});

	it('writes an event as it is once mended, and says what was to mend', async () => {
		const files = syntheticFiles({ events: 20 });
		const { features } = files['events.geojson'] as { features: Feature[] };
		(features[3] as Feature).properties['when'] = '13 May 2021';
		writeDossier(data, 'synthetic', files);
		expect(await runColumns([folder])).toBe(0);
		expect(words[0]).toMatch(/^events\.geojson · event-3 · properties\.when: expected /);
		const found = await file();
		const row = (await found.rowOf('event-3')) as number;
		expect((await found.records([row])).get(row)?.event).toMatchObject({
			id: 'event-3',
			properties: { when: null }
		});
	});

	it('puts the sources that came with the columns into sources.json, each once', async () => {
		const columns = syntheticColumns(1500, 3);
		writeDossier(data, 'synthetic', { 'sources.json': [{ id: 'source-4', title: 'Mine' }] });
		writeFileSync(
			path('events.dateline'),
			await written(entriesOf(columns), dictionariesOf(columns))
		);
		expect(await runColumns([folder, '--back'])).toBe(0);
		const sources = JSON.parse(readFileSync(path('sources.json'), 'utf8')) as { id: string }[];
		expect(sources[0]).toEqual({ id: 'source-4', title: 'Mine' });
		expect(new Set(sources.map(({ id }) => id)).size).toBe(1000);
		expect(sources.length).toBe(1000);
		expect(featuresOf().length).toBe(1500);
	});

	it('writes over nothing unless it is told to', async () => {
		writeDossier(data, 'synthetic', syntheticFiles({ events: 5 }));
		writeFileSync(path('events.dateline'), 'mine');
		expect(await runColumns([folder])).toBe(1);
		expect(words).toEqual([
			`${path('events.dateline')} is there already: nothing was written. Add --force to write over it.`
		]);
		expect(readFileSync(path('events.dateline'), 'utf8')).toBe('mine');
		expect(await runColumns([folder, '--back'])).toBe(1);
		expect(await runColumns([folder, '--force'])).toBe(0);
		expect((await file()).length).toBe(5);
	});

	it('says that a file is damaged, and leaves what is there', async () => {
		writeDossier(data, 'synthetic', syntheticFiles({ events: 5 }));
		await runColumns([folder]);
		const bytes = readFileSync(path('events.dateline'));
		writeFileSync(path('events.dateline'), bytes.subarray(0, bytes.length - 9));
		const before = readFileSync(path('events.geojson'), 'utf8');
		expect(await runColumns([folder, '--back', '--force'])).toBe(1);
		expect(words.at(-1)).toMatch(/^events\.dateline, its header: expected \d+ bytes from byte /);
		expect(readFileSync(path('events.geojson'), 'utf8')).toBe(before);
	});

	it('tells wrong use from wrong input', async () => {
		writeDossier(data, 'synthetic', { 'events.geojson': collection([{ type: 'Feature' }]) });
		expect(await runColumns([])).toBe(2);
		expect(await runColumns([folder, '--sideways'])).toBe(2);
		expect(await runColumns([path('none')])).toBe(1);
		expect(await runColumns([folder])).toBe(1);
		expect(words.at(-1)).toBe('Nothing was written: no event of it is sound.');
		expect(await runColumns(['--help'])).toBe(0);
		expect(out[0]).toContain('Usage: dateline columns');
		expect(readdirSync(folder)).toEqual(['events.geojson']);
	});
});

describe('the check', () => {
	it('notes that events are too many for events.geojson', () => {
		const feature = (i: number) => ({
			type: 'Feature',
			id: `event-${i}`,
			properties: {
				title: 'Shots',
				type: 'clash',
				claims: [{ by: 'A paper', stance: 'reports', text: 'Shots.', source: 'a' }]
			}
		});
		const notesOf = (events: number) =>
			checkDossier('many', {
				'events.geojson': new TextEncoder().encode(
					JSON.stringify(collection(Array.from({ length: events }, (_, i) => feature(i))))
				)
			}).notes.filter(({ expected }) => expected.startsWith('at most 20000 events'));
		expect(notesOf(20_000)).toEqual([]);
		expect(notesOf(20_001)).toEqual([
			{
				file: 'events.geojson',
				expected: 'at most 20000 events, as many as a page can hold',
				found: '20001',
				mend: 'Write them as events.dateline with dateline columns, and give the folder.'
			}
		]);
	}, 60_000);
});
