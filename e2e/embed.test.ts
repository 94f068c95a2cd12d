import AxeBuilder from '@axe-core/playwright';
import { expect, test, type FrameLocator, type Page } from '@playwright/test';
import { DOSSIER } from './map';
import { TileHost } from './tile-host';

/** A report on another server, with a map of ours in it. */
const host = new TileHost();
test.beforeAll(() => host.start());
test.afterAll(() => host.stop());

const EVENT = { id: 'lake-sev-troops-2021-05-12', title: /^Troops near Lake Sev/ };
const VIEW = 'from=2021-05-12&to=2021-05-14';

/** A page of the report: `body` is its text. */
async function report(page: Page, body: string): Promise<FrameLocator> {
	const text = `<!doctype html><meta charset="utf-8"><title>A report</title><meta name="viewport" content="width=device-width">
		<body style="margin:0;font:16px/1.5 serif"><p>A paragraph before.</p>${body}
		<script>
			window.heard = [];
			addEventListener('message', ({ data }) => heard.push(data));
			addEventListener('dateline-view', ({ detail }) => (window.told = detail));
		</script>`;
	host.files.set('/report.html', Buffer.from(text));
	await page.goto(`${host.origin}/report.html`);
	return page.frameLocator('iframe');
}
const frame = (src: string, more = 'width="700" height="620"') =>
	`<iframe src="${src.replace(/&/g, '&amp;')}" title="The map" ${more}></iframe>`;

const liveMap = (embed: FrameLocator) => embed.locator('.maplibregl-canvas');
/** The live map has taken its picture's place. */
async function drawn(embed: FrameLocator) {
	await expect(embed.getByRole('img', { name: /^Map with/ })).toHaveCount(0, { timeout: 30_000 });
	await expect(liveMap(embed)).toBeVisible();
}
const heard = (page: Page) =>
	page.evaluate(() => (window as unknown as { heard: Record<string, unknown>[] }).heard);

