import * as v from 'valibot';
import { calendarDay, edtf, geometry, id, shortText, webAddress } from '../dossier/schema';
import { NOTE_KINDS, TONES } from './note';

/** Longest text of a note, in characters. */
export const MAX_NOTE_TEXT = 2_000;

/** One note as it stands in notes.geojson (docs/format.md). What its fields should hold, in words, is in words.ts. */
export const noteFeature = v.object({
	type: v.literal('Feature'),
	id,
	geometry: v.optional(v.nullable(geometry), null),
	properties: v.object({
		kind: v.optional(v.picklist(NOTE_KINDS)),
		text: v.pipe(v.string(), v.nonEmpty(), v.maxLength(MAX_NOTE_TEXT)),
		when: v.optional(v.nullable(edtf), null),
		measure: v.optional(v.boolean(), false),
		style: v.optional(
			v.object({
				tone: v.optional(v.picklist(TONES), 'ink'),
				dash: v.optional(v.boolean(), false)
			}),
			{}
		),
		author: v.optional(shortText),
		written: v.optional(calendarDay),
		event: v.optional(id),
		claim: v.optional(v.object({ source: v.union([id, webAddress]), by: shortText }))
	})
});

/** The whole file. `dateline` is the version of the format; a file without it is of version 1. */
export const notesFile = v.object({
	type: v.literal('FeatureCollection'),
	dateline: v.optional(v.literal(1)),
	features: v.array(noteFeature)
});

/** A note as it is written. */
export type NoteFeature = v.InferInput<typeof noteFeature>;
