import type { ShownNote } from '../../core/notes/filter';

/** The list of the author's notes: each stands in the page and is shown or hidden. */
export class NoteList {
	readonly #section = document.querySelector<HTMLElement>('[data-notes]');

	show(shown: readonly ShownNote[]): void {
		if (!this.#section) return;
		const matches = new Map(shown.map(({ note, match }) => [note.id, match]));
		this.#section.hidden = matches.size === 0;
		for (const item of this.#section.querySelectorAll<HTMLElement>('[data-note]')) {
			const match = matches.get(item.dataset['note'] ?? '');
			item.hidden = match === undefined;
			item.querySelector('.perhaps')?.toggleAttribute('hidden', match !== 'possible');
		}
	}
}
