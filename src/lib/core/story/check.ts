import type { Dossier } from '../dossier/dossier';
import { hasMarkup } from '../dossier/markup';
import { shown, type Note } from '../dossier/note';
import { untaken } from '../dossier/id';
import { salvage } from '../dossier/salvage';
import { isViewKey, parseView, stringifyView } from '../view/codec';
import { idsOf, withKnownIds, type DossierIds } from '../view/known-ids';
import * as v from 'valibot';
import {
	MAX_PARAGRAPHS,
	MAX_STEPS,
	MAX_STORIES,
	storyHead,
	storyStep,
	type Story,
	type StoryStep
} from './schema';
import { brokenForms, parseParagraph } from './text';

export const STORY_FILE = 'story.json';

/** Keys of a view that no step has: those of the reader, of an embed, and of a story itself. */
export const NOT_A_STEPS: readonly string[] = ['story', 'step', 'theme', 'ui', 'rev'];

const file = v.object({ dateline: v.literal(1), stories: v.optional(v.array(v.unknown()), []) });

/**
 * Reads story.json leniently: what is sound of each story, step and view, and a note for each fault. A
 * story of which no step is left is left out; ids that two share are made different. Never throws.
 * @param value the parsed file; undefined where there is none
 * @param dossier whose events, sources and places the stories may name
 */
export function readStories(
	value: unknown,
	dossier: Pick<Dossier, 'header' | 'events' | 'sources' | 'places'>,
	notes: Note[]
): Story[] {
	if (value === undefined) return [];
	const sound = salvage(file, value, { file: STORY_FILE }, notes);
	if (!sound) return [];
	const ids = idsOf(dossier as Dossier);
	const taken = new Set<string>();
	const items = capped(sound.stories, MAX_STORIES, { field: 'stories', thing: 'stories' }, notes);
	return items.flatMap((item, i): Story[] => {
		const story = readStory(item, nameOf(item, i), ids, notes);
		return story ? [{ ...story, id: ownId(story.id, taken, story.id, notes) }] : [];
	});
}

function readStory(
	item: unknown,
	feature: string,
	ids: DossierIds,
	notes: Note[]
): Story | undefined {
	const head = salvage(storyHead, item, { file: STORY_FILE, feature }, notes);
	if (!head) return undefined;
	const found = (item as { steps?: unknown }).steps;
	const steps = Array.isArray(found)
		? capped(found, MAX_STEPS, { feature, field: 'steps', thing: 'steps' }, notes)
		: [];
	const taken = new Set<string>();
	const read = steps.flatMap((step: unknown, i): StoryStep[] => {
		const name = `${feature} · ${nameOf(step, i)}`;
		const sound = readStep(step, name, ids, notes);
		return sound ? [{ ...sound, id: ownId(sound.id, taken, name, notes) }] : [];
	});
	for (const [field, text] of [
		['title', head.title],
		['summary', head.summary]
	] as const)
		noteMarkup(text, feature, field, notes);
	if (read.length > 0) return { ...head, steps: read };
	notes.push({
		file: STORY_FILE,
		feature,
		field: 'steps',
		expected: 'a list of steps, each with an id and a heading',
		found: steps.length > 0 ? 'none that is sound' : shown(found),
		mend: 'Give it a step; a story without one was left out.'
	});
	return undefined;
}

function readStep(
	item: unknown,
	feature: string,
	ids: DossierIds,
	notes: Note[]
): StoryStep | undefined {
	const found = (item as { text?: unknown } | null)?.text;
	const text = Array.isArray(found)
		? capped(found, MAX_PARAGRAPHS, { feature, field: 'text', thing: 'paragraphs' }, notes)
		: found;
	const cut = typeof item === 'object' && item !== null ? { ...item, text } : item;
	const step = salvage(storyStep, cut, { file: STORY_FILE, feature }, notes);
	if (!step) return undefined;
	noteMarkup(step.heading, feature, 'heading', notes);
	step.text.forEach((paragraph, i) => checkParagraph(paragraph, feature, `text[${i}]`, ids, notes));
	return { ...step, view: soundView(step.view, feature, 'view', ids, notes) };
}

