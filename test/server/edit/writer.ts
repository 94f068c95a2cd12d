/**
 * Saves two dossiers by turns into a folder, and kills itself with SIGKILL at one of its own calls of the
 * file system: before it, or right after it was handed over, while it may be under way.
 * Arguments: the folder, the files that hold each dossier's texts as JSON, the call's number, before or amid.
 */
import { readFileSync } from 'node:fs';
import promises from 'node:fs/promises';
import { syncBuiltinESMExports } from 'node:module';
import type { DossierFile } from '../../../src/lib/core/dossier/check';
import { readFiles, saveFiles } from '../../../src/lib/server/edit/save';
import type { Texts } from './dossiers';

const [folder = '', one = '', other = '', last = '', when = ''] = process.argv.slice(2);

let calls = 0;
type Method = (...args: unknown[]) => unknown;
function counted(home: object, names: string[]): void {
	const methods = home as Record<string, Method>;
	for (const name of names) {
		const method = methods[name] as Method;
		methods[name] = function (this: unknown, ...args) {
			calls++;
			if (calls === Number(last) && when === 'before') process.kill(process.pid, 'SIGKILL');
			const result = method.apply(this, args);
			if (calls === Number(last)) process.kill(process.pid, 'SIGKILL');
			return result;
		};
	}
}
const handle = await promises.open(one);
counted(Object.getPrototypeOf(handle) as object, ['writeFile', 'write', 'sync', 'truncate']);
counted(promises, ['open', 'writeFile', 'rename', 'copyFile', 'truncate']);
syncBuiltinESMExports();

const dossiers = [one, other].map((path) => JSON.parse(readFileSync(path, 'utf8')) as Texts);
for (;;)
	for (const files of dossiers) {
		const now = (await readFiles(folder)).files;
		const base = Object.fromEntries(
			Object.keys(files).map((name) => [name, now[name as DossierFile]?.hash ?? null])
		);
		await saveFiles(folder, { base, files });
	}
