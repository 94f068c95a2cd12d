import { putting, type Edit } from '../draft/changes';
import type { DraftFiles } from '../draft/files';
import { languagesIn, placesIn } from '../draft/listed';
import { newPlace } from '../draft/new-record';
import type { Candidate } from './mention';

/** Degrees within which two points of the same name are one place: about a kilometre. */
const SAME = 0.01;

/**
 * The place of a dossier that a name in an article was taken for, and the edits that add it where the dossier
 * does not have it.
 * @param text the name as the article writes it
 * @param language the article's, where that is known
 */
export function placeOf(
	files: DraftFiles,
	candidate: Candidate,
	text: string,
	language?: string
): { id: string; edits: Edit[] } {
	const { id: own, name, lat, lon, kind, country, source } = candidate;
	const places = placesIn(files);
	if (own !== undefined && places.some(({ id }) => id === own)) return { id: own, edits: [] };
	const there = places.find(
		({ names, geometry }) =>
			geometry?.type === 'Point' &&
			Math.abs(geometry.coordinates[0] - lon) <= SAME &&
			Math.abs(geometry.coordinates[1] - lat) <= SAME &&
			Object.values(names).flat().includes(name)
	);
	if (there) return { id: there.id, edits: [] };
	const { main } = languagesIn(files);
	const { id } = newPlace(files, name, main);
	const properties = {
		kind: kind || 'place',
		names: namesOf(name, text, main, language),
		...(country !== undefined && /^[A-Z]{2}$/.test(country) && { country: [country] }),
		...(source && { located: source })
	};
	const geometry = { type: 'Point', coordinates: [lon, lat] };
	const record = { type: 'Feature', id, geometry, properties };
	return { id, edits: [putting(files, 'places.geojson', id, record)] };
}

/** The gazetteer's name first; what the article calls it beside that, in the article's own language. */
function namesOf(name: string, text: string, main: string, language = main): object {
	const written = text.trim();
	if (written === '' || written === name) return { [main]: [name] };
	if (language === main || !/^[a-z]{2,3}$/.test(language)) return { [main]: [name, written] };
	return { [main]: [name], [language]: [written] };
}
