import type { Dossier } from '../../core/dossier/dossier';
import { figurePosition } from '../../core/picture/figure-camera';
import { figureContent } from '../../core/picture/figure-content';
import { tooManyPixels, type FigureSize } from '../../core/picture/figure-size';
import { asLine } from '../../core/picture/figure-text';
import { figureScene, MOST_TITLE, planFigure } from '../../core/picture/figure';
import { toSvg, type Scene } from '../../core/picture/scene';
import { TOKENS } from '../../core/picture/tokens';
import { cut } from '../../core/text';
import type { ShownView } from '../../core/view/show';
import { keptGround } from '../picture';
import { embedded, RELIEF } from './images';
import { toPdf } from './pdf';
import { toPng } from './png';

/** What pictures come as, and what they are called on the wire. */
export const FORMATS = {
	svg: 'image/svg+xml; charset=utf-8',
	png: 'image/png',
	pdf: 'application/pdf'
} as const;
export type Format = keyof typeof FORMATS;

export function isFormat(name: string): name is Format {
	return Object.hasOwn(FORMATS, name);
}

/** A picture that is not drawn, with the reason in a sentence for whoever asked for it. */
export class Refused extends Error {
	readonly status: number;
	constructor(status: number, sentence: string) {
		super(sentence);
		this.name = 'Refused';
		this.status = status;
	}
}

/** What a picture is made of. */
export interface FigureWish {
	/** With all that it holds, whatever was known on some day. */
	whole: Dossier;
	show: ShownView;
	size: FigureSize;
	format: Format;
	/** Address of the live view. */
	link?: string | undefined;
}

/**
 * Draws a view as a file. Throws `Refused` where it would be too large, and as it comes where the
 * basemap or the fonts are not to be had.
 */
export async function drawFigure({ whole, show, size, format, link }: FigureWish) {
	const { view, dossier, shown } = show;
	const { updated } = dossier.header;
	const title = cut(asLine(dossier.header.title), MOST_TITLE);
	const content = figureContent(show, link);
	const plan = planFigure(
		content,
		size,
		(pane) => view.map ?? figurePosition(dossier, shown, pane, view.event)
	);
	if (format === 'png') {
		const sentence = tooManyPixels(plan.width, plan.height, size.scale);
		if (sentence) throw new Refused(400, sentence);
	}
	const ground = await keptGround(whole, plan.camera, {
		language: content.language,
		lines: view.lines ?? false,
		// A raster of 3 km has no place among a PDF's lines, which are sharp at any size.
		relief: format === 'pdf' ? undefined : RELIEF
	});
	const scene: Scene = figureScene(content, plan, ground);
	const tokens = TOKENS[view.theme ?? (format === 'pdf' ? 'print' : 'light')];
	if (format === 'png') return toPng(scene, tokens, size.scale);
	if (format === 'pdf')
		return toPdf(scene, tokens, size.scale, {
			title,
			language: dossier.header.language,
			updated: updated === undefined ? undefined : new Date(updated)
		});
	const svg = toSvg({ ...scene, nodes: await embedded(scene.nodes, scene) }, tokens, {
		scale: size.scale,
		title,
		language: dossier.header.language
	});
	return new TextEncoder().encode(svg);
}
