import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { EXPORT_NAMES } from '../../src/lib/core/exchange/names';
import { asFile } from '../../src/lib/server/as-file';
import { answerExport } from '../../src/lib/server/exports';
import { syntheticDossier } from '../core/view/synthetic';

const dossier = syntheticDossier(12, 4);
const ask = (name: (typeof EXPORT_NAMES)[number], query = '', headers: HeadersInit = {}) =>
	answerExport({
		dossier,
		name,
		query,
		home: 'https://maps.example/synthetic',
		request: new Request('https://maps.example/synthetic', { headers })
	});

describe('a view as a file', () => {
	it.each(EXPORT_NAMES)('%s may be fetched from anywhere and saved under a name', (name) => {
		const { status, headers } = ask(name, 'asof=2021-08-01');
		expect(status).toBe(200);
		expect(headers.get('access-control-allow-origin')).toBe('*');
		expect(headers.get('x-content-type-options')).toBe('nosniff');
		const [what, ending] = name.split('.');
		expect(headers.get('content-disposition')).toBe(
			`attachment; filename="synthetic-${what}-as-known-2021-08-01.${ending}"`
		);
		expect(headers.has('dateline-notes')).toBe(false);
	});

	it.each(EXPORT_NAMES)('%s is sent once to whoever has it', async (name) => {
		const etag = ask(name).headers.get('etag') as string;
		const again = ask(name, '', { 'if-none-match': `"other", ${etag.replace('W/', '')}` });
		expect(again.status).toBe(304);
		expect(await again.text()).toBe('');
		expect(again.headers.get('etag')).toBe(etag);
		expect(ask(name, '', { 'if-none-match': '"other"' }).status).toBe(200);
	});

	it('is another to a reader who asks for something else', () => {
		const tag = (query: string) => ask('events.csv', query).headers.get('etag');
		expect(tag('')).toBe(tag(''));
		expect(tag('from=2021-06-01')).not.toBe(tag(''));
	});

	it('is refused, in words, where the address is longer than any view', async () => {
		const answer = ask('events.csv', `?q=${'a'.repeat(8_001)}`);
		expect(answer.status).toBe(414);
		expect(answer.headers.get('access-control-allow-origin')).toBe('*');
		expect(await answer.text()).toMatch(/^The address asks for more than 8000 characters can say/);
	});

	it('says in a header what of the address was left out, whatever that was', () => {
		fc.assert(
			fc.property(fc.string({ unit: 'binary', minLength: 1 }), (junk) => {
				const query = new URLSearchParams({ types: junk }).toString();
				const notes = ask('sources.ris', query).headers.get('dateline-notes');
				expect(notes).not.toBeNull();
				expect(notes).toMatch(/^[\x21-\x7e]{1,1000}$/);
				expect(decodeURIComponent(notes as string)).toMatch(/“?types/);
			})
		);
	});

	it('cuts the header of what was left out between two characters, where it holds no more', () => {
		const long = fc.string({ unit: 'binary', minLength: 400, maxLength: 1_200, size: 'max' });
		fc.assert(
			fc.property(fc.array(long, { minLength: 3, maxLength: 5 }), (notes) => {
				const file = { body: '', type: 'text/plain', name: 'a.txt' };
				const request = new Request('https://maps.example/synthetic');
				const header = asFile({ ...file, notes, request }).headers.get('dateline-notes') as string;
				expect(header.length).toBeLessThanOrEqual(1_000);
				// The longest character is of four bytes: of twelve signs.
				expect(header.length).toBeGreaterThan(1_000 - 12);
				expect(notes.join(' ').startsWith(decodeURIComponent(header))).toBe(true);
			}),
			{ numRuns: 50 }
		);
	});

	it('lists the sources in the style that is asked for', async () => {
		const text = async (query: string) => ask('sources.txt', query).text();
		expect(await text('style=chicago')).toMatch(/^1\. Paper \d\. “Report \d+\.” /);
		expect(await text('')).toMatch(/^1\. Report \d+\. \(2021, /);
	});
});
