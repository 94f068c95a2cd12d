import { randomUUID } from 'node:crypto';
import { rmSync } from 'node:fs';
import { lstat, mkdir, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Hidden, beside the files of the dossier, so that what it holds is put in its place by a rename. Named with the process. */
const TEMPORARY = /^\.dateline-import-(\d+)-[\da-f-]{36}$/;

/** The folder in which an import works until all is done. */
export interface Temporary {
	path: string;
	/** Removes it and all that is in it. Never throws. */
	remove: () => void;
}

/**
 * Makes the folder of an import, and removes what one that was cut short left behind.
 * @returns a sentence where another import into the dossier is running
 * @throws what the file system throws
 */
export async function makeTemporary(dossier: string): Promise<Temporary | string> {
	for (const name of await readdir(dossier)) {
		const [, pid] = TEMPORARY.exec(name) ?? [];
		if (pid === undefined) continue;
		const path = join(dossier, name);
		if (Number(pid) !== process.pid && isRunning(Number(pid)))
			return `Another import into this dossier is running (process ${pid}). Wait for it; if there is none, remove ${path}.`;
		await rm(path, { recursive: true, force: true });
	}
	const path = join(dossier, `.dateline-import-${process.pid}-${randomUUID()}`);
	await mkdir(path);
	return temporaryAt(path);
}

function temporaryAt(path: string): Temporary {
	return {
		path,
		remove: () => {
			try {
				rmSync(path, { recursive: true, force: true, maxRetries: 3 });
			} catch {
				// The next import finds and removes it.
			}
		}
	};
}

/** For imports that go into no folder; beside others' files. */
const OWN = /^dateline-import-(\d+)-[\da-f-]{36}$/;

/**
 * Makes the folder of an import into a database, among the system's temporary files, and removes what one of the
 * same user that was cut short left behind.
 * @throws what the file system throws
 */
export async function makeOwnTemporary(): Promise<Temporary> {
	const all = tmpdir();
	for (const name of await readdir(all)) {
		const [, pid] = OWN.exec(name) ?? [];
		if (pid === undefined || isRunning(Number(pid))) continue;
		const path = join(all, name);
		const own = await lstat(path).then(
			({ uid }) => uid === process.getuid?.(),
			() => false
		);
		if (own) await rm(path, { recursive: true, force: true });
	}
	const path = join(all, `dateline-import-${process.pid}-${randomUUID()}`);
	await mkdir(path, { mode: 0o700 });
	return temporaryAt(path);
}

function isRunning(pid: number): boolean {
	try {
		process.kill(pid, 0);
		return true;
	} catch (error) {
		return (error as NodeJS.ErrnoException).code === 'EPERM';
	}
}
