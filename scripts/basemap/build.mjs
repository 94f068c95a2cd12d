/**
 * Builds static/basemap/ from npm and Debian packages: `node scripts/basemap/build.mjs [output directory]`.
 * Needs Debian 12, Node 20 or newer, npm and apt; as root it installs gmt and gdal itself. See pins.mjs for what it fetches.
 */
import { mkdirSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { debianData, debianTools, npmTools } from './tools.mjs';
import { build, collection, write } from './topo.mjs';
import { admin } from './admin.mjs';
import { historic } from './historic.mjs';
import { licences, manifest } from './manifest.mjs';
import { relief } from './relief.mjs';
import { towns } from './towns.mjs';
import { water } from './water.mjs';
import { world } from './world.mjs';

const here = dirname(fileURLToPath(import.meta.url));
const out = resolve(process.argv[2] ?? join(here, '../../static/basemap'));
mkdirSync(out, { recursive: true });

const step = (what, work) => {
	const start = Date.now();
	const result = work();
	console.log(`${what}: ${((Date.now() - start) / 1000).toFixed(1)} s`);
	return result;
};

step('Debian tools', debianTools);
const data = step('Debian data', debianData);
const require = step('npm packages', npmTools);

step('world', () => write(out, 'world.json', world(require)));
const waters = step('waters', water);
step('region', () => {
	// 1e5 steps over 14° are 15 m: finer than the data.
	const layers = { ...admin(require, waters.lakes), towns: collection(towns(require).features) };
	write(out, 'region.json', build(require, layers, { quantization: 1e5 }));
});
// Triangles under 0.01 km² go: below a pixel up to zoom 11.
step('water', () =>
	write(out, 'region-water.json', build(require, waters, { quantization: 1e5, minArea: 1e-6 }))
);
step('historic lines', () => write(out, 'historic.json', historic(require, data['qgis-common'])));
step('relief', () => relief(data['marble-qt-data'], out));
step('manifest', () => {
	licences(out);
	manifest(out);
});
