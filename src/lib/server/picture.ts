import type { Dossier } from '../core/dossier/dossier';
import {
	countryLettering,
	regionLettering,
	takenBy,
	type RegionNames
} from '../core/picture/basemap';
import type { Camera } from '../core/picture/camera';
import { groundNodes } from '../core/picture/ground';
import { groundNames } from '../core/picture/lettering';
import { edgesOf } from '../core/picture/name-sides';
import { framedIn, openingIn, openingPosition } from '../core/picture/opening';
import { areaPath, type AreaPath } from '../core/picture/path';
import type { Ground } from '../core/picture/picture';
import type { Outlines } from '../core/picture/rings';
import { polygonsOf } from '../core/place/rings';
import type { MapPosition } from '../core/view/view';
import { loadBasemap, type Basemap } from './basemap';
import { homeOf } from './store/home';

/**
 * How much is drawn, in CSS pixels about the map's middle: more than most maps show, for the server
 * does not know the window.
 */
const SIZES = {
	wide: { width: 1600, height: 1000 },
	narrow: { width: 480, height: 760 }
} as const;

/**
 * The same of an embed, and the size that its opening view is made for. In whatever column it stands,
 * the live map takes its place from the picture: it shows the same.
 */
const EMBEDS = {
	wide: { drawn: { width: 1200, height: 600 }, pane: { width: 640, height: 360 } },
	narrow: { drawn: { width: 480, height: 480 }, pane: { width: 340, height: 300 } }
} as const;

/** Pixels that most phones are wide. */
const PHONE = 390;

/** How many grounds are kept: openings of dossiers, in their languages, wide and narrow. */
const KEPT = 24;

const grounds = new WeakMap<Dossier, Map<string, Ground>>();

/** What a page needs to draw its map without a map library. */
interface PagePicture {
	ground: Ground;
	/** It stands where the dossier opens, for a map of this width; undefined: where the address says. */
	opensFor?: 'wide' | 'narrow' | undefined;
}

/** How a ground is drawn. */
interface GroundStyle {
	/** Of the names. */
	language: string;
	/** Historic and disputed lines are drawn. */
	lines: boolean;
	/** Address of the relief picture; undefined: it is not drawn. */
	relief: string | undefined;
}

/** What the ground of a page's picture is asked to show. */
export interface GroundWish extends GroundStyle {
	/** Where the address puts the map; undefined: where the dossier opens. */
	position: MapPosition | undefined;
	/** A story's step puts it there, for a window. */
	step?: boolean;
	/** The browser says that it is a phone's. */
	narrow: boolean;
}

/** A page's picture; undefined, with a line in the log, where the basemap is not to be had. */
export async function pagePicture(
	dossier: Dossier,
	wish: GroundWish
): Promise<PagePicture | undefined> {
	const opensFor = wish.narrow ? 'narrow' : 'wide';
	const size = SIZES[opensFor];
	// Drawn for more than is seen of it.
	const position = placed(wish, wish.narrow ? EMBEDS.narrow.pane.width : size.width);
	const camera = { ...(position ?? openingPosition(dossier, size.width)), ...size };
	const drawn = await groundOrNone(dossier, camera, wish);
	const ground = drawn && seenThrough(drawn, wish.narrow ? PHONE : size.width);
	return ground && { ground, ...(wish.position ? {} : { opensFor }) };
}

/** An embed's picture; undefined, with a line in the log, where the basemap is not to be had. */
export async function embedPicture(
	dossier: Dossier,
	wish: GroundWish
): Promise<PagePicture | undefined> {
	const { drawn, pane } = EMBEDS[wish.narrow ? 'narrow' : 'wide'];
	const position = placed(wish, pane.width);
	const camera = { ...(position ?? openingIn(dossier, pane)), ...drawn };
	const ground = await groundOrNone(dossier, camera, wish);
	return ground && { ground: seenThrough(ground, pane.width) };
}

/** A picture's ground with the edges of a map in its middle, so many pixels wide, where that is narrow. */
function seenThrough(ground: Ground, width: number): Ground {
	const edges = edgesOf(width);
	if (!edges) return ground;
	const beside = (ground.camera.width - width) / 2;
	return { ...ground, edges: { left: edges.left + beside, right: edges.right + beside } };
}

