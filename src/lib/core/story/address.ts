import { isViewKey, MAX_QUERY_LENGTH, parseView, readKeys, type ViewNote } from '../view/codec';
import type { Dossier } from '../dossier/dossier';
import { idsOf, withKnownIds, type DossierIds } from '../view/known-ids';
import type { StepView, View } from '../view/view';
import type { Story, StoryStep } from './schema';

/** What of a dossier an address may name. */
export interface Nameable {
	ids: DossierIds;
	stories: readonly Story[];
}

/** The same of a dossier, whatever was known on some day. */
export const nameableIn = (whole: Dossier): Nameable => ({
	ids: idsOf(whole),
	stories: whole.stories
});

/**
 * The view of an address over a dossier; never throws. With `story` what its step shows holds wherever the
 * address says nothing else, and an empty value takes off what the step has (`event=`); without `step` the
 * first is meant. An unknown story or step is left out with a note, and so is an unknown id.
 * @param query with or without `?`
 */
export function readView(
	query: string,
	{ ids, stories }: Nameable
): { view: View; notes: ViewNote[] } {
	const { view, notes } = withStory(query.replace(/^\?/, ''), stories);
	const known = withKnownIds(view, ids);
	return { view: known.view, notes: [...notes, ...known.notes] };
}

function withStory(query: string, stories: readonly Story[]): ReturnType<typeof readKeys> {
	const keys = new URLSearchParams(query);
	const asked = keys.get('story');
	if (query.length > MAX_QUERY_LENGTH || !asked) return parseView(query);
	const askedStep = keys.get('step') ?? undefined;
	keys.delete('story');
	keys.delete('step');
	const story = stories.find(({ id }) => id === asked);
	if (!story) return plain(keys, `There is no story “${asked.slice(0, 60)}” in this dossier.`);
	const [first] = story.steps;
	// The page has its title alone as yet: what its step shows is known once the rest has come.
	if (!first) {
		const { view, notes } = readKeys(over('', keys));
		return { view: { ...view, story: asked, step: askedStep }, notes };
	}
	const step = askedStep === undefined ? first : story.steps.find(({ id }) => id === askedStep);
	if (!step)
		return plain(keys, `The story “${asked}” has no step “${askedStep?.slice(0, 60)}” any more.`);
	const { view, notes } = readKeys(over(step.view, keys));
	return { view: { ...view, story: asked, step: step.id, base: viewOfStep(step) }, notes };
}

/** What a step shows by itself. */
export function viewOfStep(step: Pick<StoryStep, 'view'>): StepView {
	return parseView(step.view).view;
}

/** Whether the map stands where the step of the view puts it, rather than where a reader moved it. */
export function standsAtStep({ map, base }: View): boolean {
	const at = base?.map;
	return map !== undefined && map.zoom === at?.zoom && map.lat === at.lat && map.lon === at.lon;
}

/** The view without a story: what took a key of its step off takes nothing off any more. */
function plain(keys: URLSearchParams, note: ViewNote): ReturnType<typeof readKeys> {
	const { view, notes } = readKeys(over('', keys));
	return { view, notes: [note, ...notes] };
}

/** A query string's keys with others over them; an empty value takes one off. */
function over(query: string, keys: URLSearchParams): URLSearchParams {
	const result = new URLSearchParams(query);
	for (const [key, value] of keys) {
		if (!isViewKey(key)) result.append(key, value);
		else if (value === '') result.delete(key);
		else result.set(key, value);
	}
	return result;
}
