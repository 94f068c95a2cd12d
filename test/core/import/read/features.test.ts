import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { openTable } from '../../../../src/lib/core/import/read/open';
import { drain, sourceOf } from './source';

const feature = fc.record({
	id: fc.integer({ min: 0 }),
	name: fc.string({ maxLength: 20, unit: 'grapheme' }),
	at: fc.tuple(fc.integer({ min: -180, max: 180 }), fc.integer({ min: -90, max: 90 }))
});
const asFeature = ({ id, name, at }: { id: number; name: string; at: [number, number] }) => ({
	type: 'Feature',
	id,
	properties: { name },
	geometry: { type: 'Point', coordinates: at }
});
const cuts = fc.array(fc.integer({ min: 1, max: 60 }), { minLength: 1, maxLength: 10 });
const read = async (content: string, at?: readonly number[]) => {
	const table = await openTable(sourceOf(content, at));
	return { table, ...(await drain(table)) };
};

describe('GeoJSON', () => {
	it('gives the same rows as a collection, as a list, one a line, and with record separators, wherever it is cut', async () => {
		await fc.assert(
			fc.asyncProperty(fc.array(feature, { minLength: 1, maxLength: 8 }), cuts, async (all, at) => {
				const features = all.map(asFeature);
				const rows = all.map(({ id, name, at: [lon, lat] }) => [
					String(id),
					name,
					String(lon),
					String(lat)
				]);
				const head = { type: 'FeatureCollection', name: 'a "features": [', crs: { a: [1, {}] } };
				for (const text of [
					JSON.stringify({ ...head, features }),
					JSON.stringify({ features, ...head }, null, '\t'),
					JSON.stringify(features),
					features.map((one) => JSON.stringify(one)).join('\n'),
					features.map((one) => `\u001e${JSON.stringify(one)}\n`).join('')
				]) {
					const found = await read(text, at);
					expect(found.table.columns).toEqual(['id', 'name', 'longitude', 'latitude']);
					expect(found.faults).toEqual([]);
					expect(found.rows.map(({ cells }) => cells)).toEqual(rows);
				}
			})
		);
	});

	it('has the lines of features that stand one a line, and the numbers of others', async () => {
		const one = JSON.stringify(asFeature({ id: 1, name: 'a', at: [1, 2] }));
		expect((await read(`${one}\n\n${one}\n`)).rows.map(({ line }) => line)).toEqual([1, 3]);
		const collection = `{"type":"FeatureCollection","features":[${one},\n\n${one}]}`;
		expect((await read(collection)).rows.map(({ line }) => line)).toEqual([1, 2]);
	});

	it('refuses features that are no points, no JSON, too deep or too long, each by its number', async () => {
		const point = '{"type":"Feature","properties":{"a":1},"geometry":null}';
		const line =
			'{"type":"Feature","properties":{},"geometry":{"type":"LineString","coordinates":[[0,0],[1,1]]}}';
		const deep = `{"type":"Feature","properties":{"a":${'['.repeat(60)}${']'.repeat(60)}}}`;
		const long = `{"type":"Feature","properties":{"a":"${'x'.repeat(4 * 1024 * 1024)}"}}`;
		const broken = '{"type":"Feature","properties":{"a":01}}';
		const all = [point, line, broken, deep, long, point].join(',');
		const { rows, faults } = await read(`{"type":"FeatureCollection","features":[${all}]}`);
		expect(rows.map((row) => row.line)).toEqual([1, 6]);
		expect(faults.map((fault) => [fault.line, fault.kind])).toEqual([
			[2, 'geometry'],
			[3, 'json'],
			[4, 'too-deep'],
			[5, 'too-long']
		]);
		expect(faults[0]).toMatchObject({ expected: 'a Point', found: '"LineString"' });
	});

	it('says where a file breaks off', async () => {
		const one = JSON.stringify(asFeature({ id: 1, name: 'a', at: [1, 2] }));
		await expect(
			read(`{"type":"FeatureCollection","features":[\n${one},\n${one.slice(0, 30)}`)
		).rejects.toThrow('The file breaks off in what begins at line 3');
	});

	it('says that a collection without features has none', async () => {
		await expect(read('{"type":"FeatureCollection","features":[]}')).rejects.toThrow(
			'The file has no features'
		);
	});

	it('writes lists as text with semicolons, structures as JSON, and leaves `__proto__` out', async () => {
		const { table, rows } = await read(
			'[{"a":["x","y"],"b":{"c":1},"d":null,"__proto__":"p","e":true}]'
		);
		expect(table.columns).toEqual(['a', 'b', 'd', 'e']);
		expect(rows.map(({ cells }) => cells)).toEqual([['x; y', '{"c":1}', '', 'true']]);
	});
});
