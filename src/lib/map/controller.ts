import 'maplibre-gl/dist/maplibre-gl.css';
import {
	addProtocol,
	AttributionControl,
	Map as MapLibreMap,
	removeProtocol,
	ScaleControl,
	setWorkerUrl,
	type GeoJSONSource
} from 'maplibre-gl';
import type { FeatureCollection, Geometry } from 'geojson';
import workerUrl from 'maplibre-gl/dist/maplibre-gl-worker.mjs?worker&url';
import type { Dossier, DossierEvent, Place } from '../core/dossier/dossier';
import { boundsOf, framedIn, openingPosition } from '../core/picture/opening';
import { edgesOf } from '../core/picture/name-sides';
import type { Lettered } from '../core/picture/place-names';
import type { Ground } from '../core/picture/picture';
import type { Theme } from '../core/picture/tokens';
import { TOKENS } from '../core/picture/tokens';
import type { MapPosition } from '../core/view/view';
import { AreaTool } from './area-tool';
import type { SourceData } from './basemap';
import type { LonLat } from '../core/place/geometry';
import { symbolPoint } from '../core/place/precision';
import { inSight, screenPoint, worldPoint, type Camera } from '../core/picture/camera';
import { placeLettering } from './features';
import { FONT_FACES } from './fonts';
import { GroundMap } from './ground-map';
import { blanks, townDot, TOWN_DOT_IMAGE } from './blanks';
import type { ShapeHandlers, ShapeTool } from './shape-tool';
import { mapStyle } from './style';

setWorkerUrl(workerUrl);

interface MapOptions {
	container: HTMLElement;
	dossier: Dossier;
	/** Where the map stands at first; undefined: the dossier's opening view, else all its events. */
	position: MapPosition | undefined;
	/** A story's step put it there, for a window. */
	step?: boolean | undefined;
	theme: Theme;
	language: string;
	/** Wheel and one finger are the page's around it. */
	cooperative: boolean;
	/** Pixels from the left and from the bottom that something lies over now. */
	covered: () => Covered;
	/** Path of the folder with the basemap's files. */
	basemapUrl: string;
	/** The ground, not a symbol, was pressed, at so many pixels from the map's upper left corner. */
	onGround: (at: { x: number; y: number }) => void;
	/** What the map shows has changed: called within the frame that draws it. */
	onCamera: (camera: Camera) => void;
	/** The map has come to rest. `byReader`: somebody moved it, rather than the page. */
	onRest: (position: MapPosition, byReader: boolean) => void;
	onFault: (sentence: string) => void;
	/** Outlines of the ground map's areas by their ids: they are there now. */
	onOutlines: (outlines: ReadonlyMap<string, Geometry>) => void;
	/** The map is drawn whole, ground and all, or has been moved: no picture need stand for it. */
	onDrawn: () => void;
	/** The graphics card has let go of the map: nothing may be asked of it until it is made anew. */
	onLost: () => void;
	/** It is there again for another map. */
	onRestored: () => void;
}

export interface Covered {
	left: number;
	bottom: number;
}

const PADDING = 56;
/** Pixels that a symbol needs beside what lies over the map. */
const SYMBOL = 24;
/** Marks a move that a button of ours made on the reader's behalf. */
const BY_READER = { byReader: true };
/** Milliseconds of a move of the map that we make: long enough to see which way it goes. */
const FLIGHT_MS = 500;
/** The same between two steps of a story, which may lie far apart. */
const STEP_MS = 900;

/** Owns the MapLibre map: nothing else imports it. Throws where WebGL 2 is missing. */
export class MapController {
	/** The area that filters, and drawing one. */
	readonly area: AreaTool;
	readonly #map: MapLibreMap;
	readonly #options: MapOptions;
	readonly #ground: GroundMap;
	#dossier: Dossier;
	#places: readonly Place[];
	#events: readonly DossierEvent[] = [];
	#eventOf: ReadonlyMap<string, DossierEvent> = new Map();
	#lettered: readonly Lettered[] = [];
	#ready = false;
	#selected: string | undefined;
	#language: string;
	/** Nothing may be put on the map any more. */
	#over = false;
	#shapeTool: ShapeTool | undefined;
	/** Which places about its symbol are cut off for each name, as last drawn. */
	#cuts = '';

