import type { Span } from '../article';
import type { PlaceMention } from '../mention';
import type { Kind } from './kinds';
import type { Trigger } from './triggers';

/** What a place does in its sentence. */
export type PlaceRole =
	/** Something happens in it, at it, near it. */
	| 'at'
	| 'near'
	/** Where to, where from. */
	| 'to'
	| 'from'
	/** Over it, about it, between it and another. */
	| 'about'
	/** Part of a name or a people's word: `President of Russia`. */
	| 'of'
	/** It acts: `Moscow has responded`. */
	| 'acts'
	/** The article's own dateline. */
	| 'dateline';

const BEFORE =
	/^(?:.*[^\p{L}-])?(in|inside|at|on|across|throughout|within|along|through|over|around|near|outside|off|beside|by|into|onto|toward|towards|to|from|between|against|with|about|for|of|than)\s+((?:[\p{L}\p{N}’'-]+\s+){0,9})$/isu;
/** `the coast of X` is as good as X. */
const PART =
	/(?:sidelines?|margins?|start|site|scene|city|town|village|villages|district|districts|province|state|region|county|municipality|coast|outskirts|suburbs?|north|south|east|west|part|parts|area|areas|island|capital|port|cent(?:re|er)|banks?|shores?|streets?|heart|neighbou?rhood|highlands?|sections?|stretch(?:es)?|slopes?|side|middle|border|territory|km|kilomet(?:re|er)s|miles|republic|enclave|department|canton|commune|constituency|mountains?|jungles?|forests?|desert|provinces|governorate|prefecture|oblast|valley|northern|southern|eastern|western|northeast|northwest|southeast|southwest|north-?east|north-?west|south-?east|south-?west)\s+$/iu;

const ROLES: Record<string, PlaceRole> = {
	near: 'near',
	outside: 'near',
	off: 'near',
	beside: 'near',
	around: 'near',
	to: 'to',
	into: 'to',
	onto: 'to',
	toward: 'to',
	towards: 'to',
	from: 'from',
	between: 'about',
	against: 'about',
	with: 'of',
	about: 'about',
	for: 'about',
	of: 'of',
	by: 'acts',
	than: 'of'
};

/** A verb between a preposition and a place takes the place out of its reach. */
const VERB =
	/(?<!\p{L})(?:is|are|was|were|has|have|had|will|would|said|that|who|which|and [\p{Ll}]+ed)(?!\p{L})/iu;

/** What a place does in its part of a sentence, as its preposition tells. @param dates in order of the text */
export function roleOf(
	text: string,
	place: PlaceMention,
	segment: Span,
	dates: readonly Span[],
	dateline?: Span
): PlaceRole {
	if (dateline && place.start >= dateline.start && place.end <= dateline.end) return 'dateline';
	// A date ends what a preposition before it reaches: “on Thursday accused A”.
	const date = dates.filter(({ end }) => end <= place.start).at(-1);
	const from = Math.max(segment.start, place.start - 120, date?.end ?? 0);
	let before = text.slice(from, place.start);
	for (let guard = 0; guard < 4; guard++) {
		const match = BEFORE.exec(before);
		if (!match) break;
		// The nearest: the beginning is taken as long as it goes.
		const [, preposition = '', between = ''] = match;
		if (VERB.test(between)) break;
		const word = preposition.toLowerCase();
		if (word === 'of') {
			const ahead = before.slice(0, before.length - between.length).replace(/of\s+$/iu, '');
			if (!PART.test(ahead)) return 'of';
			before = ahead;
			continue;
		}
		return ROLES[word] ?? 'at';
	}
	return 'acts';
}

/** A town that stands for a government: `Moscow has responded`, `Baku’s refusal`. */
export function isMetonym(text: string, place: PlaceMention): boolean {
	if (coarseness(place.kind) > 0) return false;
	const before = text.slice(Math.max(0, place.start - 30), place.start);
	const after = text.slice(place.end, place.end + 40);
	if (
		/(?<!\p{L})(?:in|at|near|from|to|of|outside|around|across|through|over|into|between|on)\s+(?:the\s+)?(?:\p{L}+\s+)?$/iu.test(
			before
		)
	)
		return false;
	return /^(?:['’]s\s+(?:\p{L}+\s+)?(?:refusal|request|response|claims?|accusations?|position|offer|proposal|decision|demands?|statement|government|troops|forces)|\s+(?:has|have|had)\s+\p{Ll}+|\s+(?:said|says|accused|denied|rejected|responded|agreed|refused|insists|insisted|wants|demanded|called))(?!\p{L})/iu.test(
		after
	);
}

/** A verb that takes the place where it happens as its object: `struck Nepal`. */
const TAKES_PLACE =
	/(?:hit|struck|shook|rattled|battered|lashed|flooded|inundated|submerged|attacked|shelled|bombed|bombarded|raided|stormed|visit(?:ed|s|ing)?|toured|swept|ripped|killed|through|engulfed|invaded|seized|captured|left|fled|evacuated|slammed|entered|destroyed|levelled|leveled|devastated|wrecked|reached|damaged|lost|cross(?:ed|es|ing)|control of|control over)\s+(?:(?:the|most of|parts of|much of|large parts of|\p{Ll}+)\s+){0,7}$/iu;
/** `X was hit by…` */
const SUFFERS =
	/^\s*(?:(?:was|were|has been|have been|is|are)\s+(?:\p{L}+\s+)?(?:hit|struck|rocked|shaken|battered|lashed|flooded|inundated|submerged|shelled|attacked|bombed|evacuated|paralysed|paralyzed|devastated)|suffered|came under|saw|faces|faced)/iu;
const PLACE_OF =
	/(?<!\p{L})(?:village|town|city|hamlet|district|province|residents|people|villagers) (?:of|in) (?:the (?:city|town|village) of )?$/iu;
/** `the Haiti earthquake` */
const COMPOUND = /^(?:['’]s)?\s+(?:[\p{L}\p{N}-]+\s+){0,2}$/u;

/**
 * Whether an event that a trigger names happens at a place, as far as the words between them tell.
 * @param definite it was told already, and what stands further off is not about it
 * @returns how sure: 0 not at all, 1 as sure as words make it
 */
export function placedAt(
	text: string,
	kind: Kind,
	trigger: Trigger,
	place: PlaceMention,
	role: PlaceRole,
	definite: boolean
): number {
	// What is said, asked or agreed is placed only where its own words end in a place, and no country.
	if (!kind.incident && kind.family !== 'meeting' && kind.family !== 'poll') {
		const held = place.start >= trigger.end && HELD.test(text.slice(trigger.end, place.start));
		return role === 'at' && held && place.kind !== 'country' ? 0.8 : 0;
	}
	if (role === 'at' || role === 'near')
		return definite && !HELD.test(text.slice(trigger.end, place.start)) ? 0.3 : 1;
	if (kind.id === 'handover') return coarseness(place.kind) < 4 && role !== 'of' ? 0.9 : 0;
	if (role === 'dateline') return 0.35;
	const before =
		text
			.slice(Math.max(0, place.start - 60), place.start)
			.split('\n')
			.at(-1) ?? '';
	if (kind.incident && TAKES_PLACE.test(before)) return 0.95;
	// “send delegations to X for talks”
	const sent =
		role === 'to' && /^\s+for\s+(?:\p{L}+\s+){0,3}$/iu.test(text.slice(place.end, trigger.start));
	if (kind.family === 'meeting' && sent) return 0.95;
	if (kind.id === 'visit' && (role === 'to' || TAKES_PLACE.test(before))) return 1;
	if (role === 'to')
		return ['movement', 'relief', 'crowd'].includes(kind.family) || kind.id === 'handover'
			? 0.6
			: 0.2;
	if (role === 'from') return kind.id === 'withdrawal' || kind.id === 'evacuation' ? 0.9 : 0.2;
	// “The village of X lost its school.”
	if (kind.incident && place.end <= trigger.start && PLACE_OF.test(before)) return 0.8;
	if (kind.incident && SUFFERS.test(text.slice(place.end, place.end + 50))) return 0.9;
	if (
		kind.incident &&
		trigger.part === 'noun' &&
		place.end <= trigger.start &&
		COMPOUND.test(text.slice(place.end, trigger.start))
	)
		return 0.85;
	if (role === 'about') return kind.family === 'armed' ? 0.5 : 0.1;
	return 0;
}

/** From `the talks` straight to where they are held. */
const HELD =
	/^\s*(?:(?:reporters|journalists|lawmakers|parliament|residents|supporters|a (?:press|news) conference|a rally|a crowd)\s+)?(?:(?:that\s+)?(?:\p{L}+\s+){0,3}(?:signed|agreed|accepted|reached|brokered|announced|negotiated)|held|scheduled|planned|due|set|that took place|taking place)?\s*(?:in|at|on|near|outside)\s[^.;,]{0,60}$/iu;

/** From the finest to the coarsest, for choosing between a town and its country. */
const COARSENESS: Record<string, number> = {
	feature: 0,
	village: 0,
	town: 0,
	city: 0,
	lake: 0,
	mountain: 0,
	border: 1,
	district: 1,
	county: 1,
	island: 1,
	province: 2,
	state: 2,
	region: 3,
	country: 4,
	continent: 5
};

/** How coarse a kind of place is: 0 a point, 5 a continent. */
export function coarseness(kind: string | null): number {
	return COARSENESS[kind ?? ''] ?? 1;
}
