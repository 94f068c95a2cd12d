import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { runCheck } from '../../src/cli/check';
import { runInit } from '../../src/cli/init';
import { checkDossier } from '../../src/lib/core/dossier/check';
import { dossierTemplate } from '../../src/lib/core/dossier/template';

const FILES = ['dossier.json', 'sources.json', 'places.geojson', 'events.geojson', 'notes.geojson'];

describe('dateline init', () => {
	let folder: string;
	let out: string[];
	let words: string[];
	beforeEach(() => {
		folder = mkdtempSync(join(tmpdir(), 'dateline-init-'));
		out = [];
		words = [];
		vi.spyOn(console, 'log').mockImplementation((line: string) => void out.push(line));
		vi.spyOn(console, 'error').mockImplementation((line: string) => void words.push(line));
	});
	afterEach(() => {
		vi.restoreAllMocks();
		rmSync(folder, { recursive: true, force: true });
	});
	const headerOf = (path: string) =>
		JSON.parse(readFileSync(join(path, 'dossier.json'), 'utf8')) as Record<string, unknown>;

	it('writes a dossier in which the strict check finds nothing, and says what it wrote', async () => {
		const path = join(folder, 'new', 'harbour-strike');
		expect(await runInit([path])).toBe(0);
		expect(out.toSorted()).toEqual([...FILES, 'README.md'].map((n) => join(path, n)).sort());
		expect(await runCheck([path, '--strict'])).toBe(0);
		expect(words.at(-1)).toBe('Events: 0. Sources: 0. Places: 0. Nothing to mend.');
		expect(headerOf(path)).toMatchObject({ id: 'harbour-strike', title: 'Harbour strike' });
	});

	it('takes title and language, and a folder that is there but empty', async () => {
		const path = join(folder, 'sevan');
		mkdirSync(path);
		expect(await runInit([path, '--title', 'Around “Sevan”', '--language', 'hy'])).toBe(0);
		expect(headerOf(path)).toMatchObject({
			title: 'Around “Sevan”',
			language: 'hy',
			labelLanguages: ['hy', 'en']
		});
		expect(await runCheck([path, '--strict'])).toBe(0);
	});

	it('names the schemas for editors where they are to be found, and nowhere else', async () => {
		expect(await runInit([join(folder, 'outside')])).toBe(0);
		expect(headerOf(join(folder, 'outside'))).not.toHaveProperty('$schema');
		mkdirSync(join(folder, 'clone/static/schema'), { recursive: true });
		writeFileSync(join(folder, 'clone/static/schema/dossier.schema.json'), '{}');
		expect(await runInit([join(folder, 'clone/geodata/inside')])).toBe(0);
		expect(headerOf(join(folder, 'clone/geodata/inside'))).toMatchObject({
			$schema: '../../static/schema/dossier.schema.json'
		});
	});

	it('leaves a folder alone that holds anything', async () => {
		const path = join(folder, 'mine');
		mkdirSync(path);
		writeFileSync(join(path, '.hidden'), 'mine');
		expect(await runInit([path])).toBe(1);
		expect(readdirSync(path)).toEqual(['.hidden']);
		expect(words).toEqual([
			`${path} is not empty: nothing was written. Name a folder that is not there yet.`
		]);
		writeFileSync(join(folder, 'file'), '');
		expect(await runInit([join(folder, 'file')])).toBe(1);
		expect(words.at(-1)).toContain('is there already, and is no folder');
	});

	it.each(['Harbour', 'my dossier', 'schema', 'health', 'ł', 'a'.repeat(121)])(
		'refuses a folder named %s, which could be no address',
		async (name) => {
			expect(await runInit([join(folder, name)])).toBe(1);
			expect(readdirSync(folder)).toEqual([]);
			expect(words).toHaveLength(1);
		}
	);

	it('tells wrong use from wrong input', async () => {
		const path = join(folder, 'mine');
		expect(await runInit([])).toBe(2);
		expect(await runInit(['a', 'b'])).toBe(2);
		expect(await runInit([path, '--colour', 'red'])).toBe(2);
		expect(await runInit([path, '--language', 'in Armenian'])).toBe(2);
		expect(await runInit([path, '--title', ' '])).toBe(2);
		expect(readdirSync(folder)).toEqual([]);
		expect(await runInit(['--help'])).toBe(0);
		expect(out[0]).toContain('Usage: dateline init');
	});
});

describe('the new dossier', () => {
	const template = { id: 'mine', title: 'Mine', language: 'en', today: '2026-03-01' };
	const bytes = (text: string | undefined) => new TextEncoder().encode(text);

	it('has a README whose examples, copied where it says, make a sound dossier', () => {
		const made = dossierTemplate(template);
		const readme = made['README.md'] ?? '';
		const files = Object.fromEntries(
			FILES.map((name) => [name, JSON.parse(made[name] ?? '') as unknown])
		) as Record<string, { features: unknown[]; actors: unknown[] } & unknown[]>;
		const blocks = [
			...readme.matchAll(/## (\S+)\n(?:(?!\n## )[^])*?\nOne of (.*):\n\n```json\n([^]*?)```/g)
		];
		expect(blocks.map(([, file]) => file)).toEqual(FILES);
		for (const [, file = '', list, record = ''] of blocks) {
			const into = files[file];
			const items = { '`actors`': into?.actors, '`features`': into?.features, 'the list': into };
			items[list as keyof typeof items]?.push(JSON.parse(record));
		}
		const { dossier, notes } = checkDossier(
			'mine',
			Object.fromEntries(
				Object.entries(files).map(([name, value]) => [name, bytes(JSON.stringify(value))])
			)
		);
		expect(notes).toEqual([]);
		expect(dossier).toMatchObject({
			header: { actors: [{}] },
			sources: [{}],
			places: [{}],
			events: [{}],
			notes: [{}]
		});
	});

	it('holds a title as it was given, whatever is in it', () => {
		fc.assert(
			fc.property(fc.string({ minLength: 1, maxLength: 200, unit: 'binary' }), (title) => {
				const made = dossierTemplate({ ...template, title });
				const read = JSON.parse(made['dossier.json'] ?? '') as { title: string };
				expect(read.title).toBe(title);
				expect(made['README.md']?.split('\n')[0]).toMatch(/^# /);
			})
		);
	});
});
