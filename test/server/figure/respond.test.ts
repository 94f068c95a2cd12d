import { describe, expect, it } from 'vitest';
import { ByteCache } from '../../../src/lib/server/figure/cache';
import type { FigureWish } from '../../../src/lib/server/figure/figure';
import { Queue } from '../../../src/lib/server/figure/queue';
import {
	respondWithPicture,
	type PictureDesk,
	type PictureRequest
} from '../../../src/lib/server/figure/respond';
import { readDossier } from '../../dossier';

const dossier = await readDossier('geodata/armenia-azerbaijan');

/** A desk that draws nothing, and counts what it was asked for. */
function deskWith(draw: (wish: FigureWish) => Promise<Uint8Array>, waiting = 4) {
	const wishes: FigureWish[] = [];
	const desk: PictureDesk = {
		queue: new Queue({ running: 1, waiting, patience: 10_000, weight: 1e9 }),
		cache: new ByteCache(1e6),
		underWay: new Map(),
		draw: (wish) => (wishes.push(wish), draw(wish))
	};
	return { desk, wishes };
}

const request = (query: string, more: Partial<PictureRequest> = {}): PictureRequest => ({
	dossier,
	rev: 'a',
	format: 'png',
	query,
	version: '1',
	linkTo: () => undefined,
	known: null,
	today: 18_900,
	...more
});

const bytes = () => Promise.resolve(new Uint8Array([1, 2, 3]));

describe('an answer with a picture', () => {
	it('says what it is, may be kept, and is drawn once for a view however it is written', async () => {
		const { desk, wishes } = deskWith(bytes);
		const first = await respondWithPicture(request('from=2021-05-12&types=clash,call'), desk);
		expect(first.status).toBe(200);
		expect(first.headers.get('content-type')).toBe('image/png');
		expect(first.headers.get('cache-control')).toMatch(/^public, max-age=\d+/);
		expect([...new Uint8Array(await first.arrayBuffer())]).toEqual([1, 2, 3]);
		const again = '?types=call,clash&utm_source=x&from=2021-05-12&width=1200';
		const second = await respondWithPicture(request(again), desk);
		expect(second.headers.get('etag')).toBe(first.headers.get('etag'));
		expect(wishes).toHaveLength(1);
	});

	it('is 304, and nothing is drawn, for who has it already', async () => {
		const { desk, wishes } = deskWith(bytes);
		const etag = (await respondWithPicture(request(''), desk)).headers.get('etag');
		const fresh = deskWith(bytes);
		const known = `"other", ${etag}`;
		const answer = await respondWithPicture(request('', { known }), fresh.desk);
		expect(answer.status).toBe(304);
		expect(await answer.text()).toBe('');
		expect([wishes.length, fresh.wishes.length]).toEqual([1, 0]);
	});

	it('is another once the dossier, the app, the format or the view is', async () => {
		const { desk } = deskWith(bytes);
		const tag = async (query: string, more: Partial<PictureRequest> = {}) =>
			(await respondWithPicture(request(query, more), desk)).headers.get('etag');
		const tags = await Promise.all([
			tag(''),
			tag('', { rev: 'b' }),
			tag('', { version: '2' }),
			tag('', { format: 'svg' }),
			tag('event=lake-sev-troops-2021-05-12'),
			tag('scale=2')
		]);
		expect(new Set(tags).size).toBe(tags.length);
	});

	it('is drawn once for many who ask at the same time', async () => {
		let end = (): void => undefined;
		const { desk, wishes } = deskWith(
			() => new Promise((done) => (end = () => done(new Uint8Array(9))))
		);
		const all = Array.from({ length: 20 }, () => respondWithPicture(request(''), desk));
		await new Promise((done) => setImmediate(done));
		expect(wishes).toHaveLength(1);
		end();
		expect((await Promise.all(all)).map(({ status }) => status)).toEqual(Array(20).fill(200));
	});

	it('is 503 with Retry-After where the line is full, and 200 again afterwards', async () => {
		const ends: (() => void)[] = [];
		const { desk } = deskWith(
			() => new Promise((done) => void ends.push(() => done(new Uint8Array(9)))),
			2
		);
		const asked = Array.from({ length: 6 }, (_, i) =>
			respondWithPicture(request(`map=7/39.${i}/46`), desk)
		);
		const refused = await Promise.all(asked.slice(3));
		for (const answer of refused) {
			expect(answer.status).toBe(503);
			expect(answer.headers.get('access-control-allow-origin')).toBe('*');
			expect(Number(answer.headers.get('retry-after'))).toBeGreaterThanOrEqual(1);
			expect(await answer.text()).toMatch(/Ask again in \d+ s\./);
		}
		for (let i = 0; i < 3; i++) {
			ends[i]?.();
			expect((await (asked[i] as Promise<Response>)).status).toBe(200);
			await new Promise((done) => setImmediate(done));
		}
		expect(desk.queue.length).toBe(0);
	});

	it.each([
		['event=nobody', 404],
		['width=10000', 400],
		[`q=${'x'.repeat(8001)}`, 414]
	])('is a sentence for %.20s (%i), and nothing is drawn', async (query, status) => {
		const { desk, wishes } = deskWith(bytes);
		const answer = await respondWithPicture(request(query), desk);
		expect(answer.status).toBe(status);
		expect(answer.headers.get('content-type')).toBe('text/plain; charset=utf-8');
		expect(answer.headers.get('access-control-allow-origin')).toBe('*');
		expect(await answer.text()).toMatch(/\.\n$/);
		expect(wishes).toEqual([]);
	});
});
