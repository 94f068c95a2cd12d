import fc from 'fast-check';
import { afterAll, describe, expect, it } from 'vitest';
import { parseWhen } from '../../../../src/lib/core/date/when';
import type { Article } from '../../../../src/lib/core/ingest/article';
import { findDates } from '../../../../src/lib/core/ingest/dates/find';
import { notesOnDates } from '../../../../src/lib/core/ingest/dates/notes';
import { articleOf, dates, mentions, only } from './reading';

const SCRAPS = [
	'on Thursday',
	'May 14, 2021',
	'10–12 May',
	'last week',
	'the following day',
	'since 1994',
	'until',
	'from',
	'to',
	'and',
	'will meet',
	'said',
	'5:30 p.m.',
	'(1330 GMT)',
	'in the 1990s',
	'two weeks ago',
	'31 June',
	'11/09/2021',
	'9999',
	'May',
	'\u200f',
	'\ud83d\ude00',
	'\ud800',
	'Ð’ÐµÑ€',
	'â€™s',
	'يوم الخميس',
	'.',
	',',
	'\n',
	'\u00a0'
];

/** Text of scraps of dates, and of anything at all. */
const anyText = fc
	.array(
		fc.oneof({ weight: 5, arbitrary: fc.constantFrom(...SCRAPS) }, fc.string({ maxLength: 12 })),
		{
			maxLength: 40
		}
	)
	.map((parts) => parts.join(' '));

describe('whatever the text', () => {
	it('dates stand in order, do not overlap, are in the text and are EDTF', () => {
		fc.assert(
			fc.property(
				anyText,
				fc.constantFrom('2021-05-16', '2021-05-16~', '2024-02-29', null),
				(text, published) => {
					let end = 0;
					for (const mention of mentions(text, { published })) {
						expect(mention.start).toBeGreaterThanOrEqual(end);
						end = mention.end;
						expect(mention.text).toBe(text.slice(mention.start, mention.end));
						expect(mention.text).toBe(mention.text.trim());
						expect(mention.text).not.toBe('');
						expect(mention.reason).toMatch(/^\S.*\.$/);
						if (mention.value !== null) expect(parseWhen(mention.value).ok).toBe(true);
					}
				}
			),
			{ numRuns: 500 }
		);
	});

	it.each([
		'on ',
		'1',
		'1 ',
		'Mon ',
		'from 3 to ',
		'2021-',
		'12:',
		'. ',
		'(',
		'the end of the ',
		' \n',
		'a.m. ',
		'May ',
		'\ud800'
	])('ends on 200,000 units of %j', (scrap) => ends(scrap, 200_000));

	it.each(['Monday ', 'May 1 ', '1990s ', 'since 1994 until ', '1:30 p.m. Friday '])(
		'ends on 20,000 units of %j',
		(scrap) => ends(scrap, 20_000)
	);

	function ends(scrap: string, length: number) {
		const text = scrap.repeat(length / scrap.length);
		const article: Article = {
			text,
			blocks: [{ start: 0, end: text.length, role: 'body' }],
			authors: [],
			notes: [],
			language: 'en',
			published: '2021-05-16'
		};
		expect(findDates(article).every(({ start, end }) => start < end)).toBe(true);
	}

	it('dates are found behind characters of two units and in right-to-left marks', () => {
		const [found] = mentions('\ud83d\ude00 \u200fIt rained on \u202bThursday\u202c.');
		expect(found).toMatchObject({ text: 'Thursday', value: '2021-05-13' });
	});
});

describe('without a day of publication', () => {
	it('what counts from it stays open, and what is written out does not', () => {
		expect(
			dates('It rained on Thursday, last year, in May, on May 3, yesterday and on 3 May 2020.', {
				published: null
			})
		).toEqual([
			['Thursday', null],
			['last year', null],
			['May', null],
			['May 3', null],
			['yesterday', null],
			['3 May 2020', '2020-05-03']
		]);
	});

	it('a wrong one is none', () => {
		expect(only('It rained on Thursday.', { published: '2021-02-30' })).toBeNull();
		expect(only('It rained on Thursday.', { published: 'last week' })).toBeNull();
		expect(only('It rained on Thursday.', { published: '2021-05-16T23:30:00-07:00' })).toBe(
			'2021-05-13'
		);
	});

	it('says so', () => {
		expect(notesOnDates(articleOf('It rained on Thursday.', { published: null }))).toEqual([
			expect.stringContaining('day of publication is not known')
		]);
		expect(notesOnDates(articleOf('It rained on Thursday.'))).toEqual([]);
	});
});

