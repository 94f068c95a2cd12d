import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { basemapFolder, loadBasemap } from '../../src/lib/server/basemap';
import { checkDossier } from '../../src/lib/core/dossier/check';
import { fromPhone, pagePicture } from '../../src/lib/server/picture';
import { collection, syntheticFiles } from '../synthetic/dossier.js';

const CHROME = 'Mozilla/5.0 (Linux; Android 14) AppleWebKit/537.36 Chrome/140 Mobile Safari/537.36';
const SAFARI = 'Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) Version/18 Safari/605.1.15';
const home = process.cwd();

afterEach(() => process.chdir(home));

describe('the basemap', () => {
	it('is found from wherever the server was started', async () => {
		process.chdir(tmpdir());
		expect(basemapFolder()).toBe(join(home, 'static', 'basemap'));
		const { world } = await loadBasemap();
		expect(world.land.coordinates.length).toBeGreaterThan(100);
	});

	it('is read once', () => {
		expect(loadBasemap()).toBe(loadBasemap());
	});
});

describe('a picture’s ground', () => {
	const at = { type: 'Point', coordinates: [44.9, 40.2] };
	const country = (id: string, area: string) => ({
		type: 'Feature',
		id,
		geometry: at,
		properties: { kind: 'country', names: { en: [id] }, area }
	});
	const event = (place: string) => ({
		type: 'Feature',
		id: `talks-${place}`,
		geometry: at,
		properties: {
			title: 'Talks',
			type: 'type-2',
			place,
			precision: 'country',
			claims: [{ by: 'actor-0', stance: 'reports', text: 'Talks.', source: 'source-0' }]
		}
	});
	const files = {
		...syntheticFiles({ id: 'countries', events: 0 }),
		'places.geojson': collection([country('armenia', 'AM'), country('nowhere', 'XX')]),
		'events.geojson': collection([event('armenia'), event('nowhere')])
	};
	const { dossier } = checkDossier(
		'countries',
		Object.fromEntries(
			Object.entries(files).map(([name, content]) => [
				name,
				new TextEncoder().encode(JSON.stringify(content))
			])
		)
	);
	const wish = { language: 'en', narrow: false, lines: false, relief: '/relief.webp' };

	it('has the outline of a country that a place names, where the world has it', async () => {
		if (!dossier) throw new Error('no dossier');
		const position = { zoom: 6, lat: 40, lon: 45 };
		const drawn = await pagePicture(dossier, { ...wish, position });
		expect(Object.keys(drawn?.ground.outlines ?? {})).toEqual(['AM']);
		expect(drawn?.ground.outlines['AM']?.d).toMatch(/^M/);
	});

	it('has the outline of an area where a claim alone puts an event: some day knows it there', async () => {
		if (!dossier) throw new Error('no dossier');
		const [first] = dossier.events;
		if (!first) throw new Error('no event');
		const claims = first.claims.map((claim) => ({ ...claim, place: 'armenia' }));
		const moved = { ...dossier, events: [{ ...first, place: 'nowhere', claims }] };
		const drawn = await pagePicture(moved, { ...wish, position: { zoom: 6, lat: 40, lon: 45 } });
		expect(Object.keys(drawn?.ground.outlines ?? {})).toEqual(['AM']);
	});

	it('is drawn anew for each camera, with the same names in the language asked for', async () => {
		if (!dossier) throw new Error('no dossier');
		const names = async (lon: number, language: string) => {
			const position = { zoom: 7, lat: 40, lon };
			const drawn = await pagePicture(dossier, { ...wish, position, language });
			return drawn?.ground.names.filter(({ kind }) => kind === 'towns') ?? [];
		};
		const [here, east, armenian] = [
			await names(45, 'en'),
			await names(46, 'en'),
			await names(45, 'hy')
		];
		const ganja = (list: typeof here) => list.find(({ name }) => name === 'Ganja');
		expect((ganja(here)?.x ?? 0) - (ganja(east)?.x ?? 0)).toBeCloseTo((512 * 2 ** 7) / 360, 0);
		expect(armenian.some(({ name }) => /[Ա-և]/.test(name))).toBe(true);
	});
});

describe('a phone', () => {
	it.each<[string, Record<string, string>, boolean]>([
		['says so by its client hint', { 'sec-ch-ua-mobile': '?1' }, true],
		[
			'is none where the hint says no, whatever else',
			{ 'sec-ch-ua-mobile': '?0', 'user-agent': CHROME },
			false
		],
		['says so by its name where it gives no hint', { 'user-agent': CHROME }, true],
		['is no desktop browser', { 'user-agent': SAFARI }, false],
		['is nobody who says nothing', {}, false]
	])('%s', (_, headers, phone) => {
		expect(fromPhone(new Headers(headers))).toBe(phone);
	});
});
