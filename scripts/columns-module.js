/**
 * Builds static/events-dateline.js, the published module that reads events.dateline, from the app's own reader.
 * With `--check` it writes nothing, and exits 1 when the file is not what the reader says.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'vite';
import { root } from './setup.js';
import { StopError, endWith } from './stop.js';

/** What stands before its code. */
const BANNER = `/**
 * Reads events.dateline, the events of a Dateline dossier as columns, in a browser or in Node from version 20.
 *
 *     import { open } from './events-dateline.js';
 *     const file = await open('https://example.org/dossier/events.dateline'); // or all of its bytes
 *     const { first, lon, lat } = await file.columns();
 *     const { event, sources } = (await file.records([0])).get(0);
 *
 * Built from Dateline’s own reader with npm run columns-module, MIT licence; docs/columns.md tells what is in it.
 */
// @ts-nocheck – it is checked where it comes from.
`;

const path = join(root, 'static', 'events-dateline.js');

try {
	const text = await built();
	if (!process.argv.includes('--check')) writeFileSync(path, text);
	else if (read() !== text)
		throw new StopError(
			'Out of date: static/events-dateline.js; run npm run columns-module and commit the result.'
		);
} catch (error) {
	endWith(error);
}

/** The module as one text: no piece of it is elsewhere, and people can read it. */
async function built() {
	const result = await build({
		root,
		configFile: false,
		logLevel: 'warn',
		publicDir: false,
		build: {
			write: false,
			minify: false,
			target: 'es2022',
			lib: {
				entry: join(root, 'scripts/columns-module/entry.js'),
				formats: ['es'],
				fileName: 'events-dateline'
			},
			rolldownOptions: { checks: { pluginTimings: false } }
		}
	});
	const [chunk] = /** @type {import('vite').Rolldown.RolldownOutput[]} */ (result)[0]?.output ?? [];
	if (!chunk) throw new Error('Nothing was built.');
	return BANNER + chunk.code;
}

function read() {
	try {
		return readFileSync(path, 'utf8');
	} catch {
		return undefined;
	}
}
