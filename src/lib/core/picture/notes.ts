import { measureInWords } from '../notes/measure';
import type { ShownNote } from '../notes/filter';
import type { AuthorNote, NoteGeometry, Tone } from '../notes/note';
import { pointOf, type LonLat } from '../place/geometry';
import { polygonsOf, running, span } from '../place/rings';
import { screenPoint, WORLD_SIZE, worldPoint, type Camera } from './camera';
import type { Anchor } from './cartography';
import { wrapped } from './figure-text';
import { placeLabels, type Box, type Label, type LabelLine, type PlacedLabel } from './labels';
import { haloOf, textNodes } from './lettering';
import { areaData, lineData } from './path';
import { copiesOfSpan, placesOf } from './projection';
import { tenth } from './rounded';
import { node, type Attributes, type SceneNode, type TokenName } from './scene';

/** Pixels: of the letters, of the column that a text is set in, and its lines; what is more is cut. */
const SIZE = 12;
const SMALL = 11;
const COLUMN = 150;
const MOST_LINES = 3;
/** Texts that a picture letters: more could be read by nobody, and would take longer than a frame. */
const MOST_TEXTS = 100;
/** Rim of the letters in the ground's colour. */
const HALO = 1.8;
/** Pixels from its point at which a text may stand, in the order in which they are tried. */
const AWAY = [7, 24, 44] as const;
/** Farther than this a hairline joins a text to its point. */
const NEAR = 10;
/** What is smaller, in pixels, is marked by a dot: nobody would see it. */
const LEAST = 5;
const DOT = 2.6;
const HEAD = { length: 11, width: 8 } as const;

const STROKES: Record<Tone, { paint: TokenName; width: number }> = {
	ink: { paint: 'ink', width: 1.5 },
	accent: { paint: 'accent', width: 2.6 },
	quiet: { paint: 'ink-soft', width: 1.1 }
};

interface Pixel {
	x: number;
	y: number;
}

/** A note as it is drawn: its line or outline, what marks its point, its text. */
export interface NoteMark {
	id: string;
	note: AuthorNote;
	/** It is only perhaps of these dates. */
	faint: boolean;
	/** Path data of its line or outline; empty where there is none in sight. */
	d: string;
	/** Path data of an arrow's head, and of a hairline to the text. */
	head: string;
	leader: string;
	/** Where nothing else shows it. */
	dot: Pixel | undefined;
	/** Undefined where its text has no room. */
	label: PlacedLabel<NoteLabel> | undefined;
}

type NoteLabel = Label & { id: string };

/** What the notes of a picture hang on beside the notes. */
export interface NoteLayout {
	/** What no text may lie on: symbols, and the names beside them. */
	obstacles?: readonly Box[];
	/** Pixels beyond the picture's edges where lines are drawn too. */
	margin?: number;
	/** What stands before each text, by the note's id, for a list that has the whole of it. */
	letters?: ReadonlyMap<string, string> | undefined;
	/** How notes lie in the picture, laid out before with the same camera and margin; those that are new join them. */
	shapes?: NoteShapes;
}

/** How notes lie in a picture, and the lines of their texts; undefined: out of it. */
export type NoteShapes = WeakMap<
	AuthorNote,
	{ shape: Shape | undefined; lines?: { said: string; set: LabelLine[] } }
>;

/**
 * Lays out what a picture shows of the author's notes. A text that has no room beside its point, or beside its
 * line, stands farther off with a hairline, or not at all.
 */
export function noteMarks(
	camera: Camera,
	shown: readonly ShownNote[],
	{ obstacles = [], margin = 0, letters, shapes = new WeakMap() }: NoteLayout = {}
): NoteMark[] {
	const drawn = shown.flatMap(({ note, match }) => {
		if (!note.geometry) return [];
		let known = shapes.get(note);
		if (!known) {
			known = { shape: shapeOf(camera, note.geometry, note.kind, margin) };
			shapes.set(note, known);
		}
		const { shape } = known;
		return shape ? [{ note, shape, faint: match === 'possible' }] : [];
	});
	const lettered = drawn.filter(({ shape }) => isIn(camera, shape.at, 0)).slice(0, MOST_TEXTS);
	const labels = lettered.map(({ note, shape, faint }): NoteLabel => {
		const letter = letters?.get(note.id);
		return {
			id: note.id,
			...shape.at,
			anchors: shape.anchors,
			lines: linesKept(note, faint, letter, shapes)
		};
	});
	const tips = drawn.flatMap(({ shape }) => shape.tip ?? []);
	const placed = placedAbout(labels, [...obstacles, ...tips], camera);
	return drawn.map(({ note, shape, faint }): NoteMark => {
		const label = placed.get(note.id);
		const { d, head, dot } = shape;
		return { id: note.id, note, faint, d, head, dot, label, leader: label ? leaderOf(label) : '' };
	});
}

