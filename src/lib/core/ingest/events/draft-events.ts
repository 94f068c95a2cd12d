import type { Dossier } from '../../dossier/dossier';
import type { Precision } from '../../dossier/schema';
import { precisionOfKind } from '../../place/precision';
import type { Article } from '../article';
import type { DraftClaim, EventDraft } from '../draft';
import type { DateMention, PlaceMention, PlacesFound } from '../mention';
import { clustered, type Cluster } from './cluster';
import { whenOf } from './when';
import { claimsOf } from './claims';
import { featuresOf, trustIn } from './confidence';
import { coarseness } from './locate';
import type { DateOf, Report } from './report';
import { reportsOf } from './reports';
import { sameEvent } from './same';
import { inside } from './spans';
import { titleOf } from './words';
import { agentOf } from './actors';
import { asksOf } from './asks';

/** A draft less sure than this is noise to whoever reviews. */
const LEAST_CONFIDENCE = 0.3;
/** Days before publication from which on an event is told as history. */
const HISTORY_DAYS = 60;

/** The events that an article seems to report, in its order. */
export function draftEvents(
	article: Article,
	dates: readonly DateMention[],
	found: PlacesFound,
	dossier?: Dossier
): EventDraft[] {
	const reports = reportsOf(article, dates, found, { actors: dossier?.header.actors ?? [] });
	return clustered(reports)
		.map((cluster) => draftOf(article, cluster, found, dossier))
		.filter(({ confidence }) => confidence >= LEAST_CONFIDENCE)
		.map((draft, i) => {
			const same = dossier && sameEvent(draft, dossier);
			return { ...draft, key: `e${i + 1}`, ...(same && { same }) };
		});
}

function draftOf(
	article: Article,
	cluster: Cluster,
	found: PlacesFound,
	dossier: Dossier | undefined
): EventDraft {
	const told = cluster.reports.filter(({ denial }) => !denial);
	const lead = told.reduce((a, b) => (weight(b) > weight(a) ? b : a));
	const date = dateOf(told);
	const { place, near } = placeOf(cluster, told);
	const features = featuresOf(cluster, place?.name != null);
	const trust = trustIn(features);
	const beside = told.flatMap(({ actors, segment }) =>
		actors.filter((one) => inside(one, segment))
	);
	const mentioned =
		beside.some(({ state }) => !state) || lead.kind.incident
			? beside
			: told.flatMap(({ actors }) => actors);
	const ids = [...new Set(mentioned.flatMap(({ id }) => (id === undefined ? [] : [id])))];
	const agent = agentOf(lead);
	const named =
		lead.kind.family === 'word' ? (agent ? [agent] : []) : mentioned.filter(({ state }) => !state);
	const names = [...new Set(named.map(({ short }) => short))];
	const title = titleOf(lead.kind, place, near, names);
	const claims: DraftClaim[] = claimsOf(article, cluster, title, date.value, dossier);
	const future = told.every(({ modality }) => modality.future);
	return {
		key: '',
		title,
		type: lead.kind.id,
		when: date.value,
		place,
		geometry:
			place?.lat != null && place.lon !== null
				? { type: 'Point', coordinates: [place.lon, place.lat] }
				: null,
		precision: precisionOf(place, near),
		concerns: place && lead.kind.incident ? [] : concernsOf(told, found.places, place),
		actors: ids,
		status: claims.every(({ stance }) => stance === 'denies')
			? 'denied'
			: future
				? 'planned'
				: 'reported',
		claims,
		confidence: trust.confidence,
		features: [...features],
		reasons: [
			...(date.mention ? [date.mention.reason] : []),
			...(place ? [place.reason] : []),
			...trust.reasons
		].filter(Boolean),
		background: isBackground(article, told, date.value),
		from: { ...(date.mention && { date: date.mention }), ...(place && { place }) },
		asks: asksOf(article.text, told, place)
	};
}

const MOST_CONCERNS = 4;

