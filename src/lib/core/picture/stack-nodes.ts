import { node, type Attributes, type SceneNode } from './scene';
import { COUNT_SIZE, type MarkPart, type StackMark } from './stack-mark';
import { SHAPES, STRIKE, SYMBOL_BOX } from './symbols';
import { hundredth, tenth } from './rounded';

/** Pixels from a line on a plate to the next. */
export const LINE_STEP = 14;

/**
 * A stack's symbol about a pixel of the picture: as `map/StackSymbol.svelte` draws it.
 * @param strength opacity of its shapes, 0 to 1
 * @param ghost it stands for an event that the view does not show
 */
export function stackNodes(
	mark: StackMark,
	{ x, y }: { x: number; y: number },
	{ selected = false, strength = 1, ghost = false } = {}
): SceneNode[] {
	const { width, parts, size, count, places, coarse } = mark;
	const lines = mark.lines ?? (count > 1 ? [String(count)] : []);
	const line = { stroke: 'ink-soft', 'stroke-width': 1 } as const;
	const dashed = coarse ? { 'stroke-dasharray': '3 2.5' } : {};
	const plate = (more: Attributes) =>
		node('rect', { ...boxOf(mark, 0, 12), fill: 'paper', ...line, ...more });
	const nodes: SceneNode[] = [];
	if (selected)
		for (const [stroke, thickness] of [
			['paper', 6],
			['accent', 2.5]
		] as const)
			nodes.push(
				node('rect', { ...boxOf(mark, 4, 17), fill: 'none', stroke, 'stroke-width': thickness })
			);
	if (lines.length > 0) {
		if (places > 1) nodes.push(plate({ transform: 'translate(3 -3)' }));
		nodes.push(plate(dashed));
	} else if (coarse)
		nodes.push(
			node('circle', {
				r: tenth(width / 2 + 3.5),
				fill: 'paper',
				'fill-opacity': 0.55,
				...line,
				...dashed
			})
		);
	// The first of the parts lies on the others.
	nodes.push(...[...parts].reverse().map((part) => symbolNode(part, size, strength, ghost)));
	lines.forEach((text, i) =>
		nodes.push(
			node(
				'text',
				{
					x: tenth(mark.countX),
					y: tenth(COUNT_SIZE * 0.36 + LINE_STEP * (i - (lines.length - 1) / 2)),
					fill: 'ink',
					'font-size': COUNT_SIZE,
					'font-weight': 600
				},
				text
			)
		)
	);
	return [node('g', { transform: `translate(${tenth(x)} ${tenth(y)})` }, nodes)];
}

function boxOf({ width, height }: StackMark, grow: number, rx: number) {
	return {
		x: tenth(-width / 2 - grow),
		y: tenth(-height / 2 - grow),
		width: tenth(width + 2 * grow),
		height: tenth(height + 2 * grow),
		rx
	};
}

/** One symbol about a point. @param size side of its box, in pixels */
export function symbolNode(
	{ role, shape, variant, x, faint }: Omit<MarkPart, 'count'>,
	size: number,
	strength = 1,
	ghost = false
): SceneNode {
	const { whole, half } = SHAPES[shape];
	const colour = `role-${role}` as const;
	const middle = -SYMBOL_BOX / 2;
	const scale = Math.round((size / SYMBOL_BOX) * 1000) / 1000;
	const solid = variant === 'solid';
	const join = { 'stroke-linejoin': 'round' } as const;
	const pale = ghost ? 0.35 : faint ? 0.5 : 1;
	const outline = { fill: 'none', stroke: colour, 'stroke-width': 2, ...join } as const;
	const drawn = [
		node('path', { d: whole, ...(solid ? { fill: colour } : outline) }),
		...(variant === 'contested' ? [node('path', { d: half, fill: colour })] : []),
		...(variant === 'denied' ? [node('path', { d: STRIKE, ...outline })] : [])
	];
	return node(
		'g',
		{
			transform: `translate(${tenth(x)} 0) scale(${scale}) translate(${middle} ${middle})`,
			...(strength < 1 && { opacity: hundredth(strength) })
		},
		[
			// A rim in the paper's colour keeps neighbours apart.
			node('path', { d: whole, fill: 'paper', stroke: 'paper', 'stroke-width': 4, ...join }),
			...(pale < 1 ? [node('g', { opacity: pale }, drawn)] : drawn)
		]
	);
}
