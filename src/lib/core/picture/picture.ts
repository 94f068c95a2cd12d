import type { Dossier, DossierEvent } from '../dossier/dossier';
import { nameIn } from '../place/names';
import type { ShownNote } from '../notes/filter';
import type { Area } from '../view/area';
import type { ShownEvent } from '../view/filter';
import { aboutMarks, aboutNodes, aboutPoints } from './about';
import { calloutMark, leaderNodes, placedCallouts } from './callouts';
import type { Camera } from './camera';
import { extentsOf } from './extents';
import { strengthIn } from './fade';
import { beside } from './ghost';
import { placeLabels, type Box } from './labels';
import { groundLabels, groundLettering, type GroundName } from './lettering';
import type { Edges } from './name-sides';
import { markNodes, noteBoxes, noteMarks } from './notes';
import { labelsOf, placeNodes, symbolBox, type DrawnStack } from './place-lettering';
import { placesOf } from './projection';
import { areaNodes, extentNodes, type Outlines } from './rings';
import type { Scene, SceneNode } from './scene';
import { markOf, type Look } from './stack-mark';
import { stackNodes } from './stack-nodes';
import { levelOf, spotsOf, stacksOf, type Spots, type Stack } from './stacks';

/** The part of a picture that does not depend on what the view shows: a server draws it. */
export interface Ground {
	camera: Camera;
	nodes: readonly SceneNode[];
	names: readonly GroundName[];
	outlines: Outlines;
	/** Of the map that it is seen through, where that is narrow: names of places turn away from them. */
	edges?: Edges | undefined;
}

/** The part that does. */
export interface Shown {
	dossier: Dossier;
	shown: readonly ShownEvent[];
	/** How an event's symbol looks. */
	look: (event: DossierEvent) => Look;
	/** Of the place names. */
	language: string;
	/** Id of the event that is chosen. */
	selected?: string | undefined;
	area?: Area | undefined;
	/** Older events are drawn fainter. */
	fade?: boolean | undefined;
	/** The author's notes in these dates. */
	notes?: readonly ShownNote[] | undefined;
	/** By a note's id: letters that a list beside the picture has too. */
	letters?: ReadonlyMap<string, string> | undefined;
	/** By an event's id: numbers to be lettered in place of counts, which a key beside it explains. */
	numbers?: ReadonlyMap<string, number> | undefined;
	/** What else lies on the map, where neither callouts nor names may stand. */
	keepClear?: readonly Box[] | undefined;
	/** The dossier's, where somebody keeps them from picture to picture. */
	spots?: Spots | undefined;
}

/** The view as a picture: what the live map shows under the same camera. */
export function pictureScene(
	{ camera, nodes, names, outlines, edges }: Ground,
	view: Shown
): Scene {
	const stacks = drawnStacks(camera, view);
	const strengthOf = view.fade ? strengthIn(view.shown) : () => 1;
	// In the order in which MapLibre places them: symbols, the places' names, the ground's. Notes come before these.
	const labels = labelsOf(view.dossier, stacks, view.language, edges);
	const symbols = labels.map(symbolBox);
	const places = placeLabels(labels, [...symbols, ...(view.keepClear ?? [])], camera);
	const taken = [...symbols, ...(view.keepClear ?? []), ...places.map(({ taken }) => taken)];
	const notes = noteMarks(camera, view.notes ?? [], { obstacles: taken, letters: view.letters });
	const ground = placeLabels(
		groundLabels(names, camera.zoom),
		[...taken, ...noteBoxes(notes)],
		camera
	);
	const selected = view.dossier.events.find(({ id }) => id === view.selected);
	const ghost = ghostOf(camera, view, selected, stacks);
	const chosen = ghost ?? stacks.find(({ stack }) => holds(stack, view.selected));
	const from = chosen && { x: chosen.x, y: chosen.y, world: chosen.stack.world };
	return {
		width: camera.width,
		height: camera.height,
		label: pictureInWords(stacks, view, notes.length),
		nodes: [
			...nodes,
			...groundLettering(ground, camera.zoom),
			...areaNodes(camera, view.area),
			...extentNodes(camera, extentsOf(view.dossier), view.shown, view.selected, outlines),
			...notes.flatMap((mark) => markNodes(mark)),
			...placeNodes(places),
			...aboutNodes(aboutMarks(camera, aboutPoints(view.dossier, selected), from)),
			...(ghost ? stackNodes(ghost.mark, ghost, { selected: true, ghost: true }) : []),
			...stacks.flatMap((drawn) => (drawn.spot ? leaderNodes(drawn, drawn.spot) : [])),
			...stacks.flatMap(({ stack, mark, x, y }) =>
				stackNodes(
					mark,
					{ x, y },
					{ selected: holds(stack, view.selected), strength: strengthOf(stack) }
				)
			)
		]
	};
}

