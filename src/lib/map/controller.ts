import {
	AttributionControl,
	LngLatBounds,
	Map as MapLibreMap,
	ScaleControl,
	setWorkerUrl,
	type GeoJSONSource,
	type MapMouseEvent
} from 'maplibre-gl';
import workerUrl from 'maplibre-gl/dist/maplibre-gl-worker.mjs?worker&url';
import type { Day } from '../core/date/day';
import type { Dossier, DossierEvent } from '../core/dossier/dossier';
import type { Theme } from '../core/picture/tokens';
import { TOKENS } from '../core/picture/tokens';
import type { ShownEvent } from '../core/view/filter';
import type { MapPosition } from '../core/view/view';
import { AreaTool } from './area-tool';
import { loadRegion, loadWorld, RELIEF_CORNERS, type Region, type SourceData } from './basemap';
import { symbolPoint } from '../core/place/precision';
import { companionsOf, mapFeatures, placeLettering, type Companions } from './features';
import { FONT_FACES } from './fonts';
import { ICON_SCALE, icons } from './icons';
import { mapStyle, WATER_LAYER, type SourceName } from './style';

setWorkerUrl(workerUrl);

/** An event's symbol under the pointer, in pixels from the map's upper left corner. */
export interface Hover {
	id: string;
	x: number;
	y: number;
}

export interface MapOptions {
	container: HTMLElement;
	dossier: Dossier;
	/** The day on which status is asked, in days since 1970-01-01. */
	day: Day;
	/** Where the map stands at first; undefined: the dossier's opening view, else all its events. */
	position: MapPosition | undefined;
	theme: Theme;
	language: string;
	/** Path of the folder with the basemap's files. */
	basemapUrl: string;
	/** The reader has pressed here: ids of the symbols under the pointer, none for empty ground. */
	onPress: (ids: string[], at: { x: number; y: number }) => void;
	onHover: (hover: Hover | undefined) => void;
	/** The map has come to rest. `byReader`: somebody moved it, rather than the page. */
	onRest: (position: MapPosition, byReader: boolean) => void;
	onFault: (sentence: string) => void;
}

const PADDING = 56;
/** Width in pixels for which a dossier gives the zoom of its opening view. */
const OPENING_WIDTH = 1024;
/** Marks a move that a button of ours made on the reader's behalf. */
const BY_READER = { byReader: true };
const NEAR_PIXELS = 5;
/** Milliseconds of a move of the map that we make: long enough to see which way it goes. */
const FLIGHT_MS = 500;
/** Milliseconds without a change after which the dates on the map are lettered anew. */
const LETTERING_MS = 120;

/** Owns the MapLibre map: nothing else imports it. Throws where WebGL 2 is missing. */
export class MapController {
	/** The area that filters, and drawing one. */
	readonly area: AreaTool;
	readonly #map: MapLibreMap;
	readonly #options: MapOptions;
	readonly #abort = new AbortController();
	#dossier: Dossier;
	#day: Day;
	#eventOf: ReadonlyMap<string, DossierEvent> = new Map();
	#companions: ReadonlyMap<string, Companions> = new Map();
	#lettering: ReturnType<typeof setTimeout> | undefined;
	#ready = false;
	#shown = new Map<string, ShownEvent['match']>();
	#shownWith: Record<keyof Companions, Set<string>> = { place: new Set(), ring: new Set() };
	#selected: string | undefined;
	#hovered: string | undefined;
	#region: Region | undefined;
	#language: string;

