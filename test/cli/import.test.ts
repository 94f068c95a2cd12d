import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { runCheck } from '../../src/cli/check';
import { runImport } from '../../src/cli/import';
import { runInit } from '../../src/cli/init';
import type { ImportReport } from '../../src/lib/core/import/import';

const HEAD =
	'event_id_cnty,event_date,time_precision,event_type,actor1,country,location,latitude,longitude,geo_precision,source,fatalities';
/** A row of a made-up table in ACLED's columns. */
const row = (id: string, more: Partial<Record<'date' | 'lat' | 'lon' | 'place', string>> = {}) =>
	`${id},${more.date ?? '2021-05-13'},1,Battles,Group A,Someland,${more.place ?? 'Sometown'},${more.lat ?? '40.25'},${more.lon ?? '45.5'},1,Some Paper,0`;
const MAP = ['id=id', 'title=name', 'date=day', 'lat=lat', 'lon=lon'].flatMap((one) => [
	'--map',
	one
]);

let folder: string;
let dossier: string;
let out: string[];
let words: string[];
beforeEach(async () => {
	folder = mkdtempSync(join(tmpdir(), 'dateline-import-'));
	dossier = join(folder, 'mine');
	out = [];
	words = [];
	vi.spyOn(console, 'log').mockImplementation((line: string) => void out.push(line));
	vi.spyOn(console, 'error').mockImplementation((line: string) => void words.push(line));
	await runInit([dossier]);
	out = [];
	words = [];
});
afterEach(() => {
	vi.restoreAllMocks();
	rmSync(folder, { recursive: true, force: true });
});

const table = (content: string | Uint8Array, name = 'table.csv') => {
	const path = join(folder, name);
	writeFileSync(path, content);
	return path;
};
const acled = (...rows: string[]) => table(`${HEAD}\n${rows.join('\n')}\n`);
const snapshot = () =>
	Object.fromEntries(
		readdirSync(dossier).map((name) => [name, readFileSync(join(dossier, name), 'utf8')])
	);
const events = () =>
	(
		JSON.parse(readFileSync(join(dossier, 'events.geojson'), 'utf8')) as {
			features: { id: string; properties: { title: string; when: string } }[];
		}
	).features;
/** Imports with --json; the exit code and the report. */
async function imported(file: string, ...args: string[]) {
	out = [];
	const code = await runImport([file, '--into', dossier, '--json', ...args]);
	return {
		code,
		report: JSON.parse(out.join('\n') || 'null') as
			| (ImportReport & {
					written: { events: number; replaced: number; files: string[] } | null;
					notes: string[];
			  })
			| null
	};
}

