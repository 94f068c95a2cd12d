import { mkdtemp, open, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { checkDossier } from '../../../src/lib/core/dossier/check';
import type { Note } from '../../../src/lib/core/dossier/note';
import { readDossierFolder } from '../../../src/lib/server/read-folder';

interface Expected {
	/** Ids of the events that are left, in any order. */
	events: string[];
	/** Of them, those without a date, and those without a point. */
	undated?: string[];
	unplaced?: string[];
	/** Ids of the author's notes that are left, in any order; without: none were there. */
	authorNotes?: string[];
	/** Each field as it begins or, for `mend` and `found`, as it is contained. */
	notes: Partial<Note>[];
}

const fixtures = join(import.meta.dirname, '../../fixtures/dossiers');
const names = (await readdir(fixtures, { withFileTypes: true }))
	.filter((entry) => entry.isDirectory())
	.map((entry) => entry.name);

async function check(folder: string, name: string) {
	return checkDossier(name, (await readDossierFolder(folder)).files);
}

describe('a dossier with one fault keeps its sound rest and gets the note', () => {
	it.each(names)('%s', async (name) => {
		const expected = JSON.parse(
			await readFile(join(fixtures, `${name}.expected.json`), 'utf8')
		) as Expected;
		const { dossier, notes } = await check(join(fixtures, name), name);
		const events = dossier?.events ?? [];
		expect(events.map(({ id }) => id).sort()).toEqual(expected.events.toSorted());
		expect(events.filter(({ when }) => !when).map(({ id }) => id)).toEqual(expected.undated ?? []);
		expect(events.filter(({ geometry }) => !geometry).map(({ id }) => id)).toEqual(
			expected.unplaced ?? []
		);
		expect((dossier?.notes ?? []).map(({ id }) => id).sort()).toEqual(
			(expected.authorNotes ?? []).toSorted()
		);
		expect(notes).toHaveLength(expected.notes.length);
		expected.notes.forEach((note, i) => {
			const found = notes[i] as Note;
			expect(found.file).toBe(note.file);
			expect(found.feature).toBe(note.feature);
			expect(found.field).toBe(note.field);
			expect(found.expected).toContain(note.expected);
			expect(found.found).toContain(note.found);
			expect(found.mend).toContain(note.mend);
		});
	});

	it('too-large: a file of 200 MB is not read, and the rest is shown', async () => {
		const folder = await mkdtemp(join(tmpdir(), 'dateline-too-large-'));
		try {
			const file = await open(join(folder, 'events.geojson'), 'w');
			await file.truncate(200 * 1024 * 1024);
			await file.close();
			const { files } = await readDossierFolder(folder);
			const sound = await readDossierFolder(join(fixtures, 'sound'));
			const { dossier, notes } = checkDossier('sound', { ...sound.files, ...files });
			expect(dossier?.sources).toHaveLength(2);
			expect(notes).toEqual([
				expect.objectContaining({
					file: 'events.geojson',
					expected: 'at most 64 MB',
					found: '200 MB'
				})
			]);
		} finally {
			await rm(folder, { recursive: true });
		}
	});

	it('empty-folder: nothing is left, and each missing file is named', async () => {
		const folder = await mkdtemp(join(tmpdir(), 'dateline-empty-folder-'));
		try {
			const { dossier, notes } = await check(folder, 'empty-folder');
			expect(dossier).toBeNull();
			expect(notes.map(({ file }) => file)).toEqual([
				'dossier.json',
				'sources.json',
				'events.geojson'
			]);
			for (const note of notes) expect(note.mend).not.toBe('');
		} finally {
			await rm(folder, { recursive: true });
		}
	});
});

describe('hostile dossiers', () => {
	const bytes = (text: string) => new TextEncoder().encode(text);

	it('are not parsed when nested too deep', () => {
		const { notes } = checkDossier('deep', {
			'events.geojson': bytes('['.repeat(100_000) + ']'.repeat(100_000))
		});
		expect(notes).toContainEqual(
			expect.objectContaining({ file: 'events.geojson', found: '100000 levels' })
		);
	});

	it('do not reach the prototype', () => {
		checkDossier('polluted', {
			'dossier.json': bytes(
				'{"__proto__":{"polluted":true},"constructor":{"prototype":{"polluted":true}}}'
			)
		});
		expect(({} as { polluted?: boolean }).polluted).toBeUndefined();
	});

	it('keep their claims’ own numbers in the notes when several are unsound', () => {
		const claim = (source: unknown) => ({ by: 'x', stance: 'reports', text: 't', source });
		const feature = {
			type: 'Feature',
			id: 'e',
			geometry: null,
			properties: {
				title: 'T',
				when: '2021',
				type: 'talks',
				claims: [claim(1), claim('s'), claim(2), claim('s'), claim(null)]
			}
		};
		const { notes, dossier } = checkDossier('d', {
			'dossier.json': bytes(
				'{"dateline":1,"id":"d","title":"D","types":[{"id":"talks","label":"Talks","role":"word"}]}'
			),
			'sources.json': bytes(
				'[{"id":"s","type":"webpage","title":"S","issued":{"date-parts":[[2021]]}}]'
			),
			'events.geojson': bytes(JSON.stringify({ type: 'FeatureCollection', features: [feature] }))
		});
		expect(notes.map(({ field }) => field)).toEqual([
			'properties.claims[0].source',
			'properties.claims[2].source',
			'properties.claims[4].source',
			'properties.claims[1].by',
			'properties.claims[3].by'
		]);
		expect(dossier?.events[0]?.claims).toHaveLength(2);
	});

	it('in other encodings are told so', () => {
		const { notes } = checkDossier('latin', { 'dossier.json': new Uint8Array([0x7b, 0xe9, 0x7d]) });
		expect(notes[0]).toMatchObject({ file: 'dossier.json', expected: 'text in UTF-8' });
	});
});