test.describe('the embed in another page', () => {
	test('draws the view, and filters by date with its own slider', async ({ page, baseURL }) => {
		const errors: string[] = [];
		page.on('console', (message) => {
			// The report's own server has no favicon.
			if (message.type() === 'error' && !message.location().url.startsWith(host.origin))
				errors.push(message.text());
		});
		const embed = await report(page, frame(`${baseURL}${DOSSIER}/embed?${VIEW}`));
		await drawn(embed);
		await expect(embed.getByText('12 to 14 May 2021', { exact: false }).first()).toBeVisible();
		const before = Number(
			(await embed.getByRole('button', { name: /^\d+ events$/ }).innerText()).split(/\s/)[0]
		);
		await embed.getByRole('slider', { name: 'Last day' }).focus();
		await page.keyboard.press('End');
		await expect
			.poll(async () =>
				Number(
					(await embed.getByRole('button', { name: /^\d+ events$/ }).innerText()).split(/\s/)[0]
				)
			)
			.toBeGreaterThan(before);
		expect(errors).toEqual([]);
	});

	test('has list, card and sources one press away, by keys too, and axe finds nothing', async ({
		page,
		baseURL
	}) => {
		const embed = await report(page, frame(`${baseURL}${DOSSIER}/embed?${VIEW}`));
		await drawn(embed);
		await embed.getByRole('button', { name: /^\d+ events$/ }).press('Enter');
		const first = embed
			.getByRole('region', { name: 'Events and sources' })
			.getByRole('link')
			.nth(1);
		const title = await first.locator('.title').innerText();
		await first.press('Enter');
		await expect(embed.getByRole('heading', { level: 1, name: title })).toBeFocused();
		await page.keyboard.press('Escape');
		await expect(first).toBeFocused();
		await embed.getByRole('button', { name: /^\d+ sources$/ }).click();
		await expect(embed.getByRole('heading', { name: /sources/ })).toBeVisible();
		const { violations } = await new AxeBuilder({ page }).include('iframe').analyze();
		expect(violations).toEqual([]);
		const full = embed.getByRole('link', { name: 'Open the full map' });
		await expect(full).toHaveAttribute('href', `${baseURL}${DOSSIER}?${VIEW}`);
	});

	test('fetches the map’s code only once it is in sight; its picture is there before', async ({
		page,
		baseURL
	}) => {
		const asked: string[] = [];
		page.on('request', (request) => asked.push(request.url()));
		const far = `<div style="height:6000px"></div>`;
		const embed = await report(page, far + frame(`${baseURL}${DOSSIER}/embed?${VIEW}`));
		await expect(embed.getByRole('button', { name: /^\d+ events$/ })).toHaveCount(1);
		await expect(embed.getByRole('img', { name: /^Map with/ })).toHaveCount(1);
		expect(asked.filter((url) => /maplibre|region\.json/.test(url))).toEqual([]);
		await page.evaluate(() => scrollTo(0, document.body.scrollHeight));
		await drawn(embed);
		expect(asked.some((url) => url.includes('region.json'))).toBe(true);
	});

	for (const [name, sandbox] of [
		['sandboxed', 'allow-scripts'],
		['sandboxed, with new windows', 'allow-scripts allow-popups']
	] as const)
		test(`draws ${name}, with WordPress’ secret behind its address, and tells its height`, async ({
			page,
			baseURL
		}) => {
			const embed = await report(
				page,
				frame(
					`${baseURL}${DOSSIER}/embed?${VIEW}#?secret=abc123DEF4`,
					`width="640" height="500" sandbox="${sandbox}" security="restricted"`
				)
			);
			await drawn(embed);
			const messages = await heard(page);
			const size = messages.find(({ sentinel }) => sentinel === 'amp');
			expect(size).toMatchObject({ type: 'embed-size' });
			expect(messages).toContainEqual({
				message: 'height',
				value: size?.['height'],
				secret: 'abc123DEF4'
			});
			expect(size?.['height']).toBeGreaterThan(400);
			expect(size?.['height']).toBeLessThan(1000);
		});

	test('hands over the address of a link that a sandbox lets not out', async ({
		page,
		baseURL
	}) => {
		const src = `${baseURL}${DOSSIER}/embed?${VIEW}`;
		const embed = await report(
			page,
			frame(src, 'width="640" height="560" sandbox="allow-scripts"')
		);
		await drawn(embed);
		await embed.getByRole('link', { name: 'Open the full map' }).click();
		await expect(embed.getByRole('textbox', { name: /Its address/ })).toHaveValue(
			`${baseURL}${DOSSIER}?${VIEW}`
		);
		await embed.getByRole('button', { name: /^\d+ events$/ }).click();
		await expect(embed.getByRole('dialog', { name: 'Address of the link' })).toHaveCount(0);
		await expect(embed.getByRole('button', { name: /^\d+ events$/ })).toBeFocused();
	});

	test('is seen and scrolled past: the wheel is the page’s', async ({ page, baseURL }) => {
		const embed = await report(
			page,
			`${frame(`${baseURL}${DOSSIER}/embed?${VIEW}`)}<div style="height:3000px"></div>`
		);
		await drawn(embed);
		await page.mouse.move(350, 250);
		await page.mouse.wheel(0, 400);
		await expect.poll(() => page.evaluate(() => scrollY)).toBeGreaterThan(100);
	});

	for (const width of [280, 390, 1200])
		test(`shows nothing beyond its edges at ${width} pixels`, async ({ page, baseURL }) => {
			const embed = await report(
				page,
				frame(`${baseURL}${DOSSIER}/embed?${VIEW}`, `width="${width}" height="600"`)
			);
			await drawn(embed);
			const { over, high } = await embed.locator('html').evaluate((html) => ({
				over: html.scrollWidth - html.clientWidth,
				high: html.scrollHeight - html.clientHeight
			}));
			expect(over).toBe(0);
			expect(high).toBeLessThanOrEqual(0);
			await expect(embed.getByRole('slider', { name: 'First day' })).toBeInViewport();
		});

	test('shows the parts that its address names, and no others', async ({ page, baseURL }) => {
		await page.goto(`${DOSSIER}/embed?${VIEW}&ui=list,sources`);
		await expect(page.getByRole('heading', { name: /sources$/ })).toBeVisible();
		await expect(
			page.getByRole('region', { name: 'Events', exact: true }).or(page.locator('.panel')).first()
		).toBeVisible();
		await expect(page.getByRole('slider')).toHaveCount(0);
		await page.goto(`${baseURL}${DOSSIER}/embed?${VIEW}&ui=map`);
		await expect(page.getByRole('region', { name: 'Map of the events' })).toBeVisible();
		await expect(page.getByRole('slider')).toHaveCount(0);
		await expect(page.getByText('Legend')).toHaveCount(0);
	});

	test('says that a frozen view’s dossier has changed, and nothing where it has not', async ({
		page
	}) => {
		await page.goto(`${DOSSIER}/embed?${VIEW}&asof=2021-05-20&rev=000000000000`);
		await expect(
			page.getByText(/has changed since this was published|since this\s+was published/)
		).toBeVisible();
		await page.goto(`${DOSSIER}/embed?${VIEW}`);
		await expect(page.getByText(/since this\s+was published/)).toHaveCount(0);
	});
});

