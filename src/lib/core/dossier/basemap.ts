import { fieldWords } from './fields';
import { shown, type Note } from './note';
import type { Basemap } from './schema';

/** The ways to name a ground map; the first that is there is used. */
export const BASEMAP_WAYS = ['style', 'pmtiles', 'tiles'] as const;
export type BasemapWay = (typeof BASEMAP_WAYS)[number];

/** The origin of an address, such as `https://tiles.example`, as `hosts` lists it. Undefined where it is none. */
export function originOf(address: string): string | undefined {
	const { origin } = URL.canParse(address) ? new URL(address) : { origin: 'null' };
	return origin === 'null' ? undefined : origin;
}

/**
 * A dossier's own ground map with exactly one of `style`, `pmtiles` and `tiles`, or undefined where it
 * names none. What the schema cannot say is noted: none of the three or several, and an address whose
 * host `hosts` leaves out. The last stays as it is: the map refuses the host and says so.
 */
export function readBasemap(basemap: Basemap | undefined, notes: Note[]): Basemap | undefined {
	if (!basemap) return undefined;
	const file = 'dossier.json';
	const named = BASEMAP_WAYS.filter((way) => basemap[way] !== undefined);
	const [way] = named;
	const words = fieldWords('basemap');
	if (!way) {
		if (!notes.some((note) => note.file === file && note.field?.startsWith('basemap.')))
			notes.push({ file, field: 'basemap', ...words, found: shown(basemap) });
		return undefined;
	}
	if (named.length > 1)
		notes.push({
			file,
			field: 'basemap',
			...words,
			found: named.map((name) => shown(name)).join(' and '),
			mend: `Keep one of them; until then ${shown(way)} is used.`
		});
	const only: Basemap = { ...basemap };
	for (const other of named.slice(1)) delete only[other];
	const admitted = new Set(only.hosts.map(originOf));
	const origins = new Set([only[way]].flat().flatMap((address) => originOf(address ?? '') ?? []));
	for (const origin of origins)
		if (!admitted.has(origin))
			notes.push({
				file,
				field: 'basemap.hosts',
				expected: `the host of ${shown(way)}, ${shown(origin)}`,
				found: shown(only.hosts),
				mend: 'Add it: readers’ browsers may ask only the hosts that stand there. Until then the app’s own ground map is drawn.'
			});
	return only;
}
