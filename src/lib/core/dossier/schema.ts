import * as v from 'valibot';
import { parseDay } from '../date/day';
import { parseWhen } from '../date/when';
import { PRECISIONS } from './precisions';
import { ROLES } from './roles';

export { PRECISIONS } from './precisions';
export { ROLES, type Role } from './roles';

/**
 * The dossier format, version 1, as it stands in the files (docs/format.md). The JSON Schemas in
 * static/schema/ and the types below come from here; what a field should hold, in words, is in
 * fields.ts.
 */

export const id = v.pipe(v.string(), v.regex(/^[a-z0-9-]+$/), v.maxLength(120));
const text = v.pipe(v.string(), v.nonEmpty(), v.maxLength(20_000));
export const shortText = v.pipe(v.string(), v.nonEmpty(), v.maxLength(2_000));
const language = v.pipe(v.string(), v.regex(/^[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*$/));
export const edtf = v.pipe(
	v.string(),
	// Which half of the globe the seasons are of is known later; an order of ends may hang on it.
	v.check((value) => parseWhen(value).ok || parseWhen(value, 'south').ok)
);
export const calendarDay = v.pipe(
	v.string(),
	v.check((value) => parseDay(value) !== undefined)
);
/** A time of day as its source writes it, with its zone where it gives one; it moves no day. */
const timeOfDay = v.pipe(
	v.string(),
	v.regex(/^([01]\d|2[0-4]):[0-5]\d(:[0-6]\d(\.\d{1,9})?)?(Z|[+-]\d\d:\d\d)?$/)
);
/** http and https only: anything else could run when it is opened. */
export const webAddress = v.pipe(v.string(), v.url(), v.regex(/^https?:\/\//i), v.maxLength(2_000));
const names = v.pipe(
	v.record(language, v.pipe(v.array(shortText), v.minLength(1))),
	v.check((value) => Object.keys(value).length > 0)
);

const longitude = v.pipe(v.number(), v.minValue(-180), v.maxValue(180));
const latitude = v.pipe(v.number(), v.minValue(-90), v.maxValue(90));
/** [longitude, latitude] in degrees WGS 84, an altitude is ignored. */
const position = v.pipe(
	v.union([v.tuple([longitude, latitude]), v.tuple([longitude, latitude, v.number()])]),
	v.transform((value): [number, number] => [value[0], value[1]])
);
const line = v.pipe(v.array(position), v.minLength(2));
const ring = v.pipe(
	v.array(position),
	v.minLength(4),
	v.check((value) => value[0]?.join() === value.at(-1)?.join())
);
const rings = v.pipe(v.array(ring), v.minLength(1));
export const geometry = v.variant('type', [
	v.object({ type: v.literal('Point'), coordinates: position }),
	v.object({
		type: v.literal('MultiPoint'),
		coordinates: v.pipe(v.array(position), v.minLength(1))
	}),
	v.object({ type: v.literal('LineString'), coordinates: line }),
	v.object({
		type: v.literal('MultiLineString'),
		coordinates: v.pipe(v.array(line), v.minLength(1))
	}),
	v.object({ type: v.literal('Polygon'), coordinates: rings }),
	v.object({
		type: v.literal('MultiPolygon'),
		coordinates: v.pipe(v.array(rings), v.minLength(1))
	})
]);

export const SYMBOLS = ['diamond', 'triangle', 'circle', 'square', 'hexagon'] as const;
export const STANCES = ['announces', 'reports', 'confirms', 'denies'] as const;
export const FIGURES = ['killed', 'wounded', 'captured', 'missing'] as const;

export const MEDIA_KINDS = ['image', 'video', 'document'] as const;

const count = v.pipe(v.number(), v.integer(), v.minValue(0));
const figure = v.pipe(
	v.object({
		what: v.picklist(FIGURES),
		side: id,
		n: v.optional(count),
		min: v.optional(count),
		max: v.optional(count),
		unverified: v.optional(v.boolean())
	}),
	v.check((value) => value.n !== undefined || value.min !== undefined || value.max !== undefined),
	v.check((value) => (value.min ?? 0) <= (value.max ?? Infinity))
);

/** Only a few words of an article may stand in a dossier: the first and the last of the passage. */
const anchor = v.pipe(v.string(), v.nonEmpty(), v.maxLength(160));
const passage = v.object({
	start: anchor,
	end: anchor,
	prefix: v.optional(anchor),
	suffix: v.optional(anchor)
});

const claim = v.object({
	by: shortText,
	stance: v.picklist(STANCES),
	text,
	/** The source's id, or its web address where ids come and go, as in exports from Zotero. */
	source: v.union([id, webAddress]),
	passage: v.optional(passage),
	figures: v.optional(v.array(figure)),
	when: v.optional(edtf),
	place: v.optional(id),
	precision: v.optional(v.picklist(PRECISIONS)),
	media: v.optional(
		v.array(v.object({ url: webAddress, kind: v.picklist(MEDIA_KINDS), caption: text }))
	)
});

export const eventFeature = v.object({
	type: v.literal('Feature'),
	id,
	geometry: v.optional(v.nullable(geometry), null),
	properties: v.object({
		title: shortText,
		summary: v.optional(text),
		when: v.optional(v.nullable(edtf), null),
		time: v.optional(timeOfDay),
		type: id,
		place: v.optional(id),
		precision: v.optional(v.picklist(PRECISIONS)),
		radiusKm: v.optional(v.pipe(v.number(), v.gtValue(0), v.maxValue(2_000))),
		concerns: v.optional(v.array(id), []),
		actors: v.optional(v.array(id), []),
		claims: v.pipe(v.array(claim), v.minLength(1), v.maxLength(500))
	})
});

export const placeFeature = v.object({
	type: v.literal('Feature'),
	id,
	geometry: v.optional(v.nullable(geometry), null),
	properties: v.object({
		kind: shortText,
		names,
		country: v.optional(v.array(v.pipe(v.string(), v.regex(/^[A-Z]{2}$/))), []),
		within: v.optional(v.array(id), []),
		located: v.optional(shortText),
		area: v.optional(v.pipe(v.string(), v.regex(/^[A-Z]{2}(-[A-Z0-9]{1,4})?$/)))
	})
});

/** CSL's date: years, months and days as numbers or, as Zotero has them, as strings of digits. */
const cslDate = v.looseObject({
	'date-parts': v.pipe(
		v.array(
			v.pipe(
				v.array(
					v.pipe(
						v.union([v.number(), v.string()]),
						v.check((part) => Number.isInteger(Number(part)))
					)
				),
				v.minLength(1),
				v.maxLength(3)
			)
		),
		v.minLength(1)
	),
	circa: v.optional(v.union([v.boolean(), v.number(), v.string()]))
});

/** One item of CSL-JSON 1.0.2: the fields that Dateline reads; the rest is kept as it is. */
export const source = v.looseObject({
	/** Any text: what is no id of ours, as in exports from Zotero, is made one from the address. */
	id: v.union([v.pipe(v.string(), v.nonEmpty(), v.maxLength(500)), v.number()]),
	type: shortText,
	title: shortText,
	'container-title': v.optional(shortText),
	publisher: v.optional(shortText),
	author: v.optional(
		v.array(
			v.looseObject({
				family: v.optional(shortText),
				given: v.optional(shortText),
				literal: v.optional(shortText)
			})
		)
	),
	issued: v.optional(cslDate),
	accessed: v.optional(cslDate),
	URL: v.optional(webAddress),
	archive_location: v.optional(webAddress),
	language: v.optional(language),
	note: v.optional(text)
});

const eventType = v.object({
	id,
	label: shortText,
	role: v.picklist(ROLES),
	symbol: v.optional(v.picklist(SYMBOLS)),
	incident: v.optional(v.boolean(), false)
});

const actor = v.object({
	id,
	names,
	kind: v.optional(shortText, 'actor'),
	side: v.optional(id)
});

const side = v.object({
	id,
	label: shortText,
	party: v.optional(v.boolean(), false),
	publishers: v.optional(v.array(shortText), []),
	note: v.optional(text)
});

const correction = v.object({ date: calendarDay, text });

/** https; http only on the machine itself, for trying things out. */
const basemapAddress = v.pipe(
	v.string(),
	v.url(),
	v.regex(/^https:\/\/|^http:\/\/(localhost|127\.0\.0\.1)[:/]/i),
	v.maxLength(2_000)
);
const tileAddress = v.pipe(
	v.string(),
	v.regex(
		/^(https:\/\/|http:\/\/(localhost|127\.0\.0\.1)[:/])((?=.*\{z\})(?=.*\{x\})(?=.*\{y\})|(?=.*\{quadkey\}))/i
	),
	v.check((value) => URL.canParse(value)),
	v.maxLength(2_000)
);
const zoom = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(24));

/** A ground map of the author's own: one of `style`, `pmtiles` and `tiles`; see basemap.ts. */
const basemap = v.object({
	style: v.optional(basemapAddress),
	pmtiles: v.optional(basemapAddress),
	tiles: v.optional(
		v.union([tileAddress, v.pipe(v.array(tileAddress), v.minLength(1), v.maxLength(8))])
	),
	kind: v.optional(v.picklist(['raster', 'vector'])),
	tileSize: v.optional(v.pipe(v.number(), v.integer(), v.minValue(64), v.maxValue(2_048))),
	minzoom: v.optional(zoom),
	maxzoom: v.optional(zoom),
	hosts: v.optional(
		v.pipe(
			v.array(
				// What stands here goes into a header: nothing but a host and a port may.
				v.pipe(
					v.string(),
					v.regex(
						/^(https:\/\/[a-z0-9]([a-z0-9.-]{0,251}[a-z0-9])?|http:\/\/(localhost|127\.0\.0\.1))(:[0-9]{1,5})?$/
					),
					// A port beyond 65535, or numbers that make no IPv4 address.
					v.check((host) => URL.canParse(host))
				)
			),
			v.maxLength(20)
		),
		[]
	),
	attribution: v.optional(shortText)
});

export const header = v.object({
	dateline: v.literal(1),
	id,
	title: shortText,
	summary: v.optional(text),
	language: v.optional(language, 'en'),
	labelLanguages: v.optional(v.array(language), ['en']),
	openingView: v.optional(
		v.object({
			from: v.optional(calendarDay),
			to: v.optional(calendarDay),
			map: v.optional(
				v.object({
					zoom: v.pipe(v.number(), v.minValue(0), v.maxValue(20)),
					lat: latitude,
					lon: longitude
				})
			)
		}),
		{}
	),
	types: v.optional(v.array(eventType), []),
	actors: v.optional(v.array(actor), []),
	sides: v.optional(v.array(side), []),
	seasons: v.optional(v.picklist(['north', 'south']), 'north'),
	attribution: v.optional(shortText),
	licence: v.optional(shortText),
	updated: v.optional(calendarDay),
	corrections: v.optional(v.array(correction), []),
	basemap: v.optional(basemap)
});

export type DossierHeader = v.InferOutput<typeof header>;
export type Basemap = v.InferOutput<typeof basemap>;
export type EventType = v.InferOutput<typeof eventType>;
export type Actor = v.InferOutput<typeof actor>;
export type Side = v.InferOutput<typeof side>;
export type CslItem = v.InferOutput<typeof source>;
export type CslDate = v.InferOutput<typeof cslDate>;
export type Claim = v.InferOutput<typeof claim>;
export type Passage = v.InferOutput<typeof passage>;
export type Figure = v.InferOutput<typeof figure>;
export type Geometry = v.InferOutput<typeof geometry>;
export type Precision = (typeof PRECISIONS)[number];
export type SymbolShape = (typeof SYMBOLS)[number];
export type Names = v.InferOutput<typeof names>;
export type EventFeature = v.InferOutput<typeof eventFeature>;
export type PlaceFeature = v.InferOutput<typeof placeFeature>;
