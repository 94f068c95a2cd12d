import { toBibtex } from '../cite/bibtex';
import { toCslJson } from '../cite/csl';
import { toMarkdown } from '../cite/markdown';
import { toRis } from '../cite/ris';
import { citationList, CITATION_STYLES, type CitationStyle } from '../cite/text';
import { formatDay } from '../date/day';
import { toCsv } from './csv';
import { toGeoJson } from './geojson';
import { toKml } from './kml';
import type { ExportName } from './names';
import { eventAddress, type ExportView } from './view';

/** How a view is written as a file. */
interface ExportFile {
	/** Media type, as a header has it. */
	type: string;
	write: (view: ExportView) => string;
}

export const EXPORT_FILES: Record<ExportName, ExportFile> = {
	'events.geojson': { type: 'application/geo+json', write: toGeoJson },
	'events.csv': { type: 'text/csv; charset=utf-8; header=present', write: toCsv },
	'events.kml': { type: 'application/vnd.google-earth.kml+xml', write: toKml },
	'sources.bib': {
		type: 'text/x-bibtex; charset=utf-8',
		write: ({ numbering }) => toBibtex(numbering.sources)
	},
	'sources.ris': {
		type: 'application/x-research-info-systems; charset=utf-8',
		write: ({ numbering }) => toRis(numbering.sources)
	},
	'sources.json': {
		type: 'application/vnd.citationstyles.csl+json',
		write: ({ numbering }) => toCslJson(numbering.sources)
	},
	'sources.md': {
		type: 'text/markdown; charset=utf-8',
		write: (view) => toMarkdown(view.numbering, (id) => eventAddress(view, id))
	},
	'sources.txt': {
		type: 'text/plain; charset=utf-8',
		write: (view) => citationList(view.numbering.sources, styleOf(view))
	}
};

/** The style that the address asks for by `style=`; APA-like where it names none that there is. */
function styleOf({ view }: ExportView): CitationStyle {
	const asked = view.others.find(([key]) => key === 'style')?.[1];
	return CITATION_STYLES.find((style) => style === asked) ?? 'apa';
}

/** A file's name on the reader's disk: `harbour-events-as-known-2021-05-16.geojson`. */
export function fileName({ dossier, view }: ExportView, name: ExportName): string {
	const [what, ending] = name.split('.');
	const asof = view.asof === undefined ? '' : `-as-known-${formatDay(view.asof)}`;
	return `${dossier.header.id}-${what}${asof}.${ending}`;
}
