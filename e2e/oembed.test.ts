import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, test, type APIRequestContext, type Page } from '@playwright/test';
import { PNG } from 'pngjs';
import { discover, filterHtml, listenAsWordPress, requestFor } from '../test/clients/wordpress';
import type { OEmbed } from '../src/lib/core/embed/oembed';
import { AT_LAKE_SEV, DOSSIER } from './map';

const VIEW = `from=2021-05-12&to=2021-05-20&${AT_LAKE_SEV}`;
const SECRET = 'a1B2c3D4e5';

/** What a blog with a column so wide is answered when somebody pastes one of our addresses. */
async function pasted(request: APIRequestContext, url: string, column = 640): Promise<OEmbed> {
	const provider = discover(await (await request.get(url)).text());
	expect(provider).toBeDefined();
	const response = await request.get(requestFor(provider as string, url, column));
	expect(response.status()).toBe(200);
	return (await response.json()) as OEmbed;
}

/** A blog on a port of its own, with one post. */
async function blog(body: string, head = ''): Promise<{ post: string; server: Server }> {
	const server = createServer((_, response) => {
		response.setHeader('content-type', 'text/html; charset=utf-8');
		response.end(
			`<!doctype html><meta charset="utf-8"><title>A post</title>${head}<p>The post.</p>${body}`
		);
	});
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	return { post: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`, server };
}

/** Distinct colours of a part of the page, up to some hundreds: one that is blank has one. */
async function coloursOf(page: Page): Promise<number> {
	const png = PNG.sync.read(await page.locator('iframe').screenshot());
	const colours = new Set<number>();
	for (let at = 0; at < png.data.length; at += 16) colours.add(png.data.readUInt32BE(at));
	return colours.size;
}

let server: Server | undefined;
test.afterEach(() => server?.close());

test.describe('a post in WordPress', () => {
	for (const [when, script] of [
		['listens before the frame is there', { first: true }],
		['begins to listen when the frame has long been there', { first: false }]
	] as const)
		test(`that ${when} shows the map as high as it is, and opens its link`, async ({
			page,
			request,
			baseURL
		}) => {
			const url = `${baseURL}${DOSSIER}?${VIEW}`;
			const answer = await pasted(request, url);
			const html = filterHtml(answer, SECRET) ?? '';
			expect(html).toContain('sandbox="allow-scripts"');
			const listen = `(${listenAsWordPress.toString()})()`;
			let post: string;
			({ post, server } = await blog(html, script.first ? `<script>${listen}</script>` : ''));
			await page.goto(post);

			const frame = page.locator('iframe');
			const map = page.frameLocator('iframe');
			if (!script.first) {
				await expect(map.getByRole('button', { name: 'Zoom in' })).toBeAttached();
				await expect(page.getByRole('link', { name: answer.title })).toBeVisible();
				await expect(frame).toBeHidden();
				await page.evaluate(
					(code) =>
						(0, eval)(`${code}; document.dispatchEvent(new Event('DOMContentLoaded'))`) as unknown,
					listen
				);
			}
			await expect(frame).toBeVisible();
			await expect(page.getByRole('link', { name: answer.title })).toBeHidden();
			const words = (await frame.getAttribute('title')) ?? '';
			expect(words.startsWith(`Map: ${answer.title}. 12 to 20 May 2021`)).toBe(true);

			// The frame stands in the post without a bar of its own.
			await expect
				.poll(() =>
					map
						.locator('html')
						.evaluate(({ scrollHeight, clientHeight }) => scrollHeight - clientHeight)
				)
				.toBeLessThanOrEqual(0);
			const height = Number(await frame.getAttribute('height'));
			expect(height).toBeGreaterThan(300);
			expect(height).toBeLessThanOrEqual(1000);

			await expect(map.getByText('12 to 20 May 2021').first()).toBeVisible();
			await expect(map.getByRole('region', { name: 'Map of the events' })).toBeVisible();
			await expect.poll(() => coloursOf(page), { timeout: 20_000 }).toBeGreaterThan(100);

			await map.getByRole('link', { name: 'Open the full map' }).click();
			await expect(page).toHaveURL(url);
			await expect(page.getByRole('button', { name: 'Take the view with you' })).toBeVisible();
		});

	test('does what no frame but its own asks for', async ({ page, request, baseURL }) => {
		const answer = await pasted(request, `${baseURL}${DOSSIER}`);
		const liar = `<iframe name="liar" srcdoc="<script>
			parent.postMessage({ message: 'height', value: 999, secret: '${SECRET}' }, '*');
			parent.postMessage({ message: 'link', value: '${baseURL}/health', secret: '${SECRET}' }, '*');
			parent.postMessage('said', '*');
		</script>"></iframe>`;
		const heard = `<script>addEventListener('message', ({ data }) => {
			if (data === 'said') document.title = 'It was said';
		})</script>`;
		let post: string;
		({ post, server } = await blog(
			`${filterHtml(answer, SECRET)}${liar}`,
			`<script>(${listenAsWordPress.toString()})()</script>${heard}`
		));
		await page.goto(post);
		await expect(page).toHaveTitle('It was said');
		const frame = page.locator('iframe.wp-embedded-content');
		await expect(frame).toBeVisible();
		await expect(frame).not.toHaveAttribute('height', '999');
		expect(page.url()).toBe(post);
	});

	test('without its script, as in a feed, is a link to the map', async ({
		page,
		request,
		baseURL
	}) => {
		const url = `${baseURL}${DOSSIER}?${VIEW}`;
		let post: string;
		({ post, server } = await blog(filterHtml(await pasted(request, url), SECRET) ?? ''));
		await page.goto(post);
		await expect(page.locator('iframe')).toBeHidden();
		await page.getByRole('blockquote').getByRole('link').click();
		await expect(page).toHaveURL(url);
	});
});

