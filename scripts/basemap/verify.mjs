/**
 * Checks static/basemap/ without any dependency: `node scripts/basemap/verify.mjs [directory]`. Exit 1 and one line
 * per fault when a ring leaps over the map, a coordinate is no place on earth, an area is missing or a file too heavy.
 */
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { sizes } from './manifest.mjs';
import { BUDGET, REGION } from './pins.mjs';

const here = dirname(fileURLToPath(import.meta.url));
const dir = resolve(process.argv[2] ?? join(here, '../../static/basemap'));
const faults = [];
const check = (ok, message) => ok || faults.push(message);

const OBJECTS = {
	'world.json': ['countries', 'borders', 'coast', 'lakes', 'rivers'],
	'region.json': [
		'provinces',
		'districts',
		'borders',
		'innerLines',
		'coast',
		'land',
		'sea',
		'towns'
	],
	'region-water.json': ['rivers', 'lakes'],
	'historic.json': ['lines']
};

/** Arcs of a quantised topology as lon/lat. */
function arcsOf({ arcs, transform: { scale, translate } }) {
	return arcs.map((arc) => {
		let [x, y] = [0, 0];
		return arc.map(([dx, dy]) => [
			(x += dx) * scale[0] + translate[0],
			(y += dy) * scale[1] + translate[1]
		]);
	});
}

/** A run of arc numbers → one line; ~n walks arc n backwards. */
function stitch(arcs, run) {
	const line = [];
	for (const n of run) {
		const arc = n < 0 ? [...arcs[~n]].reverse() : arcs[n];
		line.push(...(line.length ? arc.slice(1) : arc));
	}
	return line;
}

/** Every ring and line of a geometry: {line, ring}. */
function* linesOf(arcs, geometry) {
	const { type } = geometry;
	if (type === 'GeometryCollection') for (const g of geometry.geometries) yield* linesOf(arcs, g);
	else if (type === 'LineString') yield { line: stitch(arcs, geometry.arcs), ring: false };
	else if (type === 'MultiLineString')
		for (const run of geometry.arcs) yield { line: stitch(arcs, run), ring: false };
	else if (type === 'Polygon')
		for (const run of geometry.arcs) yield { line: stitch(arcs, run), ring: true };
	else if (type === 'MultiPolygon') {
		for (const polygon of geometry.arcs)
			for (const run of polygon) yield { line: stitch(arcs, run), ring: true };
	}
}

/** Slack for quantised values, degrees. */
const EPS = 1e-6;
const CUT = 180 - 1e-3;

/** One line or ring; `where` names it in a fault. */
function checkLine({ line, ring }, where, isLineLayer) {
	for (const [i, [lon, lat]] of line.entries()) {
		if (!Number.isFinite(lon) || !Number.isFinite(lat))
			return faults.push(`${where}: not a number`);
		if (Math.abs(lon) > 180 + EPS || Math.abs(lat) > 90 + EPS)
			return faults.push(`${where}: out of range ${lon},${lat}`);
		if (i === 0) continue;
		const [was] = line[i - 1];
		// The one lawful long edge: Antarctica's along the pole.
		const polar = Math.abs(lat) > 89.9 && Math.abs(line[i - 1][1]) > 89.9;
		if (Math.abs(lon - was) > 180 && !polar)
			return faults.push(`${where}: leaps from ${was} to ${lon}`);
		if (isLineLayer && Math.abs(lon) > CUT && Math.abs(was) > CUT && lat !== line[i - 1][1]) {
			return faults.push(`${where}: drawn along ±180°`);
		}
	}
	if (ring) {
		check(line.length >= 4, `${where}: ring of ${line.length} points`);
		const [first, last] = [line[0], line.at(-1)];
		check(Math.hypot(first[0] - last[0], first[1] - last[1]) < EPS, `${where}: ring not closed`);
	}
}

