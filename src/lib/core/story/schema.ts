import * as v from 'valibot';
import { parseDay } from '../date/day';
import { id, shortText } from '../dossier/schema';
import { MAX_QUERY_LENGTH } from '../view/codec';

/** Most stories of a dossier, steps of a story, paragraphs of a step, and characters of a paragraph. */
export const MAX_STORIES = 20;
export const MAX_STEPS = 30;
export const MAX_PARAGRAPHS = 12;
export const MAX_PARAGRAPH = 3_000;

/** One step, as it stands in story.json (docs/stories.md). */
export const storyStep = v.object({
	id,
	heading: shortText,
	/** The query string of a view, without the keys that a step has no say in; see `NOT_A_STEPS`. */
	view: v.optional(v.pipe(v.string(), v.maxLength(MAX_QUERY_LENGTH)), ''),
	text: v.optional(
		v.pipe(
			v.array(v.pipe(v.string(), v.nonEmpty(), v.maxLength(MAX_PARAGRAPH))),
			v.maxLength(MAX_PARAGRAPHS)
		),
		[]
	)
});

/** What stands about the steps. */
export const storyHead = v.object({
	id,
	title: shortText,
	summary: v.optional(shortText),
	author: v.optional(shortText),
	updated: v.optional(
		v.pipe(
			v.string(),
			v.check((value) => parseDay(value) !== undefined)
		)
	)
});

export const storyFile = v.object({
	dateline: v.literal(1),
	stories: v.pipe(
		v.array(
			v.object({
				...storyHead.entries,
				steps: v.pipe(v.array(storyStep), v.minLength(1), v.maxLength(MAX_STEPS))
			})
		),
		v.maxLength(MAX_STORIES)
	)
});

export type StoryStep = v.InferOutput<typeof storyStep>;
export type StoryHead = v.InferOutput<typeof storyHead>;

/** A story as the product works with it: its views are sound, its ids its own. */
export interface Story extends StoryHead {
	/** At least one; empty where a page was sent no more than that there is the story. */
	steps: StoryStep[];
}
