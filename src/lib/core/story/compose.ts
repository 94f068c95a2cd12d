import { stringifyView } from '../view/codec';
import type { View } from '../view/view';
import type { Story, StoryStep } from './schema';

/**
 * A view as a step of a story, as it goes into story.json. What is the reader's or an embed's, and a story that
 * the view is in, are no part of it.
 * @param taken ids of the steps that there are: the new one's is another
 */
export function stepOf(
	view: View,
	{ heading, text = [] }: Partial<Pick<StoryStep, 'heading' | 'text'>>,
	taken: readonly string[] = []
): StoryStep {
	const title = heading?.trim() || 'Untitled step';
	const bare: View = {
		...view,
		...{ story: undefined, step: undefined, base: undefined },
		...{ theme: undefined, ui: undefined, rev: undefined, others: [] }
	};
	return { id: idFrom(title, taken), heading: title, view: stringifyView(bare), text };
}

/** A story with a step more: after another, else at its end. */
export function withStep(story: Story, step: StoryStep, after?: string): Story {
	const at = story.steps.findIndex(({ id }) => id === after);
	const before = at < 0 ? story.steps.length : at + 1;
	return { ...story, steps: story.steps.toSpliced(before, 0, step) };
}

/** `Troops near Lake Sev` → `troops-near-lake-sev`; of a heading in another script, `step`. */
function idFrom(heading: string, taken: readonly string[]): string {
	const plain = heading
		.normalize('NFKD')
		.toLowerCase()
		.replace(/\p{M}/gu, '')
		.replace(/[^a-z0-9]+/g, '-')
		.slice(0, 60)
		.replace(/^-|-$/g, '');
	const id = plain || 'step';
	let own = id;
	for (let number = 2; taken.includes(own); number++) own = `${id}-${number}`;
	return own;
}
