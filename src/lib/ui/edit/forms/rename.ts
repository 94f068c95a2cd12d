import { isPlaceholder, renaming, suggestedId } from '../../../core/draft/new-record';
import type { Desk, RecordAt } from '../../../state/draft/desk.svelte';
import type { RecordForm } from './form.svelte';

/** Of each desk, what records are called now that were called something else, each way. */
const renamed = new WeakMap<Desk, Map<string, string>>();
const keyOf = ({ file, id }: RecordAt) => `${file}/${id}`;

/** Gives a record another id, wherever it is named too. Throws where that is none, or is taken. */
export function rename(form: RecordForm, to: string): void {
	const { desk, file, id } = form;
	if (to === id) return;
	desk.draft.change({
		label: `the id ${to} of what was ${id}`,
		edits: renaming(form.files, file, id, to)
	});
	const names = renamed.get(desk) ?? new Map<string, string>();
	renamed.set(desk, names);
	names.set(keyOf({ file, id }), to).set(keyOf({ file, id: to }), id);
	desk.turnTo({ file, id: to });
}

/** What else a record has been called; undefined for nothing. */
export function otherName(desk: Desk, at: RecordAt): string | undefined {
	return renamed.get(desk)?.get(keyOf(at));
}

/** A record that has got its first words gets an id of them, as long as nobody has given it one. */
export function nameOnce(form: RecordForm): void {
	const { file, id } = form;
	if (form.published || !isPlaceholder(file, id)) return;
	const to = suggestedId(form.files, file, form.record, id);
	if (!isPlaceholder(file, to)) rename(form, to);
}