const total = { bytes: 0 };
const read = {};
for (const [file, objects] of Object.entries(OBJECTS)) {
	const path = join(dir, file);
	if (!existsSync(path)) {
		faults.push(`${file}: missing`);
		continue;
	}
	const topology = (read[file] = JSON.parse(readFileSync(path, 'utf8')));
	const arcs = arcsOf(topology);
	for (const name of objects) {
		const object = topology.objects[name];
		if (!check(object?.geometries?.length, `${file}: no ${name}`)) {
			if (!object?.geometries?.length) continue;
		}
		for (const geometry of object.geometries) {
			const p = geometry.properties ?? {};
			const where = `${file} ${name} ${p.id ?? p.name ?? geometry.id ?? ''}`.trim();
			check(geometry.type, `${where}: no geometry`);
			for (const part of linesOf(arcs, geometry)) checkLine(part, where, part.ring === false);
			for (const [lon, lat] of [p.label, geometry.type === 'Point' ? [0, 0] : undefined].filter(
				Boolean
			)) {
				check(
					Number.isFinite(lon) &&
						Number.isFinite(lat) &&
						Math.abs(lon) <= 180 &&
						Math.abs(lat) <= 90,
					`${where}: label`
				);
			}
		}
	}
}

const region = read['region.json'];
if (region) {
	const areas = [...region.objects.provinces.geometries, ...region.objects.districts.geometries];
	const ids = areas.map((g) => g.properties.id);
	check(new Set(ids).size === ids.length, 'region.json: an area id occurs twice');
	for (const [id, name] of [
		['AZ-LAC', 'Lachin'],
		['AZ-KAL', 'Kalbajar'],
		['AM-SU', 'Syunik'],
		['AM-GR', 'Gegharkunik'],
		['AM-VD', 'Vayots Dzor']
	]) {
		check(
			areas.find((g) => g.properties.id === id)?.properties.names.en.includes(name),
			`region.json: no ${name} (${id})`
		);
	}
	for (const { properties: p } of areas) {
		check(
			p.country && ['province', 'district'].includes(p.kind) && p.names?.en?.length,
			`region.json ${p.id}: properties`
		);
		const [lon, lat] = p.label ?? [];
		check(
			lon > REGION.west && lon < REGION.east && lat > REGION.south && lat < REGION.north,
			`region.json ${p.id}: label ${p.label}`
		);
	}
	const towns = region.objects.towns.geometries.map((g) => g.properties.names.en);
	for (const name of [
		'Yerevan',
		'Baku',
		'Sisian',
		'Goris',
		'Kapan',
		'Stepanakert',
		'Khankendi',
		'Lachin',
		'Jermuk',
		'Vardenis'
	]) {
		check(
			towns.some((en) => en.includes(name)),
			`region.json: no town ${name}`
		);
	}
	check(!towns.some((en) => /^Hats.?avan$/.test(en[0])), "region.json: Sisian is called Hats'avan");
}

for (const file of [...Object.keys(OBJECTS), 'relief.jpg', 'relief.webp', 'relief.png']) {
	const path = join(dir, file);
	if (!existsSync(path)) {
		check(read[file], `${file}: missing`);
		continue;
	}
	const { brotliBytes } = sizes(file, readFileSync(path));
	total.bytes += brotliBytes;
	if (file.startsWith('region'))
		check(brotliBytes <= BUDGET.region, `${file}: ${brotliBytes} bytes over ${BUDGET.region}`);
	if (file.startsWith('relief'))
		check(brotliBytes <= BUDGET.relief, `${file}: ${brotliBytes} bytes over ${BUDGET.relief}`);
}
check(total.bytes <= BUDGET.total, `all files: ${total.bytes} bytes over ${BUDGET.total}`);

if (faults.length) {
	for (const fault of faults) console.error(fault);
	process.exit(1);
}
console.log(`basemap: ${total.bytes} bytes over the wire of ${BUDGET.total}, no fault`);
