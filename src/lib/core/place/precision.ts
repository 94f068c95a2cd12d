import type { DossierEvent } from '../dossier/dossier';
import type { Precision } from '../dossier/schema';
import { pointOf, type LonLat } from './geometry';

/**
 * Radius in kilometres of the ring that says how exactly a place is known, where the event gives
 * no `radiusKm`: typical of the areas' sizes, and drawn as rings, never as borders. 0: the symbol
 * alone; undefined: not drawn.
 */
const RADIUS_KM: Record<Precision, number | undefined> = {
	exact: 0,
	near: 5,
	district: 20,
	province: 40,
	region: 80,
	country: 150,
	unknown: undefined
};

/** Precisions of an area: a symbol stands in it for want of a better spot, not at one. */
export const COARSE: ReadonlySet<Precision> = new Set([
	'district',
	'province',
	'region',
	'country'
]);

/** The radius in kilometres of an event's ring; 0 for none, undefined where it is not drawn at all. */
export function ringRadiusKm(precision: Precision, radiusKm?: number): number | undefined {
	const usual = RADIUS_KM[precision];
	return usual === undefined || usual === 0 ? usual : (radiusKm ?? usual);
}

/** How exactly a place of a kind says where something was, where nobody has said more: never `exact`. */
export function precisionOfKind(kind: string): Precision {
	if (kind === 'district' || kind === 'province' || kind === 'country') return kind;
	return kind === 'region' || kind === 'border' ? 'region' : 'near';
}

/** `near Lake Sev`, `Lachin District; where in it is not known`: a place with its precision, in words. */
export function placeInWords(name: string, precision: Precision): string {
	switch (precision) {
		case 'exact':
			return name;
		case 'near':
			return `near ${name}`;
		case 'unknown':
			return `${name}; place not known`;
		default:
			return `${name}; where in the ${precision} is not known`;
	}
}

/** Where an event's symbol stands; undefined for one that is listed only. */
export function symbolPoint(
	event: Pick<DossierEvent, 'precision' | 'geometry'>
): LonLat | undefined {
	return event.precision === 'unknown' ? undefined : pointOf(event.geometry);
}
