import { afterEach, describe, expect, it, vi } from 'vitest';
import { rendered } from '../../../src/lib/server/figure/renderer';

const SVG = '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>';

afterEach(() => void vi.useRealTimers());

describe('a renderer’s process', () => {
	it('is handed no picture once it was told to end, though it is not gone yet', async () => {
		vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
		const first = await rendered(SVG, 1);
		// It has rested long enough to be told to end, and has had no time to.
		vi.runOnlyPendingTimers();
		expect(await rendered(SVG, 1)).toEqual(first);
	});
});
