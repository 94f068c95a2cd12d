import fc from 'fast-check';
import { createHash } from 'node:crypto';
import { join } from 'node:path';
import script from 'virtual:offline-script';
import { beforeAll, describe, expect, it } from 'vitest';
import { screenPoint, worldPoint } from '../../src/lib/core/picture/camera';
import { checkDossier } from '../../src/lib/core/dossier/check';
import type { Dossier } from '../../src/lib/core/dossier/dossier';
import { parseWhen } from '../../src/lib/core/date/when';
import { whenInWords } from '../../src/lib/core/date/words';
import { readData, writeData } from '../../src/lib/offline/data';
import { offlineDocument } from '../../src/lib/offline/document';
import { dataOf, fileView, MOST_EVENTS } from '../../src/lib/offline/file';
import { scaledPath, scaledPicture, type FilePicture } from '../../src/lib/offline/picture';
import { groundOf } from '../../src/lib/server/picture';
import { readDossierFolder } from '../../src/lib/server/read-folder';
import { reliefAsData } from '../../src/lib/server/relief';
import { syntheticDossier } from '../core/view/synthetic';
import { filtersInWords } from '../../src/lib/ui/filter-options';

const TODAY = 20_000;
const hash = (text: string) => createHash('sha256').update(text).digest('base64');

async function fileOf(dossier: Dossier, query: string) {
	const file = fileView(dossier, query, TODAY);
	if (!file) throw new Error('The view is too large for a file.');
	const ground = await groundOf(dossier, file.camera, {
		language: file.language,
		lines: false,
		relief: 'relief.webp'
	});
	const html = offlineDocument(file, {
		ground,
		relief: await reliefAsData(),
		live: undefined,
		filters: filtersInWords(file),
		hash
	});
	return { file, ground, html };
}

let shipped: Dossier;
beforeAll(async () => {
	const { files } = await readDossierFolder(join('geodata', 'armenia-azerbaijan'));
	shipped = checkDossier('armenia-azerbaijan', files).dossier as Dossier;
});