describe('in another language', () => {
	const russian = 'Министр прибыл в столицу в четверг, 13 мая, и пробудет там до 2021-05-20.';
	const french =
		'Le ministre est arrivé dans la capitale le mardi 4 mai et il est reparti avec son train.';

	it('nothing in words is dated', () => {
		expect(dates(russian)).toEqual([['2021-05-20', '2021-05-20']]);
		expect(dates(french)).toEqual([]);
	});

	it('says so', () => {
		expect(notesOnDates(articleOf(russian))[0]).toContain('Russian');
		expect(notesOnDates(articleOf(french))[0]).toContain('French');
		expect(notesOnDates({ ...articleOf('x'), language: 'sw' })[0]).toContain('“sw”');
	});
});

describe('the paragraphs of an article', () => {
	it('only those of its report are read', () => {
		const text = 'It rained on Thursday.\nPosted on Friday.';
		const [first, second] = articleOf(text).blocks;
		const article: Article = {
			...articleOf(text),
			blocks: [
				first as Article['blocks'][0],
				{ ...(second as Article['blocks'][0]), role: 'furniture' }
			]
		};
		expect(findDates(article).map((mention) => mention.text)).toEqual(['Thursday']);
	});

	it('a caption tells of what was photographed', () => {
		expect(only('The mayor is visiting the mill on Monday.', { role: 'caption' })).toBe(
			'2021-05-10'
		);
		expect(
			only('A file photo taken on October 25, 2020, shows the mill.', { role: 'caption' })
		).toBe('2020-10-25');
	});

	it('a headline tells in the present tense of what is over', () => {
		expect(only('Mayor opens mill on Monday', { role: 'headline' })).toBe('2021-05-10');
		expect(only('Mayor to open mill on Monday', { role: 'headline' })).toBe('2021-05-17');
	});
});

describe('a date line', () => {
	const text = 'KIRN, May 14 (Wire) — The mill will open on Saturday. It rained yesterday.';
	const dated: Article = {
		...articleOf(text),
		dateline: { start: 0, end: 21, place: { start: 0, end: 4 }, date: { start: 6, end: 12 } }
	};

	it('is what the report counts from', () => {
		expect(findDates(dated).map(({ value }) => value)).toEqual([
			'2021-05-14',
			'2021-05-15',
			'2021-05-13'
		]);
	});

	it('is read where it stands outside the report', () => {
		const [block] = dated.blocks;
		const apart: Article = {
			...dated,
			blocks: [
				{ start: 0, end: 21, role: 'byline' },
				{ start: 22, end: block?.end ?? 0, role: 'body' }
			]
		};
		expect(findDates(apart).map(({ value }) => value)).toEqual([
			'2021-05-14',
			'2021-05-15',
			'2021-05-13'
		]);
	});

	it('counts for nothing where publication is long after or before it', () => {
		expect(findDates({ ...dated, published: '2021-06-20' })[2]?.value).toBe('2021-06-19');
		// Its year is the past one’s.
		expect(findDates({ ...dated, published: '2021-05-10' })[2]?.value).toBe('2021-05-09');
	});
});

describe('seen from publication', () => {
	it('a date is past, present or future by what it stands for', () => {
		const tenses = mentions(
			'It rained on Thursday and today, this week was wet, and on Tuesday it will snow.'
		).map(({ tense }) => tense);
		expect(tenses).toEqual(['past', 'present', 'present', 'future']);
	});
});

describe('in every time zone', () => {
	const home = process.env['TZ'];
	afterAll(() => {
		if (home === undefined) delete process.env['TZ'];
		else process.env['TZ'] = home;
	});
	const text =
		'On Thursday at 11:30 p.m. it rained. The dam opened on March 14, 2021 at 2:30 a.m., on 4 April and on January 1. Today is dry. It will close on May 20. It rained last night, last month and 2 days ago.';
	const read = () => mentions(text, { published: '2021-05-16' });

	it.each(['Pacific/Auckland', 'America/Los_Angeles', 'Asia/Kolkata'])(
		'the days are those that are written: %s',
		(zone) => {
			process.env['TZ'] = 'UTC';
			const expected = read();
			process.env['TZ'] = zone;
			// The zone is in force, or the test would prove nothing.
			expect(new Date(2021, 0, 15).getTimezoneOffset()).not.toBe(0);
			expect(read()).toEqual(expected);
			expect(expected).toHaveLength(9);
		}
	);
});
