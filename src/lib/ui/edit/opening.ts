import { Desk } from '../../state/draft/desk.svelte';
import { Draft } from '../../state/draft/draft.svelte';
import type { CheckMessage, CheckNews } from '../../state/draft/check';
import { isLasting } from '../../state/draft/lasting';
import { Unreadable } from '../../state/draft/kept';
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

/** What this browser keeps of a dossier's draft cannot be opened; it stays there until somebody says otherwise. */
export class KeptUnreadable extends Error {
	readonly store: DraftStore;
	/** @param reason a sentence */
	constructor(reason: string, store: DraftStore) {
		super(reason);
		this.store = store;
	}
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
 * Throws `KeptUnreadable` where what is kept is no draft that can be opened.
 * @param onoutrun another tab has changed what this one has changed, each in its own way
 * @param besides the draft is opened beside what is kept, which is neither read nor written
 */
export async function openDesk(
	dossier: string,
	files: string,
	onoutrun: () => void,
	besides = false
): Promise<Opened> {
	const [served, store] = await Promise.all([
		readServed(files),
		besides ? undefined : openDraftStore().catch(() => undefined)
	]);
	const unreadable = (error: unknown) =>
		store ? new KeptUnreadable(reasonOf(error), store) : error;
	const kept = await store?.read(dossier).catch((error: unknown) => {
		throw unreadable(error);
	});
	const worker = new Worker(new URL('../../state/draft/check.worker.ts', import.meta.url), {
		type: 'module'
	});
	let told = 0;
	const channel =
		typeof BroadcastChannel === 'undefined' ? undefined : new BroadcastChannel('dateline-drafts');
	let draft: Draft;
	try {
		draft = new Draft({
			dossier,
			served,
			kept,
			store,
			unkept: besides ? 'An earlier draft that cannot be opened is kept in its place.' : undefined,
			isLasting,
			checker: {
				tell: (message: CheckMessage) => {
					told++;
					worker.postMessage(message);
				}
			},
			onkept: () => channel?.postMessage(dossier)
		});
	} catch (error) {
		worker.terminate();
		channel?.close();
		throw unreadable(error);
	}
	worker.onmessage = ({ data }: MessageEvent<{ heard: number; news: CheckNews }>) =>
		draft.checked.hear(data.news, data.heard === told);
	if (channel && store)
		channel.onmessage = ({ data }) => {
			if (data !== dossier) return;
			void store.read(dossier).then(
				(kept) => {
					if (!kept) return;
					if (draft.conflictsAmong(kept).length > 0) onoutrun();
					else draft.follow(kept);
				},
				// What the other tab keeps is not to be followed; this one goes on by itself.
				() => undefined
			);
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

function reasonOf(error: unknown): string {
	if (error instanceof Unreadable) return error.message;
	const name = error instanceof Error ? error.name : String(error);
	return `The browser cannot read it (${name}).`;
}
