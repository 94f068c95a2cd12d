const SCALAR = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null/y;
const SPACE = /[ \t\n\r]*/y;
const ESCAPE = /\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4})/y;

type Next = 'value' | 'value-or-end' | 'key' | 'key-or-end' | 'colon' | 'after';

/**
 * Offset of the first sign, or word, with which a text stops being JSON (RFC 8259); its length where it only ends
 * too soon; undefined where it is JSON. Engines name the place for some faults and not for others.
 */
export function jsonFaultAt(text: string): number | undefined {
	const open: string[] = [];
	let next: Next = 'value';
	let at = 0;
	for (;;) {
		at = endOf(SPACE, text, at) ?? at;
		const sign = text[at];
		if (next === 'after' && open.length === 0) return sign === undefined ? undefined : at;
		if (sign === undefined) return at;
		const inObject = open.at(-1) === '{';
		const ends = sign === (inObject ? '}' : ']') && open.length > 0;
		if (ends && (next === 'after' || next.endsWith('-or-end'))) {
			open.pop();
			next = 'after';
			at++;
		} else if (next === 'after') {
			if (sign !== ',') return at;
			next = inObject ? 'key' : 'value';
			at++;
		} else if (next === 'colon') {
			if (sign !== ':') return at;
			next = 'value';
			at++;
		} else if (sign === '"') {
			const { end, sound } = stringFrom(text, at);
			if (!sound) return end;
			next = next.startsWith('key') ? 'colon' : 'after';
			at = end;
		} else if (next.startsWith('key')) return at;
		else if (sign === '{' || sign === '[') {
			open.push(sign);
			next = sign === '{' ? 'key-or-end' : 'value-or-end';
			at++;
		} else {
			const end = endOf(SCALAR, text, at);
			if (end === undefined) return at;
			next = 'after';
			at = end;
		}
	}
}

/** Where a string ends that begins at an offset, or where it is no string any more. */
function stringFrom(text: string, start: number): { end: number; sound: boolean } {
	for (let at = start + 1; at < text.length;) {
		const code = text.charCodeAt(at);
		if (code === 0x22) return { end: at + 1, sound: true };
		if (code < 0x20) return { end: at, sound: false };
		if (code === 0x5c) {
			const end = endOf(ESCAPE, text, at);
			if (end === undefined) return { end: at, sound: false };
			at = end;
		} else at++;
	}
	return { end: text.length, sound: false };
}

function endOf(token: RegExp, text: string, at: number): number | undefined {
	token.lastIndex = at;
	return token.test(text) ? token.lastIndex : undefined;
}
