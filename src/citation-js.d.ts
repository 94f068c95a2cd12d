/** What is used of Citation.js, which has no types of its own. */
declare module '@citation-js/core' {
	export const plugins: {
		input: {
			/** Reads a text of a named format as CSL-JSON. Throws what its parser says. */
			chain(
				text: string,
				options: { forceType: string; generateGraph: boolean; strict?: boolean }
			): Record<string, unknown>[];
		};
	};
}
declare module '@citation-js/plugin-bibtex';
