import { createContext, untrack } from 'svelte';
import { SvelteMap } from 'svelte/reactivity';
import type { DossierFile } from '../../../core/dossier/check';
import type { Note } from '../../../core/dossier/note';
import { putting, type Edit } from '../../../core/draft/changes';
import { fieldIn, withField } from '../../../core/draft/fields';
import { isObject, type JsonObject } from '../../../core/draft/files';
import { inFormWords } from './form-words';
import { useDesk, type Desk, type RecordAt } from '../../../state/draft/desk.svelte';

/** A form over one record of the draft: what it shows, what it writes, and which note stands where. */
export class RecordForm {
	readonly desk: Desk;
	readonly #at: () => RecordAt;
	/** The fields that the form has, and how many times. */
	readonly #fields = new SvelteMap<string, number>();
	#said = $state('');
	#notes = $derived.by(() => this.#placed());

	constructor(desk: Desk, at: () => RecordAt) {
		this.desk = desk;
		this.#at = at;
	}

	get at(): RecordAt {
		return this.#at();
	}
	get file(): DossierFile {
		return this.at.file;
	}
	get id(): string {
		return this.at.id;
	}
	get files() {
		return this.desk.draft.files;
	}
	/** As it stands in the draft; undefined where it has been taken out. */
	get record(): unknown {
		return this.desk.draft.record(this.file, this.id);
	}
	/** It is in what readers have: its id is for ever. */
	get published(): boolean {
		return this.desk.draft.isPublished(this.file, this.id);
	}

	value(path: string): unknown {
		return fieldIn(this.record, path);
	}
	/** What an input shows of a value: a number as it is written; nothing for what is no text. */
	text(path: string): string {
		const value = this.value(path);
		return typeof value === 'string' ? value : typeof value === 'number' ? String(value) : '';
	}
	list(path: string): unknown[] {
		const value = this.value(path);
		return Array.isArray(value) ? (value as unknown[]) : [];
	}
	/** The texts of a list. */
	texts(path: string): string[] {
		return this.list(path).filter((item) => typeof item === 'string');
	}
	/** The objects of a list, each with its number in it. */
	objects(path: string): { item: JsonObject; number: number }[] {
		return this.list(path).flatMap((item, number) => (isObject(item) ? [{ item, number }] : []));
	}

	/** What is typed: at once in the draft. Undefined takes the field off. */
	set(path: string, value: unknown): void {
		if (this.record === undefined || this.value(path) === value) return;
		this.desk.setField(this.at, path, value);
	}
	/** Several fields as one step of undo. */
	setAll(
		label: string,
		fields: Readonly<Record<string, unknown>>,
		also: readonly Edit[] = []
	): void {
		if (this.record === undefined) return;
		const record = Object.entries(fields).reduce<unknown>(
			(now, [path, value]) => withField(now, path, value),
			this.record
		);
		this.desk.draft.change({
			label,
			edits: [...also, putting(this.files, this.file, this.id, record)]
		});
	}
	/** A list as a step of its own: an item added, taken out or moved is never joined with another such step. */
	setList(path: string, label: string, list: readonly unknown[]): void {
		this.setAll(label, { [path]: list.length > 0 ? list : undefined });
	}

	/** Has notes on a field, and on what lies in it and has no field of its own, stand beside it. */
	hold(path: string): () => void {
		const count = (by: 1 | -1) =>
			untrack(() => {
				const now = (this.#fields.get(path) ?? 0) + by;
				if (now > 0) this.#fields.set(path, now);
				else this.#fields.delete(path);
			});
		count(1);
		return () => count(-1);
	}
	/** The check's notes beside a field; those of no field for the empty path. */
	notes(path: string): readonly Note[] {
		return this.#notes.get(path) ?? NONE;
	}
	/** How many notes there are on what lies in a field, whether or not it has fields of its own. */
	notesWithin(path: string): number {
		const isIn = (field: string) => field === path || field.startsWith(`${path}.`);
		return this.desk.draft.checked.notes.filter((note) => isIn(this.#fieldOf(note) ?? '')).length;
	}
	#placed(): Map<string, Note[]> {
		const placed = new Map<string, Note[]>();
		for (const note of this.desk.draft.checked.notes) {
			const field = this.#fieldOf(note);
			if (field === undefined) continue;
			const path = nearest(field, (path) => this.#fields.has(path));
			placed.set(path, [...(placed.get(path) ?? []), inFormWords(note)]);
		}
		return placed;
	}
	/** Where in this record a note points; undefined where it is about another one. */
	#fieldOf({ file, feature, field = '' }: Note): string | undefined {
		if (file !== this.file) return undefined;
		if (file !== 'dossier.json') return isNamed(feature, this.id) ? field : undefined;
		return feature === undefined ? field : this.#listed(feature, field);
	}
	/** Notes name an actor, a type or a side by its id. */
	#listed(id: string, field: string): string {
		const [list, own] = field.includes(' · ') ? field.split(' · ') : ['actors', field];
		const number = this.list(list ?? '').findLastIndex(
			(item) => isObject(item) && item['id'] === id
		);
		return number < 0 ? field : `${list}[${number}].${own}`;
	}

	/** What a screen reader is told next. */
	get said(): string {
		return this.#said;
	}
	say(words: string): void {
		this.#said = words;
	}
}

const NONE: readonly Note[] = [];

/** Whether a note's feature is a record's key: one without an id goes by its number. */
function isNamed(feature: string | undefined, key: string): boolean {
	return feature === key || (key.startsWith('#') && feature === `no. ${key.slice(1)}`);
}

/** The longest path of the form that a field lies in; empty for none. */
function nearest(field: string, isHeld: (path: string) => boolean): string {
	for (let path = field; path; path = path.replace(/(\.[^.[]+|\[\d+\]|^[^.[]+)$/, ''))
		if (isHeld(path)) return path;
	return '';
}

/** A note as it stands beside its field, where what is found is to be seen. */
export function noteBeside({ expected, mend }: Note): string {
	return `Expected: ${expected}. ${mend}`;
}

const [useForm, setForm] = createContext<RecordForm>();
export { useForm };

/** The form over a record, for the fields in it: to be called as a form begins. */
export function provideForm(file: DossierFile, id: () => string): RecordForm {
	return setForm(new RecordForm(useDesk(), () => ({ file, id: id() })));
}
