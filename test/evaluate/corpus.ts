import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** A place name as the corpus's makers marked it. */
export interface GoldPlace {
	/** UTF-16 units. */
	start: number;
	end: number;
	text: string;
	/** Degrees WGS 84. */
	lat: number;
	lon: number;
}

/** An article of the corpus. */
export interface GoldArticle {
	source: string;
	text: string;
	places: GoldPlace[];
}

const ENTITIES: Record<string, string> = { lt: '<', gt: '>', quot: '"', apos: "'", amp: '&' };

function unescape(xml: string): string {
	return xml.replace(/&(#x[\da-f]+|#\d+|\w+);/gi, (whole, name: string) => {
		if (/^#x/i.test(name)) return String.fromCodePoint(parseInt(name.slice(2), 16));
		if (name.startsWith('#')) return String.fromCodePoint(Number(name.slice(1)));
		return ENTITIES[name] ?? whole;
	});
}

/** The text of an element, the first in a stretch of XML. */
function field(xml: string, name: string): string {
	return unescape(new RegExp(`<${name}>([\\s\\S]*?)</${name}>`).exec(xml)?.[1] ?? '');
}

/**
 * Reads GeoVirus (Gritta et al. 2018). Its offsets count from one, as each name at its offset shows; a marked place that
 * is not found there is left out, and so are its empty ones.
 * @param root of the project @returns undefined where the corpus is not there
 */
export function readGeoVirus(root: string): { articles: GoldArticle[]; left: number } | undefined {
	const file = join(root, '..', 'shared', 'corpora', 'GeoVirus.xml');
	if (!existsSync(file)) return undefined;
	let left = 0;
	const articles = [...readFileSync(file, 'utf8').matchAll(/<article>([\s\S]*?)<\/article>/g)].map(
		([, xml = '']) => {
			const text = field(xml, 'text');
			const places = [...xml.matchAll(/<location>([\s\S]*?)<\/location>/g)].flatMap(
				([, place = '']) => {
					const name = field(place, 'name');
					const start = Number(field(place, 'start')) - 1;
					const end = Number(field(place, 'end')) - 1;
					if (name === '' || text.slice(start, end) !== name) {
						left++;
						return [];
					}
					return [
						{
							start,
							end,
							text: name,
							lat: Number(field(place, 'lat')),
							lon: Number(field(place, 'lon'))
						}
					];
				}
			);
			return { source: field(xml, 'source'), text, places };
		}
	);
	return { articles, left };
}
