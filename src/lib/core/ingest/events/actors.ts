import type { Actor } from '../../dossier/schema';
import { fold } from '../../view/search';
import type { Span } from '../article';
import type { Report } from './report';
import type { Hint, PersonMention, PlaceMention } from '../mention';

/** Who is named somewhere: an actor of the dossier by id, or a name as written. */
export interface ActorMention extends Span {
	id?: string;
	name: string;
	/** As a title has it: a surname, an abbreviation. */
	short: string;
	/** A country or its forces, named by the country's adjective: `Azerbaijani troops`. */
	state: boolean;
}

/** Finds who is named in a text. */
export interface ActorFinder {
	/** In a stretch of it, in its order. */
	within: (span: Span) => ActorMention[];
	/** The dossier's actor of a country's adjective or name, its state. */
	state: (country: string) => string | undefined;
}

const MINISTRY = /(\p{Lu}\p{L}+)(?:’s|'s)?\s+(foreign|defen[cs]e|interior|health)\s+ministry/giu;
const FORCES =
	/^(?:['’]s)?\s+(?:\p{Ll}+\s+){0,2}(?:troops?|forces?|soldiers?|military|army|servicemen|side|border guards?|guards?|authorities|government|officials?|peace-?keepers|peace-?keeping|navy|police)/u;

/**
 * A finder over one text. An actor is known by each of its names, a person by the surname too, a ministry by
 * its country and field in any order of words; a state by its people's adjective before its forces.
 */
export function actorsIn(
	text: string,
	actors: readonly Actor[],
	persons: readonly PersonMention[],
	countries: readonly PlaceMention[],
	hints: readonly Hint[]
): ActorFinder {
	const found: ActorMention[] = [];
	const add = (mention: ActorMention) => {
		if (!found.some((other) => other.start < mention.end && mention.start < other.end))
			found.push(mention);
	};
	const names = new Map<string, Actor>();
	for (const actor of actors) {
		for (const name of Object.values(actor.names).flat()) {
			names.set(name, actor);
			const surname = name.split(' ').at(-1) ?? '';
			if (actor.kind === 'person' && surname.length > 3 && !names.has(surname))
				names.set(surname, actor);
		}
	}
	const states = stateOf(actors);
	const ministries = new Map(
		actors
			.filter(({ names: own }) => /ministry|department/i.test(own['en']?.join(' ') ?? ''))
			.flatMap((actor) =>
				Object.values(actor.names)
					.flat()
					.map((name): [string, Actor] => [ministryKey(name), actor])
			)
	);
	if (names.size > 0) {
		const longest = [...names.keys()].sort((a, b) => b.length - a.length).slice(0, 2_000);
		const all = new RegExp(
			`(?<![\\p{L}\\p{N}-])(?:${longest.map(escaped).join('|')})(?![\\p{L}\\p{N}])`,
			'gu'
		);
		for (const match of text.matchAll(all)) {
			const actor = names.get(match[0]);
			if (actor?.kind === 'state') continue;
			if (actor)
				add({
					start: match.index,
					end: match.index + match[0].length,
					id: actor.id,
					name: preferred(actor),
					short: shortOf(actor),
					state: false
				});
		}
	}
	for (const match of text.matchAll(MINISTRY)) {
		const actor = ministries.get(ministryKey(match[0]));
		add({
			start: match.index,
			end: match.index + match[0].length,
			...(actor && { id: actor.id }),
			name: actor ? preferred(actor) : match[0],
			short: actor ? shortOf(actor) : match[0],
			state: false
		});
	}
	for (const person of persons)
		add({
			start: person.start,
			end: person.end,
			name: person.text,
			short: person.text.split(' ').at(-1) ?? person.text,
			state: false
		});
	for (const hint of hints) {
		const id = states.get(hint.country);
		if (FORCES.test(text.slice(hint.end, hint.end + 60)))
			add({
				start: hint.start,
				end: hint.end,
				...(id && { id }),
				name: hint.text,
				short: hint.text,
				state: true
			});
	}
	for (const [country, id] of states) {
		const actor = actors.find((one) => one.id === id);
		if (!actor) continue;
		void country;
		const own = (actor.names['en'] ?? []).map(escaped).join('|');
		if (!own) continue;
		for (const match of text.matchAll(new RegExp(`(?<![\\p{L}-])(?:${own})(?![\\p{L}-])`, 'gu')))
			add({
				start: match.index,
				end: match.index + match[0].length,
				id,
				name: preferred(actor),
				short: preferred(actor),
				state: true
			});
	}
	for (const country of countries)
		add({
			start: country.start,
			end: country.end,
			name: country.name ?? country.text,
			short: country.name ?? country.text,
			state: true
		});
	found.sort((a, b) => a.start - b.start);
	return {
		within: ({ start, end }) => found.filter((one) => one.start >= start && one.end <= end),
		state: (country) => states.get(country)
	};
}

/** Who says or asks: whoever stands last before the verb in its part of the sentence, else who speaks in all of it. */
export function agentOf({
	actors,
	segment,
	trigger,
	speech
}: Pick<Report, 'actors' | 'segment' | 'trigger' | 'speech'>): ActorMention | undefined {
	const between = (start: number, end: number) =>
		actors.filter((one) => one.start >= start && one.end <= end).sort((a, b) => a.start - b.start);
	const subject = between(segment.start, trigger.start).at(-1);
	return subject ?? (speech && between(speech.speaker.start, speech.speaker.end).at(-1));
}

/** The states among the actors, by ISO 3166-1 alpha-2 code. */
function stateOf(actors: readonly Actor[]): Map<string, string> {
	const english = new Intl.DisplayNames('en', { type: 'region', fallback: 'none' });
	const codes = new Map<string, string>();
	for (let a = 65; a <= 90; a++)
		for (let b = 65; b <= 90; b++) {
			const code = String.fromCharCode(a, b);
			const name = english.of(code);
			if (name) codes.set(fold(name), code);
		}
	const states = new Map<string, string>();
	for (const actor of actors) {
		if (actor.kind !== 'state') continue;
		const code = (actor.names['en'] ?? []).map((name) => codes.get(fold(name))).find(Boolean);
		if (code) states.set(code, actor.id);
	}
	return states;
}

/** `Ministry of Defence of Armenia`, `Armenian Defense Ministry` → one key: `armen defe`. */
function ministryKey(name: string): string {
	return fold(name)
		.replace(/['’]s\b/g, '')
		.split(/[^\p{L}]+/u)
		.filter((word) => word && !/^(?:of|the|ministry|affairs|state|and)$/.test(word))
		.map((word) => word.slice(0, word.startsWith('def') ? 4 : 5))
		.sort()
		.join(' ');
}

/** A person's surname, of a body its shortest English name. */
function shortOf(actor: Actor): string {
	if (actor.kind === 'person') return preferred(actor).split(' ').at(-1) ?? actor.id;
	const names = actor.names['en'] ?? Object.values(actor.names)[0] ?? [];
	return [...names].sort((a, b) => a.length - b.length)[0] ?? actor.id;
}

function preferred(actor: Actor): string {
	return (actor.names['en'] ?? Object.values(actor.names)[0])?.[0] ?? actor.id;
}

function escaped(text: string): string {
	return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}
