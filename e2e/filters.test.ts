import AxeBuilder from '@axe-core/playwright';
import { expect, test, type Locator, type Page } from '@playwright/test';
import {
	events,
	hasActor,
	header,
	places,
	sources,
	standsIn,
	type FileEvent
} from './dossier-files';
import { AT_LAKE_SEV, DOSSIER, expectNoSymbol, expectSymbol, listed } from './map';
import { serveFixtures } from './own-server';

const search = (page: Page) => page.getByRole('searchbox', { name: 'Search the events' });
const filtersButton = (page: Page) => page.getByRole('button', { name: 'Filters' });
const chips = (page: Page) => page.getByRole('list', { name: 'Filters that are on' });
const chip = (page: Page, name: string) =>
	chips(page).getByRole('link', { name: `Remove the filter: ${name}` });
const group = (page: Page, name: string) => page.getByRole('group', { name, exact: true });

/** The box of an option with the count that it must have. */
const option = (within: Locator, label: string, of: FileEvent[]) =>
	within.getByRole('checkbox', {
		name: `${label} ${of.length} ${of.length === 1 ? 'event' : 'events'}`,
		exact: true
	});

/** The list shows these events and no others. */
async function expectListed(page: Page, wanted: FileEvent[]) {
	await expect(listed(page)).toHaveCount(wanted.length);
	const ids = await listed(page).evaluateAll((links) => links.map(({ id }) => id).sort());
	expect(ids).toEqual(wanted.map(({ id }) => `event-${id}`).sort());
	await expect(
		page.locator('strong', { hasText: `${wanted.length} of ${events.length} events` })
	).toBeVisible();
}
async function openPanel(page: Page, query: string) {
	await page.goto(`${DOSSIER}?${query}`);
	await filtersButton(page).click();
	const folded = page.getByRole('button', { name: /^All \d+/ });
	await expect(folded.first()).toBeVisible();
	// An unfolded list's button has another name.
	for (let left = await folded.count(); left > 0; left--) await folded.first().click();
}
const ofType = (...types: string[]) =>
	events.filter(({ properties: { type } }) => types.includes(type));

