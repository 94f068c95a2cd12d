import fc from 'fast-check';
import { readFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { toBibtex } from '../../../src/lib/core/cite/bibtex';
import { toCslJson } from '../../../src/lib/core/cite/csl';
import { toMarkdown } from '../../../src/lib/core/cite/markdown';
import type { Numbering } from '../../../src/lib/core/cite/number';
import { toRis } from '../../../src/lib/core/cite/ris';
import { checkDossier } from '../../../src/lib/core/dossier/check';
import { tool } from '../../clients/tool';
import { numbered, sourcesOf, trickyLine } from './samples';

const pandoc = tool('pandoc', 'pandoc');
const ris2xml = tool('ris2xml', 'bibutils');

const anyItem = fc.record(
	{
		title: trickyLine,
		'container-title': trickyLine,
		author: fc.array(
			fc.oneof(
				fc.record({ literal: trickyLine }),
				fc.record({ family: trickyLine, given: trickyLine })
			),
			{ minLength: 1, maxLength: 3 }
		)
	},
	{ requiredKeys: ['title'] }
);
const anyItems = fc.array(anyItem, { minLength: 1, maxLength: 4 }).map((items) =>
	items.map((item, i) => ({
		id: `s-${i}`,
		type: 'article-newspaper',
		issued: { 'date-parts': [[2021, 5, 13]] },
		URL: `https://paper.example/${i}?a=1&b=%7B${i}_x`,
		...item
	}))
);

/** The entries of a BibTeX file by its grammar alone: fields in balanced braces, or a bare word. */
function readBibtex(text: string): { key: string; fields: Record<string, string> }[] {
	const entries: { key: string; fields: Record<string, string> }[] = [];
	let at = 0;
	const skip = (pattern: RegExp) => {
		const found = new RegExp(pattern, 'y');
		found.lastIndex = at;
		const match = found.exec(text);
		if (!match) throw new Error(`${pattern} expected at: ${text.slice(at, at + 60)}`);
		at = found.lastIndex;
		return match[1] ?? '';
	};
	while (text.slice(at).trim()) {
		skip(/\s*@\w+/);
		const key = skip(/\{([^,]+),\s*/);
		const fields: Record<string, string> = {};
		while (text[at] !== '}') {
			const name = skip(/(\w+)\s*=\s*/);
			if (text[at] === '{') {
				const from = at;
				let depth = 0;
				// BibTeX counts every brace, escaped or not.
				do {
					if (text[at] === '{') depth++;
					if (text[at] === '}') depth--;
					at++;
				} while (depth > 0 && at < text.length);
				fields[name] = text.slice(from + 1, at - 1);
			} else fields[name] = skip(/(\w+)/);
			skip(/,?\s*/);
		}
		skip(/\}/);
		entries.push({ key, fields });
	}
	return entries;
}

/** The records of a RIS file, line by line. */
function readRis(text: string): [string, string][][] {
	const records: [string, string][][] = [];
	for (const line of text.split('\r\n')) {
		const [, tag, value] = /^([A-Z][A-Z0-9]) {2}- (.*)$/.exec(line) ?? [];
		if (tag === undefined) {
			if (line) throw new Error(`no RIS line: ${line}`);
		} else if (tag === 'TY') records.push([[tag, value ?? '']]);
		else records.at(-1)?.push([tag, value ?? '']);
	}
	return records;
}

describe('BibTeX', () => {
	it('has one entry a source under a key of its own, whatever the fields hold', () => {
		fc.assert(
			fc.property(anyItems, (items) => {
				const entries = readBibtex(toBibtex(numbered(items)));
				expect(entries.map(({ key }) => key)).toEqual(items.map(({ id }) => id));
				for (const { fields } of entries) {
					expect(fields['date']).toBe('2021-05-13');
					// Nothing that TeX would run: every command is one of ours.
					const commands = fields['title']?.match(/\\[a-z]+/gi) ?? [];
					for (const command of commands) expect(command).toMatch(/^\\text[a-z]+$/);
				}
			})
		);
	});

	it('keeps letters of every script as they are', () => {
		const title = 'Kəlbəcər, Սյունիք, Ёж';
		const text = toBibtex(numbered([{ id: 'a', type: 'webpage', title }]));
		expect(text).toContain(`title = {{${title}}}`);
	});

	it('escapes braces that pair, which BibTeX’s count of braces bears', () => {
		const [entry] = readBibtex(
			toBibtex(numbered([{ id: 'a', type: 'webpage', title: 'a {b} c' }]))
		);
		expect(entry?.fields['title']).toBe('{a \\{b\\} c}');
	});

	it('says doubt, access and an archived copy as biblatex reads them', () => {
		const [entry] = readBibtex(
			toBibtex(
				numbered([
					{
						id: 'a',
						type: 'article-newspaper',
						title: 'A',
						issued: { 'date-parts': [[2021, 5, 13]], circa: true },
						accessed: { 'date-parts': [[2021, 6]] },
						archive_location: 'https://archive.example/a_b'
					}
				])
			)
		);
		expect(entry?.fields).toMatchObject({
			date: '2021-05-13~',
			year: '2021',
			month: 'may',
			urldate: '2021-06',
			note: 'Archived at \\url{https://archive.example/a_b}'
		});
	});

	it.skipIf(pandoc.missing)(
		`is read back by pandoc letter by letter${pandoc.missing ? `: skipped, ${pandoc.missing}` : ''}`,
		() => {
			interface Read {
				id: string;
				title: string;
				'container-title'?: string;
				URL: string;
				author?: { family?: string; given?: string; literal?: string }[];
			}
			fc.assert(
				fc.property(anyItems.map(forPandoc), (items) => {
					const text = pandoc.run(['-f', 'biblatex', '-t', 'csljson'], toBibtex(numbered(items)));
					const read = JSON.parse(text) as Read[];
					expect(read.length).toBe(items.length);
					for (const item of items) {
						const found = read.find(({ id }) => id === item.id);
						expect(plain(found?.title)).toBe(plain(item.title));
						expect(plain(found?.['container-title'])).toBe(plain(item['container-title']));
						expect(found?.URL).toBe(item.URL);
						expect(found?.author?.length).toBe(item.author?.length);
						found?.author?.forEach((author, i) =>
							expect(wordsOf(author)).toEqual(wordsOf(item.author?.[i] ?? {}))
						);
					}
				}),
				{ numRuns: 12 }
			);
		}
	);
});

type Items = typeof anyItems extends fc.Arbitrary<infer T> ? T : never;

/**
 * Without what pandoc itself does not know: braces by their LaTeX names, and most signs in a name, which
 * its own reader of names takes apart.
 */
function forPandoc(items: Items): Items {
	const unbraced = (text: string) => `A ${text.replace(/[{}]/g, '')} Z`.replace(/\s+/g, ' ');
	const name = (text: string) => `${text.replace(/[^\p{L}\p{N} &#%_'-]|\band\b/gu, '').trim()} B`;
	return items.map(({ author, ...item }) => ({
		...item,
		title: unbraced(item.title),
		...(item['container-title'] && { 'container-title': unbraced(item['container-title']) }),
		...(author && {
			author: author.map((one) =>
				'literal' in one
					? { literal: name(one.literal) }
					: { family: name(one.family), given: name(one.given) }
			)
		})
	}));
}

/** The words of a name: a small first letter makes a particle of the family's first word. */
const wordsOf = (name: object) =>
	Object.values(name)
		.flatMap((part) => (typeof part === 'string' ? (plain(part)?.split(/\s+/) ?? []) : []))
		.filter(Boolean)
		.sort();

/** What pandoc writes as marks of its own, taken off: rich text of CSL, quotation marks, spaces. */
function plain(text: string | undefined): string | undefined {
	return text
		?.replace(/<span class="nocase">([\s\S]*)<\/span>/, '$1')
		.replace(/["'`“”„‘’]/g, '')
		.replace(/\u00a0/g, ' ');
}

describe('RIS', () => {
	it('has one record a source, each field on a line of its own, whatever they hold', () => {
		fc.assert(
			fc.property(anyItems, (items) => {
				const records = readRis(toRis(numbered(items)));
				expect(records.length).toBe(items.length);
				records.forEach((record, i) => {
					const item = items[i] as (typeof items)[number];
					const of = (tag: string) =>
						record.filter(([name]) => name === tag).map(([, text]) => text);
					expect(of('TI')).toEqual([item.title]);
					expect(of('UR')).toEqual([item.URL]);
					expect(of('DA')).toEqual(['2021/05/13/']);
					expect(of('AU').length).toBe(item.author?.length ?? 0);
					expect(record.at(-1)).toEqual(['ER', '']);
				});
			})
		);
	});
});

describe('RIS in other hands', () => {
	it.skipIf(ris2xml.missing)(
		`is read by bibutils, title, names and day${ris2xml.missing ? `: skipped, ${ris2xml.missing}` : ''}`,
		() => {
			const items = [
				{
					id: 'a',
					type: 'article-newspaper',
					title: 'Kəlbəcər & Սյունիք <b>',
					'container-title': 'The Courier',
					author: [{ family: 'Rees', given: 'Ann' }],
					issued: { 'date-parts': [[2021, 5, 13]] },
					URL: 'https://courier.example/a'
				},
				{ id: 'b', type: 'webpage', title: 'Ёж' }
			];
			const xml = ris2xml.run([], toRis(numbered(items)));
			expect(xml.match(/<mods/g)?.length).toBe(2 + 1);
			for (const part of [
				'<title>Kəlbəcər &amp; Սյունիք &lt;b&gt;</title>',
				'<title>Ёж</title>',
				'<namePart type="family">Rees</namePart>',
				'2021-05-13',
				'<url>https://courier.example/a</url>'
			])
				expect(xml).toContain(part);
		}
	);
});

describe('CSL-JSON', () => {
	// As Zotero's export has them: ids that are addresses, years as strings, fields of its own.
	const zotero = [
		{
			id: 'http://zotero.org/users/1/items/AB0',
			type: 'article-newspaper',
			abstract: 'What it says.',
			'container-title': 'The Gazette',
			language: 'en',
			note: 'tex.custom: 1',
			section: 'Home',
			title: 'Harbour talks begin',
			URL: 'https://example.org/harbour-talks',
			author: [
				{ family: 'Rees', given: 'Ann' },
				{ family: 'Boer', given: 'Jan', 'non-dropping-particle': 'de', suffix: 'Jr.' }
			],
			accessed: { 'date-parts': [['2021', 5, 20]] },
			issued: { 'date-parts': [['2021', 5, 13]] }
		},
		{
			id: 12,
			type: 'webpage',
			title: 'Harbour talks end',
			'container-title': 'The Courier',
			URL: 'https://example.org/harbour-end',
			custom: { anything: [1, { deep: true }] },
			issued: { 'date-parts': [['2021', 5]], circa: 1 }
		}
	];

	it('comes out of a view as it came in from Zotero', () => {
		expect(JSON.parse(toCslJson(numbered(zotero)))).toEqual(zotero);
	});

	it('comes out as the shipped dossier has it', async () => {
		const file = await readFile('geodata/armenia-azerbaijan/sources.json', 'utf8');
		const items = JSON.parse(file) as object[];
		expect(JSON.parse(toCslJson(numbered(items)))).toEqual(items);
	});

	it('has no address that would run, even where one came in', () => {
		const [source] = sourcesOf([{ ...zotero[0], URL: 'javascript:alert(1)' }]);
		expect(JSON.stringify(source?.csl)).not.toContain('javascript');
	});

	it('is taken in again: the sources of a dossier are the same', () => {
		const text = new TextEncoder().encode(toCslJson(numbered(zotero)));
		const { dossier } = checkDossier('again', { 'sources.json': text });
		// A dossier of sources alone is none.
		expect(dossier).toBeNull();
		expect(sourcesOf(JSON.parse(new TextDecoder().decode(text)) as object[])).toEqual(
			sourcesOf(zotero)
		);
	});
});

describe('Markdown', () => {
	const numberingOf = (items: readonly object[]): Numbering => {
		const sources = numbered(items);
		return { events: [], sources, sourceNumbers: new Map() };
	};

	it('has one footnote a source, on a line of its own', () => {
		fc.assert(
			fc.property(anyItems, (items) => {
				const lines = toMarkdown(numberingOf(items), () => '')
					.trimEnd()
					.split('\n');
				expect(lines.map((line) => line.slice(0, line.indexOf(': ')))).toEqual(
					items.map((_, i) => `[^${i + 1}]`)
				);
			})
		);
	});

	it.skipIf(pandoc.missing)(
		`is shown by pandoc as the text it was${pandoc.missing ? `: skipped, ${pandoc.missing}` : ''}`,
		() => {
			fc.assert(
				fc.property(trickyLine, (title) => {
					const items = [{ id: 'a', type: 'article-newspaper', title }];
					const note = toMarkdown(numberingOf(items), () => '');
					const shown = pandoc.run(
						['-f', 'markdown-smart', '-t', 'plain', '--wrap=none'],
						`A claim.[^1]\n\n${note}`
					);
					const read = shown.slice(shown.lastIndexOf('[1]') + 3).trim();
					const inner = title
						.replace(/“/g, '‘')
						.replace(/”/g, '’')
						.replace(/"([^"]*)"/g, '‘$1’');
					const stop = /[.?!…][”’"')\]]?$/.test(inner) ? '' : '.';
					expect(read).toBe(`“${inner}${stop}” n.d.`);
				}),
				{ numRuns: 25 }
			);
		}
	);
});
