/**
 * historic.json: disputed and historic lines of Natural Earth (public domain), from QGIS's world_map.gpkg.
 * Karabakh's are the autonomous oblast of 1991 and the cease-fire line of 1994: history, off by default in the app.
 */
import { join } from 'node:path';
import { readFileSync, rmSync } from 'node:fs';
import { WORK, run } from './tools.mjs';
import { build, collection, feature } from './topo.mjs';

/** The source's own wording → what kind of line it is. */
function kindOf(name) {
	if (/ceasefire/i.test(name)) return 'ceasefire';
	if (/^former/i.test(name)) return 'former';
	return 'claim';
}

/** @param {string} qgis where qgis-common was unpacked */
export function historic(require, qgis) {
	const out = join(WORK, 'disputed.json');
	rmSync(out, { force: true });
	run('ogr2ogr', [
		'-f',
		'GeoJSON',
		out,
		join(qgis, 'usr/share/qgis/resources/data/world_map.gpkg'),
		'disputed_borders'
	]);
	const groups = new Map();
	for (const { geometry, properties: p } of JSON.parse(readFileSync(out, 'utf8')).features) {
		const lines = geometry.type === 'LineString' ? [geometry.coordinates] : geometry.coordinates;
		const key = `${p.name}|${p.adm0_left}`;
		if (!groups.has(key)) {
			const date = /\b(\d{4})\b/.exec(p.name)?.[1];
			groups.set(key, {
				properties: {
					name: p.name,
					kind: kindOf(p.name),
					...(date ? { date } : {}),
					area: p.adm0_left
				},
				lines: []
			});
		}
		groups.get(key).lines.push(...lines.map((line) => line.map(([x, y]) => [x, y])));
	}
	const features = [...groups]
		.sort(([a], [b]) => (a < b ? -1 : 1))
		.map(([, { properties, lines }]) =>
			feature({ type: 'MultiLineString', coordinates: lines }, properties)
		);
	return build(require, { lines: collection(features) }, { quantization: 1e6, minArea: 1e-5 });
}
