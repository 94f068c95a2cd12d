import { readFile } from 'node:fs/promises';

/** What the tests read of an event, straight from the file. */
export interface FileEvent {
	id: string;
	geometry: { type: string; coordinates: [number, number] } | null;
	properties: {
		title: string;
		type: string;
		place?: string;
		precision?: string;
		actors?: string[];
		claims: { by: string; source: string; place?: string }[];
	};
}

async function read<T>(name: string): Promise<T> {
	return JSON.parse(await readFile(`geodata/armenia-azerbaijan/${name}`, 'utf8')) as T;
}

/** The shipped dossier's files, for answers that owe nothing to the product's own reading of them. */
export const header = await read<{
	types: { id: string; label: string }[];
	actors: { id: string; names: { en: string[] } }[];
}>('dossier.json');
export const events = (await read<{ features: FileEvent[] }>('events.geojson')).features;
export const places = (
	await read<{
		features: { id: string; properties: { names: { en: string[] }; within?: string[] } }[];
	}>('places.geojson')
).features;
export const sources =
	await read<{ id: string; publisher?: string; 'container-title'?: string }[]>('sources.json');

/** Whether an event, or one of its claims, stands at a place or at one within it. */
export function standsIn(event: FileEvent, place: string): boolean {
	const { properties } = event;
	const at = [properties.place, ...properties.claims.map((claim) => claim.place)];
	const reaches = (id: string | undefined, steps = 9): boolean =>
		id === place ||
		(steps > 0 &&
			(places.find((item) => item.id === id)?.properties.within ?? []).some((outer) =>
				reaches(outer, steps - 1)
			));
	return at.some((id) => reaches(id));
}

export function hasActor({ properties }: FileEvent, actor: string): boolean {
	return (
		(properties.actors ?? []).includes(actor) || properties.claims.some(({ by }) => by === actor)
	);
}

/** Whether an event's symbol stands within a box of degrees. */
export function standsWithin(event: FileEvent, box: number[]): boolean {
	const [west, south, east, north] = box as [number, number, number, number];
	if (!event.geometry || (event.properties.precision ?? 'unknown') === 'unknown') return false;
	if (event.geometry.type !== 'Point') throw new Error(`${event.id} is no point`);
	const [lon, lat] = event.geometry.coordinates;
	return lon >= west && lon <= east && lat >= south && lat <= north;
}
