import { fieldIn, withField } from '../draft/fields';
import { isObject, recordIn, type DraftFiles, type JsonObject } from '../draft/files';
import type { Span } from './article';
import type { Candidate, PlaceMention } from './mention';

/** What a reviewer has decided of a draft. */
export type Decision = 'open' | 'accepted' | 'rejected';

/** A name in the article that may stand for several places. */
export interface PlaceAsked extends Span {
	text: string;
	reason: string;
	candidates: Candidate[];
}

/**
 * What is known of a proposed event beside the record that it would become: it stands in the record, under
 * `properties.review`, while the draft is reviewed, and never leaves the review.
 */
export interface Mark {
	decision: Decision;
	/** 0–1. */
	confidence: number;
	reasons: string[];
	asks: string[];
	background: boolean;
	/** The passages in the article's text, in its order. */
	spans: Span[];
	/** What the date was read from. */
	date?: Span & { text: string; reason: string };
	/** What the place was read from. */
	place?: PlaceAsked;
	/** An event of the dossier that this seems to be. */
	same?: { event: string; likeness: number };
	/** Accepted, it is a further claim on that event, not an event of its own. */
	joins: boolean;
	/** Id of the event of the dossier that it was accepted as. */
	as?: string | undefined;
}

/** A proposed event: its record, and its mark. */
export interface Proposal {
	/** Its id among the events of the review. */
	id: string;
	record: JsonObject;
	mark: Mark;
}

const PATH = 'properties.review';
const FILE = 'events.geojson';

/** The proposals among the events, in their order. */
export function proposalsIn(files: DraftFiles): Proposal[] {
	return [...(files[FILE]?.records ?? [])].flatMap(([id, record]) => {
		const mark = fieldIn(record, PATH);
		return isObject(record) && isObject(mark)
			? [{ id, record, mark: mark as unknown as Mark }]
			: [];
	});
}

/** One proposal; undefined where the id is no proposal's. */
export function proposalIn(files: DraftFiles, id: string): Proposal | undefined {
	const record = recordIn(files, FILE, id);
	const mark = fieldIn(record, PATH);
	return isObject(record) && isObject(mark)
		? { id, record, mark: mark as unknown as Mark }
		: undefined;
}

/** A record with another mark; with none, as it goes into the dossier. */
export function marked(record: unknown, mark: Mark | undefined): JsonObject {
	return withField(record, PATH, mark) as JsonObject;
}

/** What of a mentioned place a reviewer may choose otherwise. */
export function askedOf({ start, end, text, reason, candidates }: PlaceMention): PlaceAsked {
	return { start, end, text, reason, candidates };
}
