import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isNear } from '../../../src/lib/core/columns/near';
import { writeDossierEvents } from '../../../src/lib/core/columns/from-files';
import { nameWords, searchRows } from '../../../src/lib/core/columns/search';
import type { Dossier } from '../../../src/lib/core/dossier/dossier';
import type { FileContent } from '../../../src/lib/core/dossier/json';
import { searchOf, words, wrongLetters } from '../../../src/lib/core/view/search';
import { syntheticFiles, type DossierFiles } from '../../synthetic/dossier.js';
import { deflate, MemorySink, opened } from './memory';

/** Levenshtein's distance by its definition: the first letters are the same, or one is put in, taken out or changed. */
function steps(a: string, b: string): number {
	if (a === '' || b === '') return a.length + b.length;
	const [restA, restB] = [a.slice(1), b.slice(1)];
	if (a[0] === b[0]) return steps(restA, restB);
	return 1 + Math.min(steps(restA, b), steps(a, restB), steps(restA, restB));
}

describe('a word that is nearly another', () => {
	const word = fc.string({ unit: fc.constantFrom('a', 'b', 'c'), maxLength: 7 });
	it('is one but for so many letters put in, taken out or changed', () => {
		fc.assert(
			fc.property(word, word, fc.nat(2), (a, b, most) => {
				expect(isNear(a, b, most)).toBe(steps(a, b) <= most);
			}),
			{ numRuns: 2000 }
		);
	});
});

interface Events {
	features: { properties: { title: string; concerns: unknown; claims: { by: string }[] } }[];
}

/** A dossier whose events are found by what the columns have: not by what they are about, nor by who else says it. */
function files(): DossierFiles {
	const made = syntheticFiles({ events: 300, seed: 23 });
	const { features } = made['events.geojson'] as Events;
	const titles = [
		'lighthouse',
		'harbour',
		'Kəlbəcər',
		'market42',
		'a1b2c3d4',
		'Přerov',
		'bridgehead'
	];
	features.forEach(({ properties }, i) => {
		properties.concerns = [];
		properties.title += ` ${titles[i % titles.length]} ${titles[(i * 5 + 2) % titles.length]}s`;
		for (const claim of properties.claims) if (!claim.by.startsWith('actor-')) claim.by = 'actor-1';
	});
	return made;
}

const contents = Object.fromEntries(
	Object.entries(files()).map(([name, content]): [string, FileContent] => [
		name,
		new TextEncoder().encode(JSON.stringify(content))
	])
);
const sink = new MemorySink();
const dossier = (await writeDossierEvents('small', contents, 19_000, sink, deflate))
	.dossier as Dossier;
const file = await opened(sink.bytes());
const columns = await file.columns();
const names = nameWords(dossier, columns);
const small = searchOf(dossier);

const found = async (text: string) => {
	const rows = await searchRows(columns, names, text, (word, wrong) =>
		file.rowsWithWord(word, wrong)
	);
	return [...rows].map((row) => dossier.events[row]?.id);
};
const expected = (text: string) => {
	const ids = small(text);
	return dossier.events.map(({ id }) => id).filter((id) => ids.has(id));
};

const vocabulary = [
	...new Set([
		...dossier.events.flatMap(({ title, claims }) =>
			words([title, ...claims.map(({ text }) => text)].join(' '))
		),
		...dossier.places.flatMap(({ names }) => words(Object.values(names).flat().join(' '))),
		...dossier.sources.flatMap(({ title, publisher }) => words(`${title} ${publisher}`))
	])
];
const letter = fc.constantFrom(...'aeikrstəş1');
/** A word of the dossier with up to three letters put in, taken out or changed, or its beginning. */
const wrongWord = fc
	.tuple(
		fc.constantFrom(...vocabulary),
		fc.array(fc.tuple(fc.nat(12), fc.nat(2), letter), { maxLength: 3 }),
		fc.option(fc.integer({ min: 1, max: 9 }), { nil: undefined })
	)
	.map(([word, changes, cut]) => {
		let letters = [...word];
		for (const [at, what, own] of changes)
			letters = letters.toSpliced(
				at % (letters.length + 1),
				what === 0 ? 0 : 1,
				...(what === 1 ? [] : [own])
			);
		return letters.slice(0, cut).join('');
	});

describe('the search over columns', () => {
	it('finds what the search of a small dossier finds, letters wrong or not', async () => {
		let some = 0;
		await fc.assert(
			fc.asyncProperty(fc.array(wrongWord, { minLength: 1, maxLength: 2 }), async (wanted) => {
				const text = wanted.join(' ');
				const rows = await found(text);
				some += Number(rows.length > 0);
				expect(rows).toEqual(expected(text));
			}),
			{ numRuns: 300 }
		);
		expect(some).toBeGreaterThan(30);
	});

	it.each(['lighthuose', 'lighthose', 'liighthouse', 'Kelbecar', 'brigdehead', 'HARBOR', 'Prerow'])(
		'finds what “%s” is meant for',
		async (text) => {
			const rows = await found(text);
			expect(rows.length).toBeGreaterThan(10);
			expect(rows).toEqual(expected(text));
		}
	);

	it.each(['harb0ur', 'lght', 'hrbr', 'a1b2c3d5', ''])('finds nothing by “%s”', async (text) => {
		expect(await found(text)).toEqual([]);
		expect(expected(text)).toEqual([]);
	});

	it('takes the beginning alone where no letter may be wrong', async () => {
		expect(wrongLetters('lighthuose')).toBe(2);
		expect((await file.rowsWithWord('lighthuose')).length).toBe(0);
		expect((await file.rowsWithWord('lighthuose', 2)).length).toBeGreaterThan(0);
	});
});
