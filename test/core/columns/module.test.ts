import { execFile } from 'node:child_process';
import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import { afterEach, describe, expect, it } from 'vitest';
import type { EventsFile } from '../../../src/lib/core/columns/events-file';
import { syntheticColumns } from '../../synthetic/columns';
import { dictionariesOf, entriesOf, written } from './memory';

interface Module {
	open: (source: string | URL | ArrayBuffer | Uint8Array) => Promise<EventsFile>;
	DamagedFile: new () => Error;
}

const module = (await import(
	/* @vite-ignore */ pathToFileURL('static/events-dateline.js').href
)) as Module;
const columns = syntheticColumns(600, 12);
const entries = [...entriesOf(columns)];
const bytes = await written(entries, dictionariesOf(columns));

describe('the published module', () => {
	let server: Server | undefined;
	afterEach(() => server?.close());
	const served = (answer: RequestListener) =>
		new Promise<string>((resolve) => {
			server = createServer(answer).listen(0, '127.0.0.1', () => {
				const { port } = server?.address() as AddressInfo;
				resolve(`http://127.0.0.1:${port}/events.dateline`);
			});
		});
	const holds = async (file: EventsFile) => {
		expect(await file.columns()).toEqual(columns);
		const records = await file.records([599, 0]);
		expect(records.get(599)?.event).toEqual(JSON.parse(entries[599]?.event as string));
		expect(await file.rowOf('event-00000300')).toBe(300);
		expect((await file.rowsWithWord('tenth3')).length).toBe(60);
		expect([...(await file.rowsCiting(['source-9']))]).toEqual([9]);
	};

	it('is what the reader says (npm run columns-module writes it)', async () => {
		await promisify(execFile)(process.execPath, ['scripts/columns-module.js', '--check']);
	}, 60_000);

	it('reads a file that it is given', async () => {
		await holds(await module.open(bytes));
		await holds(await module.open(bytes.slice().buffer));
	});

	it('fetches no more of a file than it is asked for', async () => {
		let sent = 0;
		const url = await served((request, response) => {
			const [, start, end] = /^bytes=(\d+)-(\d+)$/.exec(request.headers.range ?? '') ?? [];
			const part = bytes.subarray(Number(start), Number(end) + 1);
			sent += part.length;
			response.writeHead(206).end(part);
		});
		const file = await module.open(url);
		await file.records([0]);
		expect(sent).toBeLessThan(bytes.length / 2);
		await holds(file);
	});

	it('takes the whole of it from a server that knows no ranges, once', async () => {
		let asked = 0;
		const url = await served((_, response) => {
			asked++;
			response.writeHead(200).end(bytes);
		});
		await holds(await module.open(new URL(url)));
		expect(asked).toBe(1);
	});

	it('says what the server answers, and that a file is damaged', async () => {
		const url = await served((_, response) => response.writeHead(404).end());
		await expect(module.open(url)).rejects.toThrow(`${url}: the server answered 404.`);
		await expect(module.open(new Uint8Array(10))).rejects.toBeInstanceOf(module.DamagedFile);
		const other = bytes.slice();
		other[other.length - 40] = (other[other.length - 40] as number) ^ 255;
		await expect(module.open(other)).rejects.toBeInstanceOf(module.DamagedFile);
	});
});
