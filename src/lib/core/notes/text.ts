/** A stretch of a note's text; one with an address is a link. */
export interface TextPart {
	text: string;
	/** http or https. */
	href?: string | undefined;
}

const ADDRESS = /https?:\/\/[^\s<>"“”«»]+/gi;
/** What ends a sentence, not an address. */
const TAIL = /[.,;:!?'’…]+$/;

/** A note's text as lines, the addresses in it as links; all else is text, whatever it looks like. */
export function noteLines(text: string): TextPart[][] {
	return text.split(/\r\n|\r|\n/).map(partsOf);
}

function partsOf(line: string): TextPart[] {
	const parts: TextPart[] = [];
	let at = 0;
	for (const { 0: found, index } of line.matchAll(ADDRESS)) {
		const address = trimmed(found);
		if (!URL.canParse(address)) continue;
		if (index > at) parts.push({ text: line.slice(at, index) });
		parts.push({ text: address, href: address });
		at = index + address.length;
	}
	if (at < line.length) parts.push({ text: line.slice(at) });
	return parts;
}

/** Without what belongs to the sentence: a full stop, a bracket that was opened before the address. */
function trimmed(found: string): string {
	let address = found;
	for (;;) {
		const before = address;
		address = address.replace(TAIL, '');
		for (const [open, close] of ['()', '[]', '{}'] as const)
			if (address.endsWith(close as string) && count(address, open) < count(address, close))
				address = address.slice(0, -1);
		if (address === before) return address;
	}
}

function count(text: string, sign: string | undefined): number {
	return text.split(sign as string).length - 1;
}
