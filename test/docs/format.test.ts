import { readFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { checkDossier, DOSSIER_FILES, type DossierFile } from '../../src/lib/core/dossier/check';

const page = await readFile('docs/format.md', 'utf8');

/** The files of an example: each JSON block that follows a line of its own with `<name>/<file>`. */
function example(name: string): Partial<Record<DossierFile, Uint8Array>> {
	const files: Partial<Record<DossierFile, Uint8Array>> = {};
	for (const file of DOSSIER_FILES) {
		const block = new RegExp(
			`\`${name}/${file.replace('.', '\\.')}\`\\n+\`\`\`json\\n([\\s\\S]*?)\`\`\``
		);
		const found = block.exec(page)?.[1];
		if (found) files[file] = new TextEncoder().encode(found);
	}
	return files;
}

describe('the examples in docs/format.md', () => {
	it.each([
		['harbour', 4],
		['river', 5]
	])('%s is a sound dossier of %i files', (name, count) => {
		const files = example(name);
		expect(Object.keys(files)).toHaveLength(count);
		const { dossier, notes } = checkDossier(name, files);
		expect(notes).toEqual([]);
		expect(dossier?.events.length).toBeGreaterThan(0);
	});
});
