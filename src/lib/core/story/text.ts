/** A stretch of a paragraph. All of it is text: nothing in it is markup beyond what is set apart here. */
export type Inline =
	| { kind: 'text'; text: string }
	/** Sets keys of the view: `query` as in an address, without `?`. */
	| { kind: 'view'; text: string; query: string }
	/** `http(s)` only. */
	| { kind: 'link'; text: string; href: string }
	/** Ids of sources, in the order in which they are written. */
	| { kind: 'citation'; sources: string[] };

/** Either form ends at its first closing bracket: a text is read in time that grows with its length. */
const FORMS = /\[@([^[\]]*)\]|\[([^[\]]+)\]\(([^\s()]*)\)/g;
const LOOKALIKES = /\[@[^[\]]*\]|\[[^[\]]+\]\([^\s)]*\)?/g;
const SOURCE = /^[a-z0-9-]{1,120}$/;

/**
 * Reads a paragraph: `[words](?from=…&event=…)`, `[words](https://…)`, `[@source]` and `[@one; @two]`.
 * What is none of these stays the text that it is. Put together, the stretches are the paragraph.
 */
export function parseParagraph(text: string): Inline[] {
	const parts: Inline[] = [];
	let end = 0;
	for (const found of text.matchAll(FORMS)) {
		const part = readForm(found);
		if (!part) continue;
		if (found.index > end) parts.push({ kind: 'text', text: text.slice(end, found.index) });
		parts.push(part);
		end = found.index + found[0].length;
	}
	if (end < text.length) parts.push({ kind: 'text', text: text.slice(end) });
	return parts;
}

/** What in a paragraph is written like one of the forms and is none, as it stands there. */
export function brokenForms(text: string): string[] {
	const sound = new Set<number>();
	for (const found of text.matchAll(FORMS)) if (readForm(found)) sound.add(found.index);
	return [...text.matchAll(LOOKALIKES)]
		.filter(({ index }) => !sound.has(index))
		.map(([form]) => form);
}

/** A paragraph without what a listener or a search has no use for: words alone, no citations. */
export function plainParagraph(text: string): string {
	return parseParagraph(text)
		.map((part) => (part.kind === 'citation' ? '' : part.text))
		.join('')
		.replace(/ +([.,;:])/g, '$1')
		.trim();
}

function readForm([, cited, words, target]: RegExpMatchArray): Inline | undefined {
	if (cited !== undefined) {
		const [first, ...others] = cited.split(';').map((id) => id.trim());
		const ids = [first ?? '', ...others.map((id) => (id.startsWith('@') ? id.slice(1) : ''))];
		return ids.every((id) => SOURCE.test(id)) ? { kind: 'citation', sources: ids } : undefined;
	}
	if (words === undefined || target === undefined) return undefined;
	if (/^\?./.test(target)) return { kind: 'view', text: words, query: target.slice(1) };
	return /^https?:\/\//i.test(target) && URL.canParse(target)
		? { kind: 'link', text: words, href: target }
		: undefined;
}
