import type { Database, Transaction } from './connect';

/** What a query is told that comes after the connection is gone. */
const LOST = { code: 'CONNECTION_CLOSED' } as const;

/**
 * Does some work in a transaction, as the driver's `begin` does, which this takes the place of: once a connection is
 * lost within a transaction, `begin` of postgres 3.4.9 writes its ROLLBACK, or whatever the work asks next, to a socket
 * that is gone, and throws where nobody can catch it: the whole process ends.
 * @throws what the work throws, or what the driver does
 */
export async function transaction<T>(
	sql: Database,
	work: (tx: Transaction) => Promise<T>
): Promise<T> {
	let over = false;
	const begun = sql.begin(async (tx) => {
		try {
			const done = await work(guarded(tx, () => over));
			return over ? await never<T>() : done;
		} catch (error) {
			if (over || isLoss(error)) return never<T>();
			throw error;
		}
	}) as Promise<T>;
	// It is told of the loss itself: so it ends, whatever the work waits for.
	begun.catch(() => {
		over = true;
	});
	return begun;
}

/** The transaction, as long as there is a connection. */
function guarded(tx: Transaction, isOver: () => boolean): Transaction {
	const check = () => {
		if (isOver()) throw Object.assign(new Error(LOST.code), LOST);
	};
	return new Proxy(tx, {
		apply: (target, self, args: unknown[]) => {
			check();
			return Reflect.apply(target, self, args) as unknown;
		},
		get: (target, name, receiver) => {
			if (name === 'unsafe') check();
			return Reflect.get(target, name, receiver) as unknown;
		}
	});
}

/** Nobody waits for it: what it is an answer to has ended. */
const never = <T>() => new Promise<T>(() => undefined);

/** Whether the connection ends with this error. */
function isLoss(error: unknown): boolean {
	const { code, severity } = Object(error) as { code?: unknown; severity?: unknown };
	if (severity === 'FATAL' || severity === 'PANIC') return true;
	return typeof code === 'string' && /^(CONNECTION_|ECONN|EPIPE|ETIMEDOUT|EHOST|ENET)/.test(code);
}
