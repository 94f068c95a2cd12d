import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** What a host has: a body, else how it fails. */
export type Served = Buffer | object | 'silent';

/**
 * Somebody else's server of maps, on a port of its own and so another origin. It serves parts of files
 * and lets every page use them, but for what stands under `/closed/`.
 */
export class TileHost {
	/** Path → what is there. A path that ends in `/*` stands for all below it. */
	readonly files = new Map<string, Served>();
	/** Paths that were asked for, in order. */
	readonly asked: string[] = [];
	readonly #server = createServer((request, response) => this.#answer(request, response));

	async start(): Promise<void> {
		this.#server.listen(0, '127.0.0.1');
		await new Promise((done) => this.#server.once('listening', done));
	}

	get origin(): string {
		return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
	}

	stop(): void {
		this.#server.closeAllConnections();
		this.#server.close();
	}

	#answer(request: IncomingMessage, response: ServerResponse): void {
		const path = (request.url ?? '').split('?', 1)[0] as string;
		this.asked.push(path);
		if (!path.startsWith('/closed/')) {
			response.setHeader('Access-Control-Allow-Origin', '*');
			response.setHeader('Access-Control-Allow-Headers', 'Range');
		}
		if (request.method === 'OPTIONS') return void response.writeHead(204).end();
		const served =
			this.files.get(path) ??
			[...this.files].find(([key]) => key.endsWith('/*') && path.startsWith(key.slice(0, -1)))?.[1];
		if (served === 'silent') return;
		if (!served) return void response.writeHead(404).end('Not here.');
		const body = Buffer.isBuffer(served) ? served : Buffer.from(JSON.stringify(served));
		const range = /^bytes=(\d+)-(\d+)$/.exec(request.headers.range ?? '');
		if (!range) return void response.writeHead(200).end(body);
		const [first, last] = [Number(range[1]), Math.min(Number(range[2]), body.length - 1)];
		if (first >= body.length) return void response.writeHead(416).end();
		response.setHeader('Content-Range', `bytes ${first}-${last}/${body.length}`);
		response.writeHead(206).end(body.subarray(first, last + 1));
	}
}
