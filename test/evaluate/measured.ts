import type { EventDraft, Reading } from '../../src/lib/core/ingest/draft';
import { isRead } from '../../src/lib/core/ingest/article';
import { sentencesOf } from '../../src/lib/core/ingest/sentences';
import { calibration, pairUp, ratios, type Criteria, type Drafted, type GoldEvent } from './score';

/** An article with what was made of it and what is in it. */
export interface Measured {
	name: string;
	drafts: Drafted[];
	baseline: Drafted[];
	gold: GoldEvent[];
}

export function draftedOf(draft: EventDraft): Drafted {
	const { title, type, when, place, claims, confidence, features } = draft;
	return {
		title,
		type,
		when,
		...(place?.id !== undefined && { placeId: place.id }),
		...(place?.lat != null && place.lon !== null && { point: [place.lon, place.lat] }),
		spans: claims.map(({ span }) => span),
		confidence,
		features
	};
}

/** The baseline: every sentence that names a date and a place is an event at the first of each. */
export function sentencesAsEvents({ article, dates, places }: Reading): Drafted[] {
	return article.blocks
		.filter(isRead)
		.flatMap((block) => sentencesOf(article.text, block))
		.flatMap((span): Drafted[] => {
			const here = <T extends { start: number; end: number }>(all: readonly T[]) =>
				all.find((one) => one.start >= span.start && one.end <= span.end);
			const [date, place] = [here(dates), here(places)];
			if (!date || place?.lat == null || place.lon === null) return [];
			return [
				{
					title: article.text.slice(span.start, span.start + 40),
					when: date.value,
					...(place.id !== undefined && { placeId: place.id }),
					point: [place.lon, place.lat],
					spans: [span]
				}
			];
		});
}

export const ALL: Criteria = { date: true, place: true, passage: true };
const MEASURES: [string, Criteria][] = [
	['date, place and passage', ALL],
	['date and place', { date: true, place: true, passage: false }],
	['date and passage', { date: true, place: false, passage: true }]
];

/** Precision and recall of all articles by each measure, the baseline beside, how well confidence means what it says. */
export function tables(articles: readonly Measured[], withErrors: boolean): string[] {
	const lines: string[] = [];
	for (const [name, criteria] of MEASURES) {
		const row = (of: (one: Measured) => Drafted[]) => {
			let [hits, drafted, gold] = [0, 0, 0];
			for (const one of articles) {
				hits += pairUp(of(one), one.gold, criteria).size;
				drafted += of(one).length;
				gold += one.gold.length;
			}
			const { p, r, f1 } = ratios(hits, drafted, gold);
			return `P ${p.toFixed(0)} R ${r.toFixed(0)} F1 ${f1.toFixed(0)} (${hits} of ${drafted} drafts, ${gold} events)`;
		};
		lines.push(`  ${name}: ${row(({ drafts }) => drafts)}`);
		lines.push(`    a sentence an event: ${row(({ baseline }) => baseline)}`);
	}
	const judged = articles.flatMap(({ drafts, gold }) => {
		const pairs = pairUp(drafts, gold, ALL);
		return drafts.map(({ confidence = 0 }, i) => ({ confidence, hit: pairs.has(i) }));
	});
	lines.push('  Confidence, and how often drafts with it are right:', ...calibration(judged));
	if (withErrors) for (const one of articles) lines.push(...errorsOf(one));
	return lines;
}

function errorsOf({ name, drafts, gold }: Measured): string[] {
	const pairs = pairUp(drafts, gold, ALL);
	const found = new Set(pairs.values());
	return [
		`  ${name}`,
		...drafts.flatMap(({ title, when, confidence }, i) =>
			pairs.has(i) ? [] : [`    no such event: ${title} | ${when ?? '–'} | ${confidence ?? ''}`]
		),
		...gold.flatMap(({ title, whens }, j) =>
			found.has(j) ? [] : [`    missed: ${title} | ${whens.join(', ')}`]
		)
	];
}
