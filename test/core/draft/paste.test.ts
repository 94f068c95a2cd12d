import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readDraft, type JsonObject } from '../../../src/lib/core/draft/files';
import { MAX_PASTE, readPaste, sourcesToAdd, webAddress } from '../../../src/lib/core/draft/paste';

const { files } = readDraft({
	'sources.json': JSON.stringify([
		{
			id: 'courier-2023-03-02',
			type: 'article-newspaper',
			title: 'Dockers walk out',
			'container-title': 'The Courier',
			URL: 'https://www.courier.example/dockers'
		}
	])
});
const items = async (text: string) => {
	const pasted = await readPaste(text, files);
	if (!pasted.ok) throw new Error(pasted.why);
	return pasted.items;
};
const why = async (text: string) => {
	const pasted = await readPaste(text, files);
	return pasted.ok ? '' : pasted.why;
};

describe('a web address that is pasted', () => {
	it('is a source of the paper whose articles stand there', async () => {
		const [item] = await items(
			' https://courier.example/2023/never-barred-the-ferry.html#:~:text=a,b '
		);
		expect(item).toMatchObject({
			'container-title': 'The Courier',
			URL: 'https://courier.example/2023/never-barred-the-ferry.html',
			title: 'Never barred the ferry'
		});
	});
	it('names its host where nothing is known of it, and makes no title of numbers', async () => {
		const [item] = await items('https://www.post.example/a/12345');
		expect(item).toMatchObject({ 'container-title': 'post.example', title: '' });
	});
	it.each(['javascript:alert(1)', 'data:text/html,x', 'ftp://a.example/b', 'https://', 'courier'])(
		'is none: %s',
		async (text) => {
			expect(await why(text)).toMatch(/no (whole )?web address/);
			expect(webAddress(text)).toBeUndefined();
		}
	);
});

describe('CSL-JSON that is pasted', () => {
	it('is taken as an item or a list of them, with what Dateline does not read', async () => {
		const item = { id: 'a', type: 'article', title: 'T', DOI: '10.1/x' };
		expect(await items(JSON.stringify(item))).toEqual([item]);
		expect(await items(JSON.stringify([item, 'no item', 3]))).toEqual([item]);
	});
	it('says what is wrong with it in a sentence', async () => {
		expect(await why('[{"title": "T",]')).toMatch(/^This is no CSL-JSON: line 1/);
		expect(await why('{}')).toMatch(/title or a web address/);
		expect(await why('['.repeat(100) + ']'.repeat(100))).toMatch(/100 levels/);
	});
	it('brings no key that reaches a prototype', async () => {
		const [item] = await items('{"title":"T","__proto__":{"x":1},"constructor":{"y":1}}');
		expect(Object.keys(item ?? {})).toEqual(['title']);
		expect(({} as JsonObject)['x']).toBeUndefined();
	});
});

describe('BibTeX that is pasted', () => {
	it('is a source with its paper, day, authors and address', async () => {
		const [item] = await items(`@article{rees-2023,
			title = {Dockers {Walk} out in \\"Ellery},
			journal = {The Courier}, author = {Rees, Ann and {AFP}},
			year = 2023, month = mar, day = 2,
			url = {https://courier.example/a_b?c=1&d=2}, urldate = {2023-03-20}
		}`);
		expect(item).toMatchObject({
			id: 'rees-2023',
			title: 'Dockers Walk out in Ëllery',
			'container-title': 'The Courier',
			author: [{ given: 'Ann', family: 'Rees' }, { family: 'AFP' }],
			issued: { 'date-parts': [[2023, 3, 2]] },
			accessed: { 'date-parts': [[2023, 3, 20]] },
			URL: 'https://courier.example/a_b?c=1&d=2'
		});
	});
	it('may hold several entries, and words between them', async () => {
		const found = await items('From my list: @misc{a, title={A}} and @online{b, title={B}}');
		expect(found.map(({ title }) => title)).toEqual(['A', 'B']);
	});
	it.each([
		'@article{a, title=',
		'@article{a, title={T}',
		'@article{',
		'@article{a, title={\\begin{x}'
	])('that is broken off is named so: %s', async (text) =>
		expect(await why(text)).toMatch(/BibTeX/)
	);
	it('gives a title without tags', async () => {
		expect((await items('@misc{a, title={\\textbf{B} and \\emph{c}}}'))[0]?.['title']).toBe(
			'B and c'
		);
	});
});

describe('whatever is pasted', () => {
	it('is answered, and never throws', async () => {
		const braces = fc.string({ unit: fc.constantFrom(...'@{}[]",=:a1 \\#%\n'), maxLength: 60 });
		await fc.assert(
			fc.asyncProperty(fc.oneof(fc.string(), braces, fc.json()), async (text) => {
				const pasted = await readPaste(text, files);
				expect(pasted.ok ? pasted.items.length : pasted.why.length).toBeGreaterThan(0);
			})
		);
	});
	it('is not read when it is too long, and not taken when it is too much', async () => {
		expect(await why('x'.repeat(MAX_PASTE + 1))).toMatch(/512 kB/);
		const many = Array.from({ length: 501 }, (_, i) => ({ title: `T${i}` }));
		expect(await why(JSON.stringify(many))).toMatch(/500 sources/);
	});
});

describe('sources that are added', () => {
	it('have ids that none has, of their own where that can be one', () => {
		const { added } = sourcesToAdd(files, [
			{ id: 'Rees2023', title: 'A' },
			{ id: 'courier-2023-03-02', title: 'B' },
			{ id: 'http://zotero.org/users/1/items/X', title: 'C', 'container-title': 'The Post' },
			{ title: 'D', 'container-title': 'The Post' }
		]);
		expect(added.map(({ id }) => id)).toEqual([
			'rees2023',
			'courier-2023-03-02-2',
			'the-post',
			'the-post-2'
		]);
		for (const { id, record } of added) expect((record as JsonObject)['id']).toBe(id);
	});
	it('are those there already where the address is the same', () => {
		const there = { title: 'X', URL: 'https://www.courier.example/dockers' };
		const twice = { title: 'Y', URL: 'https://post.example/y' };
		const { added, there: known } = sourcesToAdd(files, [there, twice, twice]);
		expect(added).toHaveLength(1);
		expect(known).toEqual(['courier-2023-03-02', added[0]?.id]);
	});
});
