import type { DossierEvent } from '../../core/dossier/dossier';
import type { ShownEvent } from '../../core/view/filter';
import { byId } from './elements';

interface Row {
	item: HTMLElement;
	card: HTMLDetailsElement;
	/** Says that the event is only perhaps in the range. */
	perhaps: Element | null;
}

/** The list of the events and that of the sources: each row stands in the page and is shown or hidden. */
export class List {
	readonly #rows = new Map<string, Row>();
	readonly #groups = [...document.querySelectorAll<HTMLElement>('#events [data-group]')];
	readonly #sources = [...document.querySelectorAll<HTMLElement>('#sources [data-events]')];
	readonly #none = byId('none');
	/** Open for paper alone: nobody chose them. */
	readonly #onPaper = new Set<HTMLDetailsElement>();

	/** @param onopen called with the event whose card was opened, or undefined when it was closed */
	constructor(events: readonly DossierEvent[], onopen: (id: string | undefined) => void) {
		let open: string | undefined;
		for (const { id } of events) {
			const item = byId(`/events/${id}`);
			const card = item.querySelector('details') as HTMLDetailsElement;
			this.#rows.set(id, { item, card, perhaps: item.querySelector('.perhaps') });
			if (card.open) open = id;
			card.addEventListener('toggle', () => {
				if (this.#onPaper.has(card)) return;
				if (card.open === (open === id)) return;
				if (!card.open && open !== id) return;
				open = card.open ? id : undefined;
				onopen(open);
			});
		}
		this.#openOnPaper();
		this.#openFromLinks();
	}

	show(shown: readonly ShownEvent[]): void {
		const matches = new Map(shown.map(({ event, match }) => [event.id, match]));
		for (const [id, { item, perhaps }] of this.#rows) {
			const match = matches.get(id);
			item.hidden = match === undefined;
			item.classList.toggle('faint', match === 'possible');
			if (perhaps) perhaps.toggleAttribute('hidden', match !== 'possible');
		}
		for (const group of this.#groups)
			group.hidden = !group.querySelector('[data-event]:not([hidden])');
		let cited = 0;
		for (const source of this.#sources) {
			const ids = source.dataset['events']?.split(' ') ?? [];
			source.hidden = !ids.some((id) => matches.has(id));
			if (!source.hidden) cited++;
		}
		byId('cited').textContent = String(cited);
		this.#none.hidden = shown.length > 0;
	}

	/** Takes the reader to the events of a symbol: to the card of one, to the rows of several. */
	goTo(ids: readonly string[]): void {
		for (const [id, { item }] of this.#rows) item.classList.toggle('at', ids.includes(id));
		const row = this.#rows.get(ids[0] ?? '');
		if (!row) return;
		if (ids.length === 1) row.card.open = true;
		row.item.scrollIntoView({ block: 'start' });
		row.card.querySelector('summary')?.focus({ preventScroll: true });
	}

	/** Nobody can open anything on paper. */
	#openOnPaper(): void {
		addEventListener('beforeprint', () => {
			for (const details of document.querySelectorAll<HTMLDetailsElement>('details:not([open])')) {
				this.#onPaper.add(details);
				details.open = true;
			}
		});
		addEventListener('afterprint', () => {
			for (const details of this.#onPaper) details.open = false;
			this.#onPaper.clear();
		});
	}

	/** A link to an event of the file opens its card. */
	#openFromLinks(): void {
		const follow = () => {
			const row = this.#rows.get(decoded(location.hash).replace('#/events/', ''));
			if (row) row.card.open = true;
		};
		addEventListener('hashchange', follow);
		follow();
	}
}

/** A fragment as text; empty where it is none, as somebody may have cut or typed it. */
function decoded(fragment: string): string {
	try {
		return decodeURIComponent(fragment);
	} catch {
		return '';
	}
}
