import { describe, expect, it } from 'vitest';
import { openDelimited } from '../../../../src/lib/core/import/read/delimited';
import { openTable } from '../../../../src/lib/core/import/read/open';
import { Unusable } from '../../../../src/lib/core/import/read/table';
import { drain, sourceOf } from './source';

const MB = 1024 * 1024;
const cells = async (content: string | Uint8Array, cuts?: readonly number[]) => {
	const table = await openDelimited(sourceOf(content, cuts));
	return { table, ...(await drain(table)) };
};
const utf16 = (text: string, little: boolean) => {
	const bytes = new Uint8Array(2 * text.length + 2);
	const view = new DataView(bytes.buffer);
	[0xfeff, ...text.split('').map((unit) => unit.charCodeAt(0))].forEach((unit, i) =>
		view.setUint16(2 * i, unit, little)
	);
	return bytes;
};

describe('a table with a fault', () => {
	it('has a cell of 10 MB refused with its line, and holds no more than a piece and a row of it', async () => {
		let asked = 0;
		const source = sourceOf('');
		const piece = new Uint8Array(64 * 1024).fill(0x61);
		const text = (words: string) => new TextEncoder().encode(words);
		const big = {
			...source,
			open: async function* () {
				yield await Promise.resolve(text('id,text\n1,one\n2,"'));
				for (let i = 0; i < (10 * MB) / piece.length; i++, asked++) yield piece;
				yield text('"\n3,three\n');
			}
		};
		const table = await openDelimited(big);
		const { rows, faults } = await drain(table);
		expect(rows).toEqual([
			{ line: 2, cells: ['1', 'one'] },
			{ line: 4, cells: ['3', 'three'] }
		]);
		expect(faults).toEqual([
			{
				line: 3,
				kind: 'too-long',
				expected: 'a cell of at most 1 MB',
				found: 'a longer one',
				mend: 'Shorten it; an unclosed quotation mark before it is the usual cause.'
			}
		]);
		expect(asked).toBeGreaterThan(0);
	});

	it('takes a cell of 1 MB, and refuses one that is a byte longer, with quotes or without', async () => {
		for (const quote of ['', '"']) {
			const most = 'a'.repeat(MB - 2 * quote.length);
			const row = (text: string) => `1,${quote}${text}${quote},x\n`;
			const { rows, faults } = await cells(`id,text,more\n${row(most)}${row(`${most}a`)}`);
			expect(rows.map(({ line }) => line)).toEqual([2]);
			expect(faults.map(({ line, kind }) => [line, kind])).toEqual([[3, 'too-long']]);
		}
	});

	it('names the line on which a quotation mark opens that is never closed', async () => {
		await expect(cells('id,text\n1,one\n2,"two\n3,three\n')).rejects.toThrow(
			new Unusable(
				'Line 3: a cell begins with a quotation mark that is never closed. Close it, or double it ("") where it belongs to the text; nothing was imported.'
			)
		);
	});

	it('refuses a row with text behind a closed quotation mark, and reads on', async () => {
		const { rows, faults } = await cells('id,text\n1,"a"b\n2,two\n');
		expect(faults).toEqual([
			{
				line: 2,
				kind: 'quote',
				expected: 'a closing quotation mark at the end of its cell',
				found: '"b" behind it',
				mend: 'Double quotation marks inside a quoted cell ("").'
			}
		]);
		expect(rows.map(({ line }) => line)).toEqual([3]);
	});

	it('refuses what is no text, as a picture or a program is', async () => {
		// Bytes as evenly spread as those of what is packed, NUL as rare as any.
		const packed = Uint8Array.from({ length: 8192 }, (_, i) => (i * 167) % 256);
		await expect(openTable(sourceOf(packed))).rejects.toThrow(/^The file is no table/);
		const { rows } = await cells('a,b\r\n1,\f2\u001e\n');
		expect(rows).toHaveLength(1);
	});

	it('refuses rows with too many or too few cells, each with its line', async () => {
		const { rows, faults } = await cells('a,b,c\n1,2,3\n1,2\n1,2,3,4\n\n4,5,6\n');
		expect(rows.map(({ line }) => line)).toEqual([2, 6]);
		expect(faults.map(({ line, expected, found }) => [line, expected, found])).toEqual([
			[3, '3 cells, as the first line has', '2'],
			[4, '3 cells, as the first line has', '4']
		]);
	});

	it('refuses a row with a NUL byte, not the rows about it', async () => {
		const { rows, faults } = await cells('a,b\n1,2\n3,\u00004\n5,6\n' + '7,8\n'.repeat(20));
		expect(rows.slice(0, 2).map(({ line }) => line)).toEqual([2, 4]);
		expect(faults).toMatchObject([{ line: 3, kind: 'nul', found: 'a NUL byte' }]);
	});

	it('tells a file of NUL bytes from text', async () => {
		const bytes = utf16('id,text\n1,one\n', true).subarray(2);
		await expect(cells(bytes)).rejects.toThrow('UTF-16 needs its byte order mark');
	});

	it.each([true, false])('reads UTF-16 with its mark, little-endian: %s', async (little) => {
		for (const cuts of [[1 << 16], [1], [3]]) {
			const { table, rows } = await cells(utf16('id,text\r\n1,Գետ\r\n2,🜂\r\n', little), cuts);
			expect(table.columns).toEqual(['id', 'text']);
			expect(rows.map((row) => row.cells)).toEqual([
				['1', 'Գետ'],
				['2', '🜂']
			]);
		}
	});

	it('does not take the byte order mark for a part of the first name', async () => {
		const { table } = await cells('\ufeffid,text\n1,one\n', [1]);
		expect(table.columns).toEqual(['id', 'text']);
	});

	it('reads what is not UTF-8 as windows-1252, and says at which line that was seen', async () => {
		const bytes = new TextEncoder().encode('id,text\n1,one\n2,caf?\n3,? 5\n');
		bytes[bytes.indexOf(0x3f)] = 0xe9;
		bytes[bytes.indexOf(0x3f)] = 0x80;
		for (const cuts of [[1 << 16], [7], [16]]) {
			const { table, rows } = await cells(bytes, cuts);
			expect(table.notes).toEqual([
				'The file is not in UTF-8 (line 3), and was read as windows-1252: save it as UTF-8 if letters are wrong.'
			]);
			expect(rows.map((row) => row.cells[1])).toEqual(['one', 'café', '€ 5']);
		}
	});

	it('names columns without a name, and a name that comes twice', async () => {
		const { table } = await cells('id,,id\n1,2,3\n');
		expect(table.columns).toEqual(['id', 'column 2', 'id (2)']);
	});

	it('refuses more columns than any table has, and a file with nothing in it', async () => {
		await expect(cells(`${'a,'.repeat(2000)}\n`)).rejects.toThrow('2001 columns: 2000 are read');
		for (const nothing of ['', '\n\n', '\ufeff'])
			await expect(cells(nothing)).rejects.toThrow('The file is empty');
		await expect(openTable(sourceOf(''))).rejects.toThrow('The file is empty');
	});

	it.each([
		['PK\u0003\u0004', 'save the sheet as CSV'],
		['\u001f\u008b', 'unpack it first']
	])('says what to do with an archive', async (begin, words) => {
		const bytes = Uint8Array.from(begin, (sign) => sign.charCodeAt(0));
		await expect(openTable(sourceOf(bytes))).rejects.toThrow(words);
	});

	it.each([
		[',', 'commas'],
		[';', 'semicolons'],
		['\t', 'tabs'],
		['|', 'bars']
	])('says that cells are parted by %j', async (mark, words) => {
		const text =
			['id', 'lat', 'lon'].join(mark) +
			`\n1${mark}40,25${mark}45;1\n`.replace(
				/[,;]/g,
				mark === ',' ? '.' : mark === ';' ? ',' : ','
			);
		const { table } = await cells(text);
		expect(table.format).toBe(`delimited text, its cells parted by ${words}`);
	});
});
