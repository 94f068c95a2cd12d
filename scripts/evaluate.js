/**
 * `npm run evaluate`: how well articles are read, against what people marked in them. Prints tables, writes nothing;
 * `--errors` lists what went wrong. A part whose texts are not there says so and is skipped. docs/ingest.md has the figures.
 */
import { parseArgs } from 'node:util';
import { join } from 'node:path';
import { runnerImport } from 'vite';
import { ensureInstalled, root } from './setup.js';
import { endWith } from './stop.js';

/** @typedef {{ PARTS: Record<string, (root: string, withErrors: boolean) => Promise<string[]>> }} Parts */

try {
	const { values, positionals } = parseArgs({
		options: { errors: { type: 'boolean', default: false } },
		allowPositionals: true
	});
	await ensureInstalled();
	const { module } = await runnerImport(join(root, 'test/evaluate/main.ts'), {
		root,
		configFile: false,
		logLevel: 'warn',
		resolve: { alias: { $lib: join(root, 'src/lib') } }
	});
	const { PARTS } = /** @type {Parts} */ (module);
	for (const part of positionals)
		if (!Object.hasOwn(PARTS, part))
			throw new Error(`There is no part “${part}”: choose of ${Object.keys(PARTS).join(', ')}.`);
	for (const [name, run] of Object.entries(PARTS))
		if (positionals.length === 0 || positionals.includes(name))
			console.log(`${(await run(root, values.errors)).join('\n')}\n`);
} catch (error) {
	endWith(error);
}
