import { Unreadable } from './unreadable';

/** What files begin with that hold no plain text, and what to do about them. */
const MAGIC: [start: string, what: string][] = [
	['%PDF', 'a PDF file'],
	['PK\u0003\u0004', 'a zipped file, such as a .docx or .odt'],
	['{\\rtf', 'an RTF file'],
	['\u00d0\u00cf\u0011\u00e0', 'an old Office file, such as a .doc'],
	['\u0089PNG', 'a picture'],
	['\u00ff\u00d8\u00ff', 'a picture'],
	['GIF8', 'a picture'],
	['\u001f\u008b', 'a compressed file']
];

/** Of this many units or bytes the first are looked at. */
const LOOKED_AT = 100_000;

/** @throws Unreadable for what is no text: a sentence that names the kind of file where that is seen */
export function refuseBinary(text: string): void {
	const start = text.slice(0, 8);
	for (const [magic, what] of MAGIC)
		if (start.startsWith(magic))
			throw new Unreadable(`This is ${what}, no text: save its words as .txt, or paste them.`);
	const looked = text.slice(0, LOOKED_AT);
	// eslint-disable-next-line no-control-regex
	const control = looked.match(/[\u0000-\u0008\u000e-\u001a\u001c-\u001f]/g)?.length ?? 0;
	if (looked.includes('\u0000') || control > looked.length / 100)
		throw new Unreadable('This is no text but binary data: save the article as .txt or .html.');
}

/**
 * What UTF-8 looks like that was read as windows-1252 or windows-1251: its lead bytes (Ã, Â, â€, Ð, Ñ; Р, С)
 * before a sign that stands there in no language.
 */
const MOJIBAKE =
	/â€[™œ\u009d“”˜¦\u0093\u0094\u0099\u009c]|Ã[\u00a0-\u00bf]|Â[\u00a0-\u00bf]|[ÐÑ][\u0080-\u00bf‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ]|[РС][°±²³µ¶·¸»¼½¾ЂЃЉЊЌЋЏђѓљњќћџ‚„…†‡€‰‹‘’“”•–—™›]/gu;

/** A sentence about wrongly decoded text, or undefined: the text stands as it was read. */
export function mojibakeIn(text: string): string | undefined {
	const looked = text.slice(0, LOOKED_AT);
	const found = looked.match(MOJIBAKE) ?? [];
	if (found.length >= 3 || (found.length > 0 && looked.length < 300))
		return `The text seems to have been read in the wrong encoding (“${found[0]}”): names and dates may be missed. Save the article as UTF-8 and give it again.`;
	const lost = looked.match(/\ufffd/g)?.length ?? 0;
	return lost >= 3
		? 'Some characters of the text are lost (“\ufffd”): names and dates may be missed. Save the article as UTF-8 and give it again.'
		: undefined;
}

/** Whether a text is the markup of a web page, or of a part of one. */
export function isMarkup(text: string): boolean {
	const start = text.slice(0, 2000).trimStart();
	if (/^<(!doctype\s+html|html|head|body)\b/i.test(start)) return true;
	if (/^(<\?xml|<!--)/.test(start)) return /<(html|body|head)\b/i.test(text.slice(0, 20_000));
	return (
		/^<[a-z][a-z0-9]{0,11}(\s|>)/i.test(start) &&
		/<\/(p|div|article|section|main|h1|h2|ul|table|span)\s*>/i.test(text.slice(0, 200_000))
	);
}
