import { deflateRawSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { inflateRaw, rangesOf, Unreachable } from '../../../src/lib/state/columns/fetch-range';

const bytes = Uint8Array.from({ length: 100 }, (_, i) => i);

/** A host that knows ranges, or sends all of the file; `asked` has what it was asked for. */
function host(knowsRanges: boolean) {
	const asked: string[] = [];
	const fetcher = ((_: string, init: RequestInit) => {
		const range = new Headers(init.headers).get('range') ?? '';
		asked.push(range);
		const [, from, to] = /bytes=(\d+)-(\d+)/.exec(range) ?? [];
		return Promise.resolve(
			knowsRanges
				? new Response(bytes.slice(Number(from), Number(to) + 1), { status: 206 })
				: new Response(bytes)
		);
	}) as typeof fetch;
	return { asked, fetcher };
}

describe('ranges of a file', () => {
	it('are asked for by their first and last byte', async () => {
		const { asked, fetcher } = host(true);
		expect([...(await rangesOf('/f', fetcher)(10, 13))]).toEqual([10, 11, 12]);
		expect(asked).toEqual(['bytes=10-12']);
	});

	it('of no bytes are asked of nobody', async () => {
		const { asked, fetcher } = host(true);
		expect(await rangesOf('/f', fetcher)(10, 10)).toHaveLength(0);
		expect(asked).toEqual([]);
	});

	it('are cut from the whole file, fetched once, where a host knows no ranges', async () => {
		const { asked, fetcher } = host(false);
		const read = rangesOf('/f', fetcher);
		expect([...(await read(1, 3))]).toEqual([1, 2]);
		expect([...(await read(90, 92))]).toEqual([90, 91]);
		expect(asked).toHaveLength(1);
	});

	it.each([404, 410, 500])('of a file that answers %d are an error in words', async (status) => {
		const fetcher = (() => Promise.resolve(new Response('', { status }))) as typeof fetch;
		await expect(rangesOf('/f', fetcher)(0, 5)).rejects.toThrow(Unreachable);
	});

	it('that do not come can be asked for again', async () => {
		let tries = 0;
		const { fetcher } = host(true);
		const flaky = ((...args: Parameters<typeof fetch>) =>
			tries++ === 0 ? Promise.reject(new TypeError('offline')) : fetcher(...args)) as typeof fetch;
		const read = rangesOf('/f', flaky);
		await expect(read(0, 2)).rejects.toThrow(Unreachable);
		expect([...(await read(0, 2))]).toEqual([0, 1]);
	});
});

describe('inflateRaw', () => {
	it('gives back what was packed', async () => {
		expect([...(await inflateRaw(new Uint8Array(deflateRawSync(bytes))))]).toEqual([...bytes]);
	});
});
