import { applied, putting, type Edit } from '../draft/changes';
import { fieldIn, withField } from '../draft/fields';
import { isObject, recordIn, type DraftFiles, type JsonObject } from '../draft/files';
import { actorsIn, publishersIn, typesIn } from '../draft/listed';
import { newSource, suggestedId } from '../draft/new-record';
import { webAddress } from '../draft/paste';
import { parseDay } from '../date/day';
import { parseWhen } from '../date/when';
import { selfContained } from '../dossier/directions';
import { hasMarkup } from '../dossier/markup';
import type { Article } from './article';
import type { DraftClaim, EventDraft, Reading } from './draft';
import { addingTypes, typeFor } from './kind';
import type { Candidate } from './mention';
import { placeOf } from './place-record';
import { askedOf, marked, type Mark } from './proposal';

/** Where a source keeps the hash of the text that was read. */
export const TEXT_HASH = 'dateline:sha256';

/**
 * The files of a dossier with what an article seems to report: its source, and each draft as the event that it
 * would become, marked as a proposal, with the places and types that it needs. Nobody has decided on any yet.
 * @param hash SHA-256 of the article's text, in hexadecimal digits
 */
export function proposed(files: DraftFiles, reading: Reading, hash: string): DraftFiles {
	const [withSource, source] = addSource(files, reading.article, hash);
	return reading.drafts.reduce((now, draft) => propose(now, draft, reading, source), withSource);
}

/** The source of an article: the one with its address or its text's hash where it is there, else a new one. */
function addSource(files: DraftFiles, article: Article, hash: string): [DraftFiles, string] {
	const known = [...(files['sources.json']?.records ?? [])].find(
		([, record]) =>
			(article.url !== undefined && fieldIn(record, 'URL') === article.url) ||
			hashOf(record) === hash
	);
	if (known) {
		const [id, record] = known;
		if (hashOf(record) !== undefined) return [files, id];
		const custom = fieldIn(record, 'custom');
		const own = { ...(isObject(custom) ? custom : {}), [TEXT_HASH]: hash };
		return [put(files, putting(files, 'sources.json', id, withField(record, 'custom', own))), id];
	}
	const { id, record } = newSource(files, itemOf(article, hash));
	return [put(files, putting(files, 'sources.json', id, record)), id];
}

/** The hash of the text that a source was read from; undefined where none is kept. */
export function hashOf(source: unknown): string | undefined {
	// A name with a colon in it is one step of a path.
	const found = fieldIn(source, `custom.${TEXT_HASH}`);
	return typeof found === 'string' ? found : undefined;
}

function itemOf(article: Article, hash: string): JsonObject {
	const { published, url, language } = article;
	const isDay = published !== undefined && parseDay(published) !== undefined;
	const [title, publisher] = [plain(article.title ?? ''), plain(article.publisher ?? '')];
	const authors = article.authors.map(plain).filter(Boolean);
	return {
		type: 'article-newspaper',
		title: title || `An article${publisher ? ` of ${publisher}` : ''}`,
		...(publisher && { 'container-title': publisher }),
		...(authors.length > 0 && { author: authors.map((literal) => ({ literal })) }),
		...(isDay && { issued: { 'date-parts': [published.split('-').map(Number)] } }),
		...(url !== undefined && webAddress(url) && { URL: url }),
		...(language !== undefined && /^[a-z]{2,3}$/.test(language) && { language }),
		custom: { [TEXT_HASH]: hash }
	};
}

