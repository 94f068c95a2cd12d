import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { checkDossier } from '../../src/lib/core/dossier/check';
import type { Dossier, DossierEvent, EventClaim } from '../../src/lib/core/dossier/dossier';
import type { Span } from '../../src/lib/core/ingest/article';
import { ingest } from '../../src/lib/core/ingest/ingest';
import { readArticle } from '../../src/lib/core/ingest/read/read';
import { pointOf } from '../../src/lib/core/place/geometry';
import { loadGazetteer } from '../../src/lib/server/gazetteer';
import { draftedOf, sentencesAsEvents, tables, type Measured } from './measured';
import type { GoldEvent } from './score';

const SHARED = '../shared/articles';
const DOSSIER = 'geodata/armenia-azerbaijan';
const FILES = ['dossier.json', 'sources.json', 'places.geojson', 'events.geojson'] as const;
/** Two points nearer than this are one place for an article. */
const WITHIN_KM = 30;

/** The four articles of the shipped dossier, against its events that have a claim from the article. */
export async function evaluateArticles(root: string, withErrors: boolean): Promise<string[]> {
	const measured = await measureArticles(root);
	if (!measured) return ['The four articles: skipped, their texts are not here.'];
	return ['The four articles, against the shipped dossier', ...tables(measured, withErrors)];
}

/** Undefined where the texts are not there. */
export async function measureArticles(root: string): Promise<Measured[] | undefined> {
	const folder = join(root, SHARED);
	if (!existsSync(folder)) return undefined;
	const dossier = readDossier(join(root, DOSSIER));
	const world = await loadGazetteer();
	const [, ...rows] = readFileSync(join(folder, 'articles.tsv'), 'utf8').trim().split('\n');
	const measured: Measured[] = [];
	for (const row of rows) {
		const [file = '', url = '', published = '', title = '', publisher = ''] = row.split('\t');
		const text = readFileSync(join(folder, file), 'utf8');
		const source = dossier.sources.find((one) => one.url === url);
		if (!source) throw new Error(`The dossier has no source with the address ${url}.`);
		const article = await readArticle(text, {
			url,
			title,
			publisher,
			published: published.slice(0, 10)
		});
		const reading = ingest(article, { dossier, world });
		measured.push({
			name: file,
			drafts: reading.drafts.map(draftedOf),
			baseline: sentencesAsEvents(reading),
			gold: dossier.events.flatMap((event) => goldOf(event, source.id, text))
		});
	}
	return measured;
}

function readDossier(folder: string): Dossier {
	const files = Object.fromEntries(FILES.map((file) => [file, readFileSync(join(folder, file))]));
	const { dossier } = checkDossier('armenia-azerbaijan', files);
	if (!dossier) throw new Error(`${folder} holds no dossier.`);
	return dossier;
}

function goldOf(event: DossierEvent, source: string, text: string): GoldEvent[] {
	const claims = event.claims.filter((claim) => claim.source === source);
	if (claims.length === 0) return [];
	const whens = [event.when, ...claims.map(({ when }) => when)];
	const point = pointOf(event.geometry);
	return [
		{
			title: event.title,
			type: event.type,
			whens: whens.flatMap((when) => (when ? [when.edtf] : [])),
			placeIds: [event.place, ...claims.map(({ place }) => place)].filter((id) => id !== undefined),
			points: point ? [point] : [],
			withinKm: WITHIN_KM,
			passages: claims.flatMap((claim) => spanOf(claim, text))
		}
	];
}

/** Where a claim's passage stands in a text, by its first and last words. */
function spanOf({ passage }: EventClaim, text: string): Span[] {
	if (!passage) return [];
	const start = text.indexOf(passage.start);
	if (start === -1) return [];
	const end = text.indexOf(passage.end, start);
	return [{ start, end: end === -1 ? start + passage.start.length : end + passage.end.length }];
}