describe('dateline import', () => {
	it('puts the rows of a known table into a dossier in which the check finds nothing', async () => {
		const code = await runImport([
			acled(row('A1'), row('A2', { date: '2021-05-12' })),
			'--into',
			dossier
		]);
		expect(code).toBe(0);
		expect(words).toEqual([
			'ACLED: 2 rows read, 2 imported, 0 refused.',
			'The dossier has 2 events now.'
		]);
		expect(out.toSorted()).toEqual(
			['dossier.json', 'events.geojson', 'places.geojson', 'sources.json'].map(
				(name) => `${dossier}/${name}`
			)
		);
		expect(events().map(({ id }) => id)).toEqual(['acled-a2', 'acled-a1']);
		expect(await runCheck([dossier, '--strict'])).toBe(0);
		expect(readdirSync(dossier).filter((name) => name.startsWith('.'))).toEqual([]);
	});

	it('refuses an id that comes twice with both lines, and keeps the first row', async () => {
		const { code, report } = await imported(
			acled(row('A1'), row('A2'), row('A1', { date: '2021-06-01' }))
		);
		expect(code).toBe(0);
		expect(report).toMatchObject({ read: 3, imported: 2, refused: 1 });
		expect(report?.refusals).toEqual([
			{
				kind: 'duplicate',
				count: 1,
				first: [
					{
						line: 4,
						kind: 'duplicate',
						expected: 'an id that no row before it has',
						found: 'the id of line 2 a second time',
						mend: 'Remove one of the two, or map another column to id.'
					}
				]
			}
		]);
		expect(events().find(({ id }) => id === 'acled-a1')?.properties.when).toBe('2021-05-13');
	});

	it.each(['0000-00-00', '022-05-13', '22-05-13', '2021-13-45', '2021-02-29', ''])(
		'refuses a row whose date is %j, with its line and column',
		async (date) => {
			const { code, report } = await imported(acled(row('A1'), row('A2', { date })));
			expect(code).toBe(0);
			expect(report).toMatchObject({ imported: 1, refused: 1 });
			expect(report?.refusals[0]?.first[0]).toMatchObject({ line: 3, column: 'event_date' });
		}
	);

	it('reports rows whose latitude and longitude seem to be swapped, and mends none in silence', async () => {
		const file = acled(
			...Array.from({ length: 30 }, (_, i) => row(`A${i}`)),
			row('B1', { lat: '45.5', lon: '40.25' }),
			row('B2', { lat: '145.5', lon: '40.25' })
		);
		const { report } = await imported(file);
		expect(report?.warnings.flatMap(({ first }) => first.map(({ line }) => line))).toContain(32);
		expect(report?.refusals.flatMap(({ first }) => first.map(({ line }) => line))).toEqual([33]);
		const swapped = events().find(({ id }) => id === 'acled-b1') as unknown as {
			geometry: { coordinates: number[] };
		};
		expect(swapped.geometry.coordinates).toEqual([40.25, 45.5]);
	});

	it('replaces what was imported before when the same data set comes again, and says how many', async () => {
		await imported(acled(row('A1'), row('A2')));
		const { report } = await imported(acled(row('A2', { date: '2021-05-20' }), row('A3')));
		expect(report?.written).toMatchObject({ events: 3, replaced: 1 });
		expect(events().map(({ id, properties }) => [id, properties.when])).toEqual([
			['acled-a1', '2021-05-13'],
			['acled-a3', '2021-05-13'],
			['acled-a2', '2021-05-20']
		]);
		expect(await runCheck([dossier, '--strict'])).toBe(0);
	});

	it('leaves an event of somebody else’s alone that has the id of a row', async () => {
		const file = table('id,name,day,lat,lon\nmine,Something,2021-05-13,40,45\n');
		await imported(file, ...MAP, '--publisher', 'Somebody');
		const before = snapshot();
		const { code, report } = await imported(file, ...MAP, '--publisher', 'Somebody else');
		expect(code).toBe(1);
		expect(report?.refusals).toMatchObject([
			{ kind: 'taken', first: [{ line: 2, found: '"mine"' }] }
		]);
		expect(snapshot()).toEqual(before);
	});

	it('changes nothing where all rows are refused', async () => {
		const before = snapshot();
		const { code, report } = await imported(acled(row('A1', { date: '0000-00-00' })));
		expect(code).toBe(1);
		expect(report).toMatchObject({ read: 1, imported: 0, refused: 1, written: null });
		expect(words.at(-1)).toBe('No row could be imported: the dossier is as it was.');
		expect(snapshot()).toEqual(before);
	});

	it('changes nothing in a dry run', async () => {
		const before = snapshot();
		const { code, report } = await imported(acled(row('A1')), '--dry-run');
		expect(code).toBe(0);
		expect(report).toMatchObject({ imported: 1, written: null });
		expect(snapshot()).toEqual(before);
	});

	it('gives the same rows in UTF-16, with mixed ends of lines, and with semicolons and decimal commas', async () => {
		const text =
			'id;name;day;lat;lon\n1;Где-то;2021-05-13;40,25;45,5\r\n2;Там;2021-05-14;40,5;45,75\r';
		const bytes = new Uint8Array(2 * text.length + 2);
		const view = new DataView(bytes.buffer);
		`\ufeff${text}`.split('').forEach((unit, i) => view.setUint16(2 * i, unit.charCodeAt(0), true));
		const { code, report } = await imported(table(bytes), ...MAP, '--publisher', 'Somebody');
		expect(code).toBe(0);
		expect(report).toMatchObject({ imported: 2, refused: 0 });
		const [first] = events() as unknown as {
			properties: { title: string };
			geometry: { coordinates: number[] };
		}[];
		expect(first?.properties.title).toBe('Где-то');
		expect(first?.geometry.coordinates).toEqual([45.5, 40.25]);
	});

	it('asks which order a date has where both could be meant, and takes the answer', async () => {
		const file = table('id,name,day,lat,lon\n1,Somewhere,03/04/2021,40,45\n');
		expect(await runImport([file, '--into', dossier, ...MAP])).toBe(2);
		expect(words.join('\n')).toContain('The order of day and month is not clear.');
		expect(words.join('\n')).toContain('--date-order dmy (or mdy)');
		for (const [order, when] of [
			['dmy', '2021-04-03'],
			['mdy', '2021-03-04']
		] as const) {
			expect((await imported(file, ...MAP, '--date-order', order)).code).toBe(0);
			expect(events().map(({ properties }) => properties.when)).toEqual([when]);
		}
	});

	it('shows the first rows and guessed columns of a table that it does not know, and imports nothing', async () => {
		const before = snapshot();
		const file = table('id,headline,day,y,x\n1,A fire,2021-05-13,40,45\n');
		expect(await runImport([file, '--into', dossier])).toBe(2);
		const said = words.join('\n');
		expect(said).toContain('are not those of a data set that is known');
		expect(said).toMatch(/headline\s+title\s+A fire/);
		expect(said).toContain('--map title=headline');
		expect(snapshot()).toEqual(before);
	});

	it('says what is wrong with its options, each in a sentence, and exits with 2', async () => {
		const file = table('id,name\n1,a\n');
		for (const [args, sentence] of [
			[[file], 'Say into which dossier with --into'],
			[[file, '--into', dossier, '--map', 'colour=name'], '--map takes field=column'],
			[
				[file, '--into', dossier, '--map', 'title=nome'],
				'The table has no column "nome". Its columns are id, name.'
			],
			[
				[file, '--into', dossier, '--map', 'title=name', '--map', 'title=id'],
				'--map says twice which column is title.'
			],
			[[file, '--into', dossier, '--date-order', 'dd'], '--date-order is dmy'],
			[[file, '--into', dossier, '--decimal', ';'], '--decimal is comma'],
			[[file, '--into', dossier, '--url', 'ftp://a'], '--url is an address'],
			[[file, '--into', dossier, '--issued', '2021'], '--issued is a day'],
			[['a', 'b', '--into', dossier], 'Give one file to import.']
		] as const) {
			words = [];
			expect(await runImport([...args])).toBe(2);
			expect(words.join('\n')).toContain(sentence);
		}
	});

	it('says what is wrong with a file or a dossier, and exits with 1', async () => {
		const file = acled(row('A1'));
		mkdirSync(join(folder, 'empty'));
		for (const [args, sentence] of [
			[[join(folder, 'none.csv'), '--into', dossier], 'There is no file'],
			[[folder, '--into', dossier], 'is a folder: give one file'],
			[[file, '--into', join(folder, 'none')], 'make one with dateline init'],
			[[file, '--into', join(folder, 'empty')], 'has no dossier.json'],
			[
				[table(`${HEAD}\n"A1,2021`, 'open.csv'), '--into', dossier],
				'Line 2: a cell begins with a quotation mark that is never closed'
			],
			[[table('', 'empty.csv'), '--into', dossier], 'The file is empty']
		] as const) {
			words = [];
			expect(await runImport([...args])).toBe(1);
			expect(words.join('\n')).toContain(sentence);
		}
	});

	it('imports no __proto__: ids and names are text, whatever they are', async () => {
		const { code } = await imported(
			acled(row('__proto__', { place: '<img src=x onerror=alert(1)>' }), row('constructor'))
		);
		expect(code).toBe(0);
		expect(events()).toHaveLength(2);
		expect(await runCheck([dossier])).toBe(0);
	});
});
