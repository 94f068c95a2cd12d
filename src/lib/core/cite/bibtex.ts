import { MONTHS } from '../date/words';
import { isoDate } from './dates';
import type { NumberedSource } from './number';
import { referenceOf, type Author, type CitedDate, type Reference } from './reference';

/**
 * A view's sources as BibTeX in UTF-8, in the order of their numbers. The key is the source's id, which
 * links use too: it never changes. Titles stand in double braces, so that no style sets names in small
 * letters. `date` is for biblatex (EDTF: `2021-05-13~` is about that day), `year` and `month` for BibTeX
 * itself; `urldate` is the day of access.
 */
export function toBibtex(sources: readonly NumberedSource[]): string {
	return sources.map(({ source }) => entry(referenceOf(source))).join('\n');
}

function entry(reference: Reference): string {
	const { authors, title, container, publisher, issued, accessed, url, archive } = reference;
	const isArticle = reference.type.startsWith('article');
	const fields: [string, string][] = [
		['author', authors.length > 0 ? `{${authors.map(nameOf).join(' and ')}}` : ''],
		['title', braced(`{${bibtexText(title)}}`)],
		[isArticle ? 'journal' : 'howpublished', textField(container)],
		['publisher', textField(publisher)],
		['date', issued ? braced(edtfOf(issued)) : ''],
		['year', issued && issued.start.year > 0 ? braced(isoDate({ year: issued.start.year })) : ''],
		['month', issued?.start.month ? monthMacro(issued.start.month) : ''],
		['url', url && braced(url)],
		['urldate', accessed ? braced(isoDate(accessed.start)) : ''],
		['note', archive && braced(`Archived at \\url{${archive}}`)],
		['langid', textField(reference.language)]
	];
	const lines = fields.filter(([, value]) => value).map(([name, value]) => `\t${name} = ${value}`);
	return `@${isArticle ? 'article' : 'misc'}{${reference.id},\n${lines.join(',\n')}\n}\n`;
}

/** The name that every style of BibTeX knows a month by: `may`, `sep`. */
function monthMacro(month: number): string {
	return (MONTHS[month - 1] ?? '').slice(0, 3).toLowerCase();
}

function edtfOf({ start, end, circa }: CitedDate): string {
	const mark = circa ? '~' : '';
	const [first, last] = [isoDate(start), isoDate(end)];
	return first === last ? first + mark : `${first}${mark}/${last}${mark}`;
}

/** A body stands in braces of its own: what is in them is no family and given name. */
function nameOf(author: Author): string {
	if ('literal' in author) return `{${bibtexText(author.literal)}}`;
	const parts = [author.family, author.suffix, author.given];
	// Braces keep an `and` or a comma inside a name from parting it.
	const written = parts.filter(Boolean).map((part) => {
		const text = bibtexText(part);
		return /,|\band\b/i.test(part) ? `{${text}}` : text;
	});
	return written.join(', ');
}

const textField = (text: string) => (text ? braced(bibtexText(text)) : '');
const braced = (text: string) => `{${text}}`;

const SPECIAL: Record<string, string> = {
	'\\': '{\\textbackslash}',
	'~': '{\\textasciitilde}',
	'^': '{\\textasciicircum}',
	'<': '{\\textless}',
	'>': '{\\textgreater}',
	'{': '{\\textbraceleft}',
	'}': '{\\textbraceright}'
};

/**
 * One line of text as LaTeX reads it back letter by letter: nothing in it is a command, and no two signs
 * make a third (`--`, `''`). BibTeX counts every brace, even an escaped one: those that pair are escaped,
 * which everybody reads; those that do not are named, for they would end the field.
 */
function bibtexText(text: string): string {
	const paired = bracesPair(text);
	return text
		.replace(/[\\~^<>{}]/g, (sign) =>
			paired && (sign === '{' || sign === '}') ? `\\${sign}` : (SPECIAL[sign] as string)
		)
		.replace(/[#$%&_]/g, '\\$&')
		.replace(/([-'`])(?=\1)/g, '$1{}');
}

function bracesPair(text: string): boolean {
	let depth = 0;
	for (const sign of text) {
		if (sign === '{') depth++;
		else if (sign === '}' && --depth < 0) return false;
	}
	return depth === 0;
}