test('the foot counts the sources that the view cites', async ({ page }) => {
	await page.goto(`${DOSSIER}/embed?${VIEW}`);
	const button = page.getByRole('button', { name: /^\d+ sources?$/ });
	const count = parseInt(await button.innerText());
	await button.click();
	await expect(page.getByRole('heading', { name: `${count} of 33 sources` })).toBeVisible();
	await expect(page.locator('#sources ol').getByRole('listitem')).toHaveCount(count);
});

test('the sources panel begins with the first source', async ({ page, baseURL }) => {
	const embed = await report(page, frame(`${baseURL}${DOSSIER}/embed?${VIEW}`));
	await drawn(embed);
	await embed.getByRole('button', { name: /^\d+ sources$/ }).click();
	const heading = embed.getByRole('heading', { name: /sources$/ });
	const first = embed.locator('#sources').getByRole('listitem').first();
	await expect(first.getByRole('link').first()).toBeInViewport();
	const [above, below] = await Promise.all([heading.boundingBox(), first.boundingBox()]);
	expect((below?.y ?? NaN) - (above?.y ?? NaN) - (above?.height ?? NaN)).toBeLessThan(16);
});

test.describe('where the map of an embed stands', () => {
	for (const [width, height] of [
		[340, 420],
		[1100, 360]
	] as const)
		test(`is so that every event shown is in sight in ${width} × ${height} pixels`, async ({
			page,
			baseURL
		}) => {
			const embed = await report(
				page,
				frame(`${baseURL}${DOSSIER}/embed`, `width="${width}" height="${height}"`)
			);
			await drawn(embed);
			await expect(
				embed.getByRole('group', { name: 'Symbols on the map' }).getByRole('button')
			).not.toHaveCount(0);
			await expect(embed.getByRole('navigation', { name: 'Events outside the map' })).toHaveCount(
				0
			);
		});

	test('is told where its address leaves events outside', async ({ page, baseURL }) => {
		const embed = await report(
			page,
			frame(`${baseURL}${DOSSIER}/embed?${VIEW}&map=11/40.79/43.84`)
		);
		await drawn(embed);
		const away = embed.getByRole('navigation', { name: 'Events outside the map' });
		await expect(away).toContainText('Off this map');
		await away.getByRole('button').first().click();
		await expect(
			embed.getByRole('group', { name: 'Symbols on the map' }).getByRole('button')
		).not.toHaveCount(0);
	});
});

test.describe('an embed that opens with an event', () => {
	for (const width of [340, 500, 700])
		test(`leaves its symbol in sight beside the card at ${width} pixels`, async ({
			page,
			baseURL
		}) => {
			const embed = await report(
				page,
				frame(
					`${baseURL}${DOSSIER}/embed?${VIEW}&event=${EVENT.id}`,
					`width="${width}" height="560"`
				)
			);
			await expect(embed.getByRole('heading', { level: 1, name: EVENT.title })).toBeVisible();
			await drawn(embed);
			const symbol = embed
				.getByRole('group', { name: 'Symbols on the map' })
				.locator('[aria-current="true"]');
			const panel = embed.getByRole('region', { name: 'Events and sources' });
			const map = embed.getByRole('region', { name: 'Map of the events' });
			const free = async () => {
				const [at, over, under] = await Promise.all(
					[symbol, panel, map].map((part) => part.boundingBox())
				);
				if (!at || !over || !under) return 'nowhere';
				const [x, y] = [at.x + at.width / 2, at.y + at.height / 2];
				const inMap =
					x > under.x && x < under.x + under.width && y > under.y && y < under.y + under.height;
				return inMap && (x > over.x + over.width || y < over.y) ? 'free' : 'covered';
			};
			await expect.poll(free, { timeout: 20_000 }).toBe('free');
			const [over, under] = await Promise.all([panel.boundingBox(), map.boundingBox()]);
			const shareOf = (side: 'width' | 'height') => (over?.[side] ?? 0) / (under?.[side] ?? 1);
			expect(Math.min(shareOf('width'), shareOf('height'))).toBeLessThan(0.61);
		});
});

