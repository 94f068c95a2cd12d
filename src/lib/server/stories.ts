import type { Dossier } from '../core/dossier/dossier';
import { parseView } from '../core/view/codec';

/**
 * A dossier for a page: of its stories the one that the address asks for, and of the others no more than that
 * there are such. Whoever opens one fetches it.
 * @param query of the address, with its `?`
 */
export function withStoryOf(dossier: Dossier, query: string): Dossier {
	if (dossier.stories.length === 0) return dossier;
	const { story: asked } = parseView(query).view;
	const stories = dossier.stories.map((story) =>
		story.id === asked ? story : { id: story.id, title: story.title, steps: [] }
	);
	return { ...dossier, stories };
}
