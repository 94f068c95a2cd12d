import type { DossierEvent } from '../../core/dossier/dossier';
import { screenPoint } from '../../core/picture/camera';
import { markOf, type Look } from '../../core/picture/stack-mark';
import { levelOf, spotsOf, stacksOf } from '../../core/picture/stacks';
import type { ShownEvent } from '../../core/view/filter';
import type { FileData } from '../data';
import { shownScene } from '../picture';
import { byId, drawn } from './elements';

/** Pixels about a symbol that count as on it. */
const REACH = 4;

/** The map: its ground stands in the page, what is shown is drawn over it for the width that there is. */
export class MapPicture {
	readonly #data: FileData;
	readonly #looks: ReadonlyMap<DossierEvent, Look>;
	readonly #picture = byId('map');
	#shown: readonly ShownEvent[] = [];
	#selected: string | undefined;
	#width = 0;

	/** @param onpress called with the ids of the events whose symbol was pressed */
	constructor(data: FileData, onpress: (ids: string[]) => void) {
		this.#data = data;
		this.#looks = new Map(data.dossier.events.map((event, i) => [event, data.looks[i] as Look]));
		this.#picture.addEventListener('click', (click) => {
			const ids = this.#at(click.clientX, click.clientY);
			if (ids) onpress(ids);
		});
		this.#picture.addEventListener('pointermove', ({ clientX, clientY }) =>
			this.#picture.classList.toggle('pressable', this.#at(clientX, clientY) !== undefined)
		);
		new ResizeObserver(() => {
			if (this.#measure() !== this.#width) this.#draw();
		}).observe(this.#picture);
	}

	show(shown: readonly ShownEvent[], selected: string | undefined): void {
		this.#shown = shown;
		this.#selected = selected;
		this.#draw();
	}

	#measure(): number {
		return this.#picture.getBoundingClientRect().width || this.#data.picture.camera.width;
	}

	#look = (event: DossierEvent) => this.#looks.get(event) as Look;

	#draw(): void {
		this.#width = this.#measure();
		const { dossier, picture, language, area, fade } = this.#data;
		const { width, height, nodes, label } = shownScene(picture, this.#width, {
			dossier,
			shown: this.#shown,
			look: this.#look,
			language,
			selected: this.#selected,
			area,
			fade
		});
		this.#picture.setAttribute('viewBox', `0 0 ${width} ${height}`);
		this.#picture.setAttribute('aria-label', label);
		byId('ground').setAttribute('transform', `scale(${width / picture.camera.width})`);
		byId('shown').replaceChildren(...drawn(nodes));
	}

	/** The events of the symbol at a point of the window. */
	#at(clientX: number, clientY: number): string[] | undefined {
		const { left, top } = this.#picture.getBoundingClientRect();
		const { camera } = this.#data.picture;
		const scale = this.#width / camera.width;
		const zoom = camera.zoom + Math.log2(scale);
		const scaled = { ...camera, width: this.#width, height: camera.height * scale, zoom };
		const stack = stacksOf(spotsOf(this.#data.dossier), this.#shown, levelOf(zoom)).find(
			(stack) => {
				const { x, y } = screenPoint(scaled, stack.world);
				const { width, height } = markOf(stack, this.#look);
				return (
					Math.abs(clientX - left - x) <= width / 2 + REACH &&
					Math.abs(clientY - top - y) <= height / 2 + REACH
				);
			}
		);
		return stack?.events.map(({ event }) => event.id);
	}
}
