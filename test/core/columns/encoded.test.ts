import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { SetsWriter } from '../../../src/lib/core/columns/file/sets';
import { WordNumbers } from '../../../src/lib/core/columns/file/word-numbers';
import { writeEvents } from '../../../src/lib/core/columns/write';
import { wordFinder, wordJoiner } from '../../../src/lib/core/columns/row-words';
import { syntheticColumns } from '../../synthetic/columns';
import { deflate, dictionariesOf, entriesOf, MemorySink, written } from './memory';

describe('rows whose texts are encoded', () => {
	it('come to the same file, byte for byte, as those whose texts are strings', async () => {
		const columns = syntheticColumns(3_000, 11);
		const entries = [...entriesOf(columns)];
		const sink = new MemorySink();
		const writer = writeEvents(sink, deflate);
		const encoder = new TextEncoder();
		for (const { row, event, sources } of entries) {
			// Something before and behind, as in a page of many; a word twice, which counts once.
			const words = encoder.encode(['', ...row.words, row.words[0] ?? ''].join(' ').trim());
			const json = encoder.encode(event);
			const memory = new Uint8Array([9, ...words, ...json, 9]);
			const full = writer.addEncoded(
				row,
				{
					memory,
					words: 1,
					event: 1 + words.length,
					end: 1 + words.length + json.length,
					characters: event.length
				},
				sources
			);
			if (full) await full;
			// It may be another's a moment later.
			memory.fill(32);
		}
		await writer.finish(dictionariesOf(columns));
		const plain = await written(entries, dictionariesOf(columns));
		expect(Buffer.from(sink.bytes()).equals(plain)).toBe(true);
	});
});

describe('words by their bytes', () => {
	it('have the numbers in which they came first, however many there are', () => {
		const word = fc.stringMatching(/^[a-zəßж0-9]{1,6}$/);
		fc.assert(
			fc.property(fc.array(word, { maxLength: 200 }), (words) => {
				const numbers = new WordNumbers();
				const all = new TextEncoder().encode(words.join(' '));
				const found: number[] = [];
				numbers.each(all, 0, all.length, (number) => found.push(number));
				const distinct = [...new Set(words)];
				expect(found).toEqual(words.map((one) => distinct.indexOf(one)));
				expect(words.map((one) => numbers.number(one))).toEqual(found);
				expect(numbers.take()).toEqual(distinct);
			})
		);
		const many = Array.from({ length: 30_000 }, (_, i) => `w${(i * 7919) % 30_000}`);
		const numbers = new WordNumbers();
		expect(many.map((one) => numbers.number(one))).toEqual(many.map((_, i) => i));
		expect(numbers.take()).toEqual(many);
		expect(numbers.number('anew')).toBe(0);
	});
});

describe('wordJoiner', () => {
	it('gives of some texts the words that wordFinder gives, and no others', () => {
		const find = wordFinder();
		const join = wordJoiner();
		fc.assert(
			fc.property(fc.array(fc.string({ unit: 'grapheme' }), { maxLength: 5 }), (texts) => {
				expect([...new Set(join(texts).split(' ').filter(Boolean))]).toEqual(find(texts));
			}),
			{ numRuns: 500 }
		);
	});
});

describe('sets of numbers', () => {
	it('are told apart by their numbers, their order and how many they are', () => {
		const sets = new SetsWriter('places');
		for (const list of [[], [0], [0, 0], [1, 2], [2, 1], [12], [1, 2], []]) sets.add(list);
		expect(sets.end).toBe(13);
		expect(() => sets.add([-1])).toThrow('places');
	});
});
