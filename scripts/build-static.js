/**
 * `npm run build:static`: the dossiers of DATELINE_DATA, else of geodata/, as a folder that any web server or
 * bucket serves, under any path (docs/static-hosting.md). DATELINE_SITE, where it is given, is the address
 * that the folder will have, for links in the files that leave it.
 */
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { readConfig } from './serve/config.js';
import { checkData } from './serve/data.js';
import { copyEvents } from './setup/copy-events.js';
import { run } from './setup/run.js';
import { ensureInstalled, ensureNode, root } from './setup.js';
import { endWith, StopError } from './stop.js';

try {
	ensureNode();
	const { data = '' } = readConfig({ DATELINE_DATA: process.env['DATELINE_DATA'] }, root);
	checkData(data);
	checkSite(process.env['DATELINE_SITE']);
	await ensureInstalled();
	const env = {
		...process.env,
		NODE_ENV: 'production',
		VITE_DATELINE_STATIC: '1',
		DATELINE_DATA: data
	};
	const vite = join(root, 'node_modules/vite/bin/vite.js');
	const code = await run(process.execPath, [vite, 'build', '--logLevel', 'warn'], {
		cwd: root,
		env
	});
	if (code !== 0)
		throw new StopError(`The folder could not be built: vite build, in ${root}, says why above.`);
	// Nothing in the folder reads articles: the gazetteer would be four megabytes for nobody.
	rmSync(join(root, 'build-static/gazetteer'), { recursive: true, force: true });
	copyEvents(data, join(root, 'build-static'));
	console.log('Dateline is in build-static/: serve that folder, under any path.');
} catch (error) {
	endWith(error);
}

/**
 * @param {string | undefined} site
 * @throws {StopError} exit code 2, on what is no address
 */
function checkSite(site) {
	if (!site || (URL.canParse(site) && /^https?:$/.test(new URL(site).protocol))) return;
	throw new StopError(
		`DATELINE_SITE must be the address of the folder, as in DATELINE_SITE=https://example.org/maps, not "${site}".`,
		2
	);
}
