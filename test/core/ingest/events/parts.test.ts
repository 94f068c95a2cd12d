import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { anchorOf } from '../../../../src/lib/core/ingest/events/anchor';
import { figuresIn, numberOf } from '../../../../src/lib/core/ingest/events/figures';
import { KINDS, kindOf } from '../../../../src/lib/core/ingest/events/kinds';
import { segmentsOf } from '../../../../src/lib/core/ingest/events/segments';
import { speechIn } from '../../../../src/lib/core/ingest/events/speech';
import { triggersIn } from '../../../../src/lib/core/ingest/events/triggers';
import { sentencesOf } from '../../../../src/lib/core/ingest/sentences';

const whole = (text: string) => ({ start: 0, end: text.length });

describe('sentences', () => {
	const split = (text: string) =>
		sentencesOf(text, whole(text)).map(({ start, end }) => text.slice(start, end));
	it('a title, an initial and a country in letters end none', () => {
		expect(split('Mr. J. Smith left the U.S. embassy at 5 p.m. local time. He was late.')).toEqual([
			'Mr. J. Smith left the U.S. embassy at 5 p.m. local time.',
			'He was late.'
		]);
	});
	it('the quote that closes behind the stop belongs to the sentence', () => {
		expect(split('“We wait.” They waited.')).toEqual(['“We wait.”', 'They waited.']);
	});
	it('a sentence ends with a blank line, whatever stands there', () => {
		expect(split('No stop here\n\nNext')).toEqual(['No stop here', 'Next']);
	});
	it('together they are all of the text but its white space', () => {
		fc.assert(
			fc.property(
				fc.string({ unit: fc.constantFrom('a', 'B', '.', ' ', '”', '?', '\n', 'U.S.', '5 ') }),
				(text) => {
					const joined = split(text).join('').replace(/\s/g, '');
					expect(joined).toBe(text.replace(/\s/g, ''));
				}
			)
		);
	});
	it('200,000 dots and quotes end', () => {
		const text = '. ”'.repeat(70_000);
		expect(sentencesOf(text, whole(text)).length).toBeGreaterThan(0);
	});
});

describe('figures', () => {
	const figures = (text: string) =>
		figuresIn(text, whole(text)).map(({ what, n, min, max, whose }) => ({
			what,
			n,
			min,
			max,
			whose
		}));
	it.each([
		['Six Utopian soldiers were killed.', { what: 'killed', n: 6, whose: 'Utopian' }],
		['The quake killed at least 1,200 people.', { what: 'killed', min: 1200 }],
		['It left up to 40 people injured.', { what: 'wounded', max: 40 }],
		['Thirty-two others were taken prisoner.', { what: 'captured', n: 32 }],
		['Two dozen people are missing.', { what: 'missing', n: 24 }],
		['The war claimed some 6,000 lives.', { what: 'killed', n: 6000 }]
	])('%s', (text, expected) => {
		expect(figures(text)).toEqual([expect.objectContaining(expected)]);
	});
	it.each([
		'Dozens were killed.',
		'It took 44 days.',
		'They marched 12 miles.',
		'In 2010 people died.'
	])('no figure: %s', (text) => {
		expect(figures(text)).toEqual([]);
	});
	it('numbers in words are those in digits', () => {
		expect(
			['zero', 'nineteen', 'forty', 'ninety-nine', 'a hundred', '7,000'].map(numberOf)
		).toEqual([0, 19, 40, 99, 100, 7000]);
	});
});

describe('the words by which a passage is found again', () => {
	it('are the first and the last, and do not overlap', () => {
		fc.assert(
			fc.property(
				fc.array(fc.stringMatching(/^[a-z]{1,9}$/), { minLength: 2, maxLength: 60 }),
				(words) => {
					const text = words.join(' ');
					const { start, end } = anchorOf(text, whole(text));
					expect(text.startsWith(start)).toBe(true);
					expect(text.endsWith(end)).toBe(true);
					expect(start.length + end.length).toBeLessThan(text.length);
				}
			)
		);
	});
	it('are more where the text has the same beginning twice', () => {
		const text =
			'The army said on Monday that it left. The army said on Monday that it came back again.';
		const second = { start: text.indexOf('The army', 5), end: text.length };
		expect(text.split(anchorOf(text, second).start)).toHaveLength(2);
	});
	it('a single word is both', () => {
		expect(anchorOf('Fire!', whole('Fire!'))).toEqual({ start: 'Fire!', end: 'Fire!' });
	});
	it('a word of 5,000 letters is cut to what the format takes', () => {
		const text = 'x'.repeat(5_000);
		expect(anchorOf(text, whole(text)).start.length).toBeLessThanOrEqual(160);
	});
});

describe('who speaks', () => {
	const said = (text: string) => {
		const speech = speechIn(text, whole(text), []);
		return (
			speech && {
				by: text.slice(speech.speaker.start, speech.speaker.end).trim(),
				what: speech.content.map(({ start, end }) => text.slice(start, end).trim())
			}
		);
	};
	it('before the verb, of what follows “that”', () => {
		expect(said('The ministry said that a bridge fell.')).toEqual({
			by: 'The ministry',
			what: ['a bridge fell.']
		});
	});
	it('at the end, of all before', () => {
		expect(said('A bridge fell into the river, the ministry said.')).toEqual({
			by: 'the ministry',
			what: ['A bridge fell into the river,']
		});
	});
	it('behind the verb', () => {
		expect(said('“It simply fell down today,” said Ada Moss.')?.by).toContain('Ada Moss');
	});
	it('after “according to”', () => {
		expect(said('According to the mayor, a bridge fell.')).toEqual({
			by: 'the mayor',
			what: [', a bridge fell.']
		});
	});
	it('nobody, where nothing is said', () => {
		expect(said('A bridge fell.')).toBeUndefined();
	});
});

describe('the words that tell of a kind', () => {
	it('each belongs to a kind that there is', () => {
		const text = KINDS.map(({ noun }) => `a ${noun.toLowerCase()}.`).join(' ');
		for (const { kind } of triggersIn(text, whole(text))) expect(kindOf(kind).id).toBe(kind);
	});
	it('never overlap, and lie in the sentence', () => {
		fc.assert(
			fc.property(
				fc.array(
					fc.constantFrom(
						'troops',
						'crossed',
						'the border',
						'fire',
						'killed',
						'talks',
						'held',
						'in',
						'bus',
						'crash',
						'was',
						'hit'
					)
				),
				(words) => {
					const text = words.join(' ');
					let last = 0;
					for (const { start, end } of triggersIn(text, whole(text))) {
						expect(start).toBeGreaterThanOrEqual(last);
						expect(end).toBeLessThanOrEqual(text.length);
						last = end;
					}
				}
			)
		);
	});
	it.each([
		'sent '.repeat(40_000),
		'held the '.repeat(30_000),
		'killed 1,'.repeat(30_000),
		'“ '.repeat(80_000),
		'said that '.repeat(30_000)
	])('a sentence made to be slow ends', (text) => {
		const dates: never[] = [];
		const speech = speechIn(text, whole(text), dates);
		expect(
			segmentsOf(text, whole(text), speech, dates, triggersIn(text, whole(text))).length
		).toBeGreaterThan(0);
		expect(figuresIn(text, whole(text)).length).toBeLessThan(5_000);
	});
	it('a kind that is none is refused by name', () => {
		expect(() => kindOf('picnic')).toThrow('“picnic”');
	});
});
