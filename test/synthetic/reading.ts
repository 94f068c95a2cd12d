import type { Article, Span } from '../../src/lib/core/ingest/article';
import type { DraftClaim, EventDraft, Reading } from '../../src/lib/core/ingest/draft';
import type { DateMention, PlaceMention } from '../../src/lib/core/ingest/mention';

/** An article made up for the tests: nothing in it has happened. */
export const TEXT = `Flood in Norbury after a week of rain

NORBURY – The river Esk flooded the lower town of Norbury on 3 May 2023, the town council said.

On 5 May 2023 some 200 people protested in Estville against the delay of repairs.

Ministers of both provinces held talks in Northford on 9 May 2023.

On 12 May 2023 the two provinces signed an agreement in Southmere. A spokesman denied that money was part of it.

Talks about the dam are to be held in June 2023.`;

/** The stretch of the text that begins and ends with these words. */
export function spanOf(start: string, end = start, text = TEXT): Span {
	const from = text.indexOf(start);
	const to = text.indexOf(end, from);
	if (from < 0 || to < 0) throw new Error(`“${start} … ${end}” is not in the text.`);
	return { start: from, end: to + end.length };
}

function date(text: string, value: string): DateMention {
	return { ...spanOf(text), text, value, tense: 'past', reason: `Written so: ${text}.` };
}

function place(text: string, lat: number, lon: number, within = text): PlaceMention {
	const candidates = [
		{ name: text, lat, lon, kind: 'city', country: 'GB', source: 'GeoNames', weight: 0.7 },
		{
			name: text,
			lat: lat + 9,
			lon: lon + 9,
			kind: 'city',
			country: 'US',
			source: 'GeoNames',
			weight: 0.2
		}
	];
	const at = spanOf(within).start + within.indexOf(text);
	return {
		start: at,
		end: at + text.length,
		text,
		name: text,
		lat,
		lon,
		kind: 'city',
		candidates,
		reason: 'The larger of two places of the name.'
	};
}

function claim(
	text: string,
	start: string,
	end: string,
	more: Partial<DraftClaim> = {}
): DraftClaim {
	return {
		by: 'The Norbury Post',
		stance: 'reports',
		text,
		passage: { start, end },
		span: spanOf(start, end),
		figures: [],
		...more
	};
}

function draft(
	key: string,
	title: string,
	type: string,
	when: DateMention | string | null,
	at: PlaceMention | null,
	claims: DraftClaim[],
	more: Partial<EventDraft> = {}
): EventDraft {
	const isMention = typeof when === 'object' && when !== null;
	return {
		key,
		title,
		type,
		when: isMention ? when.value : when,
		place: at,
		geometry:
			at?.lat != null && at.lon != null ? { type: 'Point', coordinates: [at.lon, at.lat] } : null,
		precision: at ? 'near' : 'unknown',
		concerns: [],
		actors: [],
		status: 'reported',
		claims,
		confidence: 0.8,
		features: ['ownDate', 'ownPlace'],
		reasons: ['The date is written beside it.'],
		background: false,
		from: { ...(isMention && { date: when }), ...(at && { place: at }) },
		asks: [],
		...more
	};
}

const norbury = place('Norbury', 51.5, -1.2, 'lower town of Norbury');
const dates = [
	date('3 May 2023', '2023-05-03'),
	date('5 May 2023', '2023-05-05'),
	date('9 May 2023', '2023-05-09'),
	date('12 May 2023', '2023-05-12'),
	date('June 2023', '2023-06')
] as const;

const ARTICLE: Article = {
	title: 'Flood in Norbury after a week of rain',
	publisher: 'The Norbury Post',
	authors: ['A Reporter'],
	published: '2023-05-13',
	url: 'https://example.org/flood',
	text: TEXT,
	language: 'en',
	blocks: TEXT.split('\n\n').map((line, i) => ({
		...spanOf(line),
		role: i === 0 ? ('headline' as const) : ('body' as const)
	})),
	notes: []
};

/** What an ingest might make of the article. */
export function readingOf(more: Partial<Article> = {}): Reading {
	const drafts = [
		draft('e1', 'Flood in Norbury', 'disaster', dates[0], norbury, [
			claim('The river flooded the lower town.', 'The river Esk', 'council said.', {
				by: 'council',
				figures: [{ what: 'missing', n: 2 }]
			})
		]),
		draft('e2', 'Protest in Estville', 'protest', dates[1], place('Estville', 51.2, -0.9), [
			claim('Some 200 people protested.', 'On 5 May 2023', 'of repairs.')
		]),
		draft('e3', 'Talks in Northford', 'talks', dates[2], place('Northford', 52.1, -1.9), [
			claim('Ministers of both provinces met.', 'Ministers of both', '9 May 2023.')
		]),
		draft('e4', 'Agreement in Southmere', 'agreement', dates[3], place('Southmere', 50.8, -1.1), [
			claim('The two provinces signed an agreement.', 'On 12 May 2023', 'in Southmere.'),
			claim('Money is no part of it.', 'A spokesman denied', 'part of it.', { stance: 'denies' })
		]),
		draft(
			'e5',
			'Talks about the dam',
			'talks',
			dates[4],
			null,
			[claim('Talks are planned.', 'Talks about the dam', 'June 2023.', { stance: 'announces' })],
			{ status: 'planned', confidence: 0.4, asks: ['Where are the talks to be held?'] }
		)
	];
	return {
		article: { ...ARTICLE, ...more },
		dates: [...dates],
		places: drafts.flatMap(({ place }) => place ?? []),
		hints: [],
		persons: [],
		drafts,
		notes: []
	};
}
