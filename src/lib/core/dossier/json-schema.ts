import { toJsonSchema } from '@valibot/to-json-schema';
import * as v from 'valibot';
import { notesFile } from '../notes/schema';
import { storyFile } from '../story/schema';
import { eventFeature, header, placeFeature, source } from './schema';

const collection = (feature: v.GenericSchema) =>
	v.object({ type: v.literal('FeatureCollection'), features: v.array(feature) });

/** JSON Schema (draft-07) of each file of a dossier, by the name under static/schema/. */
export function jsonSchemas(): Record<string, object> {
	const files: Record<string, [string, v.GenericSchema]> = {
		'dossier.schema.json': ['Dateline dossier: dossier.json', header],
		'sources.schema.json': ['Dateline dossier: sources.json (CSL-JSON)', v.array(source)],
		'places.schema.json': ['Dateline dossier: places.geojson', collection(placeFeature)],
		'events.schema.json': ['Dateline dossier: events.geojson', collection(eventFeature)],
		'notes.schema.json': ['Dateline dossier: notes.geojson', notesFile],
		'story.schema.json': ['Dateline dossier: story.json', storyFile]
	};
	return Object.fromEntries(
		Object.entries(files).map(([name, [title, schema]]) => [
			name,
			// The files are what goes in; checks written as functions have no JSON Schema.
			{ title, ...toJsonSchema(schema, { typeMode: 'input', errorMode: 'ignore' }) }
		])
	);
}
