import { whenInWords } from '../date/words';
import type { Numbering } from './number';
import { oneLine } from './plain';
import { referenceOf } from './reference';
import { citation } from './text';

/**
 * What a view shows as Markdown: the events as a numbered list, the sources as footnotes (`[^1]`, in the
 * syntax that GitHub, Ghost, Hugo and pandoc share) with the numbers that they have everywhere.
 * @param linkOf the address of an event's page, by its id
 */
export function toMarkdown(
	{ events, sources }: Numbering,
	linkOf: (event: string) => string
): string {
	const list = events.map(({ number, event, sources }) => {
		const title = `[${markdownText(oneLine(event.title))}](<${linkOf(event.id)}>)`;
		const notes = sources.map((source) => `[^${source}]`).join('');
		return `${number}. ${title}, ${markdownText(whenInWords(event.when))}${notes}\n`;
	});
	const notes = sources.map(({ number, source }) => {
		const { url, archive, ...reference } = referenceOf(source);
		const words = citation({ ...reference, url: '', archive: '' }, 'chicago');
		const links = [url && `<${url}>`, archive && `Archived at <${archive}>`].filter(Boolean);
		return `[^${number}]: ${[markdownText(words), ...links].join(' ')}\n`;
	});
	return [list.join(''), notes.join('')].filter(Boolean).join('\n');
}

/** One line of text that Markdown shows as it stands, wherever it is put. */
function markdownText(text: string): string {
	return text
		.replace(/[\\`*_{}[\]<>#+!|~^$@&]/g, '\\$&')
		.replace(/-(?=-)|^-|(?<=-)-/g, '\\-')
		.replace(/^(\d+)([.)])/, '$1\\$2')
		.replace(/^([=:])/, '\\$1');
}
