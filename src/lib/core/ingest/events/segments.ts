import type { Span } from '../article';
import type { DateMention } from '../mention';
import type { Speech } from './speech';
import type { Trigger } from './triggers';

/** How a part of a sentence hangs on what stands before it. */
export type Link = 'main' | 'after' | 'before' | 'during' | 'under' | 'relative' | 'if';

/** A part of a sentence that has its own verb, date or place. */
export interface Segment extends Span {
	link: Link;
	/** Who says it; undefined where the article speaks itself, as in the words about the saying. */
	said?: Speech;
}

const JOINTS =
	/(?<![\p{L}-])(?:(?<after>after|following|in the wake of|in response to)|(?<before>before|until|ahead of|prior to|since)|(?<during>during|amid|amidst|when|while|as (?=[\p{L}’' ]{1,30} (?:was|were|is|are)))|(?<under>under|thanks to|despite|because of|due to)|(?<relative>who|whom|whose|where|which|that (?=(?:ended|left|gave|stopped|killed|had|has|have|was|were|is|are|began|started|saw|followed|claimed)(?![\p{L}])))|(?<if>if|unless|whether|in case|in order to|so that))(?![\p{L}-])|(?<main>; |, (?:and|but|while|with) (?=\S)| -- | [—–] )/giu;

/** From a date to what is named by it: `Friday’s deadly `, `November 16 `. */
export const OF_THAT_DAY =
	/^(?:['’]s)?\s+(?:(?!despite|when|as|in|at|on|that|and|by|for|to|with|from)\p{Ll}[\p{L}-]*\s+){0,2}$/u;

/**
 * The parts of a sentence, in its order; together they are all of it.
 * @param dates of the text
 */
export function segmentsOf(
	text: string,
	sentence: Span,
	speech: Speech | undefined,
	dates: readonly DateMention[],
	triggers: readonly Trigger[]
): Segment[] {
	const spans: (Span & { said?: Speech })[] = speech
		? [speech.zone, ...speech.content.map((span) => ({ ...span, said: speech }))].sort(
				(a, b) => a.start - b.start
			)
		: [sentence];
	return spans.flatMap((span) => split(text, span, dates, triggers));
}

function split(
	text: string,
	span: Span & { said?: Speech },
	dates: readonly DateMention[],
	triggers: readonly Trigger[]
): Segment[] {
	const written = text.slice(span.start, span.end);
	const said = span.said ? { said: span.said } : {};
	const found: Segment[] = [];
	let start = span.start;
	let link: Link = 'main';
	const close = (end: number, next: Link) => {
		if (end > start) found.push({ start, end, link, ...said });
		start = end;
		link = next;
	};
	for (const match of written.matchAll(JOINTS)) {
		const at = span.start + match.index;
		const behind = at + match[0].length;
		const date = dates.find(
			(one) =>
				one.end > at &&
				/^\s*(?:the )?(?:dawn|noon|midnight|sunrise|sunset|daybreak)?\s*$/iu.test(
					text.slice(behind, Math.max(behind, one.start))
				)
		);
		// “after Friday” joins nothing; “after Friday’s clashes” does.
		const named =
			date &&
			triggers.some(
				(one) => one.start >= date.end && OF_THAT_DAY.test(text.slice(date.end, one.start))
			);
		if (date && !named) continue;
		const kind = (Object.entries(match.groups ?? {}).find(([, part]) => part !== undefined)?.[0] ??
			'main') as Link;
		close(at, kind);
		// “, which had…, did”: the aside ends at its comma, and the sentence goes on.
		if (kind === 'relative' && text.charAt(at - 2) === ',') {
			const comma = text.indexOf(', ', behind);
			if (comma > 0 && comma < span.end) close(comma + 2, 'main');
		}
	}
	close(span.end, 'main');
	return found;
}
