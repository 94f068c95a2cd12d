import { describe, expect, it } from 'vitest';
import type { Article, BlockRole } from '../../../../src/lib/core/ingest/article';
import { readArticle } from '../../../../src/lib/core/ingest/read/read';

const LEAD =
	'The ferry crews and the port of Old Harbour met on Thursday for the first time since the strike began.';
const SECOND = 'Both sides said that the bridge would stay closed until the end of the month.';
const THIRD =
	'Nobody was hurt when a crane fell into the basin, the harbour master told reporters.';
const BODY = [LEAD, SECOND, THIRD].join('\n\n');

/** The paragraphs of a role, as they stand in the text. */
const of = ({ text, blocks }: Article, role: BlockRole) =>
	blocks.filter((block) => block.role === role).map(({ start, end }) => text.slice(start, end));
const read = (...parts: string[]) => readArticle(parts.join('\n'));

describe('the headline of a text', () => {
	it('is the first line without a full stop', async () => {
		const article = await read('Crews and port meet again', '', BODY);
		expect(article.title).toBe('Crews and port meet again');
		expect(of(article, 'headline')).toEqual(['Crews and port meet again']);
		expect(of(article, 'body')).toEqual([LEAD, SECOND, THIRD]);
	});

	it('is looked for behind a menu', async () => {
		const article = await read('Home', 'World', 'Sport', 'Crews and port meet again', '', BODY);
		expect(article.title).toBe('Crews and port meet again');
		expect(of(article, 'furniture')).toEqual(['Home', 'World', 'Sport']);
	});

	it('is missing where the text begins with its first sentence', async () => {
		const article = await read(BODY);
		expect(article.title).toBeUndefined();
		expect(of(article, 'headline')).toEqual([]);
	});

	it('is read once where it stands twice', async () => {
		const article = await read('Port reopens', '', 'Port reopens', '', BODY);
		expect(of(article, 'headline')).toEqual(['Port reopens']);
		expect(of(article, 'repeat')).toEqual(['Port reopens']);
	});

	it('gives way to the title that is given', async () => {
		const article = await readArticle(`Crews and port meet again\n\n${BODY}`, { title: 'Talks' });
		expect(article.title).toBe('Talks');
	});
});

describe('the day of publication in a text', () => {
	it.each([
		['May 16 2021 12:42 AM', '2021-05-16'],
		['date 2022-03-11 Author', '2022-03-11'],
		['Published: 3 June 2019, 14:05', '2019-06-03'],
		['Sunday, 16th of May, 2021', '2021-05-16'],
		['2021-05-16T23:30:00-04:00', '2021-05-16'],
		['16.05.2021 | 18:30', '2021-05-16'],
		['05/16/2021', '2021-05-16'],
		['Updated 4 June 2019 | Published 3 June 2019', '2019-06-03'],
		['16 мая 2021', '2021-05-16'],
		['16 մայիսի 2021', '2021-05-16'],
		['Jane Doe | May 16, 2021', '2021-05-16'],
		['By Jane Doe, 16 May 2021', '2021-05-16'],
		['Last updated on Sept. 3, 2019 at 5 p.m. GMT', '2019-09-03']
	])('is read from the line “%s”', async (line, day) => {
		const article = await read('Crews and port meet again', line, '', BODY);
		expect(article.published).toBe(day);
		expect(of(article, 'byline')).toEqual([line]);
	});

	it.each(['05/06/2021', '2021-02-30', '2 hours ago', 'June 2021'])(
		'is not guessed from “%s”',
		async (line) => {
			expect((await read('Crews and port meet again', line, '', BODY)).published).toBeUndefined();
		}
	);

	it('is not taken from a sentence, a caption or a comment', async () => {
		const article = await read(
			'Crews and port meet again',
			'In this file photo taken on June 2, 2019, the pier is seen from the lake',
			'',
			`${LEAD} The last strike ended on 4 March 2018.`,
			'',
			'Leave a Reply',
			'May 20, 2021'
		);
		expect(article.published).toBeUndefined();
	});

	it('is not the heading of one day in a chronicle', async () => {
		const article = await read('A chronicle', '', 'May 12, 2021', LEAD, '', 'May 13, 2021', SECOND);
		expect(article.published).toBeUndefined();
		expect(of(article, 'body')).toEqual(['May 12, 2021', LEAD, 'May 13, 2021', SECOND]);
	});

	it('gives way to the day that is given', async () => {
		const given = { published: '2021-05-17' };
		expect((await readArticle(`Talks\nMay 16, 2021\n\n${BODY}`, given)).published).toBe(
			'2021-05-17'
		);
	});
});