describe('the offline file of the shipped dossier', () => {
	it('is one megabyte at most in every label language', async () => {
		for (const language of shipped.header.labelLanguages) {
			const { html } = await fileOf(shipped, `labels=${language}`);
			expect(Buffer.byteLength(html), language).toBeLessThanOrEqual(1_000_000);
		}
	});

	it('says whom it is owed to and under which licence', async () => {
		const { html } = await fileOf(shipped, 'from=2021-05-12&to=2021-05-18');
		const foot = html.slice(html.lastIndexOf('<footer'));
		expect(shipped.header.licence).toBeTruthy();
		expect(foot).toContain(`Licence: ${shipped.header.licence}`);
	});

	it('names no address that it would load: every src, and every href that is no link, is data', async () => {
		const { html } = await fileOf(shipped, 'from=2021-05-12&to=2021-05-18');
		expect([...html.matchAll(/\ssrc="([^"]*)"/g)].map(([, address]) => address)).toEqual([]);
		expect(html.match(/<link\b/g)).toBeNull();
		for (const [, address = ''] of html.matchAll(/url\(([^)]*)\)/g))
			expect(address.replace(/["']/g, '')).toMatch(/^(data:font\/woff2;base64,|#)/);
		for (const [, address = ''] of html.matchAll(/<image\b[^>]*\shref="([^"]*)"/g))
			expect(address).toMatch(/^data:image\//);
	});

	it('leads out by http and https alone, and never hands the window over', async () => {
		const { html } = await fileOf(shipped, '');
		const links = [...html.replace(script, '').matchAll(/<a\b[^>]*>/g)].map(([link]) => link);
		const away = links.filter((link) => !/\shref="#/.test(link));
		expect(away.length).toBeGreaterThan(shipped.sources.length);
		for (const link of away) {
			expect(link).toMatch(/\shref="https?:\/\//);
			expect(link).toMatch(/\srel="noopener external"/);
		}
	});

	it('has a place for every link within it', async () => {
		const { html } = await fileOf(shipped, '');
		const ids = new Set([...html.matchAll(/\sid="([^"]+)"/g)].map(([, id]) => id));
		for (const [, target = ''] of html.matchAll(/\shref="#([^"]+)"/g))
			expect(ids, target).toContain(target);
	});

	it('lets run what its policy names by hash, and nothing else', async () => {
		const { html } = await fileOf(shipped, '');
		const policy = /http-equiv="Content-Security-Policy" content="([^"]*)"/.exec(html)?.[1] ?? '';
		expect(policy).toMatch(/^default-src 'none';/);
		const [style, ...styles] = [...html.matchAll(/<style>([^]*?)<\/style>/g)];
		expect(styles).toEqual([]);
		expect(policy).toContain(`style-src 'sha256-${hash(style?.[1] ?? '')}'`);
		const scripts = [...html.matchAll(/<script>([^]*?)<\/script>/g)];
		expect(scripts.map(([, code]) => code)).toEqual([script]);
		expect(policy).toContain(`script-src 'sha256-${hash(script)}'`);
		expect(html.match(/\sstyle="/g)).toBeNull();
		expect(html.match(/\son[a-z]+="/g)).toBeNull();
	});

	it('holds what the filters let through, and shows what the dates choose of it', async () => {
		const query = 'types=clash,shelling&from=2021-07-01&to=2021-11-30';
		const { file, html } = await fileOf(shipped, query);
		const kinds = shipped.events.filter(({ type }) => ['clash', 'shelling'].includes(type));
		const rows = [...html.matchAll(/<li id="\/events\/([^"]+)"[^>]*?(\shidden="")?>/g)];
		expect(rows.map(([, id]) => id).sort()).toEqual(kinds.map(({ id }) => id).sort());
		const open = rows.filter(([row]) => !/\shidden/.test(row)).map(([, id]) => id);
		expect(open.sort()).toEqual(file.shown.map(({ event }) => event.id).sort());
		expect(open.length).toBeGreaterThan(0);
		expect(open.length).toBeLessThan(rows.length);
		expect(html).toContain('Filtered: Fighting · Fire and shelling.');
		expect(file.name).toBe('armenia-azerbaijan-from-2021-07-01-to-2021-11-30.html');
	});

	it('carries the letters that it needs: Armenian only where there are some', async () => {
		const { html } = await fileOf(shipped, '');
		const faces = (text: string) => [...text.matchAll(/unicode-range:\s*([^;}]*)/g)].join();
		expect(faces(html)).toMatch(/U\+0530/i);
		const plain = await fileOf(syntheticDossier(3, 1), '');
		expect(faces(plain.html)).toMatch(/U\+0000/i);
		expect(faces(plain.html)).not.toMatch(/U\+0400-045F/i);
	});
});

describe('the data in an offline file', () => {
	it('comes out as it went in, open ends and all', async () => {
		const { file, ground } = await fileOf(shipped, 'asof=2021-11-25');
		const data = dataOf(file, ground);
		const read = readData(writeData(data));
		expect(read).toEqual(data);
		expect(read.looks).toHaveLength(read.dossier.events.length);
		for (const [i, event] of read.dossier.events.entries())
			expect(whenInWords(event.when)).toBe(whenInWords(file.held[i]?.event.when ?? null));
	});

	it.each(['2021-05', '../2021-05-14', '2021-05~', '2020-23', '/2021'])(
		'keeps %s in words and in days',
		async (text) => {
			const result = parseWhen(text);
			if (!result.ok) throw new Error(result.fault.mend);
			const { file, ground } = await fileOf(syntheticDossier(1, 1), '');
			const data = dataOf(file, ground);
			const [event] = data.dossier.events;
			if (event) event.when = result.when;
			const read = readData(writeData(data)).dossier.events[0]?.when ?? null;
			expect(read).toEqual(result.when);
			expect(whenInWords(read)).toBe(whenInWords(result.when));
		}
	);

	it('never ends the element that holds it, whatever a title says', async () => {
		const { file, ground } = await fileOf(syntheticDossier(1, 1), '');
		fc.assert(
			fc.property(
				fc.array(fc.constantFrom('</script>', '<!--', '<script', ']]>', '\u2028', 'x')),
				(parts) => {
					const data = dataOf(file, ground);
					data.dossier.header.title = parts.join('');
					const text = writeData(data);
					expect(text).not.toMatch(/<|\u2028/);
					expect(readData(text).dossier.header.title).toBe(parts.join(''));
				}
			)
		);
	});
});

describe('an offline file of hostile data', () => {
	const nasty = '</script><script>alert(1)</script><img src=x onerror=alert(2)>-->"\'';
	it('shows it as text', async () => {
		const dossier = syntheticDossier(4, 2);
		dossier.header.title = nasty;
		for (const event of dossier.events) {
			event.title = nasty;
			for (const claim of event.claims) claim.text = nasty;
		}
		for (const place of dossier.places) place.names = { en: [nasty] };
		const { html } = await fileOf(dossier, '');
		expect(html).not.toContain('<script>alert');
		expect(html).not.toContain('<img');
		expect(html.match(/<\/script>/g)).toHaveLength(2);
	});
});

describe('a large dossier', () => {
	it('is held by what its dates show, where that fits, and else not at all', () => {
		const dossier = syntheticDossier(MOST_EVENTS + 500, 3);
		expect(fileView(dossier, '', TODAY)).toBeUndefined();
		const year = fileView(dossier, 'from=2021-03-01&to=2021-03-31', TODAY);
		expect(year?.held.length).toBe(year?.shown.length);
		expect(year?.held.length).toBeGreaterThan(0);
	});
});

describe('the map of an offline file', () => {
	it('has at every width the same ground under its symbols', () => {
		const camera = { zoom: 7, lat: 40, lon: 46, width: 1024, height: 640 };
		const place = worldPoint([45.1, 40.4]);
		const at = screenPoint(camera, place);
		const name = { name: 'Harbour', kind: 'towns', ...at } as FilePicture['names'][number];
		fc.assert(
			fc.property(fc.double({ min: 200, max: 2000, noNaN: true }), (width) => {
				const scaled = scaledPicture({ camera, names: [name], outlines: {} }, width);
				const symbol = screenPoint(scaled.camera, place);
				expect(scaled.camera.width / scaled.camera.height).toBeCloseTo(1.6, 6);
				expect(scaled.names[0]?.x).toBeCloseTo(symbol.x, 6);
				expect(scaled.names[0]?.y).toBeCloseTo(symbol.y, 6);
			})
		);
	});

	it('makes path data larger as the drawing would be', () => {
		fc.assert(
			fc.property(
				fc.array(
					fc.tuple(fc.integer({ min: -900, max: 900 }), fc.integer({ min: -900, max: 900 })),
					{
						minLength: 1,
						maxLength: 8
					}
				),
				fc.double({ min: 0.2, max: 2, noNaN: true }),
				(points, scale) => {
					// As core/picture/path.ts writes: no zero before the point, no comma before a minus.
					const short = (n: number) => String(n / 10).replace(/^(-?)0\./, '$1.');
					const data = points
						.map(([x, y], i) => `${i ? 'l' : 'M'}${short(x)}${y < 0 ? '' : ','}${short(y)}`)
						.join('');
					const numbers = [...scaledPath(data, scale).matchAll(/-?\d*\.?\d+/g)].map(Number);
					expect(numbers).toHaveLength(2 * points.length);
					points.flat().forEach((n, i) => expect(numbers[i]).toBeCloseTo((n / 10) * scale, 1));
				}
			)
		);
	});
});