/** Whether two marks are drawn alike. */
export function sameMark(a: NoteMark, b: NoteMark): boolean {
	return (
		a.note === b.note &&
		a.faint === b.faint &&
		a.d === b.d &&
		a.head === b.head &&
		a.leader === b.leader &&
		a.dot?.x === b.dot?.x &&
		a.dot?.y === b.dot?.y &&
		a.label?.box.left === b.label?.box.left &&
		a.label?.box.top === b.label?.box.top
	);
}

/** The boxes that the texts take up. */
export function noteBoxes(marks: readonly NoteMark[]): Box[] {
	return marks.flatMap(({ label }) => (label ? [label.taken] : []));
}

/** A note as nodes. @param strong somebody has chosen it */
export function markNodes(mark: NoteMark, strong = false): SceneNode[] {
	const { note, d, head, leader, dot, label, faint } = mark;
	const { paint, width } = STROKES[note.style.tone];
	const line = { d, fill: 'none', 'stroke-linejoin': 'round' } as const;
	const dash: Attributes = note.style.dash ? { 'stroke-dasharray': '6 4' } : {};
	const stroke = width + (strong ? 1.2 : 0);
	const nodes: SceneNode[] = [];
	if (d && note.kind === 'area')
		nodes.push(node('path', { d, fill: paint, 'fill-opacity': strong ? 0.12 : 0.06 }));
	if (d)
		nodes.push(
			node('path', {
				...line,
				stroke: 'halo',
				'stroke-width': stroke + 2.4,
				'stroke-opacity': 0.7
			}),
			node('path', { ...line, stroke: paint, 'stroke-width': stroke, ...dash })
		);
	const rim = { stroke: 'halo', 'stroke-width': 1, 'paint-order': 'stroke' } as const;
	if (head) nodes.push(node('path', { d: head, fill: paint, ...rim }));
	if (leader)
		nodes.push(node('path', { d: leader, fill: 'none', stroke: 'ink-soft', 'stroke-width': 0.8 }));
	if (dot)
		nodes.push(
			node('circle', {
				cx: tenth(dot.x),
				cy: tenth(dot.y),
				r: strong ? DOT + 1.2 : DOT,
				fill: paint,
				stroke: 'halo',
				'stroke-width': 1.4
			})
		);
	if (label)
		nodes.push(
			node(
				'g',
				{ stroke: 'halo', ...haloOf({ halo: HALO }) },
				textNodes(label, (i) => {
					const own = label.label.lines[i] as LabelLine;
					return {
						fill: note.style.tone === 'quiet' || own.size === SMALL ? 'ink-soft' : 'ink',
						'font-size': own.size,
						...(strong && { 'font-weight': 600 })
					};
				})
			)
		);
	return faint ? [node('g', { opacity: 0.6 }, nodes)] : nodes;
}

/** `A` to `Z`, then `AA`: what stands for the notes of a list, by their ids in its order. */
export function noteLetters(shown: readonly ShownNote[]): Map<string, string> {
	return new Map(shown.map(({ note }, i) => [note.id, lettersOf(i)]));
}

function lettersOf(index: number): string {
	const last = String.fromCharCode(65 + (index % 26));
	return index < 26 ? last : lettersOf(Math.floor(index / 26) - 1) + last;
}

/** Lines that were broken before are the same objects: what measures words takes longest. */
function linesKept(
	note: AuthorNote,
	faint: boolean,
	letter: string | undefined,
	shapes: NoteShapes
): LabelLine[] {
	const known = shapes.get(note);
	const said = `${faint} ${letter}`;
	if (known?.lines?.said === said) return known.lines.set;
	const set = linesOf(note, faint, letter);
	if (known) known.lines = { said, set };
	return set;
}

