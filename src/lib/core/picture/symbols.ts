import type { EventType, Role, SymbolShape } from '../dossier/schema';
import type { Status } from '../dossier/status';

/** Side of the square in which the shapes are drawn, in pixels at scale 1. */
export const SYMBOL_BOX = 24;

/** How an event's symbol is drawn: filled, outlined (planned), split (contested), struck (denied). */
export type SymbolVariant = 'solid' | 'planned' | 'contested' | 'denied';

/** SVG path data in a 24 × 24 box: the whole shape, and its left half for the split fill. */
export const SHAPES: Record<SymbolShape, { whole: string; half: string }> = {
	diamond: {
		whole: 'M12 2.5 21.5 12 12 21.5 2.5 12Z',
		half: 'M12 2.5 2.5 12 12 21.5Z'
	},
	triangle: { whole: 'M12 3.2 21.4 19.6H2.6Z', half: 'M12 3.2 2.6 19.6H12Z' },
	circle: {
		whole: 'M12 4.2a7.8 7.8 0 1 1 0 15.6 7.8 7.8 0 0 1 0-15.6Z',
		half: 'M12 4.2a7.8 7.8 0 0 0 0 15.6Z'
	},
	square: { whole: 'M5 5H19V19H5Z', half: 'M5 5H12V19H5Z' },
	hexagon: {
		whole: 'M12 3.4 19.5 7.7V16.3L12 20.6 4.5 16.3V7.7Z',
		half: 'M12 3.4 4.5 7.7V16.3L12 20.6Z'
	}
};

/** The stroke that strikes a denied event's outline through. */
export const STRIKE = 'M6 18 18 6';

/** Each role's own shape, so that colour never carries the meaning alone. */
export const ROLE_SHAPES: Record<Role, SymbolShape> = {
	armed: 'diamond',
	movement: 'triangle',
	diplomacy: 'circle',
	word: 'square',
	agreement: 'hexagon'
};

export const ROLE_WORDS: Record<Role, string> = {
	armed: 'Armed',
	movement: 'Movement',
	diplomacy: 'Diplomacy',
	word: 'Word',
	agreement: 'Agreement'
};

/** The shape of a type of event: its own, or its role's. */
export function shapeOf(type: Pick<EventType, 'role' | 'symbol'>): SymbolShape {
	return type.symbol ?? ROLE_SHAPES[type.role];
}

/** How the symbol of an event of this status is drawn. */
export function variantOf({ status, contested }: Status): SymbolVariant {
	if (status === 'denied' || status === 'planned') return status;
	return contested ? 'contested' : 'solid';
}
