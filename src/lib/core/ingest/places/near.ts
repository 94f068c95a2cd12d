import type { Entry } from './gazetteer';

/** Great-circle distance in kilometres, by the haversine formula. Positions are in degrees. */
export function distanceKm(
	a: { lat: number; lon: number },
	b: { lat: number; lon: number }
): number {
	const rad = Math.PI / 180;
	const h =
		Math.sin(((b.lat - a.lat) * rad) / 2) ** 2 +
		Math.cos(a.lat * rad) * Math.cos(b.lat * rad) * Math.sin(((b.lon - a.lon) * rad) / 2) ** 2;
	return 12742 * Math.asin(Math.min(1, Math.sqrt(h)));
}

/** Kilometres from the middle of a province, and of anything smaller, within which its places are taken to lie. */
const PROVINCE_KM = 120;
const DISTRICT_KM = 60;

/** Whether a gazetteer says that a place lies in another, or it lies as near as that would make it. */
export function isWithin(inner: Entry, outer: Entry): boolean {
	if (outer.kind === 'country')
		return (
			inner.kind !== 'country' && inner.country === outer.country && outer.country !== undefined
		);
	if (inner.kind === 'country' || inner.kind === 'province') return false;
	if (inner.country !== outer.country && outer.country !== undefined) return false;
	if (outer.kind === 'province' && inner.province !== undefined && inner.province === outer.name)
		return true;
	const most =
		outer.kind === 'province'
			? PROVINCE_KM
			: outer.kind === 'district' || outer.kind === 'region' || (outer.population ?? 0) > 100_000
				? DISTRICT_KM
				: 0;
	return Math.abs(inner.lat - outer.lat) < 2 && distanceKm(inner, outer) < most;
}
