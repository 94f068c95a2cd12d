import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ingest } from '../../src/lib/core/ingest/ingest';
import { readArticle } from '../../src/lib/core/ingest/read/read';
import { loadGazetteer } from '../../src/lib/server/gazetteer';
import { draftedOf, sentencesAsEvents, tables, type Measured } from './measured';
import type { GoldEvent } from './score';

const FOLDER = 'test/evaluate/articles';
/** Kilometres by which a place of a kind may lie off: an area has no one point. */
const WITHIN_KM: Record<string, number> = {
	city: 25,
	village: 25,
	district: 60,
	province: 161,
	region: 400,
	country: 1_000
};

interface OwnPlace {
	name: string;
	lat: number;
	lon: number;
	kind: string;
}

interface OwnArticle {
	file: string;
	published: string;
	title: string;
	publisher: string;
	events: {
		title: string;
		/** Null where the text does not say. */
		when: string | null;
		place: OwnPlace | null;
		passages: string[];
		/** What a careful reader may say as well. */
		alsoWhen?: string[];
		alsoPlace?: OwnPlace[];
	}[];
}

/** Articles made up for this, in many styles, about events that never were in places that are: no dossier helps. */
export async function evaluateOwn(root: string, withErrors: boolean): Promise<string[]> {
	const { seen, unseen } = await measureOwn(root);
	return [
		'Made-up articles, first half: looked at while the rules were made',
		...tables(seen, withErrors),
		'Made-up articles, second half: looked at once, at the end',
		...tables(unseen, false)
	];
}

/** Every second article was left aside until the rules were nearly done. */
export async function measureOwn(root: string): Promise<{ seen: Measured[]; unseen: Measured[] }> {
	const folder = join(root, FOLDER);
	const all = JSON.parse(readFileSync(join(folder, 'gold.json'), 'utf8')) as OwnArticle[];
	const world = await loadGazetteer();
	const measured: Measured[] = [];
	for (const { file, published, title, publisher, events } of all) {
		const text = readFileSync(join(folder, file), 'utf8');
		const article = await readArticle(text, { title, publisher, published });
		const reading = ingest(article, { world });
		measured.push({
			name: file,
			drafts: reading.drafts.map(draftedOf),
			baseline: sentencesAsEvents(reading),
			gold: events.map((event): GoldEvent => ({
				title: event.title,
				whens: [event.when, ...(event.alsoWhen ?? [])].filter((when) => when !== null),
				placeIds: [],
				points: [event.place, ...(event.alsoPlace ?? [])].flatMap((place): [number, number][] =>
					place ? [[place.lon, place.lat]] : []
				),
				withinKm: WITHIN_KM[event.place?.kind ?? ''] ?? 25,
				passages: event.passages.map((passage) => {
					const start = text.indexOf(passage);
					if (start === -1) throw new Error(`${file} has no passage “${passage}”.`);
					return { start, end: start + passage.length };
				})
			}))
		});
	}
	const half = (odd: number) => measured.filter((_, i) => i % 2 === odd);
	return { seen: half(0), unseen: half(1) };
}