/** A query string of a view with what is sound in it, as it is written now. */
function soundView(
	query: string,
	feature: string,
	field: string,
	ids: DossierIds,
	notes: Note[]
): string {
	const { keys, refused } = ownKeys(query);
	const read = parseView(keys);
	const known = withKnownIds(read.view, ids);
	const foreign = [...refused, ...read.view.others.map(([key]) => key)];
	const faults = [
		...foreign.map((key) => `“${key.slice(0, 60)}” is no key of a step’s view.`),
		...read.notes,
		...known.notes
	];
	for (const fault of faults)
		notes.push({
			file: STORY_FILE,
			feature,
			field,
			expected: 'keys of a view, as the viewer’s address has them',
			found: `${shown(query)}: ${fault}`,
			mend: 'Open the viewer at what it should show and copy what follows the “?” in its address.'
		});
	return stringifyView({ ...known.view, others: [] });
}

function checkParagraph(
	text: string,
	feature: string,
	field: string,
	ids: DossierIds,
	notes: Note[]
): void {
	const note = (expected: string, found: string, mend: string) =>
		notes.push({ file: STORY_FILE, feature, field, expected, found, mend });
	noteMarkup(text, feature, field, notes);
	for (const form of brokenForms(text))
		note(
			'[words](?from=…&event=…), [words](https://…) or [@source-id]',
			shown(form),
			'Correct it; as it stands it is shown as the text that it is.'
		);
	for (const part of parseParagraph(text)) {
		if (part.kind === 'view') {
			// An empty value takes a key off, which a step's view by itself has no use for.
			const given = new URLSearchParams(part.query);
			for (const [key, value] of [...given]) if (value === '' && isViewKey(key)) given.delete(key);
			soundView(given.toString(), feature, field, ids, notes);
		}
		if (part.kind !== 'citation') continue;
		for (const id of part.sources)
			if (!ids.sources.has(id))
				note(
					'the id of a source in sources.json',
					shown(id),
					'Add it to sources.json, or correct the id; until then nothing is cited here.'
				);
	}
}

function ownKeys(query: string): { keys: string; refused: string[] } {
	const keys = new URLSearchParams(query);
	const refused = [...new Set(keys.keys())].filter((key) => NOT_A_STEPS.includes(key));
	for (const key of refused) keys.delete(key);
	return { keys: keys.toString(), refused };
}

function noteMarkup(text: string | undefined, feature: string, field: string, notes: Note[]): void {
	if (text === undefined || !hasMarkup(text)) return;
	notes.push({
		file: STORY_FILE,
		feature,
		field,
		expected: 'plain text',
		found: shown(text),
		mend: 'Write it without HTML; as it stands, the tags are shown as text.'
	});
}

function capped<T>(
	items: T[],
	most: number,
	{ feature, field, thing }: { feature?: string; field: string; thing: string },
	notes: Note[]
): T[] {
	if (items.length <= most) return items;
	notes.push({
		file: STORY_FILE,
		...(feature !== undefined && { feature }),
		field,
		expected: `at most ${most} ${thing}`,
		found: `${items.length}`,
		mend: `The first ${most} are shown; tell the rest elsewhere.`
	});
	return items.slice(0, most);
}

/** The id, or one made of it where another has it already. */
function ownId(id: string, taken: Set<string>, feature: string, notes: Note[]): string {
	const own = untaken(id, (other) => taken.has(other));
	taken.add(own);
	if (own !== id)
		notes.push({
			file: STORY_FILE,
			feature,
			field: 'id',
			expected: 'an id that no other has',
			found: `${shown(id)} a second time`,
			mend: `Give the second one an id of its own, which its links then keep; until then it is shown as ${own}.`
		});
	return own;
}

function nameOf(item: unknown, index: number): string {
	const id = (item as { id?: unknown } | null)?.id;
	return typeof id === 'string' && id ? id.slice(0, 120) : `no. ${index + 1}`;
}
