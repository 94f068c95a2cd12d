import AxeBuilder from '@axe-core/playwright';
import { expect, test, type Page } from '@playwright/test';

const EDIT = '/armenia-azerbaijan/edit';

const form = (page: Page, name: string) => page.getByRole('form', { name });
const records = (page: Page) => page.getByRole('navigation', { name: 'Records of the dossier' });

async function begin(page: Page, kind: string): Promise<void> {
	await page.goto(EDIT);
	await records(page).getByRole('button', { name: kind, exact: true }).click();
	const one = kind.toLowerCase().replace(/s$/, '');
	await records(page)
		.getByRole('button', { name: `New ${one}` })
		.click();
	await expect(form(page, one.charAt(0).toUpperCase() + one.slice(1))).toBeVisible();
}

/** Tabs on until the control with a name has the focus, as somebody without a mouse does. */
async function tabTo(
	page: Page,
	name: string | RegExp,
	role: 'textbox' | 'combobox' | 'button' | 'radio' | 'checkbox'
): Promise<void> {
	const aim = page.getByRole(role, { name }).first();
	for (let i = 0; i < 150; i++) {
		if (await aim.evaluate((element) => element === document.activeElement)) return;
		await page.keyboard.press('Tab');
	}
	throw new Error(`The keyboard does not reach “${name}”.`);
}

test('an event with place, date, claim and figures is made with the keyboard alone', async ({
	page
}) => {
	// A key at a time through the whole form.
	test.slow();
	await begin(page, 'Events');
	const event = form(page, 'Event');
	await tabTo(page, 'Title', 'textbox');
	await page.keyboard.type('Meeting at Lake Sev');
	await page.keyboard.press('Tab');
	// Named once it has a title; the focus has gone on meanwhile.
	await expect(event.getByLabel('Id', { exact: true })).toHaveValue('meeting-at-lake-sev');
	await tabTo(page, 'Date', 'textbox');
	await page.keyboard.type('2021-05-13~');
	await expect(event.getByLabel('Date', { exact: true })).toHaveAccessibleDescription(
		/About 13 May 2021/
	);
	await tabTo(page, /Negotiations|Meeting|Talks|War/, 'radio');
	await page.keyboard.press('Space');

	await tabTo(page, 'Place', 'combobox');
	await page.keyboard.type('Սև լ');
	const choices = event.getByRole('listbox').getByRole('option');
	await expect(choices.first()).toContainText('Lake Sev');
	await page.keyboard.press('Enter');
	await expect(event.getByRole('combobox', { name: 'Place', exact: true })).toHaveValue(/Sev/);
	// With the place come its point and how exactly such a place says it.
	await expect(event.getByLabel('Point on the map')).toHaveValue(/^39\.\d+, 46\.\d+$/);
	await expect(event.getByRole('radio', { name: /^Near/ })).toBeChecked();
	await tabTo(page, /^Near/, 'radio');
	await page.keyboard.press('ArrowDown');
	await expect(event.getByRole('radio', { name: /^District/ })).toBeChecked();
	await tabTo(page, 'Radius in km', 'textbox');
	await page.keyboard.type('12.5');

	await tabTo(page, 'Who says it', 'combobox');
	await page.keyboard.type('armen');
	await page.keyboard.press('ArrowDown');
	await page.keyboard.press('Enter');
	await expect(event.getByRole('combobox', { name: 'Who says it' })).toHaveValue('Armenia');
	await tabTo(page, 'What is claimed', 'textbox');
	await page.keyboard.type('They met; two were hurt.');
	await tabTo(page, 'Source', 'combobox');
	await page.keyboard.type('https://courier.example/met-at-the-lake');
	await expect(choices.first()).toContainText('New source');
	await page.keyboard.press('Enter');
	await expect(event.getByRole('combobox', { name: 'Source', exact: true })).toHaveValue(
		/courier\.example/
	);
	await tabTo(page, 'First words', 'textbox');
	await page.keyboard.type('They came together');
	await tabTo(page, 'Last words', 'textbox');
	await page.keyboard.type('at the lake');
	await tabTo(page, 'Add a figure', 'button');
	await page.keyboard.press('Enter');
	await page.keyboard.press('Tab');
	const what = event.getByRole('combobox', { name: 'What is counted' });
	await expect(what).toBeFocused();
	await page.keyboard.type('wounded');
	await page.keyboard.press('Tab');
	await page.keyboard.type('Armenia');
	await tabTo(page, 'Number', 'textbox');
	await page.keyboard.type('2');

	await expect(event.getByText(/Expected:/)).toHaveCount(0);
	await page.getByRole('button', { name: /^Changes/ }).click();
	await expect(page.getByRole('heading', { name: /records changed/ })).toBeVisible();
	await page.reload();
	await records(page)
		.getByRole('button', { name: /Meeting at Lake Sev/ })
		.click();
	await expect(event.getByLabel('Radius in km')).toHaveValue('12.5');
	await expect(event.getByLabel('Number')).toHaveValue('2');
	await expect(event.getByLabel('First words')).toHaveValue('They came together');
});

