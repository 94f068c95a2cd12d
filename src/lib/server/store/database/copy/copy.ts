import type { Writable } from 'node:stream';
import type { Transaction } from '../connect';

/**
 * Sends rows by COPY.
 * @param statement `COPY … FROM STDIN …`, of constants of ours
 * @throws what the driver throws
 */
export async function copyIn(
	tx: Transaction,
	statement: string,
	pieces: Iterable<Uint8Array>
): Promise<void> {
	const query = tx.unsafe(statement);
	const stream: Writable = await query.writable();
	await new Promise<void>((done, fail) => {
		// Once the last byte is sent the stream hears of no error any more; the query, which the stream was the answer
		// to, is told, and would drop it.
		(query as unknown as { reject: (error: unknown) => void }).reject = fail;
		stream.once('error', fail);
		stream.once('finish', done);
		void (async () => {
			for (const piece of pieces) {
				if (stream.destroyed) return;
				if (!stream.write(piece)) await new Promise((more) => waitFor(stream, more));
			}
			stream.end();
		})().catch(fail);
	});
}

/** Goes on when there is room again, or no use. */
function waitFor(stream: Writable, more: (value: unknown) => void): void {
	const go = () => {
		stream.off('drain', go);
		stream.off('close', go);
		more(undefined);
	};
	stream.on('drain', go);
	stream.on('close', go);
}
