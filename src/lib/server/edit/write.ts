import { open, readdir, rename, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { randomUUID } from 'node:crypto';
import type { Step } from './plan';

/** Hidden, and named as no file of a dossier is: nobody reads one. */
const DRAFT = /^\.dateline-[\da-f-]{36}\.draft$/;

/** A file that is on the disk, whole, and not yet in its place. */
interface Draft {
	from: string;
	to: string;
}

/**
 * Puts files into the place of others, one after another: each is the old one or the new one, whole, whenever
 * the process, or the machine, stops. All are on the disk before the first takes its place, so that a
 * full disk changes nothing.
 *
 * @param ready asked once all are on the disk; where it throws, none takes its place
 * @throws what the file system throws, or `ready`
 */
export async function writeSteps(
	folder: string,
	steps: readonly Step[],
	ready: () => Promise<void>
): Promise<void> {
	const drafts: Draft[] = [];
	try {
		for (const step of steps) drafts.push(await writeDraft(folder, step));
		await ready();
		for (const { from, to } of drafts) {
			await rename(from, to);
			await syncFolder(folder);
		}
	} finally {
		await removeDrafts(folder);
	}
}

/** Removes what a save that was cut short left in a folder. Never throws. */
export async function removeDrafts(folder: string): Promise<void> {
	const names = await readdir(folder).catch(() => []);
	for (const name of names)
		if (DRAFT.test(name)) await rm(join(folder, name), { force: true }).catch(() => undefined);
}

async function writeDraft(folder: string, { name, text }: Step): Promise<Draft> {
	const to = join(folder, name);
	const from = join(folder, `.dateline-${randomUUID()}.draft`);
	const mode = await stat(to).then(
		(found) => found.mode & 0o777,
		() => undefined
	);
	const file = await open(from, 'wx', mode);
	try {
		// What the process was told to mask, the file that is there may have had.
		if (mode !== undefined) await file.chmod(mode);
		await file.writeFile(text);
		await file.sync();
	} finally {
		await file.close();
	}
	return { from, to };
}

/** A name is on the disk only when its folder is. */
async function syncFolder(folder: string): Promise<void> {
	const handle = await open(folder, 'r');
	try {
		await handle.sync();
	} catch (error) {
		// Some file systems have no such thing.
		if (!['EINVAL', 'EPERM', 'EISDIR'].includes((error as NodeJS.ErrnoException).code ?? ''))
			throw error;
	} finally {
		await handle.close();
	}
}
