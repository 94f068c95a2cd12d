import type { Dossier } from '../../dossier/dossier';
import type { Article } from '../article';
import type { DraftClaim, DraftFigure } from '../draft';
import { anchorOf } from './anchor';
import type { Cluster } from './cluster';
import type { FigureAt } from './figures';
import type { Report } from './report';
import { claimText } from './words';

/** What is said of an event, a claim for each sentence that tells of it, with who says so. */
export function claimsOf(
	article: Article,
	{ reports }: Cluster,
	title: string,
	when: string | null,
	dossier: Dossier | undefined
): DraftClaim[] {
	const bySentence = new Map<number, Report[]>();
	for (const report of reports)
		bySentence.set(report.sentence.start, [
			...(bySentence.get(report.sentence.start) ?? []),
			report
		]);
	const used = new Set<FigureAt>();
	const claims = [...bySentence.values()].flatMap((told): DraftClaim[] => {
		const [report] = told;
		if (!report) return [];
		const stance = stanceOf(told);
		const figures = report.figures
			.filter((figure) => stance !== 'denies' && report.kind.incident && !used.has(figure))
			.map((figure): DraftFigure => {
				used.add(figure);
				const { what, n, min, max, whose } = figure;
				const side = whose && sideOf(whose, dossier);
				return {
					what,
					...(n !== undefined && { n }),
					...(min !== undefined && { min }),
					...(max !== undefined && { max }),
					...(side && { side })
				};
			});
		return [
			{
				by: speakerOf(article, report),
				stance,
				text: claimText(title, when, figures),
				passage: anchorOf(article.text, report.sentence),
				span: { start: report.sentence.start, end: report.sentence.end },
				figures
			}
		];
	});
	// The headline says the same shorter: a claim of its own only where nothing else makes one.
	const body = claims.filter((claim) => !isHeadline(claim, reports));
	return body.length > 0 ? body : claims;
}

function isHeadline({ span }: DraftClaim, reports: readonly Report[]): boolean {
	return reports.some(
		({ sentence, block }) => sentence.start === span.start && block.role === 'headline'
	);
}

function stanceOf(told: readonly Report[]): DraftClaim['stance'] {
	if (told.some(({ denial, denied }) => denial || denied)) return 'denies';
	if (told.every(({ modality }) => modality.future)) return 'announces';
	if (told.some(({ speech }) => speech?.confirms)) return 'confirms';
	return 'reports';
}

/** An actor of the dossier, else the words that name the speaker, else the publisher. */
function speakerOf(
	{ text, publisher }: Article,
	{ speech, actors, denial, segment }: Report
): string {
	const article = publisher ?? 'The article';
	if (denial) return actors[0]?.id ?? actors[0]?.name ?? article;
	if (!speech || !segment.said) return article;
	const { speaker } = speech;
	const named = actors.filter((one) => one.start >= speaker.start && one.end <= speaker.end);
	const last = named.at(-1);
	if (last) return last.id ?? last.name;
	const words = text
		.slice(speaker.start, speaker.end)
		.replace(/^[\s,”"’]+|[\s,“"]+$/gu, '')
		.replace(/\s+/gu, ' ');
	return /^\p{Lu}/u.test(words) &&
		words.split(' ').length <= 8 &&
		!/^(?:he|she|it|they|we|i)$/iu.test(words)
		? words
		: article;
}

/** The dossier's state whose people a word names: `Armenian` → `armenia`. */
function sideOf(word: string, dossier: Dossier | undefined): string | undefined {
	const stem = word.toLowerCase().slice(0, 5);
	return dossier?.header.actors.find(
		({ kind, names }) =>
			kind === 'state' &&
			Object.values(names)
				.flat()
				.some((name) => name.toLowerCase().startsWith(stem))
	)?.id;
}
