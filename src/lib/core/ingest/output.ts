import type { Article, Span } from './article';
import type { EventDraft, Reading } from './draft';
import type { Candidate, PlaceMention } from './mention';

/** A reading, and the file that it was read from where there are several. */
export interface FileReading {
	reading: Reading;
	file?: string;
}

/**
 * The drafts of some readings as GeoJSON (RFC 7946), one Feature each: its geometry a Point, an area or null.
 * Properties follow the dossier format where it has them; `docs/ingest.md` describes the others. Offsets are
 * UTF-16 units of the input, which of a web page is its markup.
 */
export function toFeatureCollection(readings: readonly FileReading[]): object {
	return {
		type: 'FeatureCollection',
		features: readings.flatMap(({ reading, file }) =>
			reading.drafts.map((draft) => ({
				type: 'Feature',
				id: idOf(draft, file),
				geometry: draft.geometry,
				properties: propertiesOf(draft, reading.article, file)
			}))
		)
	};
}

/** What a draft is known by in a collection: its key, behind its file where there are several. */
export function idOf({ key }: EventDraft, file: string | undefined): string {
	return file === undefined ? key : `${file}#${key}`;
}

/** The dates and places that an article names, with their offsets in the input. */
export function toMentions({ reading, file }: FileReading): object {
	const { article, dates, places } = reading;
	return {
		...(file !== undefined && { file }),
		dates: dates.map((date) => ({
			...inputSpan(article, date),
			text: date.text,
			value: date.value
		})),
		places: places.map((place) => ({
			...inputSpan(article, place),
			text: place.text,
			name: place.name,
			lat: place.lat,
			lon: place.lon,
			kind: place.kind,
			candidates: place.candidates
		}))
	};
}

/** A span of the article's text in the input that it was read from. */
export function inputSpan(
	{ inputOffset }: Pick<Article, 'inputOffset'>,
	{ start, end }: Span
): Span {
	if (!inputOffset) return { start, end };
	// The last unit's own place: what follows it may stand behind tags.
	return end > start
		? { start: inputOffset(start), end: inputOffset(end - 1) + 1 }
		: { start: inputOffset(start), end: inputOffset(start) };
}

function propertiesOf(draft: EventDraft, article: Article, file: string | undefined): object {
	const { place } = draft;
	return {
		title: draft.title,
		when: draft.when,
		type: draft.type,
		place: place?.id ?? null,
		placeText: place?.text ?? null,
		resolved: place ? resolvedOf(place) : null,
		precision: draft.precision,
		status: draft.status,
		confidence: draft.confidence,
		background: draft.background,
		concerns: draft.concerns.flatMap(({ id }) => id ?? []),
		concernsNames: draft.concerns.map(({ name, text }) => name ?? text),
		actors: draft.actors,
		claims: draft.claims.map(({ by, stance, text, passage, span, figures, when }) => ({
			by,
			stance,
			text,
			passage,
			offsets: inputSpan(article, span),
			...(figures.length > 0 && { figures }),
			...(when !== undefined && { when })
		})),
		reasons: draft.reasons,
		asks: draft.asks,
		same: draft.same ?? null,
		source: {
			title: article.title ?? null,
			url: article.url ?? null,
			published: article.published ?? null,
			publisher: article.publisher ?? null,
			authors: article.authors
		},
		...(file !== undefined && { file }),
		key: draft.key
	};
}

/** Where a place lies that the dossier does not have; null where it has it, or where nobody knows. */
function resolvedOf({ id, name, candidates }: PlaceMention): object | null {
	if (id !== undefined || name === null) return null;
	const taken: Candidate | undefined =
		candidates.find((candidate) => candidate.name === name) ?? candidates[0];
	if (!taken) return null;
	return { name, lat: taken.lat, lon: taken.lon, source: taken.source };
}
