import { PER_DEGREE } from '../../../core/columns/columns';
import { areaRing, type Area } from '../../../core/view/area';
import { all, any, type Query } from './query';

const TURN = 360 * PER_DEGREE;
const HALF = TURN / 2;

/** Degrees by which the box that an index is asked for is wider: it holds no place to the last digit. */
const MARGIN = 1e-4;

/**
 * Whether `lon` and `lat` of a row lie in an area or on its edge: `areaTest` of core/view/area.ts, in whole numbers of
 * 1e-5 degrees, which leave nothing to rounding. False or null where there is no spot.
 */
export function areaSql(area: Area, query: Query): string {
	return area.kind === 'box' ? boxSql(area, query) : polygonSql(areaRing(area), query);
}

function boxSql({ west, south, east, north }: Area & { kind: 'box' }, query: Query): string {
	const [low, high] = [query.int(unitsFrom(south)), query.int(unitsTo(north))];
	const [left, right] = [query.int(unitsFrom(west)), query.int(unitsTo(east))];
	const inside = (lon: number) =>
		west <= east ? lon >= west && lon <= east : lon >= west || lon <= east;
	return all([
		`lat BETWEEN ${low} AND ${high}`,
		any([
			west <= east ? `lon BETWEEN ${left} AND ${right}` : `lon >= ${left} OR lon <= ${right}`,
			// 180° W and 180° E are one meridian.
			...(inside(180) || inside(-180) ? [`lon = ${-HALF}`, `lon = ${HALF}`] : [])
		]),
		...near(west, south, west <= east ? east : east + 360, north, query)
	]);
}

/** The least of the units that is no less than some degrees, as a row's units over PER_DEGREE are compared. */
function unitsFrom(degrees: number): number {
	let units = Math.ceil(degrees * PER_DEGREE);
	while (units / PER_DEGREE < degrees) units++;
	while ((units - 1) / PER_DEGREE >= degrees) units--;
	return units;
}

function unitsTo(degrees: number): number {
	return -unitsFrom(-degrees);
}

/** @param ring closed, in degrees; its longitudes may run on beyond ±180 */
function polygonSql(ring: readonly (readonly [lon: number, lat: number])[], query: Query): string {
	const corners = ring.map(
		([lon, lat]) => [Math.round(lon * PER_DEGREE), Math.round(lat * PER_DEGREE)] as const
	);
	const lons = corners.map(([lon]) => lon);
	const lats = corners.map(([, lat]) => lat);
	const [west, east] = [Math.min(...lons), Math.max(...lons)];
	const [south, north] = [Math.min(...lats), Math.max(...lats)];
	const turns = [0, TURN, -TURN].filter((turn) => west <= HALF + turn && east >= -HALF + turn);
	const [low, high] = [query.int(south), query.int(north)];
	return all([
		`lat BETWEEN ${low} AND ${high}`,
		any(
			turns.map((turn) =>
				all([
					`lon BETWEEN ${query.int(west - turn)} AND ${query.int(east - turn)}`,
					insideSql(corners, turn, query)
				])
			)
		),
		...near(west / PER_DEGREE, south / PER_DEGREE, east / PER_DEGREE, north / PER_DEGREE, query)
	]);
}

/** Whether a row's spot, turned by so many units, lies within a ring, or on one of its sides. */
function insideSql(
	corners: readonly (readonly [lon: number, lat: number])[],
	turn: number,
	query: Query
): string {
	const crossed: string[] = [];
	const touched: string[] = [];
	corners.forEach(([toX, toY], i) => {
		const from = corners[i - 1];
		if (!from) return;
		const [fromX, fromY] = from;
		const [[x1, y1], [x2, y2]] =
			fromY <= toY
				? [
						[fromX - turn, fromY],
						[toX - turn, toY]
					]
				: [
						[toX - turn, toY],
						[fromX - turn, fromY]
					];
		const low = query.int(y1);
		if (y1 === y2) {
			const [west, east] = [query.int(Math.min(x1, x2)), query.int(Math.max(x1, x2))];
			touched.push(`lat = ${low} AND lon BETWEEN ${west} AND ${east}`);
			return;
		}
		const [left, high] = [query.big(x1), query.int(y2)];
		const rise = `${query.big(x2 - x1)} * (lat - ${low})`;
		const run = `(lon - ${left}) * ${query.big(y2 - y1)}`;
		crossed.push(`lat >= ${low} AND lat < ${high} AND ${rise} > ${run}`);
		touched.push(`lat >= ${low} AND lat <= ${high} AND ${rise} = ${run}`);
	});
	// Crossed by a line eastwards from the spot an odd number of times.
	const odd = crossed.reduce((sum, one) => (sum === '' ? `(${one})` : `(${sum} <> (${one}))`), '');
	return any([...(odd === '' ? [] : [odd]), ...touched]);
}

/** A condition by which an index finds what may be in a box; it may lie across ±180°. In degrees. */
function near(west: number, south: number, east: number, north: number, query: Query): string[] {
	// Most of the world: no index is of use.
	if (east - west > 90) return [];
	const box = (from: number, to: number) =>
		`geom && ST_MakeEnvelope(${[from - MARGIN, south - MARGIN, to + MARGIN, north + MARGIN]
			.map((degrees) => query.float(degrees))
			.join()}, 4326)`;
	return [
		any(
			[0, 360, -360]
				.filter((turn) => west - MARGIN <= 180 + turn && east + MARGIN >= -180 + turn)
				.map((turn) => box(west - turn, east - turn))
		)
	];
}