describe('who wrote a text', () => {
	it.each([
		['By Jane Doe', ['Jane Doe']],
		['By Jane Doe and John van Roe', ['Jane Doe', 'John van Roe']],
		['AFP/ Old Harbour', ['AFP']],
		['(Reuters)', ['Reuters']],
		['Author: Jane Doe', ['Jane Doe']]
	])('is read from “%s”', async (line, authors) => {
		const article = await read('Crews and port meet again', line, '', BODY);
		expect(article.authors).toEqual(authors);
		expect(of(article, 'byline')).toEqual([line]);
	});

	it('is no sentence that begins with “by”', async () => {
		const line = 'By Friday the Crews had left';
		expect((await read(line, '', BODY)).authors).toEqual([]);
	});
});

describe('a dateline', () => {
	const at = ({ text, dateline }: Article) =>
		dateline && {
			place: dateline.place && text.slice(dateline.place.start, dateline.place.end),
			date: dateline.date && text.slice(dateline.date.start, dateline.date.end)
		};

	it.each([
		['OLD HARBOUR — ', 'OLD HARBOUR', undefined],
		['OLD HARBOUR, LAKELAND – ', 'OLD HARBOUR, LAKELAND', undefined],
		['LAKETON (RFE/RL) – ', 'LAKETON', undefined],
		['LAKETON, Jan 5 (Reuters) - ', 'LAKETON', 'Jan 5'],
		['Laketon, 5 January 2021 (AP) -- ', 'Laketon', '5 January 2021'],
		['LAKETON, MAY 14, ARMENPRESS. ', 'LAKETON', 'MAY 14']
	])('is read from “%s”', async (line, place, date) => {
		expect(at(await read(`${line}${LEAD}`, '', SECOND))).toEqual({ place, date });
	});

	it('may stand on a line of its own with the agency', async () => {
		const article = await read('Crews and port meet', 'AFP/ Old Harbour', '', BODY);
		expect(at(article)).toEqual({ place: 'Old Harbour', date: undefined });
	});

	it.each(['NATO — ', 'BREAKING - ', 'The pier — long closed — ', 'Old Harbour: '])(
		'is none in “%s”',
		async (line) => {
			expect(at(await read(`${line}${LEAD}`, '', SECOND))).toBeUndefined();
		}
	);
});

