/** Citation.js's parser of BibTeX and BibLaTeX files: it reads the text, and never fetches. */
const FORMAT = '@biblatex/text';

/**
 * Reads BibTeX or BibLaTeX as CSL-JSON. The library comes when it is first called. Throws an error with
 * what the library says where the text is none.
 */
export async function readBibtex(text: string): Promise<Record<string, unknown>[]> {
	const { plugins } = await import('@citation-js/core');
	await import('@citation-js/plugin-bibtex');
	return plugins.input.chain(text, { forceType: FORMAT, generateGraph: false });
}
