import { ROLES, SYMBOLS } from '../core/dossier/schema';
import { SHAPES, STRIKE, SYMBOL_BOX, type SymbolVariant } from '../core/picture/symbols';
import type { MapTokens } from '../core/picture/tokens';

const VARIANTS: SymbolVariant[] = ['solid', 'planned', 'contested', 'denied'];

/** Pixels of the picture for one of the symbol's box: sharp on screens of double density. */
export const ICON_SCALE = 2;

/** The symbols' pictures by name, `<shape>-<role>-<variant>`, and `halo` for the selected one. */
export function icons(tokens: MapTokens): Map<string, ImageData> {
	const pictures = new Map<string, ImageData>();
	for (const shape of SYMBOLS)
		for (const role of ROLES)
			for (const variant of VARIANTS)
				pictures.set(
					`${shape}-${role}-${variant}`,
					draw((pen) => drawSymbol(pen, SHAPES[shape], variant, tokens.roles[role], tokens.halo))
				);
	pictures.set(
		'halo',
		draw((pen) => drawHalo(pen, tokens), 40)
	);
	return pictures;
}

function draw(paint: (pen: CanvasRenderingContext2D) => void, size = SYMBOL_BOX): ImageData {
	const canvas = document.createElement('canvas');
	canvas.width = canvas.height = size * ICON_SCALE;
	const pen = canvas.getContext('2d') as CanvasRenderingContext2D;
	pen.scale(ICON_SCALE, ICON_SCALE);
	paint(pen);
	return pen.getImageData(0, 0, canvas.width, canvas.height);
}

function drawSymbol(
	pen: CanvasRenderingContext2D,
	{ whole, half }: { whole: string; half: string },
	variant: SymbolVariant,
	colour: string,
	paper: string
): void {
	const outline = new Path2D(whole);
	pen.lineJoin = 'round';
	// A rim in the paper's colour keeps neighbours apart.
	pen.strokeStyle = paper;
	pen.lineWidth = 4;
	pen.stroke(outline);
	pen.fillStyle = variant === 'solid' ? colour : paper;
	pen.fill(outline);
	pen.fillStyle = colour;
	if (variant === 'contested') pen.fill(new Path2D(half));
	if (variant === 'solid') return;
	pen.strokeStyle = colour;
	pen.lineWidth = 2;
	pen.stroke(outline);
	if (variant === 'denied') pen.stroke(new Path2D(STRIKE));
}

function drawHalo(pen: CanvasRenderingContext2D, { accent, halo }: MapTokens): void {
	for (const [colour, width] of [
		[halo, 6],
		[accent, 2.5]
	] as const) {
		pen.strokeStyle = colour;
		pen.lineWidth = width;
		pen.beginPath();
		pen.arc(20, 20, 15, 0, 2 * Math.PI);
		pen.stroke();
	}
}
