import { passageLink } from '../cite/passage-link';
import type { Dossier, Source } from '../dossier/dossier';
import { parseView } from '../view/codec';
import type { StoryStep } from './schema';
import { parseParagraph, type Inline } from './text';

/** A stretch of a paragraph as it is shown: a citation by its numbers. */
export type Told = Exclude<Inline, { kind: 'citation' }> | { kind: 'numbers'; numbers: number[] };

/** A source that a text cites. */
export interface CitedSource {
	/** From 1, in the order in which the text first cites them. */
	number: number;
	source: Source;
	/** Addresses of its passages on the events that the text names. */
	passages: string[];
}

export interface ToldSteps {
	/** By step, by paragraph. */
	paragraphs: Told[][][];
	sources: CitedSource[];
}

/** Ids of the events that the views of some steps choose, and those that words of their texts are linked to. */
export function eventsNamed(steps: readonly Pick<StoryStep, 'text' | 'view'>[]): Set<string> {
	const queries = steps.flatMap(({ text, view }) => [
		view,
		...text.flatMap(parseParagraph).flatMap((part) => (part.kind === 'view' ? [part.query] : []))
	]);
	const named = queries.map((query) => parseView(query).view.event);
	return new Set(named.filter((id) => id !== undefined));
}

/**
 * The texts of some steps with their sources numbered once over all of them. What cites no source of the
 * dossier cites nothing.
 */
export function tell(
	steps: readonly Pick<StoryStep, 'text' | 'view'>[],
	dossier: Pick<Dossier, 'sources' | 'events'>
): ToldSteps {
	const known = new Map(dossier.sources.map((source) => [source.id, source]));
	const cited = new Map<string, CitedSource>();
	const named = eventsNamed(steps);
	const numberOf = (id: string): number[] => {
		const source = known.get(id);
		if (!source) return [];
		const found = cited.get(id) ?? { number: cited.size + 1, source, passages: [] };
		cited.set(id, found);
		return [found.number];
	};
	const paragraphs = steps.map(({ text }) =>
		text
			.map((paragraph) =>
				parseParagraph(paragraph).flatMap((part): Told[] => {
					if (part.kind !== 'citation') return [part];
					const numbers = [...new Set(part.sources.flatMap(numberOf))];
					return numbers.length > 0 ? [{ kind: 'numbers', numbers }] : [];
				})
			)
			.map(keptTogether)
	);
	for (const event of dossier.events) {
		if (!named.has(event.id)) continue;
		for (const { source, passage } of event.claims) {
			const found = cited.get(source);
			if (!found?.source.url || !passage) continue;
			const link = passageLink(found.source.url, passage);
			if (!found.passages.includes(link)) found.passages.push(link);
		}
	}
	return { paragraphs, sources: [...cited.values()] };
}

/** A number stays in the line of what it stands behind. */
function keptTogether(parts: Told[]): Told[] {
	return parts.map((part, i) =>
		part.kind === 'text' && parts[i + 1]?.kind === 'numbers'
			? { ...part, text: part.text.replace(/ $/, '\u00a0') }
			: part
	);
}
