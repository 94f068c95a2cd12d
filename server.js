/**
 * The production server: SvelteKit's handler with what it leaves to others: which hosts are trusted, the
 * scheme, compression of pages, headers on static files, a clean end. Settings: PORT, HOST, ORIGIN,
 * DATELINE_DATA, DATELINE_DATABASE; --edit lets pages opened on this machine write into the dossiers.
 */
import { existsSync, realpathSync } from 'node:fs';
import { createServer, maxHeaderSize } from 'node:http';
import { dirname, join, relative, sep } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { constants } from 'node:zlib';
import compression from 'compression';
import { readConfig } from './scripts/serve/config.js';
import { checkData } from './scripts/serve/data.js';
import { refusal } from './scripts/serve/guard.js';
import { headersFor } from './scripts/serve/headers.js';
import { readOptions } from './scripts/serve/options.js';
import { StopError, endWith } from './scripts/stop.js';

/** @typedef {import('./scripts/serve/config.js').Config} Config */
/** @typedef {import('node:http').IncomingMessage} Request */
/** @typedef {import('node:http').ServerResponse} Response */
/** @typedef {(request: Request, response: Response, next: () => void) => void} Handler */

const root = dirname(fileURLToPath(import.meta.url));

/** Tells SvelteKit the scheme. We set it on every request, over whatever the client sent. */
const SCHEME_HEADER = 'x-dateline-scheme';

/** How long a request that is being answered may hold up the end, in milliseconds. */
const LAST_CALL = 5000;

/** How long a client may go on sending what is not read, in milliseconds. */
const UNREAD_CALL = 2000;

/**
 * Serves until SIGINT or SIGTERM, then ends the process with exit code 0. Prints one line, with the URL,
 * to stdout; with `--edit` a second, with the folder.
 *
 * @param {Config} config
 * @returns {Promise<void>} once it serves
 * @throws {StopError} where it cannot; a `DatelineStartError` where the app cannot
 */
export async function serve(config) {
	if (config.data !== undefined) checkData(config.data);
	const answer = answerWith(await loadApp(config), config.origin);
	const server = createServer(answer);
	server.on('clientError', answerUnread);
	await listen(server, config);
	endOnSignal(server);

	const address = server.address();
	const port = typeof address === 'object' && address ? address.port : config.port;
	const host = config.host.includes(':') ? `[${config.host}]` : config.host;
	const url = `http://${host}:${port}`;
	const what = [
		...(config.data === undefined ? [] : [shortPath(config.data)]),
		// Its address may have a password in it.
		...(config.database ? ['its database'] : [])
	].join(' and ');
	console.log(
		config.origin
			? `Dateline serves ${what} at ${config.origin}/ (listening at ${url}/)`
			: `Dateline serves ${what} at ${url}/`
	);
	if (config.edit && config.data !== undefined)
		console.log(`What is saved in the browser is written into ${config.data}${sep}`);
}

/**
 * Loads the built app. It reads its settings from the environment, some of them on import.
 *
 * @param {Config} config
 * @returns {Promise<Handler>}
 */
async function loadApp({ origin, data, edit }) {
	const path = join(root, 'build', 'handler.js');
	if (!existsSync(path))
		throw new StopError('Dateline is not built: npm start builds and serves it.');

	const { env } = process;
	// Headers that a visitor could send decide nothing.
	delete env['HOST_HEADER'];
	delete env['PORT_HEADER'];
	delete env['ADDRESS_HEADER'];
	env['PROTOCOL_HEADER'] = SCHEME_HEADER;
	if (origin) env['ORIGIN'] = origin;
	else delete env['ORIGIN'];
	if (data !== undefined) env['DATELINE_DATA'] = data;
	else delete env['DATELINE_DATA'];
	// It is the command line that decides, not what is left over in an environment.
	if (edit) env['DATELINE_EDIT'] = '1';
	else delete env['DATELINE_EDIT'];
	// What is saved has a limit of its own, with a sentence: src/lib/server/edit/request.ts.
	if (edit) env['BODY_SIZE_LIMIT'] = 'Infinity';
	else delete env['BODY_SIZE_LIMIT'];
	return (await import(pathToFileURL(path).href)).handler;
}

/**
 * A vector tile: it is not on the list of what can be made smaller, and becomes half as large.
 *
 * @param {Response} response
 */
function isTile(response) {
	return response.getHeader('content-type') === 'application/vnd.mapbox-vector-tile';
}

/**
 * @param {Handler} app
 * @param {string | undefined} origin
 * @returns {(request: Request, response: Response) => void}
 */
