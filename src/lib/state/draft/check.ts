import { checkDossier } from '../../core/dossier/check';
import type { Dossier } from '../../core/dossier/dossier';
import type { Note } from '../../core/dossier/note';
import type { Edit } from '../../core/draft/changes';
import { applied } from '../../core/draft/changes';
import { readDraft, textsOf, type DraftFiles, type FileTexts } from '../../core/draft/files';

/** What the check says of a draft. */
export interface Checked {
	/** What is sound of it; null where nothing is. */
	dossier: Dossier | null;
	notes: Note[];
}

/** What the check is told: what a draft begins with, or what is done to it. */
export type CheckMessage =
	{ type: 'open'; name: string; texts: FileTexts } | { type: 'edit'; edits: readonly Edit[] };

/** Checks a draft after each of its changes, some at a time. */
export class DraftCheck {
	#name = '';
	#files: DraftFiles = {};

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
}
