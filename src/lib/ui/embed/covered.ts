type Box = Pick<DOMRect, 'left' | 'right' | 'top' | 'bottom'>;

/**
 * How many pixels of a map a panel lies over: from the left where it leaves a strip at the side, else
 * from the bottom. Nothing where it stands beside the map or is not shown.
 */
export function coveredBy(panel: Box, map: Box): { left: number; bottom: number } {
	const apart =
		panel.right <= map.left ||
		panel.left >= map.right ||
		panel.bottom <= map.top ||
		panel.top >= map.bottom;
	if (apart) return { left: 0, bottom: 0 };
	return panel.right < map.right - 1
		? { left: panel.right - map.left, bottom: 0 }
		: { left: 0, bottom: map.bottom - Math.max(map.top, panel.top) };
}
