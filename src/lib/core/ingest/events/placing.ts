import type { PlaceMention } from '../mention';
import { isHistory } from './context';
import type { Kind } from './kinds';
import { coarseness, isMetonym, placedAt, roleOf } from './locate';
import type { Modality } from './modality';
import type { DateOf, PlacesOf, ReadSentence } from './report';
import type { Segment } from './segments';
import { gapOf, inside } from './spans';
import type { Trigger } from './triggers';

/** “the war there” – not “there was a war”. */
const THERE = /(?<!\p{L})there(?!\p{L}| (?:is|are|was|were|has|have|had))/iu;

/** Where what a trigger names took place. */
export function placesFor(
	{
		article: { text, dateline },
		segments,
		places,
		dates,
		sentence: { paragraph, block },
		context
	}: ReadSentence,
	kind: Kind,
	trigger: Trigger,
	modality: Modality,
	segment: Segment,
	date: DateOf
): PlacesOf {
	const weighed = (spans: readonly Segment[]) =>
		spans.flatMap((span) =>
			places
				.filter((place) => inside(place, span))
				.map((place) => {
					const role = roleOf(text, place, span, dates, dateline);
					const sure = placedAt(text, kind, trigger, place, role, modality.definite);
					return { place, role, score: sure - gapOf(trigger, place) / 400, sure };
				})
		);
	const best = (all: ReturnType<typeof weighed>, least: number) => {
		const fit = all.filter(({ sure }) => sure >= least).sort((a, b) => b.score - a.score);
		const [first] = fit;
		if (!first) return undefined;
		const chosen = finest(
			first.place,
			fit.map(({ place }) => place),
			text
		);
		return { places: chosen, near: first.role === 'near' };
	};
	if (/^,? ?where(?!\p{L})/iu.test(text.slice(segment.start, segment.end))) {
		const named = places.filter((place) => place.end <= segment.start).at(-1);
		if (named) return { places: [named], how: 'sentence', near: false };
	}
	const own = best(weighed([segment]), 0.5);
	if (own) return { ...own, how: 'own' };
	const again =
		kind.incident && context.again(text.slice(segment.start, segment.end), trigger.start);
	if (again) return { places: [again], how: 'carried', near: false };
	if (THERE.test(text.slice(segment.start, segment.end))) {
		const before = places.filter((place) => place.end <= trigger.end);
		const [named] = [...before].sort(
			(a, b) => coarseness(a.kind) - coarseness(b.kind) || b.start - a.start
		);
		if (named) return { places: [named], how: 'sentence', near: false };
	}
	if (kind.incident || kind.family === 'meeting') {
		const rest = segments.filter(
			(one) =>
				one !== segment &&
				(one.said === segment.said || kind.incident) &&
				one.link !== 'before' &&
				(kind.id === 'incident' || one.link !== 'after')
		);
		const beside = best(weighed(rest), kind.incident ? 0.85 : 0.95);
		if (beside) return { ...beside, how: 'sentence' };
	}
	if (kind.incident) {
		const cause = best(weighed(segments.filter(({ link }) => link === 'after')), 0.95);
		if (cause) return { ...cause, how: 'sentence' };
	}
	// A town that the sentence names, whatever its part in it, is nearer than one of a sentence before.
	const [only, ...others] = places.filter(
		(place) =>
			place.name !== null &&
			coarseness(place.kind) < 3 &&
			!isMetonym(text, place) &&
			!(dateline && inside(place, dateline))
	);
	if (kind.incident && only && others.length === 0 && block.role === 'body')
		return { places: [only], how: 'sentence', near: false };
	const carried = context.placesFor(kind.family, paragraph);
	if (kind.incident && carried && block.role === 'body' && !isHistory(date, context))
		return { places: carried, how: 'carried', near: false };
	if (kind.incident && kind.id !== 'incident') {
		const line = best(weighed([segment]), 0.3);
		if (line) return { ...line, how: 'dateline' };
	}
	if (kind.incident && context.focus && block.role === 'body' && !isHistory(date, context))
		return { places: [context.focus], how: 'focus', near: false };
	return { places: [], how: 'none', near: false };
}

/**
 * The places meant where a preposition has several: of `Pandi, Bulacan` the finer; of `A and B` both, where
 * they are of one kind and no countries.
 */
function finest(first: PlaceMention, fit: readonly PlaceMention[], text: string): PlaceMention[] {
	let chosen = first;
	for (const other of fit) {
		const between = text.slice(Math.min(first.end, other.end), Math.max(first.start, other.start));
		if (between.length < 25 && /^[\s,]*(?:(?:in|of)\s)?(?:the\s)?(?:\p{L}+\s)?$/iu.test(between))
			if (coarseness(other.kind) < coarseness(chosen.kind)) chosen = other;
	}
	const alike = fit.filter(
		(other) =>
			other !== chosen &&
			coarseness(other.kind) === coarseness(chosen.kind) &&
			coarseness(chosen.kind) < 3 &&
			/^\s*(?:,|and|, and|or|as well as)\s+(?:the\s)?$/iu.test(
				text.slice(Math.min(chosen.end, other.end), Math.max(chosen.start, other.start))
			)
	);
	return [chosen, ...alike].sort((a, b) => a.start - b.start);
}