test('what the check says stands beside the field, and goes when it is mended', async ({
	page
}) => {
	await begin(page, 'Events');
	const event = form(page, 'Event');
	const title = event.getByLabel('Title');
	await expect(title).toHaveAccessibleDescription(/Expected: a title/);
	await title.fill('Meeting');
	await expect(title).not.toHaveAccessibleDescription(/Expected/);
	await expect(event.getByRole('group', { name: 'Type' })).toHaveAccessibleDescription(
		/Expected: a type/
	);

	const date = event.getByLabel('Date', { exact: true });
	await date.fill('2021-02-30');
	await expect(date).toHaveAttribute('aria-invalid', 'true');
	await expect(date).toHaveAccessibleDescription(/Write the date as the source gives it/);
	await expect(date).toHaveValue('2021-02-30');
	await event.getByRole('button', { name: 'Date: how dates are written' }).click();
	await event.getByRole('button', { name: /^Autumn/ }).click();
	await expect(date).toHaveValue(/-23$/);
	await expect(date).not.toHaveAttribute('aria-invalid');
	await expect(date).toHaveAccessibleDescription(/Autumn \d{4}/);
	await page.keyboard.press('Control+z');
	await expect(date).toHaveValue('');
});

test('a place that is not there yet is made as it is named, and found by its form', async ({
	page
}) => {
	await begin(page, 'Events');
	const event = form(page, 'Event');
	await event.getByRole('combobox', { name: 'Place', exact: true }).fill('Port Ellery');
	await page.getByRole('option', { name: 'New place “Port Ellery”' }).click();
	await event.getByRole('button', { name: 'Edit the place Port Ellery' }).click();
	const place = form(page, 'Place');
	await expect(place.getByLabel('Name in English, the preferred one')).toHaveValue('Port Ellery');
	await expect(place.getByLabel('Kind')).toHaveAccessibleDescription(/Expected/);
	await place.getByLabel('Kind').fill('town');
	await expect(place.getByLabel('Kind')).not.toHaveAccessibleDescription(/Expected/);

	const point = place.getByLabel('Point on the map');
	await point.fill('48.5, 38.4');
	await place.getByRole('button', { name: 'Turn to 38.4, 48.5' }).click();
	await expect(point).toHaveValue('38.4, 48.5');
	await point.fill('39°30′ N 46°15′ E');
	await point.blur();
	await expect(place.getByRole('button', { name: /^Turn to/ })).toHaveCount(0);
	await point.fill('somewhere');
	await expect(point).toHaveAccessibleDescription(/not changed until it can be read/);

	await place.getByRole('textbox', { name: 'Id', exact: true }).fill('ellery-harbour');
	await point.focus();
	await expect(page.getByText('Kept in this browser only')).toBeVisible();
	await page.goto(EDIT);
	await records(page)
		.getByRole('button', { name: /^new-event/ })
		.click();
	await expect(event.getByRole('combobox', { name: 'Place', exact: true })).toHaveValue(
		'Port Ellery'
	);
});

test('BibTeX that is pasted becomes a source, and what is none is named', async ({ page }) => {
	await begin(page, 'Sources');
	const source = form(page, 'Source');
	const paste = source.getByLabel('What you have of the source');
	const fill = source.getByRole('button', { name: 'Fill in the form' });
	await paste.fill('@article{rees, title = {Dockers');
	await fill.click();
	await expect(source.getByText(/This BibTeX cannot be read/)).toBeVisible();
	await paste.fill(
		'@article{rees, title={Dockers walk out}, journal={The Courier}, date={2023-03-02}, url={https://courier.example/a}, author={Rees, Ann}}'
	);
	await fill.click();
	await expect(source.getByLabel('Title')).toHaveValue('Dockers walk out');
	await expect(source.getByLabel('Paper or site')).toHaveValue('The Courier');
	await expect(source.getByLabel('Published')).toHaveValue('2023-03-02');
	await expect(source.getByLabel('and family name')).toHaveValue('Rees');
	await expect(source.getByText(/Expected:/)).toHaveCount(0);
	await page.getByRole('button', { name: /^Undo/ }).click();
	await expect(source.getByLabel('Title')).toHaveValue('');
});

