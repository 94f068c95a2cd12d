import type { Day } from '../../src/lib/core/date/day';
import { parseWhen } from '../../src/lib/core/date/when';
import type { Span } from '../../src/lib/core/ingest/article';
import { distanceKm, type LonLat } from '../../src/lib/core/place/geometry';

/** An event that somebody found in an article by reading it. */
export interface GoldEvent {
	title: string;
	type?: string;
	/** EDTF; any of them will do: the event's and what the article's own claims say. */
	whens: string[];
	/** Ids in the dossier's gazetteer; any will do. */
	placeIds: string[];
	/** Any will do; none where it has no place. */
	points: LonLat[];
	/** How far off in kilometres a place may lie. */
	withinKm: number;
	/** Where the article tells of it; empty where that was not marked. */
	passages: Span[];
}

/** What is measured: a draft, or what a baseline makes. */
export interface Drafted {
	title: string;
	type?: string;
	when: string | null;
	placeId?: string;
	point?: LonLat;
	spans: Span[];
	confidence?: number;
	/** What the confidence was worked out from. */
	features?: string[];
}

/** What of an event a draft must have right to be a hit. */
export interface Criteria {
	date: boolean;
	place: boolean;
	passage: boolean;
}

/**
 * Pairs drafts with events one to one, as many as can be (Kuhn's augmenting paths). A date agrees where the
 * two may be the same day; a place by its id or its distance, or where neither has one; a passage where the
 * two share a stretch of the text.
 * @returns of each draft the index of its event
 */
export function pairUp(
	drafts: readonly Drafted[],
	gold: readonly GoldEvent[],
	criteria: Criteria
): Map<number, number> {
	const fits = drafts.map((draft) =>
		gold
			.map((event, j) => ({ event, j }))
			.filter(({ event }) => agrees(draft, event, criteria))
			// One of the same kind first.
			.sort((a, b) => Number(b.event.type === draft.type) - Number(a.event.type === draft.type))
			.map(({ j }) => j)
	);
	const takenBy = new Map<number, number>();
	const place = (i: number, seen: Set<number>): boolean => {
		for (const j of fits[i] ?? []) {
			if (seen.has(j)) continue;
			seen.add(j);
			const other = takenBy.get(j);
			if (other === undefined || place(other, seen)) {
				takenBy.set(j, i);
				return true;
			}
		}
		return false;
	};
	drafts.forEach((_, i) => place(i, new Set()));
	return new Map([...takenBy].map(([j, i]) => [i, j]));
}

export function agrees(draft: Drafted, event: GoldEvent, criteria: Criteria): boolean {
	if (criteria.date && !event.whens.some((when) => datesMeet(draft.when, when))) return false;
	if (criteria.place && !placesMeet(draft, event)) return false;
	return (
		!criteria.passage ||
		event.passages.some((a) => draft.spans.some((b) => a.start < b.end && b.start < a.end))
	);
}

function datesMeet(a: string | null, b: string): boolean {
	const [one, two] = [bounds(a), bounds(b)];
	return one !== undefined && two !== undefined && one[0] <= two[1] && two[0] <= one[1];
}

function bounds(edtf: string | null): [Day, Day] | undefined {
	const read = edtf === null ? undefined : parseWhen(edtf);
	return read?.ok ? [read.when.possibleFirst, read.when.possibleLast] : undefined;
}

function placesMeet({ placeId, point }: Drafted, event: GoldEvent): boolean {
	if (!point && placeId === undefined)
		return event.points.length === 0 && event.placeIds.length === 0;
	if (placeId !== undefined && event.placeIds.includes(placeId)) return true;
	return event.points.some((one) => point && distanceKm(point, one) <= event.withinKm);
}

/** Precision, recall and F1 in per cent. */
export function ratios(
	hits: number,
	drafted: number,
	gold: number
): { p: number; r: number; f1: number } {
	const p = drafted === 0 ? 0 : (100 * hits) / drafted;
	const r = gold === 0 ? 0 : (100 * hits) / gold;
	return { p, r, f1: p + r === 0 ? 0 : (2 * p * r) / (p + r) };
}

/** How often drafts of a confidence are right: a line a bin. */
export function calibration(all: readonly { confidence: number; hit: boolean }[]): string[] {
	const bins: [number, number][] = [
		[0, 0.5],
		[0.5, 0.7],
		[0.7, 0.85],
		[0.85, 1.01]
	];
	return bins.map(([from, to]) => {
		const inBin = all.filter(({ confidence }) => confidence >= from && confidence < to);
		const right = inBin.filter(({ hit }) => hit).length;
		const share = inBin.length === 0 ? '–' : `${Math.round((100 * right) / inBin.length)} %`;
		return `  ${from.toFixed(2)}–${Math.min(1, to).toFixed(2)}: ${right} of ${inBin.length} right (${share})`;
	});
}
