import { freeDay } from '../../core/columns/columns';
import { dayInWords } from '../../core/date/words';
import type { ColumnsViewer } from '../../state/columns/columns-viewer.svelte';

/** A row under the pointer, and where on the map, in pixels. */
interface Pointed {
	row: number;
	x: number;
	y: number;
	title?: string;
}

/** Milliseconds that a pointer rests before the title of what it is at is fetched. */
const REST_MS = 80;

/** What a mouse is at, on a map of points. To be made while a component is. */
export class Pointing {
	readonly #viewer: ColumnsViewer;
	readonly #rowAt: (x: number, y: number) => number | undefined;
	#now = $state.raw<Pointed>();
	#last: { x: number; y: number } | undefined;

	/** @param rowAt the row drawn at a point of the map */
	constructor(viewer: ColumnsViewer, rowAt: (x: number, y: number) => number | undefined) {
		this.#viewer = viewer;
		this.#rowAt = rowAt;
		$effect(() => {
			const now = this.#now;
			if (!now || now.title !== undefined) return;
			const timer = setTimeout(() => void this.#fetch(now), REST_MS);
			return () => clearTimeout(timer);
		});
	}

	/** What is said of it, and where. */
	get tip(): { x: number; y: number; date: string; text: string } | undefined {
		const columns = this.#viewer.base?.columns;
		const now = this.#now;
		if (!now || !columns) return undefined;
		const type = columns.types[columns.type[now.row] as number];
		const day = freeDay(columns.first[now.row] as number);
		const { types } = this.#viewer.whole.header;
		return {
			x: now.x,
			y: now.y,
			date: Number.isFinite(day) ? dayInWords(day) : 'Date not known',
			text: now.title ?? types.find(({ id }) => id === type)?.label ?? ''
		};
	}

	leave(): void {
		this.#now = undefined;
	}

	/** The pointer moved; what it is at is asked once a frame. */
	move(event: PointerEvent & { currentTarget: HTMLElement }): void {
		if (event.pointerType !== 'mouse' || event.buttons !== 0) return;
		const { left, top } = event.currentTarget.getBoundingClientRect();
		const onGround = (event.target as Element).tagName === 'CANVAS';
		const first = this.#last === undefined;
		this.#last = { x: event.clientX - left, y: event.clientY - top };
		if (!first) return;
		requestAnimationFrame(() => {
			const at = this.#last;
			this.#last = undefined;
			const row = at && onGround ? this.#rowAt(at.x, at.y) : undefined;
			if (row === this.#now?.row) return;
			this.#now = row === undefined || !at ? undefined : { row, ...at };
		});
	}

	async #fetch(now: Pointed): Promise<void> {
		const found = await this.#viewer.eventsOf([now.row]).catch(() => undefined);
		const title = found?.get(now.row)?.event.title;
		if (title !== undefined && this.#now === now) this.#now = { ...now, title };
	}
}
