/** `npm start`: sets up what is missing, then serves, in one process so that Ctrl-C reaches the server. */
import { readConfig } from './serve/config.js';
import { checkData } from './serve/data.js';
import { readOptions } from './serve/options.js';
import { ensureBuilt, ensureInstalled, ensureNode, root } from './setup.js';
import { endWith } from './stop.js';

try {
	ensureNode();
	// Wrong settings are told before the wait for packages and build, not after it.
	const config = readConfig(process.env, root, readOptions(process.argv.slice(2)));
	if (config.data !== undefined) checkData(config.data);
	await ensureInstalled();
	await ensureBuilt();
	const { serve } = await import('../server.js');
	await serve(config);
} catch (error) {
	endWith(error);
}
