import { distanceKm } from '../../place/geometry';
import type { PlaceMention } from '../mention';
import { agentOf, type ActorMention } from './actors';
import { coarseness } from './locate';
import type { Report } from './report';
import { inside } from './spans';
import { whenOf } from './when';

/** Kilometres under which two points are one place for an article. */
const SAME_PLACE_KM = 30;

/**
 * How much two reports speak for being of one event, by kind, date, place and who acts; 0: nothing says so; below
 * 0: they cannot be.
 */
export function pairLikeness(
	a: Report,
	b: Report,
	own?: PlaceMention,
	other?: PlaceMention
): number {
	const kinds = kindsAgree(a, b);
	if (kinds === 0) return 0;
	if (a.modality.future !== b.modality.future && !(a.modality.definite || b.modality.definite))
		return -1;
	if (a.history !== b.history && !a.modality.definite && !b.modality.definite) {
		const undated = [a, b].some(({ date }) => date.value === null);
		if (undated && Math.abs(a.order - b.order) > 1) return -1;
	}
	const dates = datesAgree(a, b);
	if (dates < 0) return -1;
	const places = placesAgree(
		own ? [own] : a.where.places,
		other ? [other] : b.where.places,
		a.where.how === 'own' && b.where.how === 'own'
	);
	if (places < 0) return -1;
	const actors = actorsAgree(a, b);
	if (actors < 0) return -1;
	const near = Math.max(0, 3 - Math.abs(a.order - b.order)) / 6;
	return kinds + dates + places + actors + near;
}

const RELATED: readonly (readonly string[])[] = [
	['war', 'clash'],
	['clash', 'shelling'],
	['clash', 'attack'],
	['shelling', 'attack'],
	['talks', 'session'],
	['talks', 'visit'],
	['agreement', 'ceasefire'],
	['flood', 'storm'],
	['flood', 'landslide'],
	['storm', 'landslide'],
	['fire', 'explosion'],
	['explosion', 'attack'],
	['accident', 'explosion'],
	['accident', 'fire'],
	['protest', 'riot'],
	['protest', 'strike'],
	['arrest', 'trial']
];

function kindsAgree(a: Report, b: Report): number {
	if (a.kind.id === 'event' || b.kind.id === 'event')
		return tellsMore(a, b) || tellsMore(b, a) ? 0.4 : 0;
	if (a.kind.id === b.kind.id) return 1;
	if (a.kind.id === 'incident' || b.kind.id === 'incident') return harmed(a, b);
	const together = a.sentence.start === b.sentence.start;
	if (together && (follows(a, b) || follows(b, a))) return 0.7;
	if (concludes(a, b) || concludes(b, a)) return 0.8;
	const related = RELATED.some((pair) => pair.includes(a.kind.id) && pair.includes(b.kind.id));
	if (!related) return 0;
	return a.modality.definite || b.modality.definite || together ? 0.6 : 0.25;
}

/** Families of events that people come to harm in. */
const HARMFUL: ReadonlySet<string> = new Set(['armed', 'hazard', 'accident', 'health', 'movement']);

/** How well casualties fit an event: those of its sentence, or of what was told shortly before. */
function harmed(a: Report, b: Report): number {
	const [harm, event] = a.kind.id === 'incident' ? [a, b] : [b, a];
	if (event.kind.id === 'incident') return 1;
	if (!event.kind.incident) return 0;
	if (harm.sentence.start === event.sentence.start) return 0.9;
	const apart = harm.date.how === 'own' && harm.where.how === 'own';
	const near = Math.abs(harm.order - event.order) <= 4 || harm.block.role === 'headline';
	return !apart && near && HARMFUL.has(event.kind.family) ? 0.4 : 0;
}

/**
 * Whether a part of the news that no kind has a word for dates what was told right before without a day of its
 * own: “A ferry capsized, the coast guard said Monday. It left on Saturday and was struck by a wave.”
 */
function tellsMore(more: Report, told: Report): boolean {
	if (more.kind.id !== 'event' || told.kind.id === 'event') return false;
	if (more.sentence.start === told.sentence.start) return told.date.mention === more.date.mention;
	if (!told.kind.incident || told.order > 1 || more.modality.future) return false;
	const later = more.order > told.order && more.order - told.order <= 3;
	return later && ['said', 'none', 'carried'].includes(told.date.how);
}

const CONSEQUENCES = new Set([
	'evacuation',
	'rescue',
	'closure',
	'collapse',
	'troop-movement',
	'prisoners'
]);

