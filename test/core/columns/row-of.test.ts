import { describe, expect, it } from 'vitest';
import { columnsOf } from '../../../src/lib/core/columns/from-dossier';
import type { Columns, ListName } from '../../../src/lib/core/columns/columns';
import { rowMaker, type RowFeature } from '../../../src/lib/core/columns/row-of';
import { wordFinder } from '../../../src/lib/core/columns/row-words';
import { checkDossier } from '../../../src/lib/core/dossier/check';
import type { CslItem } from '../../../src/lib/core/dossier/schema';
import { words } from '../../../src/lib/core/view/search';
import { syntheticFiles } from '../../synthetic/dossier';

interface Made {
	sources: CslItem[];
	events: RowFeature[];
	columns: Columns;
	maker: ReturnType<typeof rowMaker>;
	titles: Map<string, string>;
}

function made(events: number, seed: number, change?: (features: RowFeature[]) => void): Made {
	const files = syntheticFiles({ events, seed });
	const features = (files['events.geojson'] as { features: RowFeature[] }).features;
	change?.(features);
	const { dossier } = checkDossier(
		'synthetic',
		Object.fromEntries(
			Object.entries(files).map(([name, content]) => [
				name,
				new TextEncoder().encode(JSON.stringify(content))
			])
		)
	);
	if (!dossier) throw new Error('no dossier');
	const byId = new Map(features.map((feature) => [feature.id, feature]));
	return {
		sources: files['sources.json'] as CslItem[],
		events: dossier.events.map(({ id }) => byId.get(id) as RowFeature),
		columns: columnsOf(dossier, 0),
		maker: rowMaker({
			types: dossier.header.types.map(({ id }) => id),
			actors: dossier.header.actors.map(({ id }) => id),
			places: dossier.places,
			seasons: dossier.header.seasons
		}),
		titles: new Map(dossier.sources.map(({ id, title }) => [id, title]))
	};
}

describe('rowMaker', () => {
	it.each([1, 2, 3])('says of each event what the columns of its dossier say, dice %i', (seed) => {
		const { sources, events, columns, maker } = made(400, seed);
		const named = (list: ListName, row: number) => {
			const { ids, starts, values } = columns[list];
			return [...values.subarray(starts[row], starts[row + 1])].map((number) => ids[number]);
		};
		events.forEach((event, row) => {
			const found = maker.rowOf(event, sources);
			expect(found.id).toBe(event.id);
			for (const name of ['first', 'last', 'possibleFirst', 'possibleLast', 'lon', 'lat'] as const)
				expect([name, row, found[name] + 0]).toEqual([name, row, columns[name][row]]);
			for (const name of ['precision', 'status', 'known', 'settled'] as const)
				expect([name, row, found[name]]).toEqual([name, row, columns[name][row]]);
			expect(found.sure).toBe(columns.sure[row] === 1);
			expect(found.contested).toBe(columns.contested[row] === 1);
			expect(maker.dictionaries.types[found.type]).toBe(columns.types[columns.type[row] as number]);
			for (const list of ['places', 'actors', 'publishers'] as const)
				expect(found[list].map((number) => maker.dictionaries[list][number])).toEqual(
					named(list, row)
				);
		});
	});

	it('finds sources by id or by web address, among those of the event and of the dossier', () => {
		const { sources, events, maker } = made(40, 4);
		const event = events[0] as RowFeature;
		const own = structuredClone(event);
		const cited = new Set(event.properties.claims.map(({ source }) => source));
		for (const claim of own.properties.claims)
			claim.source = sources.find(({ id }) => id === claim.source)?.URL as string;
		expect(maker.rowOf(own, sources)).toEqual(maker.rowOf(event, sources));
		expect([...maker.rowOf(event, sources).sources]).toEqual([...cited]);
		expect(maker.rowOf(event, []).known).toBe(2 ** 31 - 1);
	});

	it('has the words of title, summary, claims and titles of sources, each once', () => {
		const { sources, events, maker, titles } = made(60, 5, (features) =>
			features.forEach(({ properties }, i) => {
				if (i % 3 === 0) properties.summary = `Şuşa, shots; shots… “Lachin’s” ½ ${'x'.repeat(i)}`;
			})
		);
		for (const event of events) {
			const { title, summary, claims } = event.properties;
			const texts = [
				title,
				summary ?? '',
				...claims.flatMap(({ text, source }) => [text, titles.get(source) ?? ''])
			];
			const found = maker.rowOf(event, sources).words;
			expect([...found].sort()).toEqual([...new Set(texts.flatMap(words))].sort());
		}
	});

	it('gives a type that nobody listed a number behind the others', () => {
		const { sources, events, maker } = made(3, 6);
		const event = structuredClone(events[0]) as RowFeature;
		event.properties.type = 'unheard-of';
		const { type } = maker.rowOf(event, sources);
		expect(type).toBe(9);
		expect(maker.dictionaries.types[type]).toBe('unheard-of');
	});
});

describe('wordFinder', () => {
	it('finds the same words however often it was asked', () => {
		const find = wordFinder();
		const text = 'ΟΔΟΣ Kəlbəcər’dən\nline  two, ΟΔΟΣ';
		const expected = [...new Set(words(text))];
		for (let i = 0; i < 3; i++) expect(find([text, undefined, text])).toEqual(expected);
		expect(find([''])).toEqual([]);
	});
});
