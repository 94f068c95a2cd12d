import { runsLeft } from '../dossier/directions';
import type { LonLat } from '../place/geometry';
import type { RegionNames, World } from './basemap';
import type { Camera } from './camera';
import {
	COUNTRY_ANCHORS,
	COUNTRY_SHIFT,
	drawnAt,
	LETTERING,
	RANKS,
	stepAt,
	TOWN_ANCHORS,
	TOWN_DOT,
	valueAt,
	type LetteringRule
} from './cartography';
import { brokenInto } from './line-breaks';
import { labelSize, LINE_HEIGHT, spacingOf, type Label, type PlacedLabel } from './labels';
import { placesOf } from './projection';
import { node, type Attributes, type SceneNode, type TokenName } from './scene';
import { tenth } from './rounded';

/** What the ground letters, in the order in which names find their places. */
const GROUND_KINDS = ['countries', 'towns', 'lakes', 'provinces', 'districts'] as const;
type GroundKind = (typeof GROUND_KINDS)[number];

/** A name of the ground at a pixel of the picture. */
export interface GroundName {
	kind: GroundKind;
	x: number;
	y: number;
	name: string;
}

/** Pixels beyond the picture's edge at which a town's dot no longer shows. */
const DOT_REACH = 4;

/** The names that belong to a zoom and are in sight, each kind's most important first. */
export function groundNames(
	camera: Camera,
	world: Pick<World, 'countryNames'>,
	region: RegionNames
): GroundName[] {
	const level = Math.floor(camera.zoom);
	const areasOf = (kind: string) =>
		region.areas.features.filter(({ properties }) => properties?.['kind'] === kind);
	const sources = {
		countries: world.countryNames.features,
		towns: region.towns.features,
		lakes: region.lakes.features,
		provinces: areasOf('province'),
		districts: areasOf('district')
	};
	return GROUND_KINDS.flatMap((kind) => {
		if (!drawnAt(LETTERING[kind], camera.zoom)) return [];
		const ranks = kind in RANKS ? RANKS[kind as keyof typeof RANKS] : undefined;
		const rankOf = (item: (typeof sources)[typeof kind][number]) =>
			Number(item.properties?.['rank'] ?? 0);
		return sources[kind]
			.filter(
				(item) => item.properties?.['name'] && (!ranks || rankOf(item) <= stepAt(ranks, level))
			)
			.sort((a, b) => rankOf(a) - rankOf(b))
			.flatMap((item) =>
				placesOf(camera, item.geometry.coordinates as LonLat, DOT_REACH).map(({ x, y }) => ({
					kind,
					x: tenth(x),
					y: tenth(y),
					name: String(item.properties?.['name'])
				}))
			);
	});
}

/** A name of the ground as a label that wants a place. */
type GroundLabel = Label & { kind: GroundKind };

export function groundLabels(names: readonly GroundName[], zoom: number): GroundLabel[] {
	return names.map(({ kind, x, y, name }) => {
		const rule: LetteringRule = LETTERING[kind];
		const size = valueAt(rule.size, zoom);
		// Not toLocaleUpperCase: server and browser must agree.
		const text = rule.uppercase ? name.toUpperCase() : name;
		const spacing = spacingOf(text, rule.spacing);
		const label = {
			kind,
			x,
			y,
			spacing,
			lines: brokenInto([{ text, size }], rule.maxWidth * size, spacing)
		};
		if (kind === 'countries')
			return {
				...label,
				anchors: COUNTRY_ANCHORS,
				clearance: { x: 0, y: (COUNTRY_SHIFT - BASELINE_GAP) * size }
			};
		if (kind !== 'towns') return label;
		const gap = TOWN_DOT.clearance * size;
		return {
			...label,
			anchors: TOWN_ANCHORS,
			clearance: { x: gap, y: gap - BASELINE_GAP * size },
			reach: TOWN_DOT.reach
		};
	});
}

const COLOURS: Record<GroundKind, { fill: TokenName; stroke: TokenName }> = {
	countries: { fill: 'admin-label', stroke: 'halo' },
	towns: { fill: 'town-label', stroke: 'halo' },
	lakes: { fill: 'water-label', stroke: 'water' },
	provinces: { fill: 'admin-label', stroke: 'halo' },
	districts: { fill: 'admin-label', stroke: 'halo' }
};

/** The ground's lettering, from the bottom up, and the dots of the towns that are named. */
export function groundLettering(
	placed: readonly PlacedLabel<GroundLabel>[],
	zoom: number
): SceneNode[] {
	return [...GROUND_KINDS].reverse().flatMap((kind) => {
		const own = placed.filter(({ label }) => label.kind === kind);
		if (own.length === 0) return [];
		const rule: LetteringRule = LETTERING[kind];
		const size = valueAt(rule.size, zoom);
		return [
			...(kind === 'towns' ? [townDots(own)] : []),
			node(
				'g',
				{
					...COLOURS[kind],
					...haloOf(rule),
					'font-size': tenth(size),
					...(rule.italic && { 'font-style': 'italic' })
				},
				own.flatMap((label) => textNodes(label))
			)
		];
	});
}

function townDots(towns: readonly PlacedLabel<GroundLabel>[]): SceneNode {
	// The rim lies about the dot; a stroke lies half on it.
	const { radius, rim } = TOWN_DOT;
	return node(
		'g',
		{ fill: 'town-label', stroke: 'halo', 'stroke-width': 2 * rim, 'paint-order': 'stroke' },
		towns.map(({ label: { x, y } }) => node('circle', { cx: x, cy: y, r: radius }))
	);
}

/** Attributes that put a rim in the ground's colour round letters. */
export function haloOf({ halo }: Pick<LetteringRule, 'halo'>): Attributes {
	return { 'stroke-width': 2 * halo, 'stroke-linejoin': 'round', 'paint-order': 'stroke' };
}

/** From the middle of a line down to its letters' feet, and what that leaves above their heads; in ems. */
const BASELINE = 0.4;
export const BASELINE_GAP = 7 / 24;

/**
 * A text element a line, so that each has its own direction of writing. Lines are centred, but beside
 * their point they begin or end at it: there the gap must hold whatever font stands in.
 * @param attributes of each line, over what all have
 */
export function textNodes(
	{ label, anchor, box }: PlacedLabel<Label>,
	attributes: (line: number) => Attributes = () => ({})
): SceneNode[] {
	const { width } = labelSize(label);
	const left = anchor === 'left';
	const right = anchor === 'right';
	const x = left ? box.left : right ? box.right : box.left + width / 2;
	let top = box.top;
	return label.lines.map(({ text, size }, i) => {
		const y = top + size * (LINE_HEIGHT / 2 + BASELINE);
		top += size * LINE_HEIGHT;
		const gap = (label.spacing ?? 0) * size;
		const spacing = gap > 0 ? { 'letter-spacing': tenth(gap) } : {};
		return node(
			'text',
			{
				// The last character's space counts where a line is centred.
				x: tenth(left ? x : right ? x + gap : x + gap / 2),
				y: tenth(y),
				...(!left && { 'text-anchor': right ? 'end' : 'middle' }),
				...spacing,
				// As MapLibre has it: a line runs the way of its first letter.
				...(runsLeft(text) && { 'unicode-bidi': 'plaintext' }),
				...attributes(i)
			},
			text
		);
	});
}