/** Whether a stack stands for an event. */
function holds(stack: Stack, id: string | undefined): boolean {
	return id !== undefined && stack.events.some(({ event }) => event.id === id);
}

/** A stack where it is drawn; a callout may stand beside its spot. */
interface PlacedStack extends DrawnStack {
	spot?: { x: number; y: number };
}

function drawnStacks(
	camera: Camera,
	{ dossier, look, shown, numbers, keepClear, spots = spotsOf(dossier) }: Shown
): PlacedStack[] {
	const stacks = stacksOf(spots, shown, levelOf(camera.zoom)).flatMap((stack) => {
		const mark = numbers ? calloutMark(stack, look, numbers) : markOf(stack, look);
		// A callout whose point is out of sight is none: it would name what is not there.
		const margin = numbers ? 0 : mark.width / 2;
		return placesOf(camera, stack.at, margin).map(({ x, y }) => ({ stack, mark, x, y }));
	});
	if (!numbers) return stacks;
	const middles = placedCallouts(stacks, camera, keepClear);
	return stacks.map((drawn, i) => ({
		...drawn,
		...middles[i],
		spot: { x: drawn.x, y: drawn.y }
	}));
}

/**
 * The symbol of a chosen event that the view leaves out; a picture whose symbols have numbers has none for it,
 * since no key would say what it is.
 */
function ghostOf(
	camera: Camera,
	{ dossier, look, shown, numbers, spots = spotsOf(dossier) }: Shown,
	selected: DossierEvent | undefined,
	stacks: readonly DrawnStack[]
): DrawnStack | undefined {
	if (!selected || numbers || shown.some(({ event }) => event.id === selected.id)) return undefined;
	const [stack] = stacksOf(spots, [{ event: selected, match: 'certain' }], levelOf(camera.zoom));
	const [at] = stack ? placesOf(camera, stack.at) : [];
	return stack && at && beside({ stack, mark: markOf(stack, look), ...at }, stacks);
}

/** How many places a picture names to those who do not see it. */
const NAMED = 8;

function pictureInWords(
	stacks: readonly DrawnStack[],
	{ dossier, shown, language }: Shown,
	notes: number
): string {
	const drawn = new Set(stacks.flatMap(({ stack }) => stack.events.map(({ event }) => event)));
	const places = new Map(dossier.places.map((place) => [place.id, place]));
	const named = new Set<string>();
	for (const { place } of drawn) {
		const found = places.get(place ?? '');
		if (found) named.add(nameIn(found.names, language).name);
	}
	const more = named.size > NAMED ? ` and ${named.size - NAMED} more places` : '';
	const where = named.size > 0 ? `: ${[...named].slice(0, NAMED).join(', ')}${more}` : '';
	const events = shown.length === 1 ? 'event' : 'events';
	const noted = notes > 0 ? ` And ${notes} ${notes === 1 ? 'note' : 'notes'} by the author.` : '';
	return `Map with ${drawn.size} of ${shown.length} ${events}${where}.${noted} The list has every one.`;
}
