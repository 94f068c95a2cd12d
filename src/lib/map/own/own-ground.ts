import type {
	AddProtocolAction,
	ErrorEvent as MapError,
	FontFacesSpecification,
	Map as MapLibreMap,
	RequestTransformFunction
} from 'maplibre-gl';
import { originOf } from '../../core/dossier/basemap';
import type { Basemap } from '../../core/dossier/schema';
import type { MapTokens } from '../../core/picture/tokens';
import { FONT_FACES } from '../fonts';
import { openArchive, type Archive } from './archive';
import { covers } from './coverage';
import { Gate, GroundError, refused } from './gate';
import { groundOf, OWN, safeTileJson, type Ground } from './ground';
import { plainName } from './plain-style';

interface OwnGroundOptions {
	basemap: Basemap;
	tokens: MapTokens;
	language: string;
	/** It cannot be drawn, and nothing of it is left on the map. */
	onFail: (why: string) => void;
	/** It leaves a part of what is in sight bare: the app's own ground map belongs under it. */
	onBare: () => void;
}

/** Maps that a page has made so far: each has a scheme of its own for what it asks. */
let count = 0;

const UNREADABLE = 'a part of it cannot be read';

/** Of the tiles in sight, one failed for this many that came is one hole too many. */
const HOLES = 3;

/**
 * A ground map of the dossier's own, under the events of a MapLibre map. Everything that it needs is
 * asked for by `load`, through a scheme of its own, so that it is known what came and what did not.
 */
export class OwnGround {
	/** For MapLibre's `addProtocol`. */
	readonly scheme = `ground${++count}`;
	readonly #options: OwnGroundOptions;
	readonly #ownOrigin = originOf(document.baseURI);
	readonly #gate: Gate;
	readonly #archives: Promise<Archive>[] = [];
	/** What came of the tiles asked for since the map was last at rest. */
	#tiles = { came: 0, absent: 0, failed: 0 };
	#map: MapLibreMap | undefined;
	#ground: Ground | undefined;
	#language: string;
	/** In words, the first that failed of what was asked for since then. */
	#why: string | undefined;
	#hasDrawn = false;
	#over = false;

	constructor(options: OwnGroundOptions) {
		this.#options = options;
		this.#language = options.language;
		this.#gate = new Gate(options.basemap.hosts, this.#ownOrigin);
	}

	/** Sends what MapLibre asks for the ground through our scheme, and leaves the app's own files alone. */
	readonly transformRequest: RequestTransformFunction = (url, type) => {
		const address = URL.canParse(url, document.baseURI) ? new URL(url, document.baseURI).href : url;
		const isOurs = originOf(address) === this.#ownOrigin;
		if (/^(data|blob):/.test(address) || url.startsWith(`${this.scheme}:`)) return { url };
		if (isOurs && type !== 'Tile' && type !== 'Source') return { url };
		return { url: `${this.scheme}://${type ?? 'Unknown'}/${address}` };
	};

