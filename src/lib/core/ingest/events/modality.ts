import type { Segment } from './segments';
import type { Trigger } from './triggers';

/** How real what a trigger names is, in its own part of the sentence. */
export interface Modality {
	/** It is yet to come, and somebody says that it will. */
	future: boolean;
	/** It is wished, asked for, feared or ruled out: no event. */
	unreal: boolean;
	/** “the talks”, “this meeting”: told of already. */
	definite: boolean;
	/** “had crossed”: before what the sentence is about. */
	earlier: boolean;
	/** “was pulling back”: it went on when it was told. */
	ongoing: boolean;
	/** “has called”: at some time before it was told. */
	perfect: boolean;
}

const FUTURE =
	/(?<![\p{L}-])(?:will|’ll|'ll|is to|are to|would|(?:is|are|was|were) (?:also |now |still )?(?:expected|scheduled|due|set|planned|slated|about|going) to|expected|scheduled|planned|planning|plans?|intends?|intended|is planned|are planned|next|upcoming|forthcoming)(?![\p{L}-])/iu;
const UNREAL =
	/(?<![\p{L}-])(?:must|should|could|may|might|can|cannot|can’t|ought|if|unless|whether|not|n’t|never|no|without|avoid|prevent\w*|urg\w+|demand\w*|call(?:s|ed|ing)? for|calling on|want(?:s|ed)?|wish\w*|hop(?:e|es|ed|ing)|need(?:s|ed)?|expects?|seek\w*|threat(?:en\w*)?|fear\w*|risk|possib\w+|potential|in order to|prepar\w+|ready to|tried|trying|attempt\w*|help|propos\w+|any|respect|readiness|efforts? to|aimed at|willing\w*|asked|appeal\w*|request\w*|accus\w+ of|issues? (?:should|must))(?![\p{L}-])/iu;

/** “Accidents are frequent here.” */
const COMMON =
	/^\s+(?:is|are|was|were|remains?|remained) (?:\p{L}+ )?(?:common|frequent|rare|usual|prone|possible|likely|expected)(?!\p{L})/iu;

/** What was led, agreed or helped to happen did happen. */
const REAL =
	/(?<![\p{L}-])(?:led|leading|forced|forcing|agreed|began|begun|started|continued?|managed|moved|used|allowed|allowing|ordered)(?!\p{L})/iu;

/** @param segment the part of the sentence that the trigger stands in */
export function modalityOf(text: string, trigger: Trigger, segment: Segment): Modality {
	const before = text.slice(Math.max(segment.start, trigger.start - 60), trigger.start);
	const near = before.split(/[,;:“”"]/u).at(-1) ?? '';
	const wider = text.slice(segment.start, trigger.start);
	const own = text.slice(trigger.start, trigger.end);
	const future =
		FUTURE.test(wider.slice(-120)) ||
		/^(?:(?:to|will|would|due to|expected to|set to) |(?:is|are) (?:to|due|expected|scheduled|planned|set)(?!\p{L}))/iu.test(
			own
		);
	return {
		future,
		// “to hold talks” that nobody says will be held.
		unreal:
			segment.link === 'if' ||
			(!segment.said && /(?<!\p{L})would (?:\p{L}+ )?$/iu.test(near)) ||
			(trigger.part === 'noun' && COMMON.test(text.slice(trigger.end, segment.end))) ||
			UNREAL.test(near) ||
			(!future && /(?<!\p{L})to (?:\p{L}+ )?$/iu.test(near) && !REAL.test(wider.slice(-60))),
		perfect: /(?<!\p{L})(?:has|have|’s|'s|’ve) (?:\p{L}+ ){0,2}$/iu.test(near),
		definite:
			trigger.part === 'noun' &&
			/(?:(?<!\p{L})(?:the|this|that|these|those|their|his|her|its|such|latest)|[’']s|s[’'])\s+(?:[\p{L}\p{N}’'-]+\s+){0,3}$/iu.test(
				near
			),
		earlier:
			/(?<!\p{L})had (?:\p{L}+ ){0,3}$/iu.test(`${near}`) ||
			/(?<!\p{L})earlier(?!\p{L})/iu.test(near),
		ongoing:
			/ing(?!\p{L})|in talks/iu.test(own) &&
			/(?<!\p{L})(?:is|are|was|were|been) (?:\p{L}+ )?$/iu.test(
				/^(?:is|are|was|were) /iu.test(own) ? `${own.split(' ')[0] ?? ''} ` : near
			)
	};
}
