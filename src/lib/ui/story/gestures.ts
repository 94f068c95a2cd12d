/** Where arrows have a meaning of their own: sliders, the map and its symbols, menus, dialogs. */
const OWN_ARROWS =
	'[role=slider], [role=application], [role=menu], [role=listbox], [role=radiogroup], dialog, ' +
	'form.time, .maplibregl-map, [aria-label="Symbols on the map"]';

/** Which way an arrow key goes through the steps of a story; undefined: it is no key of a story's. */
export function stepOfKey(event: KeyboardEvent): 1 | -1 | undefined {
	if (event.defaultPrevented || event.shiftKey) return undefined;
	if (event.target instanceof Element && event.target.closest(OWN_ARROWS)) return undefined;
	return event.key === 'ArrowRight' ? 1 : event.key === 'ArrowLeft' ? -1 : undefined;
}

/** Pixels that a finger goes across before it is a swipe, and how much more across than down. */
const SWIPE = { least: 48, slope: 1.8 };

/**
 * An attachment: a finger drawn across an element goes a step on (to the left) or back. What is scrolled up
 * and down stays the browser's.
 */
export function swipe(go: (by: 1 | -1) => void): (element: HTMLElement) => () => void {
	return (element) => {
		let start: { id: number; x: number; y: number } | undefined;
		const down = ({
			isPrimary,
			pointerType,
			pointerId: id,
			clientX: x,
			clientY: y
		}: PointerEvent) => (start = isPrimary && pointerType === 'touch' ? { id, x, y } : undefined);
		const up = ({ pointerId, clientX, clientY }: PointerEvent) => {
			if (!start || pointerId !== start.id) return;
			const across = clientX - start.x;
			const along = Math.abs(clientY - start.y);
			start = undefined;
			if (Math.abs(across) >= SWIPE.least && Math.abs(across) > along * SWIPE.slope)
				go(across < 0 ? 1 : -1);
		};
		const cancel = () => (start = undefined);
		element.addEventListener('pointerdown', down);
		element.addEventListener('pointerup', up);
		element.addEventListener('pointercancel', cancel);
		return () => {
			element.removeEventListener('pointerdown', down);
			element.removeEventListener('pointerup', up);
			element.removeEventListener('pointercancel', cancel);
		};
	};
}
