import type { GeoJSONSource, Map as MapLibreMap } from 'maplibre-gl';
import type { Dossier } from '../core/dossier/dossier';
import type { Camera } from '../core/picture/camera';
import { takenBy } from '../core/picture/basemap';
import { ATTRIBUTION } from '../core/picture/furniture';
import type { Ground } from '../core/picture/picture';
import { TOKENS, type Theme } from '../core/picture/tokens';
import {
	loadHistoric,
	loadOutlines,
	loadRegion,
	loadWorld,
	RELIEF_CORNERS,
	type Outlines,
	type Region,
	type SourceData,
	type WorldGround
} from './basemap';
import { groundPicture } from './ground-picture';
import { escaped } from './own/attribution';
import { OwnGround } from './own/own-ground';
import {
	ABOVE_RELIEF,
	LOWEST_LAYER,
	LOWEST_ON_GROUND,
	reliefLayer,
	reliefSource,
	WATER_LAYER,
	type Relief
} from './style';

interface GroundOptions {
	dossier: Dossier;
	theme: Theme;
	language: string;
	/** Path of the folder with the basemap's files. */
	basemapUrl: string;
	onFault: (sentence: string) => void;
	/** The outlines of areas by their ids are there now. */
	onOutlines: (outlines: Outlines) => void;
	/** The ground is drawn whole. */
	onDrawn: () => void;
}

const NOTHING = { type: 'FeatureCollection' as const, features: [] };

/**
 * What lies under the events: the dossier's own ground map where it names one, the app's where it does
 * not, where its own fails, and where its own ends.
 */
export class GroundMap {
	/** The dossier's own, whose requests MapLibre has to send through it. */
	readonly own: OwnGround | undefined;
	/** Whose map it is, as lines of HTML. The list itself changes when the ground does. */
	readonly credits: string[] = [];
	readonly #options: GroundOptions;
	readonly #relief: Relief;
	readonly #abort = new AbortController();
	#map: MapLibreMap | undefined;
	#dossier: Dossier;
	#world: WorldGround | undefined;
	#region: Region | undefined;
	#outlines: Outlines = new Map();
	/** What has been drawn of the app's own. */
	#drawn: SourceData = {};
	#language: string;
	#hasEmbedded = false;
	#lines = false;

	constructor(options: GroundOptions) {
		const { dossier, theme, language, basemapUrl, onFault } = options;
		const { basemap } = dossier.header;
		this.#options = options;
		this.#dossier = dossier;
		this.#language = language;
		this.#relief = { url: `${basemapUrl}/relief.webp`, coordinates: RELIEF_CORNERS };
		if (!basemap) {
			this.credits.push(ATTRIBUTION);
			return;
		}
		if (basemap.attribution) this.credits.push(escaped(basemap.attribution));
		this.own = new OwnGround({
			basemap,
			tokens: TOKENS[theme],
			language,
			onFail: (why) => {
				this.credits.length = 0;
				onFault(
					`This dossier’s own ground map could not be drawn: ${why}. The app’s own ground map is shown instead.`
				);
				void this.#drawEmbedded();
			},
			onBare: () => void this.#drawEmbedded()
		});
	}

	/** The relief for the map's style, where the app's own ground map is drawn from the start. */
	get relief(): Relief | undefined {
		return this.own ? undefined : this.#relief;
	}

	/**
	 * Draws it into a map whose style has been loaded.
	 * @param dossier whose places the map letters itself
	 */
	draw(map: MapLibreMap, dossier: Dossier): void {
		this.#map = map;
		this.#dossier = dossier;
		if (this.#lines) this.drawLines(true);
		if (!this.own) return void this.#drawEmbedded();
		// On a ground map of the dossier's own the outlines alone are fetched, where a place names one.
		const areas = dossier.places.map(({ area }) => area).filter((area) => area !== undefined);
		if (areas.length > 0)
			void loadOutlines(this.#options.basemapUrl, areas, this.#abort.signal).then(
				this.#options.onOutlines,
				// A ring stands for the area.
				() => undefined
			);
		void this.own.draw(map, LOWEST_ON_GROUND, LOWEST_LAYER).then(() => {
			// Where it failed, the app's own says when it is drawn.
			if (!this.#hasEmbedded) map.once('idle', () => this.#options.onDrawn());
		});
	}

	letter(language: string): void {
		this.#language = language;
		if (this.#world) this.#set(this.#world.lettered(language));
		if (this.#region) this.#set(this.#region.lettered(language));
		this.own?.letter(language);
	}

	/** Draws the historic and disputed lines, or takes them off; they are loaded once they are asked for. */
	drawLines(on: boolean): void {
		this.#lines = on;
		if (!this.#map) return;
		if (!on) return this.#set({ historic: NOTHING });
		void loadHistoric(this.#options.basemapUrl, this.#abort.signal).then(
			(historic) => this.#lines && this.#set({ historic }),
			() => undefined
		);
	}

	/**
	 * What is drawn under a camera, as a picture's ground. Undefined while the app's own ground map is not
	 * drawn, and where the dossier's own is drawn in its place.
	 */
	picture(camera: Camera): Ground | undefined {
		return this.#region && groundPicture(camera, this.#dossier, this.#drawn, this.#outlines);
	}

	destroy(): void {
		this.#abort.abort();
		this.own?.destroy();
	}

	async #drawEmbedded(): Promise<void> {
		const map = this.#map;
		if (!map || this.#hasEmbedded) return;
		this.#hasEmbedded = true;
		const { basemapUrl, theme, onFault } = this.#options;
		const { signal } = this.#abort;
		const tokens = TOKENS[theme];
		if (this.own) {
			this.credits.push(ATTRIBUTION);
			map.addSource('relief', reliefSource(this.#relief));
			map.addLayer(reliefLayer(tokens), ABOVE_RELIEF);
		}
		try {
			const world = await loadWorld(basemapUrl, this.#dossier, signal);
			this.#world = world;
			this.#set({ ...world.data, ...world.lettered(this.#language) });
			this.#options.onOutlines(world.outlines);
			map.once('idle', () => map.setPaintProperty(WATER_LAYER, 'background-color', tokens.water));
			this.#region = await loadRegion(basemapUrl, takenBy(this.#dossier), signal);
			this.#set({ ...this.#region.data, ...this.#region.lettered(this.#language) });
			this.#outlines = new Map([...world.outlines, ...this.#region.outlines]);
			this.#options.onOutlines(this.#outlines);
			map.once('idle', () => this.#options.onDrawn());
		} catch (error) {
			if (!signal.aborted)
				onFault(
					`The ground map did not load (${error instanceof Error ? error.message : error}); the events stand where they belong.`
				);
		}
	}

	#set(data: SourceData): void {
		Object.assign(this.#drawn, data);
		for (const [name, features] of Object.entries(data))
			(this.#map?.getSource(name) as GeoJSONSource | undefined)?.setData(features);
	}
}
