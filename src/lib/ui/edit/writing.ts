import type { DossierFile } from '../../core/dossier/check';
import type { Draft } from '../../state/draft/draft.svelte';
import { readServed, refusalOf, type Served } from './opening';

/** How writing to the server's folder went. */
export type Written =
	/** All of it is there. */
	| { state: 'written'; served: Served }
	/** Somebody has changed the files since; nothing was written. */
	| { state: 'conflict'; served: Served }
	| { state: 'refused'; reason: string };

/**
 * Writes a draft into the server's folder, if that still is as the draft began.
 * @param address of the dossier's files
 */
export async function writeToServer(address: string, draft: Draft): Promise<Written> {
	const changed = new Set(draft.diff.map(({ file }) => file));
	const all = draft.texts();
	const files = Object.fromEntries([...changed].map((file) => [file, all[file]]));
	const base = Object.fromEntries(
		[...changed].map((file: DossierFile) => [file, draft.base.files[file]?.hash ?? null])
	);
	const response = await fetch(address, {
		method: 'POST',
		headers: { 'content-type': 'application/json' },
		body: JSON.stringify({ base, files })
	}).catch(() => undefined);
	if (!response)
		return { state: 'refused', reason: 'The server does not answer: nothing was written.' };
	if (response.ok || response.status === 409) {
		const served = await readServed(address);
		return { state: response.ok ? 'written' : 'conflict', served };
	}
	return { state: 'refused', reason: await refusalOf(response) };
}
