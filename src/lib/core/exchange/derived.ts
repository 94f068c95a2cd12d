import type { NumberedEvent } from '../cite/number';
import { formatDay, type Day } from '../date/day';
import type { Match } from '../date/match';
import type { DossierEvent, EventClaim } from '../dossier/dossier';
import type { Geometry, Role } from '../dossier/schema';
import type { Status } from '../dossier/status';
import { nameIn } from '../place/names';
import { ringRadiusKm } from '../place/precision';
import { eventAddress, type ExportView } from './view';

/** What a view makes of an event, beside what stands in the dossier; docs/exports.md tells each. */
export interface Derived {
	number: number;
	match: Exclude<Match, 'outside'>;
	/** The first and the last day that it may have had, `YYYY-MM-DD`; null without a bound. */
	earliest: string | null;
	latest: string | null;
	typeLabel: string;
	role: Role;
	status: Status['status'];
	overdue: boolean;
	contested: boolean;
	/** Empty where the sources name no place. */
	placeName: string;
	/** Radius of what the map draws about the place; null where it is not known at all. */
	uncertaintyKm: number | null;
	concernsNames: string[];
	actorNames: string[];
	/** Numbers of the sources that it cites, and their addresses in the same order. */
	sources: readonly number[];
	sourceUrls: string[];
	url: string;
}

/** Names and numbers of a view, looked up once for all its events. */
export interface Deriver {
	event: (item: NumberedEvent) => Derived;
	/** Who makes a claim, by name. */
	speaker: (claim: EventClaim) => string;
	/** The number of the source that a claim cites; undefined where it is missing. */
	citation: (claim: EventClaim) => number | undefined;
}

export function deriver(view: ExportView): Deriver {
	const { dossier, numbering, language } = view;
	const types = new Map(dossier.header.types.map((type) => [type.id, type]));
	const places = new Map(dossier.places.map((place) => [place.id, place]));
	const actors = new Map(dossier.header.actors.map((actor) => [actor.id, actor]));
	const named = (
		things: ReadonlyMap<string, { names: Parameters<typeof nameIn>[0] }>,
		id: string | undefined
	) => {
		const thing = id === undefined ? undefined : things.get(id);
		return thing ? nameIn(thing.names, language).name : (id ?? '');
	};
	return {
		speaker: ({ by }) => named(actors, by),
		citation: ({ source }) => numbering.sourceNumbers.get(source),
		event: ({ number, match, event, sources }) => {
			const { status, overdue, contested } = view.statusOf(event);
			const type = types.get(event.type);
			return {
				number,
				match,
				earliest: dayOrNull(event.when?.possibleFirst),
				latest: dayOrNull(event.when?.possibleLast),
				typeLabel: type?.label ?? event.type,
				role: type?.role ?? 'word',
				status,
				overdue,
				contested,
				placeName: named(places, event.place),
				uncertaintyKm: ringRadiusKm(event.precision, event.radiusKm) ?? null,
				concernsNames: event.concerns.map((id) => named(places, id)),
				actorNames: event.actors.map((id) => named(actors, id)),
				sources,
				sourceUrls: sources.map((at) => numbering.sources[at - 1]?.source.url ?? ''),
				url: eventAddress(view, event.id)
			};
		}
	};
}

/** A claim as one text: `Ministry (denies): no shot was fired [3]`. */
export function claimInWords(claim: EventClaim, derive: Deriver): string {
	const number = derive.citation(claim);
	const source = number === undefined ? '' : ` [${number}]`;
	return `${derive.speaker(claim)} (${claim.stance}): ${claim.text}${source}`;
}

/** Where an event is drawn: nowhere when the sources place it nowhere, whatever the file has. */
export function drawnGeometry({ geometry, precision }: DossierEvent): Geometry | null {
	return precision === 'unknown' ? null : geometry;
}

function dayOrNull(day: Day | undefined): string | null {
	return day !== undefined && Number.isFinite(day) ? formatDay(day) : null;
}
