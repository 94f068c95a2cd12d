import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { runRender } from '../../src/cli/render';

const DOSSIER = 'geodata/armenia-azerbaijan';
const SMALL = 'sourcelist=0&width=400&height=300';

describe('dateline render', () => {
	let folder: string;
	let out: Buffer[];
	let words: string[];
	beforeEach(() => {
		folder = mkdtempSync(join(tmpdir(), 'dateline-render-'));
		out = [];
		words = [];
		vi.spyOn(console, 'log').mockImplementation((line: string) => void out.push(Buffer.from(line)));
		vi.spyOn(console, 'error').mockImplementation((line: string) => void words.push(line));
		vi.spyOn(process.stdout, 'write').mockImplementation(((
			data: Uint8Array,
			done?: (error?: Error) => void
		) => {
			out.push(Buffer.from(data));
			done?.();
			return true;
		}) as typeof process.stdout.write);
	});
	afterEach(() => {
		vi.restoreAllMocks();
		rmSync(folder, { recursive: true, force: true });
	});

	it.each([
		['svg', '<svg '],
		['png', '\u0089PNG'],
		['pdf', '%PDF-1.7']
	])('writes %s by the ending of the file, and nothing to stdout', async (format, start) => {
		const path = join(folder, `figure.${format}`);
		expect(await runRender([DOSSIER, '--view', SMALL, '--out', path])).toBe(0);
		expect(readFileSync(path).toString('latin1', 0, start.length)).toBe(start);
		expect(out).toEqual([]);
		expect(words.at(-1)).toMatch(new RegExp(`^58 events, \\d+ bytes of ${format}\\.$`));
	});

	it('writes to stdout where no file is named', async () => {
		expect(await runRender([DOSSIER, '--view', `${SMALL}&from=2022-04-01`])).toBe(0);
		expect(Buffer.concat(out).toString()).toMatch(/^<svg [^]*<\/svg>$/);
		expect(words).toHaveLength(1);
	});

	it('says on stderr what of the view could not be taken, and draws the rest', async () => {
		expect(await runRender([DOSSIER, '--view', `${SMALL}&from=someday`])).toBe(0);
		expect(words[0]).toContain('“from=someday” was left out');
	});

	it.each([
		['no such event', [DOSSIER, '--view', 'event=nobody']],
		['too large a size', [DOSSIER, '--view', 'width=10000']],
		['no folder', ['no/such/folder']],
		['nothing sound in it', ['test/fixtures']],
		['a file that cannot be written', [DOSSIER, '--view', SMALL, '--out', 'no/such/folder/a.svg']]
	])('exits 1 for %s, with the reason', async (_, args) => {
		expect(await runRender(args)).toBe(1);
		expect(words.at(-1)).toMatch(/\.$/);
		expect(out).toEqual([]);
	});

	it('refuses a format that the ending of the file gainsays, and says what to mend', async () => {
		const path = join(folder, 'figure.svg');
		expect(await runRender([DOSSIER, '--view', SMALL, '--format', 'png', '--out', path])).toBe(2);
		expect(words.join()).toMatch(/figure\.svg ends as svg, and --format says png: let both say/);
		expect(existsSync(path)).toBe(false);
	});

	it.each(['figure', 'figure.v2', 'figure.PNG'])(
		'takes the format where the ending of %s says no other',
		async (name) => {
			const path = join(folder, name);
			expect(await runRender([DOSSIER, '--view', SMALL, '--format', 'png', '--out', path])).toBe(0);
			expect(readFileSync(path).toString('latin1', 0, 4)).toBe('\u0089PNG');
		}
	);

	it.each([[[]], [['a', 'b']], [[DOSSIER, '--colour']], [[DOSSIER, '--out', 'figure.gif']]])(
		'exits 2 where it is used wrongly: %j',
		async (args) => {
			expect(await runRender(args)).toBe(2);
			expect(words.join()).toContain('Usage: dateline render');
		}
	);

	it('tells how it is used', async () => {
		expect(await runRender(['--help'])).toBe(0);
		expect(out.join()).toContain('Usage: dateline render');
	});
});