describe('what is set apart in a text', () => {
	it.each([
		'In this file photo taken on June 2, 2019, the pier is seen from the lake.',
		'FILE PHOTO: The pier of Old Harbour',
		'Photo: Jane Doe',
		'[Image: the pier]',
		'(Photo by Jane Doe)',
		'LAKELAND -- A ferry leaves the pier of the town for the last time, June 2, 2019',
		'A ferry leaves the pier of Old Harbour on June 2, 2019 (AP Photo/Jane Doe)'
	])('is the caption “%s”', async (line) => {
		expect(of(await read('Crews and port meet', line, '', BODY), 'caption')).toEqual([line]);
	});

	it('is the shorter of two captions that begin alike', async () => {
		const short = 'In this file photo taken on June 2, 2019, the pier is seen';
		const article = await read('Crews and port meet', short, `${short} from the lake.`, '', BODY);
		expect(of(article, 'repeat')).toEqual([short]);
		expect(of(article, 'caption')).toEqual([`${short} from the lake.`]);
	});

	it.each([
		'Facebook 0',
		'Share article',
		'The post has been shared by 12 people.',
		'XS',
		'Sign Up for Our Newsletters',
		'This site uses cookies to remember you. Accept them?',
		'Subscribe',
		'Advertisement',
		'Follow us on Twitter',
		'Մատչելիության հղումներ',
		'© 2021 Lake News. All rights reserved.',
		'5 min read',
		'* * *'
	])('is the furniture “%s”, before the report and within it', async (line) => {
		for (const parts of [
			['Crews and port meet', line, '', BODY],
			['Crews and port meet', '', LEAD, line, SECOND, THIRD]
		]) {
			const article = await read(...parts);
			expect(of(article, 'furniture')).toEqual([line]);
			expect(of(article, 'body')).toEqual([LEAD, SECOND, THIRD]);
		}
	});

	it.each([
		'The site uses cookies to follow the protesters, the ministry said on Monday.',
		'There are no comments from the ministry so far, its spokeswoman said.',
		'Share prices fell.',
		'Police print the names of the missing every day, and follow every lead.',
		'Image after image of the pier was shown on Thursday.'
	])('is not the sentence “%s”', async (line) => {
		expect(of(await read('Crews and port meet', '', LEAD, line, SECOND), 'body')).toContain(line);
	});

	it('is a whole report that stands twice', async () => {
		const article = await read('Crews and port meet', '', BODY, '', BODY);
		expect(of(article, 'body')).toEqual([LEAD, SECOND, THIRD]);
		expect(of(article, 'repeat')).toEqual([LEAD, SECOND, THIRD]);
		expect(article.notes).toContain('3 paragraphs stand twice; they were read once.');
	});

	it('is a paragraph that comes again with a word more or less', async () => {
		const again = LEAD.replace('for the first time since', 'for the first time ever since');
		expect(of(await read(LEAD, SECOND, again), 'repeat')).toEqual([again]);
	});

	it('is not a line of a chronicle that differs in a number, a name or a negation', async () => {
		for (const [old, other] of [
			['Thursday', 'Friday'],
			['Old Harbour', 'Newhaven'],
			['met on', 'did not meet on']
		] as const) {
			const line = LEAD.replace(old, other);
			expect(of(await read(LEAD, SECOND, line), 'body')).toEqual([LEAD, SECOND, line]);
		}
	});

	it('are comments to the end, however long', async () => {
		const reply = 'I was on that pier on Monday, and nothing of the kind has happened there.';
		const article = await read(
			'Crews and port meet',
			'',
			BODY,
			'',
			'3 Comments',
			reply,
			LEAD,
			reply
		);
		expect(of(article, 'body')).toEqual([LEAD, SECOND, THIRD]);
		expect(of(article, 'comments')).toEqual(['3 Comments', reply, LEAD, reply]);
		expect(article.notes).toEqual([
			'What stands after “3 Comments” was set apart as readers’ comments.'
		]);
	});

	it('is not the report after a counter of comments', async () => {
		const article = await read('Crews and port meet', '12 Comments', '', BODY);
		expect(of(article, 'body')).toEqual([LEAD, SECOND, THIRD]);
		expect(of(article, 'comments')).toEqual([]);
	});

	it('are teasers with bodies that are cut off', async () => {
		const teasers = ['A bridge is named', 'LAKETON — The new bridge will be named after the…'];
		const article = await read(
			'Crews and port meet',
			'',
			BODY,
			'',
			'You May Also Like',
			...teasers
		);
		expect(of(article, 'teaser')).toEqual(['You May Also Like', ...teasers]);
	});

	it('is not the report that goes on after a box of teasers', async () => {
		const article = await read(
			'Crews and port meet',
			'',
			LEAD,
			'Related',
			'A bridge is named',
			BODY
		);
		expect(of(article, 'teaser')).toEqual(['Related', 'A bridge is named']);
		expect(of(article, 'body')).toEqual([LEAD, SECOND, THIRD]);
	});

	it('is a teaser of one line', async () => {
		const article = await read('Crews and port meet', LEAD, 'Read more: A bridge is named', SECOND);
		expect(of(article, 'teaser')).toEqual(['Read more: A bridge is named']);
		expect(of(article, 'body')).toEqual([LEAD, SECOND]);
	});
});

describe('paragraphs of a text', () => {
	it('are its lines where each is one', async () => {
		expect(of(await read(LEAD, SECOND, THIRD), 'body')).toEqual([LEAD, SECOND, THIRD]);
	});

	it('are put together where the text is broken to a width', async () => {
		const wrap = (words: string) => words.replace(/(?=.{60})(.{40,60}) /g, '$1\n');
		const parts = [LEAD, SECOND, THIRD].map(wrap);
		expect(parts[0]).toContain('\n');
		expect(of(await readArticle(parts.join('\n\n')), 'body')).toEqual(parts);
	});

	it('may end with any line break', async () => {
		for (const sign of ['\n', '\r\n', '\r', '\u2028', '\n\u00a0\n'])
			expect(of(await readArticle([LEAD, SECOND].join(sign)), 'body')).toEqual([LEAD, SECOND]);
	});
});
