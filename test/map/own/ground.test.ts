import { validateStyleMin } from '@maplibre/maplibre-gl-style-spec';
import type { StyleSpecification } from 'maplibre-gl';
import { describe, expect, it } from 'vitest';
import type { Basemap } from '../../../src/lib/core/dossier/schema';
import { TOKENS, type Theme } from '../../../src/lib/core/picture/tokens';
import { THEMES } from '../../../src/lib/core/view/view';
import type { Archive } from '../../../src/lib/map/own/archive';
import { absolute, groundOf, OWN, safeTileJson } from '../../../src/lib/map/own/ground';

const TILES = 'ground1://archive/0/{z}/{x}/{y}';

function archiveOf(given: Partial<Archive>): Archive {
	return {
		kind: 'vector',
		encoding: 'mvt',
		minzoom: 0,
		maxzoom: 14,
		bounds: [-180, -85, 180, 85],
		attribution: '<b>The Makers</b>',
		layers: undefined,
		tile: () => Promise.resolve(undefined),
		...given
	};
}

/** The ground of a basemap, with the files that stand at some addresses. */
function build(
	basemap: Omit<Basemap, 'hosts'>,
	{ theme = 'light', archive = {}, files = {} as Record<string, unknown> } = {} as {
		theme?: Theme;
		archive?: Partial<Archive>;
		files?: Record<string, unknown>;
	}
) {
	return groundOf(
		{ hosts: [], ...basemap },
		{
			askJson: (address) => Promise.resolve(files[address]),
			archive: () => Promise.resolve({ archive: archiveOf(archive), tiles: TILES }),
			tokens: TOKENS[theme],
			language: 'hy'
		}
	);
}

type Built = Awaited<ReturnType<typeof build>>;

const asStyle = ({ sources, layers }: Built): StyleSpecification => ({
	version: 8,
	'font-faces': { 'Noto Sans': [{ url: '/font.woff2' }] },
	sources: Object.fromEntries(sources),
	layers
});

const SCHEMAS: Record<string, string[] | undefined> = {
	Protomaps: ['earth', 'landuse', 'water', 'roads', 'buildings', 'boundaries', 'places', 'pois'],
	OpenMapTiles: ['water', 'waterway', 'landcover', 'boundary', 'transportation', 'place', 'poi'],
	Shortbread: ['ocean', 'water_polygons', 'water_lines', 'streets', 'boundaries', 'place_labels'],
	'an unknown one': ['harbour_walls', '__proto__'],
	'one that says nothing': undefined
};

describe.each(THEMES)('vector tiles without a style, %s', (theme) => {
	it.each(Object.entries(SCHEMAS))(
		'hold against the style specification in the layers of %s',
		async (_, layers) => {
			const ground = await build(
				{ pmtiles: 'https://a.example/x.pmtiles' },
				{ theme, archive: { layers } }
			);
			expect(validateStyleMin(asStyle(ground))).toEqual([]);
			expect(ground.layers.length).toBeGreaterThan(0);
			expect(new Set(ground.layers.map(({ id }) => id)).size).toBe(ground.layers.length);
			if (layers)
				for (const layer of ground.layers)
					expect(layers).toContain('source-layer' in layer && layer['source-layer']);
		}
	);
});

describe('vector tiles without a style', () => {
	it('are drawn as hairlines where nobody knows their layers', async () => {
		const { layers } = await build(
			{ pmtiles: 'https://a.example/x.pmtiles' },
			{ archive: { layers: ['harbour_walls'] } }
		);
		expect(layers.map(({ type }) => type)).toEqual(['line', 'circle']);
	});

	it('leave out houses and shops', async () => {
		const { layers } = await build(
			{ pmtiles: 'https://a.example/x.pmtiles' },
			{ archive: { layers: ['buildings', 'pois'] } }
		);
		expect(layers).toEqual([]);
	});
});

describe('an archive', () => {
	it('of pictures is one layer of them, within its zooms and edges', async () => {
		const ground = await build(
			{ pmtiles: 'https://a.example/x.pmtiles' },
			{ archive: { kind: 'raster', minzoom: 3, maxzoom: 9, bounds: [44, 38, 47, 41] } }
		);
		expect(ground.sources).toEqual([
			[
				`${OWN}ground`,
				{
					type: 'raster',
					tiles: [TILES],
					tileSize: 256,
					minzoom: 3,
					maxzoom: 9,
					bounds: [44, 38, 47, 41],
					attribution: 'The Makers'
				}
			]
		]);
		expect(validateStyleMin(asStyle(ground))).toEqual([]);
	});
});

describe('an address of tiles', () => {
	it.each([
		['https://a.example/{z}/{x}/{y}.png', {}, 'raster'],
		['https://a.example/{z}/{x}/{y}', {}, 'raster'],
		['https://a.example/{z}/{x}/{y}.pbf?key=1', {}, 'vector'],
		['https://a.example/{z}/{x}/{y}.MVT', {}, 'vector'],
		['https://a.example/{z}/{x}/{y}', { kind: 'vector' as const }, 'vector'],
		['https://a.example/{z}/{x}/{y}.pbf', { kind: 'raster' as const }, 'raster']
	])('%s with %j is %s', async (tiles, more, type) => {
		const ground = await build({ tiles, ...more });
		expect(ground.sources.map(([, source]) => source.type)).toEqual([type]);
		expect(validateStyleMin(asStyle(ground))).toEqual([]);
	});

	it('keeps what the dossier says of its tiles', async () => {
		const tiles = ['https://a.example/{z}/{x}/{y}', 'https://b.example/{z}/{x}/{y}'];
		const ground = await build({ tiles, tileSize: 512, minzoom: 2, maxzoom: 7 });
		expect(ground.sources[0]?.[1]).toEqual({
			type: 'raster',
			tiles,
			tileSize: 512,
			minzoom: 2,
			maxzoom: 7
		});
	});
});

