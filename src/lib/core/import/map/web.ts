/** Host of a web address, without `www.`; undefined for what is no http(s) address that the format takes. */
export function hostOf(text: string): string | undefined {
	if (text.length > 2_000 || !/^https?:\/\/[^\s/]/i.test(text) || !URL.canParse(text))
		return undefined;
	return new URL(text).hostname.replace(/^www\./, '');
}