	constructor(options: MapOptions) {
		this.#options = options;
		this.#language = options.language;
		const { container, theme, dossier } = options;
		const position = this.#placed(options.position, options.step ?? false) ?? this.#opening();
		this.#ground = new GroundMap(options);
		const { own, relief, credits } = this.#ground;
		if (own) addProtocol(own.scheme, own.load);
		this.#dossier = dossier;
		this.#places = dossier.places;
		this.#index(dossier.events);
		this.#map = new MapLibreMap({
			container,
			style: mapStyle(TOKENS[theme], FONT_FACES, relief),
			...(own ? { transformRequest: own.transformRequest } : {}),
			center: [position.lon, position.lat],
			zoom: position.zoom,
			attributionControl: false,
			dragRotate: false,
			pitchWithRotate: false,
			maxPitch: 0,
			minZoom: 1,
			maxZoom: 14,
			cooperativeGestures: options.cooperative,
			fadeDuration: 0
		});
		this.area = new AreaTool(this.#map, (area) => this.#set({ area }));
		this.#map.touchZoomRotate.disableRotation();
		this.#map.keyboard.disableRotation();
		this.#map.addControl(
			new AttributionControl({ compact: false, customAttribution: credits }),
			'bottom-right'
		);
		this.#map.addControl(new ScaleControl({ maxWidth: 110 }), 'bottom-right');
		for (const [name, picture] of blanks()) this.#map.addImage(name, picture);
		this.#map.addImage(TOWN_DOT_IMAGE, townDot(), { sdf: true });
		this.#map.once('load', () => this.#fill());
		this.#map.on('click', ({ originalEvent, point: { x, y } }) => {
			if (this.area.drawing || originalEvent.target !== this.#map.getCanvas()) return;
			this.#options.onGround({ x, y });
		});
		this.#map.on('dblclick', (event) => {
			if (event.originalEvent.target !== this.#map.getCanvas()) event.preventDefault();
		});
		this.#map.once('webglcontextlost', () => {
			this.#stop();
			this.#options.onLost();
		});
		this.#map.once('webglcontextrestored', () => this.#options.onRestored());
		for (const change of ['move', 'resize'] as const)
			this.#map.on(change, () => this.#options.onCamera(this.camera));
		const start = this.position;
		this.#map.on('move', () => {
			const { zoom, lat, lon } = this.position;
			if (zoom !== start.zoom || lat !== start.lat || lon !== start.lon) this.#options.onDrawn();
		});
		for (const rest of ['moveend', 'resize'] as const) this.#map.on(rest, () => this.#turnNames());
		this.#map.on('moveend', (event) =>
			this.#options.onRest(this.position, Boolean(event.originalEvent) || 'byReader' in event)
		);
	}

	/** What the map shows now. */
	get camera(): Camera {
		const { clientWidth: width, clientHeight: height } = this.#map.getContainer();
		return { ...this.position, width, height };
	}

	/**
	 * Lays an element over the map, under its buttons, as long as there is the map; what the pointer
	 * does there reaches the map too.
	 */
	lay(overlay: HTMLElement): void {
		const home = overlay.parentElement;
		this.#map.getCanvasContainer().append(overlay);
		this.#map.once('remove', () => home?.append(overlay));
	}

	/** What lies under the events there, as a picture's ground; undefined where there is none to be had. */
	picture(camera: Camera): Ground | undefined {
		return this.#ground.picture(camera);
	}

	/** Where the map stands now. */
	get position(): MapPosition {
		const { lng, lat } = this.#map.getCenter().wrap();
		return { zoom: this.#map.getZoom(), lat, lon: lng };
	}

	/** Draws another state of the dossier, as known on another day; what is shown of it follows. */
	draw(dossier: Dossier): void {
		this.#dossier = dossier;
		// One that is being edited is the same object all the while.
		const { places, events } = dossier;
		if (events !== this.#events) this.#index(events);
		if (places === this.#places) return;
		this.#places = places;
		this.#letterPlaces();
	}

	#index(events: readonly DossierEvent[]): void {
		this.#events = events;
		this.#eventOf = new Map(events.map((event) => [event.id, event]));
	}

	/** Letters the places beside these symbols. */
	show(lettered: readonly Lettered[]): void {
		this.#lettered = lettered;
		this.#letterPlaces();
	}

	#letterPlaces(): void {
		if (!this.#ready) return;
		const places = placeLettering(this.#dossier, this.#lettered, this.#language, this.camera);
		this.#cuts = cutsOf(places);
		this.#set({ places });
	}

	/** On a narrow map names turn away from its edges: once it is at rest, those that stand otherwise now. */
	#turnNames(): void {
		if (!this.#ready || !edgesOf(this.camera.width)) return;
		const places = placeLettering(this.#dossier, this.#lettered, this.#language, this.camera);
		if (cutsOf(places) !== this.#cuts) this.#letterPlaces();
	}

	/** Brings an event into the map where it is off it, or under what lies over it. */
	select(id: string | undefined): void {
		this.#selected = id;
		if (id === undefined) return;
		const at = this.#pointOf(id);
		if (!at) return;
		const { left, bottom } = this.#options.covered();
		const { camera } = this;
		const { x, y } = screenPoint(camera, worldPoint(at));
		const free = (covered: number) => (covered > 0 ? covered + SYMBOL : 0);
		if (inSight(camera, at) && x >= free(left) && y <= camera.height - free(bottom)) return;
		this.#map.easeTo({
			center: at,
			offset: [left / 2, -bottom / 2],
			duration: FLIGHT_MS,
			...(this.#map.getZoom() < 4 ? { zoom: 5 } : {})
		});
	}

	/** Letters the map's places in another language. */
	letter(language: string): void {
		if (language === this.#language) return;
		this.#language = language;
		this.#ground.letter(language);
		this.#letterPlaces();
	}

	/** Draws the historic and disputed lines, or takes them off; they are loaded once they are asked for. */
	drawLines(on: boolean): void {
		this.#ground.drawLines(on);
	}

	/** Moves so that these events are in sight. */
	fit(ids: readonly string[]): void {
		this.frame(ids.map((id) => this.#pointOf(id)).filter((at) => at !== undefined));
	}

	/** The same with positions. @param deepest zoom that it goes to at most */
	frame(positions: readonly LonLat[], deepest = 10): void {
		const bounds = boundsOf(positions);
		if (bounds)
			this.#map.fitBounds(
				[bounds.west, bounds.south, bounds.east, bounds.north],
				{ padding: PADDING, maxZoom: deepest, duration: FLIGHT_MS },
				BY_READER
			);
	}

	/** Brings these positions into the map where some are off it. */
	reveal(positions: readonly LonLat[]): void {
		const { camera } = this;
		if (positions.every((at) => inSight(camera, at))) return;
		const bounds = boundsOf(positions);
		if (bounds)
			this.#map.fitBounds(
				[bounds.west, bounds.south, bounds.east, bounds.north],
				{ padding: PADDING, maxZoom: Math.max(camera.zoom, 5), duration: FLIGHT_MS },
				BY_READER
			);
	}

	/**
	 * Goes to where the address says; undefined: to where the map opened.
	 * @param step of a story: framed in a window, and reached in a flight (at once with reduced motion)
	 */
	goTo(position: MapPosition | undefined, step = false): void {
		const to = this.#placed(position, step) ?? this.#opening();
		const camera = { center: [to.lon, to.lat] as [number, number], zoom: to.zoom };
		if (step) this.#map.flyTo({ ...camera, duration: STEP_MS });
		else this.#map.jumpTo(camera);
	}

	#placed(position: MapPosition | undefined, step: boolean): MapPosition | undefined {
		return step && position ? framedIn(position, this.#options.container.clientWidth) : position;
	}

	zoomBy(steps: number): void {
		this.#map.zoomTo(this.#map.getZoom() + steps, {}, BY_READER);
	}

	/** Moves the view by so many thirds of its width and height. */
	panBy(east: number, south: number): void {
		const { width, height } = this.camera;
		this.#map.panBy([(east * width) / 3, (south * height) / 3], {}, BY_READER);
	}

	/**
	 * Lets a hand draw and move a shape on the map, once its style is there; to be stopped when it is no
	 * longer wanted, and stopped with the map. Undefined where that is gone by then.
	 */
	async shapeTool(handlers: ShapeHandlers): Promise<ShapeTool | undefined> {
		const { ShapeTool } = await import('./shape-tool');
		if (!this.#ready) await this.#map.once('load');
		if (this.#over) return undefined;
		this.#shapeTool?.stop();
		this.#shapeTool = new ShapeTool(this.#map, TOKENS[this.#options.theme], handlers);
		return this.#shapeTool;
	}

	/** Ids of those of the events that lie outside what is in sight. */
	outside(ids: readonly string[]): string[] {
		const { camera } = this;
		return ids.filter((id) => {
			const at = this.#pointOf(id);
			return at !== undefined && !inSight(camera, at);
		});
	}

	destroy(): void {
		this.#ground.destroy();
		if (this.#ground.own) removeProtocol(this.#ground.own.scheme);
		this.#stop();
		this.#map.remove();
	}

	#stop(): void {
		this.#over = true;
		this.area.stop();
		this.#shapeTool?.stop();
	}

	#opening(): MapPosition {
		const { container, dossier } = this.#options;
		return openingPosition(dossier, container.clientWidth);
	}

	#fill(): void {
		this.#restate();
		this.#letterPlaces();
		this.#ground.draw(this.#map, this.#dossier);
	}

	#set(data: SourceData): void {
		for (const [name, features] of Object.entries(data))
			(this.#map.getSource(name) as GeoJSONSource).setData(features);
	}

	#restate(): void {
		this.#ready = true;
		this.select(this.#selected);
		this.area.begin();
	}

	#pointOf(id: string): [number, number] | undefined {
		const event = this.#eventOf.get(id);
		return event && symbolPoint(event);
	}
}

function cutsOf(places: FeatureCollection): string {
	return places.features.map(({ properties }) => properties?.['cut'] as number).join('');
}
