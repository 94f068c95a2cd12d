import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { MOST_SIDE, parseFigureSize } from '../../../src/lib/core/picture/figure-size';

const parse = (query: string) => parseFigureSize(new URLSearchParams(query));

describe('the size of a picture', () => {
	it('is usual where nothing is asked for', () => {
		expect(parse('')).toEqual({
			width: 1200,
			height: 800,
			scale: 1,
			sourcelist: true,
			numbers: false
		});
		expect(parse('width=&sourcelist=0')).toMatchObject({ width: 1200, sourcelist: false });
	});

	it.each([
		['width=10000', 'width takes a whole number from 240 to 4000; this is “10000”.'],
		['height=-5', 'height takes a whole number from 180 to 4000; this is “-5”.'],
		['scale=5', 'scale takes a whole number from 1 to 4; this is “5”.'],
		['width=1e3', 'width takes a whole number from 240 to 4000; this is “1e3”.'],
		['width=2000&scale=3', `width times scale is 6000 pixels, and may be at most ${MOST_SIDE}.`],
		['numbers=2', 'numbers takes 0, or 1 for numbers whose key stands beside the picture.'],
		['sourcelist=no', 'sourcelist takes 1, or 0 to leave the list of sources out.']
	])('of %s is refused in a sentence that names the bound', (query, sentence) => {
		expect(parse(query)).toBe(sentence);
	});

	it('never passes its bounds, whatever is asked for', () => {
		fc.assert(
			fc.property(fc.string(), fc.string(), fc.string(), (width, height, scale) => {
				const size = parseFigureSize(new URLSearchParams({ width, height, scale }));
				if (typeof size === 'string') return;
				expect(size.width * size.scale).toBeLessThanOrEqual(MOST_SIDE);
				expect(size.height * size.scale).toBeLessThanOrEqual(MOST_SIDE);
			})
		);
	});
});
