import type PDFDocument from 'pdfkit';
import { shareBefore } from '../../core/picture/outline';
import { inFile, type Resolver, type Scene, type SceneNode } from '../../core/picture/scene';
import type { MapTokens } from '../../core/picture/tokens';
import { runsOf } from './fonts';
import { drawnWidth, outlines } from './outlines';
import { START, stateIn, type PaintState } from './pdf-state';
import { cut } from '../../core/text';

type Doc = InstanceType<typeof PDFDocument>;

/** What a PDF says of itself. */
interface PdfInfo {
	title: string;
	/** BCP 47, of the text. */
	language: string;
	/** When its data was last changed; without one the file has no date, and is the same each time. */
	updated?: Date | undefined;
}

/** Points to a CSS pixel. */
const POINTS = 0.75;

/**
 * A picture as PDF on a page of its own size: paths as paths but no relief, texts as text in the shipped fonts, of
 * which only what is used is embedded, links that can be followed.
 */
export async function toPdf(
	scene: Scene,
	tokens: MapTokens,
	scale: number,
	{ title, language, updated }: PdfInfo
): Promise<Uint8Array> {
	const { default: Document } = await import('pdfkit');
	const doc = new Document({
		size: [scene.width * scale * POINTS, scene.height * scale * POINTS],
		margin: 0,
		lang: language,
		displayTitle: true,
		pdfVersion: '1.7',
		// Else Helvetica is looked for, and none of it is used.
		font: null as unknown as string,
		info: {
			Title: title,
			Subject: cut(scene.label, 1000),
			Creator: 'Dateline',
			Producer: 'Dateline with PDFKit',
			CreationDate: updated ?? new Date(0)
		}
	});
	if (!updated) {
		delete doc.info.CreationDate;
		// PDFKit's further description of the file cannot do without a date, and one that is made up would be untrue.
		Object.assign(doc, { endMetadata: () => {} });
	}
	const chunks: Buffer[] = [];
	doc.on('data', (chunk: Buffer) => chunks.push(chunk));
	const ended = new Promise<void>((resolve, reject) => {
		doc.on('end', resolve);
		doc.on('error', reject);
	});
	doc.scale(scale * POINTS);
	new Painter(doc, inFile(tokens)).draw(scene.nodes, START);
	doc.end();
	await ended;
	return Buffer.concat(chunks);
}

/** Draws a scene's nodes: what each element of SVG means, in PDF. */
class Painter {
	readonly #doc: Doc;
	readonly #resolve: Resolver;
	/** Path data of the patterns so far, and how large their tiles are. */
	readonly #patterns = new Map<string, { node: SceneNode; size: number }>();
	readonly #tiles = new Map<string, unknown>();

	constructor(doc: Doc, resolve: Resolver) {
		this.#doc = doc;
		this.#resolve = resolve;
	}

	draw(nodes: readonly SceneNode[], outer: PaintState): void {
		for (const item of nodes) this.#node(item, outer);
	}

	#node(item: SceneNode, outer: PaintState): void {
		const { tag, attributes, children = [] } = item;
		const state = stateIn(attributes, outer, this.#resolve);
		const number = (name: string) => Number(attributes[name] ?? 0);
		const [x, y, width, height] = ['x', 'y', 'width', 'height'].map(number) as [
			number,
			number,
			number,
			number
		];
		const doc = this.#doc;
		const within = (drawn: () => void) => {
			doc.save();
			this.#transform(String(attributes['transform'] ?? ''));
			drawn();
			doc.restore();
		};
		switch (tag) {
			case 'pattern':
				this.#patterns.set(`url(#${attributes['id']})`, { node: item, size: width });
				return;
			case 'a':
				this.draw(children, state);
				this.#link(children, String(attributes['href']), state);
				return;
			case 'svg':
				within(() => {
					doc.rect(x, y, width, height).clip();
					doc.translate(x, y);
					this.draw(children, state);
				});
				return;
			case 'g':
				within(() => this.draw(children, state));
				return;
			case 'text':
				within(() => this.#text(item.text ?? '', number('x'), number('y'), state));
				return;
			case 'path': {
				const d = String(attributes['d'] ?? '');
				if (d) within(() => this.#paint(() => doc.path(d), state));
				return;
			}
			case 'rect': {
				const round = Math.min(number('rx'), width / 2, height / 2);
				within(() =>
					this.#paint(
						() =>
							round > 0
								? doc.roundedRect(x, y, width, height, round)
								: doc.rect(x, y, width, height),
						state
					)
				);
				return;
			}
			case 'circle':
				within(() => this.#paint(() => doc.circle(number('cx'), number('cy'), number('r')), state));
				return;
			// The relief is left to pictures made of pixels.
			case 'image':
			case 'tspan':
				return;
		}
	}

	#transform(transform: string): void {
		for (const [, name, list] of transform.matchAll(/(\w+)\(([^)]*)\)/g)) {
			const [a = 0, b] = (list ?? '').split(/[\s,]+/).map(Number);
			if (name === 'translate') this.#doc.translate(a, b ?? 0);
			else if (name === 'scale') this.#doc.scale(a, b ?? a);
		}
	}