function answerWith(app, origin) {
	const compress = /** @type {Handler} */ (
		/** @type {unknown} */ (
			// Part of a file, compressed, would no longer be that part.
			compression({
				// A page is compressed for every request: a tenth smaller than at 4, the default, for a millisecond.
				brotli: { params: { [constants.BROTLI_PARAM_QUALITY]: 6 } },
				filter: (request, response) =>
					response.statusCode !== 206 && (isTile(response) || compression.filter(request, response))
			})
		)
	);
	return (request, response) => {
		const path = request.url?.split('?', 1)[0] ?? '';
		for (const [name, value] of Object.entries(headersFor(path))) response.setHeader(name, value);

		const { method, url } = request;
		const refused = refusal({ method, url, host: request.headers.host }, origin);
		if (refused) {
			response.writeHead(refused.status, {
				...refused.headers,
				'Content-Type': 'text/plain; charset=utf-8'
			});
			response.end(`${refused.text}\n`);
			return;
		}
		request.headers[SCHEME_HEADER] = 'http';
		compress(request, response, () =>
			app(request, response, () => {
				response.statusCode = 404;
				response.end();
			})
		);
	};
}

/** Connections whose request was refused, and is being taken to its end. @type {WeakSet<import('node:stream').Duplex>} */
const refused = new WeakSet();

/**
 * What could not be read as a request is answered with a sentence too: Node's own answer has none.
 *
 * @param {NodeJS.ErrnoException} error
 * @param {import('node:stream').Duplex} socket
 */
function answerUnread(error, socket) {
	// Each further piece of what was refused is told as an error of its own: to close at that one would
	// reset the connection before the answer is read.
	if (refused.has(socket)) return;
	if (error.code === 'ECONNRESET' || !socket.writable) {
		socket.destroy();
		return;
	}
	refused.add(socket);
	const [status, text] =
		error.code === 'HPE_HEADER_OVERFLOW'
			? [
					'431 Request Header Fields Too Large',
					`Address and headers of a request may have ${maxHeaderSize} bytes together; these have more.`
				]
			: error.code === 'ERR_HTTP_REQUEST_TIMEOUT'
				? ['408 Request Timeout', 'The request took too long to arrive.']
				: ['400 Bad Request', 'This is no HTTP request that can be read.'];
	// What the client is still sending is taken, so that it comes to read the answer.
	socket.removeAllListeners('data');
	socket.resume();
	socket.end(
		`HTTP/1.1 ${status}\r\nContent-Type: text/plain; charset=utf-8\r\n` +
			`Content-Length: ${Buffer.byteLength(text) + 1}\r\nX-Content-Type-Options: nosniff\r\n` +
			`Connection: close\r\n\r\n${text}\n`
	);
	setTimeout(() => socket.destroy(), UNREAD_CALL).unref();
}

/**
 * @param {import('node:http').Server} server
 * @param {Config} config
 * @returns {Promise<void>}
 * @throws {StopError} where it cannot listen there
 */
function listen(server, { host, port }) {
	return new Promise((resolve, reject) => {
		server.once('error', (/** @type {NodeJS.ErrnoException} */ error) => {
			const sentence = {
				EADDRINUSE: `Port ${port} is taken: stop what uses it, or choose another, as in PORT=${port === 65_535 ? 3000 : port + 1} npm start.`,
				EACCES: `Port ${port} is not for this user: choose one above 1023, as in PORT=3000 npm start.`,
				EADDRNOTAVAIL: `HOST=${host} is no address of this machine: leave it out, or choose one that is.`,
				ENOTFOUND: `HOST=${host} is no address of this machine: leave it out, or choose one that is.`
			}[error.code ?? ''];
			reject(sentence ? new StopError(sentence) : error);
		});
		server.listen(port, host, resolve);
	});
}

/**
 * @param {import('node:http').Server} server
 */
function endOnSignal(server) {
	let ending = false;
	const end = () => {
		// npm passes Ctrl-C on to a process that the terminal has already told: the second is the same.
		if (ending) return;
		ending = true;
		server.close(() => process.exit(0));
		server.closeIdleConnections();
		// A connection becomes idle when its last answer is out.
		setInterval(() => server.closeIdleConnections(), 100).unref();
		setTimeout(() => server.closeAllConnections(), LAST_CALL).unref();
	};
	process.on('SIGINT', end);
	process.on('SIGTERM', end);
}

/**
 * @param {string} folder
 * @returns {string} as one would write it from here
 */
function shortPath(folder) {
	const path = relative(process.cwd(), folder);
	return (path.startsWith('..') ? folder : path || '.') + sep;
}

// Run, not imported. Node gives argv[1] as it was typed, through links, but our own URL without them.
if (process.argv[1] && realpathSync(process.argv[1]) === fileURLToPath(import.meta.url)) {
	try {
		await serve(readConfig(process.env, root, readOptions(process.argv.slice(2))));
	} catch (error) {
		endWith(error);
	}
}
