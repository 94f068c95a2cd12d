import { writeFile } from 'node:fs/promises';
import { extname } from 'node:path';
import { DamagedFile } from '../lib/core/columns/events-file';
import { dayAt } from '../lib/core/date/day';
import { noteInWords } from '../lib/core/dossier/note';
import { MOST_DRAWN } from '../lib/core/columns/limits';
import { subsetOf } from '../lib/server/store/subset';
import { drawFigure, FORMATS, isFormat, Refused } from '../lib/server/figure/figure';
import { readFigureRequest } from '../lib/server/figure/request';
import { endsOf, readArguments } from './arguments';
import { readFolder } from './folder';

const HELP = `Usage: dateline render <folder> [--view "<query>"] [--out <file>] [--format svg|png|pdf]

Draws a view of a dossier: map, numbered events, what the symbols mean, numbered sources.

  --view     the query of the view's address, e.g. "from=2021-05-12&to=2021-05-18&labels=hy";
             width, height (of the figure above its lists), scale (1 to 4), sourcelist=0 and numbers=1
             belong to it as in the address of a picture
  --out      the file; its ending says the format. Without it the picture goes to stdout
  --format   svg (as without it), png or pdf, where no file's ending says so
  --help     print this`;

const { misused, fault } = endsOf(HELP);

/** `dateline render`: the picture to a file or stdout, words to stderr. Returns the exit code. */
export async function runRender(args: string[]): Promise<number> {
	const read = readArguments(args, HELP, {
		view: { type: 'string', default: '' },
		out: { type: 'string' },
		format: { type: 'string' }
	});
	if (typeof read === 'number') return read;
	const { values, folder } = read;
	const ending = values.out === undefined ? undefined : extname(values.out).slice(1).toLowerCase();
	const format = values.format ?? ending ?? 'svg';
	if (!isFormat(format))
		return misused(
			`A picture is ${Object.keys(FORMATS).join(', ')}: end the file so, or give --format.`
		);
	if (ending !== undefined && isFormat(ending) && ending !== format)
		return misused(
			`${values.out} ends as ${ending}, and --format says ${format}: let both say the same, or leave --format out.`
		);

	const found = await readFolder(folder);
	if (typeof found === 'string') return fault(found);
	for (const note of found.notes) console.error(noteInWords(note));
	const { dossier: frame, store } = found;
	if (!frame) return fault('Nothing sound is left of this dossier.');
	let file: Uint8Array;
	let events: number;
	try {
		const today = dayAt(Date.now());
		const wish = { limit: MOST_DRAWN };
		const subset = await subsetOf({ dossier: frame, store }, values.view, wish);
		const { dossier } = subset;
		for (const note of subset.notes) console.error(noteInWords(note));
		const { show, size } = readFigureRequest(dossier, values.view, today);
		for (const note of show.notes) console.error(note);
		file = await drawFigure({ whole: dossier, show, size, format });
		events = show.shown.length;
	} catch (error) {
		if (error instanceof Refused || error instanceof DamagedFile) return fault(error.message);
		throw error;
	} finally {
		found.events?.source.leave();
	}
	if (values.out === undefined) await toStdout(file);
	else
		try {
			await writeFile(values.out, file);
		} catch (error) {
			const { code } = error as NodeJS.ErrnoException;
			return fault(`${values.out} cannot be written (${code ?? error}).`);
		}
	const words = `${events} ${events === 1 ? 'event' : 'events'}`;
	console.error(`${words}, ${file.byteLength} bytes of ${format}.`);
	return 0;
}

function toStdout(file: Uint8Array): Promise<void> {
	return new Promise((done, failed) =>
		process.stdout.write(file, (error) => (error ? failed(error) : done()))
	);
}
