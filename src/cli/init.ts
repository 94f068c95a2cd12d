import { existsSync } from 'node:fs';
import { mkdir, readdir, writeFile } from 'node:fs/promises';
import { basename, dirname, join, relative, resolve, sep } from 'node:path';
import * as v from 'valibot';
import { dayAt, formatDay } from '../lib/core/date/day';
import { RESERVED_IDS } from '../lib/core/dossier/check';
import { header, id as anId } from '../lib/core/dossier/schema';
import { endsOf, readArguments } from './arguments';
import { dossierTemplate } from '../lib/core/dossier/template';

const HELP = `Usage: dateline init <folder> [--title "<title>"] [--language <code>]

Writes a new, empty dossier into a folder that is not there yet, or empty: its files, and a
README.md that says what belongs in each, with an example to copy. The folder's name becomes the
dossier's address: a–z, 0–9 and -.

  --title      what readers see first; without it, the folder's name
  --language   language of the place names, a code such as en, hy or sr-Latn; without it, en
  --help       print this`;

const { misused, fault } = endsOf(HELP);

/** `dateline init`: paths of the new files to stdout, words to stderr. Returns the exit code. */
export async function runInit(args: string[]): Promise<number> {
	const read = readArguments(args, HELP, {
		title: { type: 'string' },
		language: { type: 'string', default: 'en' }
	});
	if (typeof read === 'number') return read;
	const { values, folder: given } = read;
	const folder = resolve(given);
	const id = basename(folder);
	const title = values.title?.trim() ?? titleOf(id);
	if (!v.is(header.entries.title, title)) return misused('A title has 1 to 2000 characters.');
	if (!v.is(header.entries.language, values.language))
		return misused(
			`A language is a code such as en, hy or sr-Latn, not ${JSON.stringify(values.language)}.`
		);
	if (!v.is(anId, id))
		return fault(
			`A folder named ${JSON.stringify(id)} cannot be an address: name it with a–z, 0–9 and -, at most 120 of them.`
		);
	if (RESERVED_IDS.has(id))
		return fault(`/${id} is a path of the site itself: give the folder another name.`);
	try {
		await mkdir(folder, { recursive: true });
		if ((await readdir(folder)).length > 0)
			return fault(
				`${given} is not empty: nothing was written. Name a folder that is not there yet.`
			);
		const files = dossierTemplate({
			id,
			title,
			language: values.language,
			today: formatDay(dayAt(Date.now())),
			schemas: schemasFrom(folder)
		});
		// A file that came between is somebody's: it stays.
		for (const [name, text] of Object.entries(files))
			await writeFile(join(folder, name), text, { flag: 'wx' });
		for (const name of Object.keys(files)) console.log(join(given, name));
	} catch (error) {
		const { code, path } = error as NodeJS.ErrnoException;
		if (code === undefined) throw error;
		if (code === 'EEXIST' || code === 'ENOTDIR')
			return fault(`${path ?? given} is there already, and is no folder.`);
		return fault(`${path ?? given} cannot be written (${code}).`);
	}
	console.error(
		`An empty dossier. Its README.md says what belongs in each file; see it with DATELINE_DATA=${dirname(given)} npm start.`
	);
	return 0;
}

/** `harbour-strike` → `Harbour strike`. */
export function titleOf(id: string): string {
	const words = id.replace(/-+/g, ' ').trim();
	return words.charAt(0).toUpperCase() + words.slice(1) || id;
}

/** Path to the JSON Schemas from a folder that lies in a clone; undefined elsewhere, where none would lead there. */
function schemasFrom(folder: string): string | undefined {
	for (let up = dirname(folder); ; up = dirname(up)) {
		const schemas = join(up, 'static', 'schema');
		if (existsSync(join(schemas, 'dossier.schema.json')))
			return relative(folder, schemas).split(sep).join('/');
		if (up === dirname(up)) return undefined;
	}
}
