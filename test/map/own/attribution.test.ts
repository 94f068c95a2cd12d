import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { escaped, safeAttribution } from '../../../src/lib/map/own/attribution';

/** All that may stand in the HTML: links to the web as we write them, and text without a `<` or a bare `&`. */
const SAFE =
	/^(?:[^<>&]|&#\d+;|<a href="https?:\/\/(?:[^"<>&]|&#\d+;)*" target="_blank" rel="noopener nofollow">|<\/a>)*$/;

describe('the attribution of a ground map', () => {
	it.each([
		['© OpenStreetMap contributors', '© OpenStreetMap contributors'],
		[
			'&copy; <a href="https://www.openstreetmap.org/copyright">OpenStreetMap</a>',
			'© <a href="https://www.openstreetmap.org/copyright" target="_blank" rel="noopener nofollow">OpenStreetMap</a>'
		],
		['Survey &amp; Co &lt;1921&gt; &#169; &#xA9;', 'Survey &#38; Co &#60;1921&#62; © ©'],
		['<script>alert(1)</script>Makers', 'alert(1)Makers'],
		['<a href="javascript:alert(1)">Makers</a>', 'Makers'],
		['<a href="&#106;avascript:alert(1)">Makers</a>', 'Makers'],
		['<img src=x onerror=alert(1)>Makers', 'Makers'],
		['a < b', 'a &#60; b'],
		[
			'<a href=https://a.example/?x=1&amp;y=2>A',
			'<a href="https://a.example/?x=1&#38;y=2" target="_blank" rel="noopener nofollow">A</a>'
		],
		[undefined, ''],
		[['Makers'], ''],
		[{ html: '<b>' }, '']
	])('%j becomes %j', (given, wanted) => {
		expect(safeAttribution(given)).toBe(wanted);
	});

	it('is text and links to the web, whatever its makers write', () => {
		const piece = fc.oneof(
			fc.constantFrom(
				'<a href="https://a.example/">',
				"<a href='https://a.example/\"><img src=x>'>",
				'<a href="javascript:alert(1)">',
				'<a ',
				'</a>',
				'<!--',
				'-->',
				'<svg/onload=alert(1)>',
				'<![CDATA[',
				'&lt;img src=x&gt;',
				'&#60;',
				'&#x3c;script&#x3e;',
				'&amp;lt;',
				'"',
				"'",
				'>'
			),
			fc.string({ unit: 'binary', maxLength: 6 })
		);
		fc.assert(
			fc.property(fc.array(piece, { maxLength: 12 }), (pieces) => {
				const html = safeAttribution(pieces.join(''));
				expect(html).toMatch(SAFE);
				expect(html.match(/<a /g)?.length).toBe(html.match(/<\/a>/g)?.length);
			})
		);
	});

	it('is what stands there, where a dossier gives it as text', () => {
		fc.assert(
			fc.property(fc.string(), (text) => {
				const html = escaped(text);
				expect(html).not.toMatch(/[<>"']/);
				const shown = html.replace(/&#(\d+);/g, (_, code: string) =>
					String.fromCharCode(Number(code))
				);
				expect(shown).toBe(text);
			})
		);
	});
});
