import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decode } from '../../../../src/lib/core/ingest/read/decode';
import { readArticle } from '../../../../src/lib/core/ingest/read/read';
import { asWindows1252 } from '../../../../src/lib/core/ingest/read/windows-1252';
import { MAX_BYTES, MAX_TEXT, Unreadable } from '../../../../src/lib/core/ingest/read/unreadable';

const LEAD = 'The ferry crews and the port of Old Harbour met on Thursday, both sides said.';
const bytes = (text: string) => new TextEncoder().encode(text);
/** Text in a one-byte encoding, by asking its decoder for each byte. */
const inWindows = (encoding: string, text: string) => {
	const decoder = new TextDecoder(encoding);
	const all = Array.from({ length: 256 }, (_, i) => decoder.decode(Uint8Array.of(i)));
	if (encoding === 'windows-1252') all.splice(0x93, 2, '“', '”');
	return Uint8Array.from(text, (char) => all.indexOf(char));
};

describe('an input that holds no article', () => {
	it.each(['', ' \n\t', '\ufeff'])('is refused in a sentence: %j', async (text) => {
		await expect(readArticle(text)).rejects.toThrow('There is no text: give an article.');
	});

	it.each([
		['%PDF-1.7 …', 'a PDF file'],
		['PK\u0003\u0004…', 'a zipped file'],
		['{\\rtf1 …', 'an RTF file'],
		['abc\u0000def', 'binary data']
	])('is named where its kind is seen: %j', async (text, kind) => {
		await expect(readArticle(text)).rejects.toThrow(kind);
		expect(() => decode(bytes(text))).toThrow(kind);
	});

	it('is named with the cap where it is too long', async () => {
		await expect(readArticle('a '.repeat(MAX_TEXT))).rejects.toThrow(
			'The text has 2,000,000 characters, and at most 1,000,000 are read'
		);
		expect(() => decode(new Uint8Array(MAX_BYTES + 1))).toThrow('10,000,000');
		await expect(readArticle(`<html><body>${'<div>'.repeat(1000)}`)).rejects.toThrow('400 deep');
		await expect(readArticle(`<html><body>${'<b></b>'.repeat(40_000)}`)).rejects.toThrow('30,000');
		await expect(readArticle(`<html><body>${'&amp;'.repeat(400_000)}`)).rejects.toThrow('300,000');
	});
});

describe('bytes', () => {
	it('are read in the encoding that they are in', () => {
		expect(decode(bytes(`\ufeff${LEAD}`))).toEqual({ text: LEAD, notes: [] });
		for (const little of [true, false]) {
			const marked = `\ufeff${LEAD}`;
			const view = new DataView(new ArrayBuffer(marked.length * 2));
			for (let i = 0; i < marked.length; i++) view.setUint16(2 * i, marked.charCodeAt(i), little);
			expect(decode(new Uint8Array(view.buffer)).text).toBe(LEAD);
		}
		const page = '<html><head><meta charset="windows-1251"></head><body><p>Паром ушёл.</p>';
		expect(decode(inWindows('windows-1251', page))).toEqual({ text: page, notes: [] });
	});

	it('are guessed otherwise, which is said', () => {
		const cyrillic = decode(inWindows('windows-1251', 'Паром ушёл с причала утром.'));
		expect(cyrillic.text).toBe('Паром ушёл с причала утром.');
		expect(cyrillic.notes[0]).toContain('was read as windows-1251');
		const latin = decode(inWindows('windows-1252', 'The café is “shut”.'));
		expect(latin.text).toBe('The café is “shut”.');
		expect(latin.notes[0]).toContain('was read as windows-1252');
	});

	it('give text or a sentence, whatever they are', () => {
		fc.assert(
			fc.property(fc.uint8Array({ maxLength: 300 }), (some) => {
				try {
					expect(typeof decode(some).text).toBe('string');
				} catch (error) {
					expect(error).toBeInstanceOf(Unreadable);
				}
			})
		);
	});
});

describe('text in the wrong encoding', () => {
	const misread = (text: string, encoding: string) => {
		const read = new TextDecoder(encoding).decode(bytes(text));
		return encoding === 'windows-1252' ? asWindows1252(read) : read;
	};
	it.each([
		['windows-1252', 'The crews’ union said “no” – and the café’s owner “yes”.'],
		['windows-1252', 'Паром ушёл с причала утром, сказал начальник порта.'],
		['windows-1251', 'Паром ушёл с причала утром, сказал начальник порта.']
	])('is named, and read as it stands: %s', async (encoding, text) => {
		const garbled = misread(text, encoding);
		const article = await readArticle(garbled);
		expect(article.text).toBe(garbled);
		expect(article.notes[0]).toContain('wrong encoding');
	});

	it.each([
		'Le café “Âge d’Or” est fermé, dit-on à São Paulo; l’Élysée répond — « non ».',
		'Паром ушёл с причала утром, сказал начальник порта. Район «Старый» закрыт.',
		'Նավը մեկնել է առավոտյան։ Կամուրջը փակ է։',
		'غادرت العبارة الميناء صباح الخميس، قال رئيس الميناء.'
	])('is not what this is: %s', async (text) => {
		expect((await readArticle(text)).notes).toEqual([]);
	});
});

