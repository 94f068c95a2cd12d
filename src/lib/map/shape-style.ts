import type { MapTokens } from '../core/picture/tokens';

type Hex = `#${string}`;

/**
 * What a shape looks like while a hand is on it: a hair line under what the note will be, and handles
 * on its corners, smaller ones where a corner can be put between two.
 */
export function handleStyles(tokens: Pick<MapTokens, 'accent' | 'paper'>) {
	const [accent, paper] = [tokens.accent as Hex, tokens.paper as Hex];
	const point = {
		pointColor: paper,
		pointWidth: 6,
		pointOutlineColor: accent,
		pointOutlineWidth: 2
	};
	const closing = {
		closingPointColor: accent,
		closingPointWidth: 5,
		closingPointOutlineColor: paper,
		closingPointOutlineWidth: 2
	};
	return {
		drawn: {
			point,
			line: { ...closing, lineStringColor: accent, lineStringWidth: 1.5 },
			area: {
				...closing,
				fillColor: accent,
				fillOpacity: 0.08,
				outlineColor: accent,
				outlineWidth: 1.5
			}
		},
		selected: {
			selectedPointColor: paper,
			selectedPointWidth: 7,
			selectedPointOutlineColor: accent,
			selectedPointOutlineWidth: 2.5,
			selectedLineStringColor: accent,
			selectedLineStringWidth: 1,
			selectedPolygonColor: accent,
			selectedPolygonFillOpacity: 0.04,
			selectedPolygonOutlineColor: accent,
			selectedPolygonOutlineWidth: 1,
			selectionPointColor: paper,
			selectionPointWidth: 6,
			selectionPointOutlineColor: accent,
			selectionPointOutlineWidth: 2,
			midPointColor: paper,
			midPointWidth: 4,
			midPointOutlineColor: accent,
			midPointOutlineWidth: 1.5
		}
	};
}