function linesOf(note: AuthorNote, faint: boolean, letter: string | undefined): LabelLine[] {
	const text = letter === undefined ? note.text : `${letter} · ${note.text}`;
	const more = [
		note.measured && measureInWords(note.measured),
		faint && 'perhaps in these dates'
	].filter((part) => typeof part === 'string');
	return [
		...wrapped(text, COLUMN, { size: SIZE }, MOST_LINES).map((line) => ({
			text: line,
			size: SIZE
		})),
		...(more.length > 0 ? [{ text: more.join(' · '), size: SMALL }] : [])
	];
}

/** The first come near their points, then the others farther off. */
function placedAbout(
	labels: readonly NoteLabel[],
	obstacles: readonly Box[],
	camera: Camera
): Map<string, PlacedLabel<NoteLabel>> {
	const found = new Map<string, PlacedLabel<NoteLabel>>();
	for (const away of AWAY) {
		const taken = [...found.values()].map((placed) => placed.taken);
		const waiting = labels
			.filter(({ id }) => !found.has(id))
			.map((label) => ({ ...label, clearance: { x: away, y: away } }));
		for (const placed of placeLabels(waiting, [...obstacles, ...taken], camera))
			found.set(placed.label.id, placed);
	}
	return found;
}

function leaderOf({ label, box }: PlacedLabel<NoteLabel>): string {
	const { x, y } = label;
	const to = {
		x: Math.max(box.left, Math.min(box.right, x)),
		y: Math.max(box.top, Math.min(box.bottom, y))
	};
	if (Math.hypot(to.x - x, to.y - y) <= NEAR) return '';
	return `M${tenth(x)},${tenth(y)}L${tenth(to.x)},${tenth(to.y)}`;
}

/** How a geometry lies in the picture, and where its text wants to stand. */
interface Shape {
	d: string;
	head: string;
	/** What an arrow's head takes up. */
	tip?: Box | undefined;
	dot: Pixel | undefined;
	at: Pixel;
	anchors: readonly Anchor[];
}

const BESIDE: readonly Anchor[] = ['left', 'right', 'bottom', 'top'];

function shapeOf(
	camera: Camera,
	geometry: NoteGeometry,
	kind: AuthorNote['kind'],
	margin: number
): Shape | undefined {
	if (geometry.type === 'Point') {
		const [at] = placesOf(camera, geometry.coordinates, margin);
		return at && { d: '', head: '', dot: at, at, anchors: BESIDE };
	}
	if (geometry.type === 'Polygon') {
		const d = areaData(camera, polygonsOf(geometry), { margin });
		const at = nearest(camera, pointOf(geometry) as LonLat);
		const small = sizeIn(camera, geometry.coordinates[0] ?? []) < LEAST;
		if (!d && !isIn(camera, at, margin)) return undefined;
		const anchors: readonly Anchor[] =
			small || !d ? BESIDE : ['center', 'bottom', 'top', ...BESIDE];
		return { d, head: '', dot: small || !d ? at : undefined, at, anchors };
	}
	return lineShape(camera, geometry.coordinates, kind === 'arrow', margin);
}

function lineShape(
	camera: Camera,
	coordinates: readonly LonLat[],
	arrow: boolean,
	margin: number
): Shape | undefined {
	const line = running(coordinates);
	const size = WORLD_SIZE * 2 ** camera.zoom;
	const way = line.map((at) => worldPoint(at));
	const length = way.map((at, i) => {
		const before = way[i - 1] ?? at;
		return Math.hypot(at.x - before.x, at.y - before.y);
	});
	const whole = length.reduce((sum, part) => sum + part, 0);
	const small = whole * size < LEAST;
	// An arrow's text stands where it begins: it points from the words to the thing.
	const middle = arrow ? way[0] : halfWay(way, length, whole / 2);
	if (!middle) return undefined;
	const at = screenPoint(camera, middle);
	const d = small ? '' : lineData(camera, line, margin);
	if (!d && !isIn(camera, at, margin)) return undefined;
	const pointed = arrow && !small;
	const tip = screenPoint(camera, way.at(-1) as Pixel);
	return {
		d,
		head: pointed ? headsOf(camera, line, margin) : '',
		...(pointed && {
			tip: {
				left: tip.x - HEAD.length,
				right: tip.x + HEAD.length,
				top: tip.y - HEAD.length,
				bottom: tip.y + HEAD.length
			}
		}),
		dot: small ? at : undefined,
		at,
		anchors: arrow ? anchorsBehind(way) : anchorsBeside(way, middle)
	};
}

