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

/** What a record has on the map, to be drawn and moved there. */
export interface Shape {
	kind: 'point' | 'line' | 'area';
	/** Of an area those of its outer ring, not closed. */
	corners: readonly LonLat[];
	/** What the next click makes: `the next corner of the area`. */
	next: string;
	put: (corners: LonLat[]) => void;
}

/** What lies on an editor's desk: a draft, the record that is being edited, and its shape on the map. */
export class Desk {
	readonly draft: Draft;
	#open = $state.raw<RecordAt>();
	#shape = $state.raw<() => Shape | undefined>();
	#drawing = $state(false);

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
		this.#drawing = false;
	}

	/** What the record on the desk has on the map, as its form says; undefined: nothing that can be drawn. */
	get shape(): Shape | undefined {
		return this.#shape?.();
	}
	/** A form's shape lies on the desk until it is taken back by what this returns. */
	lay(shape: () => Shape | undefined): () => void {
		this.#shape = shape;
		return () => {
			if (this.#shape !== shape) return;
			this.#shape = undefined;
			this.#drawing = false;
		};
	}
	/** Clicks on the map are corners of the shape. */
	get drawing(): boolean {
		return this.#drawing && this.shape !== undefined;
	}
	draw(): void {
		this.#drawing = true;
	}
	/** What is drawn so far stands. */
	rest(): void {
		this.#drawing = false;
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

export const [useDesk, provideDesk] = createContext<Desk>();
