import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { LonLat } from '../../../src/lib/core/place/geometry';
import {
	areaRing,
	areaTest,
	formatArea,
	parseArea,
	soundArea
} from '../../../src/lib/core/view/area';

const inside = (text: string, point: LonLat) => {
	const area = parseArea(text);
	if (!area) throw new Error(text);
	return areaTest(area)(point);
};

describe('an area', () => {
	it('that is a box holds what lies in it and on its edge', () => {
		expect(inside('45,39,47,41', [46, 40])).toBe(true);
		expect(inside('45,39,47,41', [45, 39])).toBe(true);
		expect(inside('45,39,47,41', [44.9999, 40])).toBe(false);
		expect(inside('45,39,47,41', [46, 41.0001])).toBe(false);
	});

	it('that is a box across ±180° holds both sides of it', () => {
		const fiji = '176,-20,-178,-15';
		expect(inside(fiji, [178, -17])).toBe(true);
		expect(inside(fiji, [-179, -17])).toBe(true);
		expect(inside(fiji, [180, -17])).toBe(true);
		expect(inside(fiji, [0, -17])).toBe(false);
		expect(areaRing(parseArea(fiji) as never)[1]).toEqual([182, -20]);
	});

	it('that ends at ±180° holds what stands there, written either way', () => {
		for (const lon of [180, -180]) {
			expect(inside('170,-20,180,-15', [lon, -17])).toBe(true);
			expect(inside('-180,-20,-170,-15', [lon, -17])).toBe(true);
			expect(inside('170,-20;180,-20;180,-15;170,-15', [lon, -17])).toBe(true);
		}
	});

	it('about a pole holds what lies nearer to it, and the pole', () => {
		const arctic = '0,70;90,70;180,70;-90,70';
		for (const lon of [-135, 0, 45, 180]) expect(inside(arctic, [lon, 75])).toBe(true);
		expect(inside(arctic, [10, 90])).toBe(true);
		expect(inside(arctic, [45, 65])).toBe(false);
		const antarctic = arctic.replaceAll(',70', ',-70');
		expect(inside(antarctic, [45, -75])).toBe(true);
		expect(inside(antarctic, [45, 75])).toBe(false);
	});

	it('whose corners lie half a globe apart is that half', () => {
		const half = '-90,-40;90,-40;90,40;-90,40';
		expect(inside(half, [0, 0])).toBe(true);
		expect(inside(half, [180, 0])).toBe(false);
	});

	it('that is a polygon holds what lies in it, across ±180° too', () => {
		const bay = '0,0;10,0;10,10;5,2;0,10';
		expect(inside(bay, [1, 5])).toBe(true);
		expect(inside(bay, [5, 5])).toBe(false);
		const across = '175,0;-175,0;-175,10;175,10';
		expect(inside(across, [179, 5])).toBe(true);
		expect(inside(across, [-179, 5])).toBe(true);
		expect(inside(across, [0, 5])).toBe(false);
	});

	it('as a box and as the polygon of its corners holds the same', () => {
		const degrees = (limit: number) => fc.integer({ min: -limit, max: limit }).map((n) => n + 0.5);
		fc.assert(
			fc.property(
				degrees(179),
				degrees(80),
				fc.integer({ min: 1, max: 170 }),
				fc.integer({ min: 1, max: 9 }),
				fc.tuple(fc.integer({ min: -180, max: 180 }), fc.integer({ min: -90, max: 90 })),
				(west, south, width, height, point) => {
					const east = west + width > 180 ? west + width - 360 : west + width;
					const north = south + height;
					const box = `${west},${south},${east},${north}`;
					const polygon = `${west},${south};${east},${south};${east},${north};${west},${north}`;
					expect(inside(box, point)).toBe(inside(polygon, point));
				}
			),
			{ seed: 1 }
		);
	});

	it.each([
		'45,39,47',
		'45,39,47,41,42',
		'45,41,47,39',
		'45,39,45,41',
		'45,39,45.00001,41',
		'181,0,182,1',
		'0,-91,1,0',
		'1e1,0,20,1',
		'0,0;1,1',
		'0,0;1,1;2',
		'0,0;1,1;2,91',
		' 0,0,1,1',
		'',
		';;',
		Array(51).fill('1,1').join(';')
	])('is not “%s”', (text) => expect(parseArea(text)).toBeUndefined());

	it('is written with four decimals', () => {
		const area = parseArea('45.123456789,39,47,41') as never;
		expect(formatArea(area)).toBe('45.1235,39,47,41');
	});

	it('that was drawn beyond the map’s edge is brought to it', () => {
		expect(soundArea({ kind: 'box', west: 170, south: -95, east: 190, north: 0 })).toEqual({
			kind: 'box',
			west: 170,
			south: -90,
			east: -170,
			north: 0
		});
		expect(soundArea({ kind: 'box', west: -400, south: 0, east: 400, north: 1 })).toMatchObject({
			west: -180,
			east: 180
		});
	});
});
