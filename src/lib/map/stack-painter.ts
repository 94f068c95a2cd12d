import { COUNT_SIZE, type MarkPart, type StackMark } from '../core/picture/stack-mark';
import { SHAPES, STRIKE, SYMBOL_BOX } from '../core/picture/symbols';
import { TOKENS, type MapTokens, type Theme } from '../core/picture/tokens';

/** A symbol and where it stands, in pixels from the picture's upper left corner. */
export interface PaintedStack {
	x: number;
	y: number;
	mark: StackMark;
	/** Opacity of its shapes, 0 to 1. */
	strength: number;
	/** It holds the chosen event. */
	selected: boolean;
	/** It stands for an event that the view does not show. */
	ghost?: boolean;
}

/** A symbol without its number, painted once. */
interface Sprite {
	image: OffscreenCanvas;
	/** From its left and upper edge to the stack's point, in pixels of the screen. */
	left: number;
	top: number;
}

/** Pixels about a symbol's box that its halo, its ring or the plate under it take up. */
const AROUND = 9;
/** So many sprites are kept. */
const MOST = 400;

const paths = new Map<string, Path2D>();
function pathOf(d: string): Path2D {
	let path = paths.get(d);
	if (!path) paths.set(d, (path = new Path2D(d)));
	return path;
}

/**
 * Paints stacks on a canvas, as `StackSymbol.svelte` draws them: while a range is dragged, numbers on every
 * second symbol change at each step, and a browser lays out and paints SVG for several times as long.
 */
export class StackPainter {
	/** In the page only while it shows something. */
	readonly #canvas = document.createElement('canvas');
	readonly #parent: HTMLElement;
	readonly #context: CanvasRenderingContext2D;
	readonly #tokens: MapTokens;
	readonly #ratio = devicePixelRatio;
	readonly #sprites = new Map<string, Sprite>();
	readonly #known = new WeakMap<StackMark, Sprite>();

