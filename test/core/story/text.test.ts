import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { brokenForms, parseParagraph, plainParagraph } from '../../../src/lib/core/story/text';

const written = (text: string) =>
	parseParagraph(text)
		.map((part) => {
			if (part.kind === 'text') return part.text;
			if (part.kind === 'view') return `[${part.text}](?${part.query})`;
			if (part.kind === 'link') return `[${part.text}](${part.href})`;
			return `[${part.sources.map((id) => `@${id}`).join('; ')}]`;
		})
		.join('');

const words = fc.stringMatching(/^[a-z ]{1,12}$/);
const id = fc.stringMatching(/^[a-z0-9-]{1,12}$/);
const pieces = fc.array(
	fc.oneof(
		words,
		fc.tuple(words, id).map(([text, event]) => `[${text}](?event=${event}&from=2021-05-12)`),
		words.map((text) => `[${text}](https://news.example/a?b=c)`),
		fc.array(id, { minLength: 1, maxLength: 3 }).map((ids) => `[@${ids.join('; @')}]`)
	),
	{ maxLength: 12 }
);

describe('a paragraph', () => {
	it('is put together again from its parts', () => {
		fc.assert(
			fc.property(pieces, (parts) => {
				const text = parts.join('');
				expect(written(text)).toBe(text);
			})
		);
	});

	it('loses no character of any text, whatever is in it', () => {
		const hostile = fc
			.array(
				fc.constantFrom('[', ']', '(', ')', '?', '@', ';', 'a', ' ', '<', 'https://x.example', '](')
			)
			.map((signs) => signs.join(''));
		fc.assert(
			fc.property(fc.oneof(hostile, fc.string({ unit: 'grapheme' })), (text) => {
				// A citation's white space is the one thing that is not kept as it was.
				const bare = (value: string) => value.replace(/\s/g, '');
				expect(bare(written(text))).toBe(bare(text));
			})
		);
	});

	it('has views, links and citations set apart', () => {
		expect(
			parseParagraph(
				'Near [the lake](?event=lake&to=) troops [@a; @b] – [more](https://x.example/).'
			)
		).toEqual([
			{ kind: 'text', text: 'Near ' },
			{ kind: 'view', text: 'the lake', query: 'event=lake&to=' },
			{ kind: 'text', text: ' troops ' },
			{ kind: 'citation', sources: ['a', 'b'] },
			{ kind: 'text', text: ' – ' },
			{ kind: 'link', text: 'more', href: 'https://x.example/' },
			{ kind: 'text', text: '.' }
		]);
	});

	it.each([
		'[press](javascript:alert(1))',
		'[press](data:text/html,x)',
		'[press](//evil.example)',
		'[press](/there)',
		'[press](?)',
		'[@]',
		'[@No Id]',
		'[@a; b]',
		'<b>bold</b>',
		'**bold** _and_ `code`',
		'[only words]'
	])('shows %s as the text that it is', (text) => {
		expect(parseParagraph(text).every(({ kind }) => kind === 'text')).toBe(true);
		expect(written(text)).toBe(text);
	});

	it('names what is written like a form and is none', () => {
		expect(brokenForms('[a](javascript:x) [b](?event=c) [@] [words] [@d]')).toEqual([
			'[a](javascript:x)',
			'[@]'
		]);
	});

	it('is words alone for those who want no more', () => {
		expect(plainParagraph('Near [the lake](?event=lake), he said [@a]. Then …')).toBe(
			'Near the lake, he said. Then …'
		);
	});

	it('is read in time that grows with its length', () => {
		const long = '['.repeat(50_000) + '](' + '[a](b'.repeat(20_000) + '[@'.repeat(20_000);
		expect(written(long)).toBe(long);
	});
});