test('claims are added, moved and taken out, and undo brings them back', async ({ page }) => {
	await page.goto(EDIT);
	await records(page)
		.getByRole('button', { name: /Handover of the Lachin/ })
		.click();
	const event = form(page, 'Event');
	await event.getByRole('button', { name: 'Add a claim' }).click();
	const second = event.getByRole('group', { name: 'Claim 2', exact: true });
	await second.getByLabel('What is claimed').fill('The second.');
	await second.getByRole('button', { name: 'Move claim 2 up' }).click();
	const first = event.getByRole('group', { name: 'Claim 1', exact: true });
	await expect(first.getByLabel('What is claimed')).toHaveValue('The second.');
	await first.getByRole('button', { name: 'Take out claim 1' }).click();
	await expect(event.getByLabel('What is claimed')).toHaveValue(/Lachin district back/);
	await page.getByRole('button', { name: /^Undo/ }).click();
	await expect(first.getByLabel('What is claimed')).toHaveValue('The second.');
	// Published: its id is for ever.
	await expect(event.getByLabel('Id', { exact: true })).toHaveAttribute('readonly');
});

test('all that an unfinished event lacks is said at once', async ({ page }) => {
	await begin(page, 'Events');
	const event = form(page, 'Event');
	await expect(event.getByLabel('Title')).toHaveAccessibleDescription(/Expected: a title/);
	await expect(event.getByRole('group', { name: 'Type' })).toHaveAccessibleDescription(
		/Expected: a type/
	);
	for (const [name, role] of [
		['Who says it', 'combobox'],
		['What is claimed', 'textbox'],
		['Source', 'combobox']
	] as const)
		await expect(event.getByRole(role, { name, exact: true })).toHaveAccessibleDescription(
			/Expected:/
		);
	await event.getByRole('button', { name: 'Add a figure' }).click();
	await expect(event.getByRole('combobox', { name: 'On whose side' })).toHaveAccessibleDescription(
		/Expected:/
	);
});

