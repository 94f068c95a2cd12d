import { mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { loadDossier } from '../../../src/lib/server/dossiers';
import { serveEvents } from '../../../src/lib/server/columns/serve';
import { writeColumnar } from '../../synthetic/columnar';
import { syntheticFiles, writeDossier } from '../../synthetic/dossier.js';

let data: string;
let file: Buffer;
let rev: string;
let before: string | undefined;

beforeAll(async () => {
	data = mkdtempSync(join(tmpdir(), 'dateline-serve-'));
	before = process.env['DATELINE_DATA'];
	process.env['DATELINE_DATA'] = data;
	await writeColumnar(data, 'many', syntheticFiles({ events: 300, seed: 5 }));
	writeDossier(data, 'few', syntheticFiles({ id: 'few', events: 3 }));
	file = readFileSync(join(data, 'many', 'events.dateline'));
	rev = (await loadDossier('many'))?.events?.rev as string;
});
afterAll(() => {
	process.env['DATELINE_DATA'] = before ?? '';
	rmSync(data, { recursive: true });
});

const ask = (headers: Record<string, string> = {}, query = '', method = 'GET', id = 'many') => {
	const url = new URL(`http://localhost/${id}/events.dateline${query}`);
	return serveEvents(id, new Request(url, { headers, method }), url);
};
const bytesOf = async (response: Response) => Buffer.from(await response.arrayBuffer());

describe('events.dateline as an answer', () => {
	it('is the whole file without a range', async () => {
		const response = await ask();
		expect(response.status).toBe(200);
		expect(response.headers.get('accept-ranges')).toBe('bytes');
		expect((await bytesOf(response)).equals(file)).toBe(true);
	});

	it('is the part that is asked for', async () => {
		const response = await ask({ range: 'bytes=100-299' });
		expect(response.status).toBe(206);
		expect(response.headers.get('content-range')).toBe(`bytes 100-299/${file.length}`);
		expect(response.headers.get('content-length')).toBe('200');
		expect((await bytesOf(response)).equals(file.subarray(100, 300))).toBe(true);
	});

	it('is a single byte at the end', async () => {
		const response = await ask({ range: 'bytes=-1' });
		expect((await bytesOf(response)).equals(file.subarray(-1))).toBe(true);
	});

	it('says how long the file is to who asks for what lies beyond it', async () => {
		const response = await ask({ range: `bytes=${file.length}-` });
		expect(response.status).toBe(416);
		expect(response.headers.get('content-range')).toBe(`bytes */${file.length}`);
	});

	it('is the head alone where that is asked for, ranges or not', async () => {
		const response = await ask({ range: 'bytes=0-9' }, '', 'HEAD');
		expect(response.status).toBe(200);
		expect(response.headers.get('content-length')).toBe(String(file.length));
		expect(await bytesOf(response)).toHaveLength(0);
	});

	it('is the part where the reader has other parts of this version', async () => {
		expect((await ask({ range: 'bytes=0-9', 'if-range': `"${rev}"` })).status).toBe(206);
	});

	it('is the whole where the reader has parts of another version', async () => {
		expect((await ask({ range: 'bytes=0-9', 'if-range': '"other"' })).status).toBe(200);
	});

	it('is not sent again to who has it', async () => {
		expect((await ask({ 'if-none-match': `"${rev}"` })).status).toBe(304);
	});

	it('is kept for good under the address of its version', async () => {
		const { headers, status } = await ask({}, `?rev=${rev}`, 'HEAD');
		expect([status, headers.get('cache-control')]).toEqual([
			200,
			expect.stringContaining('immutable')
		]);
	});

	it('is gone under the address of another version', async () => {
		const response = await ask({ range: 'bytes=0-9' }, '?rev=0123456789ab');
		expect(response.status).toBe(410);
		expect(await response.text()).toMatch(/load the page anew/);
	});

	it('may be read by any site, and is compressed by nobody on the way', async () => {
		const { headers } = await ask({}, '', 'HEAD');
		expect(headers.get('access-control-allow-origin')).toBe('*');
		expect(headers.get('cache-control')).toMatch(/no-transform/);
	});

	it.each(['few', 'none'])('is not there for the dossier “%s”, which has none', async (id) => {
		expect((await ask({}, '', 'GET', id)).status).toBe(404);
	});

	it('is not the new file under the version of the old', async () => {
		await writeColumnar(data, 'other', syntheticFiles({ events: 10, seed: 9 }));
		const path = join(data, 'many', 'events.dateline');
		renameSync(join(data, 'other', 'events.dateline'), path);
		expect((await ask({}, `?rev=${rev}`)).status).toBe(410);
		writeFileSync(path, file);
		expect((await ask({}, `?rev=${rev}`)).status).toBe(200);
	});
});
