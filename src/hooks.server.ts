import type { Handle, ServerInit } from '@sveltejs/kit';
import { parseView } from '$lib/core/view/codec';
import { noteInWords } from '$lib/core/dossier/note';
import { dataFolder, dossierIds, loadDossier } from '$lib/server/dossiers';

/** Says at the start what is wrong with the data, rather than at a reader's first request. */
export const init: ServerInit = async () => {
	const ids = await dossierIds().catch(() => []);
	let readable = 0;
	for (const id of ids) {
		const result = await loadDossier(id);
		if (result?.dossier) {
			readable++;
			if (result.notes.length > 0)
				console.error(
					`The dossier “${id}” is served with ${result.notes.length} ${result.notes.length === 1 ? 'note' : 'notes'}; “dateline check ${id}” lists them.`
				);
		} else if (result) {
			const why = result.notes.map(noteInWords)[0] ?? 'nothing sound is in it';
			console.error(`The dossier “${id}” cannot be read: ${why}`);
		}
	}
	if (readable === 0)
		throw Object.assign(
			new Error(`No dossier in ${dataFolder()} can be read; “dateline check <folder>” says why.`),
			{ name: 'DatelineStartError' }
		);
};

export const handle: Handle = async ({ event, resolve }) => {
	const { theme } = parseView(event.url.search).view;
	return resolve(event, {
		transformPageChunk: ({ html }) =>
			html.replace('%dateline.lang%', 'en').replace('%dateline.theme%', theme ?? 'auto'),
		filterSerializedResponseHeaders: () => false
	});
};
