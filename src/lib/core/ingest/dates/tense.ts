import {
	AHEAD,
	AUXILIARIES,
	COMING,
	DETERMINERS,
	MODALS,
	SCHEDULES,
	isAdverb,
	isPastAuxiliary,
	isPastForm
} from './verbs';

/**
 * How the clause around a passage speaks of it: as over, as to come, as under way or set (`opens on Monday`);
 * `none` where no verb says so.
 */
export type Tense = 'past' | 'future' | 'present' | 'none';

/** Beyond this many words no verb is looked for. */
const REACH = 40;
const WORD = /[\p{L}\p{M}\d][\p{L}\p{M}\d-]*|['’](?:s|ll|re|ve|d)\b|[;:—!?“”"«»()]|\s–\s|,/gu;
const EDGE = /^(?:[;:—!?“”"«»()]|\s–\s)$/;
/** What begins a clause of its own. */
const OPENER =
	/^(?:that|which|who|whom|when|where|while|whereas|because|although|though|if|but|and|or|as|so)$/;

/**
 * The tense of the clause in which a passage stands, by the nearest verb: before it, else behind it.
 * @param start, end of the passage in the sentence
 */
export function tenseAt(sentence: string, start: number, end: number): Tense {
	const before = wordsOf(sentence.slice(Math.max(0, start - 400), start), 'end');
	const after = wordsOf(sentence.slice(end, end + 400), 'start');
	if (
		/\b(?:ahead of|eve of|run-up to|upcoming|forthcoming|coming)(?:\s+the)?\s*$/i.test(
			lead(sentence, start)
		)
	)
		return 'future';
	const possessive = /^['’]s?\s/.test(sentence.slice(end, end + 3));
	const tense =
		opensClause(before, possessive) || standsBeforeItsVerb(before, after)
			? (ahead(after) ?? back(before) ?? 'none')
			: (back(before) ?? ahead(after) ?? (isHeadlinePlan(before) ? 'future' : 'none'));
	// `is in hospital after the attack on Thursday`, `a week after the May 2 vote, results are awaited`.
	const isAfter = tense !== 'future' && before.slice(-8).some((word) => AFTER.test(word));
	return isAfter ? 'past' : tense;
}

const AFTER = /^(?:after|following|amid)$/;

/** The text shortly before a place in a sentence. */
export function lead(sentence: string, start: number): string {
	return sentence.slice(Math.max(0, start - 40), start);
}

function wordsOf(text: string, keep: 'start' | 'end'): string[] {
	const words = Array.from(text.replace(/[‘’]/g, "'").matchAll(WORD), ([word]) => word);
	const near = keep === 'end' ? words.slice(-REACH) : words.slice(0, REACH);
	const isName = (word: string) => /^\p{Lu}/u.test(word);
	// A headline may write every word with a capital.
	const tells = near.filter(isName).length <= Math.max(3, near.length * 0.6);
	// A name is no verb: `Ahmed`, `Will`; the first word of a sentence is read as any other.
	return near.map((word, i) =>
		tells && isName(word) && (keep === 'start' || i > 0) ? 'X' : word.toLowerCase()
	);
}

const PREPOSITION = /^(?:on|in|at|by|late|early|the|of|from|since|until|for|during|later|earlier)$/;

/** Whether a clause begins with the passage: `that on Friday`, `said Friday’s vote`. */
function opensClause(before: string[], possessive: boolean): boolean {
	let i = before.length - 1;
	while (i >= 0 && PREPOSITION.test(before[i] ?? '')) i--;
	const word = before[i];
	if (word === undefined || EDGE.test(word)) return true;
	if (OPENER.test(word)) return true;
	return possessive && /^(?:said|says|saying|told|announced|confirmed|X)$/.test(word) && i > 0;
}

/** `Armenia on Thursday accused`: the verb that follows is the subject's. */
function standsBeforeItsVerb(before: string[], after: string[]): boolean {
	const next = after[0] === ',' ? '' : (after[0] ?? '');
	const isVerb = MODALS.has(next) || isPastForm(next) || /^(?:is|are|has|have)$/.test(next);
	if (!isVerb) return false;
	const subject = before.filter((word) => !PREPOSITION.test(word)).at(-1) ?? '';
	// `a deal signed on Thursday was`: the passage belongs to what stands before it.
	return !isPastForm(subject) && !COMING.has(subject);
}

/** The nearest verb before the passage. */
function back(words: string[]): Tense | undefined {
	for (let i = words.length - 1; i >= 0; i--) {
		const word = words[i] ?? '';
		if (EDGE.test(word)) return undefined;
		const tense = verbAt(words, i);
		if (tense !== undefined) return tense;
	}
	return undefined;
}

/** The first verb behind the passage. */
function ahead(words: string[]): Tense | undefined {
	for (let i = 0; i < words.length; i++) {
		const word = words[i] ?? '';
		if (EDGE.test(word) && i > 0) return undefined;
		// `On Friday they agreed to meet`: what is dated is the agreement.
		if (isPastForm(word) && !/^(?:was|were)$/.test(word) && !isAdjective(words, i)) return 'past';
		// The whole group speaks, so that `is expected to meet` is read from its end.
		if (!isVerbWord(words, i) || (i === 0 && /^(?:vote|meet|face|open)$/.test(word))) continue;
		let last = i;
		while (last + 1 < words.length && inGroup(words, last + 1)) last++;
		for (let j = last; j >= i; j--) {
			const tense = verbAt(words, j);
			if (tense) return tense;
		}
	}
	return undefined;
}

function isVerbWord(words: string[], i: number): boolean {
	const word = words[i] ?? '';
	return verbAt(words, i) !== undefined || /^(?:is|are)$/.test(word);
}

function inGroup(words: string[], i: number): boolean {
	const word = words[i] ?? '';
	return (
		AUXILIARIES.has(word) ||
		MODALS.has(word) ||
		AHEAD.has(word) ||
		isAdverb(word) ||
		isPastForm(word)
	);
}

/** Under way, not set for a day. */
const SAYING =
	/^(?:say|claim|report|call|accus|warn|urg|demand|ask|deny|tell|blam|insist|consider|investigat|search|liv|work|try|fac)ing$/;

/** What the verb says whose last word is the one at `i`; undefined where that is no verb. */
function verbAt(words: string[], i: number): Tense | undefined {
	const word = words[i] ?? '';
	if (word === 'to') return infinitiveAt(words, i);
	if (MODALS.has(word)) return modalAt(words, i);
	if (COMING.has(word)) return comingAt(words, i);
	if (isPastForm(word)) {
		const group = groupBefore(words, i);
		if (group.words.some((w) => MODALS.has(w) || w === 'to')) return ofGroup(words, group);
		if (group.words.length === 0 && isAdjective(words, i)) return undefined;
		if (/^(?:planned|set)$/.test(word) && /^(?:for|on)$/.test(words[i + 1] ?? ''))
			return group.words.includes('had') ? 'past' : 'future';
		if (group.words.some(isPastAuxiliary)) return 'past';
		// `is held every year`, `are closed on Friday`.
		if (group.words.some((w) => /^(?:is|are|'s|'re)$/.test(w))) return 'none';
		return 'past';
	}
	if (/^(?:is|are|'re|am)$/.test(word)) {
		const next = words.slice(i + 1, i + 3).find((w) => !isAdverb(w)) ?? '';
		return next.endsWith('ing') && !SAYING.test(next) ? 'present' : 'none';
	}
	if (isPastAuxiliary(word) && word !== "'d") return 'past';
	if (/^(?:go|goes|head|heads)$/.test(word) && words.slice(i, i + 4).includes('polls'))
		return 'present';
	if (SCHEDULES.has(word)) {
		const previous = words[i - 1] ?? '';
		// A form that may be an infinitive counts only behind a subject.
		const group = groupBefore(words, i);
		if (group.words.length > 0) return ofGroup(words, group);
		return DETERMINERS.has(previous) ? undefined : 'present';
	}
	return undefined;
}

interface Group {
	/** Place of its first word. */
	at: number;
	words: string[];
}

/** The auxiliaries and adverbs before a verb. */
function groupBefore(words: string[], i: number): Group {
	let at = i;
	while (at > 0) {
		const word = words[at - 1] ?? '';
		if (!AUXILIARIES.has(word) && !MODALS.has(word) && !isAdverb(word)) break;
		at--;
	}
	const group = words.slice(at, i).filter((word) => !isAdverb(word) || word === 'not');
	return { at, words: group };
}

function ofGroup(words: string[], { at, words: group }: Group): Tense | undefined {
	for (let i = at + group.length + 3; i >= at; i--) {
		const word = words[i] ?? '';
		if (!group.includes(word)) continue;
		if (MODALS.has(word)) return modalAt(words, i);
		if (word === 'to') return infinitiveAt(words, i);
	}
	return group.some(isPastAuxiliary) ? 'past' : undefined;
}

/** `will meet`, `could not be reached`, `would have met`. */
function modalAt(words: string[], i: number): Tense | undefined {
	const word = words[i] ?? '';
	const next = words.slice(i + 1, i + 4).filter((w) => !isAdverb(w) || w === 'not');
	if (word !== 'will' && next.includes('have')) return 'past';
	if (word === "couldn't" || (word === 'could' && next[0] === 'not')) return 'past';
	const refused = /^(?:say|comment|confirm|give|reveal|elaborate|discuss|speculate|answer)$/;
	if (/^would(?:n't)?$/.test(word) && next.some((w) => refused.test(w))) return 'past';
	return word === 'can' ? undefined : 'future';
}

/** What somebody may be due to do; `due to rain` is a cause. */
const DUE_TO =
	/^(?:meet|hold|start|begin|take|visit|arrive|travel|attend|speak|open|close|leave|return|appear|be|go|come|give|make|vote|sign|play|face|end|expire|resume|launch|announce|decide|rule|hear|discuss|present|release|stand|fly|join|host|deliver|become|finish|run|address|publish)$/;

/** `expected to meet` lies ahead, `failed to meet` is over, `decision to close` says nothing. */
function infinitiveAt(words: string[], i: number): Tense | undefined {
	let at = i - 1;
	while (at >= 0 && isAdverb(words[at] ?? '')) at--;
	const governor = words[at] ?? '';
	// `to the`, `to X`: no infinitive, but a way: `went to the border`.
	const next = words[i + 1];
	if (next === undefined || DETERMINERS.has(next) || /^(?:X|\d.*)$/.test(next)) return undefined;
	if (governor === 'due' && !DUE_TO.test(next)) return undefined;
	// `asked his supporters to gather`: what is asked for stands further on.
	const asked = words
		.slice(Math.max(0, at - 4), at + 1)
		.some((w) =>
			/^(?:urged|urges|asked|ordered|told|invited|called|calls|wants|wanted|allow|allowed|expects|expected)$/.test(
				w
			)
		);
	if (!AHEAD.has(governor) && !asked) return undefined;
	const group = words.slice(Math.max(0, at - 3), at);
	return group.includes('had') || group.includes("hadn't") ? 'past' : 'future';
}

/** `is due on Friday`, but `had been due`. */
function comingAt(words: string[], i: number): Tense | undefined {
	if (words[i] === 'due' && words[i + 1] === 'to' && !DUE_TO.test(words[i + 2] ?? ''))
		return undefined;
	const group = groupBefore(words, i).words;
	return group.includes('had') || words[i - 1] === 'originally' ? 'past' : 'future';
}

/** `the disputed region`, `newly elected members`: no verb. */
function isAdjective(words: string[], i: number): boolean {
	let at = i - 1;
	while (at >= 0 && isAdverb(words[at] ?? '')) at--;
	const next = words[i + 1] ?? '';
	if (!DETERMINERS.has(words[at] ?? '')) return false;
	// `in an interview and published on Monday`: followed by no noun, it is a verb.
	return /^(?:X|\p{L}{3,})$/u.test(next) && !PREPOSITION.test(next);
}

/** A headline without a verb: `Ministers to meet on Friday`. */
function isHeadlinePlan(words: string[]): boolean {
	const at = words.lastIndexOf('to');
	return (
		at > 0 &&
		at + 1 < words.length &&
		!DETERMINERS.has(words[at + 1] ?? '') &&
		words[at + 1] !== 'X'
	);
}
