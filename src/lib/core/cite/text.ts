import { apaDate, longDate } from './dates';
import type { NumberedSource } from './number';
import { withStop } from './plain';
import { referenceOf, type Author, type Reference } from './reference';

/** The forms of a citation list as text. They are like those of the manuals, not checked by them. */
export const CITATION_STYLES = ['apa', 'chicago'] as const;
export type CitationStyle = (typeof CITATION_STYLES)[number];

/** A view's sources as lines of text, `1. …`, numbered as everywhere. Empty for none. */
export function citationList(sources: readonly NumberedSource[], style: CitationStyle): string {
	return sources
		.map(({ number, source }) => `${number}. ${citation(referenceOf(source), style)}\n`)
		.join('');
}

/** One citation as a line of plain text. */
export function citation(reference: Reference, style: CitationStyle): string {
	return (style === 'apa' ? apa(reference) : chicago(reference)).filter(Boolean).join(' ');
}

/**
 * Like APA's seventh edition: author, date, title, paper. Without an author an article begins with its
 * title, any other page with the body whose it is.
 */
function apa({ authors, type, title, container, issued, accessed, url, archive }: Reference) {
	const date = `(${apaDate(issued)}).`;
	const isArticle = type.startsWith('article');
	const body = authors.length > 0 ? apaAuthors(authors) : isArticle ? '' : container;
	const where = authors.length > 0 || isArticle ? withStop(container) : '';
	const link = accessed && url ? `Retrieved ${longDate(accessed)}, from ${url}` : url;
	return [
		...(body ? [withStop(body), date, withStop(title)] : [withStop(title), date]),
		where,
		link,
		archive && `Archived at ${archive}`
	];
}

function apaAuthors(authors: readonly Author[]): string {
	const names = authors.map((author) =>
		'literal' in author
			? author.literal
			: [author.family, initials(author.given), author.suffix].filter(Boolean).join(', ')
	);
	const last = names.at(-1) ?? '';
	if (names.length === 1) return last;
	if (names.length > 20) return `${names.slice(0, 19).join(', ')}, … ${last}`;
	return `${names.slice(0, -1).join(', ')}, & ${last}`;
}

/** `Jean-Luc Marie` → `J.-L. M.`, in any script. */
function initials(given: string): string {
	return given
		.split(' ')
		.map((name) =>
			name
				.split('-')
				.filter(Boolean)
				.map((part) => `${[...part][0]}.`)
				.join('-')
		)
		.join(' ');
}

/**
 * Like the bibliography of the Chicago Manual's seventeenth edition. Without an author it begins with
 * the paper.
 */
function chicago({ authors, title, container, issued, accessed, url, archive }: Reference) {
	const quoted = `“${withStop(innerQuotes(title))}”`;
	const date = longDate(issued);
	const head =
		authors.length > 0
			? [withStop(chicagoAuthors(authors)), quoted, `${container ? `${container}, ` : ''}${date}.`]
			: [withStop(container), quoted, `${date}.`];
	return [
		...head.map((part) => part.replace(/\.\.$/, '.')),
		accessed && url && `Accessed ${longDate(accessed)}.`,
		url && `${url}.`,
		archive && `Archived at ${archive}.`
	];
}

function chicagoAuthors(authors: readonly Author[]): string {
	const names = authors.map((author, i) => {
		if ('literal' in author) return author.literal;
		const { family, given, suffix } = author;
		return i === 0
			? [family, given, suffix].filter(Boolean).join(', ')
			: [`${given} ${family}`, suffix].filter(Boolean).join(', ');
	});
	const last = names.at(-1) ?? '';
	if (names.length === 1) return last;
	if (names.length > 10) return `${names.slice(0, 7).join(', ')}, et al.`;
	return `${names.slice(0, -1).join(', ')}, and ${last}`;
}

/** Quotation marks inside of others are single ones. */
function innerQuotes(title: string): string {
	return title
		.replace(/“/g, '‘')
		.replace(/”/g, '’')
		.replace(/"([^"]*)"/g, '‘$1’');
}
