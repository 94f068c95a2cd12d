let words: Intl.DisplayNames | undefined;

/** A language in English words: `hy` is Armenian. The code itself where nobody knows it. */
export function languageWords(code: string): string {
	try {
		words ??= new Intl.DisplayNames(['en'], { type: 'language' });
		return words.of(code) ?? code;
	} catch {
		return code;
	}
}
