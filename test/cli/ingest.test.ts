import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { runIngest } from '../../src/cli/ingest';
import { progress } from '../../src/cli/progress';

const articles = 'test/fixtures/articles';
const dated = `${articles}/crews-and-port.txt`;
const undated = `${articles}/no-day.txt`;
const page = `${articles}/page.html`;

let out: string[];
let words: string[];
beforeEach(() => {
	out = [];
	words = [];
	vi.spyOn(console, 'log').mockImplementation((line: string) => void out.push(line));
	vi.spyOn(console, 'error').mockImplementation((line: string) => void words.push(line));
});
afterEach(() => vi.restoreAllMocks());
const data = (): unknown => JSON.parse(out.join('\n'));

describe('dateline ingest', () => {
	it('prints a FeatureCollection of text and pages alike, and says of which file it speaks', async () => {
		expect(await runIngest([dated, page])).toBe(0);
		expect(data()).toMatchObject({ type: 'FeatureCollection' });
		for (const line of words)
			expect(line).toMatch(/^test\/fixtures\/articles\/[a-z-]+\.(txt|html): /);
	});

	it('asks for the day of publication by the name of its option', async () => {
		expect(await runIngest([undated])).toBe(1);
		expect(out).toEqual([]);
		expect(words).toEqual([
			`${undated}: no day of publication was found in it. Give it with --published YYYY-MM-DD.`
		]);
		expect(await runIngest([undated, '--published', '2021-05-18'])).toBe(0);
		expect(data()).toMatchObject({ type: 'FeatureCollection' });
	});

	it('prints the mentions of an article without a day, and says what is missing', async () => {
		expect(await runIngest([undated, '--mentions'])).toBe(0);
		expect(data()).toHaveProperty('dates');
		expect(data()).toHaveProperty('places');
		expect(words[0]).toContain('--published');
	});

	it('prints a list of mentions for several files', async () => {
		expect(await runIngest([dated, page, '--mentions'])).toBe(0);
		expect(data()).toMatchObject([{ file: dated }, { file: page }]);
	});

	it('reads a folder', async () => {
		expect(await runIngest(['--batch', articles, '--mentions'])).toBe(0);
		expect(data()).toMatchObject([{ file: dated }, { file: undated }, { file: page }]);
		expect(words).toContain('3 of 3 articles read.');
	});

	it('prints what the others give where one file is at fault', async () => {
		expect(await runIngest([dated, 'test/no-such-file.txt'])).toBe(1);
		expect(data()).toMatchObject({ type: 'FeatureCollection' });
		expect(words).toContain('There is no file test/no-such-file.txt.');
	});

	it('says in a sentence what it cannot read', async () => {
		const folder = await mkdtemp(join(tmpdir(), 'dateline-ingest-'));
		const cases: [name: string, content: string, words: string][] = [
			['empty.txt', '', 'There is no text'],
			['paper.txt', '%PDF-1.7', 'a PDF file'],
			['menu.html', '<html><body><nav>Home</nav></body></html>', 'No article can be told'],
			['long.txt', 'a '.repeat(10_000_000), 'at most 10,000,000 are read']
		];
		try {
			for (const [name, content, sentence] of cases) {
				await writeFile(join(folder, name), content);
				expect(await runIngest([join(folder, name)])).toBe(1);
				expect(words.at(-1)).toContain(sentence);
				expect(words.at(-1)).toContain(name);
			}
		} finally {
			await rm(folder, { recursive: true });
		}
		expect(await runIngest([articles])).toBe(1);
		expect(words.at(-1)).toContain('--batch');
		expect(await runIngest(['--batch', 'test/no-such-folder'])).toBe(1);
		expect(await runIngest(['--batch', 'test/cli'])).toBe(1);
		expect(await runIngest([dated, '--dossier', 'test/no-such-folder'])).toBe(1);
		expect(words.at(-1)).toContain('no folder');
		expect(out).toEqual([]);
	});

	it('reads against a dossier', async () => {
		const dossier = ['--dossier', 'test/fixtures/dossiers/sound'];
		expect(await runIngest([dated, ...dossier])).toBe(0);
		expect(data()).toMatchObject({ type: 'FeatureCollection' });
	});

	it('tells wrong use from wrong input', async () => {
		expect(await runIngest([])).toBe(2);
		expect(await runIngest(['--colour', dated])).toBe(2);
		expect(await runIngest([dated, '--published', 'yesterday'])).toBe(2);
		expect(await runIngest([dated, '--published', '2021-02-30'])).toBe(2);
		expect(await runIngest([dated, '--url', 'javascript:alert(1)'])).toBe(2);
		expect(await runIngest([dated, page, '--url', 'https://lake.example/a'])).toBe(2);
		expect(await runIngest(['--batch', articles, '--title', 'Talks'])).toBe(2);
		expect(await runIngest(['-', '-'])).toBe(2);
		expect(out).toEqual([]);
		expect(await runIngest(['--help'])).toBe(0);
		expect(out[0]).toContain('Usage: dateline ingest');
	});
});

describe('the progress of many articles', () => {
	it('is a bar on a terminal, and moves out of the way of words', () => {
		const written: string[] = [];
		vi.spyOn(process.stderr, 'write').mockImplementation((text) => written.push(String(text)) > 0);
		const bar = progress(2, true);
		bar.step();
		bar.say('a.txt: something');
		bar.step();
		bar.end();
		expect(words).toEqual(['a.txt: something']);
		expect(written[0]).toContain('0/2');
		expect(written.at(-2)).toMatch(/^\r\[#+\] 2\/2$/);
	});

	it('is a line now and then elsewhere, and nothing for files that were named', () => {
		const bar = progress(25, false);
		for (let i = 0; i < 25; i++) bar.step();
		progress(0, true).step();
		expect(words).toEqual([
			'10 of 25 articles read.',
			'20 of 25 articles read.',
			'25 of 25 articles read.'
		]);
	});
});
