import { closeSync, mkdirSync, openSync, rmSync, statSync, utimesSync } from 'node:fs';
import { dirname } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

/** The holder touches its lock this often, in milliseconds. */
const BEAT = 1000;

/**
 * Runs a task that only one process at a time may run, waiting for the others.
 *
 * The lock is a file whose time its holder keeps renewing. One that stands still was left by a process
 * that was killed, and is taken over. A process id would not do: in containers that share a folder, or
 * after a restart, another process has it.
 *
 * @template T
 * @param {string} path of the lock file
 * @param {() => Promise<T>} task
 * @param {{ onWait?: () => void, patience?: number }} [options] `patience`: milliseconds after which a
 *   lock that stands still counts as left behind
 * @returns {Promise<T>}
 */
export async function withLock(path, task, { onWait, patience = 6 * BEAT } = {}) {
	mkdirSync(dirname(path), { recursive: true });
	await acquire(path, patience, onWait);

	const beat = setInterval(() => {
		try {
			utimesSync(path, new Date(), new Date());
		} catch {
			// Somebody removed it by hand: the task is still worth finishing.
		}
	}, BEAT);
	const release = () => rmSync(path, { force: true });
	process.once('exit', release);
	try {
		return await task();
	} finally {
		clearInterval(beat);
		process.off('exit', release);
		release();
	}
}

/**
 * @param {string} path
 * @param {number} patience
 * @param {(() => void) | undefined} onWait
 */
async function acquire(path, patience, onWait) {
	let beat = 0;
	let since = Date.now();
	for (let tries = 0; ; tries++) {
		try {
			closeSync(openSync(path, 'wx'));
			return;
		} catch (error) {
			if (/** @type {NodeJS.ErrnoException} */ (error).code !== 'EEXIST') throw error;
		}
		if (tries === 0) onWait?.();
		const now = statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? 0;
		if (now !== beat) {
			beat = now;
			since = Date.now();
		} else if (Date.now() - since > patience) {
			rmSync(path, { force: true });
			continue;
		}
		await sleep(200);
	}
}