test.describe('what a page says to whoever shares it', () => {
	for (const [name, path, src] of [
		['the viewer', `?${VIEW}&labels=hy`, `/embed?${VIEW}&labels=hy`],
		['an embed', `/embed?ui=list&theme=dark`, `/embed?theme=dark&ui=list`]
	] as const)
		test(`${name} leads to a frame of the same view`, async ({ page, request, baseURL }) => {
			await page.goto(`${DOSSIER}${path}`);
			const link = page.locator('link[type="application/json+oembed"]');
			await expect(link).toHaveCount(1);
			const href = (await link.getAttribute('href')) ?? '';
			const answer = (await (await request.get(href)).json()) as OEmbed;
			let post: string;
			({ post, server } = await blog(answer.html));
			await page.goto(post);
			await expect(page.locator('iframe')).toHaveAttribute('src', `${baseURL}${DOSSIER}${src}`);
			await expect(
				page.frameLocator('iframe').getByRole('link', { name: 'Open the full map' })
			).toBeVisible();
		});

	test('an embed’s links out of the frame are whole without JavaScript', async ({
		request,
		baseURL
	}) => {
		const page = await (await request.get(`${DOSSIER}/embed?from=2021-05-12`)).text();
		expect(page).toContain(`<link rel="canonical" href="${baseURL}${DOSSIER}"`);
		expect(/href="([^"]*)"[^>]*>Open the full map</.exec(page)?.[1]).toBe(
			`${baseURL}${DOSSIER}?from=2021-05-12`
		);
	});

	test('has a card of 1200 × 630 pixels of the very view', async ({ page, request, baseURL }) => {
		const meta = (name: string) =>
			page.locator(`meta[property="${name}"], meta[name="${name}"]`).getAttribute('content');
		await page.goto(`${DOSSIER}?${VIEW}&theme=dark`);
		expect(await meta('twitter:card')).toBe('summary_large_image');
		expect(await meta('og:url')).toBe(`${baseURL}${DOSSIER}?${VIEW}&theme=dark`);
		expect(await meta('og:image:alt')).toContain('12 to 20 May 2021');
		const pictures = [];
		for (const query of [`${VIEW}&theme=dark`, VIEW]) {
			await page.goto(`${DOSSIER}?${query}`);
			const address = (await meta('og:image')) ?? '';
			expect(address.startsWith(`${baseURL}${DOSSIER}/picture.png?`)).toBe(true);
			const response = await request.get(address);
			expect(response.status()).toBe(200);
			pictures.push(PNG.sync.read(await response.body()));
		}
		const [dark, light] = pictures as unknown as [PNG, PNG];
		for (const { width, height } of pictures)
			expect({ width, height }).toEqual({
				width: Number(await meta('og:image:width')),
				height: Number(await meta('og:image:height'))
			});
		expect([light.width, light.height]).toEqual([1200, 630]);
		// The corner is paper.
		expect(dark.data[0]).toBeLessThan(80);
		expect(light.data[0]).toBeGreaterThan(200);
	});

	test('an event’s page leads to the map with its card open', async ({
		page,
		request,
		baseURL
	}) => {
		const { features } = (await (await request.get(`${DOSSIER}/events.geojson`)).json()) as {
			features: { id: string; properties: { title: string } }[];
		};
		const [{ id, properties }] = features as [(typeof features)[number]];
		const answer = await pasted(request, `${baseURL}${DOSSIER}/events/${id}`);
		expect(answer.title).toContain(properties.title);
		let post: string;
		({ post, server } = await blog(answer.html));
		await page.goto(post);
		await expect(
			page.frameLocator('iframe').getByRole('heading', { name: properties.title })
		).toBeVisible();
		const thumbnail = await request.get(answer.thumbnail_url ?? '');
		expect(thumbnail.headers()['content-type']).toBe('image/png');
		const { width, height } = PNG.sync.read(await thumbnail.body());
		expect([width, height]).toEqual([answer.thumbnail_width, answer.thumbnail_height]);
	});
});

