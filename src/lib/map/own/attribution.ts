const ENTITIES: Record<string, string> = {
	amp: '&',
	lt: '<',
	gt: '>',
	quot: '"',
	apos: "'",
	nbsp: ' ',
	copy: '©'
};

/** The longest that is shown: what is more is no attribution. */
const MAX_LENGTH = 1_000;

/** Text as HTML that shows it as it stands. */
export function escaped(text: string): string {
	return text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);
}

/**
 * What a map's makers say of themselves, as HTML of text and http(s) links alone: attributions come
 * as HTML, and from anybody. Built of escaped text, so that nothing of the source's own markup is left.
 * @param html as TileJSON, a style or an archive has it; anything but text gives nothing
 */
export function safeAttribution(html: unknown): string {
	if (typeof html !== 'string') return '';
	let out = '';
	let inLink = false;
	for (const [part] of html.slice(0, MAX_LENGTH).matchAll(/<[^>]*>|[^<]+|</g)) {
		const href = /^<a\s[^>]*?href\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s>]+))/i.exec(part);
		const address = href && webAddress(decoded(href[1] ?? href[2] ?? href[3] ?? ''));
		if ((address || /^<\/a\s*>$/i.test(part)) && inLink) {
			out += '</a>';
			inLink = false;
		}
		if (address) {
			out += `<a href="${escaped(address)}" target="_blank" rel="noopener nofollow">`;
			inLink = true;
		} else if (!/^<[a-z/!?]/i.test(part)) out += escaped(decoded(part));
	}
	return (inLink ? `${out}</a>` : out).trim();
}

function webAddress(text: string): string | undefined {
	if (!URL.canParse(text)) return undefined;
	const { protocol, href } = new URL(text);
	return protocol === 'https:' || protocol === 'http:' ? href : undefined;
}

function decoded(text: string): string {
	return text.replace(
		/&(?:#(\d{1,7})|#x([0-9a-f]{1,6})|([a-z]{2,8}));/gi,
		(whole, ten, hex, name) => {
			if (name) return ENTITIES[(name as string).toLowerCase()] ?? (whole as string);
			const code = ten ? parseInt(ten as string, 10) : parseInt(hex as string, 16);
			return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : '';
		}
	);
}
