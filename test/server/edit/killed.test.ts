import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from 'vite';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { DOSSIER_FILES } from '../../../src/lib/core/dossier/check';
import { tidyFolder } from '../../../src/lib/server/edit/save';
import { seeded, syntheticFiles } from '../../synthetic/dossier.js';
import { notesOf, texts, type Texts } from './dossiers';

const KILLS = 20;
/** Calls of the file system in one save of all files, about. */
const CALLS = 45;

/** Two dossiers of one folder that have no id in common: nothing of one may go before all of the other is there. */
const one = texts(syntheticFiles({ id: 'mine', events: 200, seed: 1 }));
const other: Texts = Object.fromEntries(
	Object.entries(texts(syntheticFiles({ id: 'mine', events: 200, seed: 2 }))).map(
		([name, text]) => [name, text.replace(/\b(source|place|actor|type|event)-(?=\d)/g, 'other-$1-')]
	)
);

let data: string;
let folder: string;
let command: string[];
beforeAll(async () => {
	data = mkdtempSync(join(tmpdir(), 'dateline-killed-'));
	folder = join(data, 'mine');
	mkdirSync(folder);
	const paths = [one, other].map((files, i) => {
		writeFileSync(join(data, `${i}.json`), JSON.stringify(files));
		return join(data, `${i}.json`);
	});
	for (const [name, text] of Object.entries(one)) writeFileSync(join(folder, name), text);
	await build({
		configFile: false,
		logLevel: 'error',
		publicDir: false,
		ssr: { noExternal: true },
		build: { ssr: 'test/server/edit/writer.ts', outDir: join(data, 'writer'), minify: false }
	});
	const [script = ''] = readdirSync(join(data, 'writer'));
	command = [join(data, 'writer', script), folder, ...paths];
}, 60_000);
afterAll(() => rmSync(data, { recursive: true, force: true }));

/** What stands in the folder, drafts left out. */
function stand(): Texts {
	return Object.fromEntries(
		DOSSIER_FILES.filter((name) => readdirSync(folder).includes(name)).map((name) => [
			name,
			readFileSync(join(folder, name), 'utf8')
		])
	);
}

/** The records in a file, each as text; it throws on a file that is cut off. */
function recordsIn(text: string | undefined): Set<string> {
	const value = JSON.parse(text ?? '') as Record<string, unknown[]> & unknown[];
	const lists = Array.isArray(value)
		? [value]
		: [value['features'], value['types'], value['actors']];
	return new Set(lists.flatMap((list) => (list ?? []).map((item) => JSON.stringify(item))));
}

describe('a server that is killed while it writes', () => {
	const random = seeded(20);
	const kills = Array.from({ length: KILLS }, () => ({
		call: 1 + Math.floor(random() * CALLS),
		when: random() < 0.5 ? 'before' : 'amid'
	}));
	it.each(kills)(
		'leaves each file old or new, whole, and no id that leads nowhere ($when call $call)',
		async ({ call, when }) => {
			const args = [...command, String(call), when];
			const writer = spawn(process.execPath, args, { stdio: 'inherit' });
			expect(await once(writer, 'exit')).toEqual([null, 'SIGKILL']);

			const files = stand();
			expect(Object.keys(files).toSorted()).toEqual(Object.keys(one).toSorted());
			for (const name of Object.keys(one) as (keyof Texts)[]) {
				const found = recordsIn(files[name]);
				const mine = recordsIn(one[name]);
				const theirs = recordsIn(other[name]);
				expect([mine, theirs].some((all) => [...all].every((item) => found.has(item)))).toBe(true);
				expect([...found].filter((item) => !mine.has(item) && !theirs.has(item))).toEqual([]);
			}
			expect(notesOf(files)).toEqual(notesOf(one));
		}
	);

	it('has its leavings taken away at the next start', async () => {
		await tidyFolder(folder);
		expect(readdirSync(folder).toSorted()).toEqual(Object.keys(one).toSorted());
	});
});
