import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import type { Article, BlockRole } from '../../../../src/lib/core/ingest/article';
import { readArticle } from '../../../../src/lib/core/ingest/read/read';

/** The articles that the project began with belong to their publishers, and lie outside the repository. */
const FOLDER = '../shared/articles';
const missing = !existsSync(FOLDER);

const read = async (name: string) => readArticle(await readFile(`${FOLDER}/${name}.txt`, 'utf8'));
const of = ({ text, blocks }: Article, role: BlockRole) =>
	blocks.filter((block) => block.role === role).map(({ start, end }) => text.slice(start, end));
const counts = (article: Article) => {
	const found: Partial<Record<BlockRole, number>> = {};
	for (const { role } of article.blocks) found[role] = (found[role] ?? 0) + 1;
	return found;
};

describe.skipIf(missing)(`the four articles (skipped where ${FOLDER} is not there)`, () => {
	it('armenia-asks-putin: a cut caption beside the whole one, an agency’s line, a form', async () => {
		const article = await read('armenia-asks-putin');
		expect(article).toMatchObject({ published: '2021-05-16', authors: ['AFP'] });
		expect(article.title).toMatch(/^Armenia asks/);
		const { place } = article.dateline ?? {};
		expect(place && article.text.slice(place.start, place.end)).toBe('Yerevan');
		expect(counts(article)).toEqual({
			headline: 1,
			byline: 2,
			repeat: 1,
			caption: 1,
			body: 29,
			comments: 2
		});
	});

	it('hotline-with-azerbaijan: title and body stand twice', async () => {
		const article = await read('hotline-with-azerbaijan');
		expect(counts(article)).toEqual({ headline: 1, body: 9, repeat: 10 });
		expect(article.published).toBeUndefined();
	});

	it('lavrov-praises-ties: a line in another script, a caption twice, sizes', async () => {
		const article = await read('lavrov-praises-ties');
		expect(counts(article)).toEqual({ furniture: 5, headline: 1, caption: 1, repeat: 1, body: 10 });
		expect(article.title).toMatch(/^Lavrov Praises/);
		expect(article.published).toBeUndefined();
	});

	it('mirzoyan-lavrov-antalya: a date line, share counters, forms, teasers, no headline', async () => {
		const article = await read('mirzoyan-lavrov-antalya');
		expect(article.published).toBe('2022-03-11');
		expect(article.title).toBeUndefined();
		expect(counts(article)).toEqual({ byline: 1, furniture: 9, body: 9, comments: 1, teaser: 9 });
		expect(of(article, 'teaser')[0]).toBe('You May Also Like');
		const { place } = article.dateline ?? {};
		expect(place && article.text.slice(place.start, place.end)).toBe('ANYALYA');
	});
});
