import { booleanPointInPolygon } from '@turf/boolean-point-in-polygon';
import type { Feature, Polygon } from 'geojson';
import { readFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { checkDossier } from '../../../src/lib/core/dossier/check';
import type { Dossier, DossierEvent, Place } from '../../../src/lib/core/dossier/dossier';
import { aboutMarks } from '../../../src/lib/core/picture/about';
import {
	countryLettering,
	decodeRegion,
	decodeWorld,
	mergedLand,
	takenBy,
	type BasemapFile
} from '../../../src/lib/core/picture/basemap';
import { screenPoint, worldPoint, type Camera } from '../../../src/lib/core/picture/camera';
import { groundNodes } from '../../../src/lib/core/picture/ground';
import { groundNames } from '../../../src/lib/core/picture/lettering';
import { pictureScene, type Ground, type Shown } from '../../../src/lib/core/picture/picture';
import type { SceneNode } from '../../../src/lib/core/picture/scene';
import { pointOf } from '../../../src/lib/core/place/geometry';
import { symbolPoint } from '../../../src/lib/core/place/precision';
import type { ShownEvent } from '../../../src/lib/core/view/filter';

const FOLDER = 'geodata/armenia-azerbaijan';
const FILES = ['dossier.json', 'sources.json', 'places.geojson', 'events.geojson'];
const files = Object.fromEntries(
	await Promise.all(
		FILES.map(async (name) => [name, new Uint8Array(await readFile(`${FOLDER}/${name}`))])
	)
) as Record<string, Uint8Array>;
const dossier = checkDossier('armenia-azerbaijan', files).dossier as Dossier;
const whole: ShownEvent[] = dossier.events.map((event) => ({ event, match: 'certain' }));

const read = async (name: string) =>
	JSON.parse(await readFile(`static/basemap/${name}.json`, 'utf8')) as BasemapFile;
const worldFile = await read('world');
const world = { ...decodeWorld(worldFile), land: mergedLand(worldFile) };
const [regionFile, waterFile] = [await read('region'), await read('region-water')];
const region = decodeRegion(regionFile, waterFile, takenBy(dossier));

const CAMERAS: [string, Camera][] = [
	['the opening view', { zoom: 7.75, lat: 39.8, lon: 46.2, width: 1600, height: 1000 }],
	['a phone', { zoom: 6.2, lat: 39.8, lon: 46.2, width: 480, height: 760 }],
	['the world', { zoom: 1, lat: 20, lon: 0, width: 1600, height: 1000 }],
	['both sides of ±180°', { zoom: 3, lat: 60, lon: 180, width: 1600, height: 1000 }],
	['close by', { zoom: 12, lat: 39.6, lon: 46.2, width: 1600, height: 1000 }],
	['the North Pole', { zoom: 4, lat: 90, lon: 0, width: 800, height: 600 }],
	['the South Pole', { zoom: 4, lat: -90, lon: 0, width: 800, height: 600 }]
];

function groundAt(camera: Camera, language = 'en'): Ground {
	return {
		camera,
		nodes: groundNodes(camera, { world, region, relief: '/relief.webp' }),
		names: groundNames(camera, world, region.lettered(language)),
		outlines: {}
	};
}

const look = () => ({ role: 'armed', shape: 'diamond', variant: 'solid' }) as const;
const sceneAt = (camera: Camera, shown: readonly ShownEvent[], language = 'en') =>
	pictureScene(groundAt(camera, language), { dossier, shown, look, language });

function* walk(nodes: readonly SceneNode[]): Generator<SceneNode> {
	for (const item of nodes) {
		yield item;
		yield* walk(item.children ?? []);
	}
}

/** The symbols' groups: those moved to a point of the picture that hold a symbol. */
const symbolsOf = (nodes: readonly SceneNode[]) =>
	nodes.filter(({ attributes }) => /^translate\(\S+ \S+\)$/.test(String(attributes['transform'])));

/** How many events a symbol says that it stands for. */
function countOf(symbol: SceneNode): number {
	const number = [...walk([symbol])].find(({ tag }) => tag === 'text')?.text;
	return number === undefined ? 1 : Number(number);
}

describe.each(CAMERAS)('a picture of %s', (_, camera) => {
	it('has a symbol for every shown event in sight, and counts none twice', () => {
		for (const shown of [whole, whole.slice(0, 20), []]) {
			const { nodes } = sceneAt(camera, shown);
			const counted = symbolsOf(nodes).reduce((sum, symbol) => sum + countOf(symbol), 0);
			const inSight = shown.filter(({ event }) => {
				const at = symbolPoint(event);
				if (!at) return false;
				const { x, y } = screenPoint(camera, worldPoint(at));
				return x >= 0 && y >= 0 && x <= camera.width && y <= camera.height;
			}).length;
			const placed = shown.filter(({ event }) => symbolPoint(event)).length;
			// A stack at the edge stands for some beyond it; a narrow world repeats.
			expect(counted).toBeGreaterThanOrEqual(camera.zoom < 1.7 ? inSight : Math.min(inSight, 1));
			if (camera.zoom > 1.7) expect(counted).toBeLessThanOrEqual(placed);
		}
	});

	it('has no number that is none', () => {
		for (const { attributes } of walk(sceneAt(camera, whole).nodes))
			for (const value of Object.values(attributes))
				expect(String(value)).not.toMatch(/NaN|Infinity|undefined/);
	});

	it('has a dot for each town that it names, and for no other', () => {
		const groups = [...walk(sceneAt(camera, whole).nodes)].filter(
			({ tag, attributes }) => tag === 'g' && attributes['fill'] === 'town-label'
		);
		const count = (wanted: string) =>
			groups.flatMap(({ children = [] }) => children).filter(({ tag }) => tag === wanted).length;
		expect(count('text')).toBeGreaterThanOrEqual(count('circle'));
		// A name of two lines has two texts and one dot.
		expect(count('circle')).toBeGreaterThanOrEqual(count('text') / 2);
	});

	it('letters nothing outside the frame', () => {
		for (const { tag, attributes } of walk(sceneAt(camera, whole).nodes)) {
			// Numbers on symbols are placed about their symbol.
			if (tag !== 'text' || attributes['font-weight'] === 600) continue;
			expect(Number(attributes['x'])).toBeGreaterThanOrEqual(0);
			expect(Number(attributes['x'])).toBeLessThanOrEqual(camera.width);
			expect(Number(attributes['y'])).toBeGreaterThan(0);
			expect(Number(attributes['y'])).toBeLessThanOrEqual(camera.height);
		}
	});
});

describe('countries', () => {
	const namesIn = (language: string, own: Pick<Dossier, 'events' | 'places'> = dossier) =>
		countryLettering(
			world,
			own
		)(language).features.map(({ properties }) => String(properties?.['name']));

	it('are lettered in the language that is asked for, where their names in it are known', () => {
		expect(namesIn('en')).toContain('Georgia');
		expect(namesIn('hy')).toContain('Վրաստան');
		expect(namesIn('hy')).not.toContain('Georgia');
		expect(namesIn('hy')).toContain('Germany');
	});

	it('are not lettered twice: the name that a dossier gives one stands for it', () => {
		const [event] = dossier.events.filter(symbolPoint);
		const [place] = dossier.places;
		if (!event || !place) throw new Error('An empty dossier.');
		const own = (kind: string, names: Record<string, string[]>) => ({
			events: [{ ...event, place: 'there' }],
			places: [{ ...place, id: 'there', kind, names }]
		});
		expect(namesIn('en', own('country', { en: ['Georgia'] }))).not.toContain('Georgia');
		expect(namesIn('hy', own('country', { en: ['Georgia'] }))).not.toContain('Վրաստան');
		expect(namesIn('en', own('settlement', { en: ['Georgia'] }))).toContain('Georgia');
		expect(namesIn('en', { ...own('country', { en: ['Georgia'] }), events: [] })).toContain(
			'Georgia'
		);
	});

	it('are named on either side of a border where symbols crowd', () => {
		const camera = { zoom: 6, lat: 40, lon: 45.5, width: 1050, height: 760 };
		const texts = [...walk(sceneAt(camera, whole).nodes)].map(({ text }) => text);
		expect(texts).toContain('Armenia');
		expect(texts).toContain('Azerbaijan');
	});
});

describe('provinces', () => {
	const place = (id: string): Place => ({
		...(dossier.places[0] as Place),
		id: 'there',
		kind: 'province',
		area: id,
		geometry: { type: 'Point', coordinates: [45.34, 40.35] }
	});
	const namesWith = (places: Place[]) => {
		const [event] = dossier.events.filter(symbolPoint) as [DossierEvent];
		const geometry = { type: 'Point' as const, coordinates: [45.34, 40.35] as [number, number] };
		const taken = takenBy({ events: [{ ...event, geometry, place: 'there' }], places });
		const { lettered } = decodeRegion(regionFile, waterFile, taken);
		return lettered('en').areas.features.map(({ properties }) => String(properties?.['name']));
	};

	it('are not lettered twice, however far from its name the dossier’s symbol stands', () => {
		expect(namesWith([place('AM-GR')])).not.toContain('Gegharkunik');
		expect(namesWith([place('AM-TV')])).toContain('Gegharkunik');
	});

	it('have their names on land: on none of the lakes that are as large as a name', () => {
		const large = region.lakes.features.filter(({ properties }) => properties?.['km2'] >= 25);
		expect(large.length).toBeGreaterThan(3);
		for (const { properties, geometry } of decodeRegion(regionFile, waterFile, []).lettered('en')
			.areas.features)
			for (const lake of large)
				expect(
					booleanPointInPolygon(geometry.coordinates as [number, number], lake as Feature<Polygon>),
					String(properties?.['name'])
				).toBe(false);
	});
});

describe('the opening picture', () => {
	const [, camera] = CAMERAS[0] as [string, Camera];

	it('counts every event of the region, once', () => {
		const { nodes, label } = sceneAt(camera, whole);
		const inside = whole.filter(({ event }) => {
			const at = symbolPoint(event);
			return at && at[0] > 43.7 && at[0] < 48.7 && at[1] > 38.6 && at[1] < 41;
		}).length;
		expect(inside).toBeGreaterThan(20);
		expect(symbolsOf(nodes).reduce((sum, symbol) => sum + countOf(symbol), 0)).toBe(inside);
		expect(label).toContain(`Map with ${inside} of ${whole.length} events`);
	});

	it('letters the place names in the language that is asked for', () => {
		const texts = (language: string) =>
			[...walk(sceneAt(camera, whole, language).nodes)].map(({ text }) => text ?? '').join('|');
		expect(texts('hy')).toMatch(/[Ա-ֆ]{5}/);
		expect(texts('ru')).toMatch(/[А-я]{5}/);
		expect(texts('en')).toMatch(/Lake Sevan/);
	});

	it('has land and lake where they are', () => {
		const paths = groundAt(camera).nodes.filter(({ tag }) => tag === 'path');
		expect(paths.some(({ attributes }) => attributes['fill'] === 'land')).toBe(true);
		// Lake Sevan’s middle, 40.33° N 45.33° E, lies in one of the water paths.
		const { x, y } = screenPoint(camera, worldPoint([45.33, 40.33]));
		const lakes = paths.filter(
			({ attributes }) => attributes['fill'] === 'water' && attributes['stroke'] === 'water-line'
		);
		expect(lakes.some(({ attributes }) => inside(String(attributes['d']), x, y))).toBe(true);
		expect(lakes.some(({ attributes }) => inside(String(attributes['d']), x + 250, y))).toBe(false);
	});
});

describe('the event that is chosen', () => {
	const [, camera] = CAMERAS[0] as [string, Camera];
	const inView = (event: DossierEvent) => {
		const at = symbolPoint(event);
		const { x, y } = at ? screenPoint(camera, worldPoint(at)) : { x: -1, y: -1 };
		return x > 60 && y > 60 && x < camera.width - 60 && y < camera.height - 60;
	};
	const inside = dossier.events.find(inView) as DossierEvent;
	const chosen = (event: DossierEvent, shown: readonly ShownEvent[], more: Partial<Shown> = {}) =>
		pictureScene(groundAt(camera), {
			dossier,
			shown,
			look,
			language: 'en',
			selected: event.id,
			...more
		}).nodes;
	/** Where the symbols in a halo stand. */
	const halos = (nodes: readonly SceneNode[]) =>
		symbolsOf(nodes)
			.filter((symbol) =>
				[...walk([symbol])].some(({ attributes }) => attributes['stroke'] === 'accent')
			)
			.map(({ attributes }) => /\((\S+) (\S+)\)/.exec(String(attributes['transform'])))
			.map((found) => ({ x: Number(found?.[1]), y: Number(found?.[2]) }));
	const dotted = (nodes: readonly SceneNode[]) =>
		[...walk(nodes)].filter(
			({ attributes }) => attributes['stroke-dasharray'] === '1.5 3' && attributes['d']
		);

	it('keeps a faint symbol at its spot where the view leaves it out, which no number counts', () => {
		const nodes = chosen(inside, []);
		const [ghost, ...more] = halos(nodes);
		expect(more).toEqual([]);
		const at = screenPoint(camera, worldPoint(symbolPoint(inside) as [number, number]));
		expect(ghost?.x).toBeCloseTo(at.x, 0);
		expect(ghost?.y).toBeCloseTo(at.y, 0);
		const faint = [...walk(symbolsOf(nodes))].filter(
			({ attributes }) => attributes['opacity'] === 0.35
		);
		expect(faint).toHaveLength(1);
		expect([...walk(nodes)].some(({ text }) => /^\d+$/.test(text ?? ''))).toBe(false);
	});

	it('stands above the symbol that has its spot, when it is left out', () => {
		const others = whole.filter(({ event }) => event !== inside);
		const nodes = chosen(inside, others);
		const counted = symbolsOf(sceneAt(camera, others).nodes).reduce((n, s) => n + countOf(s), 0);
		const [ghost, ...more] = halos(nodes);
		expect(more).toEqual([]);
		expect(symbolsOf(nodes).reduce((n, s) => n + countOf(s), 0)).toBe(counted + 1);
		for (const symbol of symbolsOf(sceneAt(camera, others).nodes)) {
			const [, x, y] = /\((\S+) (\S+)\)/.exec(String(symbol.attributes['transform'])) ?? [];
			const near = Math.abs(Number(x) - (ghost?.x ?? 0)) < 10;
			if (near) expect(Math.abs(Number(y) - (ghost?.y ?? 0))).toBeGreaterThan(20);
		}
	});

	it('has one symbol in a halo where the view shows it, and no ghost where symbols are numbered', () => {
		expect(halos(chosen(inside, whole))).toHaveLength(1);
		expect(halos(chosen(inside, [], { numbers: new Map() }))).toEqual([]);
	});

	it('has dotted lines from its symbol, ghost or not, to the rims about what it is about', () => {
		const from = screenPoint(camera, worldPoint(symbolPoint(inside) as [number, number]));
		const place = dossier.places.find(({ geometry }) => {
			const at = pointOf(geometry);
			const { x, y } = at ? screenPoint(camera, worldPoint(at)) : from;
			return Math.hypot(x - from.x, y - from.y) > 200;
		}) as Place;
		const about = { ...inside, concerns: [place.id] };
		const own = {
			...dossier,
			events: dossier.events.map((event) => (event === inside ? about : event))
		};
		const shown = own.events.map((event): ShownEvent => ({ event, match: 'certain' }));
		const to = screenPoint(camera, worldPoint(pointOf(place.geometry) as [number, number]));
		for (const list of [shown, shown.filter(({ event }) => event !== about)]) {
			const nodes = chosen(about, list, { dossier: own });
			const [halo] = halos(nodes);
			const [line, ...more] = dotted(nodes);
			expect(more).toEqual([]);
			const [x1, y1, x2, y2] =
				String(line?.attributes['d'])
					.match(/-?[\d.]+/g)
					?.map(Number) ?? [];
			expect([x1, y1]).toEqual([halo?.x, halo?.y]);
			expect(Math.hypot(to.x - (x2 ?? 0), to.y - (y2 ?? 0))).toBeCloseTo(6, 0);
		}
	});
});

describe('lines to what an event is about', () => {
	it('go the short way across ±180°, and mark the place on both sides', () => {
		const view = { zoom: 2, lat: 0, lon: 0, width: 2048, height: 800 };
		const from = { ...screenPoint(view, worldPoint([170, 0])), world: worldPoint([170, 0]) };
		const [mark] = aboutMarks(view, [worldPoint([-170, 0])], from);
		const degree = 2048 / 360;
		expect(mark?.ends.map(({ x }) => Math.round(x))).toEqual([
			Math.round(1024 + 190 * degree),
			Math.round(1024 - 170 * degree)
		]);
		expect(mark?.line?.x2).toBeGreaterThan(from.x);
		expect(aboutMarks(view, [worldPoint([-170, 0])], undefined)[0]?.line).toBeUndefined();
	});
});

/** Whether a point lies in path data made of M, m, l and z, by the even-odd rule. */
function inside(d: string, x: number, y: number): boolean {
	let odd = false;
	let at: [number, number] = [0, 0];
	let start = at;
	const edge = (a: [number, number], b: [number, number]) => {
		if (a[1] > y !== b[1] > y && x < ((b[0] - a[0]) * (y - a[1])) / (b[1] - a[1]) + a[0])
			odd = !odd;
	};
	for (const [, letter, dx, dy] of d.matchAll(/([Mmlz])(-?[\d.]+)?,?(-?[\d.]+)?/g)) {
		const to: [number, number] =
			letter === 'z'
				? start
				: letter === 'M'
					? [Number(dx), Number(dy)]
					: [at[0] + Number(dx), at[1] + Number(dy)];
		if (letter === 'l' || letter === 'z') edge(at, to);
		else start = to;
		at = to;
	}
	return odd;
}
