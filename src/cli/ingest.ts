import * as v from 'valibot';
import { parseDay } from '../lib/core/date/day';
import { noteInWords } from '../lib/core/dossier/note';
import { webAddress } from '../lib/core/dossier/schema';
import type { ArticleFacts } from '../lib/core/ingest/article';
import { linkAcross } from '../lib/core/ingest/across';
import type { Reading } from '../lib/core/ingest/draft';
import { ingest, type Known } from '../lib/core/ingest/ingest';
import { idOf, toFeatureCollection, toMentions, type FileReading } from '../lib/core/ingest/output';
import { decode } from '../lib/core/ingest/read/decode';
import { readArticle } from '../lib/core/ingest/read/read';
import { Unreadable } from '../lib/core/ingest/read/unreadable';
import { loadGazetteer } from '../lib/server/gazetteer';
import { endsOf, readArgumentList } from './arguments';
import { articlesIn, bytesOf } from './article-files';
import { readFolder } from './folder';
import { progress } from './progress';

const HELP = `Usage: dateline ingest <file>… [--published YYYY-MM-DD] [--url <address>] [--title "<title>"]
                       [--dossier <folder>] [--mentions]
       dateline ingest --batch <folder> […]

Reads articles – plain text or web pages, - is standard input – and prints the events that they seem to
report as a GeoJSON FeatureCollection of drafts, for a person to decide on. Nothing is fetched.

  --published   the day of publication, where an article does not give it: dates such as “on Thursday”
                are read from it
  --url         where the article is published; with one file only
  --title       its title; with one file only
  --dossier     folder of a dossier: its places and actors are looked up first, its events known again
  --mentions    print the dates and places that are named, with their offsets, instead of drafts:
                an object, for several files a list of them
  --batch       read all .txt, .html and .htm files of a folder
  --help        print this

Data goes to stdout, words to stderr. Exit code 1 where a file could not be read, or gives no day of
publication and --published is missing; what the others give is printed all the same.`;

const { misused, fault } = endsOf(HELP);

/** `dateline ingest`: drafts or mentions to stdout, words to stderr. Returns the exit code. */
export async function runIngest(args: string[]): Promise<number> {
	const read = readArgumentList(args, HELP, {
		url: { type: 'string' },
		published: { type: 'string' },
		title: { type: 'string' },
		dossier: { type: 'string' },
		batch: { type: 'string' },
		mentions: { type: 'boolean', default: false }
	});
	if (typeof read === 'number') return read;
	const { values, given: files } = read;
	const { batch } = values;
	const several = batch !== undefined || files.length > 1;
	if (files.length === 0 && batch === undefined) return misused();
	if (files.filter((file) => file === '-').length > 1)
		return misused('Standard input (-) can be read once.');
	for (const name of ['url', 'title'] as const)
		if (several && values[name] !== undefined)
			return misused(`--${name} is one article’s: give it with one file.`);
	if (values.published !== undefined && parseDay(values.published) === undefined)
		return misused(
			`--published is a day such as 2021-05-16, not ${JSON.stringify(values.published)}.`
		);
	if (values.url !== undefined && !v.is(webAddress, values.url))
		return misused('--url is an address that begins with https:// or http://.');

	const known = await knownBy(values.dossier);
	if (typeof known === 'string') return fault(known);
	if (batch !== undefined) {
		const found = await articlesIn(batch);
		if (typeof found === 'string') return fault(found);
		files.push(...found);
	}
	const facts: Partial<ArticleFacts> = {
		...(values.url !== undefined && { url: values.url }),
		...(values.title !== undefined && { title: values.title }),
		...(values.published !== undefined && { published: values.published })
	};
	const readings: FileReading[] = [];
	let faults = 0;
	const bar = progress(batch === undefined ? 0 : files.length);
	for (const file of files) {
		const reading = await readingOf(file, facts, known);
		const undated = reading !== undefined && reading.article.published === undefined;
		if (undated)
			bar.say(
				`${nameOf(file)}: no day of publication was found in it${values.mentions ? '; dates that need it have no value' : ''}. Give it with --published YYYY-MM-DD.`
			);
		if (reading === undefined || (undated && !values.mentions)) faults++;
		else {
			for (const note of reading.notes) bar.say(`${nameOf(file)}: ${note}`);
			readings.push({ reading, ...(several && { file }) });
		}
		bar.step();
	}
	bar.end();
	if (readings.length > 0) print(values.mentions, several, linked(readings));
	return faults > 0 ? 1 : 0;

	/** Undefined where the file is at fault, which is then said. */
	async function readingOf(
		file: string,
		given: Partial<ArticleFacts>,
		known: Known
	): Promise<Reading | undefined> {
		const bytes = await bytesOf(file);
		if (typeof bytes === 'string') {
			bar.say(bytes);
			return undefined;
		}
		try {
			const { text, notes } = decode(bytes);
			for (const note of notes) bar.say(`${nameOf(file)}: ${note}`);
			return ingest(await readArticle(text, given), known);
		} catch (error) {
			if (!(error instanceof Unreadable)) throw error;
			bar.say(`${nameOf(file)}: ${error.message}`);
			return undefined;
		}
	}
}

const nameOf = (file: string) => (file === '-' ? 'Standard input' : file);

/** What a later article tells again points at the draft of the earlier. */
function linked(readings: readonly FileReading[]): FileReading[] {
	const files = new Map(readings.map(({ reading, file }) => [reading, file]));
	const found = linkAcross([...files.keys()], (reading, draft) => idOf(draft, files.get(reading)));
	return readings.map((one, i) => ({ ...one, reading: found[i] ?? one.reading }));
}

function print(mentions: boolean, several: boolean, readings: readonly FileReading[]): void {
	const all = mentions ? readings.map(toMentions) : undefined;
	const data = all ? (several ? all : all[0]) : toFeatureCollection(readings);
	console.log(JSON.stringify(data, null, 2));
}

/** What articles are read against; a sentence where the dossier cannot be had. */
async function knownBy(folder: string | undefined): Promise<Known | string> {
	const world = await loadGazetteer();
	if (folder === undefined) return { world };
	const found = await readFolder(folder);
	if (typeof found === 'string') return found;
	for (const note of found.notes) console.error(noteInWords(note));
	const { dossier } = found;
	return dossier ? { dossier, world } : 'Nothing sound is left of this dossier.';
}
