import type { FeatureCollection } from 'geojson';
import type { Map as MapLibreMap, MapMouseEvent } from 'maplibre-gl';
import type { LonLat } from '../core/place/geometry';
import { MAX_VERTICES, MIN_VERTICES, soundArea, type Area } from '../core/view/area';
import { areaFeatures, sketchFeatures } from './area';

export type DrawKind = 'box' | 'polygon';

interface DrawHandlers {
	/** Draws what there is of the area so far. */
	sketch: (features: FeatureCollection) => void;
	/** How many corners stand, for what the page says beside it. */
	onProgress: (corners: number) => void;
	/** It is over; undefined: given up. */
	onEnd: (area: Area | undefined) => void;
}

/** Pixels within which a press and its release are no drag, and two corners are one. */
const NEAR = 6;

/**
 * One drawing of an area, from beginning to end. A box is dragged; a polygon is clicked corner by
 * corner and closed with Enter, a double click or a click on its first corner. Backspace takes a
 * corner back, Escape gives up.
 */
export class Drawing {
	readonly #map: MapLibreMap;
	readonly #handlers: DrawHandlers;
	readonly #over = new AbortController();
	readonly #restore: () => void;
	#corners: LonLat[] = [];

	constructor(map: MapLibreMap, kind: DrawKind, handlers: DrawHandlers) {
		this.#map = map;
		this.#handlers = handlers;
		const surface = map.getCanvasContainer();
		const { signal } = this.#over;
		// Before the page's own keys: Escape would close a card.
		window.addEventListener('keydown', (event) => this.#key(event), { signal, capture: true });
		map.getCanvas().style.cursor = 'crosshair';
		map.doubleClickZoom.disable();
		if (kind === 'box') {
			map.dragPan.disable();
			map.boxZoom.disable();
			surface.style.touchAction = 'none';
			this.#drag(surface);
		} else this.#clicks();
		this.#restore = () => {
			map.getCanvas().style.cursor = '';
			map.doubleClickZoom.enable();
			map.dragPan.enable();
			map.boxZoom.enable();
			surface.style.touchAction = '';
		};
	}

	/** Closes a polygon that has corners enough. */
	finish(): void {
		const area = soundArea({ kind: 'polygon', vertices: this.#corners });
		if (area) this.#end(area);
	}

	/** Gives it up. */
	cancel(): void {
		this.#end(undefined);
	}

	#end(area: Area | undefined): void {
		if (this.#over.signal.aborted) return;
		this.#over.abort();
		this.#restore();
		this.#handlers.onEnd(area);
	}

	#key(event: KeyboardEvent): void {
		if (event.key === 'Escape') this.cancel();
		// Enter on a button presses the button.
		else if (event.key === 'Enter' && !(event.target instanceof HTMLButtonElement)) this.finish();
		else if (event.key === 'Backspace' && this.#corners.length > 0) {
			this.#corners.pop();
			this.#sketch(undefined);
		} else return;
		event.preventDefault();
		event.stopPropagation();
	}

	#drag(surface: HTMLElement): void {
		const { signal } = this.#over;
		let from: { x: number; y: number } | undefined;
		const boxTo = (event: PointerEvent): Area | undefined => {
			if (!from) return undefined;
			const to = pixel(event, surface);
			if (Math.abs(to.x - from.x) < NEAR || Math.abs(to.y - from.y) < NEAR) return undefined;
			const a = this.#map.unproject([from.x, from.y]);
			const b = this.#map.unproject([to.x, to.y]);
			return soundArea({
				kind: 'box',
				west: Math.min(a.lng, b.lng),
				east: Math.max(a.lng, b.lng),
				south: Math.min(a.lat, b.lat),
				north: Math.max(a.lat, b.lat)
			});
		};
		surface.addEventListener(
			'pointerdown',
			(event) => {
				if (event.button !== 0 || !event.isPrimary) return;
				from = pixel(event, surface);
				surface.setPointerCapture(event.pointerId);
			},
			{ signal }
		);
		surface.addEventListener(
			'pointermove',
			(event) => {
				if (from) this.#handlers.sketch(areaFeatures(boxTo(event)));
			},
			{ signal }
		);
		surface.addEventListener(
			'pointerup',
			(event) => {
				const area = boxTo(event);
				from = undefined;
				if (area) this.#end(area);
				else this.#handlers.sketch(areaFeatures(undefined));
			},
			{ signal }
		);
		surface.addEventListener('pointercancel', () => (from = undefined), { signal });
	}

	#clicks(): void {
		const click = (event: MapMouseEvent) => {
			const { x, y } = event.point;
			const near = (corner: LonLat | undefined) => {
				if (!corner) return false;
				const at = this.#map.project(corner);
				return Math.hypot(at.x - x, at.y - y) < NEAR;
			};
			// The second click of a double click stands where the first stood.
			if (near(this.#corners.at(-1))) return;
			if (this.#corners.length >= MIN_VERTICES && near(this.#corners[0])) return this.finish();
			this.#corners.push([event.lngLat.lng, event.lngLat.lat]);
			this.#sketch(undefined);
			if (this.#corners.length === MAX_VERTICES) this.finish();
		};
		const move = (event: MapMouseEvent) =>
			this.#sketch([event.lngLat.lng, event.lngLat.lat], false);
		const close = (event: MapMouseEvent) => {
			// Or the map, which takes double clicks again once this has ended, zooms in.
			event.preventDefault();
			this.finish();
		};
		const subscriptions = [
			this.#map.on('click', click),
			this.#map.on('mousemove', move),
			this.#map.on('dblclick', close)
		];
		this.#over.signal.addEventListener('abort', () => {
			for (const subscription of subscriptions) subscription.unsubscribe();
		});
	}

	#sketch(next: LonLat | undefined, progress = true): void {
		this.#handlers.sketch(sketchFeatures(this.#corners, next));
		if (progress) this.#handlers.onProgress(this.#corners.length);
	}
}

function pixel(event: PointerEvent, surface: HTMLElement): { x: number; y: number } {
	const { left, top } = surface.getBoundingClientRect();
	return { x: event.clientX - left, y: event.clientY - top };
}
