import { lstat, realpath } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { DossierFile } from '../../core/dossier/check';
import { hashOf, readRawFolder, type RawFolder } from './files';
import { oneAtATime } from './lock';
import { planSave } from './plan';
import { Refused } from './refused';
import type { SaveRequest } from './request';
import { removeDrafts, writeSteps } from './write';

/** What stands in the folder after a save. */
export interface Saved {
	rev: string;
	files: Partial<Record<DossierFile, { hash: string }>>;
}

/**
 * Writes files into a dossier's folder, unless one of them, or one that they were made beside, is no longer
 * the one that was read. Saves of one folder wait for each other.
 *
 * @param folder of the dossier: a folder itself, straight in the data folder
 * @throws {Refused} 403 where a link leads elsewhere, 409 with what differs, 500 or 507 where the disk does
 *   not take it
 */
export function saveFiles(folder: string, { base, files }: SaveRequest): Promise<Saved> {
	return oneAtATime(folder, async () => {
		await refuseLinks(folder, Object.keys(files));
		await removeDrafts(folder);
		const before = await readRawFolder(folder);
		refuseConflicts(before, { base, files });
		const old = Object.fromEntries(
			Object.entries(before.files).map(([name, { text }]) => [name, text])
		);
		const changed = Object.fromEntries(
			(Object.entries(files) as [DossierFile, string][]).filter(
				([name, text]) => before.files[name]?.hash !== hashOf(text)
			)
		);
		try {
			await writeSteps(folder, planSave(old, changed), async () =>
				// An editor beside this one may have saved while the disk was busy.
				refuseConflicts(await readRawFolder(folder), { base, files })
			);
		} catch (error) {
			throw inWords(error);
		}
		const { rev } = await readRawFolder(folder);
		return {
			rev,
			files: Object.fromEntries(
				Object.entries(files).map(([name, text]) => [name, { hash: hashOf(text) }])
			)
		};
	});
}

/** Reads a dossier's folder between saves, never amid one. */
export function readFiles(folder: string): Promise<RawFolder> {
	return oneAtATime(folder, () => readRawFolder(folder));
}

/** Removes what a save that was cut short left behind. Never throws. */
export async function tidyFolder(folder: string): Promise<void> {
	if (await isOwnFolder(folder).catch(() => false)) await removeDrafts(folder);
}

/** Whether a dossier's folder lies where it seems to: a link may lead anywhere on the disk. */
export async function isOwnFolder(folder: string): Promise<boolean> {
	const [real, parent] = await Promise.all([realpath(folder), realpath(dirname(folder))]);
	return dirname(real) === parent;
}

async function refuseLinks(folder: string, names: readonly string[]): Promise<void> {
	if (!(await isOwnFolder(folder)))
		throw new Refused(
			403,
			'The folder of this dossier is a link that leads out of the data folder: the server does not write there.'
		);
	for (const name of names) {
		const found = await lstat(join(folder, name)).catch(() => undefined);
		if (found && !found.isFile())
			throw new Refused(403, `${name} is a link, or no file: the server does not write there.`);
	}
}

/** A file that already says what is to be written is none: an answer that was lost may be asked for again. */
function refuseConflicts(now: RawFolder, { base, files }: SaveRequest): void {
	const differing = (Object.keys(base) as DossierFile[]).filter((name) => {
		if (now.closed.includes(name)) return true;
		const hash = now.files[name]?.hash ?? null;
		const wanted = files[name];
		return hash !== base[name] && !(wanted !== undefined && hash === hashOf(wanted));
	});
	if (differing.length === 0) return;
	throw new Refused(
		409,
		`${differing.join(', ')} ${differing.length === 1 ? 'has' : 'have'} changed in the folder since it was read. Nothing was written.`,
		{
			files: Object.fromEntries(
				differing.map((name) => [name, now.files[name] ?? { text: null, hash: null }])
			)
		}
	);
}

function inWords(error: unknown): unknown {
	const { code } = error as NodeJS.ErrnoException;
	if (error instanceof Refused || code === undefined) return error;
	if (code === 'ENOSPC' || code === 'EDQUOT')
		return new Refused(507, 'There is no room left on the disk for these files.');
	return new Refused(500, `The folder could not be written (${code}): check who may write there.`);
}
