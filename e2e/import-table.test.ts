import AxeBuilder from '@axe-core/playwright';
import { readFile } from 'node:fs/promises';
import { expect, test, type Page } from '@playwright/test';
import { strFromU8, unzipSync } from 'fflate';
import { parquetWriteBuffer } from 'hyparquet-writer';
import { serveDossiers, type OwnServer } from './own-server';

/** Tables made up for the tests: nothing of them has happened. */
const STRIKES = [
	'headline;day;y;x;place;kind',
	'Dockers stop work;03/04/2021;51,5;-3,18;North Quay;strike',
	'Cranes stand still;04/05/2021;51,51;-3,17;East Quay;strike',
	'Talks begin;05/06/2021;51,48;-3,2;Custom House;talks'
].join('\n');
const UCDP_COLUMNS =
	'id,year,type_of_violence,conflict_name,side_a,side_b,source_article,source_office,source_date,source_headline,where_prec,where_coordinates,adm_1,adm_2,latitude,longitude,country,date_prec,date_start,date_end,deaths_a,deaths_b,deaths_civilians,deaths_unknown,best,high,low';
const UCDP = [
	UCDP_COLUMNS,
	'901,2016,1,Someland: Government,Government of Someland,Group B,"""A Paper,2016-01-03,A headline""",A Paper,2016-01-03,A headline,1,Sometown,A Governorate,A district,34.8,36.7,Someland,1,2016-01-01,2016-01-01,1,0,0,0,1,1,1',
	'902,2016,1,Someland: Government,Government of Someland,Group B,"""A Paper,2016-02-03,Another""",A Paper,2016-02-03,Another,1,Othertown,A Governorate,A district,34.9,36.8,Someland,1,2016-02-01,2016-02-01,0,1,0,0,1,1,1'
].join('\n');
const HARBOUR = {
	'dossier.json': { dateline: 1, id: 'harbour', title: 'The harbour strike' },
	'sources.json': [],
	'places.geojson': { type: 'FeatureCollection', features: [] },
	'events.geojson': {
		type: 'FeatureCollection',
		features: [
			{
				type: 'Feature',
				id: 'there',
				geometry: null,
				properties: { title: 'There before', when: '2021-01-01', type: 'event', claims: [] }
			}
		]
	}
};

let server: OwnServer;
test.beforeAll(async () => {
	server = await serveDossiers({ harbour: HARBOUR });
});
test.afterAll(() => server.stop());

const file = (name: string, content: string | Uint8Array) => ({
	name,
	mimeType: 'application/octet-stream',
	buffer: Buffer.from(content as Uint8Array)
});
const heading = (page: Page, name: string | RegExp) =>
	page.getByRole('heading', { level: 2, name });
const importButton = (page: Page) =>
	page.getByRole('button', { name: /^Import( [\d,]+ events?)?$/ });
const record = (page: Page, name: string) =>
	page.getByRole('navigation', { name: 'Records of the dossier' }).getByRole('button', { name });
const kept = (page: Page) => page.getByText('Kept in this browser only');

async function open(page: Page, table?: ReturnType<typeof file>): Promise<void> {
	await page.goto(`${server.base}/harbour/edit`);
	await page.getByRole('button', { name: 'Import a table …' }).click();
	await expect(heading(page, 'Import a table')).toBeFocused();
	if (table) await page.getByLabel('A table to import').setInputFiles(table);
}
async function report(page: Page): Promise<Record<string, string>> {
	const terms = page.getByRole('region', { name: /imported$/ }).getByRole('term');
	const names = await terms.allTextContents();
	const values = await page
		.getByRole('region', { name: /imported$/ })
		.getByRole('definition')
		.allTextContents();
	return Object.fromEntries(names.map((name, i) => [name, values[i] ?? '']));
}