/** Where the address puts a map of some width in pixels. */
function placed({ position, step }: GroundWish, width: number): MapPosition | undefined {
	return position && step ? framedIn(position, width) : position;
}

/** A ground under any camera; undefined, with a line in the log, where the basemap is not to be had. */
export async function groundOrNone(
	dossier: Dossier,
	camera: Camera,
	wish: GroundStyle
): Promise<Ground | undefined> {
	try {
		return await keptGround(dossier, camera, wish);
	} catch (error) {
		console.error('The picture of the map could not be drawn:', error);
		return undefined;
	}
}

/** A ground under any camera; a bare one, with a line in the log, where the basemap is not to be had. */
export async function groundOf(
	dossier: Dossier,
	camera: Camera,
	wish: GroundStyle
): Promise<Ground> {
	const drawn = await groundOrNone(dossier, camera, wish);
	return drawn ?? { camera, nodes: [], names: [], outlines: {} };
}

/**
 * A ground, drawn once for each camera. Throws where the basemap is not to be had.
 * @param dossier with all that it holds, whatever was known on some day: it is kept by that
 */
export async function keptGround(
	dossier: Dossier,
	camera: Camera,
	{ language, lines, relief }: GroundStyle
): Promise<Ground> {
	const home = homeOf(dossier);
	const kept = grounds.get(home) ?? new Map<string, Ground>();
	grounds.set(home, kept);
	const key = JSON.stringify([camera, language, lines, relief]);
	const known = kept.get(key);
	if (known) return known;
	const basemap = await loadBasemap();
	const { world, region, historic } = basemap;
	const data = {
		world,
		region,
		// A ground map of the dossier's own comes in its place: for the while, nothing more is fetched.
		relief: dossier.header.basemap ? undefined : relief,
		historic: lines ? historic : undefined
	};
	const ground = {
		camera,
		nodes: groundNodes(camera, data),
		names: groundNames(
			camera,
			{ countryNames: countryLettering(world, home)(language) },
			namesFor(home, basemap, language)
		),
		outlines: outlinesOf(home, camera, basemap)
	};
	// The oldest goes.
	if (kept.size >= KEPT) kept.delete([...kept.keys()][0] as string);
	kept.set(key, ground);
	return ground;
}

const lettering = new WeakMap<Dossier, Map<string, RegionNames>>();

/** The region's names for a dossier in a language: they are the same wherever its map stands. */
function namesFor(dossier: Dossier, { region }: Basemap, language: string): RegionNames {
	const kept = lettering.get(dossier) ?? new Map<string, RegionNames>();
	lettering.set(dossier, kept);
	const known = kept.get(language);
	if (known) return known;
	const names = regionLettering(region, takenBy(dossier))(language);
	// The oldest goes: an address may ask for any language.
	if (kept.size >= KEPT) kept.delete([...kept.keys()][0] as string);
	kept.set(language, names);
	return names;
}

/**
 * The ground map's areas that the dossier's events are somewhere in, as paths; those in sight. Also
 * those where a claim alone puts an event: as known on some day, it stands there. Of a dossier whose events
 * are elsewhere, all places.
 */
function outlinesOf(dossier: Dossier, camera: Camera, { region, world }: Basemap): Outlines {
	const outlines: Record<string, AreaPath> = {};
	const named = new Set(
		dossier.events.flatMap(({ place, claims }) => [place, ...claims.map((claim) => claim.place)])
	);
	const elsewhere = dossier.events.length === 0;
	for (const { id, area } of dossier.places) {
		if (area === undefined || area in outlines || !(elsewhere || named.has(id))) continue;
		const outline = region.outlines.get(area) ?? world.outlines.get(area);
		if (outline) outlines[area] = areaPath(camera, polygonsOf(outline)) ?? { d: '' };
	}
	return outlines;
}

/** Whether a request comes from a phone, as far as its headers say. */
export function fromPhone(headers: Headers): boolean {
	const hint = headers.get('sec-ch-ua-mobile');
	return hint === null ? /\bMobi/.test(headers.get('user-agent') ?? '') : hint === '?1';
}
