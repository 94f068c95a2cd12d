import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatDay } from '../../../src/lib/core/date/day';
import { openingOf } from '../../../src/lib/core/draft/opening';
import { parseView, stringifyView } from '../../../src/lib/core/view/codec';

const EMPTY = parseView('').view;
const round = (most: number) =>
	fc.integer({ min: -most * 100, max: most * 100 }).map((hundredths) => hundredths / 100);

describe('how a dossier opens', () => {
	it('is read from the address of any view with days or a place of the map', () => {
		const map = fc.record({
			zoom: fc.integer({ min: 10, max: 140 }).map((tenths) => tenths / 10),
			lat: round(80),
			lon: round(179)
		});
		const days = fc.integer({ min: 0, max: 20_000 });
		fc.assert(
			fc.property(
				fc.option(map, { nil: undefined }),
				fc.option(days, { nil: undefined }),
				fc.nat(500),
				(map, from, length) => {
					const to = from === undefined ? undefined : from + length;
					const opening = openingOf(
						`https://maps.example/some?${stringifyView({ ...EMPTY, map, from, to, q: 'x' })}`
					);
					if (!map && from === undefined) expect(opening).toBeUndefined();
					else
						expect(opening).toEqual({
							...(map && { map }),
							...(from !== undefined &&
								to !== undefined && { from: formatDay(from), to: formatDay(to) })
						});
				}
			)
		);
	});

	it.each(['', 'nothing', 'https://maps.example/', '?q=map', 'map=a/b/c', 'from=2021-02-30'])(
		'is not made up: %s',
		(text) => expect(openingOf(text)).toBeUndefined()
	);
});