test.describe('each filter', () => {
	test('shows its counts under the other filters', async ({ page }) => {
		const actor = (event: FileEvent) => hasActor(event, 'armenia-mod');
		const type = (event: FileEvent) =>
			['shelling', 'troop-movement'].includes(event.properties.type);
		await openPanel(page, 'actors=armenia-mod&types=shelling,troop-movement');
		await expectListed(page, events.filter(actor).filter(type));
		for (const { id, label } of header.types)
			await expect(
				option(group(page, 'Type of event'), label, ofType(id).filter(actor))
			).toBeVisible();
		const both = events.filter(actor).filter(type);
		for (const { id, names } of header.actors)
			await expect(
				option(
					group(page, 'Who takes part or speaks'),
					names.en[0] as string,
					events.filter(type).filter((event) => hasActor(event, id))
				)
			).toBeVisible();
		for (const { id, properties } of places) {
			const ever = events.some((event) => standsIn(event, id));
			const box = option(
				group(page, 'Place, with what lies in it'),
				properties.names.en[0] as string,
				both.filter((event) => standsIn(event, id))
			);
			await expect(box).toHaveCount(ever ? 1 : 0);
		}
		for (const publisher of new Set(sources.map(publisherOf))) {
			const ids = sources.filter((item) => publisherOf(item) === publisher).map(({ id }) => id);
			await expect(
				option(
					group(page, 'Source'),
					publisher,
					both.filter(({ properties }) =>
						properties.claims.some(({ source }) => ids.includes(source))
					)
				)
			).toBeVisible();
		}
	});

	test('lets through what it says, and combines with the others', async ({ page }) => {
		await page.goto(`${DOSSIER}?${AT_LAKE_SEV}`);
		await expectSymbol(page, 'movement');
		await filtersButton(page).click();
		await group(page, 'Type of event')
			.getByRole('checkbox', { name: /^Fire and shelling/ })
			.check();
		await expectListed(page, ofType('shelling'));
		await expectNoSymbol(page, 'movement');
		await group(page, 'Place, with what lies in it')
			.getByRole('checkbox', { name: /^Nagorno-Karabakh/ })
			.check();
		const inside = ofType('shelling').filter((event) => standsIn(event, 'nagorno-karabakh'));
		expect(inside.length).toBeGreaterThan(3);
		await expectListed(page, inside);
		await group(page, 'Its place is known at least to')
			.getByRole('radio', { name: /^The exact spot/ })
			.check();
		const exact = inside.filter(({ properties }) => properties.precision === 'exact');
		await expectListed(page, exact);
		await expect(page).toHaveURL(/types=shelling&precision=exact&places=nagorno-karabakh/);
		await expect(page.getByRole('status').filter({ hasText: '3 filters on' })).toBeAttached();
	});

	test('for what differs shows what is marked so', async ({ page }) => {
		await page.goto(DOSSIER);
		const marked = await listed(page).filter({ hasText: 'Accounts differ' }).count();
		expect(marked).toBeGreaterThan(0);
		await filtersButton(page).click();
		await page.getByLabel(`Only where accounts differ ${marked}`).check();
		await expect(listed(page)).toHaveCount(marked);
		await expect(page).toHaveURL(/contested=1/);
	});

	test('for a publisher takes all its sources, and one of them alone', async ({ page }) => {
		await page.goto(DOSSIER);
		await filtersButton(page).click();
		const several = sources.filter((source) => publisherOf(source) === 'NEWS.am');
		await page.getByRole('button', { name: /^All \d+.*Source$/ }).click();
		await group(page, 'Source')
			.getByRole('checkbox', { name: /^NEWS\.am/ })
			.check();
		const ids = several.map(({ id }) => id);
		const from = (some: string[]) =>
			events.filter(({ properties }) =>
				properties.claims.some(({ source }) => some.includes(source))
			);
		await expectListed(page, from(ids));
		await expect(page).toHaveURL(new RegExp(`sources=${ids.toSorted().join(',')}`));
		await expect(chip(page, 'NEWS.am')).toBeVisible();
	});
});

test.describe('the search', () => {
	test('finds Kalbajar as “Kelbajar”, in one step of the history', async ({ page }) => {
		await page.goto(DOSSIER);
		const before = await page.evaluate(() => history.length);
		await page.keyboard.press('/');
		await expect(search(page)).toBeFocused();
		await page.keyboard.type('Kelbajar', { delay: 40 });
		await expect(page).toHaveURL(/q=Kelbajar$/);
		const found = await listed(page).evaluateAll((links) => links.map(({ id }) => id));
		for (const { id } of events.filter((event) => standsIn(event, 'kalbajar-district')))
			expect(found).toContain(`event-${id}`);
		expect(found.length).toBeLessThan(events.length / 2);
		expect(await page.evaluate(() => history.length)).toBe(before + 1);
		await page.goBack();
		await expect(listed(page)).toHaveCount(events.length);
		await expect(search(page)).toHaveValue('');
	});

	test('finds Kalbajar by the names that the two sides and Russian speakers have for it', async ({
		page
	}) => {
		await page.goto(DOSSIER);
		const wanted = events.filter((event) => standsIn(event, 'kalbajar-district'));
		for (const name of ['Քարվաճառ', 'Kəlbəcər', 'Karvachar', 'Кельбаджар']) {
			await search(page).fill(name);
			await expect(chip(page, `“${name}”`)).toBeVisible();
			const found = await listed(page).evaluateAll((links) => links.map(({ id }) => id));
			expect(found).toEqual(expect.arrayContaining(wanted.map(({ id }) => `event-${id}`)));
			expect(found.length).toBeLessThan(events.length / 2);
		}
	});

	test('is reached with / from an open card, and takes / as a letter itself', async ({ page }) => {
		await page.goto(`${DOSSIER}?event=lake-sev-troops-2021-05-12`);
		await expect(page.getByRole('button', { name: 'Zoom in' })).toBeVisible();
		await page.keyboard.press('/');
		await expect(search(page)).toBeFocused();
		await page.keyboard.type('a/b ');
		await expect(search(page)).toHaveValue('a/b ');
	});
});

