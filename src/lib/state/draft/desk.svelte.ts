import { createContext } from 'svelte';
import { putting, removing } from '../../core/draft/changes';
import { withField } from '../../core/draft/fields';
import type { DossierFile } from '../../core/dossier/check';
import type { LonLat } from '../../core/place/geometry';
import type { Draft } from './draft.svelte';

/** A record of a draft. */
export interface RecordAt {
	file: DossierFile;
	/** Its key in the draft: its id; empty for `dossier.json`. */
	id: string;
}

/** What lies on an editor's desk: a draft, the record that is being edited, and what the map is asked for. */
export class Desk {
	readonly draft: Draft;
	#open = $state.raw<RecordAt>();
	#asked = $state.raw<{ what: string; answer: (at: LonLat) => void }>();

	constructor(draft: Draft) {
		this.draft = draft;
	}

	/** The record that is being edited. */
	get open(): RecordAt | undefined {
		return this.#open;
	}
	/** Puts a record on the desk; undefined clears it. */
	turnTo(record: RecordAt | undefined): void {
		this.#open = record;
		this.#asked = undefined;
	}

	/** What the next click on the map is for, in words (`the place of the event`); undefined: nothing. */
	get asked(): string | undefined {
		return this.#asked?.what;
	}
	/** Asks for a point of the map. */
	ask(what: string, answer: (at: LonLat) => void): void {
		this.#asked = { what, answer };
	}
	/** The map’s answer: degrees, rounded to a metre or so. Undefined: none is given. */
	answer(at: LonLat | undefined): void {
		const asked = this.#asked;
		this.#asked = undefined;
		if (at) asked?.answer([rounded(at[0]), rounded(at[1])]);
	}

	/** The value of a field changes; undefined takes it off. What is typed on into one field is one change. */
	setField({ file, id }: RecordAt, path: string, value: unknown): void {
		const record = withField(this.draft.record(file, id), path, value);
		this.draft.change({
			label: `${path.replace(/^properties\./, '')} of ${id || file}`,
			tag: `${file}/${id}/${path}`,
			edits: [putting(this.draft.files, file, id, record)]
		});
	}
	/** Adds a record, and puts it on the desk. Throws where its id is taken. */
	add(file: DossierFile, id: string, record: unknown): void {
		if (this.draft.record(file, id) !== undefined)
			throw new Error(`An id that no other has is expected; “${id}” is one of ${file} already.`);
		this.draft.change({
			label: `the new ${id}`,
			edits: [putting(this.draft.files, file, id, record)]
		});
		this.turnTo({ file, id });
	}
	/** Takes a record out. */
	remove({ file, id }: RecordAt): void {
		this.draft.change({ label: `taking out ${id}`, edits: [removing(this.draft.files, file, id)] });
		if (this.#open?.file === file && this.#open.id === id) this.turnTo(undefined);
	}
}

function rounded(degrees: number): number {
	return Math.round(degrees * 1e5) / 1e5;
}

export const [useDesk, provideDesk] = createContext<Desk>();
