import { createContext } from 'svelte';
import type { DossierFile } from '../../core/dossier/check';
import {
	applied,
	NO_HISTORY,
	undoing,
	withChange,
	type Change,
	type Edit,
	type History
} from '../../core/draft/changes';
import { diffOf } from '../../core/draft/diff';
import {
	readDraft,
	recordIn,
	textsOf,
	type DraftFiles,
	type FileTexts
} from '../../core/draft/files';
import { merged, type Conflict } from '../../core/draft/merge';
import type { CheckMessage } from './check';
import { CheckedDraft } from './checked.svelte';
import { Unreadable } from './kept';
import { Outrun, type DraftStore, type KeptDraft, type ServedFiles } from './store';

/** Where a draft stands between the page and the disk. */
export type Keeping =
	/** On the disk, all of it. */
	| { state: 'kept' }
	| { state: 'keeping' }
	/** In this page alone, with the reason in a sentence. */
	| { state: 'unkept'; reason: string; outrun: boolean };

/** Takes what is done to a draft, and answers with what the check says of it. */
export interface Checker {
	tell(message: CheckMessage): void;
}

interface Opening {
	/** The dossier's id. */
	dossier: string;
	/** What the server has now. */
	served: ServedFiles;
	/** What is kept of an earlier day. */
	kept?: KeptDraft | undefined;
	/** Undefined where the browser keeps nothing: the draft lives as long as the page. */
	store?: DraftStore | undefined;
	/** Why there is no store, in a sentence. */
	unkept?: string | undefined;
	checker: Checker;
	/** Whether the browser has promised not to drop what it keeps; with `ask` it is asked to promise it. */
	isLasting?: ((ask: boolean) => Promise<boolean>) | undefined;
	/** Called when a write is on the disk: other tabs may want to know. */
	onkept?: ((version: number) => void) | undefined;
}

/** A dossier that is being edited: its files as they are now, what was done, and whether that is kept. */
export class Draft {
	readonly dossier: string;
	/** What the check said of the last state that it has seen. */
	readonly checked = new CheckedDraft();
	readonly #store: DraftStore | undefined;
	readonly #checker: Checker;
	readonly #onkept: ((version: number) => void) | undefined;
	readonly #isLasting: Opening['isLasting'];
	#asked = false;
	#lasting = $state.raw<boolean>();
	#refusal = $state.raw('');
	#served: ServedFiles;
	#base = $state.raw<ServedFiles>({ rev: '', files: {} });
	#baseFiles = $state.raw<DraftFiles>({});
	#files = $state.raw<DraftFiles>({});
	#history = $state.raw<History>(NO_HISTORY);
	#broken = $state.raw<readonly DossierFile[]>([]);
	#keeping = $state.raw<Keeping>({ state: 'kept' });
	#diff = $derived(diffOf(this.#baseFiles, this.#files));
	/** The history as it is on the disk, and the base with it. */
	#kept: { history: History; base: ServedFiles | undefined; version: number };
	#writing: Promise<void> | undefined;

