import { validateStyleMin } from '@maplibre/maplibre-gl-style-spec';
import { describe, expect, it } from 'vitest';
import { TOKENS, type Theme } from '../../src/lib/core/picture/tokens';
import { mapStyle, SOURCES } from '../../src/lib/map/style';
import { THEMES } from '../../src/lib/core/view/view';
import { RELIEF_CORNERS } from '../../src/lib/map/basemap';
import { contrast } from '../colour';

const build = (theme: Theme) =>
	mapStyle(
		TOKENS[theme],
		{ 'Noto Sans': [{ url: '/font.woff2', 'unicode-range': ['U+0000-00FF'] }] },
		{ url: '/relief.webp', coordinates: RELIEF_CORNERS }
	);

describe.each(THEMES)('the map’s style, %s', (theme) => {
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
});
