import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
	applied,
	NO_HISTORY,
	putting,
	removing,
	undoing,
	withChange,
	type Change
} from '../../../src/lib/core/draft/changes';
import { diffOf, fieldsBetween, sameJson } from '../../../src/lib/core/draft/diff';
import {
	readDraft,
	recordIn,
	textOf,
	textsOf,
	type DraftFiles
} from '../../../src/lib/core/draft/files';
import { merged } from '../../../src/lib/core/draft/merge';
import { DOSSIER_FILES, type DossierFile } from '../../../src/lib/core/dossier/check';

const SHIPPED = 'geodata/armenia-azerbaijan';
const collection = (features: unknown[]) => JSON.stringify({ type: 'FeatureCollection', features });
const event = (id: string, properties: object = {}) => ({
	type: 'Feature',
	id,
	geometry: null,
	properties
});
const draftOf = (...records: unknown[]) =>
	readDraft({ 'events.geojson': collection(records) }).files;

/** A step of somebody who edits: a record put or taken out, by letters, so that they meet. */
const step = fc.record({
	file: fc.constantFrom<DossierFile>('events.geojson', 'places.geojson', 'sources.json'),
	id: fc.constantFrom('a', 'b', 'c', 'd'),
	value: fc.option(
		fc.record({ title: fc.constantFrom('one', 'two'), year: fc.integer({ min: 1, max: 3 }) })
	)
});
type Step = typeof step extends fc.Arbitrary<infer T> ? T : never;

function taken(files: DraftFiles, steps: readonly Step[]): { files: DraftFiles; made: Change[] } {
	const made: Change[] = [];
	for (const { file, id, value } of steps) {
		if (!value && recordIn(files, file, id) === undefined) continue;
		const edit = value ? putting(files, file, id, { id, ...value }) : removing(files, file, id);
		made.push({ label: 'a step', edits: [edit] });
		files = applied(files, [edit]);
	}
	return { files, made };
}

describe('the files of a draft', () => {
	it.each(DOSSIER_FILES.filter((file) => !['notes.geojson', 'story.json'].includes(file)))(
		'are written as they came: %s',
		(file) => {
			const text = readFileSync(`${SHIPPED}/${file}`, 'utf8');
			const { files, broken } = readDraft({ [file]: text });
			expect(broken).toEqual([]);
			expect(textsOf(files)[file]).toBe(text);
		}
	);

	it('keep records that Dateline cannot read, and what stands beside the list', () => {
		const text = JSON.stringify({
			type: 'FeatureCollection',
			name: 'from a GIS',
			features: [event('a'), 7, { id: 'a', again: true }, { no: 'id' }, { id: '#1' }, null],
			after: { kept: [1] }
		});
		const { files } = readDraft({ 'events.geojson': text });
		const draft = files['events.geojson'];
		expect([...(draft?.records.keys() ?? [])]).toEqual(['a', '#2', '#3', '#4', '#5', '#6']);
		expect(JSON.parse(textOf('events.geojson', draft as never))).toEqual(JSON.parse(text));
	});

	it.each([
		['is no JSON', '{ "features": [', 'events.geojson'],
		['has no list', '{ "features": 3 }', 'events.geojson'],
		['is a list where an object should be', '[]', 'dossier.json']
	] as const)('say of a file that %s that nobody can edit it', (_, text, file) => {
		const { files, broken } = readDraft({ [file]: text });
		expect(broken).toEqual([file]);
		expect(files[file]).toBeUndefined();
	});

	it('let no key in that reaches a prototype', () => {
		const text = '{"features":[{"id":"a","__proto__":{"polluted":true}}]}';
		const { files } = readDraft({ 'events.geojson': text });
		const record = recordIn(files, 'events.geojson', 'a') as { polluted?: boolean };
		expect(record.polluted).toBeUndefined();
		expect(textsOf(files)['events.geojson']).not.toContain('polluted');
	});
});

describe('changes to a draft', () => {
	it('are taken back to the very text, and done again', () => {
		fc.assert(
			fc.property(fc.array(step), fc.array(step), (first, then) => {
				const { files: before } = taken({}, first);
				const { files: after, made } = taken(before, then);
				let files = after;
				for (const change of made.toReversed()) files = applied(files, undoing(change));
				const filled = (texts: DraftFiles) =>
					Object.fromEntries(
						Object.entries(textsOf(texts)).filter(([file]) => file in textsOf(before))
					);
				expect(filled(files)).toEqual(textsOf(before));
				for (const { edits } of made) files = applied(files, edits);
				expect(textsOf(files)).toEqual(textsOf(after));
			})
		);
	});

	it('refuse files that they were not made for', () => {
		const files = draftOf(event('a'));
		const edit = removing(files, 'events.geojson', 'a');
		expect(() => applied(applied(files, [edit]), [edit])).toThrow(/expected a record “a”.*none/);
	});

	it('typed into one field are one, until another is typed into', () => {
		const typed = (text: string, before: string, tag: string): Change => ({
			label: 'the title of a',
			tag,
			edits: [{ file: 'events.geojson', id: 'a', before, after: text }]
		});
		let history = withChange(NO_HISTORY, typed('T', '', 'a title'));
		history = withChange(history, typed('Ti', 'T', 'a title'));
		expect(history).toMatchObject({
			cursor: 1,
			changes: [{ edits: [{ before: '', after: 'Ti' }] }]
		});
		history = withChange(history, typed('Tif', 'Ti', 'a summary'));
		expect(history.cursor).toBe(2);
	});

	it('forget what was undone once something else is done', () => {
		const change = (label: string): Change => ({ label, edits: [] });
		const undone = { changes: [change('one'), change('two')], cursor: 1 };
		expect(withChange(undone, change('three'))).toEqual({
			changes: [change('one'), change('three')],
			cursor: 2
		});
	});
});

