import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { snippetsOf, type Embed } from '../../../src/lib/core/embed/snippets';

const embed: Embed = {
	src: 'https://maps.example/one/embed?from=2021-05-12&ui=list',
	link: 'https://maps.example/one?from=2021-05-12',
	shared: 'https://maps.example/one?from=2021-05-12&rev=0123456789ab',
	picture: 'https://maps.example/one/picture.png?from=2021-05-12&sourcelist=0',
	script: 'https://maps.example/embed.js',
	title: 'One, 12 May 2021',
	alt: 'Map: One. 12 May 2021 · 3 events, at Lachin.',
	width: undefined,
	height: 480
};

/** What a browser reads in an attribute's value. */
function read(html: string, name: string): string[] {
	const values = [...html.matchAll(new RegExp(`\\s${name}="([^"]*)"`, 'g'))];
	const entities: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'" };
	return values.map(([, value = '']) =>
		value.replace(/&(amp|lt|gt|quot|#39);/g, (_, name: string) => entities[name] as string)
	);
}
const tags = (html: string) => [...html.matchAll(/<\/?([a-z-]+)/g)].map(([tag]) => tag);

describe('the snippets', () => {
	it('have a frame that loads late, says what it is, and falls back to a linked picture', () => {
		const { iframe } = snippetsOf(embed);
		expect(tags(iframe)).toEqual(['<iframe', '<a', '<img', '</a', '</iframe']);
		expect(read(iframe, 'src')).toEqual([embed.src, embed.picture]);
		expect(read(iframe, 'href')).toEqual([embed.link]);
		expect(read(iframe, 'width')).toEqual(['100%']);
		expect(iframe).toContain('loading="lazy"');
		expect(iframe).toContain('allowfullscreen');
		expect(iframe).toContain('referrerpolicy="strict-origin-when-cross-origin"');
	});

	it('stay the tags that they are, whatever the title and the view', () => {
		fc.assert(
			fc.property(
				fc.string({ unit: 'binary' }),
				fc.webUrl({ withQueryParameters: true }),
				(title, src) => {
					const { iframe, script } = snippetsOf({ ...embed, title, src });
					expect(tags(iframe)).toEqual(['<iframe', '<a', '<img', '</a', '</iframe']);
					expect(read(iframe, 'title')).toEqual([title]);
					expect(read(iframe, 'src')[0]).toBe(src);
					expect(tags(script)).toEqual([
						'<dateline-map',
						'<a',
						'<img',
						'</a',
						'</dateline-map',
						'<script',
						'</script'
					]);
					expect(read(script, 'src')[0]).toBe(src);
				}
			)
		);
	});

	it('fall back to the link in words where the view has no picture', () => {
		const { iframe, script, markdown } = snippetsOf({ ...embed, picture: undefined });
		expect(tags(iframe)).toEqual(['<iframe', '<a', '</a', '</iframe']);
		expect(iframe).toContain(`>${embed.title}</a>`);
		for (const text of [iframe, script, markdown]) expect(text).not.toMatch(/picture|img|!\[/);
		expect(markdown).toBe(`[${embed.title}](<${embed.link}>)`);
	});

	it('hold the picture’s words on one line in Markdown, and no address that ends too soon', () => {
		const { markdown } = snippetsOf({
			...embed,
			alt: 'A ] title\n![with](marks) & <b>',
			link: 'https://maps.example/one?q=a>b c'
		});
		expect(markdown).not.toContain('\n');
		expect(markdown).toContain('(<https://maps.example/one?q=a%3Eb%20c>)');
		expect(markdown).toContain('A \\] title \\!\\[with\\](marks) \\& \\<b\\>');
	});
});
