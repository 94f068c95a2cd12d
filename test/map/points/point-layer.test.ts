import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { NOWHERE } from '../../../src/lib/core/columns/columns';
import { OUTSIDE, rowState } from '../../../src/lib/core/columns/dates';
import { pointBuffers } from '../../../src/lib/map/points/buffers';
import { callsOf } from '../../../src/lib/map/points/calls';
import { REST } from '../../../src/lib/map/points/haste';
import { fixedPoint } from '../../../src/lib/map/points/fixed';
import { BITS, BLEED, symbolBox } from '../../../src/lib/map/points/look';
import { PointLayer } from '../../../src/lib/map/points/point-layer';
import { LAYERS } from '../../../src/lib/map/points/shaders';
import { VisibleRows, type Seen } from '../../../src/lib/map/points/visible';
import { ROLES } from '../../../src/lib/core/dossier/roles';
import { fakeGl } from './fake-gl';
import { drawn, LOOKS, ranges } from './helpers';

const set = drawn(4_000, 2);
const { columns, index } = set;
const view = { zoom: 6, lon: 44, lat: 38, width: 800, height: 600 };

describe('the buffers', () => {
	it('hold each row’s place, look and flags', () => {
		for (let row = 0; row < columns.length; row++) {
			const look = set.looks[row] as number;
			const bit = (at: number) => (look >> at) & 1;
			const type = LOOKS[columns.type[row] as number];
			expect(ROLES[(look >> BITS.role) & 7]).toBe(type?.role);
			expect((look >> BITS.precision) & 7).toBe(columns.precision[row]);
			expect(bit(BITS.sure)).toBe(columns.sure[row]);
			expect(bit(BITS.wide)).toBe(index.isWide[row]);
			expect(bit(BITS.hidden)).toBe(Number(columns.lat[row] === NOWHERE));
			if (columns.lat[row] === NOWHERE) continue;
			const at = fixedPoint([
				(columns.lon[row] as number) / 1e5,
				(columns.lat[row] as number) / 1e5
			]);
			expect([set.positions[2 * row], set.positions[2 * row + 1]]).toEqual([at.x, at.y]);
		}
		expect(set.placed).toBe(columns.lat.filter((lat) => lat !== NOWHERE).length);
	});

	it('are empty where there are no rows', () => {
		const none = drawn(0, 1);
		expect([none.positions.length, none.looks.length, none.placed]).toEqual([0, 0, 0]);
	});

	it('draw a type that has no look as the first', () => {
		const { looks } = pointBuffers(columns, index, LOOKS.slice(0, 1));
		expect(new Set(looks.map((look) => look & 63)).size).toBe(1);
	});
});

describe('the draws of a range', () => {
	it('cover every row that is in it, once', () => {
		fc.assert(
			fc.property(ranges, (range) => {
				const calls = callsOf(columns, index, range, undefined, undefined);
				const covered = new Uint8Array(columns.length);
				const cover = (row: number) => (covered[row] = (covered[row] as number) + 1);
				for (const call of calls) {
					if (call.rows === 'wide') for (const row of index.wide) cover(row);
					if (call.rows !== 'stretch') continue;
					const { start, end } = call.stretch;
					// The shader throws the wide ones out of the stretch.
					for (let row = start; row < end; row++) if (index.isWide[row] === 0) cover(row);
				}
				for (let row = 0; row < columns.length; row++)
					if (rowState(columns, row, range) !== OUTSIDE) expect(covered[row]).toBe(1);
				expect(covered.every((times) => times <= 1)).toBe(true);
			})
		);
	});

	it('are of the single rows alone while clusters stand for the rest, the chosen one last', () => {
		const singles = { rows: 'singles' as const, count: 12 };
		expect(callsOf(columns, index, {}, singles, 7)).toEqual([
			singles,
			{ rows: 'highlight', row: 7 }
		]);
		expect(callsOf(columns, index, {}, { ...singles, count: 0 }, undefined)).toEqual([]);
	});
});

