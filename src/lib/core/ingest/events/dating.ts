import type { Span } from '../article';
import { LEAD, NEAR_PARAGRAPHS } from './context';
import type { Kind } from './kinds';
import type { Modality } from './modality';
import type { DateOf, ReadSentence } from './report';
import { OF_THAT_DAY, type Link, type Segment } from './segments';
import { gapOf, inside } from './spans';
import type { Trigger } from './triggers';

/** The date of what a trigger names. */
export function dateFor(
	{
		article: { text },
		segments,
		triggers,
		speech,
		dates,
		sentence: { paragraph, block, order },
		context
	}: ReadSentence,
	kind: Kind,
	trigger: Trigger,
	modality: Modality,
	segment: Segment
): DateOf {
	const known = dates.filter(
		({ value, end }) => value !== null && !isAnothers(text, end, trigger, triggers)
	);
	const nearest = (spans: readonly Span[]) =>
		known
			.filter((date) => spans.some((span) => inside(date, span)))
			.sort((a, b) => gapOf(trigger, a) - gapOf(trigger, b))[0];
	const own = nearest([segment]);
	if (own) return { value: own.value, mention: own, how: 'own' };
	const here = (links: readonly Link[]) =>
		segments.filter((one) => one.said === segment.said && links.includes(one.link));
	if (
		!['after', 'before', 'if'].includes(segment.link) &&
		!(segment.link === 'relative' && modality.earlier)
	) {
		const beside = nearest(here(['main', 'under', 'during']));
		if (beside) return { value: beside.value, mention: beside, how: 'sentence' };
	}
	if (segment.said) {
		const told = speech && nearest([speech.zone]);
		if (told && !modality.future && segment.link === 'main')
			return { value: about(told.value), mention: told, how: 'said' };
	}
	const aside = ['after', 'before', 'if'].includes(segment.link);
	// A date that cannot be told is still no date of a sentence before.
	if (dates.length > 0 || modality.future || aside || block.role !== 'body')
		return { value: null, how: 'none' };
	// Casualties are those of what was told before.
	if (kind.id === 'incident') return { value: null, how: 'none' };
	if (
		context.past &&
		order - context.pastOrder === 1 &&
		!modality.ongoing &&
		!modality.perfect &&
		kind.incident
	)
		return { value: context.past.value, mention: context.past, how: 'carried' };
	// What somebody says has happened may have happened at any time.
	const untold =
		speech !== undefined &&
		speech.zone.end === speech.zone.start &&
		(kind.incident || kind.family === 'pact') &&
		!modality.ongoing;
	const open = modality.ongoing || modality.perfect || modality.earlier;
	const lead = context.date ? undefined : context.lead;
	const date = context.date ?? lead;
	if (
		date &&
		!untold &&
		(lead ? order <= LEAD : open || paragraph - context.dateParagraph <= NEAR_PARAGRAPHS)
	) {
		const loose = open || lead || segment.said;
		return { value: loose ? about(date.value) : date.value, mention: date, how: 'carried' };
	}
	return { value: null, how: 'none' };
}

/** Whether a date is part of another's name: of `agreed to repeat last month’s elections` the vote's. */
function isAnothers(
	text: string,
	end: number,
	trigger: Trigger,
	triggers: readonly Trigger[]
): boolean {
	const named = triggers.find(
		(one) => one.part === 'noun' && one.start >= end && OF_THAT_DAY.test(text.slice(end, one.start))
	);
	return named !== undefined && named !== trigger;
}

/** `2021-05-13` as `2021-05-13~`: it was told then, and was then or shortly before. */
function about(value: string | null): string | null {
	if (value === null || value.includes('/') || /[~?%X]/.test(value)) return value;
	return `${value}~`;
}