	/** Throws `Unreadable` where what is kept does not fit together. */
	constructor({ dossier, served, kept, store, unkept, checker, isLasting, onkept }: Opening) {
		this.dossier = dossier;
		this.#served = served;
		this.#store = store;
		this.#checker = checker;
		this.#onkept = onkept;
		this.#isLasting = isLasting;
		// A draft that changes nothing has nothing to be true to.
		const begun = kept && kept.history.changes.length > 0 ? kept : undefined;
		if (begun) this.#goOn(begun);
		else this.#begin(served, NO_HISTORY);
		this.#kept = {
			history: this.#history,
			base: begun && this.#base,
			version: kept?.version ?? 0
		};
		if (!store)
			this.#keeping = {
				state: 'unkept',
				reason: unkept ?? 'This browser keeps nothing for this page.',
				outrun: false
			};
		else if (begun) this.#learnLasting(false);
	}

	/** The records as they are now. */
	get files(): DraftFiles {
		return this.#files;
	}
	/** Files that cannot be edited: they are no JSON, or not of the kind that they should be. */
	get broken(): readonly DossierFile[] {
		return this.#broken;
	}
	get keeping(): Keeping {
		return this.#keeping;
	}
	/** Whether the browser has promised not to drop what it keeps; undefined as long as it has not answered. */
	get lasting(): boolean | undefined {
		return this.#lasting;
	}
	/** Why the last change was not made, in a sentence; empty where it was. */
	get refusal(): string {
		return this.#refusal;
	}
	/** What the draft changes. */
	get diff() {
		return this.#diff;
	}
	/** What the draft began from. */
	get base(): ServedFiles {
		return this.#base;
	}
	get baseFiles(): DraftFiles {
		return this.#baseFiles;
	}
	/** What is done next by `undo`, in words; undefined for nothing. */
	get undoable(): string | undefined {
		return this.#history.changes[this.#history.cursor - 1]?.label;
	}
	get redoable(): string | undefined {
		return this.#history.changes[this.#history.cursor]?.label;
	}
	/** What the server has now, where that has changed since the draft began. */
	get outdatedBy(): ServedFiles | undefined {
		return this.#served.rev === this.#base.rev ? undefined : this.#served;
	}

	record(file: DossierFile, id: string): unknown {
		return recordIn(this.#files, file, id);
	}
	/** Whether a record stands in what was published: it was there before the draft. */
	isPublished(file: DossierFile, id: string): boolean {
		return recordIn(this.#baseFiles, file, id) !== undefined;
	}
	/** The files as they would be written. */
	texts(): FileTexts {
		return textsOf(this.#files);
	}

	/** Does a change. Throws where it was made for another state than this. */
	change(change: Change): void {
		if (change.edits.length === 0) return;
		const closed = change.edits.find(({ file }) => this.#broken.includes(file))?.file;
		this.#refusal = closed ? `${closed} cannot be edited here; nothing was changed in it.` : '';
		if (closed) return;
		this.#do(change.edits, withChange(this.#history, change));
	}
	undo(): void {
		const { changes, cursor } = this.#history;
		const change = changes[cursor - 1];
		if (change) this.#do(undoing(change), { changes, cursor: cursor - 1 });
	}
	redo(): void {
		const { changes, cursor } = this.#history;
		const change = changes[cursor];
		if (change) this.#do(change.edits, { changes, cursor: cursor + 1 });
	}

	/** What the draft and the server have both changed, each in its own way. */
	conflictsWith(served: ServedFiles): Conflict[] {
		const theirs = readDraft(texts(served)).files;
		return merged(this.#baseFiles, this.#files, theirs).conflicts;
	}
	/**
	 * Goes on from what the server has now, with what the draft had changed as one change to it.
	 * @param choose of what both have changed
	 */
	bringUp(served: ServedFiles, choose: (conflict: Conflict) => 'mine' | 'theirs'): void {
		const theirs = readDraft(texts(served)).files;
		const { edits } = merged(this.#baseFiles, this.#files, theirs, choose);
		const change = { label: 'what was changed before the dossier was brought up to date', edits };
		this.#served = served;
		this.#begin(served, edits.length > 0 ? { changes: [change], cursor: 1 } : NO_HISTORY);
		void this.keep();
	}
	/** The server has all of it: the draft begins anew from there. */
	written(served: ServedFiles): void {
		this.#served = served;
		this.#begin(served, NO_HISTORY);
		void this.keep();
	}
	/** What this page has changed since, and another tab as well, each in its own way. */
	conflictsAmong(kept: KeptDraft): Conflict[] {
		return this.#among(kept).conflicts;
	}
	/**
	 * Goes on from what another tab has kept, with what this page had changed since as one change to it.
	 * @param choose of what both have changed
	 */
	follow(kept: KeptDraft, choose: (conflict: Conflict) => 'mine' | 'theirs' = () => 'mine'): void {
		const { edits } = this.#among(kept, choose);
		this.#begin(kept.base, kept.history);
		this.#kept = { history: kept.history, base: this.#base, version: kept.version };
		const label = 'what was changed in two tabs at once';
		if (edits.length > 0) this.change({ label, edits });
		else if (this.#store) this.#keeping = { state: 'kept' };
	}
	#among(kept: KeptDraft, choose?: (conflict: Conflict) => 'mine' | 'theirs') {
		const { history, base = this.#base } = this.#kept;
		return merged(stateOf(base, history), this.#files, stateOf(kept.base, kept.history), choose);
	}

	/** Drops all that was changed, from the disk as well. */
	async discard(): Promise<void> {
		await this.#writing?.catch(() => undefined);
		await this.#store?.remove(this.dossier);
		this.#begin(this.#served, NO_HISTORY);
		this.#kept = { history: this.#history, base: undefined, version: 0 };
		this.#keeping = this.#store ? { state: 'kept' } : this.#keeping;
	}

	/** Writes what is not on the disk yet. Never throws: `keeping` tells how it went. */
	keep(): Promise<void> {
		this.#writing ??= this.#write().finally(() => (this.#writing = undefined));
		return this.#writing;
	}

	#goOn({ base, history }: KeptDraft): void {
		let fits = true;
		try {
			this.#begin(base, history);
		} catch {
			fits = false;
		}
		const isClosed = ({ file }: Edit) => this.#broken.includes(file);
		if (!fits || history.changes.some(({ edits }) => edits.some(isClosed)))
			throw new Unreadable('Its changes do not fit the files that they were made to.');
	}

	/** Asks nobody twice, and holds up nothing. */
	#learnLasting(ask: boolean): void {
		if (this.#asked) return;
		this.#asked = ask;
		void this.#isLasting?.(ask).then((lasting) => (this.#lasting = lasting));
	}

	#begin(base: ServedFiles, history: History): void {
		const { files, broken } = readDraft(texts(base));
		this.#base = base;
		this.#baseFiles = files;
		this.#broken = broken;
		this.#checker.tell({ type: 'open', name: this.dossier, texts: texts(base) });
		const edits = editsOf(history);
		this.#files = applied(files, edits);
		if (edits.length > 0) this.#checker.tell({ type: 'edit', edits });
		this.#history = history;
	}

	#do(edits: readonly Edit[], history: History): void {
		this.#files = applied(this.#files, edits);
		this.#history = history;
		this.#checker.tell({ type: 'edit', edits });
		void this.keep();
	}

	async #write(): Promise<void> {
		const store = this.#store;
		if (!store) return;
		while (this.#kept.history !== this.#history || (this.#kept.base ?? this.#base) !== this.#base) {
			const [history, base] = [this.#history, this.#base];
			const kept = this.#kept;
			this.#keeping = { state: 'keeping' };
			const differing = history.changes.findIndex(
				(change, i) => change !== kept.history.changes[i]
			);
			try {
				await store.write(this.dossier, {
					base: base === kept.base ? undefined : base,
					history,
					from: differing < 0 ? history.changes.length : differing,
					version: kept.version
				});
			} catch (error) {
				this.#keeping = { state: 'unkept', ...reasonOf(error) };
				return;
			}
			this.#kept = { history, base, version: kept.version + 1 };
			this.#learnLasting(true);
			this.#onkept?.(this.#kept.version);
		}
		this.#keeping = { state: 'kept' };
	}
}

/** The edits that hold, in their order. */
function editsOf({ changes, cursor }: History): Edit[] {
	return changes.slice(0, cursor).flatMap((change) => change.edits);
}

function stateOf(base: ServedFiles, history: History): DraftFiles {
	return applied(readDraft(texts(base)).files, editsOf(history));
}

function texts({ files }: ServedFiles): FileTexts {
	return Object.fromEntries(
		Object.entries(files).map(([file, { text }]) => [file, text])
	) as FileTexts;
}

function reasonOf(error: unknown): { reason: string; outrun: boolean } {
	if (error instanceof Outrun)
		return {
			reason: 'The same draft has been changed in another tab since this one opened it.',
			outrun: true
		};
	const name = error instanceof Error ? error.name : '';
	return {
		reason:
			name === 'QuotaExceededError'
				? 'The browser has no room left for it.'
				: `The browser could not keep it${name ? ` (${name})` : ''}.`,
		outrun: false
	};
}

export const [useDraft, provideDraft] = createContext<Draft>();
