import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PNG } from 'pngjs';
import { afterAll, describe, expect, it } from 'vitest';
import type { Dossier } from '../../../src/lib/core/dossier/dossier';
import { textWidth } from '../../../src/lib/core/picture/figure-text';
import { PLAIN } from '../../../src/lib/core/picture/outline';
import { drawFigure, Refused, type Format } from '../../../src/lib/server/figure/figure';
import { drawnWidth, outlines } from '../../../src/lib/server/figure/outlines';
import { reliefPart } from '../../../src/lib/server/figure/relief';
import { rendered } from '../../../src/lib/server/figure/renderer';
import { readFigureRequest } from '../../../src/lib/server/figure/request';
import { tool } from '../../clients/tool';
import { readDossier } from '../../dossier';

const shipped = await readDossier('geodata/armenia-azerbaijan');

async function draw(format: Format, query: string, dossier: Dossier = shipped) {
	const file = await drawFigure({
		whole: dossier,
		...readFigureRequest(dossier, query, 18_900),
		format
	});
	return Buffer.from(file);
}

/** The dossier with its first placed event called something else. */
function titled(title: string): Dossier {
	const events = shipped.events.map((event) => ({ ...event, title }));
	return { ...shipped, header: { ...shipped.header, title }, events };
}

const folder = mkdtempSync(join(tmpdir(), 'dateline-figure-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** What one of Poppler's tools says of a PDF. */
function poppler(name: string, args: string[], pdf: Buffer): string {
	const path = join(folder, 'figure.pdf');
	writeFileSync(path, pdf);
	const [before, after] = name === 'pdftotext' ? [args, [path, '-']] : [args, [path]];
	return tool(name, 'poppler-utils').run([...before, ...after]);
}

describe('lettering', () => {
	it.each([
		'Հայ-ադրբեջանական սահման',
		'Kəlbəcər rayonu, Şuşa, Ağdam',
		'Нагорный Карабах',
		'Lake Sev'
	])('of %s has a glyph for every letter, and no more room than the layout gives it', (text) => {
		for (const style of [{}, { semibold: true }, { serif: true, semibold: true }]) {
			const lettering = { ...PLAIN, size: 20, ...style };
			const { d } = outlines(text, lettering);
			const letters = [...text].filter((character) => /\S/.test(character)).length;
			expect((d.match(/M/g) ?? []).length).toBeGreaterThanOrEqual(letters);
			expect(drawnWidth(text, lettering)).toBeLessThanOrEqual(
				textWidth(text, { size: 20, ...style })
			);
			expect(drawnWidth(text, lettering)).toBeGreaterThan(20 * 0.3 * letters);
		}
	});

	it('draws other letters otherwise, in each script', () => {
		const of = (text: string) => outlines(text, PLAIN).d;
		expect(new Set(['ա', 'բ', 'ə', 'e', 'ж', 'з'].map(of)).size).toBe(6);
	});
});

describe('a picture as PNG', () => {
	it('has the size that was asked for, times its scale', async () => {
		const once = PNG.sync.read(await draw('png', 'sourcelist=0&width=640&height=400'));
		expect([once.width, once.height]).toEqual([640, 400]);
		const twice = PNG.sync.read(await draw('png', 'sourcelist=0&width=640&height=400&scale=2'));
		expect([twice.width, twice.height]).toEqual([1280, 800]);
	});

	it('is drawn in the colours of its theme', async () => {
		const pixel = async (theme: string) => {
			const query = `sourcelist=0&width=300&height=300&theme=${theme}`;
			return [...PNG.sync.read(await draw('png', query)).data.subarray(0, 4)];
		};
		expect(await pixel('light')).toEqual([0xfc, 0xfb, 0xf8, 255]);
		expect(await pixel('dark')).toEqual([0x16, 0x19, 0x1d, 255]);
		expect(await pixel('print')).toEqual([255, 255, 255, 255]);
	});

	it('comes close up, far out and across ±180° without breaking its renderer', async () => {
		for (const map of ['14/39.6/46.2', '9.4/40/46', '0/0/0', '3/60/180', '22/-90/180']) {
			const png = PNG.sync.read(await draw('png', `sourcelist=0&width=400&height=300&map=${map}`));
			expect(png.width).toBe(400);
		}
	}, 60_000);

	it('is refused, with the bound, where it would have too many pixels', async () => {
		const asked = draw('png', 'width=4000&height=4000&scale=1');
		await expect(asked).resolves.toBeDefined();
		await expect(draw('png', 'width=1200&height=1200&scale=4')).rejects.toThrow(
			/at most 24 million/
		);
	}, 60_000);

	it('fails alone where its renderer breaks off', async () => {
		await expect(rendered('no picture at all', 1)).rejects.toThrow();
		expect(
			await rendered('<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>', 1)
		).toBeDefined();
	});

	it('holds no more of the relief than is seen', async () => {
		const whole = await reliefPart([0, 0, 1, 1]);
		const part = await reliefPart([0.4, 0.4, 0.5, 0.5]);
		const [all, some] = [PNG.sync.read(whole.png), PNG.sync.read(part.png)];
		expect(some.width).toBeLessThan(all.width / 5);
		const at = (png: PNG, x: number, y: number) => [
			...png.data.subarray(4 * (y * png.width + x), 4 * (y * png.width + x) + 4)
		];
		const [left, top] = [Math.round(part.left * all.width), Math.round(part.top * all.height)];
		for (const [x, y] of [
			[0, 0],
			[7, 11],
			[20, 3]
		] as const)
			expect(at(some, x, y)).toEqual(at(all, left + x, top + y));
	});

	it('has the relief as faint in its pixels as it is drawn', async () => {
		const [full, faint] = [await reliefPart([0, 0, 1, 1]), await reliefPart([0, 0, 1, 1], 0.25)];
		const [before, after] = [PNG.sync.read(full.png), PNG.sync.read(faint.png)];
		for (let i = 0; i < before.data.length; i += 4 * 997) {
			expect([...after.data.subarray(i, i + 3)]).toEqual([...before.data.subarray(i, i + 3)]);
			expect(after.data[i + 3]).toBeCloseTo((before.data[i + 3] as number) / 4, -0.3);
		}
		expect(before.data.filter((_, i) => i % 4 === 3).some((alpha) => alpha > 0)).toBe(true);
	});
});

describe('a picture as SVG', () => {
	it('runs nothing, asks nobody, and links to http and https alone', async () => {
		const hostile = titled('</text></svg><script>alert(1)</script> \u202efdp.exe 🎉'.repeat(40));
		const evil = {
			...hostile.sources[0],
			url: 'javascript:alert(1)'
		} as (typeof hostile.sources)[0];
		const svg = (
			await draw('svg', '', { ...hostile, sources: [evil, ...hostile.sources.slice(1)] })
		).toString();
		for (const never of ['<script', 'javascript:', '\u202e'])
			expect(svg.includes(never)).toBe(false);
		for (const [, address] of svg.matchAll(/href="([^"]*)"/g))
			expect(address).toMatch(/^(https?:\/\/|data:image\/png;base64,)/);
	});
});

describe('a PDF of a dossier that does not say when it was changed', () => {
	it('is one, with no date', async () => {
		const { updated, ...header } = shipped.header;
		expect(updated).toBeDefined();
		const pdf = (await draw('pdf', 'sourcelist=0', { ...shipped, header })).toString('latin1');
		expect(pdf.startsWith('%PDF-')).toBe(true);
		expect(pdf.trimEnd().endsWith('%%EOF')).toBe(true);
		expect(pdf).not.toMatch(/CreationDate|CreateDate|1970/);
	});
});

const { missing } = tool('pdftotext', 'poppler-utils');
describe.skipIf(missing)(
	`a picture as PDF, read by Poppler${missing ? `: ${missing}` : ''}`,
	() => {
		it('has text that can be found: Armenian, Azerbaijani and Russian names', async () => {
			const text = async (language: string) =>
				poppler('pdftotext', ['-layout'], await draw('pdf', `labels=${language}`));
			expect(await text('hy')).toContain('Վարդենիս');
			expect(await text('az')).toContain('Kəlbəcər rayonu');
			expect(await text('ru')).toContain('Нагорный Карабах');
		}, 60_000);

		it('says each name of the map once: the rim about letters is no text', async () => {
			const text = poppler(
				'pdftotext',
				[],
				await draw('pdf', 'sourcelist=0&from=2021-05-12&to=2021-05-12&q=sev')
			);
			expect(text.match(/^Lake Sev$/gm)).toHaveLength(1);
		});

		it('embeds no more of its fonts than it uses, each with its characters named', async () => {
			const fonts = poppler('pdffonts', [], await draw('pdf', 'labels=hy'))
				.split('\n')
				.slice(2)
				.filter(Boolean);
			expect(fonts.length).toBeGreaterThan(2);
			for (const font of fonts) expect(font).toMatch(/^[A-Z]{6}\+Noto\w+-\w+ .*yes yes yes/);
		});

		it('has a title, a page of its own size, and every source’s link', async () => {
			const pdf = await draw('pdf', 'width=1000&height=700');
			const info = poppler('pdfinfo', [], pdf);
			expect(info).toMatch(/Title:\s+Armenia and Azerbaijan, May 2021 to April 2022/);
			expect(info).toMatch(/Pages:\s+1\n/);
			expect(info).toMatch(/Page size:\s+750 x/);
			const links = poppler('pdfinfo', ['-url'], pdf);
			for (const { url } of shipped.sources) if (url) expect(links).toContain(url);
		}, 60_000);

		it('is the same file each time', async () => {
			const query = 'sourcelist=0&width=500&height=400';
			expect((await draw('pdf', query)).equals(await draw('pdf', query))).toBe(true);
		});

		it('takes a title of 2,000 characters and letters that no font has', async () => {
			const pdf = await draw('pdf', '', titled('長い題 🎉 </script> '.repeat(120)));
			expect(poppler('pdfinfo', [], pdf)).toMatch(/Pages:\s+1\n/);
		}, 60_000);
	}
);

describe('a request for a picture', () => {
	const refusal = (query: string) => {
		try {
			readFigureRequest(shipped, query, 18_900);
		} catch (error) {
			return error instanceof Refused ? [error.status, error.message] : error;
		}
		return undefined;
	};

	it.each([
		['event=no-such-event', 404, /has no event “no-such-event”/],
		['width=10000', 400, /from 240 to 4000/],
		['height=-1', 400, /from 180 to 4000/],
		[`q=${'a'.repeat(9000)}`, 414, /may have 8000 characters/]
	])('of %.30s is refused with %i', (query, status, sentence) => {
		expect(refusal(query)).toEqual([status, expect.stringMatching(sentence)]);
	});

	it('says in the picture what of the address could not be taken', async () => {
		const svg = (await draw('svg', 'types=no-such-type&from=2021-13-40')).toString();
		expect(svg).toContain('no-such-type');
		expect(svg).toContain('2021-13-40');
	});
});
