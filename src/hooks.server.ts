import type { Handle, HandleServerError, ServerInit } from '@sveltejs/kit';
import { join } from 'node:path';
import { queryOf, STATIC } from '$lib/core/hosting';
import { parseView } from '$lib/core/view/codec';
import { noteInWords } from '$lib/core/dossier/note';
import { admitFrames, admitHosts } from '$lib/server/csp';
import { StoreAway } from '$lib/core/store/store';
import { dataFolder, dossierIds, isEditing, loadDossier } from '$lib/server/dossiers';
import { tidyFolder } from '$lib/server/edit/save';

const CSP = 'content-security-policy';
const EMBED = '/[dossier]/embed';

/** What lists a dossier's notes, to be run in the clone. */
const checkCommand = (id: string) => `npm run -s dateline -- check "${join(dataFolder(), id)}"`;

/** Says at the start what is wrong with the data, rather than at a reader's first request. */
export const init: ServerInit = async () => {
	const ids = await dossierIds().catch(() => []);
	let readable = 0;
	if (isEditing()) await Promise.all(ids.map((id) => tidyFolder(join(dataFolder(), id))));
	for (const id of ids) {
		const result = await loadDossier(id).catch(noneWhileAway);
		if (result?.dossier) {
			readable++;
			if (result.notes.length > 0)
				console.error(
					`The dossier “${id}” is served, with ${result.notes.length} to mend: ${checkCommand(id)}`
				);
		} else if (result) {
			const why = result.notes.map(noteInWords)[0] ?? 'nothing sound is in it';
			console.error(`The dossier “${id}” cannot be read: ${why}`);
		}
	}
	if (readable === 0 && !process.env.DATELINE_DATABASE)
		throw Object.assign(
			new Error(
				`No dossier in ${dataFolder()} can be read. See why: ${checkCommand(ids[0] ?? '')}`
			),
			{ name: 'DatelineStartError' }
		);
};

export const handle: Handle = async ({ event, resolve }) => {
	const { theme } = parseView(queryOf(event.url)).view;
	const isEmbed = event.route.id === EMBED;
	/** A dossier's own pages, and no others, may ask its ground map's hosts; an embed stands in any page. */
	const amended = (policy: string, hosts: readonly string[]) =>
		admitHosts(isEmbed ? admitFrames(policy) : policy, hosts);
	const inPage = STATIC ? await hostsOf(event.params.dossier) : [];
	const response = await resolve(event, {
		transformPageChunk: ({ html }) =>
			withPolicy(html, (policy) => amended(policy, inPage))
				.replace('%dateline.lang%', 'en')
				.replace('%dateline.theme%', theme ?? 'auto'),
		filterSerializedResponseHeaders: () => false
	});
	const { headers } = response;
	const policy = headers.get(CSP);
	// A file of a dossier has a policy of its own, or none.
	if (policy && headers.get('content-type')?.startsWith('text/html'))
		headers.set(CSP, amended(policy, await hostsOf(event.params.dossier)));
	if (isEmbed) headers.set('Cross-Origin-Resource-Policy', 'cross-origin');
	return response;
};

/** Where pages are files, no header comes with them: their policy stands in them. */
function withPolicy(html: string, amended: (policy: string) => string): string {
	if (!STATIC) return html;
	return html.replace(/(?<=<meta http-equiv="content-security-policy" content=")[^"]*/, amended);
}

/** What cannot be asked at the moment is not there: the page itself says so. */
function noneWhileAway(fault: unknown): undefined {
	if (!(fault instanceof StoreAway)) throw fault;
}

async function hostsOf(dossier: string | undefined): Promise<readonly string[]> {
	if (dossier === undefined) return [];
	return (await loadDossier(dossier).catch(noneWhileAway))?.dossier?.header.basemap?.hosts ?? [];
}

/** What is not there is no fault of ours; what is, goes to the log whole and to the reader in a sentence. */
export const handleError: HandleServerError = ({ error, event, status }) => {
	if (status === 404) return { message: `There is nothing at ${event.url.pathname}.` };
	console.error(`${event.request.method} ${event.url.pathname} failed:`, error);
	return { message: 'The server could not answer this. Its log says why.' };
};
