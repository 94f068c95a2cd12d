import { selfContained } from '../../dossier/directions';
import { cut } from '../../text';

/** Caps of the format (docs/format.md), in characters. */
export const MAX_SHORT_TEXT = 2_000;
export const MAX_TEXT = 20_000;
const MAX_ID = 120;

/** A cell without the white space around it. */
export function trimmed(cell: string | undefined): string {
	if (cell === undefined || cell.length === 0) return '';
	return cell.charCodeAt(0) <= 32 || cell.charCodeAt(cell.length - 1) <= 32 || isWide(cell)
		? cell.trim()
		: cell;
}

/** A no-break space, an ideographic one or a byte order mark at an end, which tables from spreadsheets have. */
function isWide(cell: string): boolean {
	return cell.charCodeAt(0) > 127 || cell.charCodeAt(cell.length - 1) > 127;
}

/** Text that stands by itself and is no longer than a cap. */
export function fitting(text: string, most: number): string {
	return selfContained(text.length > most ? cut(text, most) : text);
}

/**
 * 53 bits of a text, the same on every machine: two lanes of multiply and mix, as in cyrb53 (bryc, public domain).
 * It tells texts apart; it keeps nobody from making two alike.
 */
export function hashOf(text: string): number {
	let a = 0xdeadbeef;
	let b = 0x41c6ce57;
	for (let i = 0; i < text.length; i++) {
		const unit = text.charCodeAt(i);
		a = Math.imul(a ^ unit, 2_654_435_761);
		b = Math.imul(b ^ unit, 1_597_334_677);
	}
	a = Math.imul(a ^ (a >>> 16), 2_246_822_507) ^ Math.imul(b ^ (b >>> 13), 3_266_489_909);
	b = Math.imul(b ^ (b >>> 16), 2_246_822_507) ^ Math.imul(a ^ (a >>> 13), 3_266_489_909);
	return 4_294_967_296 * (2_097_151 & b) + (a >>> 0);
}

export function shortHash(text: string): string {
	return hashOf(text).toString(36);
}

/** Words of a text as an id has them, `''` where it has no Latin letter and no digit. */
export function slug(text: string, most = 60): string {
	return text
		.slice(0, 4 * most)
		.normalize('NFKD')
		.replace(/[\u0300-\u036f'’‘ʼ]/g, '')
		.toLowerCase()
		.replace(/[^a-z0-9]+/g, '-')
		.slice(0, most)
		.replace(/^-|-$/g, '');
}

/** An id for what is named: its words, and where they do not say all of the name, a hash of it. */
export function idOfName(name: string): string {
	const words = slug(name);
	const plain = words === name.toLowerCase().replace(/ /g, '-');
	return plain ? words : `${words ? `${words}-` : ''}${shortHash(name)}`;
}

/**
 * The id of a row's event: its own in the table behind a prefix. Capitals become small letters; what
 * else an id cannot hold is left out, and a hash then keeps it apart.
 */
export function eventId(prefix: string, own: string): string {
	if (own.length + prefix.length <= MAX_ID && isPlainId(own)) return prefix + own;
	const small = own.toLowerCase();
	if (small.length + prefix.length <= MAX_ID && isPlainId(small)) return prefix + small;
	const words = slug(own, 80);
	return `${prefix}${words ? `${words}-` : ''}${shortHash(own)}`;
}

function isPlainId(text: string): boolean {
	for (let i = 0; i < text.length; i++) {
		const unit = text.charCodeAt(i);
		const isDigit = unit >= 48 && unit <= 57;
		if (!isDigit && unit !== 45 && (unit < 97 || unit > 122)) return false;
	}
	return true;
}

/** Whether all of a text is digits; false for no text. */
export function isDigits(text: string): boolean {
	for (let i = 0; i < text.length; i++) {
		const unit = text.charCodeAt(i);
		if (unit < 48 || unit > 57) return false;
	}
	return text.length > 0;
}

/** Keeps what was made of a text, until so many were: then it begins anew, so that it does not grow with a file. */
export function remembered<T>(make: (text: string) => T, most = 20_000): (text: string) => T {
	const made = new Map<string, T>();
	return (text) => {
		const known = made.get(text);
		if (known !== undefined) return known;
		const value = make(text);
		if (made.size >= most) made.clear();
		made.set(text, value);
		return value;
	};
}
