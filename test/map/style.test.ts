import { validateStyleMin } from '@maplibre/maplibre-gl-style-spec';
import { describe, expect, it } from 'vitest';
import { readFile } from 'node:fs/promises';
import { TOKENS, type Theme } from '../../src/lib/core/picture/tokens';
import { mapStyle, SOURCES } from '../../src/lib/map/style';
import { RELIEF_CORNERS } from '../../src/lib/map/basemap';

const themes: Theme[] = ['light', 'dark'];
const build = (theme: Theme) =>
	mapStyle(
		TOKENS[theme],
		{ 'Noto Sans': [{ url: '/font.woff2', 'unicode-range': ['U+0000-00FF'] }] },
		{ url: '/relief.webp', coordinates: RELIEF_CORNERS }
	);

/** Relative luminance and contrast as WCAG 2.2 defines them. */
function contrast(a: string, b: string): number {
	const luminance = (colour: string) => {
		const [r, g, b] = [1, 3, 5]
			.map((at) => parseInt(colour.slice(at, at + 2), 16) / 255)
			.map((c) => (c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4)) as [
			number,
			number,
			number
		];
		return 0.2126 * r + 0.7152 * g + 0.0722 * b;
	};
	const [high, low] = [luminance(a), luminance(b)].sort((x, y) => y - x) as [number, number];
	return (high + 0.05) / (low + 0.05);
}

describe.each(themes)('the map’s style, %s', (theme) => {
	it('holds against the MapLibre style specification', () => {
		expect(validateStyleMin(build(theme))).toEqual([]);
	});

	it('holds without the relief too, and asks nobody for it', () => {
		const style = mapStyle(TOKENS[theme], {
			'Noto Sans': [{ url: '/font.woff2', 'unicode-range': ['U+0000-00FF'] }]
		});
		expect(validateStyleMin(style)).toEqual([]);
		expect(JSON.stringify(style)).not.toContain('relief');
	});

	it('draws from sources that it has', () => {
		for (const layer of build(theme).layers)
			if ('source' in layer) expect([...SOURCES, 'relief']).toContain(layer.source);
	});

	it('gives every role at least 3:1 on the land', () => {
		for (const colour of Object.values(TOKENS[theme].roles))
			expect(contrast(colour, TOKENS[theme].land)).toBeGreaterThanOrEqual(3);
	});

	it('letters places at 4.5:1 or better on the land', () => {
		const { land, placeLabel, townLabel } = TOKENS[theme];
		expect(contrast(placeLabel, land)).toBeGreaterThanOrEqual(4.5);
		expect(contrast(townLabel, land)).toBeGreaterThanOrEqual(4.5);
	});

	it('has the interface’s colours for roles, land and water', async () => {
		const css = await readFile('src/lib/ui/theme.css', 'utf8');
		const blocks = css.split(/(?=:root)/).filter((block) => block.startsWith(':root'));
		const wanted =
			theme === 'light'
				? [blocks[0]]
				: blocks.filter((block) => /^:root\[data-theme='(dark|auto)'\]/.test(block));
		expect(wanted).toHaveLength(theme === 'light' ? 1 : 2);
		for (const block of wanted) {
			const { roles, land, water } = TOKENS[theme];
			for (const [role, colour] of Object.entries(roles))
				expect(block).toContain(`--role-${role}: ${colour};`);
			expect(block).toContain(`--map-land: ${land};`);
			expect(block).toContain(`--map-water: ${water};`);
		}
	});
});
