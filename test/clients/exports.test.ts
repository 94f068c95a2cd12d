import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { EXPORT_FILES } from '../../src/lib/core/exchange/files';
import type { ExportName } from '../../src/lib/core/exchange/names';
import { exportView } from '../../src/lib/core/exchange/view';
import { symbolPoint } from '../../src/lib/core/place/precision';
import { loadDossier } from '../../src/lib/server/dossiers';
import { tool } from './tool';

const gdal = tool('ogrinfo', 'gdal-bin');
const pandoc = tool('pandoc', 'pandoc');
const skipped = ({ missing }: typeof gdal) => (missing ? ` (skipped: ${missing})` : '');

const folder = mkdtempSync(join(tmpdir(), 'dateline-clients-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const dossier = (await loadDossier('armenia-azerbaijan'))?.dossier;
if (!dossier) throw new Error('the shipped dossier cannot be read');
const viewOf = (query: string) =>
	exportView(dossier, query, 20_000, 'https://maps.example/armenia-azerbaijan');

function written(name: ExportName, query: string): string {
	const path = join(folder, name);
	writeFileSync(path, EXPORT_FILES[name].write(viewOf(query)));
	return path;
}

/** GDAL's words on every feature of a file. */
function features(name: ExportName, query: string, options: string[] = []) {
	const text = gdal.run(['-ro', '-al', ...options, written(name, query)]);
	const count = Number(/Feature Count: (\d+)/.exec(text)?.[1]);
	const blocks = text.split('OGRFeature(').slice(1);
	return {
		count,
		fields: [...text.matchAll(/^(\w+): (?:String|Integer|Real|Date|DateTime)/gm)].map(
			([, name]) => name
		),
		values: (field: string) =>
			blocks.map((block) => new RegExp(`^  ${field} \\(.*?\\) = (.*)$`, 'm').exec(block)?.[1]),
		points: blocks.filter((block) => /^ {2}POINT/m.test(block)).length
	};
}

const VIEWS = ['', 'from=2021-05-12&to=2021-05-20', 'asof=2021-05-16', 'contested=1'];
const POINTS = ['-oo', 'X_POSSIBLE_NAMES=longitude', '-oo', 'Y_POSSIBLE_NAMES=latitude'];

describe.skipIf(gdal.missing)(`GDAL reads a view back${skipped(gdal)}`, () => {
	it.each(VIEWS)('as GeoJSON: “%s”', (query) => {
		const { numbering, statusOf } = viewOf(query);
		const read = features('events.geojson', query);
		expect(read.count).toBe(numbering.events.length);
		expect(read.values('number').map(Number)).toEqual(numbering.events.map(({ number }) => number));
		expect(read.values('title')).toEqual(numbering.events.map(({ event }) => event.title));
		expect(read.values('status')).toEqual(
			numbering.events.map(({ event }) => statusOf(event).status)
		);
		expect(read.points).toBe(numbering.events.filter(({ event }) => symbolPoint(event)).length);
	});

	it.each(VIEWS)('as CSV: “%s”', (query) => {
		const { numbering } = viewOf(query);
		const read = features('events.csv', query, POINTS);
		expect(read.count).toBe(numbering.events.length);
		expect(read.values('number').map(Number)).toEqual(numbering.events.map(({ number }) => number));
		expect(read.values('title')).toEqual(numbering.events.map(({ event }) => event.title));
		expect(read.values('match')).toEqual(numbering.events.map(({ match }) => match));
		expect(read.points).toBe(numbering.events.filter(({ event }) => symbolPoint(event)).length);
	});

	it.each(VIEWS)('as KML: “%s”', (query) => {
		const { numbering } = viewOf(query);
		const read = features('events.kml', query);
		expect(read.count).toBe(numbering.events.length);
		expect(read.values('Name')).toEqual(
			numbering.events.map(({ event, number }) => `${number}. ${event.title}`)
		);
		expect(read.points).toBe(numbering.events.filter(({ event }) => symbolPoint(event)).length);
	});
});

describe.skipIf(pandoc.missing)(`pandoc makes a document${skipped(pandoc)}`, () => {
	const query = 'from=2021-05-12&to=2021-05-20';
	/** Without what a style sets as it likes: quotation marks, spaces, capitals. */
	const plain = (text: string) =>
		text
			.replace(/[“”‘’"']/g, '')
			.replace(/\s+/g, ' ')
			.toLowerCase();

	it('of text that cites the BibTeX by the sources’ ids', () => {
		const bib = written('sources.bib', query);
		const { sources } = viewOf(query).numbering;
		const text = sources.map(({ source }) => `A claim [@${source.id}].`).join('\n\n');
		const shown = plain(
			pandoc.run(['--citeproc', '--bibliography', bib, '-t', 'plain', '--wrap=none'], text)
		);
		expect(sources.length).toBeGreaterThan(5);
		for (const { source } of sources) expect(shown).toContain(plain(source.title));
		expect(shown).not.toContain('???');
	});

	it('of the Markdown: every event, every source', () => {
		const { events, sources } = viewOf(query).numbering;
		const shown = plain(
			pandoc.run(['-t', 'plain', '--wrap=none', '-f', 'markdown', written('sources.md', query)])
		);
		for (const { event } of events) expect(shown).toContain(plain(event.title));
		for (const { source } of sources) expect(shown).toContain(plain(source.title));
	});
});