test.describe('the embed on paper', () => {
	test('has its picture again once the live map is drawn, the list, the sources and its address', async ({
		page,
		baseURL
	}) => {
		await page.goto(`${DOSSIER}/embed?${VIEW}&theme=dark`);
		const picture = page.getByRole('img', { name: /^Map with/ });
		await expect(picture).toHaveCount(0, { timeout: 30_000 });
		await page.emulateMedia({ media: 'print' });
		await page.setViewportSize({ width: 688, height: 970 });
		await expect(picture).toBeVisible();
		const map = await picture.boundingBox();
		expect(map?.width).toBeGreaterThan(600);
		await expect(page.locator('canvas').first()).toBeHidden();
		await expect(page.getByText(`Open the full map: ${baseURL}${DOSSIER}?${VIEW}`)).toBeVisible();
		const events = page.locator('a[id^="event-"]');
		await expect(events).not.toHaveCount(0);
		for (const event of await events.all()) await expect(event).toBeVisible();
		await expect(page.getByRole('heading', { name: /sources$/ })).toBeVisible();
		for (const role of ['button', 'slider', 'textbox'] as const)
			await expect(page.getByRole(role)).toHaveCount(0);
		// No higher than what it holds.
		await expect(page.getByText('Not cited by what is shown')).toBeHidden();
		const foot = await page.locator('.embed').boundingBox();
		const list = await page.getByRole('region', { name: 'Events and sources' }).boundingBox();
		expect((foot?.height ?? 0) - (list?.y ?? 0) - (list?.height ?? 0)).toBeLessThan(20);
	});

	test('has its picture in a page that is printed, and the map as wide as its frame', async ({
		page,
		baseURL
	}) => {
		const embed = await report(page, frame(`${baseURL}${DOSSIER}/embed?${VIEW}`));
		await drawn(embed);
		// What stands there while the paper is laid out: back on the screen, the picture goes.
		await embed.locator('html').evaluate((html) => {
			const view = html.ownerDocument.defaultView as Window & { seen?: unknown };
			new MutationObserver(() => {
				const picture = html.querySelector('svg[aria-label^="Map with"]');
				if (picture) view.seen = picture.getAttribute('viewBox');
			}).observe(html, { subtree: true, childList: true });
		});
		const paper = await page.pdf({ printBackground: true });
		expect(paper.length).toBeGreaterThan(10_000);
		const box = await embed
			.locator('html')
			.evaluate((html) => (html.ownerDocument.defaultView as Window & { seen?: string }).seen);
		const [, , width, height] = (box ?? '').split(' ').map(Number);
		expect(width).toBeGreaterThan(600);
		expect(width).toBeLessThanOrEqual(700);
		expect(height).toBeGreaterThan(400);
		await page.emulateMedia({ media: 'print' });
		await expect(embed.getByRole('img', { name: /^Map with/ })).toBeVisible();
		await expect(embed.getByText('Open the full map: ', { exact: false })).toBeVisible();
		await expect(embed.getByRole('button')).toHaveCount(0);
	});
});

test.describe('the embed without JavaScript', () => {
	test.use({ javaScriptEnabled: false });
	test('has the picture, every event of the view and the sources', async ({ page, baseURL }) => {
		const embed = page.frameLocator('iframe');
		host.files.set(
			'/plain.html',
			Buffer.from(`<!doctype html>${frame(`${baseURL}${DOSSIER}/embed?${VIEW}`)}`)
		);
		await page.goto(`${host.origin}/plain.html`);
		await expect(embed.getByRole('img', { name: /^Map with/ })).toBeVisible();
		const words = await embed
			.getByText(/\d+ of \d+ events/)
			.first()
			.innerText();
		const shown = Number(/(\d+) of/.exec(words)?.[1]);
		await expect(embed.locator('a[id^="event-"]')).toHaveCount(shown);
		await expect(embed.getByRole('heading', { name: /sources$/ })).toBeVisible();
	});
});

