import type { DossierEvent } from '../../core/dossier/dossier';
import { screenPoint, type Camera } from '../../core/picture/camera';
import { markOf, type Look } from '../../core/picture/stack-mark';
import { levelOf, spotsOf, stacksOf, type Spots } from '../../core/picture/stacks';
import type { ShownNote } from '../../core/notes/filter';
import type { ShownEvent } from '../../core/view/filter';
import type { FileData } from '../data';
import { scaledPicture, shownScene, type FilePicture } from '../picture';
import { byId, drawn } from './elements';

/** Pixels about a symbol that count as on it. */
const REACH = 4;

/** A symbol as it was drawn: its middle and its size in pixels of the picture, and what it stands for. */
interface Drawn {
	x: number;
	y: number;
	width: number;
	height: number;
	ids: string[];
}

/** The map: its ground stands in the page, what is shown is drawn over it for the width that there is. */
export class MapPicture {
	readonly #data: FileData;
	readonly #looks: ReadonlyMap<DossierEvent, Look>;
	readonly #spots: Spots;
	readonly #picture = byId('map');
	#shown: readonly ShownEvent[] = [];
	#selected: string | undefined;
	#notes: readonly ShownNote[] = [];
	/** For the width that there is. */
	#scaled: FilePicture;
	/** Of what is drawn, as soon as a pointer asks. */
	#symbols: readonly Drawn[] | undefined;

	/** @param onpress called with the ids of the events whose symbol was pressed */
	constructor(data: FileData, onpress: (ids: string[]) => void) {
		this.#data = data;
		this.#looks = new Map(data.dossier.events.map((event, i) => [event, data.looks[i] as Look]));
		this.#spots = spotsOf(data.dossier);
		this.#picture.addEventListener('click', (click) => {
			const ids = this.#at(click.clientX, click.clientY);
			if (ids) onpress(ids);
		});
		this.#picture.addEventListener('pointermove', ({ clientX, clientY }) =>
			this.#picture.classList.toggle('pressable', this.#at(clientX, clientY) !== undefined)
		);
		this.#scaled = this.#scale(this.#picture.getBoundingClientRect().width);
		// The observer brings the width: to ask for it once rows were shown and hidden would lay out the page.
		new ResizeObserver(([entry]) => {
			const width = entry?.contentRect.width;
			if (!width || width === this.#scaled.camera.width) return;
			this.#scaled = this.#scale(width);
			this.#draw();
		}).observe(this.#picture);
	}

	show(
		shown: readonly ShownEvent[],
		selected: string | undefined,
		notes: readonly ShownNote[]
	): void {
		this.#shown = shown;
		this.#notes = notes;
		this.#selected = selected;
		this.#draw();
	}

	#scale(width: number): FilePicture {
		const { picture } = this.#data;
		const scaled = scaledPicture(picture, width || picture.camera.width);
		const scale = scaled.camera.width / picture.camera.width;
		byId('ground').setAttribute('transform', `scale(${scale})`);
		return scaled;
	}

	#look = (event: DossierEvent) => this.#looks.get(event) as Look;

	#draw(): void {
		this.#symbols = undefined;
		const { dossier, language, area, fade } = this.#data;
		const { width, height, nodes, label } = shownScene(this.#scaled, {
			dossier,
			shown: this.#shown,
			look: this.#look,
			language,
			selected: this.#selected,
			notes: this.#notes,
			area,
			fade,
			spots: this.#spots
		});
		this.#picture.setAttribute('viewBox', `0 0 ${width} ${height}`);
		this.#picture.setAttribute('aria-label', label);
		byId('shown').replaceChildren(...drawn(nodes));
	}

	/** The events of the symbol at a point of the window. */
	#at(clientX: number, clientY: number): string[] | undefined {
		this.#symbols ??= this.#drawnAt(this.#scaled.camera);
		const { left, top } = this.#picture.getBoundingClientRect();
		return this.#symbols.find(
			({ x, y, width, height }) =>
				Math.abs(clientX - left - x) <= width / 2 + REACH &&
				Math.abs(clientY - top - y) <= height / 2 + REACH
		)?.ids;
	}

	#drawnAt(camera: Camera): Drawn[] {
		return stacksOf(this.#spots, this.#shown, levelOf(camera.zoom)).map((stack) => {
			const { width, height } = markOf(stack, this.#look);
			const ids = stack.events.map(({ event }) => event.id);
			return { ...screenPoint(camera, stack.world), width, height, ids };
		});
	}
}
