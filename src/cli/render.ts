import { stat, writeFile } from 'node:fs/promises';
import { basename, extname, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { checkDossier } from '../lib/core/dossier/check';
import { noteInWords } from '../lib/core/dossier/note';
import { drawFigure, FORMATS, isFormat, Refused, type Format } from '../lib/server/figure/figure';
import { readFigureRequest } from '../lib/server/figure/request';
import { readDossierFolder } from '../lib/server/read-folder';

const HELP = `Usage: dateline render <folder> [--view "<query>"] [--out <file>] [--format svg|png|pdf]

Draws a view of a dossier: map, numbered events, what the symbols mean, numbered sources.

  --view     the query of the view's address, e.g. "from=2021-05-12&to=2021-05-18&labels=hy";
             width, height (of the figure above its lists), scale (1 to 4) and sourcelist=0 belong
             to it as in the address of a picture
  --out      the file; its ending says the format. Without it the picture goes to stdout
  --format   svg (as without it), png or pdf, where no file's ending says so
  --help     print this`;

/** `dateline render`: the picture to a file or stdout, words to stderr. Returns the exit code. */
export async function runRender(args: string[]): Promise<number> {
	let parsed;
	try {
		parsed = parseArgs({
			args,
			allowPositionals: true,
			options: {
				view: { type: 'string', default: '' },
				out: { type: 'string' },
				format: { type: 'string' },
				help: { type: 'boolean', short: 'h', default: false }
			}
		});
	} catch (error) {
		return misused(error instanceof Error ? error.message : String(error));
	}
	const { values, positionals } = parsed;
	if (values.help) {
		console.log(HELP);
		return 0;
	}
	const [folder] = positionals;
	if (folder === undefined || positionals.length > 1) return misused();
	const format = formatOf(values.format, values.out);
	if (!format)
		return misused(
			`A picture is ${Object.keys(FORMATS).join(', ')}: end the file so, or give --format.`
		);

	const isFolder = await stat(folder).then(
		(found) => found.isDirectory(),
		() => false
	);
	if (!isFolder) return fault(`${folder} is no folder; give the folder of a dossier.`);
	const { files } = await readDossierFolder(folder);
	const { dossier, notes } = checkDossier(basename(resolve(folder)), files);
	for (const note of notes) console.error(noteInWords(note));
	if (!dossier) return fault('Nothing sound is left of this dossier.');
	try {
		const today = Math.floor(Date.now() / 86_400_000);
		const { show, size } = readFigureRequest(dossier, values.view, today);
		for (const note of show.notes) console.error(note);
		const file = await drawFigure({ whole: dossier, show, size, format });
		if (values.out === undefined) await toStdout(file);
		else await writeFile(values.out, file);
		const events = show.shown.length === 1 ? 'event' : 'events';
		console.error(`${show.shown.length} ${events}, ${file.byteLength} bytes of ${format}.`);
		return 0;
	} catch (error) {
		if (error instanceof Refused) return fault(error.message);
		const { code, path } = error as NodeJS.ErrnoException;
		if (code === undefined || path === undefined) throw error;
		return fault(`${path} cannot be written (${code}).`);
	}
}

/** The format that is asked for, or that a file's ending says; undefined where both say another, or none. */
function formatOf(asked: string | undefined, out: string | undefined): Format | undefined {
	const ending = out === undefined ? undefined : extname(out).slice(1).toLowerCase();
	const name = asked ?? ending ?? 'svg';
	return isFormat(name) ? name : undefined;
}

function toStdout(file: Uint8Array): Promise<void> {
	return new Promise((done, failed) =>
		process.stdout.write(file, (error) => (error ? failed(error) : done()))
	);
}

function misused(words?: string): number {
	console.error(words ? `${words}\n\n${HELP}` : HELP);
	return 2;
}

function fault(words: string): number {
	console.error(words);
	return 1;
}
