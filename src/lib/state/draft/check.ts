import { checkDossier } from '../../core/dossier/check';
import type { Dossier } from '../../core/dossier/dossier';
import type { Note } from '../../core/dossier/note';
import type { Edit } from '../../core/draft/changes';
import { applied } from '../../core/draft/changes';
import { sameJson } from '../../core/draft/diff';
import { readDraft, textsOf, type DraftFiles, type FileTexts } from '../../core/draft/files';
import { newsOf, type News } from '../../core/draft/news';

/** What the check says of a draft. */
export interface Checked {
	/** What is sound of it; null where nothing is. */
	dossier: Dossier | null;
	notes: Note[];
}

type Lists = Omit<Dossier, 'header' | 'excerpt'>;

/** What the check says, as far as it differs from what it said before: of 5,000 events the one that was edited. */
export type CheckNews = {
	/** Nothing of the draft is sound. */
	broken: boolean;
	header: Dossier['header'] | undefined;
	notes: Note[] | undefined;
	lists: { [list in keyof Lists]: News<Lists[list][number]> | undefined };
};

/** What is sound of a draft before it has been checked. */
export const NOTHING_SOUND: Lists = { sources: [], places: [], events: [], notes: [], stories: [] };

/** What the check is told: what a draft begins with, or what is done to it. */
export type CheckMessage =
	{ type: 'open'; name: string; texts: FileTexts } | { type: 'edit'; edits: readonly Edit[] };

/** Checks a draft after each of its changes, some at a time. */
export class DraftCheck {
	#name = '';
	#files: DraftFiles = {};
	/** What was said last. */
	#said: Checked = { dossier: null, notes: [] };
	#sound: Dossier | undefined;

	/** Takes in what was done. */
	hear(message: CheckMessage): void {
		if (message.type === 'edit') this.#files = applied(this.#files, message.edits);
		else {
			this.#name = message.name;
			this.#files = readDraft(message.texts).files;
		}
	}

	/** The same check that the server and `dateline check` make, of the same texts. */
	check(): Checked {
		const encoder = new TextEncoder();
		const contents = Object.entries(textsOf(this.#files)).map(([file, text]) => [
			file,
			encoder.encode(text)
		]);
		return checkDossier(
			this.#name,
			Object.fromEntries(contents) as Parameters<typeof checkDossier>[1]
		);
	}

	/** Checks, and says what of it is new. */
	news(): CheckNews {
		const { dossier, notes } = this.check();
		const before = this.#said;
		this.#said = { dossier, notes };
		const known = this.#sound;
		if (dossier) this.#sound = dossier;
		const list = <K extends keyof Lists>(name: K) =>
			newsOf<Lists[K][number]>(known?.[name] ?? [], (dossier ?? known)?.[name] ?? []);
		return {
			broken: dossier === null,
			header: dossier && !sameJson(dossier.header, known?.header) ? dossier.header : undefined,
			notes: sameJson(before.notes, notes) ? undefined : notes,
			lists: {
				sources: list('sources'),
				places: list('places'),
				events: list('events'),
				notes: list('notes'),
				stories: list('stories')
			}
		};
	}
}