test('the embed’s first response has picture and list within 50 kB, styles and all', async ({
	request
}) => {
	const { brotliCompressSync } = await import('node:zlib');
	const size = (body: Buffer) => brotliCompressSync(body).length;
	const response = await request.get(`${DOSSIER}/embed`);
	const html = await response.body();
	const text = html.toString();
	const styles = [...text.matchAll(/<link href="([^"]+\.css)"/g)].map(([, href]) => href as string);
	expect(styles.length).toBeGreaterThan(0);
	let sum = size(html);
	for (const href of styles)
		sum += size(await (await request.get(new URL(href, response.url()).href)).body());
	expect(text).toContain('id="event-');
	expect(text.indexOf('Map with')).toBeLessThan(text.indexOf('<script'));
	expect(sum).toBeLessThan(50_000);
});

test.describe('embed.js', () => {
	const script = (base: string | undefined) => `<script async src="${base}/embed.js"></script>`;

	test('makes an element a frame of the height that it needs, and tells what it shows', async ({
		page,
		baseURL
	}) => {
		const embed = await report(
			page,
			`<dateline-map src="${baseURL}${DOSSIER}?${VIEW}" title="Mid-May"><a href="#">A picture</a></dateline-map>${script(baseURL)}`
		);
		await drawn(embed);
		await expect(page.getByRole('link', { name: 'A picture' })).toHaveCount(0);
		await expect(page.locator('iframe[title="Mid-May"]')).toBeVisible();
		const asked = (await heard(page)).findLast(({ type }) => type === 'size')?.['height'];
		await expect.poll(async () => (await page.locator('iframe').boundingBox())?.height).toBe(asked);
		const told = await page.evaluate(() => (window as unknown as { told: { view: string } }).told);
		expect(told.view).toBe(VIEW);

		// Another title leaves the height, and one that gets its address late is drawn all the same.
		await page
			.locator('dateline-map')
			.evaluate((map) => map.setAttribute('title', 'The middle of May'));
		await expect(page.locator('iframe[title="The middle of May"]')).toBeVisible();
		expect((await page.locator('iframe').boundingBox())?.height).toBe(asked);
		await page.evaluate((src) => {
			const map = document.createElement('dateline-map');
			document.body.append(map);
			map.setAttribute('src', src);
		}, `${baseURL}${DOSSIER}`);
		await expect(page.locator('iframe')).toHaveCount(2);
	});

	test('lets a paragraph’s link set the view, from the view that the page opened with', async ({
		page,
		baseURL
	}) => {
		const embed = await report(
			page,
			`<p><a href="${baseURL}${DOSSIER}" data-dateline="from=2021-11-16&amp;to=2021-11-16">On 16 November</a>
			<a href="${baseURL}${DOSSIER}" data-dateline="to=2021-05-31">later in May</a>
			<a href="${baseURL}${DOSSIER}" data-dateline="event=${EVENT.id}">near Lake Sev</a></p>
			${frame(`${baseURL}${DOSSIER}/embed?${VIEW}`)}${script(baseURL)}`
		);
		await drawn(embed);
		await page.getByRole('link', { name: 'On 16 November' }).click();
		await expect(embed.getByText(/^16 November 2021 · \d+ of/)).toBeVisible();
		await page.getByRole('link', { name: 'later in May' }).click();
		await expect(embed.getByText('12 to 31 May 2021', { exact: false }).first()).toBeVisible();
		expect(page.url()).toBe(`${host.origin}/report.html`);

		// Whoever follows a link in the text goes on reading there.
		const link = page.getByRole('link', { name: 'near Lake Sev' });
		await link.press('Enter');
		await expect(embed.getByRole('heading', { level: 1, name: EVENT.title })).toBeVisible();
		await expect(link).toBeFocused();
	});

	test('obeys no frame but the embed, and the embed no window but its own page', async ({
		page,
		baseURL
	}) => {
		await report(
			page,
			`<p><a href="#" data-dateline="to=2021-05-13">A day less</a></p>
			${frame(`${baseURL}${DOSSIER}/embed?${VIEW}`)}
			<iframe title="Another" name="another" srcdoc="<p>Another</p>"></iframe>${script(baseURL)}`
		);
		const embed = page.frameLocator('iframe[title="The map"]');
		await drawn(embed);
		await page.frame('another')?.evaluate(() => {
			parent.postMessage({ dateline: 1, type: 'size', height: 3333 }, '*');
			parent.frames[0]?.postMessage({ dateline: 1, type: 'set', view: 'from=1999-01-01' }, '*');
		});
		// Posted after those, and obeyed: they have been heard by now.
		await page.getByRole('link', { name: 'A day less' }).click();
		await expect(embed.getByText(/^12 to 13 May 2021 · /)).toBeVisible();
		for (const box of [page.getByTitle('The map'), page.getByTitle('Another')])
			expect((await box.boundingBox())?.height).toBeLessThan(2000);
	});

	test('is at most 5 kB', async ({ request }) => {
		const { gzipSync } = await import('node:zlib');
		const response = await request.get('/embed.js');
		expect(response.headers()['access-control-allow-origin']).toBe('*');
		expect(gzipSync(await response.body()).length).toBeLessThan(5000);
	});
});

