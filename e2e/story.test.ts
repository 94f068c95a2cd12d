import AxeBuilder from '@axe-core/playwright';
import { expect, test, type Page } from '@playwright/test';
import { readFile } from 'node:fs/promises';
import { DOSSIER, listed, mapOf, symbols } from './map';
import { serveFixtures } from './own-server';
import { swipe } from './swipe';

interface Step {
	id: string;
	heading: string;
	view: string;
	text: string[];
}
const file = JSON.parse(await readFile(`geodata${DOSSIER}/story.json`, 'utf8')) as {
	stories: { id: string; title: string; steps: Step[] }[];
};
const [story] = file.stories as [(typeof file.stories)[number]];
const [first, second, third] = story.steps as [Step, Step, Step];
const last = story.steps.at(-1) as Step;
const STORY = `${DOSSIER}?story=${story.id}`;
const stepUrl = ({ id }: Step) => `${STORY}&step=${id}`;

const heading = (page: Page) => page.getByRole('heading', { level: 2 }).first();
const way = (page: Page) => page.getByRole('navigation', { name: 'Steps of the story' });
const next = (page: Page) => way(page).getByRole('link', { name: 'Next' });
const back = (page: Page) => way(page).getByRole('link', { name: 'Back', exact: true });
const day = (step: Step, key: string) => new URLSearchParams(step.view).get(key) ?? '';
const from = (page: Page) => page.getByLabel('From', { exact: true });

/** The live map has taken the picture's place, or stands under it: its symbols are there. */
const live = (page: Page) => expect(symbols(page).first()).toBeVisible({ timeout: 30_000 });