test('a table whose dates could be either is mapped, previewed, imported, undone, redone and taken out', async ({
	page
}) => {
	await open(page, file('strikes.csv', STRIKES));
	await expect(heading(page, 'Which column is which?')).toBeFocused();
	await expect(page.getByLabel('Title', { exact: true }).first()).toHaveValue('headline');
	await expect(page.getByLabel('Latitude')).toHaveValue('y');
	await expect(page.getByRole('radio', { name: /^Comma/ })).toBeChecked();
	const order = page.getByRole('group', { name: 'What is 03/04/2021?' });
	await expect(order.getByRole('radio', { checked: true })).toHaveCount(0);

	// Nothing is imported before it is said.
	await importButton(page).click();
	await expect(order).toContainText('it is not guessed');
	await expect(page.getByText('Say who published the table')).toBeVisible();
	await expect(page.getByText('Nothing changed yet')).toBeVisible();
	await order.getByRole('radio', { name: 'Day first: 3 April 2021' }).check();
	await page.getByLabel('Publisher', { exact: true }).fill('Labour Watch');
	const preview = page.getByRole('region', { name: 'The first rows, as events' });
	await expect(preview).toContainText('Of 3 rows: all would be events.');
	await expect(preview).toContainText('4 May 2021');
	await expect(preview).toContainText('near North Quay (51.5, -3.18)');
	await expect(preview).toContainText('according to Labour Watch');

	await page.getByRole('button', { name: 'Import 3 events' }).click();
	await expect(heading(page, '3 events imported')).toBeFocused();
	expect(await report(page)).toEqual({ 'Rows read': '3', Imported: '3', Refused: '0' });
	await expect(kept(page)).toBeVisible();
	await expect(record(page, 'Cranes stand still 2021-05-04')).toBeVisible();
	await page.getByRole('button', { name: 'Undo' }).click();
	await expect(page.getByText('Nothing changed yet')).toBeVisible();
	await expect(record(page, 'Cranes stand still')).toHaveCount(0);
	await expect(record(page, 'There before')).toBeVisible();
	await page.getByRole('button', { name: 'Redo' }).click();
	await expect(record(page, 'Cranes stand still')).toBeVisible();
	await expect(kept(page)).toBeVisible();

	await page.reload();
	await expect(record(page, 'Dockers stop work 2021-04-03')).toBeVisible();
	await page.getByRole('button', { name: /^Changes/ }).click();
	const none = page.getByLabel(/Nothing to correct/);
	if (await none.isVisible()) await none.check();
	const [download] = await Promise.all([
		page.waitForEvent('download'),
		page.getByRole('button', { name: 'Download as a zip' }).click()
	]);
	const files = unzipSync(new Uint8Array(await readFile(await download.path())));
	const { features } = JSON.parse(strFromU8(files['harbour/events.geojson'] as Uint8Array)) as {
		features: {
			geometry: unknown;
			properties: { title: string; when: string; claims: unknown[] };
		}[];
	};
	expect(features.map(({ properties }) => [properties.title, properties.when])).toEqual([
		['There before', '2021-01-01'],
		['Dockers stop work', '2021-04-03'],
		['Cranes stand still', '2021-05-04'],
		['Talks begin', '2021-06-05']
	]);
	expect(features[1]).toMatchObject({
		geometry: { type: 'Point', coordinates: [-3.18, 51.5] },
		properties: { claims: [{ by: 'Labour Watch', source: 'strikes' }] }
	});
});

test('a table in UCDP’s columns is known by name, dropped on the page, and a second time writes nothing over', async ({
	page
}) => {
	await page.goto(`${server.base}/harbour/edit`);
	await expect(page.getByText('Nothing changed yet')).toBeVisible();
	const transfer = await page.evaluateHandle((text) => {
		const data = new DataTransfer();
		data.items.add(new File([text], 'ged.csv', { type: 'text/csv' }));
		return data;
	}, UCDP);
	await page.dispatchEvent('body', 'dragover', { dataTransfer: transfer });
	await expect(page.getByText('Drop a table to import it')).toBeVisible();
	await page.dispatchEvent('body', 'drop', { dataTransfer: transfer });
	await expect(heading(page, 'The columns are known')).toBeFocused();
	await expect(page.getByText(/these are the columns of UCDP GED/)).toBeVisible();
	await importButton(page).click();
	await expect(heading(page, '2 events imported')).toBeFocused();
	expect(await report(page)).toMatchObject({ 'Data set': 'UCDP GED', Imported: '2', Refused: '0' });

	await page.getByRole('button', { name: 'Import another table …' }).click();
	await page.getByLabel('A table to import').setInputFiles(file('again.csv', UCDP));
	await importButton(page).click();
	await expect(heading(page, 'Nothing was imported')).toBeFocused();
	await expect(page.getByText(/^2 of the refused have the id of an event/)).toBeVisible();
	await page.getByRole('button', { name: 'Undo' }).click();
	await expect(page.getByText('Nothing changed yet')).toBeVisible();
});

test('a Parquet file and features one a line are read as they are', async ({ page }) => {
	const parquet = parquetWriteBuffer({
		columnData: [
			{ name: 'title', data: ['One', 'Two'], type: 'STRING' },
			{ name: 'date', data: ['2021-05-13', '2021-05-14'], type: 'STRING' },
			{ name: 'outlet', data: ['A Paper', 'A Paper'], type: 'STRING' },
			{ name: 'url', data: ['https://a.example/1', 'https://a.example/2'], type: 'STRING' }
		]
	});
	await open(page, file('two.parquet', new Uint8Array(parquet)));
	await page.getByRole('button', { name: 'Import 2 events' }).click();
	await expect(heading(page, '2 events imported')).toBeFocused();
	const feature = (id: string, lon: number) =>
		JSON.stringify({
			...{ type: 'Feature', id, geometry: { type: 'Point', coordinates: [lon, 40] } },
			properties: { title: `Feature ${id}`, date: '2021-05-15', url: `https://a.example/${id}` }
		});
	await page.getByRole('button', { name: 'Import another table …' }).click();
	await page
		.getByLabel('A table to import')
		.setInputFiles(file('lines.geojsonl', `${feature('f1', 44)}\n${feature('f2', 45)}\n`));
	await page.getByRole('button', { name: 'Import 2 events' }).click();
	await expect(record(page, 'Feature f2 2021-05-15')).toBeVisible();
});