	constructor(options: MapOptions) {
		this.#options = options;
		this.#language = options.language;
		const { container, theme, basemapUrl, dossier } = options;
		const position = options.position ?? this.#opening();
		const relief = { url: `${basemapUrl}/relief.webp`, coordinates: RELIEF_CORNERS };
		this.#dossier = dossier;
		this.#day = options.day;
		this.#index();
		const bounds = position ? undefined : this.#boundsOf(dossier.events.map(({ id }) => id));
		this.#map = new MapLibreMap({
			container,
			style: mapStyle(TOKENS[theme], FONT_FACES, relief),
			...(position ? { center: [position.lon, position.lat], zoom: position.zoom } : {}),
			...(bounds ? { bounds, fitBoundsOptions: { padding: PADDING, maxZoom: 9 } } : {}),
			attributionControl: false,
			dragRotate: false,
			pitchWithRotate: false,
			maxPitch: 0,
			minZoom: 1,
			maxZoom: 14,
			fadeDuration: 0
		});
		this.area = new AreaTool(this.#map, (area) => this.#set({ area }));
		this.#map.touchZoomRotate.disableRotation();
		this.#map.keyboard.disableRotation();
		this.#map.addControl(
			new AttributionControl({
				compact: false,
				customAttribution: 'Natural Earth · GeoNames (CC BY 4.0) · GSHHG (LGPL) · SRTM'
			}),
			'bottom-right'
		);
		this.#map.addControl(new ScaleControl({ maxWidth: 110 }), 'bottom-right');
		for (const [name, picture] of icons(TOKENS[theme]))
			this.#map.addImage(name, picture, { pixelRatio: ICON_SCALE });
		this.#map.once('load', () => void this.#fill());
		this.#map.on('click', (event) => {
			if (!this.area.drawing) this.#options.onPress(this.#idsAt(event), event.point);
		});
		this.#map.on('mousemove', (event) => this.#hover(event));
		this.#map.on('mouseout', () => this.#options.onHover(undefined));
		this.#map.on('movestart', () => this.#options.onHover(undefined));
		this.#map.on('moveend', (event) =>
			this.#options.onRest(this.position, Boolean(event.originalEvent) || 'byReader' in event)
		);
	}

	/** Where the map stands now. */
	get position(): MapPosition {
		const { lng, lat } = this.#map.getCenter().wrap();
		return { zoom: this.#map.getZoom(), lat, lon: lng };
	}

	/**
	 * Draws another state of the dossier, as known on another day; what is shown of it follows.
	 * @param day the day on which status is asked
	 */
	draw(dossier: Dossier, day: Day): void {
		if (dossier === this.#dossier && day === this.#day) return;
		this.#dossier = dossier;
		this.#day = day;
		this.#index();
		if (!this.#ready) return;
		this.#set(mapFeatures(dossier, day));
		this.#letterPlaces();
	}

	#index(): void {
		const { events } = this.#dossier;
		this.#eventOf = new Map(events.map((event) => [event.id, event]));
		this.#companions = new Map(events.map((event) => [event.id, companionsOf(event)]));
	}

	/** Draws these events and no others, in the next frame: only feature states change. */
	show(events: readonly ShownEvent[]): void {
		const next = new Map(events.map(({ event, match }) => [event.id, match]));
		for (const id of this.#shown.keys())
			if (!next.has(id)) this.#state('events', id, { shown: false });
		for (const [id, match] of next)
			if (this.#shown.get(id) !== match)
				this.#state('events', id, { shown: true, possible: match === 'possible' });
		this.#shown = next;
		this.#showWith('places', 'place');
		this.#showWith('rings', 'ring');
		// The dates beside the names need new lettering, which is made once the range is at rest.
		clearTimeout(this.#lettering);
		this.#lettering = setTimeout(() => this.#letterPlaces(), LETTERING_MS);
	}

	#letterPlaces(): void {
		if (!this.#ready) return;
		const shown = new Set(this.#shown.keys());
		this.#set({ places: placeLettering(this.#dossier, shown, this.#language) });
	}

	#showWith(source: SourceName, kind: keyof Companions): void {
		const before = this.#shownWith[kind];
		const now = new Set<string>();
		for (const id of this.#shown.keys()) {
			const companion = this.#companions.get(id)?.[kind];
			if (companion !== undefined) now.add(companion);
		}
		for (const id of before) if (!now.has(id)) this.#state(source, id, { shown: false });
		for (const id of now) if (!before.has(id)) this.#state(source, id, { shown: true });
		this.#shownWith[kind] = now;
	}

	/** Puts the halo round an event and brings it into the map where it is off it. */
	select(id: string | undefined): void {
		this.#mark(this.#selected, false);
		this.#selected = id;
		if (id === undefined) return;
		this.#mark(id, true);
		const at = this.#pointOf(id);
		if (!at || this.#map.getBounds().contains(at)) return;
		this.#map.easeTo({
			center: at,
			duration: FLIGHT_MS,
			...(this.#map.getZoom() < 4 ? { zoom: 5 } : {})
		});
	}

	/** Letters the map's places in another language. */
	letter(language: string): void {
		if (language === this.#language) return;
		this.#language = language;
		if (this.#region) this.#set(this.#region.lettered(language));
		this.#letterPlaces();
	}

	/** Moves so that these events are in sight. */
	fit(ids: readonly string[]): void {
		const bounds = this.#boundsOf(ids);
		if (bounds)
			this.#map.fitBounds(
				bounds,
				{ padding: PADDING, maxZoom: 10, duration: FLIGHT_MS },
				BY_READER
			);
	}

	/** Goes to where the address says; undefined: to where the map opened. */
	goTo(position: MapPosition | undefined): void {
		const to = position ?? this.#opening();
		if (to) this.#map.jumpTo({ center: [to.lon, to.lat], zoom: to.zoom });
		else this.fit([...this.#eventOf.keys()]);
	}

	zoomBy(steps: number): void {
		this.#map.zoomTo(this.#map.getZoom() + steps, {}, BY_READER);
	}

	/** Ids of those of the events that lie outside what is in sight. */
	outside(ids: readonly string[]): string[] {
		const bounds = this.#map.getBounds();
		return ids.filter((id) => {
			const at = this.#pointOf(id);
			return at !== undefined && !bounds.contains(at);
		});
	}

	destroy(): void {
		this.#abort.abort();
		clearTimeout(this.#lettering);
		this.area.end('cancel');
		this.#map.remove();
	}

	/** The dossier's opening view, from farther out on a narrow map: its breadth stays in sight. */
	#opening(): MapPosition | undefined {
		const { container, dossier } = this.#options;
		const opening = dossier.header.openingView.map;
		const narrower = Math.log2(Math.max(1, container.clientWidth) / OPENING_WIDTH);
		return opening && { ...opening, zoom: Math.max(0, opening.zoom + Math.min(0, narrower)) };
	}

	async #fill(): Promise<void> {
		const { basemapUrl, onFault } = this.#options;
		const dossier = this.#dossier;
		this.#set(mapFeatures(dossier, this.#day));
		this.#restate();
		this.#letterPlaces();
		const areas = new Set(['district', 'province', 'region', 'country']);
		const kinds = new Map(dossier.places.map((place) => [place.id, place.kind]));
		const taken = dossier.events.flatMap((event) => {
			const at = symbolPoint(event);
			return at ? [{ at, area: areas.has(kinds.get(event.place ?? '') ?? '') }] : [];
		});
		try {
			this.#set(await loadWorld(basemapUrl, this.#abort.signal));
			this.#map.once('idle', () =>
				this.#map.setPaintProperty(
					WATER_LAYER,
					'background-color',
					TOKENS[this.#options.theme].water
				)
			);
			this.#region = await loadRegion(basemapUrl, taken, this.#abort.signal);
			this.#set({ ...this.#region.data, ...this.#region.lettered(this.#language) });
		} catch (error) {
			if (!this.#abort.signal.aborted)
				onFault(
					`The ground map did not load (${error instanceof Error ? error.message : error}); the events stand where they belong.`
				);
		}
	}

	#set(data: SourceData): void {
		for (const [name, features] of Object.entries(data))
			(this.#map.getSource(name) as GeoJSONSource).setData(features);
	}

	#state(source: SourceName, id: string, state: Record<string, boolean>): void {
		// Until the style is there nothing can be set; #fill then sets all that was asked for.
		if (this.#ready) this.#map.setFeatureState({ source, id }, state);
	}

	#mark(id: string | undefined, selected: boolean): void {
		if (id === undefined) return;
		this.#state('events', id, { selected });
		const ring = this.#companions.get(id)?.ring;
		if (ring !== undefined) this.#state('rings', ring, { selected });
	}

	#restate(): void {
		this.#ready = true;
		const shown = this.#shown;
		this.#shown = new Map();
		this.#shownWith = { place: new Set(), ring: new Set() };
		this.show(
			[...shown].flatMap(([id, match]) => {
				const event = this.#eventOf.get(id);
				return event ? [{ event, match }] : [];
			})
		);
		this.select(this.#selected);
		this.area.begin();
	}

	#pointOf(id: string): [number, number] | undefined {
		const event = this.#eventOf.get(id);
		return event && symbolPoint(event);
	}

	#boundsOf(ids: readonly string[]): LngLatBounds | undefined {
		const bounds = new LngLatBounds();
		for (const id of ids) {
			const at = this.#pointOf(id);
			if (at) bounds.extend(at);
		}
		return bounds.isEmpty() ? undefined : bounds;
	}

	/** The shown events whose symbols touch the pointer, the uppermost first. */
	#idsAt({ point }: MapMouseEvent): string[] {
		const { x, y } = point;
		const box: [[number, number], [number, number]] = [
			[x - NEAR_PIXELS, y - NEAR_PIXELS],
			[x + NEAR_PIXELS, y + NEAR_PIXELS]
		];
		const ids = this.#map
			.queryRenderedFeatures(box, { layers: ['events'] })
			.map((feature) => String(feature.properties['id']))
			.filter((id) => this.#shown.has(id));
		return [...new Set(ids)];
	}

	#hover(event: MapMouseEvent): void {
		if (this.area.drawing) return;
		const [id] = this.#idsAt(event);
		if (id === undefined && this.#hovered === undefined) return;
		this.#hovered = id;
		this.#map.getCanvas().style.cursor = id ? 'pointer' : '';
		this.#options.onHover(id ? { id, x: event.point.x, y: event.point.y } : undefined);
	}
}
