import { readFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { jsonSchemas } from '../../../src/lib/core/dossier/json-schema';

describe('the JSON Schemas in static/schema/', () => {
	it.each(Object.entries(jsonSchemas()))(
		'%s is what the format says (npm run schema writes it)',
		async (name, schema) => {
			const written = JSON.parse(await readFile(`static/schema/${name}`, 'utf8')) as unknown;
			expect(written).toEqual(JSON.parse(JSON.stringify(schema)));
		}
	);
});
