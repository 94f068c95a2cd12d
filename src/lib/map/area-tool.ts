import type { FeatureCollection } from 'geojson';
import type { Map as MapLibreMap } from 'maplibre-gl';
import { soundArea, type Area } from '../core/view/area';
import { areaFeatures } from './area';
import { Drawing, type DrawKind } from './drawing';

/** The area on the map: the one that filters, and the one that is being drawn in its place. */
export class AreaTool {
	readonly #map: MapLibreMap;
	readonly #set: (features: FeatureCollection) => void;
	#ready = false;
	#area: Area | undefined;
	#drawing: Drawing | undefined;

	/** @param set puts features on the map; called only once `begin` was */
	constructor(map: MapLibreMap, set: (features: FeatureCollection) => void) {
		this.#map = map;
		this.#set = set;
	}

	/** The map can take features from now on. */
	begin(): void {
		this.#ready = true;
		this.show(this.#area);
	}

	/** An area is being drawn: clicks on the map are its corners. */
	get drawing(): boolean {
		return this.#drawing !== undefined;
	}

	/** What the map shows, as an area; undefined where it has no size. */
	get sight(): Area | undefined {
		const bounds = this.#map.getBounds();
		return soundArea({
			kind: 'box',
			west: bounds.getWest(),
			south: bounds.getSouth(),
			east: bounds.getEast(),
			north: bounds.getNorth()
		});
	}

	/** Draws the area that filters, or none. */
	show(area: Area | undefined): void {
		this.#area = area;
		if (this.#ready && !this.#drawing) this.#set(areaFeatures(area));
	}

	/**
	 * Lets the reader draw an area in place of the one there is.
	 * @param onProgress called with the number of corners that stand
	 * @param onEnd called once, with what was drawn, or with undefined where it was given up
	 */
	draw(
		kind: DrawKind,
		onProgress: (corners: number) => void,
		onEnd: (area: Area | undefined) => void
	): void {
		this.#drawing?.cancel();
		if (!this.#ready) return onEnd(undefined);
		this.#set(areaFeatures(undefined));
		const drawing = new Drawing(this.#map, kind, {
			sketch: this.#set,
			onProgress,
			onEnd: (area) => {
				// The click that ends it is no choice of an event.
				setTimeout(() => {
					if (this.#drawing === drawing) this.#drawing = undefined;
				});
				if (this.#ready) this.#set(areaFeatures(area ?? this.#area));
				onEnd(area);
			}
		});
		this.#drawing = drawing;
	}

	/** The map takes nothing any more: what is being drawn is given up, and nothing is put on it. */
	stop(): void {
		this.#ready = false;
		this.#drawing?.cancel();
	}

	/** Closes the polygon that is being drawn, or gives up what is being drawn. */
	end(how: 'finish' | 'cancel'): void {
		this.#drawing?.[how]();
	}
}