	/**
	 * @param parent that it covers
	 * @throws Error where the browser gives no canvas
	 */
	constructor(parent: HTMLElement, theme: Theme) {
		const context = this.#canvas.getContext('2d');
		if (!context) throw new Error('There is no canvas.');
		this.#context = context;
		this.#tokens = TOKENS[theme];
		Object.assign(this.#canvas.style, {
			position: 'absolute',
			inset: '0',
			width: '100%',
			height: '100%',
			pointerEvents: 'none',
			font: `600 ${COUNT_SIZE}px var(--sans)`
		});
		this.#parent = parent;
	}

	/** Paints these, the last on top, and nothing else. @param size of the picture, in pixels */
	paint(size: { width: number; height: number }, stacks: readonly PaintedStack[]): void {
		const ratio = this.#ratio;
		const canvas = this.#canvas;
		const context = this.#context;
		const width = Math.round(size.width * ratio);
		const height = Math.round(size.height * ratio);
		if (!canvas.isConnected) this.#parent.append(canvas);
		if (canvas.width !== width || canvas.height !== height) {
			canvas.width = width;
			canvas.height = height;
			context.font = getComputedStyle(canvas).font.replace(/[\d.]+px/, `${COUNT_SIZE * ratio}px`);
			context.fillStyle = this.#tokens.ink;
		} else context.clearRect(0, 0, width, height);
		for (const stack of stacks) {
			const { mark } = stack;
			const { image, left, top } = this.#sprite(stack);
			const x = Math.round(stack.x * ratio);
			const y = Math.round(stack.y * ratio);
			context.drawImage(image, x - left, y - top);
			if (mark.count > 1)
				context.fillText(
					String(mark.count),
					x + mark.countX * ratio,
					y + COUNT_SIZE * 0.36 * ratio
				);
		}
	}

	/** Shows nothing. */
	clear(): void {
		this.#canvas.remove();
	}

	#sprite(stack: PaintedStack): Sprite {
		const plain = !stack.selected && !stack.ghost;
		const known = plain ? this.#known.get(stack.mark) : undefined;
		if (known) return known;
		const key = keyOf(stack);
		let sprite = this.#sprites.get(key);
		if (!sprite) {
			if (this.#sprites.size >= MOST) this.#sprites.clear();
			this.#sprites.set(key, (sprite = this.#drawn(stack)));
		}
		if (plain) this.#known.set(stack.mark, sprite);
		return sprite;
	}

	#drawn({ mark, strength, selected, ghost = false }: PaintedStack): Sprite {
		const ratio = this.#ratio;
		const left = Math.ceil((mark.width / 2 + AROUND) * ratio);
		const top = Math.ceil((mark.height / 2 + AROUND) * ratio);
		const image = new OffscreenCanvas(2 * left, 2 * top);
		const context = image.getContext('2d') as OffscreenCanvasRenderingContext2D;
		context.translate(left, top);
		context.scale(ratio, ratio);
		const { paper, accent, inkSoft } = this.#tokens;
		const box = (grow: number, radius: number) => {
			const { width, height } = mark;
			context.beginPath();
			context.roundRect(
				-width / 2 - grow,
				-height / 2 - grow,
				width + 2 * grow,
				height + 2 * grow,
				radius
			);
		};
		if (selected)
			for (const [colour, thickness] of [
				[paper, 6],
				[accent, 2.5]
			] as const) {
				context.strokeStyle = colour;
				context.lineWidth = thickness;
				box(4, 17);
				context.stroke();
			}
		context.strokeStyle = inkSoft;
		context.lineWidth = 1;
		context.fillStyle = paper;
		if (mark.count > 1) {
			if (mark.places > 1) {
				context.translate(3, -3);
				box(0, 12);
				context.fill();
				context.stroke();
				context.translate(-3, 3);
			}
			box(0, 12);
			context.fill();
			context.setLineDash(mark.coarse ? [3, 2.5] : []);
			context.stroke();
		} else if (mark.coarse) {
			context.beginPath();
			context.arc(0, 0, mark.width / 2 + 3.5, 0, 2 * Math.PI);
			context.globalAlpha = 0.55;
			context.fill();
			context.globalAlpha = 1;
			context.setLineDash([3, 2.5]);
			context.stroke();
		}
		context.setLineDash([]);
		for (const part of mark.parts.toReversed()) {
			context.save();
			context.translate(part.x, 0);
			context.scale(mark.size / SYMBOL_BOX, mark.size / SYMBOL_BOX);
			context.translate(-SYMBOL_BOX / 2, -SYMBOL_BOX / 2);
			this.#part(context, part, strength, ghost ? 0.35 : part.faint ? 0.5 : 1);
			context.restore();
		}
		return { image, left, top };
	}

	/** @param strength of all of it @param faintness of its colour on the paper */
	#part(
		context: OffscreenCanvasRenderingContext2D,
		{ role, shape, variant }: MarkPart,
		strength: number,
		faintness: number
	): void {
		const { whole, half } = SHAPES[shape];
		context.lineJoin = 'round';
		context.globalAlpha = strength;
		context.fillStyle = context.strokeStyle = this.#tokens.paper;
		context.lineWidth = 4;
		context.stroke(pathOf(whole));
		context.fill(pathOf(whole));
		context.globalAlpha = strength * faintness;
		context.fillStyle = context.strokeStyle = this.#tokens.roles[role];
		context.lineWidth = 2;
		if (variant === 'solid') context.fill(pathOf(whole));
		else context.stroke(pathOf(whole));
		if (variant === 'contested') context.fill(pathOf(half));
		if (variant === 'denied') context.stroke(pathOf(STRIKE));
	}
}

/** What a sprite hangs on: all but the number, and where it stands. */
function keyOf({ mark, strength, selected, ghost = false }: PaintedStack): string {
	let key = `${mark.width} ${mark.count > 1} ${mark.places > 1} ${mark.coarse} ${strength} ${selected} ${ghost}`;
	for (const { role, shape, variant, faint } of mark.parts)
		key += `|${role} ${shape} ${variant} ${faint}`;
	return key;
}

/**
 * A painter that covers an element; undefined where the browser has no canvas, or where the reader has colours
 * of their own, which only what stands in the page follows.
 */
export function painterOn(parent: HTMLElement, theme: Theme): StackPainter | undefined {
	if (matchMedia('(forced-colors: active)').matches) return undefined;
	try {
		return new StackPainter(parent, theme);
	} catch {
		return undefined;
	}
}
