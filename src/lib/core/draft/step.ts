import { untaken } from '../dossier/id';
import type { StoryStep } from '../story/schema';
import { parseView, stringifyView } from '../view/codec';
import { idFrom } from './new-record';

/**
 * The query of an address as a step of a story has it, as it is written now. What is the reader's or an
 * embed's, a story that the view is in, and what cannot be read are no part of it.
 */
export function viewOfQuery(query: string): string {
	return stringifyView({
		...parseView(query).view,
		...{ story: undefined, step: undefined, base: undefined },
		...{ theme: undefined, ui: undefined, rev: undefined, others: [] }
	});
}

/**
 * A view as a step of a story, without text, as it goes into story.json.
 * @param query of the view's address
 * @param taken ids of the steps that there are: the new one's is another
 */
export function newStep(query: string, heading: string, taken: readonly unknown[]): StoryStep {
	const title = heading.trim() || 'Untitled step';
	const id = untaken(idFrom(title) || 'step', (other) => taken.includes(other));
	return { id, heading: title, view: viewOfQuery(query), text: [] };
}
