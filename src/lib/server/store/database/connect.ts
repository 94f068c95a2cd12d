import { Socket } from 'node:net';
import postgres from 'postgres';
import type { Sql } from 'postgres';
import { DatabaseFault } from './faults';

/** A pool of connections. Counts (`bigint`, and the `numeric` of their sums) come as numbers. */
export type Database = Sql<{ bigint: number; numeric: number }>;
/** One of its connections, within a transaction. */
export type Transaction = postgres.TransactionSql<{ bigint: number; numeric: number }>;

export interface DatabaseOptions {
	/** Connections at once, at most. */
	max?: number;
	/** Milliseconds that a statement may take; 0: as long as it needs. */
	statementTimeoutMs?: number;
	/** Seconds until a connection has to be there. */
	connectTimeoutS?: number;
	/** Seconds after which a connection that nobody uses is closed; 0: never, and it is not made anew now and then. */
	idleTimeoutS?: number;
	/** What the server lists the connections as. */
	name?: string;
}

/** Seconds before a server that was away is asked again: requests wait for no longer than this once it is back. */
const RETRY_S = 0.1;
/**
 * How the server plans: as one whose data are in memory or on a disk without arms, and whose processors are there for
 * many at once. Compiling a statement (jit) takes longer than any of ours; several processes for one are worth their
 * start only where a great part of all events is read.
 */
const PLANNING = {
	jit: 'off',
	random_page_cost: 1.1,
	parallel_setup_cost: 20_000,
	work_mem: '16MB',
	plan_cache_mode: 'force_custom_plan'
};
const SCHEMES = new Set(['postgres:', 'postgresql:']);

/**
 * Opens a database; nothing is asked of it before the first query.
 * @param address postgres://user:password@host:port/database
 * @throws DatabaseFault where it is no such address
 */
export function openDatabase(
	address: string,
	{
		max = 10,
		statementTimeoutMs = 30_000,
		connectTimeoutS = 5,
		idleTimeoutS = 60,
		name = 'dateline'
	}: DatabaseOptions = {}
): Database {
	checkAddress(address);
	return postgres(address, {
		max,
		connect_timeout: connectTimeoutS,
		idle_timeout: idleTimeoutS,
		...(idleTimeoutS === 0 && { max_lifetime: 0 }),
		backoff: () => RETRY_S,
		// The driver's types do not know it.
		...({ socket: socketOf } as object),
		prepare: true,
		// What the server notes by the way is for nobody's eyes here.
		onnotice: () => undefined,
		connection: { application_name: name, statement_timeout: statementTimeoutMs, ...PLANNING },
		types: { bigint: asNumber(20), numeric: asNumber(1700) }
	});
}

/** What the driver knows of where to connect to; its types do not say. */
interface Whereto {
	host: readonly string[];
	port: readonly number[];
	path: string | false;
}

/**
 * A socket for the driver, which hangs its listeners on it before it connects and writes into it at once. Its own ones
 * have two faults: with Nagle's algorithm the few bytes that end a COPY wait for the acknowledgement of those before,
 * 90 ms each time; and whoever takes a connection and closes it, as a proxy does whose server is away, is asked again
 * for good, and the query never ends.
 */
function socketOf(options: unknown): Socket {
	const { host, port, path } = options as Whereto;
	const socket = new Socket();
	socket.setNoDelay(true);
	// By these the driver names it, in its errors and to TLS.
	Object.assign(socket, { host: host[0], port: port[0] });
	socket.once('end', () => {
		if (socket.bytesRead === 0)
			socket.destroy(Object.assign(new Error('closed at once'), { code: 'ECONNREFUSED' }));
	});
	setImmediate(() => {
		if (path) socket.connect({ path });
		else socket.connect({ host: host[0], port: port[0] as number });
	});
	return socket;
}

/** Whether a text is meant as the address of a database. */
export function isDatabaseAddress(text: string): boolean {
	return /^postgres(ql)?:/i.test(text);
}

/** What a database is called in words: its name and its host, and nothing that is secret. */
export function placeOf(address: string): string {
	const { hostname, port, pathname } = checkAddress(address);
	const name = decoded(pathname.slice(1)) || 'of the user’s own name';
	return `${name} on ${hostname || 'this machine'}${port === '' ? '' : `:${port}`}`;
}

/** An error of the URL parser quotes what it was given, password and all: none leaves here. */
function checkAddress(address: string): URL {
	let url: URL | undefined;
	try {
		url = new URL(address);
		decodeURIComponent(url.username + url.password + url.pathname);
	} catch {
		url = undefined;
	}
	if (!url || !SCHEMES.has(url.protocol) || url.hash !== '')
		throw new DatabaseFault(
			'The address of the database cannot be read: expected postgres://user:password@host:5432/name, signs such as @, /, # and % in a password as %40, %2F, %23 and %25.'
		);
	return url;
}

function decoded(text: string): string {
	// What a terminal would obey is left out.
	// eslint-disable-next-line no-control-regex
	return decodeURIComponent(text).replace(/[\u0000-\u001f\u007f-\u009f]/g, '');
}

/** A type that comes as a number rather than as a text; all that is counted here is below 2^53. */
function asNumber(oid: number) {
	return { to: oid, from: [oid], serialize: String, parse: Number };
}
