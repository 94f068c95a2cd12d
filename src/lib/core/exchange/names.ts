/** The files in which a view leaves the app, as the end of their addresses. */
export const EXPORT_NAMES = [
	'events.geojson',
	'events.csv',
	'events.kml',
	'sources.bib',
	'sources.ris',
	'sources.json',
	'sources.md',
	'sources.txt'
] as const;
export type ExportName = (typeof EXPORT_NAMES)[number];

export function isExportName(name: string): name is ExportName {
	return (EXPORT_NAMES as readonly string[]).includes(name);
}
