import { Draft } from '../../state/draft/draft.svelte';
import type { CheckMessage, CheckNews } from '../../state/draft/check';
import { openDraftStore, type DraftStore, type ServedFiles } from '../../state/draft/store';
import type { ArticleStore, KeptArticle } from '../../state/ingest/articles';
import { Reader, type Working } from '../../state/ingest/reader';
import { Review } from '../../state/ingest/review.svelte';

/** Where reviews are kept, beside the drafts of dossiers. */
const REVIEWS = 'dateline-reviews';

/** A review that is open, and how it is left. */
export interface OpenedReview {
	review: Review;
	leave: () => void;
}

/** What reads articles here: a worker, made when the first one is to be read. */
export function openReader(): Reader {
	return new Reader(
		() =>
			new Worker(new URL('../../state/ingest/ingest.worker.ts', import.meta.url), {
				type: 'module'
			}) as Working
	);
}

/**
 * Opens the review of an article over a dossier's draft: as it is kept, else with nothing decided. Never throws
 * for what the browser keeps, or does not: the review then lives in the page and says so.
 */
export async function openReview(
	article: KeptArticle,
	target: Draft,
	articles: ArticleStore | undefined
): Promise<OpenedReview> {
	const store = await openDraftStore(REVIEWS).catch(() => undefined);
	const worker = new Worker(new URL('../../state/draft/check.worker.ts', import.meta.url), {
		type: 'module'
	});
	let told = 0;
	const checker = {
		tell: (message: CheckMessage) => {
			told++;
			// The check looks at the dossier's name, which is not the review's.
			worker.postMessage(message.type === 'open' ? { ...message, name: article.dossier } : message);
		}
	};
	const draft = await draftOf(article, target, store, checker);
	worker.onmessage = ({ data }: MessageEvent<{ heard: number; news: CheckNews }>) =>
		draft.checked.hear(data.news, data.heard === told);
	const review = new Review({
		article,
		draft,
		target,
		onprogress: (progress) => void articles?.note(article.id, progress).catch(() => undefined)
	});
	return {
		review,
		leave: () => {
			worker.terminate();
			store?.close();
		}
	};
}

async function draftOf(
	article: KeptArticle,
	target: Draft,
	store: DraftStore | undefined,
	checker: { tell: (message: CheckMessage) => void }
): Promise<Draft> {
	const dossier = article.id;
	const fresh = served(target);
	try {
		const kept = await store?.read(dossier);
		return new Draft({ dossier, served: kept?.base ?? fresh, kept, store, checker });
	} catch {
		return new Draft({
			dossier,
			served: fresh,
			checker,
			unkept: 'What was kept of this review cannot be opened; it stays where it is.'
		});
	}
}

/** The dossier's draft as it is now, for a review to begin from. */
function served(target: Draft): ServedFiles {
	const files = Object.fromEntries(
		Object.entries(target.texts()).map(([file, text]) => [file, { text, hash: '' }])
	);
	return { rev: 'draft', files };
}

/** Takes all that is kept of a review out of the browser; what was accepted stays in the dossier's draft. */
export async function forget(id: string, articles: ArticleStore): Promise<void> {
	const store = await openDraftStore(REVIEWS).catch(() => undefined);
	await store?.remove(id);
	store?.close();
	await articles.remove(id);
}