describe('the layer', () => {
	let frames: (() => void)[] = [];
	beforeEach(() => {
		frames = [];
		vi.stubGlobal('devicePixelRatio', 1);
		vi.stubGlobal('requestAnimationFrame', (frame: () => void) => frames.push(frame));
		vi.stubGlobal('cancelAnimationFrame', (number: number) => (frames[number - 1] = () => {}));
	});
	afterEach(() => vi.unstubAllGlobals());
	const begun = (options = {}) => {
		const fake = fakeGl();
		const layer = new PointLayer(fake.canvas, options);
		layer.setColumns(columns, index, LOOKS, 'light');
		return { ...fake, layer };
	};

	it('says that there is no WebGL 2', () => {
		const canvas = { getContext: () => null } as unknown as HTMLCanvasElement;
		expect(() => new PointLayer(canvas)).toThrow('This browser has no WebGL 2.');
	});

	it('uploads the rows that are seen of another range, and draws them: rings, then symbols', () => {
		const { layer, of, forget } = begun();
		layer.draw(view);
		forget();
		const range = { from: 17_000, to: 17_030 };
		layer.setRange(range);
		expect(of('bufferData')).toEqual([]);
		layer.draw(view);
		const { looks, positions, placed } = set;
		const seen = new VisibleRows(columns, index, { looks, positions, placed });
		const { rings, symbols } = seen.rows(range, undefined, view) as Seen;
		expect(rings.length).toBeGreaterThan(0);
		expect(of('bufferData').map(([, data]) => data)).toEqual([rings, symbols]);
		expect(of('drawElementsInstanced')).toEqual(
			[rings, symbols].map(({ length }) => ['POINTS', length, 'UNSIGNED_INT', 0, 1])
		);
		expect(of('uniform2i')).toEqual([['range', 17_000, 17_030]]);
	});

	it('uploads nothing where the world is seen more than once, and draws the stretch and the wide rows', () => {
		const { layer, of, forget } = begun();
		const world = { ...view, zoom: 0, width: 1400 };
		layer.draw(world);
		forget();
		const range = { from: 17_000, to: 17_030 };
		layer.setRange(range);
		layer.draw(world);
		expect(of('bufferData')).toEqual([]);
		const [wide, stretch] = callsOf(columns, index, range, undefined, undefined);
		if (wide?.rows !== 'wide' || stretch?.rows !== 'stretch') throw new Error('Other calls.');
		const { start, end } = stretch.stretch;
		const twice = (call: unknown[]) => [call, call];
		expect(of('drawElementsInstanced')).toEqual(
			twice(['POINTS', wide.count, 'UNSIGNED_INT', 0, 3])
		);
		expect(of('drawArraysInstanced')).toEqual(twice(['POINTS', start, end - start, 3]));
	});

	it('draws no rings while the dates move faster than the graphics draw, and all at rest', () => {
		vi.useFakeTimers({ toFake: ['performance', 'setTimeout', 'clearTimeout'] });
		try {
			const { layer, of, forget, pend } = begun();
			pend();
			const last = () => of('drawElementsInstanced').map(([, count]) => count);
			const fill = { from: 16_000, to: 19_000 };
			for (let i = 0; i < 8; i++) {
				vi.advanceTimersByTime(20);
				layer.setRange({ ...fill, to: 19_000 + i });
				forget();
				layer.draw(view);
			}
			expect(last().length).toBe(1);
			const thin = last()[0] as number;
			forget();
			vi.advanceTimersByTime(REST);
			for (const frame of frames.splice(0)) frame();
			expect(last().length).toBe(2);
			expect(last()[1]).toBeGreaterThan(thin);
		} finally {
			vi.useRealTimers();
		}
	});

	it('draws the ring of the chosen row, its halo and its symbol last', () => {
		const { layer, of, forget } = begun();
		layer.draw(view);
		forget();
		layer.setHighlight(7);
		layer.draw(view);
		expect(of('drawArraysInstanced')).toEqual(Array(3).fill(['POINTS', 7, 1, 1]));
		expect(
			of('uniform1i')
				.filter(([name]) => name === 'layer')
				.map(([, layer]) => layer)
				.slice(-3)
		).toEqual([LAYERS.rings, LAYERS.halo, LAYERS.symbols]);
	});

	it('draws what was set in the next frame, once', () => {
		const { layer, of, forget } = begun();
		layer.draw(view);
		forget();
		layer.setRange({ from: 17_000 });
		layer.setRange({ from: 17_001 });
		layer.setHighlight(3);
		expect(of('clear')).toEqual([]);
		for (const frame of frames.splice(0)) frame();
		expect(of('clear').length).toBe(1);
		expect(of('uniform2i')).toEqual([['range', 17_001, 2 ** 31 - 1]]);
	});

	it('uploads a byte a row for other filters, and none where nothing filters', () => {
		const { layer, of, forget } = begun();
		forget();
		const passes = new Uint8Array(columns.length);
		layer.setPasses(passes);
		expect(of('bufferData')).toEqual([['ARRAY_BUFFER', passes, 'DYNAMIC_DRAW']]);
		forget();
		layer.setPasses(undefined);
		expect(of('bufferData')).toEqual([]);
		expect(of('vertexAttribI4ui')).toEqual([[4, 1, 0, 0, 0]]);
	});

	it('draws copies of the world where the map is wider than it', () => {
		const { layer, of } = begun();
		layer.draw({ ...view, zoom: 0, width: 1400 });
		expect(of('drawArraysInstanced')[0]?.[3]).toBe(3);
	});

	it('fits its canvas to the map and to the screen, and leaves a map without size alone', () => {
		let ratio = 2;
		const { layer, of, canvas, forget } = begun({ ratio: () => ratio });
		layer.draw({ ...view, width: 0 });
		expect(of('clear')).toEqual([]);
		layer.draw(view);
		expect([canvas.width, canvas.height]).toEqual([2 * (800 + 2 * BLEED), 2 * (600 + 2 * BLEED)]);
		expect(of('uniform1f')).toContainEqual(['box', 2 * symbolBox(view.zoom)]);
		ratio = 1.5;
		forget();
		layer.draw({ ...view, width: 500 });
		expect(canvas.width).toBe(1.5 * (500 + 2 * BLEED));
		expect(canvas.style.width).toBe(`${500 + 2 * BLEED}px`);
		expect(of('viewport')[0]?.slice(2)).toEqual([canvas.width, canvas.height]);
	});

	it('makes its buffers anew when the graphics come back', () => {
		const heard: string[] = [];
		const { layer, of, lose, restore, forget } = begun({
			onlost: () => heard.push('lost'),
			onrestored: () => heard.push('restored')
		});
		const passes = new Uint8Array(columns.length).fill(1);
		layer.setPasses(passes);
		layer.draw(view);
		forget();
		expect(lose()).toBe(true);
		layer.setRange({ from: 17_000, to: 17_030 });
		layer.draw(view);
		layer.setPasses(passes);
		expect(of('drawElementsInstanced')).toEqual([]);
		expect(of('bufferData')).toEqual([]);
		restore();
		const uploaded = of('bufferData').map(([, data]) => data);
		expect(uploaded).toContain(columns.possibleFirst);
		expect(uploaded).toContain(columns.possibleLast);
		expect(uploaded).toContain(passes);
		expect(of('drawElementsInstanced').length).toBe(2);
		expect(of('uniform2i')).toEqual([['range', 17_000, 17_030]]);
		expect(heard).toEqual(['lost', 'restored']);
	});

	it('draws the sheet of symbols once a zoom', () => {
		const { layer, of } = begun();
		layer.draw(view);
		layer.setRange({ from: 17_000 });
		layer.draw(view);
		expect(of('texImage2D').length).toBe(1);
		expect(of('drawArrays').length).toBe(1);
		layer.draw({ ...view, zoom: view.zoom + 1 });
		expect(of('drawArrays').length).toBe(2);
		// The points are drawn on the canvas again.
		expect(of('bindFramebuffer').at(-1)?.[1]).toBe(null);
	});

	it('lets go of everything', () => {
		const { layer, of, listeners } = begun();
		layer.draw(view);
		const KINDS = ['Buffer', 'Program', 'Texture', 'Framebuffer', 'VertexArray'];
		const made = KINDS.map((kind) => of(`create${kind}`).length);
		layer.setRange({});
		layer.destroy();
		expect(KINDS.map((kind) => of(`delete${kind}`).length)).toEqual(made);
		expect(Math.min(...made)).toBeGreaterThan(0);
		expect(listeners()).toBe(0);
		const before = of('clear').length;
		for (const frame of frames.splice(0)) frame();
		layer.draw(view);
		expect(of('clear').length).toBe(before);
		expect(layer.pick(view, 10, 10, 10)).toEqual({ rows: [], total: 0 });
	});
});
