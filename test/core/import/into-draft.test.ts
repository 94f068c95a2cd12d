import { describe, expect, it } from 'vitest';
import { applied, undoing } from '../../../src/lib/core/draft/changes';
import { readDraft, textsOf, type DraftFiles } from '../../../src/lib/core/draft/files';
import { checkDossier } from '../../../src/lib/core/dossier/check';
import { Collector, type Gathering } from '../../../src/lib/core/import/collect';
import { importing, type Brought } from '../../../src/lib/core/import/into-draft';
import { ownMapper } from '../../../src/lib/core/import/map';

const COLUMNS = [
	'id',
	'title',
	'date',
	'lat',
	'lon',
	'type',
	'place',
	'actors',
	'url',
	'published'
];
const TARGETS: Record<string, string> = { url: 'source-url', published: 'source-date' };
const MAPPING = {
	columns: Object.fromEntries(COLUMNS.map((column) => [TARGETS[column] ?? column, column])),
	decimal: '.' as const,
	dataset: { title: 'A table', publisher: 'A publisher' }
};
const row = (id: string, more: Partial<Record<string, string>> = {}) =>
	COLUMNS.map(
		(column) =>
			more[column] ??
			(
				{ id, title: `Event ${id}`, date: '2021-05-13', lat: '40', lon: '44' } as Record<
					string,
					string
				>
			)[column] ??
			''
	);
/** What rows come to, each with the line behind the header's. */
function collected(
	rows: string[][],
	room: Partial<ConstructorParameters<typeof Collector>[2]> = {}
): { brought: Brought & Gathering; collector: Collector } {
	const mapper = ownMapper(MAPPING, COLUMNS);
	const collector = new Collector(mapper, 'line', {
		...{ taken: new Set<string>(), events: 100, bytes: 1e6 },
		...room
	});
	const found = collector.take({
		rows: rows.map((cells, i) => ({ line: i + 2, cells })),
		faults: []
	});
	return { brought: { ...found, vocabulary: mapper.vocabulary }, collector };
}
const draft = (events: unknown[] = []): DraftFiles =>
	readDraft({
		'dossier.json': JSON.stringify({ dateline: 1, id: 'a', title: 'A', mine: { kept: true } }),
		'events.geojson': JSON.stringify({ type: 'FeatureCollection', features: events })
	}).files;
const checked = (files: DraftFiles) => {
	const bytes = Object.entries(textsOf(files)).map(([name, text]) => [
		name,
		new TextEncoder().encode(text)
	]);
	return checkDossier('a', Object.fromEntries(bytes) as Parameters<typeof checkDossier>[1]);
};

describe('a table taken into a draft', () => {
	const rows = [
		row('1', { type: 'Clash', place: 'Sometown', actors: 'Group A; Group B' }),
		row('2', {
			type: 'Talks',
			place: 'Sometown',
			url: 'https://a.example/2',
			published: '2021-05-14'
		}),
		row('3')
	];

	it('is a dossier in which the check finds nothing', () => {
		const { brought } = collected(rows);
		const { dossier, notes } = checked(applied(draft(), importing(draft(), brought).edits));
		expect(notes).toEqual([]);
		expect(dossier?.events.map(({ id }) => id)).toEqual(brought.events.map(({ id }) => id));
		expect(dossier?.sources).toHaveLength(2);
		expect(dossier?.places).toHaveLength(1);
	});

	it('is taken back to the very files that were there, and comes again to the same', () => {
		const before = draft();
		const { edits } = importing(before, collected(rows).brought);
		const after = applied(before, edits);
		const back = applied(after, undoing({ label: 'x', edits }));
		expect(textsOf(back)['dossier.json']).toBe(textsOf(before)['dossier.json']);
		expect(textsOf(back)['events.geojson']).toBe(textsOf(before)['events.geojson']);
		expect(textsOf(applied(back, edits))).toEqual(textsOf(after));
	});

	it('a second time changes nothing, and names what is there', () => {
		const { brought } = collected(rows);
		const after = applied(draft(), importing(draft(), brought).edits);
		const again = importing(after, brought);
		expect(again.edits).toEqual([]);
		expect(again.taken).toEqual(brought.events.map(({ id }) => id));
	});

	it('writes over no event, whatever that is, and keeps what it does not read', () => {
		const id = collected(rows).brought.events[0]?.id;
		const mine = { type: 'Feature', id, geometry: null, properties: { title: 'Mine' } };
		const before = draft([mine]);
		const { edits, taken } = importing(before, collected(rows).brought);
		const after = applied(before, edits);
		expect(taken).toEqual([id]);
		expect(after['events.geojson']?.records.get(String(id))).toEqual(mine);
		expect(after['dossier.json']?.records.get('')).toMatchObject({ mine: { kept: true } });
	});

	it('moves the day of the data set on to its newest row’s, never back', () => {
		const first = collected([row('1', { date: '2019-05-13' })]).brought;
		const files = applied(draft(), importing(draft(), first).edits);
		const later = importing(files, collected([row('2', { date: '2022-05-13' })]).brought);
		const issued = (of: DraftFiles) =>
			(of['sources.json']?.records.get('a-table') as { issued: unknown }).issued;
		expect(issued(applied(files, later.edits))).toMatchObject({ 'date-parts': [[2022]] });
		const earlier = importing(files, collected([row('3', { date: '2018-05-13' })]).brought);
		expect(issued(applied(files, earlier.edits))).toMatchObject({ 'date-parts': [[2019]] });
	});
});

describe('what is collected of a table', () => {
	it('has each id once, the first with it, and leaves out those of the dossier, each told with its line', () => {
		const rows = [row('1'), row('1'), row('2'), row('3')];
		const [, , second] = collected([row('1'), row('9'), row('2')]).brought.events;
		const { brought, collector } = collected(rows, { taken: new Set([String(second?.id)]) });
		expect(brought.events).toHaveLength(2);
		expect(brought.lines).toEqual([2, 5]);
		expect(collector.tally).toMatchObject({ read: 4, imported: 2, refused: 2 });
		expect(
			collector.tally.counts().refusals.map(({ kind, first }) => [kind, first[0]?.line])
		).toEqual([
			['duplicate', 3],
			['taken', 4]
		]);
	});

	it('says that it is full with the first event that there is no room for, not before', () => {
		const rows = (count: number) => Array.from({ length: count }, (_, i) => row(String(i)));
		expect(collected(rows(3), { events: 3 }).collector.full).toBeUndefined();
		expect(collected(rows(4), { events: 3 }).collector.full).toBe('events');
		expect(collected(rows(1), { bytes: 10 }).collector.full).toBe('bytes');
	});

	it('is plain JSON, as it would be read from a file', () => {
		const { events } = collected([row('1')]).brought;
		expect(events).toEqual(JSON.parse(JSON.stringify(events)));
		expect('summary' in (events[0]?.properties ?? {})).toBe(false);
	});
});