test.describe('filters that are on', () => {
	test('are taken off one by one, all at once, and by going back', async ({ page }) => {
		await page.goto(`${DOSSIER}?types=shelling,talks&contested=1&q=Khramort`);
		await expect(chips(page).getByRole('link')).toHaveCount(5);
		await chip(page, 'Accounts differ').click();
		await expect(page).not.toHaveURL(/contested/);
		await chip(page, '“Khramort”').click();
		await expect(search(page)).toHaveValue('');
		await expectListed(page, ofType('shelling', 'talks'));
		await chip(page, 'Talks and meetings').click();
		await expectListed(page, ofType('shelling'));
		await page.goBack();
		await expectListed(page, ofType('shelling', 'talks'));
		await chips(page).getByRole('link', { name: 'Clear all' }).click();
		await expectListed(page, events);
		await expect(search(page)).toBeFocused();
		await page.goBack();
		await expectListed(page, ofType('shelling', 'talks'));
	});

	test('that leave nothing say what to do', async ({ page }) => {
		await page.goto(`${DOSSIER}?types=talks&places=khramort&from=2021-05-10`);
		await expect(page.getByText('No event passes all the filters together')).toBeVisible();
		await page.getByRole('link', { name: 'Clear all filters' }).click();
		await expect(page).toHaveURL(/\?from=2021-05-10$/);
		expect(await listed(page).count()).toBeGreaterThan(20);
	});

	test('and dates that leave nothing name the nearest that passes them', async ({ page }) => {
		await page.goto(`${DOSSIER}?types=talks&from=2022-04-20`);
		await expect(page.getByText('No event that passes the filters')).toBeVisible();
		await page.getByRole('link', { name: /→$/ }).click();
		await expect(page).toHaveURL(/types=talks&event=/);
	});
});

test.describe('the tally', () => {
	test('lists what is shown: back from a card, and from wherever the column stands', async ({
		page
	}) => {
		const shown = ofType('talks');
		await page.goto(`${DOSSIER}?types=talks&event=${shown[0]?.id}`);
		const tally = page.getByRole('link', { name: `${shown.length} of ${events.length} events` });
		await expect(tally).not.toHaveAttribute('aria-current');
		await tally.click();
		await expectListed(page, shown);
		await expect(page).toHaveURL(/\?types=talks$/);
		await expect(tally).toHaveAttribute('aria-current', 'true');
		await page.getByText('Borders are generalised').scrollIntoViewIfNeeded();
		await expect(listed(page).first()).not.toBeInViewport();
		await tally.click();
		await expect(listed(page).first()).toBeInViewport();
		await page.keyboard.press('Tab');
		await expect(listed(page).first()).toBeFocused();
	});

	test('lists what has no spot on the map', async ({ page }) => {
		await page.goto(DOSSIER);
		const unplaced = events.filter(
			({ geometry, properties }) => !geometry || (properties.precision ?? 'unknown') === 'unknown'
		);
		await page.getByRole('link', { name: `${unplaced.length} unplaced` }).click();
		await expectListed(page, unplaced);
		await expect(page).toHaveURL(/only=unplaced/);
		await page.getByRole('link', { name: `${unplaced.length} unplaced` }).click();
		await expectListed(page, events);
	});

	test('lists what has no date', async ({ page }) => {
		const { base, stop } = await serveFixtures();
		await page.goto(`${base}/impossible-date`);
		const all = await listed(page).count();
		await page.getByRole('link', { name: '1 undated' }).click();
		await expect(listed(page)).toHaveCount(1);
		expect(all).toBeGreaterThan(1);
		await expect(page.getByText('Date not known', { exact: true }).first()).toBeVisible();
		stop();
	});
});

