import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
	answerOEmbed,
	readOEmbed,
	type OEmbed,
	type OEmbedWish
} from '../../../src/lib/core/embed/oembed';
import { parseFigureSize } from '../../../src/lib/core/picture/figure-size';
import { MAX_QUERY_LENGTH } from '../../../src/lib/core/view/codec';
import { filterHtml } from '../../clients/wordpress';
import { syntheticDossier } from '../view/synthetic';

const dossier = syntheticDossier(12, 4);
const SITE = { origin: 'https://maps.example', base: '' };
const HOME = `${SITE.origin}/synthetic`;

function read(params: Record<string, string>, site = SITE) {
	return readOEmbed(new URLSearchParams(params), site);
}
function statusOf(params: Record<string, string>, site = SITE): number {
	const wish = read(params, site);
	if ('status' in wish) return wish.status;
	const answer = answerOEmbed(wish, dossier, site);
	return 'status' in answer ? answer.status : 200;
}
function answer(params: Record<string, string>, of = dossier, site = SITE): OEmbed {
	const answer = answerOEmbed(read(params, site) as OEmbedWish, of, site);
	if ('status' in answer) throw new Error(answer.sentence);
	return answer;
}
const texts: Record<string, string> = {
	'&lt;': '<',
	'&gt;': '>',
	'&quot;': '"',
	'&#39;': "'",
	'&#039;': "'",
	'&#038;': '&',
	'&amp;': '&'
};
const unescaped = (text = '') => text.replace(/&#?\w+;/g, (entity) => texts[entity] ?? entity);
const attributeOf = (html: string, name: string) =>
	unescaped(new RegExp(`<iframe[^>]*? ${name}="([^"]*)"`).exec(html)?.[1]);

describe('the oEmbed answer', () => {
	it('is a frame of the same view, with who made it and a picture', () => {
		const view = 'from=2021-03-01&to=2021-06-30&types=type-1,type-2';
		const { html, ...others } = answer({ url: `${HOME}?${view}` });
		expect(others).toEqual({
			version: '1.0',
			type: 'rich',
			title: 'Made by dice',
			provider_name: 'Dateline',
			provider_url: 'https://maps.example/',
			cache_age: 86_400,
			width: 800,
			height: 736,
			thumbnail_url: `${HOME}/picture.png?${view}&width=1200&height=630&sourcelist=0`,
			thumbnail_width: 1200,
			thumbnail_height: 630
		});
		expect(attributeOf(html, 'src')).toBe(`${HOME}/embed?${view}`);
		expect(attributeOf(html, 'title')).toMatch(
			/^Map: Made by dice\. 1 March to 30 June 2021 · \d+ of 12 events/
		);
		expect(html).toContain(`<a href="${HOME}?${view.replaceAll('&', '&amp;')}">Made by dice</a>`);
	});

	it.each(['', '/', '/embed', '/embed/', '/report'])('is given on /synthetic%s', (path) => {
		const { html } = answer({ url: `${HOME}${path}?asof=2021-08-01&ui=list#?secret=abc` });
		expect(attributeOf(html, 'src')).toBe(`${HOME}/embed?asof=2021-08-01&ui=list`);
	});

	it('on an event’s page is the map with its card open', () => {
		const { id, title } = dossier.events[0] ?? { id: '', title: '' };
		const { html, ...others } = answer({ url: `${HOME}/events/${id}` });
		expect(attributeOf(html, 'src')).toBe(`${HOME}/embed?event=${id}`);
		expect(others.title).toBe(`${title} · Made by dice`);
		expect(others.thumbnail_url).toContain(`?event=${id}&`);
	});

	it('keeps what is frozen and the parts in the frame, and neither in the link nor the picture', () => {
		const url = `${HOME}/embed?asof=2021-08-01&ui=map&rev=0123456789ab`;
		const { html, thumbnail_url } = answer({ url });
		expect(attributeOf(html, 'src')).toBe(url);
		expect(html).toContain(`<a href="${HOME}?asof=2021-08-01">`);
		expect(thumbnail_url).toContain('/picture.png?asof=2021-08-01&width=');
	});

	it('lets no key of the address pass for a measure of the picture', () => {
		const { thumbnail_url = '' } = answer({ url: `${HOME}?width=9&scale=4&sourcelist=1` });
		const { searchParams } = new URL(thumbnail_url);
		expect([...searchParams].sort()).toEqual([
			['height', '630'],
			['sourcelist', '0'],
			['width', '1200']
		]);
	});

	it('stands under another path with the app', () => {
		const site = { origin: 'https://news.example', base: '/maps' };
		const { html, provider_url } = answer(
			{ url: 'https://news.example/maps/synthetic' },
			dossier,
			site
		);
		expect(provider_url).toBe('https://news.example/maps/');
		expect(attributeOf(html, 'src')).toBe('https://news.example/maps/synthetic/embed');
		expect(statusOf({ url: 'https://news.example/synthetic' }, site)).toBe(404);
	});

	it('is never larger than it may be, nor is its picture, which can be had', () => {
		const side = fc.option(fc.integer({ min: 1, max: 5000 }), { nil: undefined });
		fc.assert(
			fc.property(side, side, (maxwidth, maxheight) => {
				const given = answer({
					url: HOME,
					...(maxwidth !== undefined && { maxwidth: String(maxwidth) }),
					...(maxheight !== undefined && { maxheight: String(maxheight) })
				});
				const { width, height, thumbnail_url } = given;
				for (const [is, most] of [
					[width, maxwidth],
					[height, maxheight],
					[given.thumbnail_width ?? 1, maxwidth],
					[given.thumbnail_height ?? 1, maxheight]
				] as const) {
					expect(Number.isInteger(is) && is > 0).toBe(true);
					expect(is).toBeLessThanOrEqual(most ?? 1200);
				}
				expect(attributeOf(given.html, 'width')).toBe(String(width));
				expect(attributeOf(given.html, 'height')).toBe(String(height));
				const tiny = (maxwidth ?? 240) < 240 || (maxheight ?? 180) < 180;
				expect(thumbnail_url === undefined).toBe(tiny);
				if (thumbnail_url === undefined) return;
				expect(parseFigureSize(new URL(thumbnail_url).searchParams)).toEqual({
					width: given.thumbnail_width,
					height: given.thumbnail_height,
					scale: 1,
					sourcelist: false,
					numbers: false
				});
			})
		);
	});

	it.each(['', '0', '-5', 'abc', '100%', '1e3', ' 7'])(
		'is as wide as usual where the bound is “%s”',
		(maxwidth) => {
			expect(answer({ url: HOME, maxwidth, maxheight: maxwidth })).toMatchObject({
				width: 800,
				height: 736
			});
		}
	);

	it('has any title as text, in the post too, where WordPress has filtered it', () => {
		const hostile = fc.oneof(
			fc.string({ unit: 'grapheme' }),
			fc.constantFrom(
				'</script><script>alert(1)</script>',
				'"><iframe src="https://evil.example/"></iframe>',
				`' onload='alert(1)' src='https://evil.example/`,
				'</a></blockquote><blockquote>&lt;&amp;lt;',
				'x'.repeat(2000)
			)
		);
		fc.assert(
			fc.property(hostile, hostile, (title, event) => {
				const [first, ...others] = dossier.events;
				const titled = {
					...dossier,
					header: { ...dossier.header, title },
					events: [{ ...first, title: event }, ...others]
				} as typeof dossier;
				const url = `${HOME}?event=${first?.id}`;
				const given = answer({ url }, titled);
				expect(given.title.length).toBeLessThan(1300);
				const html = filterHtml(given, 'a1B2c3D4e5') ?? '';
				expect(html.match(/<[a-z]+/g)).toEqual(['<blockquote', '<a', '<iframe']);
				expect(attributeOf(html, 'src')).toBe(
					`${HOME}/embed?event=${first?.id}#?secret=a1B2c3D4e5`
				);
				expect(attributeOf(html, 'title')).toContain(`Map: ${given.title}. `);
				expect(unescaped(/<a [^>]*>([^<]*)<\/a>/.exec(html)?.[1])).toBe(given.title);
				expect(/ on\w+=/.test(html.replace(/"[^"]*"|>[^<]*</g, ''))).toBe(false);
			})
		);
	});
});

describe('an oEmbed request', () => {
	it.each([
		['of another host', 'https://maps.example.evil.example/synthetic'],
		['of another port', 'https://maps.example:8443/synthetic'],
		['of another scheme', 'http://maps.example/synthetic'],
		['with our name before another', 'https://maps.example@evil.example/synthetic'],
		['that would run', 'javascript:alert(1)//https://maps.example/synthetic'],
		['of no map', `${SITE.origin}/`],
		['of a file', `${HOME}/events.csv`],
		['of a source', `${HOME}/sources/source-1`],
		['that climbs', `${HOME}/../../etc/passwd`],
		['of an event that is not there', `${HOME}/events/no-such`],
		['of a view of one', `${HOME}?event=no-such`]
	])('for an address %s is answered with 404', (_, url) => {
		expect(statusOf({ url })).toBe(404);
	});

	it.each([
		['no address', {}, 400],
		['an empty one', { url: '' }, 400],
		['one that is none', { url: 'a map, please' }, 400],
		['one of 500 KB', { url: `${HOME}?q=${'a'.repeat(500_000)}` }, 414],
		['one longer than any view', { url: `${HOME}?q=${'a'.repeat(MAX_QUERY_LENGTH - 1)}` }, 414],
		['one as long as a view', { url: `${HOME}?q=${'a'.repeat(MAX_QUERY_LENGTH - 2)}` }, 200],
		['XML', { url: HOME, format: 'xml' }, 501],
		['another format', { url: HOME, format: 'yaml' }, 501],
		['JSON', { url: HOME, format: 'json' }, 200]
	] as const)('for %s is answered with its status', (_, params, status) => {
		expect(statusOf({ ...params })).toBe(status);
	});

	it('of any kind is answered: what is not ours with a sentence', () => {
		const text = fc.oneof(fc.string(), fc.webUrl(), fc.constant(HOME));
		fc.assert(
			fc.property(fc.dictionary(fc.constantFrom('url', 'maxwidth', 'format'), text), (params) => {
				const wish = read(params);
				if (!('status' in wish)) expect(wish.id).toBe('synthetic');
				else expect(wish.sentence).toMatch(/^.{20,300}\.$/s);
			})
		);
	});
});
