import type { CslItem } from '../../lib/core/dossier/schema';
import type { Vocabulary } from '../../lib/core/import/import';

/** Two parts of a file gave one id to two things: only one reader of all rows can tell them apart. */
export class Clash extends Error {
	override readonly name = 'Clash';
}

/**
 * The vocabularies of the parts of a file as one; what several have is taken from the first.
 * @throws Clash
 */
export function joinedVocabulary(parts: readonly Vocabulary[]): Vocabulary {
	const [only] = parts;
	if (only && parts.length === 1) return only;
	return {
		types: joined(
			parts.map(({ types }) => types),
			(type) => type
		),
		actors: joined(
			parts.map(({ actors }) => actors),
			(actor) => actor
		),
		// Its kind and its position are those of the first row that had it: which that is may differ.
		places: joined(
			parts.map(({ places }) => places),
			({ properties: { names, within } }) => ({ names, within })
		),
		sources: newest(parts.flatMap(({ sources }) => sources))
	};
}

function joined<T extends { id: string }>(
	lists: readonly (readonly T[])[],
	of: (one: T) => unknown
): T[] {
	const all = new Map<string, T>();
	for (const one of lists.flat()) {
		const known = all.get(one.id);
		if (!known) all.set(one.id, one);
		else if (JSON.stringify(of(known)) !== JSON.stringify(of(one)))
			throw new Clash(`The id ${one.id} was given to two things.`);
	}
	return [...all.values()];
}

/** Of each source the one that was published last: a data set is as new as its newest row. */
function newest(sources: readonly CslItem[]): CslItem[] {
	const all = new Map<string, CslItem>();
	for (const source of sources) {
		const known = all.get(String(source.id));
		if (!known || dateOf(source) > dateOf(known)) all.set(String(source.id), source);
	}
	return [...all.values()];
}

function dateOf({ issued }: CslItem): string {
	const [parts = []] = issued?.['date-parts'] ?? [];
	return parts.map((part) => String(part).padStart(4, '0')).join('-');
}