function halfWay(
	way: readonly Pixel[],
	lengths: readonly number[],
	half: number
): Pixel | undefined {
	let gone = 0;
	for (const [i, to] of way.entries()) {
		const part = lengths[i] as number;
		const from = way[i - 1];
		if (from && part > 0 && gone + part >= half) {
			const share = (half - gone) / part;
			return { x: from.x + (to.x - from.x) * share, y: from.y + (to.y - from.y) * share };
		}
		gone += part;
	}
	return way[0];
}

/** The sides of a line's middle: beside one that runs upright, above and below one that lies. */
function anchorsBeside(way: readonly Pixel[], middle: Pixel): readonly Anchor[] {
	const near = ({ x, y }: Pixel) => Math.hypot(x - middle.x, y - middle.y);
	const [a, b] = [...way].sort((one, other) => near(one) - near(other));
	const upright = a && b && Math.abs(a.y - b.y) > Math.abs(a.x - b.x);
	return upright ? BESIDE : ['bottom', 'top', 'left', 'right'];
}

/** The sides of an arrow's beginning, the one that it turns its back on first. */
function anchorsBehind(way: readonly Pixel[]): readonly Anchor[] {
	const [from, ...rest] = way;
	const to = rest.find(({ x, y }) => x !== from?.x || y !== from.y);
	if (!from || !to) return BESIDE;
	const [dx, dy] = [to.x - from.x, to.y - from.y];
	const sideways: Anchor = dx > 0 ? 'right' : 'left';
	const upright: Anchor = dy > 0 ? 'bottom' : 'top';
	const first: readonly Anchor[] =
		Math.abs(dx) >= Math.abs(dy) ? [sideways, upright] : [upright, sideways];
	return [...first, ...BESIDE.filter((anchor) => !first.includes(anchor))];
}

/** A head at the end of a line, in every copy of the world that is in sight. */
function headsOf(camera: Camera, line: readonly LonLat[], margin: number): string {
	const size = WORLD_SIZE * 2 ** camera.zoom;
	const middle = worldPoint([camera.lon, camera.lat]);
	const pixel = (at: LonLat, copy: number): Pixel => {
		const { x, y } = worldPoint(at);
		return {
			x: camera.width / 2 + (x - middle.x) * size + copy,
			y: camera.height / 2 + (y - middle.y) * size
		};
	};
	const [west, east] = span(line);
	return copiesOfSpan(camera, west, east, margin)
		.map((copy) => {
			const tip = pixel(line.at(-1) as LonLat, copy);
			if (!isIn(camera, tip, margin)) return '';
			// Where it comes from, seen from a head's length away: a short last step says little.
			const from = line
				.toReversed()
				.map((at) => pixel(at, copy))
				.find((at) => Math.hypot(at.x - tip.x, at.y - tip.y) >= HEAD.length);
			const tail = from ?? pixel(line[0] as LonLat, copy);
			const way = Math.hypot(tip.x - tail.x, tip.y - tail.y);
			if (way === 0) return '';
			const [ux, uy] = [(tip.x - tail.x) / way, (tip.y - tail.y) / way];
			const base = { x: tip.x - ux * HEAD.length, y: tip.y - uy * HEAD.length };
			const half = HEAD.width / 2;
			return (
				`M${tenth(tip.x)},${tenth(tip.y)}` +
				`L${tenth(base.x - uy * half)},${tenth(base.y + ux * half)}` +
				`L${tenth(base.x + uy * half)},${tenth(base.y - ux * half)}z`
			);
		})
		.join('');
}

function nearest(camera: Camera, at: LonLat): Pixel {
	return screenPoint(camera, worldPoint(at));
}

function isIn({ width, height }: Camera, { x, y }: Pixel, margin: number): boolean {
	return x >= -margin && y >= -margin && x <= width + margin && y <= height + margin;
}

/** The longer side of a ring's frame in pixels. */
function sizeIn(camera: Camera, ring: readonly LonLat[]): number {
	const size = WORLD_SIZE * 2 ** camera.zoom;
	const points = running(ring).map((at) => worldPoint(at));
	const first = points[0];
	if (!first) return 0;
	let [left, right, top, bottom] = [first.x, first.x, first.y, first.y];
	for (const { x, y } of points) {
		[left, right] = [Math.min(left, x), Math.max(right, x)];
		[top, bottom] = [Math.min(top, y), Math.max(bottom, y)];
	}
	return size * Math.max(right - left, bottom - top);
}
