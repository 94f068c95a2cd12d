import type { Article } from '$lib/core/ingest/article';
import { findPlaces } from '$lib/core/ingest/places/find';
import type { Gazetteer } from '$lib/core/ingest/places/gazetteer';
import { distanceKm } from '$lib/core/ingest/places/near';
import { loadGazetteer } from '$lib/server/gazetteer';
import { dictionaryPlaces } from './dictionary';
import { readGeoVirus, type GoldArticle, type GoldPlace } from './corpus';

/** A place as one of the readers found it. */
export interface FoundPlace {
	start: number;
	end: number;
	lat: number | null;
	lon: number | null;
}

type Reader = (article: GoldArticle, world: Gazetteer) => FoundPlace[];

/** Nearer than this is right: 100 miles, as the field has it. */
const NEAR_KM = 161;

interface Score {
	found: number;
	gold: number;
	/** Found with exactly the marked span. */
	right: number;
	/** Of those right: the distance, infinite where it was left unresolved. */
	km: number[];
	errors: {
		kind: 'missed' | 'invented' | 'cut otherwise' | 'far' | 'unresolved';
		text: string;
		context: string;
	}[];
}

/** An article of plain text, all of it to be read. */
const plain = (text: string): Article => ({
	text,
	blocks: [{ start: 0, end: text.length, role: 'body' }],
	authors: [],
	notes: [],
	language: 'en'
});

const ours: Reader = ({ text }, world) => findPlaces(plain(text), { dossier: [], world }).places;

function score(articles: readonly GoldArticle[], reader: Reader, world: Gazetteer): Score {
	const sum: Score = { found: 0, gold: 0, right: 0, km: [], errors: [] };
	for (const article of articles) {
		const found = reader(article, world);
		const bySpan = new Map(found.map((place) => [`${place.start}-${place.end}`, place]));
		const around = ({ start, end }: { start: number; end: number }) =>
			`${article.text.slice(Math.max(0, start - 50), start)}[[${article.text.slice(start, end)}]]${article.text.slice(end, end + 40)}`.replace(
				/\s+/g,
				' '
			);
		sum.found += found.length;
		sum.gold += article.places.length;
		const touches = (a: { start: number; end: number }, b: { start: number; end: number }) =>
			a.start < b.end && b.start < a.end;
		for (const place of article.places) {
			const mine = bySpan.get(`${place.start}-${place.end}`);
			const { text } = place;
			if (!mine) {
				const other = found.find((one) => touches(one, place));
				sum.errors.push({
					kind: other ? 'cut otherwise' : 'missed',
					text: other ? `${text} / ${article.text.slice(other.start, other.end)}` : text,
					context: around(place)
				});
				continue;
			}
			sum.right++;
			bySpan.delete(`${place.start}-${place.end}`);
			const km = distance(mine, place);
			sum.km.push(km);
			if (km > NEAR_KM)
				sum.errors.push({
					kind: Number.isFinite(km) ? 'far' : 'unresolved',
					text: `${text} ${Math.round(km)} km: ${mine.lat}, ${mine.lon} for ${place.lat}, ${place.lon}`,
					context: around(place)
				});
		}
		for (const place of bySpan.values())
			if (!article.places.some((gold) => touches(gold, place)))
				sum.errors.push({
					kind: 'invented',
					text: article.text.slice(place.start, place.end),
					context: around(place)
				});
	}
	return sum;
}

function distance({ lat, lon }: FoundPlace, gold: GoldPlace): number {
	return lat === null || lon === null ? Infinity : distanceKm({ lat, lon }, gold);
}

function line(name: string, { found, gold, right, km }: Score): string {
	const precision = right / found;
	const recall = right / gold;
	const resolved = km.filter(Number.isFinite).sort((a, b) => a - b);
	const near = km.filter((one) => one <= NEAR_KM).length;
	const mean = resolved.reduce((sum, one) => sum + one, 0) / resolved.length;
	const percent = (share: number) => (100 * share).toFixed(1).padStart(5);
	return [
		name.padEnd(28),
		percent(precision),
		percent(recall),
		percent((2 * precision * recall) / (precision + recall)),
		percent(near / km.length),
		percent(near / resolved.length),
		mean.toFixed(0).padStart(6),
		(resolved[resolved.length >> 1] ?? 0).toFixed(0).padStart(6)
	].join('  ');
}

/** `npm run evaluate`, the part on places. @returns lines to print */
export async function evaluateGeoVirus(root: string, withErrors: boolean): Promise<string[]> {
	const corpus = readGeoVirus(root);
	if (!corpus) return ['GeoVirus: skipped, the corpus is not at ../shared/corpora/GeoVirus.xml.'];
	const { articles, left } = corpus;
	const world = await loadGazetteer();
	const even = articles.filter((_, i) => i % 2 === 0);
	const odd = articles.filter((_, i) => i % 2 === 1);
	const begun = performance.now();
	const all = score(articles, ours, world);
	const ms = performance.now() - begun;
	const words = articles.reduce((sum, { text }) => sum + text.split(/\s+/).length, 0);
	const tuned = score(even, ours, world);
	const lines = [
		`GeoVirus: ${articles.length} articles, ${all.gold} places marked${left > 0 ? `, ${left} left out that have no name` : ''}`,
		`${' '.repeat(28)}  ${['P', 'R', 'F1', '≤161', '≤161*'].map((head) => head.padStart(5)).join('  ')}  ${['mean', 'median'].map((head) => head.padStart(6)).join('  ')}`,
		line('all', all),
		line('even articles (tuned on)', tuned),
		line('odd articles (not looked at)', score(odd, ours, world)),
		line('a plain dictionary, all', score(articles, dictionaryPlaces, world)),
		`≤161: share of the recognised within 161 km, unresolved ones counted as wrong; ≤161*: of those resolved. Distances in km.`,
		`${((1000 * ms) / words).toFixed(1)} ms for 1,000 words.`
	];
	if (withErrors)
		for (const kind of ['invented', 'missed', 'cut otherwise', 'far', 'unresolved'] as const) {
			const some = tuned.errors.filter((error) => error.kind === kind);
			lines.push(
				'',
				`${kind}: ${some.length} in the even articles`,
				...some.map(({ text, context }) => `  ${text} — ${context}`)
			);
		}
	return lines;
}
