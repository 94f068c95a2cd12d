import { noteInWords } from '../lib/core/dossier/note';
import { endsOf, readArguments } from './arguments';
import { checkEvents } from './check-events';
import { readFolder } from './folder';

const HELP = `Usage: dateline check <folder> [--strict] [--json]

Reads a dossier as the server does: what is sound is taken, each fault is a note that names
file, feature, field, what is expected, what is there and how to mend it. Of events.dateline
all texts are read and held against their checksums, and every event is checked.

  --strict   exit 1 on any note (without it: only where nothing sound is left)
  --json     print { ok, counts, notes } as JSON
  --help     print this`;

/** `dateline check`: notes to stdout, the summary to stderr. Returns the exit code. */
export async function runCheck(args: string[]): Promise<number> {
	const read = readArguments(args, HELP, {
		strict: { type: 'boolean', default: false },
		json: { type: 'boolean', default: false }
	});
	if (typeof read === 'number') return read;
	const { values, folder } = read;
	const found = await readFolder(folder);
	if (typeof found === 'string') return endsOf(HELP).fault(found);
	const { dossier, events } = found;
	const checked = dossier && events && (await checkEvents(dossier, events.file));
	const notes = [...found.notes, ...(checked?.notes ?? [])];
	const more = checked?.more ?? 0;
	events?.source.leave();
	const counts = dossier && {
		events: checked?.events ?? dossier.events.length,
		sources: dossier.sources.length,
		places: dossier.places.length,
		notes: dossier.notes.length,
		stories: dossier.stories.length
	};
	const ok = dossier !== null && !(values.strict && notes.length > 0);
	if (values.json)
		console.log(JSON.stringify({ ok, counts, notes, ...(more > 0 && { more }) }, null, 2));
	else for (const note of notes) console.log(noteInWords(note));
	if (more > 0) console.error(`${more} more notes of the same file are not told.`);
	console.error(
		counts
			? `Events: ${counts.events}. Sources: ${counts.sources}. Places: ${counts.places}. ${notes.length === 0 ? 'Nothing to mend' : `To mend: ${notes.length + more}`}.`
			: 'Nothing sound is left of this dossier.'
	);
	return ok ? 0 : 1;
}
