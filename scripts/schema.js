/**
 * Writes the JSON Schemas of the dossier format to static/schema/, so that editors validate a dossier.
 * With `--check` it writes nothing, and exits 1 when a file is not what the format says.
 */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { runnerImport } from 'vite';
import { root } from './setup.js';
import { StopError, endWith } from './stop.js';

const folder = join(root, 'static', 'schema');

/** @typedef {{ jsonSchemas(): Record<string, object> }} SchemaModule */

try {
	const { module } = await runnerImport(
		/** @type {string} */ (join(root, 'src/lib/core/dossier/json-schema.ts')),
		{
			root,
			configFile: false,
			logLevel: 'warn',
			resolve: { alias: { $lib: join(root, 'src/lib') } }
		}
	);
	const schemas = /** @type {SchemaModule} */ (module).jsonSchemas();
	/** @type {[name: string, text: string][]} */
	const files = Object.entries(schemas).map(([name, schema]) => [
		name,
		`${JSON.stringify(schema, null, 2)}\n`
	]);

	if (process.argv.includes('--check')) {
		const stale = files.filter(([name, text]) => read(name) !== text).map(([name]) => name);
		if (stale.length > 0)
			throw new StopError(
				`Out of date in static/schema: ${stale.join(', ')}; run npm run schema and commit the result.`
			);
	} else {
		mkdirSync(folder, { recursive: true });
		for (const [name, text] of files) writeFileSync(join(folder, name), text);
	}
} catch (error) {
	endWith(error);
}

/**
 * @param {string} name
 * @returns {string | undefined} undefined when there is no such file
 */
function read(name) {
	try {
		return readFileSync(join(folder, name), 'utf8');
	} catch {
		return undefined;
	}
}
