import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { basemapFolder, loadBasemap } from '../../src/lib/server/basemap';
import { fromPhone } from '../../src/lib/server/picture';

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
