import type { NumberedSource } from './number';
import { referenceOf, type Author, type CitedDate, type Reference } from './reference';

/** RIS types by CSL's; what is not here is generic. */
const TYPES: Record<string, string> = {
	'article-newspaper': 'NEWS',
	'article-magazine': 'MGZN',
	'article-journal': 'JOUR',
	article: 'GEN',
	webpage: 'ELEC',
	post: 'BLOG',
	'post-weblog': 'BLOG',
	report: 'RPRT',
	book: 'BOOK',
	chapter: 'CHAP',
	broadcast: 'MPCT',
	motion_picture: 'MPCT',
	map: 'MAP',
	legislation: 'STAT',
	bill: 'BILL'
};

/**
 * A view's sources as RIS (tags of the 2011 specification), in the order of their numbers: UTF-8, lines
 * ended by CR LF. `ID` is the source's id; a date that is uncertain has `circa` as its last part.
 */
export function toRis(sources: readonly NumberedSource[]): string {
	return sources.map(({ source }) => record(referenceOf(source))).join('\r\n');
}

function record(reference: Reference): string {
	const { authors, issued, accessed, archive } = reference;
	const lines: [string, string][] = [
		['TY', TYPES[reference.type] ?? 'GEN'],
		['ID', reference.id],
		...authors.map((author): [string, string] => ['AU', nameOf(author)]),
		['TI', reference.title],
		['T2', reference.container],
		['PB', reference.publisher],
		['PY', issued ? pad(issued.start.year, 4) : ''],
		['DA', issued ? risDate(issued) : ''],
		['Y2', accessed ? risDate(accessed) : ''],
		['UR', reference.url],
		['LA', reference.language],
		['N1', reference.note],
		['N1', archive && `Archived at ${archive}`]
	];
	const written = lines.filter(([, value]) => value).map(([tag, value]) => `${tag}  - ${value}`);
	return [...written, 'ER  - ', ''].join('\r\n');
}

/** Family first, with commas between; a body as it is written. */
function nameOf(author: Author): string {
	if ('literal' in author) return author.literal;
	return [author.family, author.given, author.suffix].filter(Boolean).join(', ');
}

/** `YYYY/MM/DD/other`, the slashes always there. */
function risDate({ start: { year, month, day }, circa }: CitedDate): string {
	const part = (value: number | undefined) => (value ? pad(value, 2) : '');
	return [pad(year, 4), part(month), part(day), circa ? 'circa' : ''].join('/');
}

function pad(value: number, digits: number): string {
	return String(value).padStart(digits, '0');
}
