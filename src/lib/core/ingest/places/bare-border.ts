import type { Place } from '../../dossier/dossier';
import { pointOf } from '../../place/geometry';
import { isRead, type Article } from '../article';
import type { PlaceMention, PlacesFound } from '../mention';

const BARE =
	/(?<![\p{L}-])(?:the|their|its|country[’']s|shared|common|joint|mutual)\s+((?:\p{Ll}[\p{L}-]*\s+){0,2}?(?:state\s+)?(?:border|frontier)s?)(?![\p{L}-]|\s+(?:guards?|troops?|service|posts?|police|between|with|of)\b)/gu;

/**
 * `the border`, where a dossier knows one border alone whose countries the article names: that border. With
 * two of them, or none, it stays without a place.
 */
export function bareBorders(
	{ text, blocks }: Article,
	dossier: readonly Place[],
	{ places, hints }: PlacesFound
): PlaceMention[] {
	const named = new Set([
		...places.flatMap(({ candidates }) => candidates[0]?.country ?? []),
		...hints.map(({ country }) => country)
	]);
	const borders = dossier.filter(
		({ kind, country }) =>
			kind === 'border' && country.length > 1 && country.every((one) => named.has(one))
	);
	const [border] = borders;
	const point = border && pointOf(border.geometry);
	if (!border || !point || borders.length > 1) return [];
	const name = (border.names['en'] ?? Object.values(border.names)[0])?.[0] ?? border.id;
	const [lon, lat] = point;
	return blocks.filter(isRead).flatMap((block) =>
		[...text.slice(block.start, block.end).matchAll(BARE)].flatMap((match): PlaceMention[] => {
			const written = match[1] ?? '';
			const end = block.start + match.index + match[0].length;
			const start = end - written.length;
			if (places.some((other) => other.start < end && start < other.end)) return [];
			return [
				{
					start,
					end,
					text: text.slice(start, end),
					name,
					lat,
					lon,
					kind: border.kind,
					id: border.id,
					candidates: [
						{ name, lat, lon, kind: border.kind, id: border.id, source: 'dossier', weight: 0.7 }
					],
					reason: `The dossier knows one border between countries that the article names.`
				}
			];
		})
	);
}
