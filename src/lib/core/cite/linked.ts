/** A stretch of a text; with an address, a link to it. */
interface TextPart {
	text: string;
	href?: string;
}

/**
 * Cuts a citation at its web addresses, so that each can be a link. Those that are not `http(s)` stay text.
 * @param addresses in the order in which they end the line; empty ones count as none
 * @returns the parts in order: put together, their texts are the line
 */
export function linkedParts(line: string, addresses: readonly string[]): TextPart[] {
	const parts: TextPart[] = [];
	let rest = line;
	// From the end: a title may name the address too, and an archive's address has the page's within it.
	for (const address of addresses.toReversed()) {
		const at = /^https?:\/\//i.test(address) ? rest.lastIndexOf(address) : -1;
		if (at < 0) continue;
		const after = rest.slice(at + address.length);
		if (after) parts.unshift({ text: after });
		parts.unshift({ text: address, href: address });
		rest = rest.slice(0, at);
	}
	if (rest) parts.unshift({ text: rest });
	return parts;
}
