import { describe, expect, it } from 'vitest';
import { placeOfKey } from '../../src/lib/ui/list-keys';

const pressed = (key: string, held: Partial<KeyboardEvent> = {}) =>
	({
		key,
		altKey: false,
		ctrlKey: false,
		metaKey: false,
		shiftKey: false,
		...held
	}) as KeyboardEvent;

describe('a key in a list', () => {
	it.each([
		['ArrowDown', 5, 6],
		['ArrowUp', 5, 4],
		['PageDown', 5, 12],
		['PageUp', 9, 2],
		['Home', 5, 0],
		['End', 5, 99]
	])('%s at %i goes to %i', (key, at, to) => {
		expect(placeOfKey(pressed(key), at, 100, 7)).toBe(to);
	});
	it('goes no further than the ends', () => {
		expect(placeOfKey(pressed('ArrowUp'), 0, 100, 7)).toBe(0);
		expect(placeOfKey(pressed('PageUp'), 3, 100, 7)).toBe(0);
		expect(placeOfKey(pressed('ArrowDown'), 99, 100, 7)).toBe(99);
		expect(placeOfKey(pressed('PageDown'), 97, 100, 7)).toBe(99);
	});
	it('that is no key of a list’s, or is part of a shortcut, goes nowhere', () => {
		for (const key of ['a', 'Enter', 'constructor', 'ArrowLeft'])
			expect(placeOfKey(pressed(key), 5, 100, 7)).toBeUndefined();
		for (const held of ['altKey', 'ctrlKey', 'metaKey', 'shiftKey'] as const)
			expect(placeOfKey(pressed('End', { [held]: true }), 5, 100, 7)).toBeUndefined();
	});
});
