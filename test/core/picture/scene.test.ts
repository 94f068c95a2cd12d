import fc from 'fast-check';
import { readFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { ROLES } from '../../../src/lib/core/dossier/schema';
import {
	inFile,
	inPage,
	node,
	resolved,
	toSvg,
	type Scene,
	type TokenName
} from '../../../src/lib/core/picture/scene';
import { TOKENS, type Theme } from '../../../src/lib/core/picture/tokens';
import { THEMES } from '../../../src/lib/core/view/view';

const ALL: TokenName[] = [
	'land',
	'water',
	'water-line',
	'water-label',
	'border',
	'admin-line',
	'admin-label',
	'town-label',
	'place-label',
	'halo',
	'accent',
	'paper',
	'ink',
	'ink-soft',
	'relief',
	...ROLES.map((role) => `role-${role}` as const)
];

/** Where the stylesheet has a theme's values: dark stands twice, print on screen – of any part – and on paper. */
const BLOCKS: Record<Theme, RegExp> = {
	light: /^:root \{/,
	dark: /^:root\[data-theme='(dark|auto)'\] \{/,
	print: /^(:root\[data-theme\]|\[data-theme='print'\]) \{/
};

describe.each(THEMES)('tokens, %s', (theme) => {
	it('are in the page what they are in a file', async () => {
		const css = await readFile('src/lib/ui/theme.css', 'utf8');
		const wanted = css
			.split(/(?=:root|^\[data-theme)/m)
			.filter((block) => BLOCKS[theme].test(block));
		expect(wanted).toHaveLength(theme === 'light' ? 1 : 2);
		for (const token of ALL) {
			const value = inFile(TOKENS[theme])(token);
			const name = inPage(token).slice('var('.length, -1);
			for (const block of wanted) expect(block).toContain(`${name}: ${value};`);
		}
	});
});

describe('a node’s attributes', () => {
	it('have tokens where there is paint, and nothing else touched', () => {
		const found = resolved({ fill: 'land', stroke: 'none', opacity: 0.5, id: 'land' }, inPage);
		expect(found).toEqual({ fill: 'var(--map-land)', stroke: 'none', opacity: '0.5', id: 'land' });
	});
});

describe('a picture as a file', () => {
	const picture = (text: string): Scene => ({
		width: 10,
		height: 10,
		label: text,
		nodes: [node('g', { 'data-x': text }, [node('text', { fill: 'ink' }, text)])]
	});

	it('keeps hostile text as text', () => {
		const svg = toSvg(picture(`"><script>alert(1)</script><x y='&amp;`), TOKENS.light);
		expect(svg).not.toContain('<script');
		expect(svg.match(/<[a-z]/g)).toEqual(['<s', '<g', '<t']);
		expect(svg).toContain('&lt;script&gt;alert(1)&lt;/script&gt;');
		expect(svg).toContain('y=&#39;&amp;amp;');
	});

	it('is well-formed XML whatever its text, and loses none of it that XML allows', () => {
		fc.assert(
			fc.property(fc.string({ unit: 'binary' }), (text) => {
				const svg = toSvg(picture(text), TOKENS.dark);
				const inside = /<text[^>]*?(?:\/>|>([^<]*)<\/text>)/.exec(svg)?.[1] ?? '';
				const names: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'" };
				const read = inside.replace(/&([^;]+);/g, (_, name: string) => names[name] as string);
				// XML 1.0: Char ::= #x9 | #xA | #xD | [#x20-#xD7FF] | [#xE000-#xFFFD] | [#x10000-#x10FFFF]
				const allowed = [...text]
					.map((c) => ((c.codePointAt(0) as number) >> 11 === 27 ? '\ufffd' : c))
					.filter((c) => {
						const code = c.codePointAt(0) as number;
						return (
							code === 9 ||
							code === 10 ||
							code === 13 ||
							(code >= 32 && code < 0xfffe) ||
							code > 0xffff
						);
					})
					.join('');
				expect(read).toBe(allowed);
			})
		);
	});
});