for (const [what, content, sentence] of [
	['is empty', '', /not imported\. The file is empty/],
	['has no rows', 'title,date\n', /The table has no rows/],
	[
		'has a quotation mark that is never closed',
		'title,date\nA,"2021\nB,2021\n',
		/Line 2: a cell begins with a quotation mark that is never closed/
	],
	[
		'is a picture',
		Uint8Array.from({ length: 4096 }, (_, i) => (i * 97) % 251 || 7),
		/The file is no table/
	],
	['is a workbook', Uint8Array.of(0x50, 0x4b, 3, 4, 9, 9), /zip archive or a workbook/]
] as const)
	test(`a file that ${what} is refused in a sentence, and the draft stays as it was`, async ({
		page
	}) => {
		await open(page, file('wrong.csv', content));
		await expect(page.getByRole('alert').filter({ hasText: sentence })).toBeVisible();
		await expect(page.getByText('The draft is as it was.')).toBeVisible();
		await expect(page.getByText('Nothing changed yet')).toBeVisible();
	});

test('rows at fault are told with their lines, and the others imported', async ({ page }) => {
	const latin1 = Buffer.from(
		[
			'id,title,date,lat,lon,url\r\na,Sound,2021-05-13,40,44,https://a.example/a',
			`b,${'x'.repeat(10_000_000)},2021-05-13,40,44,https://a.example/b`,
			'c,In the year 22,22-05-13,40,44,https://a.example/c',
			'd,No day,0000-00-00,40,44,https://a.example/d',
			'a,Twice,2021-05-13,40,44,https://a.example/e\r\nf,Swapped,2021-05-13,144,40,https://a.example/f',
			'g,Caf\u00e9,2021-05-14,40,44,https://a.example/g',
			'there,Mine,2021-05-14,40,44,https://a.example/h'
		].join('\n'),
		'latin1'
	);
	await open(page, file('faults.csv', latin1));
	await expect(
		page.getByText(/not in UTF-8 \(line 8\), and was read as windows-1252/)
	).toBeVisible();
	await importButton(page).click();
	await expect(heading(page, '2 events imported')).toBeFocused();
	expect(await report(page)).toEqual({ 'Rows read': '8', Imported: '2', Refused: '6' });
	const pane = page.getByRole('region', { name: /imported$/ });
	for (const line of [
		'line 3',
		'line 4, date',
		'line 5, date',
		'line 6',
		'line 7, lat, lon',
		'line 9'
	])
		await expect(pane.getByText(line, { exact: true })).toBeVisible();
	await expect(record(page, 'Café')).toBeVisible();
	await expect(record(page, 'There before')).toBeVisible();
});

test('above what a draft holds nothing is imported, and the command is told', async ({ page }) => {
	const rows = Array.from(
		{ length: 20_000 },
		(_, i) => `${i},Row ${i},2021-05-13,https://a.example/${i}`
	);
	await open(page, file("many 'rows'.csv", `id,title,date,url\n${rows.join('\n')}\n`));
	await importButton(page).click();
	await expect(heading(page, 'Too much for the browser')).toBeFocused({ timeout: 20_000 });
	await expect(page.getByLabel(/^The command/)).toHaveValue(
		/import 'many '\\''rows'\\''\.csv' --into geodata\/harbour[^]*--map source-url=url/
	);
	await expect(page.getByText('Nothing changed yet')).toBeVisible();
	await page.getByRole('button', { name: 'Back to the columns' }).click();
	await expect(heading(page, 'Which column is which?')).toBeFocused();
});

for (const [colorScheme, width] of [
	['light', 320],
	['dark', 1440]
] as const)
	test(`axe finds nothing in an import, ${colorScheme}, ${width} pixels wide, and nothing is wider than the page`, async ({
		page
	}) => {
		await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
		await page.setViewportSize({ width, height: 844 });
		const sound = async () => {
			expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
			const wide = await page.evaluate(() => document.documentElement.scrollWidth);
			expect(wide).toBeLessThanOrEqual(width);
		};
		await open(page);
		await sound();
		await page.getByLabel('A table to import').setInputFiles(file('strikes.csv', STRIKES));
		await expect(heading(page, 'Which column is which?')).toBeFocused();
		await page.getByText('The table as it stands').click();
		await importButton(page).click();
		await expect(page.getByRole('alert').filter({ hasText: /said first/ })).toBeVisible();
		await sound();
		await page.getByRole('radio', { name: /^Month first/ }).check();
		await page.getByLabel('Publisher', { exact: true }).fill('Labour Watch');
		await page.keyboard.press('Enter');
		await expect(heading(page, '3 events imported')).toBeFocused();
		await sound();
	});
