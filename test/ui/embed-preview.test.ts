import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { previewOf } from '../../src/lib/ui/embed/preview';

describe('the preview of an embed', () => {
	const side = fc.integer({ min: 200, max: 2000 });
	it('has all of the frame in its room, at its own shape, down to half its size', () => {
		fc.assert(
			fc.property(side, side, side, side, fc.boolean(), (width, height, across, down, wide) => {
				const room = { width: across, height: down };
				const found = previewOf({ width: wide ? undefined : width, height }, room);
				expect(found.height).toBe(height);
				if (!wide) expect(found.width).toBe(width);
				expect(found.scale).toBeLessThanOrEqual(1);
				if (found.scale > 0.5) {
					expect(found.height * found.scale).toBeLessThanOrEqual(down + 1);
					expect(found.width * found.scale).toBeLessThanOrEqual(across + 1);
				}
			})
		);
	});

	it('is as large as the frame where there is room', () => {
		expect(previewOf({ width: 640, height: 400 }, { width: 800, height: 480 })).toEqual({
			width: 640,
			height: 400,
			scale: 1
		});
		expect(previewOf({ width: undefined, height: 560 }, { width: 760, height: 280 })).toEqual({
			width: 720,
			height: 560,
			scale: 0.5
		});
	});
});
