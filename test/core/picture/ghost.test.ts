import { describe, expect, it } from 'vitest';
import { beside } from '../../../src/lib/core/picture/ghost';

describe('the symbol of a chosen event that the view leaves out', () => {
	const at = { x: 100, y: 100 };
	it('stands at its spot where nothing else does', () => {
		expect(beside(at, [{ x: 160, y: 100 }])).toEqual(at);
	});
	it('stands above a symbol that it would lie on', () => {
		expect(beside(at, [{ x: 110, y: 104 }]).y).toBeLessThan(104 - 24);
	});
	it('stands clear of a plate that is wider than a symbol', () => {
		expect(beside(at, [{ x: 150, y: 100 }])).toEqual(at);
		expect(beside(at, [{ x: 150, y: 100, width: 88 }]).y).toBeLessThan(80);
		expect(beside(at, [{ x: 165, y: 100, width: 88 }])).toEqual(at);
	});
});