describe('the difference between two states', () => {
	it('is none exactly where they say the same', () => {
		fc.assert(
			fc.property(fc.array(step), fc.array(step), (first, then) => {
				const { files: before } = taken({}, first);
				const { files: after } = taken(before, then);
				const records = (files: DraftFiles) =>
					DOSSIER_FILES.map((file) =>
						[...(files[file]?.records ?? [])].map(([, record]) => JSON.stringify(record)).sort()
					);
				const same = JSON.stringify(records(before)) === JSON.stringify(records(after));
				expect(diffOf(before, after).length === 0).toBe(same);
			})
		);
	});

	it('names what was added, removed and changed, and in which field', () => {
		const claim = (text: string) => ({ by: 'afp', text });
		const before = draftOf(event('a', { title: 'A', claims: [claim('x')] }), event('b'));
		const after = draftOf(event('a', { title: 'A', claims: [claim('y'), claim('z')] }), event('c'));
		expect(diffOf(before, after)).toEqual([
			{
				file: 'events.geojson',
				id: 'a',
				kind: 'changed',
				fields: [
					{ path: 'properties.claims[0].text', before: 'x', after: 'y' },
					{ path: 'properties.claims[1]', before: undefined, after: claim('z') }
				]
			},
			{ file: 'events.geojson', id: 'b', kind: 'removed', fields: [] },
			{ file: 'events.geojson', id: 'c', kind: 'added', fields: [] }
		]);
	});

	it('has a position as one value', () => {
		expect(fieldsBetween({ coordinates: [46, 39] }, { coordinates: [46, 40] })).toEqual([
			{ path: 'coordinates', before: [46, 39], after: [46, 40] }
		]);
	});

	it('knows JSON values that say the same', () => {
		const json = fc.jsonValue({ maxDepth: 3 });
		const turned = (value: unknown): unknown =>
			Array.isArray(value)
				? value.map(turned)
				: typeof value === 'object' && value !== null
					? Object.fromEntries(
							Object.entries(value)
								.reverse()
								.map(([key, inner]) => [key, turned(inner)])
						)
					: value;
		fc.assert(
			fc.property(json, (value) => {
				expect(sameJson(value, turned(value))).toBe(true);
			})
		);
		fc.assert(
			fc.property(json, json, (a, b) => {
				if (sameJson(a, b)) expect(turned(a)).toEqual(turned(b));
			})
		);
	});
});

describe('two states that came from one', () => {
	it('come together without conflict where one side changed nothing', () => {
		fc.assert(
			fc.property(fc.array(step), fc.array(step), (first, then) => {
				const { files: base } = taken({}, first);
				const { files: changed } = taken(base, then);
				for (const [mine, theirs] of [
					[changed, base],
					[base, changed]
				] as const) {
					const { edits, conflicts } = merged(base, mine, theirs);
					expect(conflicts).toEqual([]);
					expect(diffOf(applied(theirs, edits), changed)).toEqual([]);
				}
			})
		);
	});

	it('hold what each alone changed, and ask about what both did', () => {
		const base = draftOf(event('a', { title: 'A', summary: 'S', type: 'talks' }), event('b'));
		const mine = draftOf(event('a', { title: 'Mine', summary: 'S', type: 'visit' }), event('b'));
		const theirs = draftOf(event('a', { title: 'Theirs', summary: 'T', type: 'talks' }));
		const conflict = {
			file: 'events.geojson',
			id: 'a',
			path: 'properties.title',
			mine: 'Mine',
			theirs: 'Theirs'
		};
		for (const [choice, title] of [
			['mine', 'Mine'],
			['theirs', 'Theirs']
		] as const) {
			const { edits, conflicts } = merged(base, mine, theirs, () => choice);
			expect(conflicts).toEqual([conflict]);
			const joined = applied(theirs, edits);
			expect(recordIn(joined, 'events.geojson', 'a')).toEqual(
				event('a', { title, summary: 'T', type: 'visit' })
			);
			expect(recordIn(joined, 'events.geojson', 'b')).toBeUndefined();
		}
	});

	it('ask about a record that one side changed and the other took out', () => {
		const base = draftOf(event('a', { title: 'A' }));
		const mine = draftOf(event('a', { title: 'Mine' }));
		const { conflicts, edits } = merged(base, mine, draftOf());
		expect(conflicts).toEqual([
			expect.objectContaining({ id: 'a', path: '', theirs: undefined }) as unknown
		]);
		expect(recordIn(applied(draftOf(), edits), 'events.geojson', 'a')).toEqual(
			event('a', { title: 'Mine' })
		);
	});
});