	#paint(trace: () => unknown, state: PaintState): void {
		const fill = () => this.#fill(trace, state);
		const stroke = () => this.#stroke(trace, state);
		for (const paint of state.strokeFirst ? [stroke, fill] : [fill, stroke]) paint();
	}

	#fill(trace: () => unknown, { fill, fillOpacity, opacity }: PaintState): void {
		const colour = fill.startsWith('url(') ? this.#tile(fill) : fill;
		if (!colour || colour === 'none') return;
		this.#doc.fillColor(colour as string, fillOpacity * opacity);
		trace();
		this.#doc.fill();
	}

	#stroke(trace: () => unknown, state: PaintState): void {
		const { stroke, strokeWidth, strokeOpacity, opacity, join, cap, dash } = state;
		if (stroke === 'none' || !(strokeWidth > 0)) return;
		const doc = this.#doc;
		doc.strokeColor(stroke, strokeOpacity * opacity).lineWidth(strokeWidth);
		doc.lineJoin(join).lineCap(cap);
		if (dash.length > 0) doc.dash([...dash] as unknown as number, {});
		else doc.undash();
		trace();
		doc.stroke();
	}

	/** A pattern of straight lines as a tile: colour and tile, as pdfkit takes them. */
	#tile(url: string): unknown {
		const found = this.#patterns.get(url);
		if (!found) return undefined;
		let tile = this.#tiles.get(url);
		if (!tile) {
			const [line] = found.node.children ?? [];
			const { d = '', 'stroke-width': width = 1, stroke } = line?.attributes ?? {};
			const steps = [...String(d).matchAll(/([ML])(-?[\d.]+)[,\s]*(-?[\d.]+)/g)]
				.map(([, letter, x, y]) => `${x} ${y} ${letter === 'M' ? 'm' : 'l'}`)
				.join(' ');
			const { size } = found;
			const pattern = this.#doc.pattern([0, 0, size, size], size, size, `${width} w ${steps} S`);
			tile = [pattern, this.#resolve(stroke as Parameters<Resolver>[0])];
			this.#tiles.set(url, tile);
		}
		return tile;
	}

	#text(text: string, x: number, y: number, state: PaintState): void {
		const { lettering, fill, fillOpacity, opacity, stroke } = state;
		const doc = this.#doc;
		let at = x - shareBefore(lettering.anchor) * drawnWidth(text, lettering);
		if (stroke !== 'none' && state.strokeWidth > 0) {
			// The rim is no text: nobody should copy a name twice.
			const { d } = outlines(text, lettering);
			doc.save().translate(at, y);
			if (d) this.#stroke(() => doc.path(d), state);
			doc.restore();
		}
		if (fill === 'none') return;
		doc.fillColor(fill, fillOpacity * opacity);
		for (const { face, text: run } of runsOf(text, lettering)) {
			doc.font(face.path).fontSize(lettering.size);
			doc.text(run, at, y, {
				lineBreak: false,
				baseline: 'alphabetic',
				...(lettering.spacing > 0 && { characterSpacing: lettering.spacing })
			});
			at += drawnWidth(run, lettering);
		}
	}

	/** The lines of text in a link can be pressed. */
	#link(children: readonly SceneNode[], href: string, outer: PaintState): void {
		if (!/^https?:\/\//i.test(href)) return;
		for (const { tag, attributes, text = '' } of children) {
			if (tag !== 'text') continue;
			const { lettering } = stateIn(attributes, outer, this.#resolve);
			const [x, y] = [Number(attributes['x']), Number(attributes['y'])];
			this.#doc.link(
				x,
				y - lettering.size,
				drawnWidth(text, lettering),
				lettering.size * 1.3,
				href
			);
		}
	}
}
