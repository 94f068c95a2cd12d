const SIGNS: Record<string, string> = {
	'&': '&amp;',
	'<': '&lt;',
	'>': '&gt;',
	'"': '&quot;',
	"'": '&#39;'
};

/** Text as HTML and XML read it back, between tags and in an attribute's quotes. */
export function escapeMarkup(text: string): string {
	return text.replace(/[&<>"']/g, (sign) => SIGNS[sign] as string);
}

/** The same for a file of XML 1.0: what it calls no Char is left out, half a character is U+FFFD. */
export function escapeXml(text: string): string {
	return escapeMarkup(
		// eslint-disable-next-line no-control-regex
		text.toWellFormed().replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '')
	);
}

/**
 * A text that is no longer than so many characters, as code points: where it was, the last is an ellipsis.
 * No character is halved.
 * @param most at least 1
 */
export function cut(text: string, most: number): string {
	if (text.length <= most) return text;
	// As much as holds one character more, however long the text is.
	const characters = [...text.slice(0, 2 * most + 2)];
	return characters.length > most ? `${characters.slice(0, most - 1).join('')}…` : text;
}