test('what a claim points to is named with address, kind and caption', async ({ page }) => {
	await begin(page, 'Events');
	const event = form(page, 'Event');
	await event.getByRole('button', { name: 'Add an item' }).click();
	const item = event.getByRole('group', { name: 'Item 1', exact: true });
	const address = item.getByLabel('Web address');
	await expect(item.getByLabel('Caption')).toHaveAccessibleDescription(/Expected: a caption/);
	await address.fill('javascript:alert(1)');
	await expect(address).toHaveAccessibleDescription(/begins with https/);
	await address.fill('https://courier.example/reach.jpg');
	await address.blur();
	await expect(address).not.toHaveAccessibleDescription(/Expected/);
	await expect(item.getByLabel('What it is')).toHaveValue('image');
	await item.getByLabel('Caption').fill('The reach, by the council');
	await expect(event.getByText('picture · The reach, by the council')).toBeVisible();
	await page.getByText('As JSON', { exact: true }).click();
	await expect(page.getByLabel('The record as JSON')).toHaveValue(
		/"media": \[\s*\{\s*"url": "https:\/\/courier.example\/reach.jpg",\s*"kind": "image",\s*"caption": "The reach, by the council"/
	);
});

test('the opening view is typed, or taken from the viewer’s address, and can be left out', async ({
	page
}) => {
	await page.goto(EDIT);
	await records(page).getByRole('button', { name: 'Dossier', exact: true }).click();
	await records(page).getByRole('listitem').first().getByRole('button').click();
	const dossier = form(page, 'Dossier');
	const place = dossier.getByRole('group', { name: 'The map’s place' });
	const numbers = ['Latitude', 'Longitude', 'Zoom, 0 to 20'].map((name) => place.getByLabel(name));
	const [latitude, longitude, zoom] = numbers as [
		(typeof numbers)[0],
		(typeof numbers)[0],
		(typeof numbers)[0]
	];
	await latitude.fill('97');
	await expect(latitude).toHaveAccessibleDescription(/a latitude in degrees/);
	await latitude.fill('39.7');
	await longitude.fill('46.2');
	await zoom.fill('8.5');
	await expect(latitude).not.toHaveAccessibleDescription(/Expected/);

	const address = dossier.getByLabel('Or take them from the viewer');
	await address.fill('https://maps.example/some?types=clash');
	await expect(address).toHaveAccessibleDescription(/neither days nor a place of the map/);
	await address.fill('https://maps.example/some?from=2021-06-01&map=9.2/40.1/45.3');
	await expect(latitude).toHaveValue('40.1');
	await expect(zoom).toHaveValue('9.2');
	await expect(dossier.getByLabel('Timeline from', { exact: true })).toHaveValue('2021-06-01');
	await page.keyboard.press('Control+z');
	await expect(latitude).toHaveValue('39.7');
	for (const number of numbers) await number.fill('');
	await expect(place.getByRole('button', { name: 'Open on all events' })).toHaveCount(0);
	await expect(place.getByText(/Expected/)).toHaveCount(0);

	const from = dossier.getByLabel('Timeline from', { exact: true });
	await from.fill('2021-02-30');
	await expect(from).toHaveAccessibleDescription(/This is no day/);
	await from.fill('2021-02-28');
	await expect(from).toHaveAccessibleDescription('28 February 2021');
});

test('a ground map of one’s own is named with the hosts that it needs', async ({ page }) => {
	await page.goto(EDIT);
	await records(page).getByRole('button', { name: 'Dossier', exact: true }).click();
	await records(page).getByRole('listitem').first().getByRole('button').click();
	const ground = form(page, 'Dossier').getByRole('group', { name: 'Ground map' });
	await ground.getByLabel('Drawn from').selectOption('a PMTiles archive');
	const archive = ground.getByLabel('Address of the archive');
	await expect(archive).toHaveAccessibleDescription(/begins with https/);
	await archive.fill('https://maps.example/harbour.pmtiles');
	const hosts = ground.getByLabel('Hosts that may be asked');
	await expect(hosts).toHaveAccessibleDescription(/Expected: the host of "pmtiles"/);
	await ground.getByRole('button', { name: 'Add https://maps.example' }).click();
	await expect(hosts).toHaveValue('https://maps.example');
	await expect(ground.getByText(/Expected/)).toHaveCount(0);

	await ground.getByLabel('Drawn from').selectOption('tiles by their addresses');
	const tiles = ground.getByLabel('Address of the tiles');
	await expect(tiles).toHaveAccessibleDescription(/holds \{z\}, \{x\} and \{y\}/);
	await tiles.fill('https://maps.example/{z}/{x}/{y}.png');
	await ground.getByLabel('Greatest zoom').fill('18');
	await expect(ground.getByText(/Expected/)).toHaveCount(0);
	await ground.getByLabel('Drawn from').selectOption('the app’s own');
	await expect(tiles).toHaveCount(0);
	await page.keyboard.press('Control+z');
	await expect(tiles).toHaveValue('https://maps.example/{z}/{x}/{y}.png');
});

for (const colorScheme of ['light', 'dark'] as const)
	test.describe(`in ${colorScheme} colours`, () => {
		test.use({ colorScheme });
		for (const [kind, name] of [
			['Events', 'Event'],
			['Sources', 'Source'],
			['Places', 'Place'],
			['Dossier', 'Dossier']
		] as const)
			test(`axe finds nothing wrong with the form of ${name.toLowerCase()}`, async ({ page }) => {
				await page.goto(EDIT);
				await records(page).getByRole('button', { name: kind, exact: true }).click();
				await records(page).getByRole('listitem').first().getByRole('button').click();
				await expect(form(page, name)).toBeVisible();
				// One of each list stands for the others; what it holds comes as it opens.
				await form(page, name)
					.locator('details')
					.evaluateAll((all: HTMLDetailsElement[]) =>
						all
							.filter((each) => !each.parentElement?.previousElementSibling?.matches('li'))
							.forEach((each) => (each.open = true))
					);
				const { violations } = await new AxeBuilder({ page }).include('form').analyze();
				expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([]);
			});
	});

for (const width of [320, 390])
	test(`nothing of a form lies beyond a screen ${width} pixels wide, and all of it can be hit`, async ({
		page
	}) => {
		await page.setViewportSize({ width, height: 844 });
		await begin(page, 'Events');
		const event = form(page, 'Event');
		await event.getByRole('button', { name: 'Add a figure' }).click();
		await event.getByRole('button', { name: 'Date: how dates are written' }).click();
		const wide = await page.evaluate(() => document.documentElement.scrollWidth);
		expect(wide).toBeLessThanOrEqual(width);
		const small = await event
			.locator(
				'button, input:not([type=radio], [type=checkbox]), select, textarea, label:has(input), summary'
			)
			.evaluateAll((elements) =>
				elements
					.filter((element) => element.checkVisibility())
					.map(
						(element) => [element.outerHTML.slice(0, 80), element.getBoundingClientRect()] as const
					)
					.filter(([, { width, height }]) => width < 24 || height < 24)
					.map(([html]) => html)
			);
		expect(small).toEqual([]);
	});
