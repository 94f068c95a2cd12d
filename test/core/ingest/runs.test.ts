import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { runsOf } from '../../../src/lib/core/ingest/runs';

const TEXT = 'On 3 May the river rose. On 5 May it fell again, and nobody was hurt.';
const span = fc
	.tuple(fc.nat(TEXT.length), fc.nat(TEXT.length))
	.map(([a, b]) => ({ start: Math.min(a, b), end: Math.max(a, b) }));
const passage = fc
	.tuple(span, fc.constantFrom('a', 'b', 'c'))
	.map(([at, draft]) => ({ ...at, draft }));
const mention = fc
	.tuple(span, fc.constantFrom('date' as const, 'place' as const))
	.map(([at, kind]) => ({ ...at, kind }));

describe('a paragraph cut into runs', () => {
	it('is the same text, and each unit of it is of the drafts whose passages cover it', () => {
		fc.assert(
			fc.property(
				span,
				fc.array(passage, { maxLength: 5 }),
				fc.array(mention, { maxLength: 5 }),
				(block, passages, mentions) => {
					fc.pre(block.start < block.end);
					const runs = runsOf(TEXT, block, passages, mentions);
					const pieces = runs.flatMap((run) => run.pieces);
					expect(pieces.map(({ text }) => text).join('')).toBe(TEXT.slice(block.start, block.end));
					let at = block.start;
					for (const run of runs) {
						expect(run.start).toBe(at);
						for (const { text, kind } of run.pieces)
							for (let i = 0; i < text.length; i++, at++) {
								const covers = ({ start, end }: { start: number; end: number }) =>
									start <= at && at < end;
								expect(new Set(run.drafts)).toEqual(
									new Set(passages.filter(covers).map(({ draft }) => draft))
								);
								expect(kind).toBe(mentions.find(covers)?.kind);
							}
					}
				}
			)
		);
	});

	it('has one run for a passage with a date and a place in it', () => {
		const [run, rest] = runsOf(
			TEXT,
			{ start: 0, end: TEXT.length },
			[{ start: 0, end: 24, draft: 'a' }],
			[{ start: 3, end: 8, kind: 'date' }]
		);
		expect(run?.pieces.map(({ kind }) => kind)).toEqual([undefined, 'date', undefined]);
		expect(rest?.drafts).toEqual([]);
	});
});
