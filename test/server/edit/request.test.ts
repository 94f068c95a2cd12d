import { describe, expect, it } from 'vitest';
import { MAX_FILE_BYTES } from '../../../src/lib/core/dossier/json';
import { readBody, readSave } from '../../../src/lib/server/edit/request';

const HASH = 'a'.repeat(64);
const refusal = (status: number, words: string) =>
	expect.objectContaining({ status, message: expect.stringContaining(words) as string });
const save = (text: string, name = 'events.geojson') =>
	JSON.stringify({ base: { [name]: HASH }, files: { [name]: text } });

describe('what is to be written', () => {
	it('is read as it came, to the letter', () => {
		const text = '{"type": "FeatureCollection",\r\n"features": []}';
		const body = {
			base: { 'events.geojson': HASH, 'sources.json': null },
			files: { 'events.geojson': text }
		};
		expect(readSave(JSON.stringify(body))).toEqual(body);
	});

	it.each([
		[400, 'no JSON', '{'],
		[400, 'no “base” and “files”', '[]'],
		[400, 'no “base” and “files”', '{ "files": {} }'],
		[400, 'names no file', '{ "base": {}, "files": {} }'],
		[400, '“../other/dossier.json” is no file of a dossier', save('{}', '../other/dossier.json')],
		[400, '“README.md” is no file', save('{}', 'README.md')],
		[400, '“__proto__” is no file', '{ "base": {}, "files": { "__proto__": "{}" } }'],
		[400, 'does not say which', '{ "base": {}, "files": { "events.geojson": "{}" } }'],
		[
			400,
			'no hash',
			'{ "base": { "events.geojson": "abc" }, "files": { "events.geojson": "{}" } }'
		],
		[400, 'no text', `{ "base": { "events.geojson": null }, "files": { "events.geojson": {} } }`],
		[
			422,
			'events.geojson: expected valid JSON; found line 2, column 3',
			save('{ "features":\n  ? }')
		],
		[
			422,
			'events.geojson · __proto__: expected no key',
			save('{ "features": [{ "__proto__": {} }] }')
		],
		[422, 'events.geojson · constructor', save('{ "constructor": 1 }')],
		[422, 'nested at most 40 deep', save('['.repeat(41) + ']'.repeat(41))],
		[413, 'more than 64 MB', save(`"${'a'.repeat(MAX_FILE_BYTES)}"`)]
	])('is refused with %i, “… %s …”', (status, words, body) => {
		expect(() => readSave(body)).toThrow(refusal(status, words));
	});
});

describe('a body', () => {
	const post = (body: string | ReadableStream, headers = {}) =>
		new Request('http://localhost/', {
			method: 'POST',
			body,
			headers,
			duplex: 'half'
		} as RequestInit);

	it('is read whole up to its limit, wherever a character is cut', async () => {
		const bytes = new TextEncoder().encode('“Sevan” Սևան');
		const body = new ReadableStream<Uint8Array>({
			start(controller) {
				for (const byte of bytes) controller.enqueue(Uint8Array.of(byte));
				controller.close();
			}
		});
		expect(await readBody(post(body), bytes.length)).toBe('“Sevan” Սևան');
	});

	it('is refused by what it says of its length, unread', async () => {
		const request = post('short', { 'content-length': '5000000' });
		await expect(readBody(request, 1_048_576)).rejects.toThrow(refusal(413, 'At most 1 MB'));
		expect(request.bodyUsed).toBe(false);
	});

	it('is read no farther than its limit where it does not say its length', async () => {
		let given = 0;
		const endless = new ReadableStream<Uint8Array>({
			pull(controller) {
				given += 1000;
				controller.enqueue(new Uint8Array(1000));
			}
		});
		await expect(readBody(post(endless), 10_000)).rejects.toThrow(refusal(413, 'At most'));
		expect(given).toBeLessThan(20_000);
	});
});