test.describe('a story', () => {
	test('is entered from the viewer’s head, and read with the buttons', async ({ page }) => {
		await page.goto(DOSSIER);
		await live(page);
		await mapOf(page)
			.locator('canvas')
			.evaluate((canvas) => canvas.setAttribute('data-first', ''));
		await page.getByRole('link', { name: story.title }).click();
		await expect(heading(page)).toHaveText(first.heading);
		await expect(page).toHaveURL(new RegExp(`story=${story.id}`));
		await expect(way(page)).toContainText(`Step 1 of ${story.steps.length}`);

		await next(page).click();
		await expect(heading(page)).toHaveText(second.heading);
		await expect(page).toHaveURL(new RegExp(`story=${story.id}&step=${second.id}$`));
		await expect(from(page)).toHaveValue(day(second, 'from'));
		await expect(page.getByRole('status').filter({ hasText: second.heading })).toHaveText(
			`Step 2 of ${story.steps.length}: ${second.heading}`
		);
		await expect(next(page)).toBeFocused();
		await expect(symbols(page).first()).toBeVisible();

		await back(page).click();
		await expect(heading(page)).toHaveText(first.heading);
		await page.goBack();
		await expect(heading(page)).toHaveText(second.heading);
		// All the while it is the same map.
		await expect(mapOf(page).locator('canvas[data-first]')).toHaveCount(1);

		await page.getByRole('link', { name: '← All events' }).click();
		await expect(page.getByRole('heading', { level: 1 })).toHaveText(/^Armenia and Azerbaijan/);
		await expect(page).not.toHaveURL(/story=/);
	});

	test('is read with the arrow keys, which stay the slider’s and the fields’ own there', async ({
		page
	}) => {
		await page.goto(STORY);
		await live(page);
		await page.keyboard.press('ArrowRight');
		await expect(heading(page)).toHaveText(second.heading);
		await page.keyboard.press('ArrowRight');
		await expect(heading(page)).toHaveText(third.heading);
		await page.keyboard.press('ArrowLeft');
		await expect(heading(page)).toHaveText(second.heading);

		const thumb = page.getByRole('slider').first();
		await thumb.focus();
		const before = await thumb.getAttribute('aria-valuetext');
		await page.keyboard.press('ArrowLeft');
		await expect(thumb).not.toHaveAttribute('aria-valuetext', before ?? '');
		await from(page).focus();
		await page.keyboard.press('ArrowRight');
		await expect(heading(page)).toHaveText(second.heading);
	});

	test('moves one and the same map through all its steps', async ({ page }) => {
		await page.addInitScript(() => {
			const made: unknown[] = [];
			Object.assign(window, { contexts: made });
			const get = HTMLCanvasElement.prototype.getContext;
			HTMLCanvasElement.prototype.getContext = function (
				this: HTMLCanvasElement,
				...asked: unknown[]
			) {
				const context: unknown = Reflect.apply(get, this, asked);
				if (String(asked[0]).startsWith('webgl') && context && !made.includes(context))
					made.push(context);
				return context;
			} as typeof get;
		});
		const contexts = () =>
			page.evaluate(() =>
				(window as unknown as { contexts: WebGL2RenderingContext[] }).contexts.map((context) => ({
					lost: context.isContextLost(),
					drawn: context.canvas === document.querySelector('.maplibregl-canvas')
				}))
			);
		await page.emulateMedia({ reducedMotion: 'reduce' });
		await page.goto(STORY);
		await live(page);
		for (const step of story.steps.slice(1)) {
			await next(page).press('Enter');
			await expect(heading(page)).toHaveText(step.heading);
			await expect(page).toHaveURL(new RegExp(`step=${step.id}$`));
			await live(page);
		}
		expect((await contexts()).filter(({ drawn }) => drawn)).toEqual([{ lost: false, drawn: true }]);
		// None was made and thrown away on the way.
		expect(await contexts()).toHaveLength(1);
	});

	test('has an address for each step, with a list that leads to it', async ({ page }) => {
		await page.goto(stepUrl(third));
		await expect(heading(page)).toHaveText(third.heading);
		await expect(page).toHaveTitle(new RegExp(`^${third.heading}`));
		await page.getByText(`All ${story.steps.length} steps`).click();
		const steps = page.locator('details', { hasText: 'steps' }).getByRole('listitem');
		await expect(steps).toHaveText(story.steps.map((step) => step.heading));
		await expect(steps.nth(2).getByRole('link')).toHaveAttribute('aria-current', 'step');
		await steps.last().getByRole('link').click();
		await expect(heading(page)).toHaveText(last.heading);
		await way(page).getByRole('link', { name: 'All events' }).click();
		await expect(listed(page).first()).toBeVisible();
	});

	test('lets a reader wander off, and leads back to the step’s view', async ({ page }) => {
		await page.goto(stepUrl(second));
		await live(page);
		const home = page.getByRole('link', { name: 'Back to this step’s view' });
		await expect(home).toHaveCount(0);
		await from(page).fill('2021-05-01');
		await expect(home).toBeVisible();
		await expect(page).toHaveURL(/from=2021-05-01.*story=/);
		await home.click();
		await expect(from(page)).toHaveValue(day(second, 'from'));
		await expect(home).toHaveCount(0);
		await expect(page).toHaveURL(new RegExp(`\\?story=${story.id}&step=${second.id}$`));

		await page.getByRole('button', { name: 'Zoom out' }).click();
		await home.click();
		await expect(home).toHaveCount(0);
		await expect(heading(page)).toHaveText(second.heading);
	});

	test('marks what its words are linked to, and opens a card for what is pressed', async ({
		page
	}) => {
		await page.goto(stepUrl(second));
		await live(page);
		await page.getByRole('link', { name: 'Sisian', exact: true }).click();
		await expect(page).toHaveURL(/event=sisian-advance-2021-05-13&story=/);
		await expect(heading(page)).toHaveText(second.heading);
		const marked = page.getByRole('link', {
			name: 'Troop movement reported in the border area of Sisian'
		});
		await marked.click();
		await expect(page.locator('#card-title')).toBeFocused();
		await expect(page.getByRole('link', { name: /read the passage/ }).first()).toBeVisible();
		await page.keyboard.press('Escape');
		await expect(heading(page)).toHaveText(second.heading);
	});

	test('leads from a number to its source, and to the passage', async ({ page }) => {
		await page.goto(STORY);
		await live(page);
		const number = page.getByRole('link', { name: 'Source 2' }).first();
		await number.click();
		const source = page.locator('#story-source-2');
		await expect(source).toBeFocused();
		await expect(source).toBeInViewport();
		await expect(source.getByRole('link', { name: /passage/ }).first()).toHaveAttribute(
			'href',
			/#:~:text=/
		);
	});

	test('flies from step to step, and jumps where motion is reduced', async ({ page }) => {
		/** Lengths that the map's scale had, a frame each, from one step to the next and some time on. */
		const scales = () =>
			page.evaluate(async () => {
				const seen = new Set<string>();
				const until = performance.now() + 4000;
				while (performance.now() < until) {
					seen.add(
						document.querySelector<HTMLElement>('.maplibregl-ctrl-scale')?.style.width ?? ''
					);
					await new Promise(requestAnimationFrame);
				}
				return seen.size;
			});
		for (const [reducedMotion, flies] of [
			['reduce', false],
			['no-preference', true]
		] as const) {
			await page.emulateMedia({ reducedMotion });
			await page.goto(`${STORY}&step=${second.id}&event=`);
			await live(page);
			const seen = scales();
			await next(page).press('Enter');
			if (flies) expect(await seen).toBeGreaterThan(2);
			else expect(await seen).toBe(2);
		}
	});

	test('that is not there, or has no such step, is the plain view with a note', async ({
		page
	}) => {
		await page.goto(`${DOSSIER}?story=nothing&from=2021-12-14`);
		await expect(page.getByText('There is no story “nothing” in this dossier.')).toBeVisible();
		await expect(listed(page).first()).toBeVisible();
		await page.goto(`${STORY}&step=nowhere`);
		await expect(page.getByText(/has no step “nowhere” any more/)).toBeVisible();
		await expect(listed(page).first()).toBeVisible();
	});

	test('is no part of a page that was not asked for it, beyond its title', async ({ request }) => {
		const sentence = 'Azerbaijani servicemen had been near Sev Lich';
		const plain = await (await request.get(DOSSIER)).text();
		expect(plain).toContain(story.title);
		expect(plain).not.toContain(sentence);
		expect(plain).not.toContain('/story.');
		const told = await (await request.get(STORY)).text();
		expect(told).toContain(sentence);
		const data = await request.get(`${DOSSIER}/story.json`);
		expect(data.headers()['access-control-allow-origin']).toBe('*');
		expect(((await data.json()) as typeof file).stories[0]?.steps).toHaveLength(story.steps.length);
	});

	for (const [theme, width] of [
		['light', 1440],
		['dark', 1440],
		['light', 390]
	] as const)
		test(`has nothing that axe finds, ${theme}, ${width} pixels wide`, async ({ page }) => {
			await page.emulateMedia({ colorScheme: theme });
			await page.setViewportSize({ width, height: 844 });
			for (const path of [
				STORY,
				`${DOSSIER}/embed?story=${story.id}`,
				`${DOSSIER}/report?story=${story.id}`
			]) {
				await page.goto(path);
				await expect(page.getByRole('heading', { name: first.heading })).toBeVisible();
				const { violations } = await new AxeBuilder({ page }).analyze();
				expect(
					violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join('\n')}`),
					path
				).toEqual([]);
			}
		});
});

test.describe('a story on a phone', () => {
	test.use({ viewport: { width: 390, height: 844 }, hasTouch: true });

	test('is read with swipes, and nothing of it is cut', async ({ page }) => {
		await page.goto(STORY);
		await live(page);
		await expect(next(page)).toBeInViewport();
		const text = page.getByText(/^On 13 May 2021/);
		await swipe(page, heading(page), -150);
		await expect(heading(page)).toHaveText(second.heading);
		await swipe(page, heading(page), 150);
		await expect(heading(page)).toHaveText(first.heading);
		// What scrolls the text is no swipe.
		await swipe(page, heading(page), -40, -120);
		await expect(heading(page)).toHaveText(first.heading);
		await expect(text).toBeAttached();
		expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(
			390
		);
		await page.setViewportSize({ width: 320, height: 640 });
		expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(
			320
		);
		await expect(next(page)).toBeInViewport({ ratio: 1 });
	});
});

test.describe('a story without JavaScript', () => {
	test.use({ javaScriptEnabled: false });

	test('has its text, the picture of its view, and steps that are links', async ({ page }) => {
		await page.goto(STORY);
		await expect(heading(page)).toHaveText(first.heading);
		await expect(page.getByRole('img', { name: /^Map with/ })).toBeVisible();
		await expect(page.getByText('Sources of this step')).toBeVisible();
		await next(page).click();
		await expect(heading(page)).toHaveText(second.heading);
		await expect(from(page)).toHaveValue(day(second, 'from'));
		await page.getByRole('link', { name: 'Sisian', exact: true }).click();
		await expect(heading(page)).toHaveText(second.heading);
		await expect(page.getByText('Marked on the map')).toBeVisible();
	});
});

test('the report of a story prints a figure for each step, and every source once', async ({
	page
}) => {
	await page.goto(`${DOSSIER}/report?story=${story.id}`);
	for (const [i, step] of story.steps.entries()) {
		const section = page.getByRole('region', { name: `${i + 1}. ${step.heading}` });
		await expect(section.getByRole('img', { name: /^Map with/ })).toBeVisible();
		await expect(section.getByRole('list', { name: 'Events of the figure' })).toBeVisible();
	}
	const cited = new Set(
		story.steps.flatMap(({ text }) =>
			text.flatMap((paragraph) => [...paragraph.matchAll(/@([a-z0-9-]+)/g)].map(([, id]) => id))
		)
	);
	const sources = page.getByRole('region', { name: `${cited.size} sources` }).getByRole('listitem');
	await expect(sources).toHaveCount(cited.size);
	await page.getByRole('link', { name: 'Source 3', exact: true }).first().click();
	await expect(page).toHaveURL(/#source-3$/);
	await page.getByRole('link', { name: 'like Chicago' }).click();
	await expect(page).toHaveURL(/story=.*style=chicago/);
	await expect(sources).toHaveCount(cited.size);
	await page.emulateMedia({ media: 'print' });
	await expect(page.getByRole('navigation', { name: 'Report' })).toBeHidden();
	await expect(page.getByText(/^On 13 May 2021/)).toBeVisible();
	// Each step finds room on a sheet of A4, text, figure and events: none is torn apart.
	await page.setViewportSize({ width: 688, height: 1001 });
	for (const [i, step] of story.steps.entries()) {
		const section = page.getByRole('region', { name: `${i + 1}. ${step.heading}` });
		expect((await section.boundingBox())?.height, step.heading).toBeLessThan(1001);
		await expect(section).toHaveCSS('break-inside', 'avoid');
	}
});

test('an embed shows a story under its map, and no card until one is asked for', async ({
	page
}) => {
	await page.setViewportSize({ width: 640, height: 800 });
	await page.goto(`${DOSSIER}/embed?story=${story.id}`);
	await live(page);
	await expect(heading(page)).toHaveText(first.heading);
	await expect(page.getByRole('link', { name: 'Close' })).toBeHidden();
	await next(page).click();
	await expect(heading(page)).toHaveText(second.heading);
	await expect(from(page)).toHaveValue(day(second, 'from'));
	await symbols(page).first().press('Enter');
	await expect(page.locator('#card-title')).toBeVisible();
	await expect(page.getByRole('link', { name: 'Open the full map' })).toHaveAttribute(
		'href',
		new RegExp(`story=${story.id}&step=${second.id}`)
	);
});

test('text of a story is text, whatever stands in it', async ({ page }) => {
	const { base, stop } = await serveFixtures();
	try {
		await page.goto(`${base}/story-html?story=walk`);
		await expect(page.getByText('<img src=x onerror=alert(1)> It began.')).toBeVisible();
		await page.goto(`${base}/story-wrong-link?story=walk`);
		await expect(page.getByText('[here](javascript:alert(1))')).toBeVisible();
	} finally {
		stop();
	}
});
