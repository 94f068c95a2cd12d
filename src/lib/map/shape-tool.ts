import type { Map as MapLibreMap } from 'maplibre-gl';
import {
	TerraDraw,
	TerraDrawLineStringMode,
	TerraDrawPointMode,
	TerraDrawPolygonMode,
	TerraDrawSelectMode,
	type GeoJSONStoreFeatures
} from 'terra-draw';
import { TerraDrawMapLibreGLAdapter } from 'terra-draw-maplibre-gl-adapter';
import type { MapTokens } from '../core/picture/tokens';
import type { LonLat } from '../core/place/geometry';
import { running } from '../core/place/rings';
import { settled } from '../core/place/settled';
import { handleStyles } from './shape-style';

export type ShapeKind = 'point' | 'line' | 'area';

export interface ShapeHandlers {
	/** What a hand on the map has made of the shape: all its corners, an area's ring not closed. */
	onput: (corners: LonLat[]) => void;
	/** The drawing is over: the last corner was pressed again, or the one point was put. */
	onend: () => void;
}

const MODES: Record<ShapeKind, string> = { point: 'point', line: 'linestring', area: 'polygon' };
/** Decimals of a degree that terra-draw takes: a tenth of a millimetre. */
const PRECISION = 9;
/** Pixels within which a click is on a corner. */
const NEAR = 14;
/** A shape of more corners has no handles: each is a symbol of its own on the map. */
const MOST_HANDLES = 500;

/**
 * Draws one shape on the map by hand and moves its corners, with terra-draw. The caller has the shape:
 * each corner that is set is told at once, and what it changes otherwise (undo, a typed corner) is what
 * is drawn on from.
 */
export class ShapeTool {
	readonly #map: MapLibreMap;
	readonly #draw: TerraDraw;
	readonly #handlers: ShapeHandlers;
	#kind: ShapeKind = 'point';
	#drawing = false;
	/** As the caller has them, or was told last. */
	#corners: readonly LonLat[] = [];
	/** Those that stood before this drawing; its first corners in terra-draw only stand in for their ends. */
	#before: readonly LonLat[] = [];
	#standIns = 0;
	#quiet = false;

