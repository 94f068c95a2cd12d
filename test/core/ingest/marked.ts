import type { Article, Block } from '../../../src/lib/core/ingest/article';
import type { DateMention, PlaceMention, PlacesFound } from '../../../src/lib/core/ingest/mention';

/** What stands in a marked text as `[Friday=2021-05-14]`, `<Ridder=city 50.34 83.51 KZ>`, `{Vera Lind}`, `~Kazakh=KZ~`. */
const MARK =
	/\[(?<date>[^=\]]+)=(?<value>[^\]]*)\]|<(?<place>[^=>]+)=(?<kind>\p{L}+) (?<lat>[-\d.]+) (?<lon>[-\d.]+)(?: (?<country>[A-Z]{2}))?>|\{(?<person>[^}]+)\}|~(?<hint>[^=~]+)=(?<people>[A-Z]{2})~/gu;

export interface Marked {
	article: Article;
	dates: DateMention[];
	found: PlacesFound;
}

/**
 * A text whose dates, places, persons and peoples are marked, as an article with its mentions: what
 * comes after them is tested without what finds them. Each line is a paragraph; `# ` begins a headline, `! `
 * a caption.
 */
export function marked(lines: string, published = '2021-05-16'): Marked {
	let text = '';
	const blocks: Block[] = [];
	const dates: DateMention[] = [];
	const found: PlacesFound = { places: [], hints: [], persons: [] };
	for (const line of lines.trim().split('\n')) {
		const role = line.startsWith('# ') ? 'headline' : line.startsWith('! ') ? 'caption' : 'body';
		const start = text.length;
		let from = 0;
		const written = line.replace(/^[#!] /, '').trim();
		for (const match of written.matchAll(MARK)) {
			text += written.slice(from, match.index);
			from = match.index + match[0].length;
			const { date, value, place, kind, lat, lon, country, person, hint, people } =
				match.groups ?? {};
			const words = date ?? place ?? person ?? hint ?? '';
			const span = { start: text.length, end: text.length + words.length, text: words };
			text += words;
			if (date !== undefined)
				dates.push({
					...span,
					value: value || null,
					tense: value && value > published ? 'future' : 'past',
					reason: 'Marked.'
				});
			else if (place !== undefined) found.places.push(placeMention(span, kind, lat, lon, country));
			else if (person !== undefined) found.persons.push(span);
			else if (people !== undefined) found.hints.push({ ...span, country: people });
		}
		text += written.slice(from);
		blocks.push({ start, end: text.length, role });
		text += '\n\n';
	}
	return {
		article: { text, blocks, published, publisher: 'The Paper', authors: [], notes: [] },
		dates,
		found
	};
}

function placeMention(
	span: { start: number; end: number; text: string },
	kind = 'city',
	lat = '0',
	lon = '0',
	country?: string
): PlaceMention {
	const place = { name: span.text, lat: Number(lat), lon: Number(lon), kind };
	const candidates = [{ ...place, source: 'test', weight: 1, ...(country && { country }) }];
	return { ...span, ...place, candidates, reason: 'Marked.' };
}
