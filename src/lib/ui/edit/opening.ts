import { Desk } from '../../state/draft/desk.svelte';
import { Draft } from '../../state/draft/draft.svelte';
import type { CheckMessage, CheckNews } from '../../state/draft/check';
import { openDraftStore, type DraftStore, type ServedFiles } from '../../state/draft/store';

/** What the server answers about a dossier's files. */
export interface Served extends ServedFiles {
	/** It would write them. */
	editable: boolean;
}

/** An opened desk, and how it is left. */
export interface Opened {
	desk: Desk;
	editable: boolean;
	/** The store is there: it is known what of the draft other tabs have kept. */
	store: DraftStore | undefined;
	leave: () => void;
}

/** Reads a dossier's files as the server has them. Throws with a sentence where it does not answer with them. */
export async function readServed(address: string): Promise<Served> {
	const response = await fetch(address).catch(() => undefined);
	if (!response)
		throw new Error('The server does not answer. What is kept in this browser stays there.');
	if (!response.ok) throw new Error(await refusalOf(response));
	return (await response.json()) as Served;
}

/** Why a server refuses, in its own sentence where it gives one. */
export async function refusalOf(response: Response): Promise<string> {
	const told = (await response.json().catch(() => undefined)) as { message?: string } | undefined;
	return told?.message ?? `The server answers with ${response.status}.`;
}

/**
 * Opens the draft of a dossier: what this browser keeps of it, else what the server has. Other tabs with the
 * same draft hear what is kept here, and this one what is kept there.
 * @param onoutrun another tab has changed what this one has changed, each in its own way
 */
export async function openDesk(
	dossier: string,
	files: string,
	onoutrun: () => void
): Promise<Opened> {
	const [served, store] = await Promise.all([
		readServed(files),
		openDraftStore().catch(() => undefined)
	]);
	const worker = new Worker(new URL('../../state/draft/check.worker.ts', import.meta.url), {
		type: 'module'
	});
	let told = 0;
	const channel =
		typeof BroadcastChannel === 'undefined' ? undefined : new BroadcastChannel('dateline-drafts');
	const draft = new Draft({
		dossier,
		served,
		kept: await store?.read(dossier),
		store,
		checker: {
			tell: (message: CheckMessage) => {
				told++;
				worker.postMessage(message);
			}
		},
		onkept: () => channel?.postMessage(dossier)
	});
	worker.onmessage = ({ data }: MessageEvent<{ heard: number; news: CheckNews }>) =>
		draft.checked.hear(data.news, data.heard === told);
	if (channel && store)
		channel.onmessage = ({ data }) => {
			if (data !== dossier) return;
			void store.read(dossier).then((kept) => {
				if (!kept) return;
				if (draft.conflictsAmong(kept).length > 0) onoutrun();
				else draft.follow(kept);
			});
		};
	return {
		desk: new Desk(draft),
		editable: served.editable,
		store,
		leave: () => {
			worker.terminate();
			channel?.close();
			store?.close();
		}
	};
}
