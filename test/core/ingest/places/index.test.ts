import { readFileSync } from 'node:fs';
import { brotliCompressSync, brotliDecompressSync, constants } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { fold } from '$lib/core/ingest/places/fold';
import { openGazetteer } from '$lib/core/ingest/places/open';

const packed = readFileSync('gazetteer/world.txt.br');
const browser = readFileSync('static/gazetteer/places.txt');
const world = brotliDecompressSync(packed);

describe('The gazetteer’s index', () => {
	it('is 8 MB in brotli at most for Node, 1.5 MB for a browser', () => {
		expect(packed.length).toBeLessThanOrEqual(8_000_000);
		const params = { [constants.BROTLI_PARAM_QUALITY]: 9, [constants.BROTLI_PARAM_LGWIN]: 22 };
		expect(brotliCompressSync(browser, { params }).length).toBeLessThanOrEqual(1_500_000);
	});

	it('finds every name that stands in it', () => {
		const text = browser.toString('utf8');
		const [, places = '0'] = text.slice(0, text.indexOf('\n')).split('\t');
		const names = text
			.trimEnd()
			.split('\n')
			.slice(4 + Number(places));
		const gazetteer = openGazetteer(browser);
		for (let i = 0; i < names.length; i += 97) {
			const [key = ''] = names[i]?.split('\t') ?? [];
			expect(gazetteer.named(key)?.hits.length).toBeGreaterThan(0);
		}
		for (const key of [names[0], names.at(-1)])
			expect(gazetteer.named(key?.split('\t')[0] ?? '')).toBeDefined();
	});

	it('knows nothing of a name that it has not', () => {
		const gazetteer = openGazetteer(browser);
		for (const key of ['', 'zzzzzzz', '\uffff', 'par', 'parisx', '\t', '\n'])
			expect(gazetteer.named(key), key).toBeUndefined();
	});

	it.each([
		'United States',
		'Yerevan',
		'Երևան',
		'Ереван',
		'İrəvan',
		'Côte d’Ivoire',
		'St. Petersburg',
		'Saint Petersburg'
	])('has %s, for Node and for a browser', (name) => {
		expect(openGazetteer(world).find(name).length).toBeGreaterThan(0);
		expect(openGazetteer(browser).find(name).length).toBeGreaterThan(0);
	});

	it('has every country that Unicode names in Armenian, Azerbaijani and Russian', () => {
		const gazetteer = openGazetteer(browser);
		for (const code of ['AM', 'AZ', 'RU', 'GE', 'TR', 'IR', 'US', 'FR', 'KZ'])
			for (const language of ['en', 'hy', 'az', 'ru']) {
				const name = new Intl.DisplayNames([language], { type: 'region' }).of(code) ?? '';
				const countries = gazetteer.find(name).filter(({ kind }) => kind === 'country');
				expect(
					countries.map(({ country }) => country),
					`${language} ${name}`
				).toContain(code);
			}
	});

	it.each([
		['nothing', ''],
		['another file', '<!doctype html>'],
		['half of it', world.toString('utf8').slice(0, 1_000_000)]
	])('is refused where it is %s', (_, text) => {
		expect(() => openGazetteer(new TextEncoder().encode(text))).toThrow(/gazetteer/);
	});
});

describe('Names are compared', () => {
	it.each([
		['Saint-Marc', 'St. Marc'],
		['Réunion', 'Reunion'],
		['Armenian–Azerbaijani', 'armenian-azerbaijani'],
		['Côte d’Ivoire', "Cote d'Ivoire"],
		['U.S.', 'US'],
		['Երևան', 'Երեւան'],
		['Łódź', 'Lodz'],
		['İstanbul', 'Istanbul']
	])('%s as %s', (a, b) => {
		expect(fold(a)).toBe(fold(b));
	});
});
