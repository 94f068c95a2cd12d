import { templateReadme } from './template-readme';

/** What a new dossier is told about itself. */
export interface Template {
	/** The folder's name: an id of the format. */
	id: string;
	title: string;
	/** Language of the place names, e.g. `hy`. */
	language: string;
	/** The day of its making, YYYY-MM-DD. */
	today: string;
	/** Path or address of the folder with the format's JSON Schemas, without a slash at its end. */
	schemas?: string | undefined;
}

/** One type for each role, so that a first event has one to name; the labels are there to be changed. */
const TYPES = [
	{
		id: 'clash',
		label: 'Fighting',
		role: 'armed',
		symbol: 'diamond',
		incident: true
	},
	{
		id: 'movement',
		label: 'Troop movement',
		role: 'movement',
		symbol: 'triangle',
		incident: true
	},
	{ id: 'talks', label: 'Talks and meetings', role: 'diplomacy', symbol: 'circle' },
	{ id: 'statement', label: 'Statement', role: 'word', symbol: 'square' },
	{ id: 'agreement', label: 'Agreement', role: 'agreement', symbol: 'hexagon' }
] as const;

/**
 * The files of a new, empty dossier, by name: those of the format, which the check finds nothing in, and a
 * README that says what belongs in each, since JSON holds no comments.
 */
export function dossierTemplate(template: Template): Record<string, string> {
	const { id, title, language, today, schemas } = template;
	const schema = (name: string) =>
		schemas === undefined ? {} : { $schema: `${schemas}/${name}.schema.json` };
	const empty = (name: string) => ({
		...schema(name),
		type: 'FeatureCollection',
		features: []
	});
	const files = {
		'dossier.json': {
			...schema('dossier'),
			dateline: 1,
			id,
			title,
			language,
			labelLanguages: [...new Set([language, 'en'])],
			types: TYPES,
			actors: [],
			sides: [],
			updated: today,
			corrections: []
		},
		'sources.json': [],
		'places.geojson': empty('places'),
		'events.geojson': empty('events'),
		'notes.geojson': empty('notes')
	};
	return {
		...Object.fromEntries(
			Object.entries(files).map(([name, value]) => [name, `${JSON.stringify(value, null, '\t')}\n`])
		),
		'README.md': templateReadme(title)
	};
}