test.describe('/oembed', () => {
	const ask = (request: APIRequestContext, params: Record<string, string>) =>
		request.get('/oembed', { params });

	test('may be asked from any page', async ({ request, baseURL }) => {
		const response = await ask(request, { url: `${baseURL}${DOSSIER}` });
		expect(response.headers()).toMatchObject({
			'content-type': 'application/json',
			'access-control-allow-origin': '*',
			'x-content-type-options': 'nosniff'
		});
		expect(response.headers()['cache-control']).toMatch(/^public, max-age=\d+$/);
	});

	for (const [what, params, status, words] of [
		['another host', { url: `https://evil.example${DOSSIER}` }, 404, 'Only addresses that begin'],
		['an unknown dossier', { url: 'OWN/no-such' }, 404, 'There is no dossier “no-such” here.'],
		['an unknown event', { url: `OWN${DOSSIER}/events/no-such` }, 404, 'no event “no-such”'],
		['no map', { url: 'OWN/health/x' }, 404, 'no address of a map'],
		['nothing', {}, 400, 'Ask with the address of a map'],
		['XML', { url: `OWN${DOSSIER}`, format: 'xml' }, 501, 'JSON only'],
		['9 KB', { url: `OWN${DOSSIER}?q=${'a'.repeat(9000)}` }, 414, 'longer than any view']
	] as const)
		test(`answers ${what} with ${status} and a sentence`, async ({ request, baseURL }) => {
			const own = Object.fromEntries(
				Object.entries(params).map(([key, value]) => [key, value.replace('OWN', baseURL ?? '')])
			);
			const response = await ask(request, own);
			expect(response.status()).toBe(status);
			expect(response.headers()['content-type']).toContain('text/plain');
			expect(response.headers()['access-control-allow-origin']).toBe('*');
			expect(await response.text()).toContain(words);
		});

	test('refuses half a megabyte before it reads it, and goes on serving', async ({
		request,
		baseURL
	}) => {
		const url = `${baseURL}${DOSSIER}?q=${'a'.repeat(500_000)}`;
		expect((await ask(request, { url })).status()).toBe(431);
		expect((await request.get('/health')).status()).toBe(200);
	});
});
