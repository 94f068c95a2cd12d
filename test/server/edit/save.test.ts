import {
	chmodSync,
	mkdirSync,
	mkdtempSync,
	readdirSync,
	readFileSync,
	rmSync,
	statSync,
	symlinkSync,
	writeFileSync
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { DossierFile } from '../../../src/lib/core/dossier/check';
import { readFiles, saveFiles, tidyFolder } from '../../../src/lib/server/edit/save';
import { writeSteps } from '../../../src/lib/server/edit/write';
import { collection, texts, type Texts } from './dossiers';

const before = texts({
	'dossier.json': { dateline: 1, id: 'mine', title: 'Mine' },
	'sources.json': [{ id: 'one' }, { id: 'two' }],
	'events.geojson': collection([])
});
const LEFT_OVER = '.dateline-0b9b1b54-6a2c-4d9e-8d59-2c5f1f0f9c11.draft';

let data: string;
let folder: string;
beforeEach(() => {
	data = mkdtempSync(join(tmpdir(), 'dateline-save-'));
	folder = join(data, 'mine');
	mkdirSync(folder);
	for (const [name, text] of Object.entries(before)) put(name, text);
});
afterEach(() => rmSync(data, { recursive: true, force: true }));

const put = (name: string, text: string | Uint8Array) => writeFileSync(join(folder, name), text);
const stand = () =>
	Object.fromEntries(
		readdirSync(folder).map((name) => [name, readFileSync(join(folder, name), 'utf8')])
	);

async function base(): Promise<Partial<Record<DossierFile, string | null>>> {
	const { files } = await readFiles(folder);
	return Object.fromEntries(Object.entries(files).map(([name, { hash }]) => [name, hash]));
}
async function save(files: Texts) {
	return saveFiles(folder, { base: await base(), files });
}

describe('a save', () => {
	it('writes what it is given to the letter, and leaves nothing else behind', async () => {
		const files = { 'sources.json': '[\r\n{ "id": "two" } ]', 'events.geojson': '{"features":[]}' };
		await save(files);
		expect(stand()).toEqual({ ...before, ...files });
	});

	it('says the hashes with which the next one is let in', async () => {
		const first = await save({ 'sources.json': '[1]' });
		const second = await saveFiles(folder, {
			base: { 'sources.json': first.files['sources.json']?.hash ?? null },
			files: { 'sources.json': '[2]' }
		});
		expect(second.files['sources.json']?.hash).toBe((await base())['sources.json']);
		expect(second.rev).toBe((await readFiles(folder)).rev);
		expect(second.rev).not.toBe(first.rev);
	});

	it('makes a file that was not there, and keeps who may read one that was', async () => {
		chmodSync(join(folder, 'sources.json'), 0o640);
		await saveFiles(folder, {
			base: { ...(await base()), 'notes.geojson': null },
			files: { 'notes.geojson': '{}', 'sources.json': '[]' }
		});
		expect(stand()['notes.geojson']).toBe('{}');
		expect(statSync(join(folder, 'sources.json')).mode & 0o777).toBe(0o640);
	});

	it('takes away what a server that was killed left, and nothing of yours', async () => {
		put(LEFT_OVER, 'half');
		put('.mine', 'mine');
		await save({ 'sources.json': '[]' });
		expect(Object.keys(stand()).toSorted()).toEqual(['.mine', ...Object.keys(before)].toSorted());
		put(LEFT_OVER, 'half');
		await tidyFolder(folder);
		expect(stand()).not.toHaveProperty([LEFT_OVER]);
	});

	it('writes a file with a byte order mark without one, and the next save is let in', async () => {
		put('sources.json', `\ufeff${before['sources.json']}`);
		expect((await readFiles(folder)).files['sources.json']?.text).toBe(before['sources.json']);
		await save({ 'sources.json': before['sources.json'] as string });
		expect(stand()['sources.json']).toBe(before['sources.json']);
		await save({ 'sources.json': '[]' });
		expect(stand()['sources.json']).toBe('[]');
	});
});

describe('a conflict', () => {
	it('is told with what stands in the folder now, and writes nothing', async () => {
		const read = await base();
		put('events.geojson', '{"features":[1]}');
		const at = (await base())['events.geojson'];
		const saving = saveFiles(folder, {
			base: read,
			files: { 'sources.json': '[]', 'events.geojson': '{}' }
		});
		await expect(saving).rejects.toMatchObject({
			status: 409,
			message: expect.stringMatching(/^events\.geojson has changed/) as string,
			more: { files: { 'events.geojson': { text: '{"features":[1]}', hash: at } } }
		});
		expect(stand()).toEqual({ ...before, 'events.geojson': '{"features":[1]}' });
	});

	it('is one too in a file that is not written but was read beside it', async () => {
		const read = await base();
		put('sources.json', '[]');
		await expect(
			saveFiles(folder, { base: read, files: { 'events.geojson': '{}' } })
		).rejects.toMatchObject({ status: 409, more: { files: { 'sources.json': { text: '[]' } } } });
	});

	it('is a file that came, or went, or cannot be read as text any more', async () => {
		const read = { ...(await base()), 'notes.geojson': null };
		put('notes.geojson', '{}');
		rmSync(join(folder, 'events.geojson'));
		put('sources.json', Uint8Array.of(0xff, 0xfe));
		const closed = { text: null, hash: null };
		await expect(
			saveFiles(folder, { base: read, files: { 'dossier.json': '{}' } })
		).rejects.toMatchObject({
			more: {
				files: {
					'notes.geojson': { text: '{}' },
					'events.geojson': closed,
					'sources.json': closed
				}
			}
		});
	});

	it('is none where the file already says what is to be written: a lost answer may be asked for again', async () => {
		const request = { base: await base(), files: { 'sources.json': '[]' } };
		expect(await saveFiles(folder, request)).toEqual(await saveFiles(folder, request));
	});

	it('meets the second of two saves at once, and the first is not touched by it', async () => {
		const read = await base();
		const both = ['[1]', '[2]'].map((text) =>
			saveFiles(folder, {
				base: read,
				files: { 'dossier.json': text, 'sources.json': text, 'events.geojson': text }
			})
		);
		const [first, second] = await Promise.allSettled(both);
		expect(first?.status).toBe('fulfilled');
		expect(second).toMatchObject({ status: 'rejected', reason: { status: 409 } });
		expect(new Set(Object.values(stand()))).toEqual(new Set(['[1]']));
	});

	it('that comes up while the disk is busy leaves every file as it is', async () => {
		const steps = [{ name: 'sources.json', text: '[]' } as const];
		const late = () => Promise.reject(new Error('late'));
		await expect(writeSteps(folder, steps, late)).rejects.toThrow('late');
		expect(stand()).toEqual(before);
	});
});

describe('a link', () => {
	it('that stands for the dossier’s folder is not followed', async () => {
		const elsewhere = mkdtempSync(join(tmpdir(), 'dateline-elsewhere-'));
		symlinkSync(elsewhere, join(data, 'link'));
		await expect(
			saveFiles(join(data, 'link'), {
				base: { 'sources.json': null },
				files: { 'sources.json': '[]' }
			})
		).rejects.toMatchObject({ status: 403 });
		writeFileSync(join(elsewhere, LEFT_OVER), '');
		await tidyFolder(join(data, 'link'));
		expect(readdirSync(elsewhere)).toEqual([LEFT_OVER]);
		rmSync(elsewhere, { recursive: true });
	});

	it('that stands for a file is neither followed nor replaced', async () => {
		writeFileSync(join(data, 'export.json'), '[]');
		rmSync(join(folder, 'sources.json'));
		symlinkSync(join(data, 'export.json'), join(folder, 'sources.json'));
		await expect(save({ 'sources.json': '[1]' })).rejects.toMatchObject({
			status: 403,
			message: expect.stringContaining('sources.json is a link') as string
		});
		expect(readFileSync(join(data, 'export.json'), 'utf8')).toBe('[]');
	});

	it('to the whole data folder is nobody’s business', async () => {
		symlinkSync(data, `${data}-link`);
		await saveFiles(join(`${data}-link`, 'mine'), {
			base: await base(),
			files: { 'sources.json': '[]' }
		});
		rmSync(`${data}-link`);
		expect(stand()['sources.json']).toBe('[]');
	});
});