/** The dossier's places, no countries, that the sentences about something said or agreed name. */
function concernsOf(
	reports: readonly Report[],
	places: readonly PlaceMention[],
	own: PlaceMention | null
): PlaceMention[] {
	const named = new Map<string, PlaceMention>();
	for (const place of places) {
		if (place.id === undefined || place.id === own?.id || place.metonym || place.kind === 'country')
			continue;
		if (reports.some(({ sentence }) => inside(place, sentence)) && !named.has(place.id))
			named.set(place.id, place);
	}
	return [...named.values()].slice(0, MOST_CONCERNS);
}

function weight({ trigger, date, where, kind }: Report): number {
	return (
		(trigger.part === 'verb' ? 1 : 0.5) +
		(date.how === 'own' ? 1 : 0) +
		(where.how === 'own' ? 1 : 0) -
		(kind.id === 'incident' ? 2 : kind.id === 'event' ? 3 : 0)
	);
}

const SURENESS: Record<DateOf['how'], number> = {
	own: 4,
	sentence: 3,
	said: 2,
	carried: 1,
	none: 0
};

/** The date that the article's words support best: one beside the event before others, a day before a month. */
function dateOf(reports: readonly Report[]): DateOf {
	const span = ({ value }: DateOf) => {
		const when = whenOf(value);
		return when ? when.last - when.first : Infinity;
	};
	return reports
		.map(({ date }) => date)
		.reduce((a, b) => {
			if (SURENESS[a.how] === 0 || SURENESS[b.how] === 0)
				return SURENESS[b.how] > SURENESS[a.how] ? b : a;
			const finer = span(b) < span(a);
			if (SURENESS[b.how] > SURENESS[a.how]) return span(b) <= 31 || finer ? b : a;
			return SURENESS[b.how] === SURENESS[a.how] && finer ? b : a;
		});
}

const PLACE_SURENESS: Record<Report['where']['how'], number> = {
	own: 4,
	sentence: 3,
	carried: 2,
	focus: 1.5,
	dateline: 1,
	none: 0
};

function placeOf(
	cluster: Cluster,
	reports: readonly Report[]
): { place: PlaceMention | null; near: boolean } {
	if (cluster.place) return { place: cluster.place, near: false };
	const placed = reports
		.filter(({ where }) => where.places.length > 0)
		.sort((a, b) => placeWeight(b) - placeWeight(a) || coarse(a) - coarse(b));
	const [best] = placed;
	// Of a province and a town in it the town.
	const finer = placed.find(
		(one) =>
			best &&
			PLACE_SURENESS[one.where.how] >= 3 &&
			coarse(one) < coarse(best) &&
			coarse(best) >= 2 &&
			sameCountry(one, best)
	);
	const chosen = finer ?? best;
	return { place: chosen?.where.places[0] ?? null, near: chosen?.where.near ?? false };
}

function coarse({ where }: Report): number {
	return coarseness(where.places[0]?.kind ?? null);
}

function sameCountry(a: Report, b: Report): boolean {
	const [one, two] = [a, b].map(({ where }) => where.places[0]?.candidates[0]?.country);
	return one !== undefined && one === two;
}

/** A place that stands in the words that also date the event goes before others. */
function placeWeight({ where, date }: Report): number {
	return PLACE_SURENESS[where.how] + (date.how === 'own' ? 1.5 : 0);
}

function precisionOf(place: PlaceMention | null, near: boolean): Precision {
	if (!place || place.name === null) return 'unknown';
	if (near) return 'near';
	if (place.kind === 'city' || place.kind === 'town' || place.kind === 'village') return 'exact';
	return precisionOfKind(place.kind ?? '');
}

function isBackground(
	{ published }: Article,
	reports: readonly Report[],
	value: string | null
): boolean {
	if (reports.every(({ block }) => block.role === 'caption')) return true;
	const day = whenOf(published ?? null);
	const when = whenOf(value);
	return Boolean(day && when && when.last < day.first - HISTORY_DAYS);
}