describe('a style', () => {
	const ADDRESS = 'https://a.example/maps/style.json';
	const styled = (style: unknown) => build({ style: ADDRESS }, { files: { [ADDRESS]: style } });

	it('keeps its layers in their order, under names that cannot meet ours', async () => {
		const ground = await styled({
			version: 8,
			sources: {
				events: { type: 'vector', url: 'tiles.json' },
				film: { type: 'video', urls: ['https://a.example/a.mp4'] }
			},
			layers: [
				{ id: 'water', type: 'background' },
				{ id: 'events', type: 'line', source: 'events', 'source-layer': 'x' },
				{ id: 'film', type: 'raster', source: 'film' }
			]
		});
		expect(ground.sources).toEqual([
			['own/events', { type: 'vector', url: 'https://a.example/maps/tiles.json' }]
		]);
		expect(ground.layers).toEqual([
			{ id: 'own/water', type: 'background' },
			{ id: 'own/events', type: 'line', source: 'own/events', 'source-layer': 'x' }
		]);
	});

	it('finds its parts where it stands', async () => {
		const ground = await styled({
			version: 8,
			sprite: 'sprites/day',
			glyphs: '../fonts/{fontstack}/{range}.pbf',
			'font-faces': { Plain: 'plain.woff2', Bold: [{ url: '/bold.woff2' }] },
			sources: {
				tiles: { type: 'raster', tiles: ['t/{z}/{x}/{y}.png'], attribution: '<img src=x>A' },
				shapes: { type: 'geojson', data: 'shapes.json' },
				inline: { type: 'geojson', data: { type: 'FeatureCollection', features: [] } }
			},
			layers: []
		});
		expect(ground.sprites).toEqual([{ id: 'default', url: 'https://a.example/maps/sprites/day' }]);
		expect(ground.glyphs).toBe('https://a.example/fonts/{fontstack}/{range}.pbf');
		expect(ground.fontFaces).toEqual({
			Plain: [{ url: 'https://a.example/maps/plain.woff2' }],
			Bold: [{ url: 'https://a.example/bold.woff2' }]
		});
		expect(ground.sources.map(([, source]) => source)).toEqual([
			{
				type: 'raster',
				tiles: ['https://a.example/maps/t/{z}/{x}/{y}.png'],
				attribution: 'A'
			},
			{ type: 'geojson', data: 'https://a.example/maps/shapes.json' },
			{ type: 'geojson', data: { type: 'FeatureCollection', features: [] } }
		]);
	});

	it('says more of an archive than the archive itself', async () => {
		const ground = await styled({
			version: 8,
			sources: { a: { type: 'vector', url: 'pmtiles://a.pmtiles', maxzoom: 9 } },
			layers: []
		});
		expect(ground.sources[0]?.[1]).toMatchObject({
			type: 'vector',
			tiles: [TILES],
			minzoom: 0,
			maxzoom: 9,
			attribution: 'The Makers'
		});
		expect(ground.sources[0]?.[1]).not.toHaveProperty('url');
	});

	it.each([
		[null],
		['a style'],
		[[]],
		[{ version: 8 }],
		[{ version: 7, sources: {}, layers: [] }],
		[{ version: 8, sources: [], layers: [] }],
		[{ version: 8, sources: {}, layers: {} }]
	])('that is %j is refused in words', async (style) => {
		await expect(styled(style)).rejects.toThrow('style.json is not a MapLibre style');
	});

	it.each([
		[{ version: 8, sources: { a: null, b: 1 }, layers: [null, 1, { source: 'a' }] }],
		[{ version: 8, sources: {}, layers: [], sprite: [1, null, {}], glyphs: {}, 'font-faces': [] }],
		[{ version: 8, sources: {}, layers: [], 'font-faces': { a: null, b: [1, {}] } }],
		[JSON.parse('{"version":8,"sources":{"__proto__":{"type":"vector"}},"layers":[]}') as object]
	])('with nonsense in it is read without a fall: %j', async (style) => {
		await expect(styled(style)).resolves.toBeDefined();
		expect(({} as { type?: string }).type).toBeUndefined();
	});
});

describe('addresses inside other files', () => {
	it.each([
		['{z}/{x}/{y}.png', 'https://a.example/maps/', 'https://a.example/maps/{z}/{x}/{y}.png'],
		['//b.example/{z}', 'https://a.example/', 'https://b.example/{z}'],
		['https://b.example/{z}?k={k}', 'https://a.example/', 'https://b.example/{z}?k={k}'],
		['mapbox://styles/x', 'https://a.example/', 'mapbox://styles/x']
	])('%s in a file at %s is %s', (url, from, wanted) => {
		expect(absolute(url, from)).toBe(wanted);
	});

	it('are made whole in a TileJSON, which keeps no markup', () => {
		expect(
			safeTileJson(
				{ tiles: ['t/{z}/{x}/{y}', 7], attribution: '<img src=x>A', minzoom: 2 },
				'https://a.example/maps/tiles.json'
			)
		).toEqual({
			tiles: ['https://a.example/maps/t/{z}/{x}/{y}'],
			attribution: 'A',
			minzoom: 2
		});
		expect(() => safeTileJson([], 'https://a.example/tiles.json')).toThrow('is not a TileJSON');
	});
});