test.describe('the embed dialog', () => {
	test('gives a frame that shows the view when it is pasted', async ({
		page,
		baseURL,
		context
	}) => {
		test.slow();
		await context.grantPermissions(['clipboard-read', 'clipboard-write']);
		await page.goto(`${DOSSIER}?${VIEW}`);
		await page.getByRole('button', { name: 'Take the view with you' }).click();
		await page.getByRole('button', { name: /Embed/ }).click();
		const dialog = page.getByRole('dialog', { name: 'Embed this view' });
		const preview = dialog.getByTitle('Preview of the embed');
		await expect(preview).toBeVisible();
		const [framed, room] = await Promise.all([
			preview.boundingBox(),
			dialog.getByRole('group', { name: 'Preview', exact: true }).boundingBox()
		]);
		expect((framed?.y ?? NaN) + (framed?.height ?? NaN)).toBeLessThanOrEqual(
			(room?.y ?? NaN) + (room?.height ?? NaN)
		);
		// Nobody has moved the map: there is no place that it could begin with.
		await expect(dialog.getByLabel('the map where it stands')).not.toBeChecked();
		await dialog.getByLabel('Sources under it').check();
		await dialog.getByLabel('Theme').selectOption('dark');
		const { violations } = await new AxeBuilder({ page }).include('dialog').analyze();
		expect(violations).toEqual([]);
		await dialog.getByRole('button', { name: 'Copy' }).click();
		await expect(dialog.getByRole('status')).toHaveText('Copied');
		const pasted = await page.evaluate(() => navigator.clipboard.readText());
		expect(pasted).toContain(`src="${baseURL}${DOSSIER}/embed?`);
		const embed = await report(page, pasted);
		await drawn(embed);
		await expect(embed.getByText('12 to 14 May 2021', { exact: false }).first()).toBeVisible();
		await expect(embed.getByRole('heading', { name: /sources$/ })).toHaveCount(1);
		await expect(embed.locator('html')).toHaveAttribute('data-theme', 'dark');
	});

	test('freezes the view to a day and to the dossier’s content', async ({ page }) => {
		await page.goto(`${DOSSIER}?${VIEW}`);
		await page.getByRole('button', { name: 'Take the view with you' }).click();
		await page.getByRole('button', { name: /Embed/ }).click();
		const dialog = page.getByRole('dialog', { name: 'Embed this view' });
		await dialog.getByText('Link', { exact: true }).click();
		await dialog.getByLabel(/Frozen/).check();
		await expect(dialog.getByLabel('Text to paste')).toHaveValue(
			/asof=\d{4}-\d\d-\d\d.*&rev=[0-9a-f]{12}$/
		);
		await dialog.getByText('HTML', { exact: true }).click();
		const html = await dialog.getByLabel('Text to paste').inputValue();
		const [, src, link, picture] =
			/ src="([^"]+)".*<a href="([^"]+)"><img src="([^"]+)"/.exec(html) ?? [];
		expect(src).toMatch(/&amp;rev=[0-9a-f]{12}/);
		// What the dossier is, and was, is the embed's to say.
		for (const fallback of [link, picture]) {
			expect(fallback).toContain('asof=');
			expect(fallback).not.toContain('rev=');
		}
		await dialog.getByRole('button', { name: 'Close' }).click();
		await expect(dialog).toBeHidden();
	});
});