	/** For MapLibre's `addProtocol`: answers what `transformRequest` sent here. */
	readonly load: AddProtocolAction = async ({ url, type }, { signal }) => {
		const [, kind, address] = /^[^:]+:\/\/([^/]+)\/(.*)$/s.exec(url) as unknown as string[];
		try {
			if (kind === 'archive') return { data: await this.#tileOf(address as string, signal) };
			return { data: await this.#answer(kind as string, address as string, type, signal) };
		} catch (error) {
			if (error instanceof GroundError) this.#note(error, kind as string, address as string);
			throw error;
		}
	};

	/**
	 * Draws the ground under a layer of the map, whose style has to be there. Its backgrounds lie under
	 * another, so that the app's own ground map can stand between.
	 */
	async draw(map: MapLibreMap, under: string, backgroundUnder: string): Promise<void> {
		this.#map = map;
		const { basemap, tokens } = this.#options;
		try {
			const ground = await groundOf(basemap, {
				askJson: (address) => this.#gate.askJson(address),
				archive: (address) => this.#open(address),
				tokens,
				language: this.#language
			});
			if (this.#over) return;
			this.#add(map, ground, under, backgroundUnder);
		} catch (error) {
			this.#fail(error instanceof GroundError ? error.message : `it cannot be read (${error})`);
		}
	}

	/** Letters it in another language, where the lettering is ours. */
	letter(language: string): void {
		this.#language = language;
		for (const id of this.#ground?.lettered ?? [])
			this.#map?.setLayoutProperty(id, 'text-field', plainName(language));
	}

	destroy(): void {
		this.#over = true;
	}

	#add(map: MapLibreMap, ground: Ground, under: string, backgroundUnder: string): void {
		this.#ground = ground;
		const faults: string[] = [];
		const collect = ({ error }: MapError) => void faults.push(error.message);
		map.on('error', collect);
		if (ground.glyphs) map.setGlyphs(ground.glyphs);
		if (Object.keys(ground.fontFaces).length > 0)
			map.setFontFaces({ ...ground.fontFaces, ...FONT_FACES } as FontFacesSpecification);
		for (const { id, url } of ground.sprites) map.addSprite(id, url);
		for (const [id, source] of ground.sources) map.addSource(id, source);
		for (const layer of ground.layers)
			map.addLayer(layer, layer.type === 'background' ? backgroundUnder : under);
		map.off('error', collect);
		if (faults[0] !== undefined) throw new GroundError(`its style does not hold: ${faults[0]}`);
		map.on('error', this.#onError);
		map.on('idle', this.#onIdle);
	}

	async #open(address: string): Promise<{ archive: Archive; tiles: string }> {
		const opening = openArchive(address, this.#gate);
		const number = this.#archives.push(opening) - 1;
		return {
			archive: await opening,
			tiles: `${this.scheme}://archive/${number}/{z}/{x}/{y}`
		};
	}

	async #tileOf(path: string, signal: AbortSignal): Promise<ArrayBuffer> {
		const [number, z, x, y] = path.split('/').map(Number) as [number, number, number, number];
		const archive = await this.#archives[number];
		const data = await archive?.tile(z, x, y, signal);
		this.#tiles[data ? 'came' : 'absent']++;
		return data ?? new ArrayBuffer(0);
	}

	async #answer(
		kind: string,
		address: string,
		type: string | undefined,
		signal: AbortSignal
	): Promise<ArrayBuffer | object | string> {
		if (type === 'json') {
			const json = await this.#gate.askJson(address, signal);
			return (kind === 'Source' ? safeTileJson(json, address) : json) as object;
		}
		const { status, data } = await this.#gate.ask(address, {}, signal);
		const isTile = kind === 'Tile';
		// A host that has no tile there says so in one of these ways: the sea, or beyond its map.
		if (isTile && (status === 404 || status === 204)) {
			this.#tiles.absent++;
			return new ArrayBuffer(0);
		}
		if (status !== 200) throw refused(address, status);
		if (isTile) this.#tiles.came++;
		return type === 'string' ? new TextDecoder().decode(data) : data;
	}

	/** Pictures and lettering may be missing; a host that is not named ends it, whatever is asked of it. */
	#note(error: GroundError, kind: string, address: string): void {
		if (kind !== 'archive' && !this.#gate.admits(address)) this.#fail(error.message);
		else if (!/^(Sprite|Glyphs)/.test(kind)) this.#why ??= error.message;
	}

	readonly #onError = (event: MapError & { sourceId?: string; tile?: unknown }) => {
		if (!event.sourceId?.startsWith(OWN)) return;
		if (event.tile) this.#tiles.failed++;
		else this.#fail(this.#why ?? UNREADABLE);
	};

	/** Once all that was asked for has come or failed. */
	readonly #onIdle = () => {
		const { came, absent, failed } = this.#tiles;
		this.#tiles = { came: 0, absent: 0, failed: 0 };
		if (failed > 0 && failed * HOLES >= came) {
			this.#fail(this.#why ?? UNREADABLE);
			return;
		}
		this.#why = undefined;
		if (came > 0) this.#hasDrawn = true;
		else if (absent > 0 && !this.#hasDrawn) {
			this.#fail('its host has no tile of what the map shows');
			return;
		}
		if ((came === 0 && absent > 0) || !covers(this.#map as MapLibreMap, this.#ground as Ground))
			this.#options.onBare();
	};

	#fail(why: string): void {
		if (this.#over) return;
		this.#over = true;
		this.#remove();
		this.#options.onFail(why);
	}

	#remove(): void {
		const map = this.#map;
		map?.off('error', this.#onError);
		map?.off('idle', this.#onIdle);
		for (const { id } of this.#ground?.layers ?? []) if (map?.getLayer(id)) map.removeLayer(id);
		for (const [id] of this.#ground?.sources ?? []) if (map?.getSource(id)) map.removeSource(id);
	}
}
