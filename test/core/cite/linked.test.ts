import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { linkedParts } from '../../../src/lib/core/cite/linked';
import { referenceOf } from '../../../src/lib/core/cite/reference';
import { citation, CITATION_STYLES } from '../../../src/lib/core/cite/text';
import { sourceWith, trickyText } from './samples';

const PAGE = 'https://courier.example/walk-out';
const ARCHIVED = `https://archive.example/2023/${PAGE}`;

describe('a citation with links', () => {
	it.each(CITATION_STYLES)('links the page and its archived copy, like %s', (style) => {
		// Its title names the page as well, and the archive's address ends with the page's.
		const fields = { title: `What ${PAGE} left out`, URL: PAGE, archive_location: ARCHIVED };
		const reference = referenceOf(sourceWith(fields));
		const line = citation(reference, style);
		const parts = linkedParts(line, [reference.url, reference.archive]);
		expect(parts.map(({ text }) => text).join('')).toBe(line);
		const links = parts.filter(({ href }) => href);
		expect(links.map(({ href }) => href)).toEqual([PAGE, ARCHIVED]);
		for (const { text, href } of links) expect(text).toBe(href);
		expect(parts[0]?.text).toContain(PAGE);
	});

	it('loses no sign of the line and links nothing but web addresses', () => {
		const address = fc.oneof(
			trickyText,
			fc.webUrl(),
			fc.constantFrom('', 'javascript:alert(1)', 'data:text/html,x')
		);
		fc.assert(
			fc.property(fc.array(trickyText), address, address, (texts, url, archive) => {
				const line = [...texts, url, 'Archived at', archive].join(' ');
				const parts = linkedParts(line, [url, archive]);
				expect(parts.map(({ text }) => text).join('')).toBe(line);
				for (const { href } of parts) if (href !== undefined) expect(href).toMatch(/^https?:\/\//);
				if (/^https?:/.test(url)) expect(parts.some(({ href }) => href === url)).toBe(true);
			})
		);
	});
});
