import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { jsonFaultAt } from '../../../src/lib/core/dossier/json-fault';

/** What the engine says: whether it is JSON, and the place of the fault where it names one. */
function engine(text: string): { ok: boolean; at?: number } {
	try {
		JSON.parse(text);
		return { ok: true };
	} catch (error) {
		const at = /position (\d+)/.exec(String(error))?.[1];
		return { ok: false, ...(at !== undefined && { at: Number(at) }) };
	}
}

describe('the place at which a text stops being JSON', () => {
	it.each([
		['', 0],
		['[1, 2', 5],
		['[1,, 2]', 3],
		['{ "a": 1, }', 10],
		['{ a: 1 }', 2],
		['{ "a" 1 }', 6],
		['[1] 2', 4],
		['[01]', 2],
		['[1}', 2],
		['"a\nb"', 2],
		['"\\q"', 1],
		['[1, truth]', 4],
		['\ufeff[]', 0],
		['[NaN]', 1]
	])('in %j is %i', (text, at) => {
		expect(jsonFaultAt(text)).toBe(at);
	});

	it('is nowhere in what is JSON, however it is laid out', () => {
		fc.assert(
			fc.property(fc.jsonValue(), fc.constantFrom('', ' ', '\t', '\r\n'), (value, space) => {
				expect(jsonFaultAt(`${space}${JSON.stringify(value, null, space)}${space}`)).toBe(
					undefined
				);
			})
		);
	});

	it('is there just where the engine finds a fault, and where it says', () => {
		const signs = fc.constantFrom(...'{}[],:"\\ \n0-1.eEtrufalsnq\u0000é'.split(''));
		const damaged = fc
			.record({ value: fc.jsonValue({ maxDepth: 3 }), at: fc.nat(), cut: fc.nat(2), sign: signs })
			.map(({ value, at, cut, sign }) => {
				const text = JSON.stringify(value);
				const from = at % (text.length + 1);
				return text.slice(0, from) + sign + text.slice(from + cut);
			});
		fc.assert(
			fc.property(
				fc.oneof(
					damaged,
					fc.array(signs, { maxLength: 12 }).map((list) => list.join(''))
				),
				(text) => {
					const said = engine(text);
					const at = jsonFaultAt(text);
					expect(at === undefined).toBe(said.ok);
					// Within a word or a number the engine counts from its signs, not from its beginning.
					if (said.at !== undefined && /["{}[\],:\s]/.test(text[said.at] ?? '"'))
						expect(at).toBeLessThanOrEqual(said.at);
				}
			),
			{ numRuns: 3000 }
		);
	});
});