describe('any text', () => {
	const line = fc.oneof(
		fc.string({ unit: 'grapheme', maxLength: 80 }),
		fc.constantFrom(
			LEAD,
			'Facebook 0',
			'Related',
			'Leave a Reply',
			'By Jane Doe',
			'May 16, 2021',
			'AFP/ Laketon',
			'OLD HARBOUR — It rains.',
			'In this file photo taken on June 2, 2019, a pier',
			'',
			' \u00a0',
			'\u200b',
			'…'
		)
	);
	const text = fc
		.array(fc.tuple(line, fc.constantFrom('\n', '\r\n', '\n\n', '\u2028', '\n \n')), {
			maxLength: 14
		})
		.map((lines) => `x ${lines.flat().join('')}`);

	it('is covered by blocks in order, but for white space, and nothing twice', async () => {
		await fc.assert(
			fc.asyncProperty(text, async (given) => {
				const { text: read, blocks, dateline } = await readArticle(given);
				expect(read).toBe(given);
				let at = 0;
				for (const { start, end } of blocks) {
					expect(given.slice(at, start).trim()).toBe('');
					expect(end).toBeGreaterThan(start);
					expect(start).toBeGreaterThanOrEqual(at);
					at = end;
				}
				expect(given.slice(at).trim()).toBe('');
				for (const part of [dateline, dateline?.place, dateline?.date])
					if (part)
						expect(blocks.some((b) => b.start <= part.start && part.end <= b.end)).toBe(true);
			}),
			{ numRuns: 300 }
		);
	});

	it('of markup is read or refused in a sentence', async () => {
		const piece = fc.oneof(
			fc.constantFrom(
				'<p>',
				'</p>',
				'<div class="caption">',
				'</div>',
				'<br>',
				'&amp;',
				'&#x0;',
				'&bogus;',
				'&',
				'<',
				'<!--',
				'-->',
				'<script>',
				'</script>',
				'<title>',
				'<table><tr><td>',
				'<h1>',
				'<svg>',
				'<time datetime=2021-05-16>',
				LEAD,
				'<data data-dateline-text=0>'
			),
			fc.string({ maxLength: 20 })
		);
		await fc.assert(
			fc.asyncProperty(fc.array(piece, { maxLength: 40 }), async (pieces) => {
				const markup = `<html><body>${pieces.join('')}`;
				try {
					const { text, inputOffset } = await readArticle(markup);
					for (let i = 0; i <= text.length; i++) {
						const at = inputOffset?.(i) ?? -1;
						expect(at >= 0 && at <= markup.length).toBe(true);
					}
				} catch (error) {
					expect(error).toBeInstanceOf(Unreadable);
				}
			}),
			{ numRuns: 100 }
		);
	});
});

/** Inputs on which a pattern that tries again, or a search from every place to the end, takes hours. */
describe('a megabyte made to be slow', () => {
	const N = 1_000_000;
	const fill = (part: string, length = N) =>
		part.repeat(Math.ceil(length / part.length)).slice(0, length);
	it.each([
		' ',
		'\u00a0.',
		'A ',
		'aA',
		'A, ',
		'A - ',
		'. ',
		'May 1 ',
		'1.1.',
		'\nBy A B',
		'\nx y z w v',
		'“',
		'…',
		'(',
		'\ud800',
		'\nRead more: a',
		'\nFacebook 1',
		'\nJune 3, 2019',
		'\nAn old ferry has left the pier again this morning.'
	])('is read to the end: %j', async (part) => {
		const text = `x${fill(part, N - 1)}`;
		const { blocks } = await readArticle(text);
		expect(blocks.at(-1)?.end).toBe(text.trimEnd().length);
	});

	it.each([
		'<',
		'<a ',
		'<a href="',
		'&',
		'<!--',
		'<!',
		'<p x="',
		'a, b. ',
		'<script>',
		'<title>',
		'<?',
		'<a b c '
	])('of markup is read or refused: %s', async (part) => {
		const ends = await readArticle(`<html><body><p>${LEAD}</p>${fill(part, N)}`).then(
			({ text }) => text.includes(LEAD),
			(error: unknown) => error instanceof Unreadable
		);
		expect(ends).toBe(true);
	});
});
