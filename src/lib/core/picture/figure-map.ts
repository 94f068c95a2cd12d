import type { DossierEvent } from '../dossier/dossier';
import { symbolPoint } from '../place/precision';
import type { Camera } from './camera';
import type { FigureContent } from './figure-content';
import { furnitureBox, furnitureNodes } from './figure-furniture';
import { asLine } from './figure-text';
import { noteLetters } from './notes';
import { pictureScene, type Ground } from './picture';
import { placesOf } from './projection';
import type { Scene, SceneNode } from './scene';

/**
 * The map of a figure or a report, with scale and north on it.
 * @param numbered its symbols have the numbers of their events; else how many those are
 * @param lettered its notes have the letters of a list beside it
 */
export function mapScene(
	content: FigureContent,
	ground: Ground,
	{ numbered, lettered }: { numbered: boolean; lettered: boolean }
): Scene {
	const { dossier, shown, shownNotes, look, language, view, numbering } = content;
	const { camera } = ground;
	const drawn = pictureScene(ground, {
		dossier,
		shown,
		look,
		language,
		selected: view.event,
		area: view.area,
		fade: view.fade,
		notes: shownNotes,
		letters: lettered ? noteLetters(shownNotes) : undefined,
		keepClear: furnitureBox(camera),
		numbers: numbered
			? new Map(numbering.events.map(({ event, number }) => [event.id, number]))
			: undefined
	});
	return { ...drawn, nodes: [...cleaned(drawn.nodes), ...furnitureNodes(camera)] };
}

/** The map's names as lines of text: nothing in a name turns the letters about it. */
function cleaned(nodes: readonly SceneNode[]): SceneNode[] {
	return nodes.map((item) => ({
		...item,
		...(item.text !== undefined && { text: asLine(item.text) }),
		...(item.children && { children: cleaned(item.children) })
	}));
}

/** Why an event has no symbol on a map; empty for one that has. */
export type Absence = '' | 'outside the map' | 'not on the map';

/** Why an event has no symbol on the map under a camera. */
export function absence(camera: Camera, event: DossierEvent): Absence {
	const at = symbolPoint(event);
	if (!at) return 'not on the map';
	return placesOf(camera, at).length > 0 ? '' : 'outside the map';
}
