import { checkDossier, type CheckResult } from '../../../../src/lib/core/dossier/check';
import type { CslItem, EventFeature } from '../../../../src/lib/core/dossier/schema';
import type {
	RowFault,
	RowMapper,
	RowResult,
	TableRow
} from '../../../../src/lib/core/import/import';

/** Rows of a table, as objects by column; the second line of a file is the first row. */
export function rowsOf(
	columns: readonly string[],
	records: readonly Record<string, string>[]
): TableRow[] {
	return records.map((record, i) => ({
		line: i + 2,
		cells: columns.map((column) => record[column] ?? '')
	}));
}

export function eventOf(result: RowResult): EventFeature {
	if ('refused' in result) throw new Error(`refused: ${JSON.stringify(result.refused)}`);
	return result.event;
}

export function sourcesOf(result: RowResult): readonly CslItem[] {
	return 'refused' in result ? [] : result.sources;
}

export function refusalOf(result: RowResult): RowFault {
	if ('event' in result) throw new Error(`not refused: ${JSON.stringify(result.event)}`);
	return result.refused;
}

export function warningsOf(result: RowResult): readonly RowFault[] {
	return 'refused' in result ? [] : (result.warnings ?? []);
}

/** What the project's own check says of a dossier of the mapped rows. */
export function checked(mapper: RowMapper, results: readonly RowResult[]): CheckResult {
	const { types, actors, places, sources } = mapper.vocabulary;
	const cited = new Map<string, CslItem>();
	for (const result of results)
		for (const source of sourcesOf(result)) cited.set(String(source.id), source);
	const events = results.flatMap((result) => ('event' in result ? [result.event] : []));
	const file = (value: unknown) => new TextEncoder().encode(JSON.stringify(value));
	return checkDossier('mapped', {
		'dossier.json': file({ dateline: 1, id: 'mapped', title: 'Mapped rows', types, actors }),
		'sources.json': file([...sources, ...cited.values()]),
		'places.geojson': file({ type: 'FeatureCollection', features: places }),
		'events.geojson': file({ type: 'FeatureCollection', features: events })
	});
}
