import { readFile, stat } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join, normalize } from 'node:path';

const TYPES: Record<string, string> = {
	'.html': 'text/html; charset=utf-8',
	'.js': 'text/javascript',
	'.mjs': 'text/javascript',
	'.css': 'text/css',
	'.json': 'application/json',
	'.svg': 'image/svg+xml',
	'.png': 'image/png',
	'.webp': 'image/webp',
	'.woff2': 'font/woff2'
};

export interface StaticHost {
	/** Address of the folder, without a slash at its end. */
	base: string;
	/** What was asked for and is not there, or lies outside the folder's path. */
	missed: string[];
	stop: () => void;
}

/**
 * A web server that knows nothing of the app: files of a folder under a path, a folder by its index.html,
 * queries ignored, no header but the type.
 */
export async function hostFolder(folder: string, path: string): Promise<StaticHost> {
	const missed: string[] = [];
	const server = createServer((request, response) => {
		const { pathname } = new URL(request.url ?? '/', 'http://host');
		void answer(decodeURIComponent(pathname)).then(({ status, headers, body }) => {
			if (status === 404) missed.push(pathname);
			response.writeHead(status, headers);
			response.end(body);
		});
	});
	async function answer(
		pathname: string
	): Promise<{ status: number; headers: Record<string, string>; body?: Buffer }> {
		if (!pathname.startsWith(`${path}/`)) return { status: 404, headers: {} };
		const file = join(folder, normalize(pathname.slice(path.length)));
		const found = await stat(file).catch(() => undefined);
		if (found?.isDirectory() && !pathname.endsWith('/'))
			return { status: 301, headers: { location: `${pathname}/` } };
		const name = found?.isDirectory() ? join(file, 'index.html') : file;
		const body = await readFile(name).catch(() => undefined);
		if (!body) return { status: 404, headers: {} };
		return { status: 200, headers: { 'content-type': TYPES[extname(name)] ?? 'text/plain' }, body };
	}
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	const { port } = server.address() as AddressInfo;
	return { base: `http://127.0.0.1:${port}${path}`, missed, stop: () => void server.close() };
}