test.describe('the address', () => {
	const ALL_KEYS = [
		'from=2021-05-01&to=2022-04-01&asof=2022-04-15&q=troops&types=clash,troop-movement',
		'status=reported,confirmed&contested=1&precision=region&places=lachin-district,lake-sev',
		'area=45,39;47.5,39;46.5,40.25&actors=armenia,azerbaijan-mod&sources=afp-2021-05-16',
		'only=unplaced&event=lake-sev-troops-2021-05-12&map=8/39.5/46.25&labels=hy&theme=dark&ui=list&rev=3f2a3f2a3f2a'
	].join('&');

	test('with every key comes back as it was', async ({ page }) => {
		await page.goto(`${DOSSIER}?${ALL_KEYS}`);
		await page.getByRole('link', { name: '← All events' }).click();
		await expect(page).toHaveURL(
			new RegExp(`\\?${ALL_KEYS.replace('&event=lake-sev-troops-2021-05-12', '')}$`)
		);
		await page.goBack();
		await expect(page).toHaveURL(new RegExp(`\\?${ALL_KEYS}$`));
		await expect(page.getByRole('button', { name: 'Dismiss' })).toHaveCount(0);
	});

	test('with garbage in every key shows all, and says what was left out', async ({ page }) => {
		await page.goto(
			`${DOSSIER}?types=%00&actors=,&sources=a b&places=../..&area=1,2&q=${'x'.repeat(300)}` +
				'&contested=maybe&status=unsure&precision=10&only=some&types=wedding'
		);
		for (const key of ['actors', 'sources', 'places', 'area', 'contested', 'status', 'precision'])
			await expect(page.getByText(`“${key}=`)).toBeVisible();
		await expect(page.getByText('Left out of “types”')).toBeVisible();
		await expectListed(page, events);
	});
});

test.describe('without JavaScript', () => {
	test.use({ javaScriptEnabled: false });

	test('filters hold, show, and are taken off; a search keeps them', async ({ page }) => {
		await page.goto(`${DOSSIER}?types=shelling,talks&rev=3f2a3f2a3f2a`);
		await expectListed(page, ofType('shelling', 'talks'));
		await expect(filtersButton(page)).toBeHidden();
		await search(page).fill('Khramort');
		await search(page).press('Enter');
		await expect(page).toHaveURL(/types=shelling%2Ctalks&rev=3f2a3f2a3f2a&q=Khramort/);
		await expect(listed(page).filter({ hasText: 'Khramort' }).first()).toBeVisible();
		await chip(page, '“Khramort”').click();
		await chip(page, 'Talks and meetings').click();
		await expect(page).toHaveURL(/\?types=shelling&rev=3f2a3f2a3f2a$/);
		await expectListed(page, ofType('shelling'));
	});
});

for (const colorScheme of ['light', 'dark'] as const)
	test(`axe finds nothing with all filters open, ${colorScheme}`, async ({ page }) => {
		await page.emulateMedia({ colorScheme });
		await openPanel(page, 'types=shelling&q=Khramort&only=unplaced&contested=1');
		for (const parts of await page.getByRole('button', { name: /^Sources of/ }).all())
			await parts.click();
		await page.getByRole('button', { name: 'Filter by an area of the map' }).click();
		const { violations } = await new AxeBuilder({ page }).analyze();
		expect(
			violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join('\n')}`)
		).toEqual([]);
	});

test('on a phone the filters are in the sheet, nothing is cut, and every target is large enough', async ({
	page
}) => {
	for (const width of [390, 320]) {
		await page.setViewportSize({ width, height: 844 });
		await openPanel(page, 'types=shelling');
		await group(page, 'Type of event')
			.getByRole('checkbox', { name: /^Talks and meetings/ })
			.check();
		await expectListed(page, ofType('shelling', 'talks'));
		expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(width);
		const small = await page
			.getByRole('complementary')
			.locator('fieldset label, fieldset button, ul a:not(#sources a), .tally a, .tally button')
			.evaluateAll((targets) =>
				targets
					.filter((target) => target.getBoundingClientRect().height < 24)
					.map((t) => t.outerHTML)
			);
		expect(small).toEqual([]);
	}
});

function publisherOf(source: (typeof sources)[number]): string {
	return source['container-title'] ?? source.publisher ?? '';
}
