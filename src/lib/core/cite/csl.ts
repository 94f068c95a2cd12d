import type { NumberedSource } from './number';

/**
 * A view's sources as CSL-JSON, in the order of their numbers. Each item is as it came, with its own id
 * and the fields that Dateline does not read: what Zotero exported comes out the same.
 */
export function toCslJson(sources: readonly NumberedSource[]): string {
	return `${JSON.stringify(
		sources.map(({ source }) => source.csl),
		null,
		'\t'
	)}\n`;
}