/** What one part of a sentence tells is what came of what another tells: homes lost in a war. */
function follows({ kind, date, where }: Report, cause: Report): boolean {
	if (!CONSEQUENCES.has(kind.id)) return false;
	if (kind.id === 'troop-movement' && cause.kind.id !== 'war') return false;
	if (!['armed', 'hazard', 'accident'].includes(cause.kind.family)) return false;
	const apart = date.how === 'own' && cause.date.how === 'own' && date.value !== cause.date.value;
	return (
		!apart &&
		!(where.how === 'own' && cause.where.how === 'own' && where.places[0] !== cause.where.places[0])
	);
}

/** “The two agreed”, said of a meeting that was told right before. */
function concludes({ kind, trigger, date, where, order }: Report, meeting: Report): boolean {
	return (
		kind.id === 'agreement' &&
		trigger.part === 'verb' &&
		date.how !== 'own' &&
		where.how !== 'own' &&
		meeting.kind.family === 'meeting' &&
		order >= meeting.order &&
		order - meeting.order <= 4
	);
}

function datesAgree(a: Report, b: Report): number {
	const [one, two] = [whenOf(a.date.value), whenOf(b.date.value)];
	if (!one || !two) return 0;
	const weak = [a, b].some(({ date }) => date.how === 'carried' || date.how === 'said');
	if (one.possibleFirst <= two.possibleLast && two.possibleFirst <= one.possibleLast)
		return one.edtf === two.edtf ? 0.6 : 0.3;
	return weak && Math.abs(one.first - two.first) <= 2 ? 0 : -1;
}

function placesAgree(
	a: readonly PlaceMention[],
	b: readonly PlaceMention[],
	firm: boolean
): number {
	if (a.length === 0 || b.length === 0) return 0;
	if (a.some((one) => b.some((other) => samePlace(one, other)))) return 0.6;
	if (a.some((one) => b.some((other) => holds(one, other) || holds(other, one)))) return 0.2;
	return firm ? -1 : -0.2;
}

export function samePlace(a: PlaceMention, b: PlaceMention): boolean {
	if (a.id !== undefined && a.id === b.id) return true;
	if (a.name === null || b.name === null) return a.text === b.text;
	if (a.name === b.name && a.kind === b.kind) return true;
	return (
		a.lat !== null &&
		a.lon !== null &&
		b.lat !== null &&
		b.lon !== null &&
		coarseness(a.kind) === 0 &&
		coarseness(b.kind) === 0 &&
		distanceKm([a.lon, a.lat], [b.lon, b.lat]) < SAME_PLACE_KM
	);
}

/** Whether a coarse place may have a finer one in it, as far as its country tells. */
function holds(outer: PlaceMention, inner: PlaceMention): boolean {
	if (coarseness(outer.kind) <= coarseness(inner.kind)) return false;
	const [a, b] = [outer.candidates[0]?.country, inner.candidates[0]?.country];
	if (outer.kind === 'country') return a !== undefined && a === b;
	return a === undefined || b === undefined || a === b;
}

function actorsAgree(a: Report, b: Report): number {
	const [one, two] = [agents(a), agents(b)];
	const meeting = a.kind.family === 'meeting' && b.kind.family === 'meeting';
	const alone =
		!a.modality.definite && !b.modality.definite && a.sentence.start !== b.sentence.start;
	const placed =
		a.where.places[0] !== undefined && a.where.places[0].name === b.where.places[0]?.name;
	if (one.size === 0 || two.size === 0)
		return meeting && alone && !placed && one.size !== two.size ? -1 : 0;
	if (a.kind.id === 'appeal' && b.kind.id === 'appeal' && apart(addressees(a), addressees(b)))
		return -1;
	const shared = [...one].filter((name) => two.has(name)).length;
	if (shared > 0) return 0.3 * Math.min(2, shared);
	const told = a.kind.incident || a.kind.family === 'pact' || a.kind.id === 'session';
	return told ? 0 : -1;
}

/** Who acts: of what is said or asked its speaker, of a meeting all persons in its part of the sentence. */
function agents(report: Report): Set<string> {
	const { actors, segment, kind } = report;
	const keys = (found: readonly ActorMention[]) =>
		new Set(found.map(({ id, name }) => id ?? surname(name)));
	if (kind.family !== 'word')
		return keys(actors.filter((one) => inside(one, segment) && !one.state));
	const agent = agentOf(report);
	return keys(agent ? [agent] : []);
}

/** Whom something is asked of: who stands right after the verb. */
function addressees({ actors, segment, trigger }: Report): Set<string> {
	const behind = actors.filter((one) => one.start >= trigger.end && one.end <= segment.end);
	return new Set(behind.slice(0, 1).map(({ id, name }) => id ?? surname(name)));
}

function apart(a: ReadonlySet<string>, b: ReadonlySet<string>): boolean {
	return a.size > 0 && b.size > 0 && ![...a].some((one) => b.has(one));
}

function surname(name: string): string {
	return name.split(' ').at(-1) ?? name;
}
