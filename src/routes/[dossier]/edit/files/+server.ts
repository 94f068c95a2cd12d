import { EVENTS_FILE } from '$lib/core/columns/events-file';
import { hasColumns } from '$lib/server/columns/file';
import { folderOf, isEditing } from '$lib/server/dossiers';
import { admitSave, mayEdit } from '$lib/server/edit/guard';
import { Refused } from '$lib/server/edit/refused';
import { readBody, readSave } from '$lib/server/edit/request';
import { isOwnFolder, readFiles, saveFiles } from '$lib/server/edit/save';
import { json, type RequestEvent } from '@sveltejs/kit';

const headers = { 'cache-control': 'no-store' };

/** The dossier's files as they stand, and whether this page may write them. */
export async function GET(event) {
	return answer(async () => {
		const folder = await requireFolder(event.params.dossier);
		const { rev, files } = await readFiles(folder);
		return { editable: mayEdit(asking(event)) && (await isOwnFolder(folder)), rev, files };
	});
}

/** Writes some of them, where they are still as they were read. */
export async function POST(event) {
	return answer(async () => {
		admitSave(asking(event));
		const folder = await requireFolder(event.params.dossier);
		return saveFiles(folder, readSave(await readBody(event.request)));
	});
}

function asking({ request, url, getClientAddress }: RequestEvent) {
	return {
		editing: isEditing(),
		address: getClientAddress(),
		scheme: url.protocol,
		headers: request.headers
	};
}

async function requireFolder(id: string): Promise<string> {
	const folder = await folderOf(id);
	if (folder === undefined)
		throw new Refused(404, `There is no dossier “${id.slice(0, 120)}” here.`);
	// What holds some of its files together, the events among them, is not checked here.
	if (await hasColumns(folder))
		throw new Refused(
			409,
			`The events of this dossier stand in ${EVENTS_FILE}: it is not edited here. Change its files by hand, or import it again.`
		);
	return folder;
}

async function answer(work: () => Promise<object>): Promise<Response> {
	try {
		return json(await work(), { headers });
	} catch (error) {
		if (!(error instanceof Refused)) throw error;
		const { status, message, more } = error;
		return json({ message, ...more }, { status, headers });
	}
}