function propose(
	before: DraftFiles,
	draft: EventDraft,
	{ article }: Reading,
	source: string
): DraftFiles {
	let files = before;
	const add = (edits: readonly Edit[]) => (files = applied(files, edits));
	const placed = (candidate: Candidate | undefined, text: string) => {
		if (!candidate) return undefined;
		const { id, edits } = placeOf(files, candidate, text, article.language);
		add(edits);
		return id;
	};
	const isKnown = typesIn(files).some(({ id }) => id === draft.type);
	const type = isKnown ? draft.type : typeFor(draft.type).id;
	if (!isKnown) add(addingTypes(files, [typeFor(draft.type)]));
	const place = draft.place ? placed(taken(draft.place), draft.place.text) : undefined;
	const concerns = draft.concerns.flatMap((about) => placed(taken(about), about.text) ?? []);
	const geometry = draft.geometry ?? (place && pointOf(files, place)) ?? null;
	const known = new Set(actorsIn(files).map(({ id }) => id));
	const record = {
		type: 'Feature',
		id: '',
		geometry,
		properties: {
			title: plain(draft.title) || 'Event',
			when: draft.when !== null && parseWhen(draft.when).ok ? draft.when : null,
			type,
			...(place !== undefined && { place }),
			precision: geometry ? draft.precision : 'unknown',
			...(concerns.length > 0 && { concerns: [...new Set(concerns)] }),
			...(draft.actors.some((id) => known.has(id)) && {
				actors: draft.actors.filter((id) => known.has(id))
			}),
			claims: draft.claims.map((claim) => claimOf(claim, files, article, source))
		}
	};
	const id = suggestedId(files, 'events.geojson', record);
	const own = marked({ ...record, id }, markOf(draft));
	add([putting(files, 'events.geojson', id, own)]);
	return files;
}

/** What a mentioned place was taken for: nothing where that was left open. */
function taken({ lat, lon, id, name, kind, candidates }: NonNullable<EventDraft['place']>) {
	if (name === null || lat === null || lon === null) return undefined;
	const found = candidates.find((one) => one.name === name && one.lat === lat && one.lon === lon);
	const made = { name, lat, lon, kind: kind ?? 'place', source: '', weight: 1 };
	return { ...(found ?? made), ...(id !== undefined && { id }) };
}

function claimOf(claim: DraftClaim, files: DraftFiles, article: Article, source: string): object {
	const actors = actorsIn(files).map(({ id }) => id);
	const figures = claim.figures.flatMap(({ side, ...figure }) =>
		side !== undefined && actors.includes(side) ? [{ ...figure, side }] : []
	);
	const { passage } = claim;
	const isSound = [passage.start, passage.end].every(
		(words) => words && words.length <= 160 && selfContained(words) === words
	);
	return {
		by:
			speakerOf(claim.by, [...actors, ...publishersIn(files)]) ||
			plain(article.publisher ?? '') ||
			'The article',
		stance: claim.stance,
		text: plain(claim.text) || plain(article.title ?? '') || 'Reported.',
		source,
		...(isSound && { passage }),
		...(figures.length > 0 && { figures }),
		...(claim.when !== undefined && parseWhen(claim.when).ok && { when: claim.when })
	};
}

/** A name as written; one in small letters alone would be taken for an actor's id that leads nowhere. */
function speakerOf(by: string, known: readonly string[]): string {
	const name = plain(by);
	if (known.includes(name) || !/^[a-z0-9]+(-[a-z0-9]+)*$/.test(name)) return name;
	return name.charAt(0).toUpperCase() + name.slice(1);
}

function markOf(draft: EventDraft): Mark {
	const { date, place } = draft.from;
	const asked = place ?? draft.place;
	return {
		decision: 'open',
		confidence: draft.confidence,
		reasons: draft.reasons,
		asks: draft.asks,
		background: draft.background,
		spans: draft.claims.map(({ span }) => ({ start: span.start, end: span.end })),
		...(date && {
			date: { start: date.start, end: date.end, text: date.text, reason: date.reason }
		}),
		...(asked && { place: askedOf(asked) }),
		...(draft.same && { same: draft.same }),
		joins: draft.same !== undefined
	};
}

function pointOf(files: DraftFiles, place: string): unknown {
	const geometry = fieldIn(recordIn(files, 'places.geojson', place), 'geometry');
	return fieldIn(geometry, 'type') === 'Point' ? geometry : undefined;
}

/** A text as a dossier has them: it reorders nothing around it, and nothing in it looks like HTML. */
function plain(text: string): string {
	const own = selfContained(text).trim().slice(0, 2000);
	return hasMarkup(own) ? own.replace(/<[^>]*>|&(#\w+|\w+);/g, ' ').trim() : own;
}

function put(files: DraftFiles, edit: Edit): DraftFiles {
	return applied(files, [edit]);
}