	/** @param map whose style is loaded */
	constructor(map: MapLibreMap, tokens: MapTokens, handlers: ShapeHandlers) {
		this.#map = map;
		this.#handlers = handlers;
		const { drawn, selected } = handleStyles(tokens);
		const shared = { pointerDistance: NEAR, keyEvents: null };
		const coordinates = { draggable: true, deletable: true, midpoints: { draggable: true } };
		this.#draw = new TerraDraw({
			adapter: new TerraDrawMapLibreGLAdapter({ map, coordinatePrecision: PRECISION }),
			modes: [
				new TerraDrawPointMode({ styles: drawn.point }),
				new TerraDrawLineStringMode({ ...shared, styles: drawn.line }),
				new TerraDrawPolygonMode({ ...shared, styles: drawn.area }),
				new TerraDrawSelectMode({
					pointerDistance: NEAR,
					keyEvents: null,
					allowManualDeselection: false,
					// None is left out, the last least of all.
					dragEventThrottle: 0,
					styles: selected,
					flags: {
						point: { feature: { draggable: true } },
						linestring: { feature: { draggable: true, coordinates } },
						polygon: { feature: { draggable: true, coordinates } }
					}
				})
			]
		});
		this.#draw.start();
		this.#draw.on('change', () => this.#followDrawing());
		this.#draw.on('finish', (id, { action }) => {
			const now = () => {
				// By then another shape may be in hand.
				const feature = this.#draw.enabled ? this.#draw.getSnapshotFeature(id) : undefined;
				if (feature) this.#put(cornersIn(feature));
			};
			if (this.#drawing) this.#end(this.#draw.getSnapshotFeature(id));
			// A corner is put in as its drag begins: where it is let go, it is one change.
			else if (action === 'insertMidpoint')
				window.addEventListener('pointerup', now, { once: true });
			else now();
		});
	}

	/** Shows the shape with handles on its corners or, while it is being drawn, draws on from it. */
	show(kind: ShapeKind, corners: readonly LonLat[], drawing: boolean): void {
		const same = kind === this.#kind && drawing === this.#drawing && equal(corners, this.#corners);
		if (same) return;
		this.#kind = kind;
		this.#drawing = drawing;
		this.#corners = corners;
		this.#quietly(() => (drawing ? this.#beginDrawing() : this.#beginMoving()));
	}

	/** Sets a corner in the middle of the map, as a click there would. */
	take(): void {
		const { clientWidth, clientHeight } = this.#map.getCanvas();
		this.#click(clientWidth / 2, clientHeight / 2);
	}

	/** Takes everything off the map, once. */
	stop(): void {
		if (this.#draw.enabled) this.#draw.stop();
	}

	#beginMoving(): void {
		this.#draw.setMode('select');
		this.#draw.clear();
		const least = { point: 1, line: 2, area: 3 }[this.#kind];
		const { length } = this.#corners;
		if (length < least || length > MOST_HANDLES) return;
		const [added] = this.#draw.addFeatures([featureOf(this.#kind, this.#corners)]);
		if (added?.valid && added.id !== undefined) this.#draw.selectFeature(added.id);
	}

	#beginDrawing(): void {
		this.#draw.setMode('static');
		this.#draw.clear();
		this.#draw.setMode(MODES[this.#kind]);
		this.#before = this.#kind === 'point' ? [] : this.#corners;
		const [first, last] = [this.#before[0], this.#before.at(-1)];
		const ends = [
			...(this.#kind === 'area' && first !== last ? [first] : []),
			...(last ? [last] : [])
		].filter((at) => at !== undefined);
		for (const at of ends) {
			const { x, y } = this.#map.project(this.#nearest(at));
			this.#click(x, y);
		}
		this.#standIns = this.#sketched().length;
	}

	#followDrawing(): void {
		if (!this.#drawing || this.#quiet) return;
		const sketched = this.#sketched();
		const corners = [...this.#before, ...sketched.slice(this.#standIns)];
		if (sketched.length > 0 && corners.length > this.#corners.length) this.#put(corners);
	}

	/** The corners that stand in terra-draw; the one under the pointer is none yet. */
	#sketched(): LonLat[] {
		const feature = this.#draw
			.getSnapshot()
			.find(({ properties }) => properties['currentlyDrawing'] === true);
		const corners = cornersIn(feature);
		if (feature?.geometry.type === 'LineString') return corners.slice(0, -1);
		return corners.slice(0, Number(feature?.properties['committedCoordinateCount'] ?? 0));
	}

	#end(feature: GeoJSONStoreFeatures | undefined): void {
		if (this.#kind === 'point') this.#put(cornersIn(feature));
		this.#handlers.onend();
	}

	#put(drawn: LonLat[]): void {
		const corners = settled(this.#corners, drawn);
		if (equal(corners, this.#corners)) return;
		this.#corners = corners;
		this.#handlers.onput(corners);
	}

	#quietly(change: () => void): void {
		this.#quiet = true;
		change();
		this.#quiet = false;
	}

	/** A click that terra-draw hears, and nothing else; it may lie outside of what is in sight. */
	#click(x: number, y: number): void {
		const canvas = this.#map.getCanvas();
		const { left, top } = canvas.getBoundingClientRect();
		const at = { clientX: left + x, clientY: top + y, isPrimary: true, button: 0 };
		for (const type of ['pointerdown', 'pointerup'])
			canvas.dispatchEvent(new PointerEvent(type, at));
	}

	/** Of the world's copies of a position the one nearest to the middle of the map. */
	#nearest([lon, lat]: LonLat): LonLat {
		const { lng } = this.#map.getCenter();
		return [lon + 360 * Math.round((lng - lon) / 360), lat];
	}
}

function featureOf(kind: ShapeKind, corners: readonly LonLat[]): GeoJSONStoreFeatures {
	const line = running(corners).map(([lon, lat]): LonLat => [fixed(lon), fixed(lat)]);
	const [first] = line as [LonLat];
	const geometry = {
		point: { type: 'Point' as const, coordinates: first },
		line: { type: 'LineString' as const, coordinates: line },
		area: { type: 'Polygon' as const, coordinates: [[...line, first]] }
	}[kind];
	return { type: 'Feature', properties: { mode: MODES[kind] }, geometry };
}

function cornersIn(feature: GeoJSONStoreFeatures | undefined): LonLat[] {
	const { type, coordinates } = feature?.geometry ?? { type: 'LineString', coordinates: [] };
	if (type === 'Point') return [coordinates as LonLat];
	if (type === 'LineString') return coordinates as LonLat[];
	return (coordinates as LonLat[][])[0]?.slice(0, -1) ?? [];
}

function fixed(degrees: number): number {
	return Number(degrees.toFixed(PRECISION));
}

function equal(a: readonly LonLat[], b: readonly LonLat[]): boolean {
	return (
		a.length === b.length && a.every(([lon, lat], i) => lon === b[i]?.[0] && lat === b[i]?.[1])
	);
}
