import { formatDay } from '../date/day';
import { parseView } from '../view/codec';

/** How a dossier opens, as `dossier.json` has it. */
export interface Opening {
	/** `2021-05-01`. */
	from?: string;
	to?: string;
	/** Degrees, and MapLibre's zoom. */
	map?: { zoom: number; lat: number; lon: number };
}

/** What the address of a view, or its query, says of how a dossier may open; undefined for nothing of it. */
export function openingOf(address: string): Opening | undefined {
	const { from, to, map } = parseView(address.slice(address.indexOf('?') + 1).trim()).view;
	const opening: Opening = {
		...(from !== undefined && { from: formatDay(from) }),
		...(to !== undefined && { to: formatDay(to) }),
		...(map && { map: { zoom: map.zoom, lat: map.lat, lon: map.lon } })
	};
	return Object.keys(opening).length > 0 ? opening : undefined;
}
